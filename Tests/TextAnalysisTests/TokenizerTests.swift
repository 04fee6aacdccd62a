import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

struct TokenizerTests {
  @Test(arguments: [
    ("Measures No. 3", "measure|no|.|0"), ("1,000 3.14 2021 １２", "0|0|0|0"),
    ("12,13", "0|,|0"), ("2020，2021", "0|,|0"), ("１，０００", "0"), ("３．５", "0"),
    ("10\u{A0}000", "0"), ("10\u{202F}000", "0"), ("1.2.3", "0"), ("1,0002", "0|,|0"),
    ("-5 %", "-|0|%"), ("2021-06-07", "0|-|0|-|0"), ("5G GB18030", "5g|gb18030"),
    ("3.5GHz", "0|ghz"), ("m² CO₂", "m²|co₂"), ("snake_case", "snake_case"),
    ("don't", "don't"), ("don’t", "don't"), ("People’s Bank", "people|bank"),
    ("companies' it's", "company|'|it's"), ("l'État", "l'état"), ("'quoted'", "'|quoted|'"),
    ("1990's", "0|'|s"), ("cafe\u{301}", "café"), ("ＧＢ／Ｔ", "gb|/|t"),
    ("數據安全法", "数|据|安|全|法"), ("“十四五”规划", "“|十|四|五|”|规|划"), ("，。", ",|。"),
    ("Росстандарт", "росстандарт"), ("ΣΑΣ σας", "σασ|σασ"), ("data\u{AD}base", "database"),
    ("da\u{200B}ta", "data"), ("\u{202E}abc\u{202C}", "abc"), ("👨‍👩‍👧", "👨👩👧"), ("❤️", "❤"),
    ("🇨🇳🇬🇧", "🇨🇳|🇬🇧"), ("👍🏽", "👍🏽"), ("1️⃣", "0"), ("가", "가"), ("\u{1100}\u{1161}", "가"),
    ("ガ", "ガ"), ("カ\u{3099}", "ガ"), ("𠀀a", "𠀀|a"), ("=\u{338}", "≠"), ("", ""), (" \t\n", ""),
    ("“”", "“|”"), ("C++", "c|+|+"), ("a—b", "a|—|b"), ("GB/T 1.1—2020", "gb|/|t|0|—|0"),
    ("\u{F900}", "岂"), ("Ⓐ", "ⓐ"), ("①", "①"), ("Ⅳ", "ⅳ"), ("the agencies", "the|agency"),
  ])
  func `cuts and folds`(text: String, keys: String) {
    let tokens = Tokenizer.tokens(of: text)
    #expect(tokens.map(\.key).joined(separator: "|") == keys)
  }

  @Test func `the example of the documentation is true`() {
    let keys = Tokenizer.tokens(of: "Measures No. 1,000, 第３条").map(\.key)
    #expect(keys == ["measure", "no", ".", "0", ",", "第", "0", "条"])
  }

  @Test func `ranges are of the text as it came`() {
    let text = "Cafe\u{301} 網3"
    let tokens = Tokenizer.tokens(of: text)
    #expect(tokens.map(\.scalars) == [0..<5, 6..<7, 7..<8])
    #expect(tokens.map(\.bytes) == [0..<6, 7..<10, 10..<11])
    #expect(tokens.map(\.kind) == [.word, .han, .number])
  }

