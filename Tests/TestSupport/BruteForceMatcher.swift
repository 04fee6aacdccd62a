/// The plain form of fuzzy matching, which defines what the index must give: every segment, the
/// distance by dynamic programming, no filter.
public struct BruteForceMatcher: Sendable {
  /// A segment that is near enough.
  public struct Result: Hashable, Sendable {
    /// The row under which it was added.
    public let row: UInt32
    /// The number of token edits.
    public let distance: Int
    /// The number of tokens of the longer of segment and query.
    public let longer: Int

    /// Makes a result.
    public init(row: UInt32, distance: Int, longer: Int) {
      (self.row, self.distance, self.longer) = (row, distance, longer)
    }
  }

  private var segments: [(row: UInt32, tokens: [UInt32])] = []

  /// Starts with no segment.
  public init() {}

  /// Adds a segment.
  public mutating func add(row: UInt32, tokens: [UInt32]) { segments.append((row, tokens)) }

  /// Returns the segments whose rate, 1 − distance / longer, is at or above a threshold in percent:
  /// the highest rate first, as an exact fraction, then the smallest row; at most `limit`.
  ///
  /// Tokens of the query that are `UInt32.max` equal none.
  public func search(
    _ query: [UInt32], threshold: Int, limit: Int, excluding: Set<UInt32> = []
  ) -> [Result] {
    var results: [Result] = []
    for (row, tokens) in segments where !excluding.contains(row) {
      let longer = max(query.count, tokens.count)
      guard !query.isEmpty, !tokens.isEmpty else { continue }
      let distance = Self.distance(query, tokens)
      if 100 * (longer - distance) >= threshold * longer {
        results.append(Result(row: row, distance: distance, longer: longer))
      }
    }
    results.sort { first, second in
      let (left, right) = (first.distance * second.longer, second.distance * first.longer)
      return left != right ? left < right : first.row < second.row
    }
    return Array(results.prefix(limit))
  }

  /// The least number of insertions, deletions and replacements that turn one list into the other.
  public static func distance(_ query: [UInt32], _ segment: [UInt32]) -> Int {
    var row = Array(0...segment.count)
    for (done, token) in query.enumerated() {
      var diagonal = done
      row[0] = done + 1
      for place in segment.indices {
        let replaced = diagonal + (token == segment[place] && token != UInt32.max ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, diagonal + 1, row[place] + 1)
      }
    }
    return row[segment.count]
  }
}
