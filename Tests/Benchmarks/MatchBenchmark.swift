import Foundation

/// `benchmarks match [PART]`: how fast fuzzy matching is, part by part.
struct MatchBenchmark {
  /// Runs a part, or all of them.
  func run(_ arguments: some Collection<String>) throws {
    let words = Array(arguments)
    if words.first == "open", words.count == 2 { return try MatchBenchmarkScale.open(words[1]) }
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-match-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    switch words.first {
    case "engine": try MatchBenchmarkEngine(folder: folder).run()
    case "scale": try MatchBenchmarkScale(folder: folder).run()
    case nil:
      try MatchBenchmarkEngine(folder: folder).run()
      try MatchBenchmarkScale(folder: folder).run()
    case let name?:
      print("'\(name)' is no part of the benchmark; there are: engine, scale.")
      exit(2)
    }
  }
}
