import TextAnalysis

/// Replaces differing terms and short phrases in a suggestion, which is less sure than what
/// ``VerbatimRepair`` does: it gives a second, marked text.
///
/// Of each stretch in which the query and the repaired source differ, a term of the glossary first;
/// else, into English or Simplified Chinese, a phrase of at most three words or six characters through
/// a lexicon learned from the memory. What the source's stretch is rendered by must stand in the
/// suggestion exactly once.
package struct WordRepair {
  /// The least Dice coefficient of a rendering.
  static let leastDice = 0.2
  private static let leastShare = 0.2
  private static let wordLimit = 3
  /// The most characters of a Chinese phrase, and the least Dice coefficient of both its sides.
  private static let characterLimit = 6
  private static let leastSureDice = 0.5

  private let query: ComparableQuery
  private let lexicon: PhraseLexicon?

  /// Begins with a query.
  ///
  /// - Parameters:
  ///   - query: The segment that is being translated.
  ///   - lexicon: Renderings of phrases of the query's language; without one only terms are replaced.
  package init(for query: PreparedSegment, lexicon: PhraseLexicon?) {
    self.query = ComparableQuery(query)
    self.lexicon = lexicon
  }

  /// Lays the query beside what is left to be replaced of a match's source.
  package func alignment(_ match: Match) -> SegmentAlignment {
    SegmentAlignment(query: query, source: PreparedSegment(match.repairedSource))
  }

  /// Rewords a suggestion.
  ///
  /// - Parameters:
  ///   - match: The match.
  ///   - alignment: What ``alignment(_:)`` gives for it.
  ///   - terms: What the glossary knows of the stretches that differ.
  ///   - text: Of a unit, by its row, the side that is not in the query's language: how English is
  ///     written is seen there.
  /// - Returns: The new text; nothing where nothing is sure enough.
  package func reworded(
    _ match: Match, _ alignment: SegmentAlignment, terms: [TermChange] = [],
    text: (Int64) throws -> String? = { _ in nil }
  ) rethrows -> RewordedText? {
    let differing = WrittenDifference.blocks(alignment)
    guard !differing.isEmpty else { return nil }
    var edits = TargetEdits(match.suggestion)
    var done: [Range<Int>] = []
    for term in terms where !done.contains(where: { $0.overlaps(term.query) }) {
      guard let place = term.place(in: match.suggestion),
        edits.replace(place.bytes, by: place.new, kind: .term)
      else { continue }
      done.append(term.query)
    }
    let language = match.target.language
    if let lexicon, isKnown(language, to: lexicon) {
      let replacement = PhraseReplacement(lexicon: lexicon)
      for block in differing where !done.contains(where: { $0.overlaps(block.query) }) {
        let found = try phrases(block, alignment, lexicon.side).compactMap {
          try change($0.old, $0.new, replacement, edits, text: text)
        }
        // Of several the surest, of those the shortest.
        guard let best = found.max(by: { $0.dice < $1.dice }) else { continue }
        edits.replace(best.place, by: best.text, kind: .lexicon)
      }
    }
    let (text, changes) = edits.applied()
    return changes.isEmpty ? nil : RewordedText(text: text, changes: changes)
  }

  private func isKnown(_ language: LanguageTag, to lexicon: PhraseLexicon) -> Bool {
    switch lexicon.side {
    case .english: language.isChinese && !language.isOtherVariant(than: .simplifiedChinese)
    case .chinese: language.isEnglish
    }
  }

  /// The phrases that a differing stretch may be, the query's and the source's: of words the stretch
  /// itself; of characters, which are seldom words by themselves, up to two more on either side.
  private func phrases(
    _ block: WrittenDifference, _ alignment: SegmentAlignment, _ side: MemorySide
  ) -> [(old: [String], new: [String])] {
    switch side {
    case .english:
      guard let old = words(alignment.sourceTokens[block.source]),
        let new = words(alignment.queryTokens[block.query]), old != new
      else { return [] }
      return [(old, new)]
    case .chinese:
      return WordDifference.widths(around: block, in: alignment, reach: 2).compactMap { stretch in
        guard let old = characters(alignment.sourceTokens[stretch.source]),
          let new = characters(alignment.queryTokens[stretch.query]), old != new
        else { return nil }
        return (old, new)
      }
    }
  }

  private func characters(_ tokens: ArraySlice<Token>) -> [String]? {
    guard !tokens.isEmpty, tokens.count <= Self.characterLimit,
      tokens.allSatisfy({ $0.kind == .han })
    else { return nil }
    return tokens.map(\.key)
  }

  /// The keys of a stretch of one to three English words; nothing where it is something else. The
  /// mark of an accelerator is no part of a word.
  private func words(_ tokens: ArraySlice<Token>) -> [String]? {
    guard !tokens.isEmpty, tokens.count <= Self.wordLimit else { return nil }
    var keys: [String] = []
    for token in tokens {
      guard token.kind == .word else { return nil }
      let key = token.key.replacing("_", with: "")
      guard let first = key.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
        key.utf8.allSatisfy({
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "'")
        })
      else { return nil }
      keys.append(key)
    }
    return keys
  }

  /// A change of a suggestion, and how sure it is.
  private typealias Change = (place: Range<Int>, text: String, dice: Double)

  private func change(
    _ old: [String], _ new: [String], _ replacement: PhraseReplacement, _ edits: TargetEdits,
    text: (Int64) throws -> String?
  ) rethrows -> Change? {
    let lexicon = replacement.lexicon
    let least = lexicon.side == .english ? Self.leastDice : Self.leastSureDice
    let there = lexicon.renderings(of: old).filter { $0.dice >= least }
    guard !there.isEmpty else { return nil }
    var best: (rendering: PhraseLexicon.Rendering, place: Range<Int>)?
    var top = 0.0
    for rendering in there {
      // They come with the likeliest first; the longest of those nearly as likely is meant.
      if best != nil, rendering.dice < 0.6 * top { break }
      let places = replacement.places(of: rendering, in: edits)
      // What is likelier and stands there several times leaves open which one is meant.
      if best == nil, places.count > 1 { return nil }
      guard places.count == 1, let place = places.first, !edits.touches(place) else { continue }
      if best == nil { top = rendering.dice }
      if rendering.length > best?.rendering.length ?? 0 { best = (rendering, place) }
    }
    guard let best, !isPiece(best.rendering, of: there, replacement) else { return nil }
    let possible = lexicon.renderings(of: new).filter {
      $0.dice >= least && $0.share >= Self.leastShare
        && (lexicon.side == .english || abs($0.length - best.rendering.length) <= 1)
    }
    guard let likeliest = possible.first else { return nil }
    var rendering = likeliest
    for other in possible
    where other.dice >= 0.85 * likeliest.dice && other.length > rendering.length {
      rendering = other
    }
    guard rendering.text != best.rendering.text else { return nil }
    // What is there already, in part or as a whole, is not put in again.
    if replacement.isPart(best.rendering, of: rendering),
      !replacement.places(of: rendering, in: edits).isEmpty
    {
      return nil
    }
    let written = try replacement.written(
      rendering, insteadOf: String(edits.original[bytes: best.place]),
      isFirst: best.place.lowerBound == 0, text: text)
    return written.map { (best.place, $0, min(best.rendering.dice, rendering.dice)) }
  }

  /// Whether a rendering is part of one that is as likely and is not in the text: 片 of 图片, where
  /// the text says 照片.
  private func isPiece(
    _ rendering: PhraseLexicon.Rendering, of others: [PhraseLexicon.Rendering],
    _ replacement: PhraseReplacement
  ) -> Bool {
    others.contains {
      $0.length > rendering.length && $0.dice >= rendering.dice
        && replacement.isPart(rendering, of: $0)
    }
  }
}
