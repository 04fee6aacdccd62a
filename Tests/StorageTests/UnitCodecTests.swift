import Foundation
import TestSupport
import Testing
import TextAnalysis
import TranslationMemory

@testable import Storage

struct UnitCodecTests {
  @Test(arguments: ["en", "en-GB", "zh", "zh-TW", "zh-Hans-CN", "de", "sr-Latn", "es-419"])
  func `a language is named as it is described`(tag: String) throws {
    let tag = try #require(LanguageTag(tag))
    #expect(tag.name == tag.description)
  }

  @Test(arguments: [scope, annex, fullUnit])
  func `what is written is read back`(unit: TranslationUnit) throws {
    #expect(try UnitCodec.decode(UnitCodec.encode(unit)) == unit)
    var rest = unit
    (rest.previous, rest.next, rest.origin) = (nil, nil, nil)
    (rest.creation, rest.change) = (Authorship(), Authorship())
    (rest.attributes, rest.notes) = ([], [])
    (rest.source.segment.codes, rest.target.segment.codes) = ([], [])
    try UnitCodec.addRest(UnitCodec.encodeRest(unit), to: &rest)
    #expect(rest == unit)
    let context = try UnitCodec.context(of: UnitCodec.encodeRest(unit))
    #expect(context.previous == unit.previous)
    #expect(context.next == unit.next)
  }

  @Test func `a plain unit has a rest of two bytes, and the layout is the documented one`() {
    #expect(UnitCodec.encodeRest(scope) == [1, 0])
    #expect(
      UnitCodec.encode(scope)
        == [1, 0, 0, 2] + Array("en".utf8) + [7] + Array("zh-Hans".utf8) + [5]
        + Array("Scope".utf8) + [6] + Array("范围".utf8) + [1, 0])
  }

  @Test(
    arguments: [
      (0.9, 0), (-0.1, -1), (-3, -3), (253_402_300_799, 253_402_300_799), (253_402_300_800, nil),
      (.infinity, nil), (.nan, nil), (1e300, nil), (-1e300, nil),
    ] as [(Double, Int?)])
  func `moments are kept to the second, and what is none is not kept`(
    time: Double, second: Int?
  ) throws {
    let unit = with(scope) { $0.creation.date = Date(timeIntervalSince1970: time) }
    #expect(
      try UnitCodec.decode(UnitCodec.encode(unit)).creation.date
        == second.map { Date(timeIntervalSince1970: Double($0)) })
  }

  @Test func `damage is an error and never a trap`() throws {
    let whole = UnitCodec.encode(fullUnit)
    for count in 0..<whole.count {
      #expect(throws: EntryDamage.self) { try UnitCodec.decode(Array(whole.prefix(count))) }
    }
    #expect(throws: EntryDamage.tooLong) { try UnitCodec.decode(whole + [0]) }
    var generator = SeededGenerator(seed: 7)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
      if let unit = try? UnitCodec.decode(bytes) {
        #expect(unit.source.segment.hasCodesInPlace && unit.target.segment.hasCodesInPlace)
      }
    }
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<40, using: &generator)
      let bytes = [1] + (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = try? UnitCodec.decode(bytes)
      _ = try? UnitCodec.context(of: bytes)
    }
  }

  @Test func `content is told apart byte by byte, context and codes included`() {
    let base = UnitContent(scope)
    #expect(base == UnitContent(with(scope) { ($0.id, $0.state, $0.notes) = ("x", .draft, ["n"]) }))
    #expect(UnitContent(scope).contextKey == 0)
    let others = [
      with(scope) { $0.source.language = LanguageTag("en-GB") ?? .english },
      with(scope) { $0.source.segment.text = "Scope " },
      with(scope) { $0.target.segment.text = "范围。" },
      with(scope) {
        $0.source.segment.codes = [InlineCode(scalarOffset: 0, kind: .standalone, markup: "x")]
      },
      with(scope) {
        $0.target.segment.codes = [InlineCode(scalarOffset: 0, kind: .standalone, markup: "x")]
      },
      with(scope) { $0.previous = "" }, with(scope) { $0.next = "" },
      with(scope) { $0.source.segment.text = "Cafe\u{301}" },
      with(scope) { $0.source.segment.text = "Caf\u{E9}" },
    ].map(UnitContent.init)
    let keys = Set(([base] + others).map { [$0.pairKey, $0.contextKey] })
    #expect(keys.count == others.count + 1)
    for (place, one) in others.enumerated() {
      #expect(one != base)
      #expect(others.indices.allSatisfy { $0 == place || others[$0] != one })
    }
  }
}
