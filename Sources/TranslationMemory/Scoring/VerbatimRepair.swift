package import TextAnalysis

/// What was put into a target.
public struct Adaptation: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A number, a percentage, an amount, a measure.
    case number
    /// A date or year.
    case date
    /// A variable, mark-up or the like that both languages write alike.
    case placeholder
    /// The symbol of a standard or document, an address, a version.
    case identifier
    /// A word that this memory usually keeps as it is.
    case word
    /// The mark at the end.
    case punctuation
    /// The letter that a menu answers to.
    case accelerator
    /// A term of the glossary.
    case term
    /// A phrase whose translation was learned from the memory.
    case lexicon
  }

  /// What it is.
  public var kind: Kind
  /// What stood there.
  public var from: String
  /// What stands there now.
  public var to: String
  /// Where it stands now, in Unicode scalars of the adapted text.
  public var range: Range<Int>
}

/// A target with figures and names of the query in place of the source's.
package struct RepairedUnit: Sendable {
  /// The target put right; the unit's own where nothing was changed.
  package var target: String
  /// The source with the same changes, which is what its nearness is judged by.
  package var source: Segment
  /// What was changed, in the order of the target.
  package var adaptations: [Adaptation]
}

/// Puts what is written alike in both languages, and what is figures, from a query into the target
/// of a unit.
///
/// Of each block in which query and source differ, first the figures that mean something, written
/// the target's way, then what stands in the target letter for letter: numbers, placeholders,
/// identifiers and words that the memory usually keeps. What is not found in the target exactly as
/// expected is left as it is.
package struct VerbatimRepair {
  /// How often the memory keeps a word as it is, 0...1.
  private let keepRate: (String) -> Double
  private let keepLimit = 0.5
  private let unlikeLimit = 0.8
  private let kinds: Set<Adaptation.Kind>
  private let usualMark: UsualMark

  /// Begins with what the memory knows.
  ///
  /// - Parameters:
  ///   - kinds: What is put right.
  ///   - usualMark: How the pool's targets end where their sources end as the query does.
  ///   - keepRate: Of a token's key, the share of units with it whose other side has it too.
  package init(
    kinds: Set<Adaptation.Kind> = Set(Adaptation.Kind.allCases),
    usualMark: UsualMark = UsualMark(), keepRate: @escaping (String) -> Double
  ) {
    self.usualMark = usualMark
    self.kinds = kinds
    self.keepRate = keepRate
  }

  /// Repairs a unit.
  ///
  /// - Parameters:
  ///   - alignment: The query beside the unit's source.
  ///   - queryFigures: The query's figures.
  ///   - target: The unit's target.
  ///   - sourceLanguage: The language of query and source.
  ///   - targetLanguage: The language of the target.
  /// - Returns: The unit put right, with what was put in.
  package func repair(
    _ alignment: SegmentAlignment, queryFigures: [Figure], target: String,
    sourceLanguage: LanguageTag, targetLanguage: LanguageTag
  ) -> RepairedUnit {
    var edits = TargetEdits(target)
    var sourceEdits: [(range: Range<Int>, text: String)] = []
    let differing = WrittenDifference.blocks(alignment)
    // What is equal token by token is never edited.
    guard !differing.isEmpty else {
      return RepairedUnit(target: target, source: alignment.source.segment, adaptations: [])
    }
    let figures = FigureRepair(
      kinds: kinds, alignment: alignment, queryFigures: queryFigures,
      sourceLanguage: sourceLanguage, targetLanguage: targetLanguage)
    let open = figures.repair(differing, &edits, &sourceEdits)
    for block in open { repair(block, alignment, &edits, &sourceEdits) }
    EndRepair(
      kinds: kinds, usualMark: usualMark, source: alignment.source.segment.text,
      query: alignment.query.segment.text
    ).repair(&edits)
    let (text, adaptations) = edits.applied()
    return RepairedUnit(
      target: text, source: Self.replaced(alignment.source.segment, sourceEdits),
      adaptations: adaptations)
  }

  private func repair(
    _ block: WrittenDifference, _ alignment: SegmentAlignment, _ edits: inout TargetEdits,
    _ sourceEdits: inout [(range: Range<Int>, text: String)]
  ) {
    guard !block.query.isEmpty, !block.source.isEmpty else { return }
    if replace(block.source, block.query, alignment, &edits, &sourceEdits) { return }
    guard block.query.count == block.source.count, block.query.count > 1 else { return }
    for (mine, other) in zip(block.query, block.source)
    where alignment.queryTokens[mine].key != alignment.sourceTokens[other].key
      || alignment.queryTokens[mine].kind == .number
    {
      _ = replace(other..<other + 1, mine..<mine + 1, alignment, &edits, &sourceEdits)
    }
  }

  /// Replaces some tokens of the source, where they stand in the target as they are, by some of
  /// the query.
  private func replace(
    _ source: Range<Int>, _ query: Range<Int>, _ alignment: SegmentAlignment,
    _ edits: inout TargetEdits, _ sourceEdits: inout [(range: Range<Int>, text: String)]
  ) -> Bool {
    let bytes = alignment.sourceBytes(source)
    let old = String(alignment.source.segment.text[bytes: bytes])
    let new = String(alignment.query.segment.text[bytes: alignment.queryBytes(query)])
    guard old != new, let kind = kind(old, new, alignment.queryTokens[query], alignment),
      kinds.contains(kind), WrittenForm.isBounded(old, like: new),
      !isElsewhere(new, insteadOf: old, alignment)
    else { return false }
    // A block that may be replaced and is not found is not tried again token by token.
    let places = TargetEdits(alignment.source.segment.text).places(ofWholeWord: old)
    guard let place = places.firstIndex(of: bytes) else { return true }
    if edits.replace(wholeWord: old, place, of: places.count, by: new, kind: kind) {
      sourceEdits.append((bytes, new))
    }
    return true
  }

  /// Whether the source has, elsewhere, what would be put in: the two may have changed places.
  private func isElsewhere(
    _ new: String, insteadOf old: String, _ alignment: SegmentAlignment
  ) -> Bool {
    !(WrittenForm.isNumber(new) && WrittenForm.isNumber(old))
      && TargetEdits(alignment.source.segment.text).holds(wholeWord: new)
  }

  private func kind(
    _ old: String, _ new: String, _ tokens: ArraySlice<Token>, _ alignment: SegmentAlignment
  ) -> Adaptation.Kind? {
    if WrittenForm.isNumber(old), WrittenForm.isNumber(new) { return .number }
    if alignment.queryHasSmallLetters || WrittenForm.hasSymbol(new)
      || new.contains(where: \.isNumber),
      WrittenForm.isPlaceable(old), WrittenForm.isPlaceable(new, like: old)
    {
      return .placeholder
    }
    guard !WrittenForm.hasSymbol(old) || WrittenForm.hasSymbol(new) else { return nil }
    // A common word seldom takes the place of an abbreviation untranslated.
    let isLessLikely = WrittenForm.isPlaceable(old) && !WrittenForm.isPlaceable(new)
    let limit = isLessLikely ? unlikeLimit : keepLimit
    let words = tokens.filter { $0.kind == .word || $0.kind == .number || $0.kind == .han }
    guard !words.isEmpty, words.allSatisfy({ keepRate($0.key) > limit }) else { return nil }
    return .word
  }

  private static func replaced(
    _ source: Segment, _ edits: [(range: Range<Int>, text: String)]
  ) -> Segment {
    guard !edits.isEmpty else { return source }
    var bytes = Array(source.text.utf8)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return Segment(String(decoding: bytes, as: UTF8.self))
  }
}

extension SegmentAlignment {
  /// The bytes of the source's text from the first to the last of some tokens.
  func sourceBytes(_ range: Range<Int>) -> Range<Int> {
    sourceTokens[range.lowerBound].bytes
      .lowerBound..<sourceTokens[range.upperBound - 1].bytes.upperBound
  }

  /// The bytes of the query's text from the first to the last of some tokens.
  func queryBytes(_ range: Range<Int>) -> Range<Int> {
    queryTokens[range.lowerBound].bytes
      .lowerBound..<queryTokens[range.upperBound - 1].bytes.upperBound
  }
}
