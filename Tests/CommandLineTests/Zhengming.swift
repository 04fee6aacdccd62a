import Foundation

/// Starts the built command as a person would, in a folder and an environment of its own.
struct Zhengming {
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  /// The working folder of all runs; its neighbours `home`, `data` and `cache` stand in for the
  /// person's own.
  let folder: URL
  private let root: URL

  /// Makes a fresh folder.
  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "zhengming-\(UUID().uuidString)", directoryHint: .isDirectory)
    folder = root.appending(path: "work", directoryHint: .isDirectory)
    for name in ["work", "home", "data", "cache"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
  }

  /// Removes the folder and all that the runs left there.
  func remove() throws { try FileManager.default.removeItem(at: root) }

  /// The binary that was built with the tests; it stands next to them.
  static var binary: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "zhengming")
  }

  /// The environment of a run: nothing of the caller's but `PATH`.
  var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
      "HOME": root.appending(path: "home").path, "ZHENGMING_USER": "Tester",
      "XDG_DATA_HOME": root.appending(path: "data").path,
      "XDG_CACHE_HOME": root.appending(path: "cache").path,
    ]
  }

  /// Runs the command with these arguments.
  func run(
    _ arguments: [String], environment extra: [String: String] = [:], input: String = ""
  ) async throws -> Outcome {
    try await start(Self.binary, arguments, extra, input)
  }

  /// Runs the command with the words of a line.
  func run(_ line: String) async throws -> Outcome {
    try await run(line.split(separator: " ").map(String.init))
  }

  /// Runs lines of a shell in which `zhengming` is the command.
  func shell(
    _ script: String, shell: String = "/bin/bash", environment extra: [String: String] = [:]
  ) async throws -> Outcome {
    let path = Self.binary.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "")
    let extra = extra.merging(["PATH": path]) { given, _ in given }
    return try await start(URL(fileURLWithPath: shell), ["-c", script], extra, "")
  }

  /// Output goes to files, so that no pipe can fill up and stop the command.
  private func start(
    _ program: URL, _ arguments: [String], _ extra: [String: String], _ input: String
  ) async throws -> Outcome {
    let files = try Files(in: root, input: input)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(extra) { _, new in new }
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardOutput = try FileHandle(forWritingTo: files.output)
    process.standardError = try FileHandle(forWritingTo: files.errors)
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return Outcome(
      output: try Self.text(of: files.output), errors: try Self.text(of: files.errors),
      status: process.terminationStatus)
  }

  private static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private struct Files {
    let input: URL
    let output: URL
    let errors: URL

    init(in folder: URL, input text: String) throws {
      let name = UUID().uuidString
      input = folder.appending(path: name + ".in")
      output = folder.appending(path: name + ".out")
      errors = folder.appending(path: name + ".err")
      try Data(text.utf8).write(to: input)
      for file in [output, errors] { try Data().write(to: file) }
    }
  }
}

/// Gives the body a fresh folder to run the command in, and removes it afterwards.
func withZhengming(_ body: (Zhengming) async throws -> Void) async throws {
  let zhengming = try Zhengming()
  let result: Result<Void, any Error>
  do { result = .success(try await body(zhengming)) } catch { result = .failure(error) }
  try zhengming.remove()
  try result.get()
}