  @Test func `codes stand among the tokens and only standalone ones part words`() {
    let segment = Segment(
      "abc def",
      codes: [
        InlineCode(scalarOffset: 0, kind: .opening, markup: "<bpt i=\"1\" type=\"b\">"),
        InlineCode(scalarOffset: 2, kind: .closing, markup: "<ept i=\"1\"/>"),
        InlineCode(scalarOffset: 5, kind: .standalone, markup: "<ph x='7'>{0}</ph>"),
        InlineCode(scalarOffset: 99, kind: .standalone, markup: "{1}"),
      ])
    let tokens = Tokenizer.tokens(of: segment)
    #expect(
      tokens.map(\.key) == [
        "\u{1}(<bpt type=\"b\">", "abc", "\u{1})<ept/>", "d", "\u{1}/<ph>{0}</ph>", "ef",
        "\u{1}/{1}",
      ])
    #expect(tokens.map(\.scalars) == [0..<0, 0..<3, 2..<2, 4..<5, 5..<5, 5..<7, 7..<7])
    #expect(Tokenizer.compared(tokens).map(\.key) == ["abc", "d", "ef"])
  }

  @Test(arguments: [
    ("<bpt i=\"1\" type=\"b\">", "<bpt i=\"2\" type=\"b\">"), ("<ph x=\"1\"/>", "<ph x='12' />"),
    ("<it pos=\"begin\" x=\"3\">a</it>", "<it x=\"4\"   pos=\"begin\">a</it>"),
    ("<bpt i='a > b' type='x'>", "<bpt type='x'>"),
  ])
  func `codes that differ in numbering only have one key`(one: String, other: String) {
    func key(_ markup: String) -> String {
      TokenKey.code(InlineCode(scalarOffset: 0, kind: .opening, markup: markup))
    }
    #expect(key(one) == key(other))
    #expect(key(one) != key("<bpt type=\"i\">"))
  }

  @Test func `half a tag and no tag are codes like others`() {
    for markup in ["", "<", "<a", "<a b", "<a b='", "a i='1'", "< >", "<ph\u{301}"] {
      let code = InlineCode(scalarOffset: 0, kind: .standalone, markup: markup)
      #expect(TokenKey.code(code).hasPrefix("\u{1}/"))
    }
  }

  @Test func `punctuation counts only where there is nothing else`() {
    func compared(_ text: String) -> [String] {
      Tokenizer.compared(Tokenizer.tokens(of: text)).map(\.key)
    }
    #expect(compared("“Scope”, 1.") == ["scope", "0"])
    #expect(compared("……") == ["…", "…"])
    #expect(compared(" ").isEmpty)
  }
}

struct TokenizerTwinTests {
  private let reference: ReferenceTokenizer

  init() throws { reference = try ReferenceTokenizer() }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `agrees with the reference on any text`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 { check(randomText(using: &generator)) }
  }

  @Test func `agrees with the reference on every scalar`() {
    for value in stride(from: UInt32(0), to: 0x3_2000, by: 1) {
      let isDull = (0x3400...0xF8FF).contains(value) || value > 0x1_0000
      if isDull, value % 61 != 0 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      check(String(scalar))
    }
  }

  @Test func `agrees with the reference on hostile strings`() {
    guard let text = SharedData.text(of: "hostile/naughty-strings.txt") else { return }
    for line in text.split(whereSeparator: \.isNewline) { check(String(line)) }
  }

  @Test func `agrees with the reference on real segments`() {
    guard let text = SharedData.text(of: "tm/en-zh.tsv.xz") else { return }
    for (number, line) in text.split(separator: "\n").enumerated() where number % 997 == 0 {
      check(String(line))
    }
  }

  /// Compares the two, but for texts with scalars that the toolchain's ICU does not know yet.
  private func check(_ text: String) {
    if text.unicodeScalars.contains(where: { ($0.properties.age?.major ?? 0) > 16 }) { return }
    let (tokens, expected) = (Tokenizer.tokens(of: text), reference.tokens(of: text))
    let isSame =
      tokens.map(\.kind) == expected.map(\.kind) && tokens.map(\.scalars) == expected.map(\.scalars)
      && tokens.map(\.bytes) == expected.map(\.bytes)
      && zip(tokens, expected).allSatisfy { $0.key.utf8.elementsEqual($1.key.utf8) }
    if !isSame {
      Issue.record("\(escaped(text)): \(described(tokens)) is not \(described(expected))")
    }
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
  }

  private func described(_ tokens: [Token]) -> String {
    tokens.map { "\($0.kind) \($0.scalars) [\(escaped($0.key))]" }.joined(separator: ", ")
  }

  private func randomText(using generator: inout SeededGenerator) -> String {
    let pieces = [
      "the ", "Measures", "agencies", "'s", "'", "’", "＇", ".", ",", "，", "．", "1", "12", "345",
      "６７８", "９", "％", " ", "\u{A0}", "\u{2009}", "网", "網絡", "《", "”", "ＡＢ", "e", "\u{301}",
      "\u{200B}", "\u{200D}", "👩", "🏽", "❤", "\u{FE0F}", "🇨", "İ", "\u{212A}", "_", "\u{1100}",
      "\u{1161}", "가", "\u{11A8}", "ß", "ς", "カ\u{3099}", "𠀀", "\u{F900}", "\u{202E}", "\u{AD}",
      "²",
      "א", "م", "ไ", "\u{20E3}", "ｶ", "\u{2F800}", "№", "Ⅷ", "。", "｡", "￥", "٣", "isation", "𝐀",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x3100 : 0x1FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
          text.unicodeScalars.append(scalar)
        }
      } else {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
    }
    return text
  }
}
