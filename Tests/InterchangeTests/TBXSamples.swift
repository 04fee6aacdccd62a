import Foundation
import TestSupport
import TextAnalysis

@testable import Interchange
@testable import Terminology

/// Concepts to write, and what comes of them.
enum TBXSamples {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/tbx")

  static let anyDate = PartialDate(year: 2026, month: 11, day: 23)

  static func date(_ text: String) -> PartialDate? { PartialDate(text) }

  static func stored(_ entry: ConceptEntry, rev: Int = 1) -> StoredConcept {
    let created = Stamp(who: "Li Hua", when: Date(timeIntervalSince1970: 1_760_000_000))
    let changed = Stamp(
      who: "Ann <ann@example.org>", when: Date(timeIntervalSince1970: 1_763_900_000))
    return StoredConcept(
      entry: entry, rev: rev, glossary: entry.kind == .technical ? "technical" : "agencies",
      created: created, changed: rev == 1 ? created : changed)
  }

  static let concepts: [StoredConcept] = [
    stored(
      ConceptEntry(
        id: "agency.samr", kind: .agency, subjectField: "market regulation",
        definition: "The body under the State Council that supervises markets & standards.",
        relations: [
          Relation(
            .replaces, "agency.aqsiq", since: date("2018-03"),
            scope: "quality supervision; border inspection (CIQ) went to Customs"),
          Relation(.partOf, "agency.state-council"),
        ],
        source: "State Council: Plan for institutional reform, 2018",
        note: "Its work on certification is done by the CNCA.\nThat on standards, by the SAC.",
        terms: [
          TermSection(
            language: .english, text: "State Administration for Market Regulation",
            termType: .fullForm, administrativeStatus: .preferred, partOfSpeech: .noun,
            since: date("2018-03"), authority: .issuer, source: "https://www.samr.gov.cn/",
            seen: date("2026-11-23"), note: "Not \"of\"."),
          TermSection(
            language: .english, text: "SAMR", termType: .acronym, administrativeStatus: .admitted,
            isCaseSensitive: true),
          TermSection(
            language: .simplifiedChinese, text: "国家市场监督管理总局", termType: .fullForm,
            administrativeStatus: .preferred, source: "中国政府网\nhttps://www.gov.cn/"),
          TermSection(
            language: .simplifiedChinese, text: "市场监管总局", termType: .shortForm,
            administrativeStatus: .admitted, register: .colloquial, geographicalUsage: "CN"),
          TermSection(
            language: .traditionalChinese, text: "國家市場監督管理總局",
            administrativeStatus: .deprecated, recognise: .lookup),
        ]), rev: 3),
    stored(
      ConceptEntry(
        id: "agency.aqsiq", kind: .agency,
        relations: [Relation(.replacedBy, "agency.samr", since: date("2018-03"))],
        terms: [
          TermSection(
            language: .english,
            text: "General Administration of Quality Supervision, Inspection and Quarantine",
            administrativeStatus: .superseded, until: date("2018-03")),
          TermSection(
            language: .simplifiedChinese, text: "国家质量监督检验检疫总局",
            administrativeStatus: .superseded),
        ])),
    stored(
      ConceptEntry(
        id: "term.type-approval", kind: .technical, process: .proposed, enforce: true,
        terms: [
          TermSection(
            language: .english, text: "type approval", termType: .phrase, register: .technical),
          TermSection(language: .simplifiedChinese, text: "型号核准"),
        ])),
  ]

  static func written(
    _ concepts: [StoredConcept], _ edition: TBXWriter.Edition, _ style: TBXWriter.Style
  ) throws -> (bytes: [UInt8], losses: LossReport) {
    let output = Output()
    var writer = TBXWriter(
      ByteSink { output.bytes += $0 }, edition: edition, style: style,
      glossaries: ["agencies", "technical"], date: try anyDate.orThrow(),
      exported: Set(concepts.map(\.entry.id)))
    for concept in concepts { try writer.write(concept) }
    let losses = try writer.finish()
    return (output.bytes, losses)
  }

  /// All concepts of a file, and what was lost.
  static func read(
    _ source: ByteSource
  ) throws -> (concepts: [IncomingConcept], losses: LossReport) {
    let reader = TBXReader(source)
    var concepts: [IncomingConcept] = []
    while let concept = try reader.next() { concepts.append(concept) }
    return (concepts, reader.losses)
  }

  static func read(_ text: String) throws -> (concepts: [IncomingConcept], losses: LossReport) {
    try read(ByteSource(bytes: Array(text.utf8), name: "t.tbx"))
  }

  private final class Output { var bytes: [UInt8] = [] }
}

struct MissingValue: Error {}

extension Optional {
  func orThrow() throws -> Wrapped {
    guard let self else { throw MissingValue() }
    return self
  }
}

extension LossReport {
  /// How often something was lost, whatever the reason.
  func count(_ what: String) -> Int {
    losses.reduce(0) { $1.what.english == what ? $0 + $1.count : $0 }
  }
}
