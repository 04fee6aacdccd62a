/// The letters that pinyin is written with, tone marks and all, as plain ASCII ones.
enum PinyinLetters {
  /// Returns the ASCII letter or digit that a scalar is in its lower-case form, full-width forms
  /// included; nil for any other.
  static func letterOrDigit(_ scalar: Unicode.Scalar) -> Character? {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    switch value {
    case 0x30...0x39, 0x61...0x7A: return Unicode.Scalar(value).map { Character($0) }
    case 0x41...0x5A: return Unicode.Scalar(value + 0x20).map { Character($0) }
    default: return nil
    }
  }

  /// Returns a syllable without its tone marks, or nil where it holds anything but letters.
  static func plain(_ syllable: String) -> String? {
    var result = ""
    for scalar in syllable.unicodeScalars where !isToneMark(scalar) {
      guard let letter = base(of: scalar) else { return nil }
      result.append(letter)
    }
    return result
  }

  /// Returns what was typed as lower-case letters and tone digits, without spaces, apostrophes and
  /// hyphens; nil where the text has anything else.
  static func typed(_ query: String) -> String? {
    var result = ""
    for scalar in query.unicodeScalars {
      if let letter = base(of: scalar) {
        result.append(letter)
      } else if let digit = letterOrDigit(scalar), ("1"..."5").contains(digit) {
        result.append(digit)
      } else if !isToneMark(scalar), !isSeparator(scalar) {
        return nil
      }
    }
    return result
  }

  /// Returns the text without the digits that follow a letter.
  static func withoutToneDigits(_ typed: String) -> String {
    var result = ""
    for character in typed {
      if character.isNumber, result.last?.isLetter ?? false { continue }
      result.append(character)
    }
    return result
  }

  /// The ASCII letter that a letter with or without a tone mark is.
  private static func base(of scalar: Unicode.Scalar) -> Character? {
    if let plain = letterOrDigit(scalar) { return plain.isLetter ? plain : nil }
    return bases[scalar]
  }

  private static func isToneMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x302, 0x304, 0x306, 0x308, 0x30C: true
    default: false
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "‘", "ʼ", "-", "‐", "‑", "·": true
    default: scalar.properties.isWhitespace
    }
  }

  private static let bases: [Unicode.Scalar: Character] = {
    var table: [Unicode.Scalar: Character] = [:]
    for (letter, marked) in [
      ("a", "āáǎàâăɑĀÁǍÀ"), ("e", "ēéěèêếềẾỀĒÉĚÈÊ"), ("i", "īíǐìĭĪÍǏÌ"), ("o", "ōóǒòŏŌÓǑÒ"),
      ("u", "ūúǔùŭüǖǘǚǜŪÚǓÙÜǕǗǙǛ"), ("n", "ńňǹŃŇǸ"), ("m", "ḿḾ"),
    ] as [(Character, String)] {
      for scalar in marked.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
