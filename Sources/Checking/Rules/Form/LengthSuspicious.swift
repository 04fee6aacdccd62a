import Foundation
import TextAnalysis

/// Finds translations that are far longer or shorter than any translation of such a segment is.
///
/// Lengths are counted in words of English and in characters of Chinese, so that letters do not
/// count: a Latin word or a number in Chinese is one unit, as is a Han character in English.
///
/// ## The distribution
///
/// The natural logarithm of (Chinese units / English units), over 15,714 pairs by professional
/// translators (TICO-19, NTREX-128, WMT 2022 to 2024) and 502,353 of software and its manuals:
///
/// | English words | median ratio | spread, professionals | spread, software |
/// | ---: | ---: | ---: | ---: |
/// | 4 | 1.5 | 0.33 | 0.26 |
/// | 10 to 12 | 1.5 | 0.26 | 0.21 |
/// | 25 to 31 | 1.5 | 0.20 | 0.16 |
/// | 50 to 64 | 1.4 | 0.18 | 0.14 |
/// | 120 and more | 1.4 | 0.14 | – |
///
/// The median is 1.5 at all lengths, the spread is near 0.14 + 0.4 / √words. A pair is reported
/// where it is more than ``LengthSuspicious/limit(words:)`` away, four and a half spreads where nothing is set.
struct LengthSuspicious: SegmentRule {
  static let id = RuleID.lengthSuspicious
  static let severity = Severity.hint
  static let summary = Phrase(
    "a translation far longer or shorter than such a segment's is", "译文长度明显异常")
  static let options = [
    RuleOption(
      "spreads", .number(4.5),
      Phrase(
        "how many spreads of the logarithm of the ratio are allowed", "允许偏离多少个标准差（长度比的对数）"))
  ]

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, segment.segment.block != .code,
      source.isChinese != segment.target.isChinese
    else { return [] }
    let (chinese, english) =
      source.isChinese ? (source, segment.target) : (segment.target, source)
    let (characters, words) = (Self.units(chinese.scalars), Self.units(english.scalars))
    guard characters > 0, words > 0, max(characters, words) >= Self.shortest else { return [] }
    if Self.isList(english.scalars, words: words) { return [] }
    let deviation = abs(log(Double(characters) / Double(words) / Self.median))
    guard deviation > Self.limit(words: words, context.number("spreads", of: Self.self)) else {
      return []
    }
    let isShort = source.isChinese == (Double(characters) > Self.median * Double(words))
    let (ratio, usual) = (Self.written(source.isChinese, characters, words), Self.usual)
    return [
      Finding(
        Self.id, Self.severity, segment: segment.number,
        isShort
          ? Phrase(
            "the translation is very short: \(ratio.english); \(usual.english). "
              + "Is something missing?",
            "译文过短：\(ratio.chinese)；\(usual.chinese)。是否有漏译？")
          : Phrase(
            "the translation is very long: \(ratio.english); \(usual.english). "
              + "Is something added?",
            "译文过长：\(ratio.chinese)；\(usual.chinese)。是否有增译？"))
    ]
  }

  /// Chinese units to an English word.
  private static let median = 1.5
  /// Segments that are shorter on both sides are never reported, in units.
  private static let shortest = 12

  /// How far the logarithm of the ratio may be from the median's.
  static func limit(words: Int, _ spreads: Double) -> Double {
    spreads * (0.14 + 0.4 / Double(words).squareRoot())
  }

  private static let usual = Phrase("1.5 characters a word are usual", "通常每个英文词对应约1.5个汉字")

  private static func written(_ sourceIsChinese: Bool, _ characters: Int, _ words: Int) -> Phrase {
    sourceIsChinese
      ? Phrase(
        "\(words) words for \(characters) characters", "\(characters)个汉字译为\(words)个词")
      : Phrase(
        "\(characters) characters for \(words) words", "\(words)个词译为\(characters)个汉字")
  }

  /// Whether a text is a list of names: a mark that parts them for every three words.
  private static func isList(_ scalars: [Unicode.Scalar], words: Int) -> Bool {
    let marks = scalars.reduce(0) { $0 + ($1 == "," || $1 == ";" || $1 == "|" ? 1 : 0) }
    return marks > 5 && marks * 3 > words
  }

  /// Han characters and runs of other letters and digits.
  static func units(_ scalars: [Unicode.Scalar]) -> Int {
    var count = 0
    var isInWord = false
    for (place, scalar) in scalars.enumerated() {
      if scalar.isASCIILetter || scalar.isASCIIDigit {
        if !isInWord { count += 1 }
        isInWord = true
      } else if scalar.isHan {
        count += 1
        isInWord = false
      } else if scalar.value > 0xBF, scalar.isLatinLetter || scalar.isOtherEastAsianLetter {
        if !isInWord { count += 1 }
        isInWord = true
      } else {
        switch scalar {
        case "'", "’", ".", ",", "-": isInWord = isInWord && isJoined(scalars, place)
        default: isInWord = false
        }
      }
    }
    return count
  }

  /// Whether the mark at a place is inside a word or number.
  private static func isJoined(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard let next = scalars.at(place + 1) else { return false }
    if scalars[place] == "," { return next.isASCIIDigit && scalars[place - 1].isASCIIDigit }
    return next.isLatinLetter || next.isASCIIDigit
  }
}
