import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange
@testable import Terminology

struct TBXWriterTests {
  @Test(arguments: [
    (TBXWriter.Edition.iso2019, TBXWriter.Style.dca, "2019-dca"), (.iso2019, .dct, "2019-dct"),
    (.iso2008, .dca, "2008"), (.iso2008, .dct, "2008"),
  ])
  func `the sample is written as the golden file has it`(
    edition: TBXWriter.Edition, style: TBXWriter.Style, name: String
  ) throws {
    let (bytes, _) = try TBXSamples.written(TBXSamples.concepts, edition, style)
    let golden = TBXSamples.fixtures.appending(path: "\(name).tbx")
    #expect(
      String(decoding: bytes, as: UTF8.self) == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func `what TBX-Basic has no place for is counted`() throws {
    let (_, losses) = try TBXSamples.written(TBXSamples.concepts, .iso2019, .dca)
    let why = "TBX-Basic has no place for it"
    #expect(
      Set(losses.losses.map { "\($0.count) \($0.what): \($0.why)" }) == [
        "1 relations: the concept that they lead to is not in the file", "2 register: \(why)",
        "1 case: \(why)", "1 recognise: \(why)", "1 since: \(why)", "1 authority: \(why)",
        "1 seen: \(why)", "1 until: \(why)", "1 process: \(why)", "1 enforce: \(why)",
      ])
  }

  @Test func `the edition of 2008 holds register and what is proposed`() throws {
    let (_, losses) = try TBXSamples.written(TBXSamples.concepts, .iso2008, .dca)
    #expect(losses.count("register") == 0 && losses.count("process") == 0)
    #expect(losses.count("since") == 1 && losses.count("relations") == 1)
  }

  @Test func `what a policy has beyond a name is counted`() throws {
    let date = PartialDate("2017-06-01")
    let law = ConceptEntry(
      id: "csl", kind: .policy, process: .retired, issuers: ["agency.npcsc"], number: "53",
      issued: date, effective: date, repealed: date, force: .repealed,
      terms: [TermSection(language: .english, text: "Cybersecurity Law")])
    let (_, losses) = try TBXSamples.written([TBXSamples.stored(law)], .iso2008, .dca)
    #expect(
      losses.losses.map(\.what.english) == [
        "kind", "process", "issuers", "number", "issued", "effective", "repealed", "force",
      ])
  }

  @Test func `identifiers that are no XML names are changed, and references with them`() throws {
    let relations = ["3 a", "_3_a", "3_a", "é"].map { Relation(.related, $0) }
    let concepts = ["_3_a", "3 a", "3_a", "é", "中文"].map { id in
      TBXSamples.stored(
        ConceptEntry(
          id: id, kind: .technical, relations: id == "_3_a" ? relations : [],
          terms: [TermSection(language: .english, text: id)]))
    }
    let (bytes, losses) = try TBXSamples.written(concepts, .iso2019, .dca)
    #expect(losses.count("id") == 3)
    let read = try TBXSamples.read(ByteSource(bytes: bytes, name: "t.tbx")).concepts
    #expect(read.map(\.entry.id) == ["_3_a", "_3_a-2", "_3_a-3", "_", "中文"])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        .components(separatedBy: "target=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        == ["_3_a-2", "_3_a", "_3_a-3", "_"])
  }

  @Test func `two concepts never share an identifier`() throws {
    let twice = [TBXSamples.concepts[1], TBXSamples.concepts[1], TBXSamples.concepts[1]]
    let (bytes, losses) = try TBXSamples.written(twice, .iso2008, .dca)
    #expect(losses.count("id") == 2)
    #expect(
      try TBXSamples.read(ByteSource(bytes: bytes, name: "t.tbx")).concepts.map(\.entry.id)
        == ["agency.aqsiq", "agency.aqsiq-2", "agency.aqsiq-3"])
  }

  @Test func `a revision gives way to a concept that has its identifier`() throws {
    let term = TermSection(language: .english, text: "x")
    let concepts = ["rev1.a", "a"].map {
      TBXSamples.stored(ConceptEntry(id: $0, kind: .technical, terms: [term]))
    }
    let (bytes, losses) = try TBXSamples.written(concepts, .iso2019, .dct)
    #expect(losses.count("rev") == 1)
    let read = try TBXSamples.read(ByteSource(bytes: bytes, name: "t.tbx")).concepts
    #expect(read.map(\.rev) == [1, nil])
  }

  @Test func `characters and white space that XML does not keep are counted`() throws {
    let entry = ConceptEntry(
      id: "term.x", kind: .technical, definition: "a\u{1}b\u{B}", note: " two\n\n lines ",
      terms: [
        TermSection(language: .english, text: "a  b\u{FFFF}"),
        TermSection(language: .english, text: "\u{2} "),
      ])
    let (bytes, losses) = try TBXSamples.written([TBXSamples.stored(entry)], .iso2019, .dct)
    #expect(losses.count("character") == 3)
    #expect(losses.count("white space") == 2)
    #expect(losses.count("term") == 1)
    let read = try TBXSamples.read(ByteSource(bytes: bytes, name: "t.tbx")).concepts[0].entry
    #expect(read.definition == "ab" && read.note == "two\nlines")
    #expect(read.terms.map(\.text) == ["a b"])
  }

  @Test func `a concept without terms is left out and counted`() throws {
    let empty = TBXSamples.stored(ConceptEntry(id: "term.x", kind: .technical))
    let (bytes, losses) = try TBXSamples.written([empty], .iso2019, .dca)
    #expect(losses.count("concept") == 1)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("  </tbxHeader>\n  <text>\n  </text>\n</tbx>\n"))
    #expect(try TBXSamples.read(text).concepts.isEmpty)
  }

  @Test func `a sink that fails is heard`() throws {
    let failure = InterchangeError.file("full", .refused("No space left on device"))
    var writer = TBXWriter(
      ByteSink { _ throws(InterchangeError) in throw failure }, glossaries: [],
      date: try TBXSamples.anyDate.orThrow(), exported: [])
    let error = #expect(throws: InterchangeError.self) {
      try writer.write(TBXSamples.concepts[1])
      _ = try writer.finish()
    }
    #expect(error == failure)
  }
}
