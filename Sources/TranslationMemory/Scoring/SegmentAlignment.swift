package import TextAnalysis

/// A query and a source laid side by side, token by token.
package struct SegmentAlignment: Sendable {
  /// The segment that is being translated.
  package let query: PreparedSegment
  /// The source of a unit.
  package let source: PreparedSegment
  /// What stands beside what, in order, over all tokens but codes: equal by key.
  package let blocks: [EditBlock]
  /// All tokens of the query but codes; the blocks' ranges are of these.
  package let queryTokens: [Token]
  /// All tokens of the source but codes.
  package let sourceTokens: [Token]

  /// Lays two segments side by side with the fewest edits.
  ///
  /// - Complexity: O(tokens of both multiplied).
  package init(query: PreparedSegment, source: PreparedSegment) {
    self.query = query
    self.source = source
    queryTokens = query.tokens.filter { $0.kind != .code }
    sourceTokens = source.tokens.filter { $0.kind != .code }
    var numbers = KeyNumbers()
    let ours = queryTokens.map { numbers.number(of: $0.key) }
    let theirs = sourceTokens.map { numbers.number(of: $0.key) }
    blocks = EditScript.blocks(from: theirs, to: ours)
  }

  /// Pairs of equal tokens: places in ``queryTokens`` and ``sourceTokens``.
  package var equalPairs: some Sequence<(query: Int, source: Int)> {
    blocks.lazy.filter { $0.kind == .equal }.flatMap { block in
      zip(block.new, block.old).lazy.map { (query: $0, source: $1) }
    }
  }

  /// Numbers keys in the order of their first appearance.
  private struct KeyNumbers {
    private var numbers: [String: UInt32] = [:]

    mutating func number(of key: String) -> UInt32 {
      let next = UInt32(numbers.count)
      return numbers[key, default: next] == next
        ? { numbers[key] = next; return next }() : numbers[key, default: next]
    }
  }
}
