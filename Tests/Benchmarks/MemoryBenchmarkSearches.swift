import Foundation
import TextAnalysis
import TranslationMemory
import Workbench

/// What is asked of a memory besides matches: concordance, fragments, a new unit, the first answer.
struct MemoryBenchmarkSearches {
  let bench: Workbench
  let folder: String

  func rows() throws -> [[String]] {
    try concordanceRows() + fragmentRows() + rememberRows() + [openingRow()]
  }

  private func concordanceRows() throws -> [[String]] {
    try ["file", "the", "\"file\"", "文件", "的", "用户"].map { word in
      let times = try (0..<50).map { _ in
        try microseconds { _ = try bench.concordance(ConcordanceRequest(word, limit: 20)) }
      }
      return ["concordance, first 20 of \(word)", figures(times), "≤ 20000 µs"]
    }
  }

  /// Fragments of the queries that find something, timed as what they add to a match.
  private func fragmentRows() throws -> [[String]] {
    let queries = try MemoryBenchmark(folder: folder).queries()
    return try [("English", queries.map(\.english)), ("Chinese", queries.map(\.chinese))].map {
      name, texts in
      let times = try texts.prefix(500).map { text in
        func request(_ use: MatchRequest.FragmentUse) -> MatchRequest {
          // Nothing reaches 101 without a context: no match is made, only fragments.
          MatchRequest(.segment(text), settings: MatchSettings(threshold: 101), fragments: use)
        }
        return try microseconds { _ = try bench.match(request(.always)) }
      }
      return ["fragments of a segment, \(name)", figures(times), "≤ 2000 µs"]
    }
  }

  private func rememberRows() throws -> [[String]] {
    var (remembered, seen): ([Double], [Double]) = ([], [])
    for number in 0..<200 {
      let words = (0..<6).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) + "x" }
      let source = "A unit remembered " + words.joined(separator: " ")
      remembered.append(
        try microseconds {
          _ = try bench.remember(
            RememberRequest(
              source: source, target: "第\(number)个记住的单元", memory: "added", who: "benchmark"))
        })
      seen.append(
        try microseconds {
          let answer = try bench.match(MatchRequest(.segment(source)))
          if answer.segments[0].matches.first?.source != source { print("not found: \(source)") }
        })
    }
    return [
      ["one unit added", figures(remembered), "≤ 10000 µs"],
      ["the next query, which finds it", figures(seen), "≤ 10000 µs"],
    ]
  }

  func openingRow() throws -> [String] {
    let text = try MemoryBenchmark(folder: folder).queries()[0].english
    let times = try (0..<11).map { _ in
      try runProcess(CommandLine.arguments[0], ["memory", "first", folder, text]).seconds * 1e6
    }
    return ["a new process to its first answer", figures(times), "≤ 60000 µs"]
  }
}
