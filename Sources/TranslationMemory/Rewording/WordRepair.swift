import TextAnalysis

/// Replaces differing terms and short phrases in a suggestion, which is less sure than what
/// ``VerbatimRepair`` does: it gives a second, marked text.
///
/// Of each stretch in which the query and the repaired source differ, a term of the glossary first;
/// else, into Simplified Chinese, a phrase of at most three words through a lexicon learned from the
/// memory. What the source's stretch is rendered by must stand in the suggestion exactly once.
package struct WordRepair {
  /// The least Dice coefficient of a rendering.
  static let leastDice = 0.2
  private static let leastShare = 0.2
  private static let wordLimit = 3

  private let query: ComparableQuery
  private let lexicon: PhraseLexicon?

  /// Begins with a query.
  ///
  /// - Parameters:
  ///   - query: The segment that is being translated.
  ///   - lexicon: Renderings of English phrases; without one only terms are replaced.
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
  /// - Returns: The new text; nothing where nothing is sure enough.
  package func reworded(
    _ match: Match, _ alignment: SegmentAlignment, terms: [TermChange] = []
  ) -> RewordedText? {
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
    if let lexicon, language.isChinese, !language.isOtherVariant(than: .simplifiedChinese) {
      for block in differing where !done.contains(where: { $0.overlaps(block.query) }) {
        guard let old = phrase(alignment.sourceTokens[block.source]),
          let new = phrase(alignment.queryTokens[block.query]), old != new
        else { continue }
        replace(old, new, lexicon, &edits)
      }
    }
    let (text, changes) = edits.applied()
    return changes.isEmpty ? nil : RewordedText(text: text, changes: changes)
  }

  /// The keys of a stretch of one to three English words; nothing where it is something else. The
  /// mark of an accelerator is no part of a word.
  private func phrase(_ tokens: ArraySlice<Token>) -> [String]? {
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

  private func replace(
    _ old: [String], _ new: [String], _ lexicon: PhraseLexicon, _ edits: inout TargetEdits
  ) {
    let there = lexicon.renderings(of: old).filter { $0.dice >= Self.leastDice }
    guard !there.isEmpty else { return }
    var best: (rendering: PhraseLexicon.Rendering, place: Range<Int>)?
    var top = 0.0
    for rendering in there {
      // They come with the likeliest first; the longest of those nearly as likely is meant.
      if best != nil, rendering.dice < 0.6 * top { break }
      let places = edits.places(of: rendering.text)
      // What is likelier and stands there several times leaves open which one is meant.
      if best == nil, places.count > 1 { return }
      guard places.count == 1, let place = places.first, !edits.touches(place) else { continue }
      if best == nil { top = rendering.dice }
      if rendering.length > best?.rendering.length ?? 0 { best = (rendering, place) }
    }
    guard let best, !isPiece(best.rendering, of: there) else { return }
    let possible = lexicon.renderings(of: new).filter {
      $0.dice >= Self.leastDice && $0.share >= Self.leastShare
    }
    guard let likeliest = possible.first else { return }
    var rendering = likeliest
    for other in possible
    where other.dice >= 0.85 * likeliest.dice && other.length > rendering.length {
      rendering = other
    }
    guard rendering.text != best.rendering.text else { return }
    // What is there already, in part or as a whole, is not put in again.
    if rendering.text.contains(best.rendering.text), edits.original.contains(rendering.text) {
      return
    }
    edits.replace(best.place, by: rendering.text, kind: .lexicon)
  }

  /// Whether a rendering is part of one that is as likely and is not in the text: 片 of 图片, where
  /// the text says 照片.
  private func isPiece(
    _ rendering: PhraseLexicon.Rendering, of others: [PhraseLexicon.Rendering]
  ) -> Bool {
    others.contains {
      $0.length > rendering.length && $0.dice >= rendering.dice && $0.text.contains(rendering.text)
    }
  }
}
