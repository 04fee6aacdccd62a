import TextAnalysis

/// A stretch in which query and source are written differently: ranges of tokens of an alignment.
/// One of the two may be empty.
struct WrittenDifference: Hashable {
  var query: Range<Int>
  var source: Range<Int>

  /// The differing stretches of an alignment in order; numbers differ where their digits do,
  /// though they have one key. Neighbours are one.
  static func blocks(_ alignment: SegmentAlignment) -> [WrittenDifference] {
    var found: [WrittenDifference] = []
    func add(_ query: Range<Int>, _ source: Range<Int>) {
      if let last = found.last, last.query.upperBound == query.lowerBound,
        last.source.upperBound == source.lowerBound
      {
        found[found.count - 1].query = last.query.lowerBound..<query.upperBound
        found[found.count - 1].source = last.source.lowerBound..<source.upperBound
      } else {
        found.append(WrittenDifference(query: query, source: source))
      }
    }
    for block in alignment.blocks {
      guard block.kind == .equal else {
        add(block.first, block.second)
        continue
      }
      for (mine, other) in zip(block.first, block.second)
      where alignment.queryTokens[mine].kind == .number
        && alignment.query.text(of: alignment.queryTokens[mine])
          != alignment.source.text(of: alignment.sourceTokens[other])
      {
        add(mine..<mine + 1, other..<other + 1)
      }
    }
    return found
  }
}
