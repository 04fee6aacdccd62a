import TextAnalysis

/// How near a repaired source is to the query for ordering: finer than the rate, and not shown.
///
/// The mean of three rates, each 0...1: of tokens, of characters, and of tokens weighted by how
/// rare they are.
package struct Closeness {
  private let query: PreparedSegment
  private let queryScalars: [UInt32]
  private let queryWeights: [Double]
  private var numbers: [String: UInt32] = [:]
  private let queryNumbers: [UInt32]
  private let weight: (String) -> Double

  /// Begins with a query.
  ///
  /// - Parameters:
  ///   - query: The segment that is being translated.
  ///   - weight: What a token with a key costs, ln((N + 1) / (df + ½)).
  package init(_ query: PreparedSegment, weight: @escaping (String) -> Double) {
    self.query = query
    self.weight = weight
    queryScalars = Self.lowered(query.segment.text)
    queryWeights = query.compared.map { weight($0.key) }
    var numbers: [String: UInt32] = [:]
    queryNumbers = query.compared.map { token in
      if let number = numbers[token.key] { return number }
      numbers[token.key] = UInt32(numbers.count + 1)
      return UInt32(numbers.count)
    }
    self.numbers = numbers
  }

  /// Returns how near a source is.
  ///
  /// - Returns: 0...1.
  /// - Complexity: O(tokens of both multiplied).
  package func of(_ source: PreparedSegment) -> Double {
    (tokenRate(source) + characterRate(source) + weightedRate(source)) / 3
  }

  /// 1 − token edit distance / tokens of the longer.
  package func tokenRate(_ source: PreparedSegment) -> Double {
    let longer = max(query.compared.count, source.compared.count)
    guard longer > 0 else { return 1 }
    return 1 - Double(distance(to: source)) / Double(longer)
  }

  /// The token edit distance between the query and a source.
  package func distance(to source: PreparedSegment) -> Int {
    TokenDistance.distance(queryNumbers, sourceNumbers(source))
  }

  private func sourceNumbers(_ source: PreparedSegment) -> [UInt32] {
    // A token that the query has not is 0: it equals none of the query's.
    source.compared.map { numbers[$0.key] ?? 0 }
  }

  /// 1 − (insertions + deletions) / (characters of both), capitals as small letters.
  private func characterRate(_ source: PreparedSegment) -> Double {
    let scalars = Self.lowered(source.segment.text)
    let both = queryScalars.count + scalars.count
    guard both > 0 else { return 1 }
    return 1 - Double(IndelDistance.distance(queryScalars, scalars)) / Double(both)
  }

  /// 1 − cheapest edits / the larger sum of weights.
  private func weightedRate(_ source: PreparedSegment) -> Double {
    let weights = source.compared.map { weight($0.key) }
    let most = max(queryWeights.reduce(0, +), weights.reduce(0, +))
    guard most > 0 else { return 1 }
    let cost = WeightedDistance.distance(
      queryNumbers, queryWeights, sourceNumbers(source), weights)
    return 1 - cost / most
  }

  private static func lowered(_ text: String) -> [UInt32] {
    text.unicodeScalars.map { scalar in
      (0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20
        : scalar.isASCII ? scalar.value
        : scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    }
  }
}
