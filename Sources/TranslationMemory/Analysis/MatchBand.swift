/// The bands of match rates that translators are paid by.
public enum MatchBand: String, Hashable, Sendable, Codable, CaseIterable {
  /// Equal, in the same surroundings.
  case inContext = "101"
  /// Equal to an earlier segment of the same documents.
  case repetition = "repetitions"
  /// Equal.
  case exact = "100"
  /// 95 to 99 per cent.
  case from95 = "95–99"
  /// 85 to 94 per cent.
  case from85 = "85–94"
  /// 75 to 84 per cent.
  case from75 = "75–84"
  /// 50 to 74 per cent.
  case from50 = "50–74"
  /// Less.
  case new

  /// The band of a rate.
  ///
  /// - Parameter rate: 0...101; nothing where there is no match.
  public init(rate: Int?) {
    switch rate ?? 0 {
    case 101...: self = .inContext
    case 100: self = .exact
    case 95...: self = .from95
    case 85...: self = .from85
    case 75...: self = .from75
    case 50...: self = .from50
    default: self = .new
    }
  }
}
