import TextAnalysis

/// How near a repaired source is to the query for ordering: finer than the rate, and not shown.
///
/// The mean of three rates, each 0...1: of tokens, of characters, and of tokens weighted by how
/// rare they are.
package struct Closeness {
  private let query: ComparableQuery
  private let weighted: WeightedTokens
  private let characters: SequencePattern
  private let weight: (String) -> Double
  /// The weights of the query's compared tokens by their numbers; nothing for those that are not.
  private let known: [Double?]

  /// Begins with a query.
  ///
  /// - Parameters:
  ///   - query: The segment that is being translated.
  ///   - weight: What a token with a key costs, ln((N + 1) / (df + ½)).
  package init(_ query: ComparableQuery, weight: @escaping (String) -> Double) {
    self.query = query
    self.weight = weight
    characters = SequencePattern(Self.characters(of: query.prepared))
    let weights = query.prepared.compared.map { weight($0.key) }
    var known = [Double?](repeating: nil, count: query.prepared.tokens.count + 1)
    for (number, weight) in zip(query.comparedNumbers, weights) { known[Int(number)] = weight }
    self.known = known
    weighted = WeightedTokens(tokens: query.comparedNumbers, weights: weights)
  }

  /// Returns how near a source is.
  ///
  /// - Returns: 0...1.
  /// - Complexity: O(tokens of both multiplied).
  package func of(_ source: PreparedSegment) -> Double {
    of(source, numbers: query.numbers(of: source.compared))
  }

  /// The same of a source whose tokens the query has numbered.
  func of(_ source: NumberedSource) -> Double {
    of(source.prepared, numbers: source.comparedNumbers)
  }

  private func of(_ source: PreparedSegment, numbers tokens: [UInt32]) -> Double {
    // What the query has too weighs what it weighs there.
    let weights = WeightedTokens(
      tokens: tokens,
      weights: zip(tokens, source.compared).map { known[Int($0)] ?? weight($1.key) })
    let tokenRate = tokenRate(weights.tokens)
    let characterRate = characters.commonRate(with: Self.characters(of: source))
    return (tokenRate + characterRate + weightedRate(weighted, weights)) / 3
  }

  private static func characters(of segment: PreparedSegment) -> [UInt32] {
    LowercaseScalars.of(segment.segment.text)
  }

  /// 1 − token edit distance / tokens of the longer.
  package func tokenRate(_ source: PreparedSegment) -> Double {
    tokenRate(query.numbers(of: source.compared))
  }

  private func tokenRate(_ tokens: [UInt32]) -> Double {
    let longer = max(query.comparedNumbers.count, tokens.count)
    guard longer > 0 else { return 1 }
    return 1 - Double(query.distance(to: tokens)) / Double(longer)
  }
}
