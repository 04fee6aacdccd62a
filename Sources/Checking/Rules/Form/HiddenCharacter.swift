import TextAnalysis

/// Finds characters that nobody sees and that part words which look whole, or turn them round:
/// zero-width spaces, direction marks, soft hyphens, controls, and characters that only one
/// machine can show.
///
/// Joiners stay where emoji or a script need them, direction marks where something is written from
/// right to left.
struct HiddenCharacter: SegmentRule {
  static let id = RuleID.hiddenCharacter
  static let severity = Severity.warning
  static let summary = Phrase(
    "characters that nobody sees, or that not every machine shows", "看不见的字符，以及并非处处能显示的字符")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let scalars = segment.target.scalars
    guard let first = scalars.firstIndex(where: { Self.isSuspect($0.value) }) else { return [] }
    var places: [UInt32: [Range<Int>]] = [:]
    var order: [UInt32] = []
    var isRightToLeft: Bool?
    for place in first..<scalars.count {
      let value = scalars[place].value
      guard Self.isSuspect(value), !Self.isNeeded(scalars, place) else { continue }
      if Self.isDirectionMark(value) {
        let answer = isRightToLeft ?? scalars.contains { Self.isRightToLeft($0.value) }
        isRightToLeft = answer
        if answer { continue }
      }
      if places[value] == nil {
        if order.count == Self.mostKinds { continue }
        order.append(value)
      }
      if places[value, default: []].count < mostRanges {
        places[value, default: []].append(place..<place + 1)
      }
    }
    return order.compactMap { value in
      let isCopied = segment.source?.scalars.contains { $0.value == value } ?? false
      if isCopied, Self.isPrivate(value) { return nil }
      return finding(value, at: places[value] ?? [], isCopied: isCopied, segment)
    }
  }

  private static let mostKinds = 8

  private func finding(
    _ value: UInt32, at ranges: [Range<Int>], isCopied: Bool, _ segment: AnalysedSegment
  ) -> Finding {
    let name = Self.name(of: value)
    let isLost = value == 0xFFFD || value == 0xFFFC || Self.isPrivate(value)
    let advice =
      isLost
      ? Phrase("write the character that was meant.", "请写上原本要写的字符。")
      : isCopied
        ? Phrase("the source has it too; take it out unless it is needed.", "原文也有；若不需要，请删去。")
        : Phrase("take it out.", "请删去。")
    return Finding(
      Self.id, isCopied ? .hint : Self.severity, segment: segment.number, target: ranges,
      suggestion: isLost ? nil : "",
      Phrase("the text holds \(name.english); ", "文中有\(name.chinese)；") + advice)
  }
}

extension HiddenCharacter {
  /// Whether a code point may be one of those that are looked for.
  @inline(__always)
  private static func isSuspect(_ value: UInt32) -> Bool {
    if value &- 0x20 < 0x5F { return false }
    if value &- 0x3165 < 0xAE9B { return false }
    switch value {
    case 0...8, 0xB, 0xC, 0xE...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160,
      0x17B4, 0x17B5, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164,
      0xE000...0xF8FF, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFF, 0xE0000...0xE00FF, 0xE01F0...0x10FFFF:
      return true
    default: return false
    }
  }

  private static func isPrivate(_ value: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(value) || value >= 0xF0000
  }

  private static func isDirectionMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x5FF, 0x620...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  /// Whether a joiner stands between emoji, or a hidden character in a script that needs it.
  private static func isNeeded(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let value = scalars[place].value
    let neighbours = [scalars.at(place - 1), scalars.at(place + 1)].compactMap { $0?.value }
    switch value {
    case 0x200D:
      return neighbours.count == 2 && neighbours.allSatisfy(isEmojiPart)
        || neighbours.contains(where: joinsLetters)
    case 0x200B, 0x200C, 0x34F, 0x180E, 0x17B4, 0x17B5:
      return neighbours.contains(where: joinsLetters)
    case 0x115F, 0x1160: return neighbours.contains { (0x1100...0x11FF).contains($0) }
    case 0xE0020...0xE007F:
      return neighbours.first.map { $0 == 0x1F3F4 || (0xE0020...0xE007F).contains($0) } ?? false
    default: return false
    }
  }

  private static func isEmojiPart(_ value: UInt32) -> Bool {
    switch value {
    case 0x1F000...0x1FAFF, 0x2190...0x21FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x20E3: true
    default: false
    }
  }

  /// Whether it is of a script that joins its letters or parts its words with hidden characters:
  /// Arabic, those of India, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian.
  private static func joinsLetters(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x61B, 0x61D...0x109F, 0x1780...0x17B3, 0x17B6...0x180D, 0x1810...0x18AF,
      0xA840...0xA8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x11FFF:
      true
    default: false
    }
  }

  private static func name(of value: UInt32) -> Phrase {
    let hexadecimal = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let kind: Phrase =
      switch value {
      case 0xAD: Phrase("a soft hyphen", "软连字符")
      case 0x200B: Phrase("a zero-width space", "零宽空格")
      case 0x200C: Phrase("a zero-width non-joiner", "零宽不连字符")
      case 0x200D: Phrase("a zero-width joiner", "零宽连字符")
      case 0x2060: Phrase("a word joiner", "词连接符")
      case 0xFEFF: Phrase("a byte order mark", "字节顺序标记")
      case 0xFFFD: Phrase("a replacement character, where another was lost", "替换字符（原字符已丢失）")
      case 0xFFFC: Phrase("the place of an object that is gone", "对象占位符（对象已丢失）")
      case 0x2028, 0x2029: Phrase("a line or paragraph separator", "行或段落分隔符")
      case _ where isDirectionMark(value): Phrase("a direction mark", "文字方向标记")
      case _ where isPrivate(value): Phrase("a private-use character", "专用区字符")
      case 0...0x9F: Phrase("a control character", "控制字符")
      default: Phrase("a character that cannot be seen", "不可见字符")
      }
    return kind + Phrase(" (\(code))", "（\(code)）")
  }
}
