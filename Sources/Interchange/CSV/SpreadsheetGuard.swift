/// What keeps a spreadsheet from running a cell as a formula, or from making a date or a number of
/// it: an apostrophe in front, which spreadsheets load from a CSV file, show and save as it is.
///
/// Only text *at risk* ever gains or loses one, so that no file has to say whether it is guarded:
/// written for a spreadsheet, text at risk gains an apostrophe; written anyhow, text that already
/// is apostrophes and then text at risk gains one more; read, apostrophes before text at risk lose
/// one. `'t Hooft` is not at risk and stays as it is.
enum SpreadsheetGuard {
  /// Tells whether a spreadsheet would not leave the text alone.
  static func isAtRisk(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
      return true
    case 0xEF: return fullWidthStarts.contains { text.starts(with: $0) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return looksLikeNumberOrDate(text)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return looksLikeWordOfASheet(text)
    default: return false
    }
  }

  /// Tells whether the text has to gain an apostrophe.
  static func needsMark(_ text: ArraySlice<UInt8>, forSpreadsheet: Bool) -> Bool {
    let rest = text.drop { $0 == mark }
    return (forSpreadsheet || rest.count < text.count) && isAtRisk(rest)
  }

  /// Returns the text without the apostrophe that guards it, if one does.
  static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.first == mark, isAtRisk(text.drop { $0 == mark }) else { return text }
    return text.dropFirst()
  }

  static let mark = UInt8(ascii: "'")

  private static let fullWidthStarts = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  /// Figures with the marks of dates and numbers: 2018-03, 3/4, 1.10, 007, 1E5, 12:30; and
  /// 17-Mar. Whole numbers that a spreadsheet writes as it read them are not meant.
  private static func looksLikeNumberOrDate(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40 else { return text.allSatisfy(isDigit) }
    if text.allSatisfy(isDigit) {
      return text.count > 15 || (text.count > 1 && text.first == UInt8(ascii: "0"))
    }
    if text.allSatisfy({ isDigit($0) || marks.contains($0) }) { return true }
    let rest = text.drop(while: isDigit).drop { [32, 45, 47].contains($0) }
    return figuresBehindMonth(in: rest) != nil
  }

  /// TRUE, FALSE, and a month before figures: Mar-18, MARCH1.
  private static func looksLikeWordOfASheet(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40 else { return false }
    if text.count == 4 && startsFolded(text, Array("true".utf8)) { return true }
    if text.count == 5 && startsFolded(text, Array("false".utf8)) { return true }
    return figuresBehindMonth(in: text)?.contains(where: isDigit) ?? false
  }

  /// Returns what stands behind the name of a month where it is figures and marks, or nothing.
  private static func figuresBehindMonth(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard months.contains(where: { startsFolded(text, $0) }) else { return nil }
    let rest = text.drop(while: isLetter)
    return rest.allSatisfy { isDigit($0) || marks.contains($0) } ? rest : nil
  }

  private static let marks = Array("-/.:, eE%".utf8)

  private static let months =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    .map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

  private static func startsFolded(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    text.count >= word.count && zip(text, word).allSatisfy { $0 | 0x20 == $1 }
  }
}
