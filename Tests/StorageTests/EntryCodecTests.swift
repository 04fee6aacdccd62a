import Terminology
import TestSupport
import Testing
import TextAnalysis

@testable import Storage

struct EntryCodecTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what is written is read back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let entry = randomEntry("term.any", using: &generator)
    let bytes = EntryCodec.encode(entry)
    #expect(try EntryCodec.decode(bytes, id: entry.id) == entry)
    #expect(try EntryCodec.encode(EntryCodec.decode(bytes, id: "another")) == bytes)
  }

  @Test func `the layout is the documented one`() {
    let entry = ConceptEntry(
      id: "agency.x", kind: .agency, note: "n",
      terms: [
        TermSection(
          language: .english, text: "AB", termType: .acronym, since: PartialDate("2018-03"),
          source: "s"),
        TermSection(language: .simplifiedChinese, text: "甲", source: "s"),
      ])
    #expect(
      EntryCodec.encode(entry) == [
        1, 0, 1, 0x80, 0x02, 1, 0x6E, 2,
        1, 2, 0x41, 0x42, 0x81, 0x09, 1, 0xCC, 0xDA, 0xCF, 0x09, 1, 0x73,
        2, 3, 0xE7, 0x94, 0xB2, 0x80, 0x10,
      ])
  }

  @Test func `no code has changed its meaning`() {
    #expect(Codes.kinds.map(\.rawValue) == ["agency", "policy", "standard", "technical", "name"])
    #expect(
      Codes.processes.map(\.rawValue) == ["proposed", "approved", "rejected", "retired"])
    #expect(Codes.relations.map(\.rawValue) == ["replaces", "replacedBy", "partOf", "related"])
    #expect(
      Codes.languages.map(\.description) == [
        "en", "zh-Hans", "zh-Hant", "zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en-US", "en-GB",
      ])
    #expect(Set(Codes.kinds) == Set(ConceptKind.allCases))
    #expect(Set(Codes.processes) == Set(ProcessStatus.allCases))
    #expect(Set(Codes.forces) == Set(Force.allCases))
    #expect(Set(Codes.relations) == Set(Relation.Kind.allCases))
    #expect(Set(Codes.types) == Set(TermType.allCases))
    #expect(Set(Codes.statuses) == Set(AdministrativeStatus.allCases))
    #expect(Set(Codes.registers) == Set(Register.allCases))
    #expect(Set(Codes.partsOfSpeech) == Set(PartOfSpeech.allCases))
    #expect(Set(Codes.recognitions) == Set(Recognition.allCases))
    #expect(Set(Codes.authorities) == Set(Authority.allCases))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `an entry cut anywhere is refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = EntryCodec.encode(randomEntry("term.any", using: &generator))
    for length in bytes.indices {
      #expect(throws: EntryDamage.self) {
        try EntryCodec.decode(Array(bytes[..<length]), id: "term.any")
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `an entry with a byte of another value is refused or read, and never traps`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = EntryCodec.encode(randomEntry("term.any", using: &generator))
    for place in bytes.indices {
      for value in [0, 0x7F, 0x80, 0xFF, bytes[place] ^ 1] as [UInt8] {
        var damaged = bytes
        damaged[place] = value
        guard let entry = try? EntryCodec.decode(damaged, id: "term.any") else { continue }
        #expect((try? EntryCodec.decode(EntryCodec.encode(entry), id: "term.any")) == entry)
      }
    }
  }

  @Test(arguments: [
    ([2, 0, 1, 0, 0], EntryDamage.unknownFormat),
    ([1, 9, 1, 0, 0], .unknownCode),
    ([1, 0, 1, 0, 0, 0], .tooLong),
    ([1, 0, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], .cutShort),
    ([1, 0, 1, 1, 1, 0xFF, 0], .notUTF8),
    ([1, 0, 1, 8, 1, 0], .unknownCode),
  ])
  func `what is wrong with the bytes is said`(bytes: [UInt8], damage: EntryDamage) {
    #expect(throws: damage) { try EntryCodec.decode(bytes, id: "x") }
  }
}
