import TextAnalysis

/// Units that an index does not cover yet: kept in memory and looked through one by one.
///
/// It gives what an index over the same units would give, so that a unit is found as soon as it is
/// added.
package struct RecentUnits: Sendable {
  /// One unit's keys.
  private struct Entry: Sendable {
    var row: Int
    var keys: [[String]]
  }

  private var entries: [Entry] = []

  /// Begins with no units.
  package init() {}

  /// How many units there are.
  package var count: Int { entries.count }

  /// Adds a unit.
  package mutating func add(_ unit: MemoryUnit) {
    let keys = MemorySide.allCases.map { unit.keys($0) }
    entries.append(Entry(row: unit.row, keys: keys))
  }

  /// Adds one side only, by its keys.
  package mutating func add(keys: [String], row: Int, side: MemorySide = .english) {
    var both: [[String]] = [[], []]
    both[Int(side.rawValue)] = keys
    entries.append(Entry(row: row, keys: both))
  }

  /// The numbers of all units, in the order in which they were added.
  package var rows: [Int] { entries.map(\.row) }

  /// Calls a function with each unit's number and the keys of its segment on a side.
  func forEachSegment(of side: MemorySide, _ body: (Int, [String]) -> Void) {
    for entry in entries { body(entry.row, entry.keys[Int(side.rawValue)]) }
  }

  /// Returns the units that are near enough to a query.
  ///
  /// - Parameters:
  ///   - keys: The query's tokens.
  ///   - side: The side that is compared.
  ///   - threshold: The least base rate, 0...100.
  /// - Returns: All of them, in the order in which they were added.
  /// - Complexity: O(units · tokens).
  package func near(
    _ keys: [String], side: MemorySide, threshold: Int
  ) -> [Matcher.PoolMember] {
    guard !keys.isEmpty else { return [] }
    var numbers: [String: UInt32] = [:]
    for key in keys where numbers[key] == nil { numbers[key] = UInt32(numbers.count + 1) }
    let pattern = SequencePattern(keys.map { numbers[$0] ?? 0 })
    return entries.compactMap { entry in
      let other = entry.keys[Int(side.rawValue)]
      guard !other.isEmpty else { return nil }
      let longer = max(other.count, keys.count)
      let most = MatchRate.mostEdits(threshold: threshold, longer: longer)
      guard abs(other.count - keys.count) <= most else { return nil }
      guard let distance = pattern.distance(to: other.map { numbers[$0] ?? 0 }, limit: most) else {
        return nil
      }
      return Matcher.PoolMember(row: entry.row, distance: distance, longer: longer)
    }
  }
}
