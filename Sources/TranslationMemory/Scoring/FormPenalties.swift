import TextAnalysis

/// The penalties that the text of a query and a source earn where their keys hide a difference.
enum FormPenalties {
  /// Tells in what the two differ besides their keys.
  static func kinds(_ alignment: SegmentAlignment) -> Set<PenaltyKind> {
    var kinds: Set<PenaltyKind> = []
    let (query, source) = (alignment.query, alignment.source)
    for pair in alignment.equalPairs {
      let (ours, theirs) = (alignment.queryTokens[pair.query], alignment.sourceTokens[pair.source])
      let (mine, other) = (query.text(of: ours), source.text(of: theirs))
      guard mine != other else { continue }
      let layers = TokenLayers.differing(mine, other, kind: ours.kind)
      if layers.contains(.letterCase) { kinds.insert(.letterCase) }
      if layers.contains(.width) { kinds.insert(.width) }
      if layers.contains(.script) { kinds.insert(.script) }
      if layers.contains(.inflection) { kinds.insert(.inflection) }
      if layers.contains(.number) { kinds.insert(.numbers) }
    }
    if keys(query, .punctuation) != keys(source, .punctuation) { kinds.insert(.punctuation) }
    if keys(query, .code) != keys(source, .code) { kinds.insert(.codes) }
    return kinds
  }

  private static func keys(_ segment: PreparedSegment, _ kind: Token.Kind) -> [String] {
    segment.tokens.filter { $0.kind == kind }.map(\.key)
  }
}
