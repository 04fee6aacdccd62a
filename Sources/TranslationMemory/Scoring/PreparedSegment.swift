package import TextAnalysis

/// A segment cut into tokens, ready to be compared.
package struct PreparedSegment: Sendable {
  /// The segment.
  package let segment: Segment
  /// All its tokens.
  package let tokens: [Token]
  /// Those that the rate counts: without punctuation and codes, unless there is nothing else.
  package let compared: [Token]

  /// Cuts a segment into tokens.
  ///
  /// - Complexity: O(bytes).
  package init(_ segment: Segment) {
    self.segment = segment
    tokens = Tokenizer.tokens(of: segment)
    compared = Tokenizer.compared(tokens)
  }

  /// The text of a token as it is written.
  package func text(of token: Token) -> Substring { token.text(in: segment.text) }

  /// From the first scalar to the last of some compared tokens.
  package func scalars(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return compared[range.lowerBound].scalars
      .lowerBound..<compared[range.upperBound - 1].scalars.upperBound
  }

  /// The text from the first to the last of some tokens as it is written.
  package func text(of range: Range<Int>) -> Substring {
    guard !range.isEmpty else { return "" }
    return segment.text[
      bytes: tokens[range.lowerBound].bytes
        .lowerBound..<tokens[range.upperBound - 1].bytes.upperBound]
  }
}

extension String {
  /// The part of the text that stands at some bytes of its UTF-8.
  package subscript(bytes range: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
