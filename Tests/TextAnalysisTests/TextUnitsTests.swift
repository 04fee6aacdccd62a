import TestSupport
import Testing

@testable import TextAnalysis

/// The units of running text, against the folders and the tokenizer that they are to agree with.
struct TextUnitsTests {
  /// The units of a text: words by their keys, characters and signs as they are.
  private static func spelled(_ text: String) -> [String] {
    var read = TextUnits()
    read.read(text)
    var spelled: [String] = []
    for unit in read.units {
      spelled.append(
        unit.kind == .word
          ? unsafe String(decoding: read.key(of: unit), as: UTF8.self)
          : Unicode.Scalar(unit.code).map { String($0) } ?? "?")
    }
    return spelled
  }

  @Test(arguments: [
    ("The State’s Data-Security\nLaw", ["the", "state", "data", "security", "law"]),
    ("國家數據（ＡＢＣ）", ["国", "家", "数", "据", "(", "abc", ")"]),
    ("U.S.-China, e.g. 1,000 or 3.14", ["us", "china", ",", "eg", "1000", "or", "3.14"]),
    ("SMEs GOODS goods AIDS SMEs'", ["sme", "goods", "goods", "aid", "sme"]),
    ("R&amp;D — a——b [c]", ["r", "&", "d", "—", "a", "—", "b", "(", "c", ")"]),
    ("da\u{200B}ta cafe\u{301} か\u{3099}", ["data", "café", "が"]),
    ("don't rock’n’roll Parties’", ["dont", "rocknroll", "party"]),
  ])
  func `a text is cut into what names are compared by`(text: String, expected: [String]) {
    #expect(Self.spelled(text) == expected)
  }

  /// Checks the units of a text against the tokens of the tokenizer: the same words and characters
  /// in the same places, with keys that both folders make.
  private func compare(_ text: String) {
    var read = TextUnits()
    read.read(text)
    var units: [Int: (key: String, end: Int, isExempt: Bool)] = [:]
    for unit in read.units {
      let key =
        unit.kind == .word
        ? unsafe String(decoding: read.key(of: unit), as: UTF8.self)
        : Unicode.Scalar(unit.code).map { String($0) } ?? "?"
      units[Int(unit.scalarStart)] = (
        key, Int(unit.scalarEnd), unit.traits.contains(.isPluralOfCapitals)
      )
    }
    for token in Tokenizer.tokens(of: text) where token.kind == .word || token.kind == .han {
      let written = token.text(in: text)
      guard !written.contains(where: { "'’＇".contains($0) }) else { continue }
      guard let unit = units[token.scalars.lowerBound] else {
        // Joined to what stands before it: U.S., PM2.5.
        #expect(
          units.contains {
            $0.key < token.scalars.lowerBound && $0.value.end > token.scalars.lowerBound
          },
          "\(written)")
        continue
      }
      guard unit.end == token.scalars.upperBound, !unit.isExempt else { continue }
      let isOwn = PluralNouns.shared.holds(unit.key)
      #expect(isOwn || unit.key == token.key, "\(written): \(unit.key)")
      // The folder of names folds the endings of letters between digits too.
      guard token.kind == .word, written.allSatisfy(\.isLetter) else { continue }
      #expect(isOwn || unit.key == KeyFolder.squeezed(String(written)), "\(written)")
    }
  }

  @Test(arguments: 0..<40)
  func `words and characters are those of the tokenizer, folded alike`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "measures", "AGENCIES", "Standardisation", "programme", "it", "GB18030", "5G", "Ωmega", "ÉTÉ",
      "網", "絡", "全", "か", "ㄅ", "ＡＢｃ", "１２", " ", " ", " ", "-", "\n", "，", "。", "(", "）",
      "\u{200B}", "\u{AD}", "goods", "series", "analyses", "ﬁn", "ß", "Я", "한", "々",
    ]
    for _ in 0..<50 {
      let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      compare(text)
    }
  }

  @Test func `real sentences are folded as the folders fold them`() {
    guard let table = SharedData.text(of: "tm/tico19.en-zh.tmx") else { return }
    for line in table.split(separator: "\n").prefix(3_000) where line.contains("<seg>") {
      compare(String(line))
    }
  }
}

extension PluralNouns {
  fileprivate func holds(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { unsafe contains($0) }
  }
}
