/// What a format could not hold, or a reader could not keep, counted by what and why.
public struct LossReport: Sendable, Hashable {
  /// One sort of loss.
  public struct Loss: Sendable, Hashable, Codable {
    /// What was left out, in the words of the model: `since`, `relations`, `enforce`.
    public var what: String
    /// Why, in words: *TBX-Basic has no place for it*.
    public var why: String
    /// How often.
    public var count: Int
  }

  /// Every sort of loss, in the order in which they first occurred.
  public private(set) var losses: [Loss] = []

  /// Starts with nothing lost.
  public init() {}

  /// Whether nothing was lost.
  public var isEmpty: Bool { losses.isEmpty }

  /// Counts a loss.
  ///
  /// - Parameters:
  ///   - what: What was left out.
  ///   - why: Why.
  ///   - count: How many.
  public mutating func add(_ what: String, because why: String, count: Int = 1) {
    if let place = losses.firstIndex(where: { $0.what == what && $0.why == why }) {
      losses[place].count += count
    } else {
      losses.append(Loss(what: what, why: why, count: count))
    }
  }
}
