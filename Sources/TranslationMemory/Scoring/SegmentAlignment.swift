package import TextAnalysis

/// A query and a source laid side by side, token by token.
package struct SegmentAlignment: Sendable {
  /// The segment that is being translated.
  package let query: PreparedSegment
  /// The source of a unit.
  package let source: PreparedSegment
  /// What stands beside what, in order, over all tokens but codes: the query's are the first of
  /// each block, the source's the second; equal by key.
  package let blocks: [EditBlock]
  /// All tokens of the query but codes; the blocks' ranges are of these.
  package let queryTokens: [Token]
  /// All tokens of the source but codes.
  package let sourceTokens: [Token]
  /// Whether the query has a small letter.
  let queryHasSmallLetters: Bool

  /// Lays two segments side by side with the fewest edits.
  ///
  /// - Complexity: O(tokens of both multiplied).
  package init(query: ComparableQuery, source: PreparedSegment) {
    self.init(query: query, source: query.numbered(source))
  }

  /// Lays a query beside a source whose tokens it has numbered.
  ///
  /// - Complexity: O(tokens of both multiplied).
  init(query: ComparableQuery, source: NumberedSource) {
    self.query = query.prepared
    self.source = source.prepared
    queryTokens = query.tokens
    queryHasSmallLetters = query.hasSmallLetters
    sourceTokens = source.tokens
    blocks = query.blocks(beside: source)
  }

  /// Pairs of equal tokens: places in ``queryTokens`` and ``sourceTokens``.
  package var equalPairs: some Sequence<(query: Int, source: Int)> {
    blocks.lazy.filter { $0.kind == .equal }.flatMap { block in
      zip(block.first, block.second).lazy.map { (query: $0, source: $1) }
    }
  }
}
