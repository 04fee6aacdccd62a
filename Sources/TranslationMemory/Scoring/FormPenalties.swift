import TextAnalysis

/// The penalties that the text of a query and a source earn where their keys hide a difference.
enum FormPenalties {
  /// Tells in what the two differ besides their keys.
  static func kinds(_ alignment: SegmentAlignment) -> PenaltyKinds {
    var kinds: PenaltyKinds = []
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
    if differ(query, source, .punctuation) { kinds.insert(.punctuation) }
    if differ(query, source, .code) { kinds.insert(.codes) }
    return kinds
  }

  /// Whether two segments have different tokens of a kind.
  private static func differ(
    _ query: PreparedSegment, _ source: PreparedSegment, _ kind: Token.Kind
  ) -> Bool {
    let ours = query.tokens.lazy.filter { $0.kind == kind }
    return !ours.elementsEqual(source.tokens.lazy.filter { $0.kind == kind }) { $0.key == $1.key }
  }
}
