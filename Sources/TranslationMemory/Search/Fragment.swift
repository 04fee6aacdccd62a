/// A run of a query's tokens that stands in a unit.
package struct Fragment: Hashable, Sendable {
  /// The run, as places of the query's compared tokens.
  package var query: Range<Int>
  /// The store's number for the unit; of several the lowest.
  package var row: Int
  /// Where the run begins among the compared tokens of the unit's segment.
  package var position: Int

  /// Names a run and where it stands.
  package init(query: Range<Int>, row: Int, position: Int) {
    self.query = query
    self.row = row
    self.position = position
  }

  /// How many tokens a run has at least: four words, or six Han characters.
  package static func leastCount(_ side: MemorySide) -> Int { side == .english ? 4 : 6 }
}

extension [Fragment] {
  /// The longest first, the leftmost of equally long ones; of equal runs only the leftmost.
  package func inOrder(of keys: [String]) -> [Fragment] {
    var seen: Set<[String]> = []
    return sorted { ($1.query.count, $0.query.lowerBound) < ($0.query.count, $1.query.lowerBound) }
      .filter { seen.insert(Array<String>(keys[$0.query])).inserted }
  }
}

extension Fragment {
  /// Whether this run from the same place is to be given rather than another.
  func isBetter(than other: Fragment) -> Bool {
    (other.query.count, row, position) < (query.count, other.row, other.position)
  }
}
