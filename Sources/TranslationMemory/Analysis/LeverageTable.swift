/// How much of some documents can be taken over from a memory, band by band.
///
/// Each segment is counted once: in context before repetition, repetition before the rest. With
/// internal matches, a segment that resembles an earlier one of the documents more than any unit is
/// counted apart, in the band of that likeness.
public struct LeverageTable: Hashable, Sendable {
  /// What memory and repetition give.
  public private(set) var bands: [MatchBand: TextCount] = [:]
  /// What likeness inside the documents gives, where it gives more.
  public private(set) var internalBands: [MatchBand: TextCount] = [:]
  private var seen: Set<String> = []

  /// An empty table.
  public init() {}

  /// Counts the next segment.
  ///
  /// - Parameters:
  ///   - text: The segment as it is written.
  ///   - rate: The best rate of the memory, 0...101; nothing where there is none.
  ///   - internalRate: The best rate among earlier segments, where that is asked for.
  public mutating func add(_ text: String, rate: Int?, internalRate: Int? = nil) {
    let isRepeated = !seen.insert(text).inserted
    let count = TextCount(text)
    if isRepeated, (rate ?? 0) < MatchRate.inContext {
      bands[.repetition, default: TextCount()] += count
    } else if let internalRate, internalRate > rate ?? 0, internalRate >= 50 {
      internalBands[MatchBand(rate: internalRate), default: TextCount()] += count
    } else {
      bands[MatchBand(rate: rate), default: TextCount()] += count
    }
  }

  /// A table without counts that goes on from here: what this one has seen is a repetition there.
  public func emptied() -> LeverageTable {
    var table = LeverageTable()
    table.seen = seen
    return table
  }

  /// All together.
  public var total: TextCount {
    bands.values.reduce(TextCount(), +) + internalBands.values.reduce(TextCount(), +)
  }
}
