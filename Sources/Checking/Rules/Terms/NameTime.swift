import Terminology
import TextAnalysis

/// Whether a text itself says that a name is of another time.
struct NameTime {
  private let segment: AnalysedSegment
  private let years: Set<Int>

  /// Reads the years of a segment, in both languages.
  init(_ segment: AnalysedSegment) {
    self.segment = segment
    let figures = segment.target.figures + (segment.source?.figures ?? [])
    years = Set(figures.flatMap(Self.years))
  }

  /// Whether *former*, 原 or the like stands by a name, or a year of its time in the segment.
  func isOfItsTime(_ mention: TermMention, _ known: KnownTerm) -> Bool {
    hasYear(of: known.term) || Self.isMarked(mention.scalars, in: segment.target)
      || isMarkedInSource(known)
  }

  private func hasYear(of term: TermSection) -> Bool {
    guard term.since != nil || term.until != nil else { return false }
    return years.contains { year in
      (term.since.map { $0.year <= year } ?? true) && (term.until.map { year <= $0.year } ?? true)
    }
  }

  private func isMarkedInSource(_ known: KnownTerm) -> Bool {
    guard let source = segment.source else { return false }
    return source.terms.contains { mention in
      mention.readings.contains { $0.concept == known.reading.concept }
        && Self.isMarked(mention.scalars, in: source)
    }
  }

  private static func years(_ figure: Figure) -> [Int] {
    switch figure.value {
    case .date(let date): [date.year].compactMap { $0 }
    case .dateSpan(let from, let to): spanned(from.year, to.year)
    case .identifier(let identifier): [identifier.year].compactMap { $0 }
    case .number(let quantity):
      spanned(quantity.low.whole.map { Int($0) }, quantity.high?.whole.map { Int($0) })
    default: []
    }
  }

  /// Both ends of a span and what lies between, as far as they can be years.
  private static func spanned(_ from: Int?, _ to: Int?) -> [Int] {
    guard let from, 1900...2100 ~= from else { return [] }
    guard let to, from...2100 ~= to else { return [from] }
    return Array(from...to)
  }
}

extension NameTime {
  /// Whether a name has a word by it that makes it one of the past.
  static func isMarked(_ range: Range<Int>, in text: AnalysedText) -> Bool {
    text.isChinese ? isMarkedInChinese(range, text) : isMarkedInEnglish(range, text)
  }

  /// Words that make a name one of the past from a few words before it.
  private static let wordsBefore: Set<String> = [
    "former", "formerly", "erstwhile", "previously", "defunct", "predecessor", "predecessors",
    "abolished", "dissolved", "replaced", "replacing", "replaces", "renamed",
  ]
  /// Words that do so close before it only, for elsewhere they say something else.
  private static let wordsCloseBefore: Set<String> = ["then", "ex", "old", "previous"]
  private static let wordsAfter: Set<String> = [
    "predecessor", "renamed", "merged", "replaced", "abolished", "dissolved", "became",
  ]

  private static func isMarkedInEnglish(_ range: Range<Int>, _ text: AnalysedText) -> Bool {
    let before = text.text(max(0, range.lowerBound - 40)..<range.lowerBound)
    let after = text.text(range.upperBound..<min(text.scalars.count, range.upperBound + 30))
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter }.map(String.init)
    }
    let (lead, rest) = (words(before), words(after))
    if lead.suffix(4).contains(where: wordsBefore.contains) { return true }
    if lead.suffix(2).contains(where: wordsCloseBefore.contains) { return true }
    // *AQSIQ, now SAMR*, and not *AQSIQ now requires*.
    let isAside = after.first { !$0.isWhitespace }.map { $0 == "," || $0 == "(" } ?? false
    if isAside, rest.first == "now" { return true }
    return rest.prefix(4).contains(where: wordsAfter.contains)
  }

  /// What may stand between 原 and a name: marks, and other names of a list.
  private static let marks = Set("“”‘’《〈（(「『、 \"和及与與、".unicodeScalars)
  /// What makes 原 part of another word: 中原, 还原.
  private static let beforeYuan = Set("中高草平还還抽病复復".unicodeScalars)
  /// What may stand before 前 that means *former*; after other characters it is 目前, 日前.
  private static let beforeQian = Set("由经經和与與及在向对對从從被任是为為、，。；的".unicodeScalars)
  private static let wordsAfterChinese = [
    "的前身", "（现", "（現", "(现", "（今", "，现", "，現", "更名", "改名", "改组", "改为", "改為", "并入", "前身", "撤销",
  ]

  private static func isMarkedInChinese(_ range: Range<Int>, _ text: AnalysedText) -> Bool {
    let scalars = text.scalars
    var place = range.lowerBound
    while place > 0, marks.contains(scalars[place - 1]) { place -= 1 }
    if place > 0 {
      let before: Unicode.Scalar? = place > 1 ? scalars[place - 2] : nil
      switch scalars[place - 1] {
      case "原", "旧", "舊", "曾":
        if before.map({ !beforeYuan.contains($0) }) ?? true { return true }
      case "前":
        if before.map({ !ScriptVariants.isHan($0) || beforeQian.contains($0) }) ?? true {
          return true
        }
      case "的", "时", "時":
        let lead = text.text(max(0, place - 3)..<place)
        if ["当时的", "當時的", "时任", "時任"].contains(where: lead.hasSuffix) { return true }
      case "任":
        if before == "时" || before == "時" || before == "曾" { return true }
      default: break
      }
    }
    if isInList(range, after: text) { return true }
    let after = text.text(range.upperBound..<min(scalars.count, range.upperBound + 6))
    return wordsAfterChinese.contains(where: after.contains)
  }

  /// Whether a name is a later one of a list that begins with 原: 原质检总局、工商总局.
  private static func isInList(_ range: Range<Int>, after text: AnalysedText) -> Bool {
    let lead = text.scalars[max(0, range.lowerBound - 40)..<range.lowerBound]
    guard let mark = lead.last, "、和及与與".unicodeScalars.contains(mark) else { return false }
    let list = Array(lead.reversed().prefix { !"，。；：,;:".unicodeScalars.contains($0) })
    return list.indices.contains { place in
      guard list[place] == "原" else { return false }
      return place + 1 >= list.count || !ScriptVariants.isHan(list[place + 1])
        || beforeQian.contains(list[place + 1])
    }
  }
}
