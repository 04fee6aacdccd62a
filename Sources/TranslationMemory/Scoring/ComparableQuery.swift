package import TextAnalysis

/// A query that is held against many sources: its tokens numbered once.
package struct ComparableQuery: Sendable {
  /// The query.
  package let prepared: PreparedSegment
  /// All its tokens but codes.
  package let tokens: [Token]
  /// Whether it has a small letter, as a text all in capitals has not.
  let hasSmallLetters: Bool
  private let numbers: KeyNumbers
  private let pattern: SequencePattern
  private let comparedPattern: SequencePattern
  /// The numbers of the tokens that rates count.
  let comparedNumbers: [UInt32]

  /// Numbers the tokens of a query.
  package init(_ prepared: PreparedSegment) {
    self.prepared = prepared
    tokens = prepared.tokens.filter { $0.kind != .code }
    hasSmallLetters = prepared.segment.text.contains { $0.isLowercase }
    var numbers = KeyNumbers(capacity: prepared.tokens.count)
    for token in prepared.tokens { numbers.add(token.key) }
    self.numbers = numbers
    pattern = SequencePattern(tokens.map { numbers.number(of: $0.key) })
    comparedNumbers = prepared.compared.map { numbers.number(of: $0.key) }
    comparedPattern = SequencePattern(comparedNumbers)
  }

  /// The numbers of some tokens: those that the query does not have are 0, which none of its own is.
  func numbers(of tokens: [Token]) -> [UInt32] { tokens.map { numbers.number(of: $0.key) } }

  /// Numbers the tokens of a source.
  package func numbered(_ source: PreparedSegment) -> NumberedSource {
    let tokens =
      source.segment.codes.isEmpty
      ? source.tokens : source.tokens.filter { $0.kind != .code }
    let numbers = numbers(of: tokens)
    var compared: [UInt32] = []
    compared.reserveCapacity(numbers.count)
    for (token, number) in zip(tokens, numbers) where token.kind != .punctuation {
      compared.append(number)
    }
    // A segment that has nothing else is compared by its punctuation and codes.
    if compared.count != source.compared.count { compared = self.numbers(of: source.compared) }
    return NumberedSource(
      prepared: source, tokens: tokens, numbers: numbers, comparedNumbers: compared)
  }

  /// The token edit distance to a source, over what rates count.
  package func distance(to source: PreparedSegment) -> Int {
    distance(to: numbers(of: source.compared))
  }

  /// The same to the numbers of a source's tokens.
  func distance(to tokens: [UInt32]) -> Int { comparedPattern.distance(to: tokens) ?? 0 }

  /// What of a source stands beside what of the query, over all tokens but codes: the query's are
  /// the first of each block.
  func blocks(beside source: NumberedSource) -> [EditBlock] { pattern.blocks(to: source.numbers) }
}

/// A source whose tokens have the numbers that a query gave to its own.
package struct NumberedSource: Sendable {
  /// The source.
  package let prepared: PreparedSegment
  /// All its tokens but codes.
  let tokens: [Token]
  /// Their numbers; 0 for those that the query does not have.
  let numbers: [UInt32]
  /// The numbers of the tokens that rates count.
  let comparedNumbers: [UInt32]
}
