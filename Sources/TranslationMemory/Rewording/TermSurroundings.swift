import TextAnalysis

/// The stretches of a text around a term that may be longer terms.
package enum TermSurroundings {
  private static let reach = 6
  private static let placeLimit = 3

  /// Returns the stretches of whole tokens that hold a term and up to six tokens more on either side,
  /// for the first three places where it stands.
  package static func wider(than term: String, in text: String) -> Set<String> {
    let tokens = Tokenizer.tokens(of: text)
    var found: Set<String> = []
    for place in TargetEdits(text).places(ofWholeWord: term).prefix(placeLimit) {
      guard let first = tokens.firstIndex(where: { $0.bytes.upperBound > place.lowerBound }),
        let last = tokens.lastIndex(where: { $0.bytes.lowerBound < place.upperBound })
      else { continue }
      var (start, end) = (first, last)
      while start > 0, first - start < reach, tokens[start - 1].isOfWords { start -= 1 }
      while end + 1 < tokens.count, end - last < reach, tokens[end + 1].isOfWords { end += 1 }
      for left in start...first {
        for right in last...end where left < first || right > last {
          found.insert(
            String(text[bytes: tokens[left].bytes.lowerBound..<tokens[right].bytes.upperBound]))
        }
      }
    }
    return found
  }
}

extension Token {
  fileprivate var isOfWords: Bool { kind != .punctuation && kind != .code }
}
