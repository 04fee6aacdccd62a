/// Which of the two languages of this product a text is in, as far as its letters tell.
package enum TextLanguage: String, Sendable, Codable {
  /// English, or anything else that is not Chinese.
  case english
  /// Chinese of either script.
  case chinese

  /// Returns the language of a text by its share of Han characters, each of which counts as much as
  /// three Latin letters: a name in brackets does not make an English sentence Chinese, nor a
  /// product's name a Chinese one English. Without any letters, wide punctuation is Chinese.
  package static func guess(of text: String) -> TextLanguage {
    var (hanCount, letterCount) = (0, 0)
    var hasWideMarks = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        letterCount += (scalar.value | 0x20) &- 0x61 < 26 ? 1 : 0
      } else if ScriptVariants.isHan(scalar) {
        hanCount += 1
      } else if TokenScalar.of(scalar) == .letter {
        letterCount += 1
      } else if (0x3001...0x3020).contains(scalar.value) || (0xFF01...0xFF0F).contains(scalar.value)
        || (0xFF1A...0xFF20).contains(scalar.value)
      {
        hasWideMarks = true
      }
    }
    if hanCount == 0, letterCount == 0 { return hasWideMarks ? .chinese : .english }
    return hanCount > 0 && 3 * hanCount >= letterCount ? .chinese : .english
  }
}
