/// What ``FoldingPass`` does with a scalar that is not ASCII.
enum ScalarClass {
  /// Kept, made Simplified, no space beside it: Han characters, kana, bopomofo.
  case ideograph
  /// Read as the ASCII character of the same form: `Ａ`, `，`, `（`.
  case fullWidth
  /// Kept, in lower case: letters, digits and marks of every script.
  case letter(String)
  /// Kept: currencies, mathematics, units, superior figures.
  case symbol
  /// Read as a space: white space, dashes, brackets, quotation marks, stops.
  case gap
  /// Left out without a trace: apostrophes, zero-width and control characters.
  case nothing

  /// Judges a code point of 80 (hexadecimal) or more.
  static func of(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F,
      0x30A1...0x30FA, 0x30FC...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x20000...0x323AF:
      .ideograph
    case 0xFF01...0xFF5E: value == 0xFF5E ? .gap : .fullWidth
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0x02B9...0x02BD, 0xA78B, 0xA78C: .nothing
    case 0x2122, 0x2120, 0x2117, 0xAE, 0xA9: .nothing
    case 0x2030, 0x2031, 0xA7: .symbol
    case 0x2212, 0x3000...0x3003, 0x3008...0x3020, 0x3030: .gap
    default: byProperties(value)
    }
  }

  private static func byProperties(_ value: UInt32) -> ScalarClass {
    guard let scalar = Unicode.Scalar(value) else { return .nothing }
    let properties = scalar.properties
    if properties.isVariationSelector { return .nothing }
    return switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .letterNumber: .letter(properties.lowercaseMapping)
    case .lowercaseLetter: .letter(scalar == "ς" ? "σ" : String(scalar))
    case .modifierLetter, .otherLetter, .decimalNumber: .letter(String(scalar))
    case .nonspacingMark, .spacingMark, .enclosingMark: .letter(String(scalar))
    case .otherSymbol where properties.isAlphabetic: .letter(properties.lowercaseMapping)
    case .otherNumber, .mathSymbol, .currencySymbol, .otherSymbol: .symbol
    case .format, .control, .modifierSymbol, .privateUse, .surrogate, .unassigned: .nothing
    default: .gap
    }
  }

  /// Whether NFC may change a text because this code point stands in it: marks, what is composed
  /// from parts, and what has another canonical form. True also of some that NFC leaves alone.
  static func mayCompose(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x2FF, 0x370...0x373, 0x375...0x37D, 0x37F...0x386, 0x388...0x482, 0x48A...0x58F,
      0x1E00...0x1EFF, 0x2000...0x20CF, 0x2100...0x2125,
      0x2127...0x2129, 0x212C...0x2328, 0x232B...0x2ADB, 0x2ADD...0x2CEE, 0x2E00...0x3029,
      0x3030...0x3098, 0x309B...0xA66E, 0xAC00...0xD7A3, 0xE000...0xF8FF, 0xFE00...0xFE0F,
      0xFE30...0xFFFD, 0x1F000...0x2F7FF, 0x30000...0xFFFFF:
      false
    default: true
    }
  }
}
