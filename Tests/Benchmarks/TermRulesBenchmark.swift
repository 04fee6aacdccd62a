import Checking
import Foundation
import Interchange
import Terminology
import TestSupport
import TextAnalysis

/// What the rules about terms find and miss on professional translations, and what they cost.
///
/// The judge is slow and knows nothing of the rules: a listed equivalent is there where its
/// characters, compatibility forms, case and white space aside, stand in the translation.
struct TermRulesBenchmark {
  func run(_ arguments: some Sequence<String>) throws {
    guard let terms = SharedData.text(of: "terms/tico19_terms_en_zh_CN.tsv"),
      let memory = SharedData.text(of: "tm/en-zh.tsv.xz")
    else { return }
    let shown = arguments.compactMap { Int($0) }.first ?? 20
    let concepts = Self.concepts(of: terms)
    let termbase = GlossaryTermbase(concepts)
    let pairs = Self.pairs(of: memory) { $0 == "tico19" }
    print("TICO-19: \(pairs.count) segments, \(concepts.count) concepts")
    printTable(judged(pairs, concepts, termbase, shown))
    let news = Self.pairs(of: memory) { $0.hasPrefix("news:") }
    if let starters = try Self.starters() {
      print("news: \(news.count) segments, the starter glossaries")
      printFindings(news, GlossaryTermbase(starters), shown)
      printTable(costs(news, ["starters": GlossaryTermbase(starters), "none": NoTermbase()]))
    }
    print("TICO-19")
    printTable(costs(pairs, ["tico19_terms": termbase]))
  }

  private static let rules = RuleSet.all.keeping {
    [
      .termMissing, .termDeprecated, .termSuperseded, .termInconsistent, .nameAnachronism,
      .nameInconsistent, .spellingVariant,
    ].contains($0)
  }
}

extension TermRulesBenchmark {
  private static func concepts(of table: String) -> [(row: Int64, entry: ConceptEntry)] {
    table.split(separator: "\n").dropFirst().enumerated().compactMap { row, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 4, !cells[2].isEmpty, !cells[3].isEmpty else { return nil }
      let english = TermSection(language: .english, text: cells[2])
      let chinese = cells[3].components(separatedBy: " : ").map {
        TermSection(
          language: .simplifiedChinese, text: $0.trimmingCharacters(in: .whitespaces))
      }
      return (
        Int64(row), ConceptEntry(id: "term.\(row)", kind: .technical, terms: [english] + chinese)
      )
    }
  }

  private static func pairs(of memory: String, _ isTaken: (Substring) -> Bool) -> [CheckedSegment] {
    memory.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3, isTaken(cells[0]) else { return nil }
      return CheckedSegment(
        source: CheckedText(Segment(String(cells[1])), language: .english),
        target: CheckedText(Segment(String(cells[2])), language: .simplifiedChinese))
    }
  }

  /// The starter glossaries of the folder that the benchmarks are run in; nothing elsewhere.
  private static func starters() throws -> [(row: Int64, entry: ConceptEntry)]? {
    var concepts: [(row: Int64, entry: ConceptEntry)] = []
    for name in ["agencies", "policies", "technical"] {
      let path = "Glossaries/\(name).csv"
      guard FileManager.default.fileExists(atPath: path) else {
        print("skipped: no \(path) here")
        return nil
      }
      var reader = try NativeCSVReader(try ByteSource(path: path))
      while let concept = try reader.next() {
        concepts.append((Int64(concepts.count), concept.entry))
      }
    }
    return concepts
  }
}

