import TextAnalysis

extension SegmentAlignment {
  /// Where query and source differ as they are written, inline codes apart: stretches in order,
  /// which begin and end at tokens.
  var difference: [DifferenceBlock] {
    var blocks: [DifferenceBlock] = []
    func add(_ operation: DifferenceBlock.Operation, _ query: Range<Int>, _ source: Range<Int>) {
      let block = DifferenceBlock(
        operation: operation, query: scalars(query, of: queryTokens),
        source: scalars(source, of: sourceTokens))
      if let last = blocks.last, last.operation == operation {
        blocks[blocks.count - 1].query =
          last.query.lowerBound..<max(last.query.upperBound, block.query.upperBound)
        blocks[blocks.count - 1].source =
          last.source.lowerBound..<max(last.source.upperBound, block.source.upperBound)
      } else {
        blocks.append(block)
      }
    }
    for block in self.blocks {
      guard block.kind == .equal else {
        let operation: DifferenceBlock.Operation =
          block.first.isEmpty ? .delete : block.second.isEmpty ? .insert : .replace
        add(operation, block.first, block.second)
        continue
      }
      for (mine, other) in zip(block.first, block.second) {
        let same = query.text(of: queryTokens[mine]) == source.text(of: sourceTokens[other])
        add(same ? .equal : .replace, mine..<mine + 1, other..<other + 1)
      }
    }
    return blocks
  }

  /// From the first scalar to the last of some tokens; of none, the place where they would stand.
  private func scalars(_ range: Range<Int>, of tokens: [Token]) -> Range<Int> {
    guard !range.isEmpty else {
      let place =
        range.lowerBound > 0
        ? tokens[range.lowerBound - 1].scalars.upperBound
        : tokens.first?.scalars.lowerBound ?? 0
      return place..<place
    }
    return tokens[range.lowerBound].scalars
      .lowerBound..<tokens[range.upperBound - 1].scalars.upperBound
  }
}
