package import TextAnalysis

/// A query that is held against many sources: its tokens numbered once.
package struct ComparableQuery: Sendable {
  /// The query.
  package let prepared: PreparedSegment
  /// All its tokens but codes.
  package let tokens: [Token]
  private let numbers: [String: UInt32]
  private let pattern: SequencePattern
  private let comparedPattern: SequencePattern
  /// The numbers of the tokens that rates count.
  let comparedNumbers: [UInt32]

  /// Numbers the tokens of a query.
  package init(_ prepared: PreparedSegment) {
    self.prepared = prepared
    tokens = prepared.tokens.filter { $0.kind != .code }
    var numbers: [String: UInt32] = [:]
    for token in prepared.tokens where numbers[token.key] == nil {
      numbers[token.key] = UInt32(numbers.count + 1)
    }
    self.numbers = numbers
    pattern = SequencePattern(tokens.map { numbers[$0.key] ?? 0 })
    comparedNumbers = prepared.compared.map { numbers[$0.key] ?? 0 }
    comparedPattern = SequencePattern(comparedNumbers)
  }

  /// The numbers of some tokens: those that the query does not have are 0, which none of its own is.
  func numbers(of tokens: [Token]) -> [UInt32] { tokens.map { numbers[$0.key] ?? 0 } }

  /// The token edit distance to a source, over what rates count.
  package func distance(to source: PreparedSegment) -> Int {
    distance(to: numbers(of: source.compared))
  }

  /// The same to the numbers of a source's tokens.
  func distance(to tokens: [UInt32]) -> Int { comparedPattern.distance(to: tokens) ?? 0 }

  /// What of a source stands beside what of the query, over all tokens but codes: the query's are
  /// the first of each block.
  func blocks(beside tokens: [Token]) -> [EditBlock] { pattern.blocks(to: numbers(of: tokens)) }
}
