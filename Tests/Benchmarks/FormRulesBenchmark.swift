import Checking
import Dispatch
import Foundation
import TestSupport
import TextAnalysis

/// What the rules about form find in professional translations and in software catalogues, and what
/// they cost: `benchmarks form-rules [RULE [COUNT]]` prints findings a thousand segments by rule,
/// and COUNT (30) of each or of one rule, drawn by a fixed seed.
struct FormRulesBenchmark {
  func run(_ arguments: some Collection<String>) {
    guard let table = SharedData.text(of: "tm/en-zh.tsv.xz") else { return }
    let wanted = arguments.first.flatMap(RuleID.init)
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? (wanted == nil ? 0 : 30)
    let rules = RuleSet.all.keeping { id in
      Self.ids.contains(id) && (wanted == nil || wanted == id)
    }
    var origins: [String: [CheckedSegment]] = [:]
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3 else { continue }
      let origin = String(cells[0])
      origins[origin, default: []].append(
        Self.pair(String(cells[1]), String(cells[2]), isFromChinese: origin.contains("-zhen")))
    }
    for (name, isMember) in Self.groups {
      report(name, origins.filter { isMember($0.key) }, rules, count)
    }
    copies(origins.filter { Self.isProfessional($0.key) })
    if wanted == nil { throughput(origins.filter { Self.isProfessional($0.key) }, rules) }
  }

  private static func isProfessional(_ origin: String) -> Bool {
    origin == "tico19" || origin.hasPrefix("news:")
  }

  private static let groups: [(String, @Sendable (String) -> Bool)] = [
    ("professional (TICO-19, news)", isProfessional),
    ("manuals", { $0.hasPrefix("docs:") }),
    ("software", { !isProfessional($0) && !$0.hasPrefix("docs:") }),
  ]

  private static let ids: Set<RuleID> = [
    .hiddenCharacter, .titleMarks, .segmentInconsistent, .untranslated, .sourceLeft, .codeMismatch,
    .punctuationWidth, .punctuationFinal, .bracketUnpaired, .quotationStyle, .spacing,
    .repeatedWord, .lengthSuspicious, .scriptMixed, .emptyTarget,
  ]

  private static func pair(
    _ english: String, _ chinese: String, isFromChinese: Bool
  ) -> CheckedSegment {
    let english = CheckedText(Segment(unescaped(english)), language: .english)
    let chinese = CheckedText(Segment(unescaped(chinese)), language: .simplifiedChinese)
    return isFromChinese
      ? CheckedSegment(source: chinese, target: english)
      : CheckedSegment(source: english, target: chinese)
  }

  private static func unescaped(_ cell: String) -> String {
    guard cell.contains("\\") else { return cell }
    var text = ""
    var isEscaped = false
    for character in cell {
      if isEscaped {
        text.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

extension FormRulesBenchmark {
  /// Each origin is checked as a document.
  private func report(
    _ name: String, _ origins: [String: [CheckedSegment]], _ rules: RuleSet, _ count: Int
  ) {
    let checker = Checker(rules: rules)
    var total = 0
    var found: [RuleID: [(CheckedSegment, Finding, String)]] = [:]
    for (origin, segments) in origins.sorted(by: { $0.key < $1.key }) {
      total += segments.count
      for finding in checker.findings(in: segments) {
        found[finding.rule, default: []].append((segments[finding.segment], finding, origin))
      }
    }
    print("\n\(name): \(total) segments, findings a thousand")
    printTable(
      found.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, findings in
        [
          rule.rawValue, String(findings.count),
          String(format: "%.2f", 1000 * Double(findings.count) / Double(max(1, total))),
        ]
      })
    guard count > 0 else { return }
    for (rule, findings) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var generator = SeededGenerator(seed: 20_261_124)
      print("\n## \(rule.rawValue), \(name)")
      for (segment, finding, origin) in findings.shuffled(using: &generator).prefix(count) {
        print("- [\(origin)] \(finding.severity) \(finding.message.english)", terminator: "")
        print(" \(finding.target) \(finding.suggestion.map { "→'\($0)'" } ?? "")")
        print("  \(segment.source?.segment.text ?? "")\n  \(segment.target.segment.text)")
      }
    }
  }

  /// How many segments are found where the source stands for the translation.
  private func copies(_ origins: [String: [CheckedSegment]]) {
    let segments = origins.values.joined().map { segment in
      var copy = segment
      if let source = segment.source {
        copy.target = CheckedText(source.segment, language: segment.target.language)
      }
      return copy
    }
    let found = Checker(rules: RuleSet.all.keeping { $0 == .untranslated }).findings(in: segments)
    print("\nuntranslated: found \(found.count) of \(segments.count) copies of their sources")
  }

  /// What each rule costs on one thread, the segments analysed before. Reading a segment from the
  /// array costs some 0.5 µs, which each row has in it.
  private func throughput(_ origins: [String: [CheckedSegment]], _ rules: RuleSet) {
    let context = CheckContext()
    let segments = origins.sorted { $0.key < $1.key }.flatMap(\.value).enumerated().map {
      AnalysedSegment($1, number: $0, termbase: NoTermbase())
    }
    print("\nprocessor µs a segment pair on one thread, \(segments.count) pairs")
    var rows: [[String]] = []
    func row(_ name: String, _ body: () -> Int) {
      var times: [Double] = []
      for _ in 0..<5 {
        let began = clock()
        _ = body()
        times.append(Double(clock() - began))  // processor time, in µs
      }
      let cost = (times.min() ?? 0) / Double(segments.count)
      rows.append([name, String(format: "%.3f", cost)])
    }
    func count(_ rules: [any SegmentRule]) -> Int {
      var count = 0
      for segment in segments {
        for rule in rules { count += rule.findings(in: segment, context).count }
      }
      return count
    }
    for rule in rules.segmentRules {
      row(type(of: rule).id.rawValue) { count([rule]) }
    }
    for rule in rules.documentRules {
      row(type(of: rule).id.rawValue) { rule.findings(in: segments, context).count }
    }
    row("all") {
      count(rules.segmentRules)
        + rules.documentRules.reduce(0) { $0 + $1.findings(in: segments, context).count }
    }
    printTable(rows)
  }
}
