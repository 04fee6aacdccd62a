import Testing
import TextAnalysis

struct TokenLayersTests {
  @Test(
    arguments: [
      ("Measures", "measure", [.letterCase, .inflection]), ("網", "网", .script),
      ("１２", "12", .width), ("1,000", "1000", []), ("3.14", "314", .number), ("5", "6", .number),
      ("MEASURES", "MEASURE", .inflection), ("ＭＥＡＳＵＲＥＳ", "ＭＥＡＳＵＲＥ", .inflection),
      ("ＡＢ", "AB", .width), ("ＡＢ", "ab", [.width, .letterCase]), ("same", "same", []),
      ("cafe\u{301}", "café", []), ("Ａ\u{301}", "Á", .width), ("da\u{200B}ta", "data", []),
      ("don't", "don’t", .punctuation), ("People’s", "people", [.letterCase, .inflection]),
      ("centre", "center", .inflection), ("，", ",", .width), ("٣", "3", []),
      ("１，０００", "1,000", .width),
      ("１", "2", [.width, .number]), ("ΣΑΣ", "σας", .letterCase), ("臺", "台", .script),
      ("\u{F900}", "豈", []), ("agencies", "Agency", [.letterCase, .inflection]),
    ] as [(String, String, TokenLayers)])
  func `tells in what two writings differ`(one: String, other: String, layers: TokenLayers) throws {
    let first = try #require(Tokenizer.tokens(of: one).first)
    let second = try #require(Tokenizer.tokens(of: other).first)
    #expect(first.key == second.key)
    #expect(TokenLayers.between(first, of: one, second, of: other) == layers)
    #expect(TokenLayers.between(second, of: other, first, of: one) == layers)
  }

  @Test func `collects the layers of what two segments share`() {
    let (one, other) = ("Measures of 2021 on 網", "measures for 2022 on 网 Ａ")
    let first = Tokenizer.compared(Tokenizer.tokens(of: one))
    let second = Tokenizer.compared(Tokenizer.tokens(of: other))
    var numbers: [String: UInt32] = [:]
    func number(_ token: Token) -> UInt32 {
      let next = UInt32(numbers.count)
      return numbers[token.key, default: next]
    }
    for token in first + second where numbers[token.key] == nil {
      numbers[token.key] = UInt32(numbers.count)
    }
    let blocks = SequencePattern(first.map(number)).blocks(to: second.map(number))
    #expect(blocks.map(\.kind) == [.equal, .replace, .equal, .insert])
    #expect(
      TokenLayers.across(blocks, first, of: one, second, of: other)
        == [.letterCase, .number, .script])
  }
}
