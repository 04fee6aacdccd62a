public import TextAnalysis

/// A dated tie from one concept to another, with its scope in words (TBX `crossReference`).
public struct Relation: Hashable, Sendable {
  /// How two concepts are tied.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// This took over from the target, wholly or within the scope.
    case replaces
    /// The target took over from this.
    case replacedBy
    /// This belongs to the target.
    case partOf
    /// They have to do with each other.
    case related

    /// What the target says of this concept in return, where it must say something.
    public var mirror: Kind? {
      switch self {
      case .replaces: .replacedBy
      case .replacedBy: .replaces
      case .related: .related
      case .partOf: nil
      }
    }
  }

  /// How this concept is tied to ``target``.
  public var kind: Kind
  /// The identifier of the other concept.
  public var target: String
  /// The first day of the tie.
  public var since: PartialDate?
  /// The last day of the tie.
  public var until: PartialDate?
  /// What part of the concept it holds for, in words: *drug supervision only*.
  public var scope: String?

  /// Ties a concept to another.
  public init(
    _ kind: Kind, _ target: String, since: PartialDate? = nil, until: PartialDate? = nil,
    scope: String? = nil
  ) {
    self.kind = kind
    self.target = target
    self.since = since
    self.until = until
    self.scope = scope
  }
}
