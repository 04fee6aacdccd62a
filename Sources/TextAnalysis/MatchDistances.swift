/// Returns how many insertions, deletions and replacements of tokens turn one list into the other,
/// or nil once that is sure to exceed `limit`. For one list against many, make a
/// ``SequencePattern`` once.
///
///     tokenDistance([7, 3, 9], [7, 9], limit: 2)  // 1
package func tokenDistance(_ first: [UInt32], _ second: [UInt32], limit: Int = .max) -> Int? {
  SequencePattern(first).distance(to: second, limit: limit)
}

/// Returns how much of two texts is the same, character by character: 1 − (insertions + deletions) /
/// (characters of both), from 0 to 1; that of two empty texts is 1.
///
///     characterRate("colour", "color")  // 1 − 1 / 11
///
/// - Complexity: O(⌈*m* / 64⌉ · *n*) for *m* and *n* Unicode scalars.
package func characterRate(_ first: String, _ second: String) -> Double {
  let other = second.unicodeScalars.map(\.value)
  return SequencePattern(first.unicodeScalars.map(\.value)).commonRate(with: other)
}

extension SequencePattern {
  /// Returns 1 − (insertions + deletions) / (elements of both); 1 for two empty sequences.
  package func commonRate(with other: [UInt32]) -> Double {
    let count = elements.count + other.count
    return count == 0 ? 1 : 1 - Double(insertionsAndDeletions(to: other)) / Double(count)
  }
}

/// Tokens and what each weighs, for ``weightedDistance(_:_:)``.
package struct WeightedTokens: Sendable {
  /// The tokens by number.
  package var tokens: [UInt32]
  /// What each of them weighs; zero or more, and the same for the same token everywhere.
  package var weights: [Double]

  /// Joins tokens and their weights, of which there must be as many.
  package init(tokens: [UInt32], weights: [Double]) {
    precondition(tokens.count == weights.count, "Each token has one weight.")
    self.tokens = tokens
    self.weights = weights
  }
}

/// Returns what the cheapest edits cost that turn one list into the other, where inserting or
/// deleting a token costs its weight and replacing one the greater weight of the two.
///
/// - Complexity: O(*m* · *n*) for *m* and *n* tokens between what both begin and end with.
package func weightedDistance(_ first: WeightedTokens, _ second: WeightedTokens) -> Double {
  var (start, firstEnd, secondEnd) = (0, first.tokens.count, second.tokens.count)
  while start < min(firstEnd, secondEnd), first.tokens[start] == second.tokens[start] {
    start += 1
  }
  while min(firstEnd, secondEnd) > start,
    first.tokens[firstEnd - 1] == second.tokens[secondEnd - 1]
  {
    firstEnd -= 1
    secondEnd -= 1
  }
  var costs = [0.0]
  costs.reserveCapacity(secondEnd - start + 1)
  for column in start..<secondEnd { costs.append(costs[column - start] + second.weights[column]) }
  for row in start..<firstEnd {
    let (token, weight) = (first.tokens[row], first.weights[row])
    var diagonal = costs[0]
    var left = diagonal + weight
    costs[0] = left
    for column in start..<secondEnd {
      let above = costs[column &- start &+ 1]
      let other = second.weights[column]
      let replaced = second.tokens[column] == token ? diagonal : diagonal + max(weight, other)
      left = min(replaced, min(above + weight, left + other))
      diagonal = above
      costs[column &- start &+ 1] = left
    }
  }
  return costs[secondEnd - start]
}

/// Returns 1 − *D* / *W*, where *D* is the ``weightedDistance(_:_:)`` and *W* the larger of the two
/// sums of weights; 1 where both sums are 0.
package func weightedRate(_ first: WeightedTokens, _ second: WeightedTokens) -> Double {
  let whole = max(first.weights.reduce(0, +), second.weights.reduce(0, +))
  return whole == 0 ? 1 : 1 - weightedDistance(first, second) / whole
}
