/// A word, a Han character or a sign of a running text, folded as names are compared.
///
/// Made by ``TextUnits``, which says what a unit is.
package struct TextUnit: Sendable {
  /// What a unit is.
  package enum Kind: UInt8, Sendable {
    /// A run of letters and digits; its folded form is ``TextUnits/key(of:)``.
    case word
    /// One Han character, kana or Hangul syllable, folded in ``code``.
    case ideograph
    /// One mark that a name may contain, folded in ``code``: `/`, `&`, `.`, `(`, `、`.
    case sign
  }

  /// What tells one unit from another of the same key.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What stands before it parts it from the unit before: a blank line, a tab, a quotation that
    /// ends and another that begins.
    package static let startsAnew = Traits(rawValue: 1)
    /// It has a capital letter.
    package static let hasCapital = Traits(rawValue: 2)
    /// All its letters are capitals.
    package static let isAllCapitals = Traits(rawValue: 4)
    /// An acronym, or a short word in capitals, whose ending was folded: *AIDS*, whose key is that
    /// of *aid*.
    package static let isFoldedAcronym = Traits(rawValue: 8)
    /// It goes on what stands before it, as parts of an address do: no name begins here.
    package static let isJoinedToPrevious = Traits(rawValue: 16)
    /// What follows goes on it: no name ends here.
    package static let isJoinedToNext = Traits(rawValue: 32)
    /// It is two capitals or more and the small *s* of a plural, which its key has not.
    package static let isPluralOfCapitals = Traits(rawValue: 64)
  }

  /// Whether it is a word.
  @inlinable package var isWord: Bool { packed != 0 }

  /// What it is.
  package var kind: Kind
  /// What tells it from others with its key.
  package var traits: Traits
  /// Of a character or sign, its folded code point; of a word zero.
  package var code: UInt32
  /// Of a word, its key packed, as ``TextUnits/packed(_:)`` does; else zero.
  package var packed: UInt64
  /// Where the key of a word begins among all keys, and where it ends.
  package var keyStart, keyEnd: UInt32
  /// Where it stands in the text, in bytes of UTF-8.
  package var byteStart, byteEnd: UInt32
  /// Where it stands in the text, in Unicode scalars.
  package var scalarStart, scalarEnd: UInt32
}
