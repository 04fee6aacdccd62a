import TextAnalysis

/// A stretch of the query beside the stretch of the source that stands in its place, some equal
/// words on either side included.
package struct WordDifference: Hashable, Sendable {
  /// The tokens of the query: places in the alignment's `queryTokens`.
  package var query: Range<Int>
  /// What the source says.
  package var old: String
  /// What the query says.
  package var new: String

  /// How many equal words, or Han characters, a term may have before the first that differs and as
  /// many behind the last.
  private static let wordReach = 2
  private static let hanReach = 3
  /// The most tokens that differ in a term.
  private static let tokenLimit = 8
  /// The most stretches of an alignment that are looked at.
  private static let blockLimit = 4

  /// The differing stretches of an alignment that may be terms, in order: each wide and narrow, the
  /// widest first.
  package static func candidates(_ alignment: SegmentAlignment) -> [[WordDifference]] {
    WrittenDifference.blocks(alignment).prefix(blockLimit).map { block in
      guard block.query.count <= tokenLimit, block.source.count <= tokenLimit else { return [] }
      let before = reach(alignment, block, step: -1)
      let behind = reach(alignment, block, step: 1)
      var found: [WordDifference] = []
      for (left, right) in widths(before, behind) {
        let query = block.query.lowerBound - left..<block.query.upperBound + right
        let source = block.source.lowerBound - left..<block.source.upperBound + right
        guard !query.isEmpty, !source.isEmpty,
          (alignment.queryTokens[query] + alignment.sourceTokens[source])
            .allSatisfy({ $0.kind == .word || $0.kind == .han || isJoint($0) })
        else { continue }
        found.append(
          WordDifference(
            query: query,
            old: String(alignment.source.segment.text[bytes: alignment.sourceBytes(source)]),
            new: String(alignment.query.segment.text[bytes: alignment.queryBytes(query)])))
      }
      return found
    }
  }

  /// A stretch with up to so many equal characters on either side, the widest first.
  static func widths(
    around block: WrittenDifference, in alignment: SegmentAlignment, reach limit: Int
  ) -> [WrittenDifference] {
    let before = min(limit, reach(alignment, block, step: -1))
    let behind = min(limit, reach(alignment, block, step: 1))
    return widths(before, behind).map { left, right in
      WrittenDifference(
        query: block.query.lowerBound - left..<block.query.upperBound + right,
        source: block.source.lowerBound - left..<block.source.upperBound + right)
    }
  }

  private static func isJoint(_ token: Token) -> Bool { token.key == "-" || token.key == "/" }

  private static func widths(_ before: Int, _ behind: Int) -> [(Int, Int)] {
    (0...before).flatMap { left in (0...behind).map { (left, $0) } }
      .sorted { ($0.0 + $0.1, $0.0) > ($1.0 + $1.1, $1.0) }
  }

  /// How many equal words stand side by side before or behind a stretch.
  private static func reach(
    _ alignment: SegmentAlignment, _ block: WrittenDifference, step: Int
  ) -> Int {
    var count = 0
    while true {
      let mine = step < 0 ? block.query.lowerBound - 1 - count : block.query.upperBound + count
      let other = step < 0 ? block.source.lowerBound - 1 - count : block.source.upperBound + count
      guard alignment.queryTokens.indices.contains(mine),
        alignment.sourceTokens.indices.contains(other),
        alignment.queryTokens[mine].key == alignment.sourceTokens[other].key
      else { return count }
      switch alignment.queryTokens[mine].kind {
      case .word where count < wordReach: count += 1
      case .han where count < hanReach: count += 1
      default: return count
      }
    }
  }
}
