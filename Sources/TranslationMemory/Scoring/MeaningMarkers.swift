import TextAnalysis

/// Finds the words that deny, oblige, allow and bound, so that two segments of one language can be
/// held against each other.
enum MeaningMarkers {
  /// A word or phrase that bears on the meaning.
  struct Marker: Hashable {
    var kind: MeaningFlip.Kind
    /// What it says; markers of one sense are no difference: *shall* and *must*.
    var sense: Sense
    var text: String
  }

  /// What a marker says.
  enum Sense: String {
    case denied
    case obliged, advised, allowed
    case atLeast, moreThan, atMost, lessThan, outside
  }

  /// Tells where a query and a source differ in what turns the meaning round.
  ///
  /// - Returns: At most one flip a kind; none where both say the same as often.
  static func flips(query: PreparedSegment, source: PreparedSegment) -> [MeaningFlip] {
    flips(query: markers(in: query), source: source)
  }

  /// The same for a query whose markers are known.
  static func flips(query ours: [Marker], source: PreparedSegment) -> [MeaningFlip] {
    let theirs = markers(in: source)
    if ours.isEmpty, theirs.isEmpty { return [] }
    return MeaningFlip.Kind.allCases.compactMap { kind in
      let (mine, other) = (ours.filter { $0.kind == kind }, theirs.filter { $0.kind == kind })
      let same =
        mine.map(\.sense.rawValue).sorted().elementsEqual(other.map(\.sense.rawValue).sorted())
      return same
        ? nil : MeaningFlip(kind: kind, query: mine.map(\.text), source: other.map(\.text))
    }
  }

  /// The markers of a segment in order; where several begin at a token, the longest.
  static func markers(in segment: PreparedSegment) -> [Marker] {
    let tokens = segment.tokens.filter { $0.kind != .code }
    let words = tokens.map { segment.text(of: $0) }
    let lowered = words.map { word in
      let lowered = word.lowercased()
      return (lowered.utf8.contains(0xE2) ? lowered.replacing("’", with: "'") : lowered)[...]
    }
    var found: [Marker] = []
    var place = 0
    while place < tokens.count {
      let phrase =
        tokens[place].kind == .han
        ? MeaningPhrases.chinese.longest(at: place, in: words)
        : MeaningPhrases.english.longest(at: place, in: lowered)
      guard let phrase else {
        place += 1
        continue
      }
      if let sense = phrase.sense, isMeant(phrase, at: place, tokens: tokens, words: words) {
        let text = segment.segment.text[
          bytes: tokens[place].bytes.lowerBound..<tokens[place + phrase.length - 1].bytes.upperBound
        ]
        found.append(Marker(kind: sense.kind, sense: sense, text: String(text)))
      }
      place += phrase.length
    }
    return found
  }

  /// Whether a phrase that has other uses too is used in this one.
  private static func isMeant(
    _ phrase: MeaningPhrases.Phrase, at place: Int, tokens: [Token], words: [Substring]
  ) -> Bool {
    let end = place + phrase.length
    switch phrase.condition {
    case .always: return true
    case .beforeNumber:
      return tokens[end..<min(end + 3, tokens.count)].indices.contains {
        isNumeral(tokens[$0], words[$0])
      }
    case .afterNumber:
      return tokens[max(0, place - 4)..<place].indices.contains {
        isNumeral(tokens[$0], words[$0])
      }
    case .notMonth:
      // The month has a capital and a figure beside it.
      guard words[place].first == "M" else { return true }
      let near = max(0, place - 1)..<min(end + 1, tokens.count)
      return !near.contains { tokens[$0].kind == .number }
    case .notNumeral:
      // No. 5, Nos. 3 and 4
      let next = tokens.indices.contains(end) ? tokens[end] : nil
      return next?.kind != .number && !(next?.key == "." && place > 0)
    }
  }

  private static func isNumeral(_ token: Token, _ word: Substring) -> Bool {
    if token.kind == .number { return true }
    guard let scalar = word.unicodeScalars.first else { return false }
    return token.kind == .han
      ? "〇零一二两三四五六七八九十百千万亿".unicodeScalars.contains(scalar)
      : MeaningPhrases.englishNumerals.contains(word.lowercased())
  }
}

extension MeaningMarkers.Sense {
  /// What kind of flip a difference in this is.
  var kind: MeaningFlip.Kind {
    switch self {
    case .denied: .negation
    case .obliged, .advised, .allowed: .modal
    case .atLeast, .moreThan, .atMost, .lessThan, .outside: .bound
    }
  }
}
