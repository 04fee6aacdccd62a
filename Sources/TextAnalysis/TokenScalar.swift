/// What the tokenizer does with a scalar.
enum TokenScalar: UInt8 {
  /// White space and control characters: they part tokens and are in none.
  case space
  /// Format characters (zero-width space, direction marks, soft hyphen): in no key, and no end of
  /// a token.
  case ignorable
  /// Combining marks, conjoining vowels and finals of Hangul, skin tones: they stay with what
  /// stands before them.
  case mark
  /// Letters of scripts that write words, `_`, superior and inferior figures.
  case letter
  /// Decimal digits of every script.
  case digit
  /// Characters that are a token each: Han, kana, bopomofo, Hangul.
  case ideograph
  /// Everything else.
  case symbol

  /// Judges a scalar by ranges and Unicode properties.
  static func of(_ scalar: Unicode.Scalar) -> TokenScalar {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x3096,
      0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x312F, 0x3131...0x318E, 0x31A0...0x31BF,
      0x31F0...0x31FF, 0x1100...0x115F, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x323AF:
      .ideograph
    case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF5B...0xFF65:
      .symbol
    case 0x1160...0x11FF, 0xD7B0...0xD7FB, 0x1F3FB...0x1F3FF: .mark
    case 0x5F, 0xFF3F, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xB2, 0xB3, 0xB9, 0x2070...0x2079,
      0x2080...0x2089:
      .letter
    default: byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> TokenScalar {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      .letter
    case .decimalNumber: .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: .space
    case .format: .ignorable
    default: .symbol
    }
  }
}

extension TokenScalar {
  /// Whether a scalar is an apostrophe where letters stand on both sides.
  static func isApostrophe(_ value: UInt32) -> Bool {
    value == 0x27 || value == 0x2019 || value == 0xFF07
  }

  /// Whether a scalar may join another after a zero-width joiner.
  static func isJoinable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && scalar.properties.isEmoji
  }

  /// Whether a scalar is half of a flag.
  static func isRegionalIndicator(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// The ordinary form of a full-width or half-width character; itself for all others. Half-width
  /// kana stay as they are.
  static func narrowed(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0xFF61: 0x3002
    case 0xFF62: 0x300C
    case 0xFF63: 0x300D
    case 0xFF64: 0x3001
    case 0xFF65: 0x30FB
    case 0xFFE0: 0xA2
    case 0xFFE1: 0xA3
    case 0xFFE2: 0xAC
    case 0xFFE3: 0xAF
    case 0xFFE4: 0xA6
    case 0xFFE5: 0xA5
    case 0xFFE6: 0x20A9
    default: value
    }
  }
}

/// What ``TokenScalar`` and lower case say of the scalars below 600 (hexadecimal): Latin, Greek,
/// Cyrillic, Armenian, Hebrew.
final class TokenTable: Sendable {
  /// Made once, at first use, in a fraction of a millisecond.
  static let shared = TokenTable()

  /// One past the last scalar of the table.
  static let end: UInt32 = 0x600

  /// What each scalar is.
  let kinds: [TokenScalar]
  /// The lower case of each scalar; 0 where it is more than one scalar.
  let lowered: [UInt16]

  private init() {
    var kinds: [TokenScalar] = []
    var lowered: [UInt16] = []
    for value in 0..<UInt16(Self.end) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      kinds.append(.of(scalar))
      let mapped = TokenKey.lowered(scalar).unicodeScalars
      lowered.append(mapped.count == 1 ? mapped.first.map { UInt16($0.value) } ?? 0 : 0)
    }
    (self.kinds, self.lowered) = (kinds, lowered)
  }
}
