import Checking
import Foundation
import TestSupport
import TextAnalysis

/// How quiet, how watchful and how fast the rules about figures are, on professional translations.
///
/// `figure-rules` measures; `figure-rules list` prints the findings to be read, each with the
/// number of its segment in its set; `figure-rules missed` prints the mutations that were not
/// found; `figure-rules pofilter` runs translate-toolkit's check of numbers beside ours.
struct FigureRulesBenchmark {
  private static let seed: UInt64 = 7
  private static let drawn = 200

  func run(_ words: [String]) throws {
    let pairs = FigureRulesData.pairs()
    guard !pairs.isEmpty else { return }
    switch words.first {
    case "pofilter": try FigureRulesPeer(pairs, seed: Self.seed).run(checker: checker)
    case "list": printFindings(in: pairs)
    case "missed": printMutations(of: pairs, showsMissed: true)
    default:
      printQuiet(pairs)
      printMutations(of: pairs, showsMissed: false)
      printSpeed(pairs)
    }
  }

  private let checker = Checker(
    rules: RuleSet.all.keeping {
      [.quantityMismatch, .boundMismatch, .dateMismatch, .identifierMismatch, .urlMismatch]
        .contains($0)
    })

  /// (a) Findings per 100 segments that hold a figure.
  private func printQuiet(_ pairs: [FigurePair]) {
    var rows = [["origin", "segments", "with figures", "with findings", "per 100"]]
    for origin in Set(pairs.map(\.origin)).sorted() + ["all"] {
      let own = pairs.filter { origin == "all" || $0.origin == origin }
      let holding = own.filter(\.holdsFigure)
      let found = Set(checker.findings(in: holding.map(\.segment)).map(\.segment)).count
      rows.append([
        origin, String(own.count), String(holding.count), String(found),
        String(format: "%.2f", 100 * Double(found) / Double(max(1, holding.count))),
      ])
    }
    printTable(rows)
  }

  /// All segments with findings, or 200 drawn by the seed where there are more.
  private func printFindings(in pairs: [FigurePair]) {
    let findings = Dictionary(
      grouping: checker.findings(in: pairs.map(\.segment)), by: \.segment)
    var generator = SeededGenerator(seed: Self.seed)
    let places = findings.keys.sorted().shuffled(using: &generator).prefix(Self.drawn).sorted()
    for place in places {
      print("\(pairs[place].origin) \(pairs[place].number)")
      for finding in findings[place] ?? [] {
        print("  [\(finding.rule.rawValue)] \(finding.message.english)")
      }
      print("    \(pairs[place].source)\n    \(pairs[place].target)")
    }
    print("\(findings.count) segments with findings, \(places.count) printed")
  }

  /// (b) How many figures that were made wrong are found.
  private func printMutations(of pairs: [FigurePair], showsMissed: Bool) {
    var counts: [FigureMutation.Kind: (all: Int, found: Int)] = [:]
    for mutated in FigureRulesData.mutations(of: pairs, seed: Self.seed) {
      let found = isFound(mutated)
      counts[mutated.mutation.kind, default: (0, 0)].all += 1
      if found { counts[mutated.mutation.kind, default: (0, 0)].found += 1 }
      if showsMissed, !found {
        print("\(mutated.mutation.kind.rawValue)\n    \(mutated.pair.source)")
        print("    \(mutated.pair.target)\n    \(mutated.mutation.text)")
      }
    }
    var rows = [["changed", "segments", "found", "per 100"]]
    let all = counts.values.reduce((all: 0, found: 0)) { ($0.all + $1.all, $0.found + $1.found) }
    let kinds = FigureMutation.Kind.allCases.map { ($0.rawValue, counts[$0] ?? (0, 0)) }
    for (name, count) in kinds + [("all", all)] {
      rows.append([
        name, String(count.all), String(count.found),
        String(format: "%.2f", 100 * Double(count.found) / Double(max(1, count.all))),
      ])
    }
    printTable(rows)
  }

  /// Whether a segment has a finding that it did not have, or one at the place of the mutation.
  private func isFound(_ mutated: MutatedPair) -> Bool {
    let before = checker.findings(in: [mutated.pair.segment])
    let after = checker.findings(in: [mutated.segment])
    return after.count > before.count
      || after.contains { $0.target.contains { $0.overlaps(mutated.mutation.place) } }
  }

  /// (c) Segments a second, on one thread: reading both sides, pairing, the five rules.
  private func printSpeed(_ pairs: [FigurePair]) {
    let (rules, context) = (checker.rules.segmentRules, CheckContext())
    var rows = [["segments", "µs a segment, median of 5", "segments/s"]]
    for (name, own) in [("all", pairs), ("with figures", pairs.filter(\.holdsFigure))] {
      let segments = own.map(\.segment)
      var measurement = Measurement()
      var count = 0
      for _ in 0..<5 {
        measurement.run {
          for (number, segment) in segments.enumerated() {
            let analysed = AnalysedSegment(segment, number: number, termbase: NoTermbase())
            for rule in rules { count += rule.findings(in: analysed, context).count }
          }
        }
      }
      let microseconds = measurement.milliseconds(at: 0.5) * 1000 / Double(max(1, segments.count))
      rows.append([
        "\(name) (\(segments.count), \(count / 5) findings)", String(format: "%.1f", microseconds),
        String(format: "%.0f", 1e6 / microseconds),
      ])
    }
    printTable(rows)
  }
}
