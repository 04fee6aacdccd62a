import Foundation

/// The search that the engine is measured against: a program in C++, compiled with plain `-O2` and
/// run on the same token files in the same run.
struct MatchPrototype {
  /// What it printed for a threshold.
  struct Figures {
    var mean: Double
    var median: Double
    var ninetyNinth: Double
  }

  private let program: String

  /// Compiles it into a folder; nil, after a printed line, where it or a compiler is missing.
  init?(in folder: String) throws {
    guard let shared = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else { return nil }
    program = folder + "/prototype"
    let source = shared + "/../reference/fuzzy-prototype-2.cc"
    guard
      let cost = try? runProcess("/usr/bin/env", ["g++", "-O2", "-o", program, source]),
      cost.status == 0
    else {
      print("skipped: the prototype was not compiled; it needs g++")
      return nil
    }
  }

  /// Runs it: for each threshold in percent its figures in microseconds, and the bytes of its
  /// index for a segment.
  func run(
    _ data: MatchBenchmarkData, thresholds: [Int], limit: Int
  ) throws -> (figures: [Figures], bytesPerSegment: Double) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      data.segmentPath, data.queryPath,
      thresholds.map { "\($0 * 10)" }.joined(separator: ","), "\(limit)",
    ]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let notes = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let figures = text.split(separator: "\n").map { line in
      Figures(
        mean: Self.number(after: "mean=", in: line),
        median: Self.number(after: "median=", in: line),
        ninetyNinth: Self.number(after: "p99=", in: line))
    }
    return (figures, Self.number(after: "bytes/seg=", in: notes))
  }

  private static func number(after label: String, in text: some StringProtocol) -> Double {
    guard let range = text.range(of: label) else { return .nan }
    let rest = text[range.upperBound...].drop { $0 == " " }
    return Double(String(rest.prefix { $0.isNumber || $0 == "." })) ?? .nan
  }
}
