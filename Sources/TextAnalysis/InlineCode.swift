/// A piece of markup inside a segment: the start of bold, a line break, a variable.
public struct InlineCode: Hashable, Sendable, Codable {
  /// How a code stands to others.
  public enum Kind: String, Sendable, Codable {
    /// It begins something that a closing code ends (TMX `bpt`, the start of `hi`).
    case opening
    /// It ends what an opening code began (TMX `ept`, the end of `hi`).
    case closing
    /// It stands for itself (TMX `ph`, `it`, `ut`).
    case standalone
  }

  /// Its place: how many Unicode scalars of the segment's text stand before it.
  public var scalarOffset: Int
  /// How it stands to others.
  public var kind: Kind
  /// The markup as its file wrote it, given back letter for letter: a whole TMX element, or the
  /// start or end tag of one that holds text.
  public var markup: String

  /// Describes a code.
  public init(scalarOffset: Int, kind: Kind, markup: String) {
    self.scalarOffset = scalarOffset
    self.kind = kind
    self.markup = markup
  }
}
