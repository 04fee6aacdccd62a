import TextAnalysis

/// Finds half-width marks in running Chinese and full-width ones in English.
///
/// A comma in a number, an address, code or a run of Latin words is none of running Chinese, and
/// what stands in a run of Chinese within English is none of English. Brackets of either width are
/// in use and are left alone, as is the half-width colon in texts of programs.
struct PunctuationWidth: SegmentRule {
  static let id = RuleID.punctuationWidth
  static let severity = Severity.warning
  static let summary = Phrase(
    "half-width marks in Chinese, full-width ones in English", "中文里的半角标点、英文里的全角标点")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let target = segment.target
    if segment.segment.block == .code { return [] }
    if target.isChinese {
      guard let first = firstHalfWidth(target.scalars) else { return [] }
      return halfWidth(in: segment, from: first, context)
    }
    guard target.language.isEnglish,
      let first = target.scalars.firstIndex(where: { PunctuationWidths.narrow($0) != nil })
    else { return [] }
    return fullWidth(in: segment, from: first)
  }
}

extension PunctuationWidth {
  private func firstHalfWidth(_ scalars: [Unicode.Scalar]) -> Int? {
    for (place, scalar) in scalars.enumerated()
    where scalar.value < 0x40 && isHalfWidth(scalars, place) {
      return place
    }
    return nil
  }

  /// Whether a half-width mark stands at a place of running Chinese.
  @inline(__always)
  private func isHalfWidth(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let mark = scalars[place]
    switch mark {
    case ",", ";", "!", "?", ":", ".": break
    default: return false
    }
    let next = scalars.at(place + 1)
    if place > 0, isChinese(scalars, place - 1) {
      guard mark != "." else { return endsSentence(scalars, place) }
      guard mark != ":" else { return next.map { $0.isHan || $0.isBlank || $0 == "“" } ?? true }
      return next.map { !isMark($0) } ?? true
    }
    guard mark == "," || mark == ";" || mark == "?" || mark == "!", let next, next.isHan,
      let previous = scalars.at(place - 1), previous.isLatinLetter
    else { return false }
    return true
  }

  /// Whether a dot behind a Han character ends a sentence: nothing but white space or closing marks
  /// follow.
  private func endsSentence(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard let next = scalars.at(place + 1) else { return true }
    if next == "\n" { return true }
    if next.isBlank { return scalars.at(place + 2)?.isHan ?? true }
    return next.isHan || next == "”" || next == "」"
  }

  /// Whether a Han character stands at a place, or a closing mark of Chinese text; “” quote English
  /// too.
  private func isChinese(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let scalar = scalars[place]
    if scalar.isHan { return true }
    switch scalar {
    case "》", "」", "）": return true
    case "”": return scalars.at(place - 1)?.isHan ?? false
    default: return false
    }
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", "!", "?", ":", ".", ")", "-": true
    default: false
    }
  }

  private func halfWidth(
    in segment: AnalysedSegment, from first: Int, _ context: CheckContext
  ) -> [Finding] {
    let scalars = segment.target.scalars
    let notProse = NotProse(segment.target)
    var places: [(mark: Unicode.Scalar, ranges: [Range<Int>])] = []
    for place in first..<scalars.count
    where scalars[place].value < 0x40 && isHalfWidth(scalars, place) && !notProse.contains(place) {
      guard !isSmiley(scalars, place) else { continue }
      if let known = places.firstIndex(where: { $0.mark == scalars[place] }) {
        if places[known].ranges.count < mostRanges {
          places[known].ranges.append(place..<place + 1)
        }
      } else {
        places.append((scalars[place], [place..<place + 1]))
      }
    }
    return places.compactMap { mark, ranges in
      guard let wide = PunctuationWidths.wide(mark),
        mark != ":" || context.profile.domain != .code
      else { return nil }
      return Finding(
        Self.id, mark == ":" ? .hint : Self.severity, segment: segment.number, target: ranges,
        suggestion: String(wide),
        evidence: .init(source: PunctuationWidths.source(of: context.profile)),
        Phrase(
          "a half-width '\(mark)' stands in Chinese text; write '\(wide)'.",
          "中文里用了半角标点“\(mark)”；请写“\(wide)”。"))
    }
  }

  private func isSmiley(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    // :-) ;) and the like
    guard let next = scalars.at(place + 1) else { return false }
    return (scalars[place] == ":" || scalars[place] == ";") && (next == ")" || next == "(")
  }
}

extension PunctuationWidth {
  private func fullWidth(in segment: AnalysedSegment, from first: Int) -> [Finding] {
    let scalars = segment.target.scalars
    var places: [(mark: Unicode.Scalar, narrow: Unicode.Scalar, ranges: [Range<Int>])] = []
    for place in first..<scalars.count {
      let mark = scalars[place]
      guard let narrow = PunctuationWidths.narrow(mark), !isBesideEastAsian(scalars, place) else {
        continue
      }
      if let known = places.firstIndex(where: { $0.mark == mark }) {
        if places[known].ranges.count < mostRanges {
          places[known].ranges.append(place..<place + 1)
        }
      } else if places.count < mostRanges {
        places.append((mark, narrow, [place..<place + 1]))
      }
    }
    return places.map { mark, narrow, ranges in
      Finding(
        Self.id, Self.severity, segment: segment.number, target: ranges,
        suggestion: spaced(narrow, at: ranges[0].lowerBound, scalars),
        Phrase(
          "a full-width '\(mark)' stands in English text; write '\(narrow)'.",
          "英文里用了全角字符“\(mark)”；请写“\(narrow)”。"))
    }
  }

  /// Whether a mark belongs to a run of Chinese or Japanese in English text.
  private func isBesideEastAsian(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    [scalars.at(place - 1), scalars.at(place + 1)].contains {
      guard let scalar = $0 else { return false }
      return scalar.isHan || scalar.isOtherEastAsianLetter
        || scalar.value >= 0x3008 && scalar.value < 0x3020
    }
  }

  /// The mark with the space that English has behind it, or before it.
  private func spaced(
    _ mark: Unicode.Scalar, at place: Int, _ scalars: [Unicode.Scalar]
  ) -> String {
    switch mark {
    case ",", ".", ";", ":", "?", "!":
      guard let next = scalars.at(place + 1), next.isLatinLetter || next.isASCIIDigit else { break }
      return "\(mark) "
    case "(":
      guard let previous = scalars.at(place - 1), previous.isLatinLetter else { break }
      return " ("
    default: break
    }
    return String(mark)
  }
}
