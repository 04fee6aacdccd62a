import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange
@testable import Terminology

struct TBXRoundTripTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `what the dialect holds comes back as it was`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let concepts = (0..<12).map { arbitraryConcept($0, &generator) }
    let ids = Set(concepts.map(\.entry.id))
    for (edition, style) in [
      (TBXWriter.Edition.iso2019, TBXWriter.Style.dca), (.iso2019, .dct), (.iso2008, .dca),
    ] {
      let (bytes, _) = try TBXSamples.written(concepts, edition, style)
      let (read, losses) = try TBXSamples.read(ByteSource(bytes: bytes, name: "t.tbx"))
      #expect(losses.isEmpty)
      #expect(read.map(\.entry) == concepts.map { held(by: edition, of: $0.entry, ids) })
      #expect(read.map(\.rev) == concepts.map(\.rev))
      #expect(read.map(\.glossary) == concepts.map(\.glossary))

      let again = zip(concepts, read).map { concept, read in
        var concept = concept
        let left = concept.entry.relations.filter { !ids.contains($0.target) }
        concept.entry = read.entry
        concept.entry.relations += left
        return concept
      }
      #expect(try TBXSamples.written(again, edition, style).bytes == bytes)
    }
  }

  @Test(arguments: ["2019-dct", "foreign-2008"])
  func `a file that is cut anywhere is refused`(name: String) throws {
    let bytes = try fixture(name)
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for count in 0...end {
      let cut = ByteSource(bytes: Array(bytes.prefix(count)), name: "t.tbx")
      guard (try? TBXSamples.read(cut)) == nil else {
        Issue.record("cut after \(count) bytes, the file is read")
        continue
      }
    }
  }

  @Test(arguments: ["2019-dct", "foreign-2008"])
  func `a file with any byte changed gives concepts or an error`(name: String) throws {
    var bytes = try fixture(name)
    let changes: [UInt8] = [1, 0x20, 0x80]
    for place in bytes.indices {
      let change = changes[place % changes.count]
      bytes[place] ^= change
      do {
        let count = try TBXSamples.read(ByteSource(bytes: bytes, name: "t.tbx")).concepts.count
        if count > 3 { Issue.record("\(count) concepts after a change at \(place)") }
      } catch let error as InterchangeError {
        if !error.description.hasPrefix("t.tbx") { Issue.record(error) }
      }
      bytes[place] ^= change
    }
  }

  private func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: TBXSamples.fixtures.appending(path: "\(name).tbx")))
  }

  /// What is left of a concept after it was written and read.
  private func held(
    by edition: TBXWriter.Edition, of entry: ConceptEntry, _ ids: Set<String>
  ) -> ConceptEntry {
    ConceptEntry(
      id: entry.id, kind: entry.kind, subjectField: entry.subjectField,
      definition: entry.definition,
      process: edition == .iso2008 && entry.process == .proposed ? .proposed : .approved,
      relations: entry.relations.filter { ids.contains($0.target) }, source: entry.source,
      note: entry.note,
      terms: entry.languageSections.flatMap(\.terms).map { term in
        TermSection(
          language: term.language, text: term.text, termType: term.termType,
          administrativeStatus: term.administrativeStatus,
          register: edition == .iso2008 ? term.register : .neutral,
          geographicalUsage: term.geographicalUsage, partOfSpeech: term.partOfSpeech,
          source: term.source, note: term.note)
      })
  }

  private func arbitraryConcept(
    _ number: Int, _ generator: inout SeededGenerator
  ) -> StoredConcept {
    let kind = ConceptKind.allCases.randomElement(using: &generator) ?? .technical
    var entry = ConceptEntry(id: "\(kind.identifierPrefix)c\(number)", kind: kind)
    entry.subjectField = perhaps(text, &generator)
    entry.definition = perhaps(text, &generator)
    entry.process = ProcessStatus.allCases.randomElement(using: &generator) ?? .approved
    entry.enforce = Bool.random(using: &generator)
    entry.number = perhaps(text, &generator)
    entry.source = perhaps(lines, &generator)
    entry.note = perhaps(lines, &generator)
    for target in 0..<Int.random(in: 0...3, using: &generator) {
      let relation = Relation(
        Relation.Kind.allCases.randomElement(using: &generator) ?? .related,
        ["agency.c\(target)", "term.c\(target)", "name.gone"].randomElement(using: &generator)
          ?? "",
        since: perhaps(date, &generator) ?? nil, until: perhaps(date, &generator) ?? nil,
        scope: perhaps(text, &generator))
      if !entry.relations.contains(relation) { entry.relations.append(relation) }
    }
    let tags = ["en", "en-GB", "zh-Hans", "zh-Hant-TW", "fr"].compactMap { LanguageTag($0) }
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      entry.terms.append(
        TermSection(
          language: tags.randomElement(using: &generator) ?? .english, text: text(&generator),
          termType: TermType.allCases.randomElement(using: &generator),
          administrativeStatus: perhaps(
            { AdministrativeStatus.allCases.randomElement(using: &$0) }, &generator) ?? nil,
          register: Register.allCases.randomElement(using: &generator) ?? .neutral,
          geographicalUsage: perhaps(text, &generator),
          isCaseSensitive: Bool.random(using: &generator),
          partOfSpeech: perhaps(
            { PartOfSpeech.allCases.randomElement(using: &$0) }, &generator) ?? nil,
          since: perhaps(date, &generator) ?? nil, authority: .press,
          source: perhaps(lines, &generator),
          note: perhaps(lines, &generator)))
    }
    let rev = Int.random(in: 1...4, using: &generator)
    return TBXSamples.stored(entry, rev: rev)
  }

  private func perhaps<Value>(
    _ make: (inout SeededGenerator) -> Value, _ generator: inout SeededGenerator
  ) -> Value? {
    Bool.random(using: &generator) ? make(&generator) : nil
  }

  private func text(_ generator: inout SeededGenerator) -> String {
    let words = [
      "<b>", "&amp;", "\"x\"", "']]>", "国家标准", "𠮷", "é\u{301}", "(a)", "since", "2018", "|", "a",
      "\u{3000}全角", "rev 3", "👩‍👩‍👧", "-->", "\u{A0}", "\u{85}x",
    ]
    return (0..<Int.random(in: 1...4, using: &generator))
      .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  private func lines(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in text(&generator) }
      .joined(separator: "\n")
  }

  private func date(_ generator: inout SeededGenerator) -> PartialDate? {
    PartialDate(
      year: Int.random(in: 1949...2026, using: &generator),
      month: perhaps({ Int.random(in: 1...12, using: &$0) }, &generator))
  }
}
