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

extension MemoryIndex {
  /// Finds the longest runs of a query that stand in some unit, none inside another.
  ///
  /// - Parameters:
  ///   - keys: The query's tokens.
  ///   - side: The side that is searched.
  ///   - recent: Units that the index does not have as they are now.
  ///   - gone: Units that the index has and that are gone or say something else by now.
  /// - Returns: The runs of ``Fragment/leastCount(_:)`` tokens and more, the longest first.
  /// - Complexity: For each place of the query, as much as there are places of the rarest pair of
  ///   the tokens from there on.
  package static func fragments(
    of keys: [String], _ side: MemorySide, in index: MemoryIndex?, recent: RecentUnits,
    without gone: Set<Int>
  ) -> [Fragment] {
    let least = Fragment.leastCount(side)
    var found: [Fragment] = []
    var end = 0
    for start in keys.indices {
      // A run that ends where the one before does, or earlier, is inside it.
      let shortest = max(start + least, end + 1)
      guard shortest <= keys.count else { break }
      let run = [
        index?.longestRun(of: keys, from: start, to: shortest, side, without: gone),
        recent.longestRun(of: keys, from: start, to: shortest, side),
      ].compactMap(\.self).max { second, first in
        first.isBetter(than: second)
      }
      guard let run else { continue }
      found.append(run)
      end = run.query.upperBound
    }
    return found.inOrder(of: keys)
  }

  /// The longest run that begins at a place and goes beyond another; of several the lowest row, and
  /// in it the first position.
  private func longestRun(
    of keys: [String], from start: Int, to shortest: Int, _ side: MemorySide, without gone: Set<Int>
  ) -> Fragment? {
    let tokens = keys[start...].map { token(of: $0, side) }
    let known = tokens.prefix(while: { $0 != nil }).compactMap(\.self)
    let window = shortest - start
    guard known.count >= window else { return nil }
    let candidates = candidates(side)
    var best: Fragment?
    for place in candidates.occurrences(of: Array(known[..<window])) {
      let row = Int(self.row(of: place.row))
      guard !gone.contains(row) else { continue }
      let segment = candidates.tokens(of: place.segment)
      var count = window
      while count < known.count, place.position + count < segment.count,
        segment[place.position + count] == known[count]
      {
        count += 1
      }
      let run = Fragment(query: start..<start + count, row: row, position: place.position)
      if best.map({ run.isBetter(than: $0) }) ?? true { best = run }
    }
    return best
  }
}

extension Fragment {
  /// Whether this run from the same place is to be given rather than another.
  func isBetter(than other: Fragment) -> Bool {
    (other.query.count, row, position) < (query.count, other.row, other.position)
  }
}

extension RecentUnits {
  /// The longest run that begins at a place and goes beyond another.
  func longestRun(
    of keys: [String], from start: Int, to shortest: Int, _ side: MemorySide
  ) -> Fragment? {
    var best: Fragment?
    forEachSegment(of: side) { row, segment in
      for position in segment.indices {
        var count = 0
        while start + count < keys.count, position + count < segment.count,
          keys[start + count] == segment[position + count]
        {
          count += 1
        }
        guard start + count >= shortest else { continue }
        let run = Fragment(query: start..<start + count, row: row, position: position)
        if best.map({ run.isBetter(than: $0) }) ?? true { best = run }
      }
    }
    return best
  }
}
