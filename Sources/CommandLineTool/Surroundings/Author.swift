import Foundation

/// Who a change is put down to.
enum Author {
  /// Returns the name given on the command line, else `ZHENGMING_USER`, else git's `user.name`,
  /// else the login; names are trimmed, and an empty one does not count.
  ///
  /// Git is asked only if nobody is named before it, for that starts a process.
  static func resolve(
    named: String?, environment: [String: String], gitName: () -> String?, login: () -> String
  ) -> String {
    func usable(_ name: String?) -> String? {
      let name = (name ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      return name.isEmpty ? nil : name
    }
    return usable(named) ?? usable(environment["ZHENGMING_USER"]) ?? usable(gitName())
      ?? usable(login()) ?? "unknown"
  }

  /// Asks git, and waits for it no longer than a second.
  static func nameFromGit(in folder: String, environment: [String: String]) -> String? {
    let process = Process()
    let output = Pipe()
    let ended = DispatchSemaphore(value: 0)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "config", "user.name"]
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return nil }
    guard ended.wait(timeout: .now() + 1) == .success else {
      process.terminate()
      return nil
    }
    guard process.terminationStatus == 0 else { return nil }
    let name = try? output.fileHandleForReading.read(upToCount: 1024)
    return name.map { String(decoding: $0, as: UTF8.self) }
  }
}
