import TextAnalysis

/// The penalties that the text of a query and a source earn where their keys hide a difference.
enum FormPenalties {
  /// Tells in what the two differ besides their keys.
  static func kinds(_ alignment: SegmentAlignment) -> Set<PenaltyKind> {
    var kinds: Set<PenaltyKind> = []
    let (query, source) = (alignment.query, alignment.source)
    let layers = TokenLayers.across(
      alignment.blocks, alignment.queryTokens, of: query.segment.text, alignment.sourceTokens,
      of: source.segment.text)
    if layers.contains(.letterCase) { kinds.insert(.letterCase) }
    if layers.contains(.width) { kinds.insert(.width) }
    if layers.contains(.script) { kinds.insert(.script) }
    if layers.contains(.inflection) { kinds.insert(.inflection) }
    if layers.contains(.number) { kinds.insert(.numbers) }
    if layers.contains(.punctuation) { kinds.insert(.punctuation) }
    if keys(query, .punctuation) != keys(source, .punctuation) { kinds.insert(.punctuation) }
    if keys(query, .code) != keys(source, .code) { kinds.insert(.codes) }
    return kinds
  }

  private static func keys(_ segment: PreparedSegment, _ kind: Token.Kind) -> [String] {
    segment.tokens.filter { $0.kind == kind }.map(\.key)
  }
}