extension TermRulesBenchmark {
  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
  }

  private func judged(
    _ pairs: [CheckedSegment], _ concepts: [(row: Int64, entry: ConceptEntry)],
    _ termbase: GlossaryTermbase, _ shown: Int
  ) -> [[String]] {
    struct Place: Hashable {
      var segment: Int
      var start: Int
    }
    let equivalents = Dictionary(
      uniqueKeysWithValues: concepts.map { concept in
        (concept.row, concept.entry.terms.filter(\.language.isChinese).map { Self.folded($0.text) })
      })
    let checker = Checker(
      rules: Self.rules.keeping { $0 == .termMissing }, context: CheckContext(termbase: termbase))
    var reported: Set<Place> = []
    for finding in checker.findings(in: pairs) {
      for range in finding.source {
        reported.insert(Place(segment: finding.segment, start: range.lowerBound))
      }
    }
    var (there, missing, found, alarms) = (0, 0, 0, 0)
    var disagreements: [String] = []
    for (number, pair) in pairs.enumerated() {
      guard let source = pair.source else { continue }
      let target = Self.folded(pair.target.segment.text)
      for mention in termbase.mentions(in: source.segment.text, language: .english) {
        let listed = mention.readings.flatMap { equivalents[$0.concept] ?? [] }
        let isThere = listed.contains(where: target.contains)
        let isReported = reported.contains(
          Place(segment: number, start: mention.scalars.lowerBound))
        if isThere { there += 1 } else { missing += 1 }
        if isReported, !isThere { found += 1 }
        if isReported, isThere { alarms += 1 }
        if isReported == isThere {
          disagreements.append(
            "  \(isThere ? "alarm" : "missed") \(listed): \(pair.target.segment.text)")
        }
      }
    }
    for line in disagreements.prefix(shown) { print(line) }
    return [
      ["mentions of terms", "", "bound"],
      ["equivalent there", String(there), ""],
      ["… reported all the same", String(alarms), "0"],
      ["equivalent missing", String(missing), ""],
      ["… reported", String(found), "all"],
    ]
  }

  private func printFindings(_ pairs: [CheckedSegment], _ termbase: GlossaryTermbase, _ shown: Int) {
    let checker = Checker(rules: Self.rules, context: CheckContext(termbase: termbase))
    let findings = checker.findings(in: pairs)
    var counts: [[String]: Int] = [:]
    for finding in findings {
      counts[[finding.rule.rawValue, finding.severity.rawValue], default: 0] += 1
    }
    printTable(
      [["rule", "severity", "findings"]]
        + counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { $0.key + [String($0.value)] })
    var generator = SeededGenerator(seed: 5)
    for finding in findings.shuffled(using: &generator).prefix(shown) {
      let pair = pairs[finding.segment]
      print("  \(finding.rule.rawValue) \(finding.severity): \(finding.message.english)")
      print("    \(pair.source?.segment.text ?? "")\n    \(pair.target.segment.text)")
    }
  }
}

extension TermRulesBenchmark {
  /// What the rules cost a segment, figures and terms found before.
  private func costs(
    _ pairs: [CheckedSegment], _ termbases: KeyValuePairs<String, any Termbase>
  ) -> [[String]] {
    var rows = [["glossary", "segments", "number", "µs a segment", "bound"]]
    for (name, termbase) in termbases {
      let context = CheckContext(termbase: termbase)
      let segments = pairs.enumerated().map {
        AnalysedSegment($0.element, number: $0.offset, termbase: termbase)
      }
      let having = segments.filter { $0.source?.terms.isEmpty == false || !$0.target.terms.isEmpty }
      let others = segments.filter { $0.source?.terms.isEmpty != false && $0.target.terms.isEmpty }
      for (kind, group, bound) in [("with terms", having, "≤ 20"), ("without", others, "≤ 5")]
      where !group.isEmpty {
        // The document rules ask for segments by their place.
        let document = group.enumerated().map { number, segment in
          AnalysedSegment(segment.segment, number: number, termbase: termbase)
        }
        var measurement = Measurement()
        var count = 0
        for _ in 0..<5 {
          measurement.run {
            count = 0
            for segment in document {
              for rule in Self.rules.segmentRules {
                count += rule.findings(in: segment, context).count
              }
            }
            for rule in Self.rules.documentRules {
              count += rule.findings(in: document, context).count
            }
          }
        }
        let microseconds = measurement.milliseconds(at: 0.5) * 1000 / Double(group.count)
        rows.append(
          [name, kind, String(group.count), String(format: "%.2f", microseconds), bound])
      }
    }
    return rows
  }
}
