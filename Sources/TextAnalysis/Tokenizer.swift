/// Cuts texts into the tokens that fuzzy matching compares.
///
///     Tokenizer.tokens(of: "Measures No. 1,000, 第３条").map(\.key)
///     // measure  no  .  0  ,  第  0  条
///
/// - A **word** is a run of letters (Latin, Greek, Cyrillic, …), `_` and digits that holds a letter,
///   and of apostrophes between letters: `GB18030`, `don't`, `5G`, `m²`.
/// - A **number** is a run of digits, with a full stop between digits (`3.14`, `1.2.3`) and with a
///   comma, a no-break or a thin space before just three of them (`1,000`, not `12,13`). Full-width
///   separators count between full-width digits only, because a Chinese comma parts a list. Signs,
///   `%`, `:` and `/` are punctuation, for a hyphen is seldom a minus. A letter right after digits
///   makes a word (`5G`), after a number with a separator it begins one (`3.5`, `GHz`).
/// - Each **Han** character, kana or Hangul syllable is a token, and so is each other scalar
///   (**punctuation**), but not white space.
/// - Combining marks stay with what they stand on; an emoji sequence is one token. Invisible format
///   characters part nothing and are in no key.
/// - An **inline code** has no width. A standalone one parts words (`a<br/>b`); the start or end of
///   bold inside a word does not, and follows it.
///
/// Keys go through the layers of ``TokenLayers``: composition, width, case, script, English
/// endings, and `0` for every number.
package enum Tokenizer {
  /// Returns the tokens of a segment, in order, its codes among them.
  ///
  /// - Complexity: O(bytes), about 10 ns a byte.
  package static func tokens(of segment: Segment) -> [Token] {
    if segment.codes.isEmpty { return tokens(of: segment.text) }
    var text = segment.text
    return text.withUTF8 { buffer in
      let places = unsafe Self.places(of: segment.codes, in: buffer)
      var pass = unsafe TokenPass(over: buffer)
      for (code, place) in zip(segment.codes, places) where code.kind == .standalone {
        pass.run(upTo: place.byte)
      }
      pass.run(upTo: buffer.count)
      return merged(pass.tokens, segment.codes, places)
    }
  }

  /// Returns the tokens of a text, in order.
  ///
  /// - Complexity: O(bytes), about 10 ns a byte.
  package static func tokens(of text: String) -> [Token] {
    var text = text
    return text.withUTF8 { buffer in
      var pass = unsafe TokenPass(over: buffer)
      pass.run(upTo: buffer.count)
      return pass.tokens
    }
  }

  /// Returns the tokens that match rates are counted in: those without punctuation and codes, or
  /// all where there are no others.
  package static func compared(_ tokens: [Token]) -> [Token] {
    func isCompared(_ token: Token) -> Bool { token.kind != .punctuation && token.kind != .code }
    let count = tokens.count(where: isCompared)
    // What is the same is not copied.
    return count == 0 || count == tokens.count ? tokens : tokens.filter(isCompared)
  }
}

extension Tokenizer {
  private typealias Place = (scalar: Int, byte: Int)

  /// The place of each code; those past the end or out of order stand as far on as they can.
  private static func places(
    of codes: [InlineCode], in text: UnsafeBufferPointer<UInt8>
  ) -> [Place] {
    var place: Place = (0, 0)
    return codes.map { code in
      while place.scalar < code.scalarOffset, place.byte < text.count {
        place.scalar += 1
        place.byte += 1
        while place.byte < text.count, unsafe text[place.byte] & 0xC0 == 0x80 { place.byte += 1 }
      }
      return place
    }
  }

  private static func merged(
    _ tokens: [Token], _ codes: [InlineCode], _ places: [Place]
  ) -> [Token] {
    var merged: [Token] = []
    merged.reserveCapacity(tokens.count + codes.count)
    var next = 0
    for (code, place) in zip(codes, places) {
      while next < tokens.count, tokens[next].bytes.lowerBound < place.byte {
        merged.append(tokens[next])
        next += 1
      }
      merged.append(
        Token(
          kind: .code, scalars: place.scalar..<place.scalar, bytes: place.byte..<place.byte,
          key: TokenKey.code(code)))
    }
    merged += tokens[next...]
    return merged
  }
}
