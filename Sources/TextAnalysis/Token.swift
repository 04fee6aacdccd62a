/// A piece of a segment that is compared as a whole.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: UInt8, Sendable {
    /// A run of letters and digits that begins with a letter or holds one: `GB18030`, `don't`.
    case word
    /// A number with its separators: `2021`, `1,000`, `3.14`, `１２`. All have one and the same key.
    case number
    /// One Han character.
    case han
    /// One punctuation mark or symbol.
    case punctuation
    /// One inline code; it has no width in the text.
    case code
  }

  /// What it is.
  package var kind: Kind
  /// Where it stands, in Unicode scalars of the segment's text; empty for a code.
  package var scalars: Range<Int>
  /// Where it stands, in bytes of the segment's text as UTF-8; empty for a code.
  package var bytes: Range<Int>
  /// What it is compared by: folded in all layers (form, width, case, script, inflection, number
  /// class). Tokens of different kinds never have the same key.
  package var key: String

  /// Describes a token.
  package init(kind: Kind, scalars: Range<Int>, bytes: Range<Int>, key: String) {
    self.kind = kind
    self.scalars = scalars
    self.bytes = bytes
    self.key = key
  }
}
