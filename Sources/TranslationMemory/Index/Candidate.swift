/// A stored segment that is near enough to a query, by its tokens alone.
package struct Candidate: Hashable, Sendable {
  /// The number under which the segment was added.
  package let row: UInt32
  /// How many token insertions, deletions and replacements part it from the query.
  package let distance: UInt32
  /// The number of tokens of the longer of the two; one or more.
  package let longer: UInt32

  /// Makes a candidate.
  package init(row: UInt32, distance: UInt32, longer: UInt32) {
    self.row = row
    self.distance = distance
    self.longer = longer
  }

  /// Whether a candidate stands before another in a result: the smaller share of edits, compared
  /// as an exact fraction, then the smaller row.
  package func precedes(_ other: Candidate) -> Bool {
    let first = UInt64(distance) &* UInt64(other.longer)
    let second = UInt64(other.distance) &* UInt64(longer)
    return first != second ? first < second : row < other.row
  }
}
