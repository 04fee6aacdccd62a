/// How near a unit's source is to a query, in per cent: 100 means equal but for what penalties
/// name, 101 means equal as written, in the same surroundings.
///
/// The one place where a rate is computed:
///
///     base = ⌊100 · (1 − token edit distance ÷ tokens of the longer)⌋
///     rate = max(0, start − sum of penalties), start = 101 in context, else base
package enum MatchRate {
  /// The rate of a source that is written as the query is and stands in the same surroundings.
  package static let inContext = 101

  /// Returns the base rate, before penalties.
  ///
  /// - Parameters:
  ///   - distance: Token insertions, deletions and replacements; at most `longer`.
  ///   - longer: How many tokens the longer of the two segments has.
  /// - Returns: 0...100; 100 where both are empty.
  package static func base(distance: Int, longer: Int) -> Int {
    longer == 0 ? 100 : 100 * (longer - distance) / longer
  }

  /// Returns the largest distance with which a base still reaches a threshold.
  ///
  /// - Parameters:
  ///   - threshold: Per cent, 0...100.
  ///   - longer: How many tokens the longer of the two segments has.
  /// - Returns: 0 or more, below `longer` unless the threshold is 0.
  package static func mostEdits(threshold: Int, longer: Int) -> Int {
    longer * (100 - threshold) / 100
  }
}
