import TextAnalysis

/// How much text there is, as it is counted for payment.
public struct TextCount: Hashable, Sendable, Codable {
  /// How many segments.
  public var segments = 0
  /// English words: stretches without white space or Han characters that hold a letter or digit.
  public var words = 0
  /// 字数: each Han character counts one, each stretch of other letters and digits counts one;
  /// punctuation does not count.
  public var chineseCharacters = 0
  /// Characters without white space, as a reader counts them.
  public var characters = 0

  /// Counts nothing.
  public init() {}

  /// Counts one segment.
  ///
  /// - Complexity: O(characters).
  public init(_ text: String) {
    segments = 1
    var isInWord = false
    var isInRun = false
    for character in text {
      guard let scalar = character.unicodeScalars.first else { continue }
      if character.isWhitespace {
        (isInWord, isInRun) = (false, false)
        continue
      }
      characters += 1
      if ScriptVariants.isHan(scalar) {
        chineseCharacters += 1
        (isInWord, isInRun) = (false, false)
      } else if character.isLetter || character.isNumber {
        if !isInWord { words += 1 }
        if !isInRun { chineseCharacters += 1 }
        (isInWord, isInRun) = (true, true)
      } else if !Self.joins(scalar) {
        isInRun = false
        if scalar.value >= 0x2E80 { isInWord = false }
      }
    }
  }

  /// Marks that stand inside words and numbers: *don't*, *3.5*, *GB/T*, *e-mail*.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    "'’.,-/_&@:".unicodeScalars.contains(scalar)
  }

  /// Adds two counts.
  public static func + (left: TextCount, right: TextCount) -> TextCount {
    var sum = left
    sum += right
    return sum
  }

  /// Adds a count to another.
  public static func += (left: inout TextCount, right: TextCount) {
    left.segments += right.segments
    left.words += right.words
    left.chineseCharacters += right.chineseCharacters
    left.characters += right.characters
  }
}
