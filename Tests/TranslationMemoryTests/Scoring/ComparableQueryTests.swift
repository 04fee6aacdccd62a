import TestSupport
import Testing
import TextAnalysis

@testable import TranslationMemory

struct ComparableQueryTests {
  @Test func `small letters are those of the standard library, whatever the script`() {
    let texts = [
      "Standardization Administration of China (SAC)", "ΣΊΣΥΦΟΣ", "İstanbul ĲSSEL Straße ẞ",
      "网络安全法（ＧＢ／Ｔ　１）“Ａ”—ⅣⒶ", "ꙊꭰᏸℵKÅ Ωmega ⲀⳂ", "𐐀𞤀𝐀 emoji 👩‍👧", "", "\u{301}É",
    ]
    for text in texts {
      #expect(
        LowercaseScalars.of(text) == text.lowercased().unicodeScalars.map(\.value), "\(text)")
    }
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      #expect(LowercaseScalars.of(text) == text.lowercased().unicodeScalars.map(\.value))
    }
  }

  @Test func `keys are numbered from 1 in their order, and others are 0`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let keys = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        (String(Int.random(in: 0...30, using: &generator))
          + ["", "法", "网络", "longer than fifteen bytes"][Int.random(in: 0...3, using: &generator)])
      }
      var numbers = KeyNumbers(capacity: keys.count)
      var expected: [String: UInt32] = [:]
      for key in keys {
        numbers.add(key)
        if expected[key] == nil { expected[key] = UInt32(expected.count + 1) }
      }
      for key in keys + ["x", "", "络", "31"] {
        #expect(numbers.number(of: key) == expected[key] ?? 0)
      }
    }
  }

  @Test func `a source has the same numbers whether it is numbered once or by parts`() {
    let query = ComparableQuery(PreparedSegment("本法自2021年9月1日起施行。"))
    for text in ["本法自2021年10月1日起施行", "。。", "", "第一条、第二条。", "The Law (2021)."] {
      let source = PreparedSegment(Segment(text))
      let numbered = query.numbered(source)
      #expect(numbered.numbers == query.numbers(of: numbered.tokens))
      #expect(numbered.comparedNumbers == query.numbers(of: source.compared))
      #expect(query.distance(to: numbered.comparedNumbers) == query.distance(to: source))
    }
  }

  @Test func `sets of penalties are told in the order of the kinds`() {
    for (place, kind) in PenaltyKind.general.enumerated() {
      #expect(PenaltyKinds(rawValue: 1 << UInt16(place)).general == [kind])
    }
    let kinds: PenaltyKinds = [.machine, .numbers, .letterCase]
    #expect(kinds.general == [.letterCase, .numbers, .machine])
  }
}
