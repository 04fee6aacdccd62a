/// What the rules about form ask of single characters, by comparison and never by table look-up in
/// Unicode's properties, which is slow in loops.
extension Unicode.Scalar {
  /// Whether it is a Han character, 々 and 〇 included.
  @inline(__always)
  var isHan: Bool {
    if value &- 0x4E00 < 0x5200 { return true }
    if value < 0x3005 { return false }
    switch value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2FA1F, 0x30000...0x323AF:
      return true
    default: return false
    }
  }

  /// Whether it is a letter of ASCII.
  @inline(__always)
  var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }

  /// Whether it is a small letter of ASCII.
  @inline(__always)
  var isSmallASCIILetter: Bool { value &- 0x61 < 26 }

  /// Whether it is a capital letter of ASCII.
  @inline(__always)
  var isCapitalASCIILetter: Bool { value &- 0x41 < 26 }

  /// Whether it is a Latin letter, accents included.
  @inline(__always)
  var isLatinLetter: Bool {
    if value < 0x80 { return isASCIILetter }
    return (0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7
      || (0x1E00...0x1EFF).contains(value)
  }

  /// Whether it is a digit of ASCII.
  @inline(__always)
  var isASCIIDigit: Bool { value &- 0x30 < 10 }

  /// Whether it is a space, a tab or the end of a line.
  @inline(__always)
  var isBlank: Bool {
    if value <= 0x20 { return value == 0x20 || value &- 9 < 5 }
    if value < 0xA0 { return value == 0x85 }
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// Whether it is a mark of Chinese punctuation, which is as wide as a Han character.
  @inline(__always)
  var isWideMark: Bool {
    if value < 0x3001 { return false }
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65:
      return true
    default: return false
    }
  }

  /// Whether it is a kana, a Hangul syllable or a letter of bopomofo: another script's text.
  @inline(__always)
  var isOtherEastAsianLetter: Bool {
    switch value {
    case 0x3041...0x30FF, 0x3105...0x312F, 0x31F0...0x31FF, 0xAC00...0xD7A3, 0x1100...0x11FF,
      0xFF66...0xFF9F:
      true
    default: false
    }
  }
}

extension Array where Element == Unicode.Scalar {
  /// The place of the first scalar at or after a place that is no blank; the end if there is none.
  func skippingBlanks(from place: Int) -> Int {
    var place = place
    while place < count, self[place].isBlank { place += 1 }
    return place
  }

  /// The place after the last scalar before a place that is no blank.
  func skippingBlanks(before place: Int) -> Int {
    var place = place
    while place > 0, self[place - 1].isBlank { place -= 1 }
    return place
  }

  /// Whether all scalars are blank.
  var isAllBlank: Bool { skippingBlanks(from: 0) == count }

  /// The scalar at a place, or nothing outside.
  @inline(__always)
  func at(_ place: Int) -> Unicode.Scalar? {
    place >= 0 && place < count ? self[place] : nil
  }
}

/// How many ranges a finding shows at most; a text that has more of the same has been shown.
let mostRanges = 20
