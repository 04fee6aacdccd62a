package import TextAnalysis

/// Words that are looked for in segments.
///
/// Differences of form, width, case, script and inflection are bridged; numbers have to be the same
/// number. In quotation marks the words are taken as written.
package struct ConcordanceQuery: Sendable {
  /// How the words have to stand.
  package enum Order: Sendable {
    /// One after the other; punctuation may stand between them.
    case phrase
    /// All of them, anywhere.
    case allWords
  }

  /// What an index can look for: the keys of the words, in order. Empty only where the query is.
  package let keys: [String]
  /// How the words have to stand.
  package let order: Order
  /// Whether units may hold it that an index does not name by its words: where the first or last
  /// word, taken as written, may be part of a longer one, and where there are marks only, which an
  /// index leaves out.
  package var standsBeyondWords: Bool {
    isPunctuation || literal != nil && (words.first?.kind != .han || words.last?.kind != .han)
  }
  private var isPunctuation: Bool { words.allSatisfy { $0.kind == .punctuation } }
  private let words: [Word]
  private let literal: String?

  private struct Word: Hashable, Sendable {
    var kind: Token.Kind
    var key: String
    /// The digits of a number.
    var number: String?
  }

  private static let quotationMarks: [(Character, Character)] = [
    ("\"", "\""), ("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"),
  ]

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - order: How they have to stand.
  package init(_ text: String, order: Order) {
    let quoted = Self.quotationMarks.contains { open, close in
      text.count >= 2 && text.first == open && text.last == close
    }
    let content = quoted ? String(text.dropFirst().dropLast()) : text
    literal = quoted ? content : nil
    self.order = quoted ? .phrase : order
    let prepared = PreparedSegment(Segment(content))
    words = prepared.compared.map { Self.word($0, in: prepared) }
    keys = words.map(\.key)
  }

  private static func word(_ token: Token, in segment: PreparedSegment) -> Word {
    Word(
      kind: token.kind, key: token.key,
      number: token.kind == .number ? TokenLayers.figures(segment.text(of: token)).value : nil)
  }

  /// Returns where the words stand in a segment.
  ///
  /// - Returns: Ranges in Unicode scalars, ascending, none overlapping; none where the segment does
  ///   not hold what is looked for.
  /// - Complexity: O(bytes + tokens · words).
  package func ranges(in segment: Segment) -> [Range<Int>] {
    if let literal { return Self.places(of: literal, in: segment.text) }
    guard !words.isEmpty else { return [] }
    let prepared = PreparedSegment(segment)
    let tokens = isPunctuation ? prepared.tokens.filter { $0.kind != .code } : prepared.compared
    let others = tokens.map { Self.word($0, in: prepared) }
    switch order {
    case .phrase: return phrases(in: others, tokens)
    case .allWords:
      let wanted = Set(words)
      guard wanted.isSubset(of: others) else { return [] }
      return others.indices.filter { wanted.contains(others[$0]) }.map { tokens[$0].scalars }
    }
  }

  private func phrases(in others: [Word], _ tokens: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place + words.count <= others.count {
      if others[place..<place + words.count].elementsEqual(words) {
        found.append(
          tokens[place].scalars.lowerBound..<tokens[place + words.count - 1].scalars.upperBound)
        place += words.count
      } else {
        place += 1
      }
    }
    return found
  }

  private static func places(of literal: String, in text: String) -> [Range<Int>] {
    let (wanted, scalars) = (Array(literal.unicodeScalars), Array(text.unicodeScalars))
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return [] }
    var found: [Range<Int>] = []
    var place = 0
    while place + wanted.count <= scalars.count {
      if scalars[place] == wanted[0], scalars[place..<place + wanted.count].elementsEqual(wanted) {
        found.append(place..<place + wanted.count)
        place += wanted.count
      } else {
        place += 1
      }
    }
    return found
  }
}
