/// Token sequences that are hard on an index: few different tokens, repetitions, near copies of one
/// another, all lengths.
public struct TokenSampler {
  /// Where chance comes from.
  public var generator: SeededGenerator
  /// The number of different tokens.
  public var vocabularyCount: UInt32
  private var longest: Int

  /// Chooses a number of different tokens, and a greatest length up to `longest`.
  public init(seed: UInt64, longest: Int = 300) {
    generator = SeededGenerator(seed: seed)
    vocabularyCount = [1, 2, 3, 5, 20, 200, 70_000].randomElement(using: &generator) ?? 5
    self.longest = Int.random(in: 1...longest, using: &generator)
  }

  /// A random sequence, short ones more often.
  public mutating func sequence() -> [UInt32] {
    let most = Bool.random(using: &generator) ? longest : min(longest, 12)
    let count = Int.random(in: 1...most, using: &generator)
    return (0..<count).map { _ in token() }
  }

  /// A sequence that some edits make of another.
  public mutating func edited(_ tokens: [UInt32]) -> [UInt32] {
    var edited = tokens
    for _ in 0..<Int.random(in: 0...(tokens.count / 2 + 1), using: &generator) {
      let place = Int.random(in: 0...edited.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: edited.insert(token(), at: place)
      case 1 where edited.count > 1 && place < edited.count: edited.remove(at: place)
      case 2 where place < edited.count: edited[place] = token()
      default:
        if let first = edited.first, edited.count > 2 {
          edited.removeFirst()
          edited.append(first)
        }
      }
    }
    return edited
  }

  /// Segments, some of them near others.
  public mutating func segments(_ count: Int) -> [[UInt32]] {
    var segments: [[UInt32]] = []
    for _ in 0..<count {
      if let near = segments.randomElement(using: &generator),
        Int.random(in: 0..<3, using: &generator) > 0
      {
        segments.append(edited(near))
      } else {
        segments.append(sequence())
      }
    }
    return segments
  }

  /// A query: near a segment more often than not; now and then with tokens that no segment has.
  public mutating func query(near segments: [[UInt32]]) -> [UInt32] {
    var query = sequence()
    if Int.random(in: 0..<4, using: &generator) > 0,
      let near = segments.randomElement(using: &generator)
    {
      query = edited(near)
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      for place in query.indices where Int.random(in: 0..<6, using: &generator) == 0 {
        query[place] = Bool.random(using: &generator) ? .max : 1_000_000
      }
    }
    return query
  }

  private mutating func token() -> UInt32 {
    UInt32.random(in: 0..<vocabularyCount, using: &generator)
  }
}
