/// How wide a text is on a terminal, and what of it may be sent there.
///
///     DisplayWidth.of("SAMR")               // 4
///     DisplayWidth.of("市场监管总局")         // 12
///     DisplayWidth.padded("总局", to: 6)     // "总局  "
///     DisplayWidth.visible("a\u{1B}[31mb")  // "a␛[31mb"
package enum DisplayWidth {
  /// Returns how many columns a text takes, once made visible: two for a Han, full-width or
  /// otherwise wide character, none for a combining mark, one for any other. A character of
  /// ambiguous width (“ ” … ·) counts as one.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    var columns = 0
    for character in text {
      var width = 0
      for scalar in character.unicodeScalars {
        if let form = visibleForm(of: scalar) {
          columns += form.unicodeScalars.count
        } else {
          width = max(width, columnCount(of: scalar))
        }
      }
      columns += width
    }
    return columns
  }

  /// Returns a text followed by as many spaces as it is narrower than `columns`.
  package static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// Returns a text in which nothing acts on a terminal: control characters are shown as their
  /// pictures (U+001B as ␛), those that turn the writing direction or have no form at all as
  /// their code point (⟨U+202E⟩). Line ends and tabs are control characters too.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { visibleForm(of: $0) != nil }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let form = visibleForm(of: scalar) {
        result += form
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func visibleForm(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "␡"
    case 0x80...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F, 0xAD:
      "⟨U+" + hexadecimal(scalar.value) + "⟩"
    default: nil
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func columnCount(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x2648...0x2653,
      0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FF, 0x1F18E, 0x1F191...0x1F19A,
      0x1F200...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF,
      0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      2
    case 0x300...0x36F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1160...0x11FF, 0xE0100...0xE01EF: 0
    case 0...0x2FF: 1
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}
