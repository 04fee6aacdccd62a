import Checking
import Foundation
import Interchange
import Terminology
import TestSupport
import Testing
import TextAnalysis

/// The newsletter, checked for terms and names with the starter glossaries.
struct NewsletterCheckTests {
  private static let document: [CheckedSegment]? = {
    guard let text = SharedData.text(of: "newsletter/sesec-newsletter-2021-06-07.txt") else {
      return nil
    }
    return Segmenter.segments(of: text).map { segment in
      let language: LanguageTag =
        TextScript(of: segment.text) == .han ? .simplifiedChinese : .english
      return CheckedSegment(
        source: nil, target: CheckedText(Segment(segment.text), language: language),
        block: segment.block, blockNumber: segment.blockNumber)
    }
  }()

  private static let findings: [Finding] = {
    guard let document, let concepts = try? starters() else { return [] }
    let rules = RuleSet.all.keeping {
      [
        .termMissing, .termDeprecated, .termSuperseded, .termInconsistent, .nameAnachronism,
        .nameInconsistent, .spellingVariant,
      ].contains($0)
    }
    let context = CheckContext(
      asOf: PartialDate("2021-07"), termbase: GlossaryTermbase(concepts))
    return Checker(rules: rules, context: context).findings(in: document)
  }()

  private static func starters() throws -> [(row: Int64, entry: ConceptEntry)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Glossaries")
    var concepts: [(row: Int64, entry: ConceptEntry)] = []
    for name in ["agencies", "policies", "technical"] {
      let path = folder.appending(path: name + ".csv").path
      var reader = try NativeCSVReader(try ByteSource(path: path))
      while let concept = try reader.next() {
        concepts.append((Int64(concepts.count), concept.entry))
      }
    }
    return concepts
  }

  @Test(.enabled(if: document != nil), arguments: [
    (RuleID.termDeprecated, "'Ministry of Ecological and Environment'"),
    (.termDeprecated, "'China Communication Standardization Association'"),
    (.termDeprecated, "'IETI'"),
    (.termDeprecated, "'住房与建设部'"),
    (.termDeprecated, "'中国国家发改委'"),
    (.termDeprecated, "'Regulations on Automobile Data Security Management (Draft for Comments)'"),
    (.nameAnachronism, "'卫生部'"),
    (.nameInconsistent, "MEE stands for 'Ministry of Ecological and Environment' here"),
    (.nameInconsistent, "is abbreviated to IETI here and to ITEI elsewhere"),
  ])
  func `the glossary tells the names that are not to be used`(_ rule: RuleID, _ words: String) {
    #expect(Self.findings.contains { $0.rule == rule && $0.message.english.contains(words) })
  }

  @Test(.enabled(if: document != nil))
  func `little else is found than what readers would agree with`() {
    let counts = Dictionary(grouping: Self.findings, by: \.rule).mapValues(\.count)
    #expect(counts[.termMissing] == nil)
    #expect(counts[.termSuperseded, default: 0] == 0)
    #expect(counts[.nameAnachronism, default: 0] <= 3)
    #expect(counts[.nameInconsistent, default: 0] <= 26)
    #expect(counts[.termDeprecated, default: 0] <= 40)
    #expect(counts[.spellingVariant, default: 0] <= 10)
  }
}
