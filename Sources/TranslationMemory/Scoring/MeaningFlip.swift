/// A small difference that turns the meaning round: what a reader of differences must not miss.
public struct MeaningFlip: Hashable, Sendable, Codable {
  /// What differs.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// One says it, the other denies it: *not*, *never*, 不, 未, 无.
    case negation
    /// One obliges, the other allows or advises: *shall*, *should*, *may*; 应, 宜, 可.
    case modal
    /// One sets the least, the other the most, or one includes the figure: *at least*, *up to*; 以上,
    /// 以下, 超过.
    case bound
  }

  /// What differs.
  public var kind: Kind
  /// The words of the query that say it, in order; empty where it has none.
  public var query: [String]
  /// The words of the unit's source that say it.
  public var source: [String]
}
