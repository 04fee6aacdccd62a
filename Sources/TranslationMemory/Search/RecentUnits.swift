import TextAnalysis

/// Units that an index does not cover yet: kept in memory and looked through one by one.
///
/// It gives what an index over the same units would give, so that a unit is found as soon as it is
/// added.
package struct RecentUnits: Sendable {
  /// One unit, its keys by their numbers.
  private struct Entry: Sendable {
    var row: Int
    var english: [UInt32]
    var chinese: [UInt32]

    func tokens(_ side: MemorySide) -> [UInt32] { side == .english ? english : chinese }
  }

  private var entries: [Entry] = []
  /// The numbers of keys, from 0.
  private var numbers: [String: UInt32] = [:]

  /// What stands for a key that no unit has.
  private static let unknown = UInt32.max

  /// Begins with no units.
  package init() {}

  /// How many units there are.
  package var count: Int { entries.count }

  /// Adds a unit.
  package mutating func add(_ unit: MemoryUnit) {
    let (english, chinese) = (number(unit.keys(.english)), number(unit.keys(.chinese)))
    entries.append(Entry(row: unit.row, english: english, chinese: chinese))
  }

  /// Adds one side only, by its keys.
  package mutating func add(keys: [String], row: Int, side: MemorySide = .english) {
    let tokens = number(keys)
    entries.append(
      Entry(
        row: row, english: side == .english ? tokens : [], chinese: side == .chinese ? tokens : []))
  }

  private mutating func number(_ keys: [String]) -> [UInt32] {
    keys.map { key in
      if let number = numbers[key] { return number }
      let number = UInt32(numbers.count)
      numbers[key] = number
      return number
    }
  }

  /// Takes units out, so that they can be added as they are now.
  package mutating func remove(_ rows: Set<Int>) {
    if !rows.isEmpty { entries.removeAll { rows.contains($0.row) } }
  }

  /// The numbers of all units, in the order in which they were added.
  package var rows: [Int] { entries.map(\.row) }

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
    guard !keys.isEmpty, !entries.isEmpty else { return [] }
    let pattern = SequencePattern(keys.map { numbers[$0] ?? Self.unknown })
    return entries.compactMap { entry in
      let other = entry.tokens(side)
      guard !other.isEmpty else { return nil }
      let longer = max(other.count, keys.count)
      let most = MatchRate.mostEdits(threshold: threshold, longer: longer)
      guard abs(other.count - keys.count) <= most,
        let distance = pattern.distance(to: other, limit: most)
      else { return nil }
      return Matcher.PoolMember(row: entry.row, distance: distance, longer: longer)
    }
  }

  /// The numbers of the units that hold all of some keys, in the order in which they were added.
  func rows(holding keys: [String], _ side: MemorySide) -> [Int] {
    let tokens = tokens(of: keys)
    return entries.filter { entry in tokens.allSatisfy { entry.tokens(side).contains($0) } }
      .map(\.row)
  }

  /// The tokens of a query, as ``longestRun(of:from:to:_:)`` compares them.
  func tokens(of keys: [String]) -> [UInt32] { keys.map { numbers[$0] ?? Self.unknown } }

  /// The longest run of a query that begins at a place and goes beyond another; of several the
  /// lowest row, and in it the first position.
  func longestRun(
    of tokens: [UInt32], from start: Int, to shortest: Int, _ side: MemorySide,
    where isWanted: (Int) throws -> Bool
  ) rethrows -> Fragment? {
    guard !entries.isEmpty, !tokens[start..<shortest].contains(Self.unknown) else { return nil }
    let (first, window) = (tokens[start], shortest - start)
    var best: Fragment?
    for entry in entries {
      let segment = entry.tokens(side)
      guard segment.count >= window else { continue }
      for position in 0...(segment.count - window) where segment[position] == first {
        var count = 1
        while start + count < tokens.count, position + count < segment.count,
          tokens[start + count] == segment[position + count]
        {
          count += 1
        }
        guard count >= window else { continue }
        let run = Fragment(query: start..<start + count, row: entry.row, position: position)
        if try best.map({ run.isBetter(than: $0) }) ?? true && isWanted(entry.row) { best = run }
      }
    }
    return best
  }

  /// Where some tokens stand one after the other.
  func places(of tokens: [UInt32], _ side: MemorySide) -> [MemoryLayers.Place] {
    guard !tokens.isEmpty, !tokens.contains(Self.unknown) else { return [] }
    var places: [MemoryLayers.Place] = []
    for entry in entries {
      let segment = entry.tokens(side)
      guard segment.count >= tokens.count else { continue }
      for position in 0...(segment.count - tokens.count)
      where segment[position..<position + tokens.count].elementsEqual(tokens) {
        places.append(MemoryLayers.Place(row: entry.row, position: position))
      }
    }
    return places
  }
}
