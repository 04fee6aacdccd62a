import TextAnalysis

/// The marks of Chinese text and what stands for them in English.
///
/// That , ; : ? ! take the room of a character in Chinese text, and that the full stop is a ring, is
/// the same in GB/T 15834—2011 (mainland), in 重訂標點符號手冊 (Taiwan) and in Hong Kong; where in
/// its room a mark stands is the font's matter.
enum PunctuationWidths {
  /// Returns the Chinese mark for a half-width one; nothing for marks that Chinese text writes too.
  @inline(__always)
  static func wide(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case ",": "，"
    case ";": "；"
    case ":": "："
    case "?": "？"
    case "!": "！"
    case ".": "。"
    default: nil
    }
  }

  /// Returns the English mark for a full-width one; nothing for others.
  static func narrow(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark.value {
    case 0x3001: ","
    case 0x3002: "."
    case 0xFF01...0xFF5E: Unicode.Scalar(mark.value - 0xFEE0)
    default: nil
    }
  }

  /// What the rule is taken from.
  static func source(of profile: Profile) -> String? {
    switch profile.region {
    case .mainland: "GB/T 15834—2011"
    case .taiwan: "重訂標點符號手冊"
    case .hongkong: nil
    }
  }
}
