import Foundation
import TestSupport
import TextAnalysis

/// `benchmarks tokens`: cutting sentences into tokens, and comparing them. The least of many short
/// runs is printed, because other work on a machine only adds.
struct TokensBenchmark {
  private static let english =
    "The provisions shall enter into force on the date of their publication."
  private static let chinese = "本办法自二〇二一年九月一日起施行，网络运营者应当"
  private static let rounds = 200

  func run() {
    var rows = [["what", "bytes", "tokens", "ns each, least of 40 runs"]]
    for (name, text) in [("English", Self.english), ("Chinese", Self.chinese)] {
      let count = Tokenizer.tokens(of: text).count
      let time = nanoseconds { Tokenizer.tokens(of: text).count }
      rows.append(["tokens, " + name, "\(text.utf8.count)", "\(count)", time])
    }
    for count in [10, 30, 100, 300] {
      let first = tokens(count, seed: 1)
      let second = first.enumerated().map { $0.offset % 5 == 2 ? 7_000 : $0.element }
      let pattern = SequencePattern(first)
      let weights = first.map { Double($0 % 9) + 1 }
      let one = WeightedTokens(tokens: first, weights: weights)
      let other = WeightedTokens(tokens: second, weights: second.map { Double($0 % 9) + 1 })
      let all: [(String, () -> Int)] = [
        ("pattern", { SequencePattern(first).elements.count }),
        ("distance", { pattern.distance(to: second) ?? 0 }),
        ("edit blocks", { pattern.blocks(to: second).count }),
        ("insertions and deletions", { pattern.insertionsAndDeletions(to: second) }),
        ("weighted distance", { Int(weightedDistance(one, other)) }),
      ]
      for (name, body) in all { rows.append([name, "", "\(count)", nanoseconds(body)]) }
    }
    printTable(rows)
  }

  private func tokens(_ count: Int, seed: UInt64) -> [UInt32] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt32.random(in: 0..<5_000, using: &generator) }
  }

  private func nanoseconds(_ body: () -> Int) -> String {
    var measurement = Measurement()
    var sum = 0
    let rounds = Self.rounds
    for _ in 0..<40 {
      measurement.run { for _ in 0..<rounds { sum &+= body() } }
    }
    let each = measurement.milliseconds(at: 0) * 1e6 / Double(rounds)
    return sum == .min ? "" : String(format: "%.0f", each)
  }
}
