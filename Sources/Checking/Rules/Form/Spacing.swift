import TextAnalysis

/// Finds spaces that are too many, at the wrong place, or missing.
///
/// In English: two spaces between words, a space before a comma or a stop, none behind a full stop.
/// In Chinese: spaces between Han characters or beside Chinese marks. Columns, the numbers of
/// clauses (第一条　总则), headings and what the source spaces alike are left alone.
struct Spacing: SegmentRule {
  static let id = RuleID.spacing
  static let severity = Severity.hint
  static let summary = Phrase("spaces too many, misplaced or missing", "空格多余、错位或缺失")
  static let options = [
    RuleOption(
      "hanLatin", .flag(false),
      Phrase(
        "report a segment that puts a space between Han characters and Latin words here and none "
          + "there", "报告同一句段内汉字与西文之间时有空格、时无空格的情况"))
  ]

  /// What is wrong with the spaces at a place.
  enum Fault: Int, CaseIterable {
    case double, beforeMark, missing, betweenHan, besideMark, mixed
  }

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let target = segment.target
    guard segment.segment.block != .code else { return [] }
    var faults = target.isChinese ? chinese(segment) : english(segment)
    if !faults.isEmpty { faults = confirmed(faults, segment) }
    if target.isChinese, context.flag("hanLatin", of: Self.self),
      let range = mixedHanLatin(target.scalars)
    {
      faults.append((.mixed, range, nil))
    }
    guard !faults.isEmpty else { return [] }
    return Fault.allCases.compactMap { fault in
      let found = faults.filter { $0.fault == fault }
      guard let first = found.first else { return nil }
      return Finding(
        Self.id, Self.severity, segment: segment.number,
        target: found.prefix(mostRanges).map(\.range), suggestion: first.suggestion, fault.message)
    }
  }

  /// How many places of one segment are looked at more closely.
  private static let mostCandidates = 200

  /// Leaves out what the rest of the segment explains: code, columns, lists, lost mark-up.
  private func confirmed(_ faults: [Place], _ segment: AnalysedSegment) -> [Place] {
    let target = segment.target
    let (notProse, enclosures) = (NotProse(target), Enclosures(target.scalars))
    let (isSentence, hasColumns) = (isSentence(target.scalars), hasDoubleSpace(segment.source))
    let codes = Set(target.codes.lazy.map(\.scalarOffset))
    return faults.filter { fault, range, _ in
      if notProse.contains(range.lowerBound) { return false }
      switch fault {
      case .double: return !hasColumns
      case .missing: return isSentence
      case .betweenHan:
        return isSentence && enclosures.of(range.lowerBound).isEmpty
          && !codes.contains(range.lowerBound) && !codes.contains(range.upperBound)
      default: return true
      }
    }
  }

  private typealias Place = (fault: Fault, range: Range<Int>, suggestion: String?)
}

extension Spacing {
  private func english(_ segment: AnalysedSegment) -> [Place] {
    let scalars = segment.target.scalars
    var places: [Place] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == " " {
        let end = endOfSpaces(scalars, place)
        if let fault = englishFault(segment, place, end) { places.append(fault) }
        place = end
      } else {
        if scalar == ".", lacksSpace(scalars, place) {
          places.append((.missing, place..<place + 1, ". "))
        }
        place += 1
      }
      if places.count > Self.mostCandidates { break }
    }
    return places
  }

  private func endOfSpaces(_ scalars: [Unicode.Scalar], _ place: Int) -> Int {
    var end = place
    while end < scalars.count, scalars[end] == " " { end += 1 }
    return end
  }

  private func englishFault(_ segment: AnalysedSegment, _ start: Int, _ end: Int) -> Place? {
    let scalars = segment.target.scalars
    guard let previous = scalars.at(start - 1), let next = scalars.at(end) else { return nil }
    if isMarkBehindSpace(next), (scalars.at(end + 1) ?? " ").isBlank,
      previous.isLatinLetter, end - start == 1
    {
      return (.beforeMark, start..<end, "")
    }
    guard end - start == 2, previous.isLatinLetter || previous == ",",
      next.isLatinLetter
    else { return nil }
    return (.double, start..<end, " ")
  }

  private func isMarkBehindSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "." || scalar == ";"
  }

  /// Whether the source has two spaces in a row: columns, then.
  private func hasDoubleSpace(_ source: AnalysedText?) -> Bool {
    guard let scalars = source?.scalars else { return false }
    return scalars.indices.dropFirst().contains { scalars[$0] == " " && scalars[$0 - 1] == " " }
  }

  /// *end.The next*: a sentence, not a name of something.
  private func lacksSpace(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place > 2, place + 2 < scalars.count, scalars[place - 1].isSmallASCIILetter,
      scalars[place - 2].isSmallASCIILetter, scalars[place + 1].isCapitalASCIILetter
    else { return false }
    // The word before is the last of a sentence, the one behind the first of one.
    var end = place + 1
    while end < scalars.count, end - place < 16, scalars[end].isLatinLetter { end += 1 }
    guard scalars.at(end) == " " else { return false }
    var start = place
    while start > 0, place - start < 20, scalars[start - 1].isSmallASCIILetter { start -= 1 }
    return start > 0 && scalars[start - 1] == " "
  }
}

extension Spacing {
  private func chinese(_ segment: AnalysedSegment) -> [Place] {
    let scalars = segment.target.scalars
    var places: [Place] = []
    var place = 0
    while place < scalars.count {
      guard scalars[place] == " " else {
        place += 1
        continue
      }
      let end = endOfSpaces(scalars, place)
      if let fault = chineseFault(segment, place, end) { places.append(fault) }
      place = end
      if places.count > Self.mostCandidates { break }
    }
    return places
  }

  private func chineseFault(_ segment: AnalysedSegment, _ start: Int, _ end: Int) -> Place? {
    let scalars = segment.target.scalars
    guard let previous = scalars.at(start - 1), let next = scalars.at(end), end - start == 1 else {
      return nil
    }
    if next.isHan, previous.isHan {
      guard segment.segment.block == .paragraph || segment.segment.block == .listItem,
        !endsLabel(scalars, start), !isOneOfMany(scalars, start, end)
      else { return nil }
      return (.betweenHan, start..<end, "")
    }
    guard isInnerMark(previous) && next.isHan || previous.isHan && isClosingMark(next) else {
      return nil
    }
    return (.besideMark, start..<end, "")
  }

  private func isClosingMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "？", "！": true
    default: false
    }
  }

  /// Whether a mark stands within a sentence. Behind its end a space may be what joined two.
  private func isInnerMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "，" || scalar == "、" || scalar == "；"
  }

  /// Whether the space parts a label from what it labels: 第一条 总则, 图一 概况, 附录 术语.
  private func endsLabel(_ scalars: [Unicode.Scalar], _ space: Int) -> Bool {
    switch scalars[space - 1] {
    case "条", "條", "章", "节", "節", "款", "项", "項", "编", "編", "篇", "部", "注", "註", "例", "图", "圖", "表":
      return true
    default: break
    }
    var start = space
    while start > 0, space - start < 8, scalars[start - 1].isHan { start -= 1 }
    return scalars[start] == "第" || scalars[start] == "附"
  }

  /// Whether another such space stands near: 男 女, 目 录, items side by side.
  private func isOneOfMany(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    let (low, high) = (max(0, start - 8), min(scalars.count, end + 8))
    return scalars[low..<start].contains(" ") || scalars[end..<high].contains(" ")
      || end < 3 || scalars.count - end < 2
  }

  /// Whether a text is a sentence: names, labels and advertisements put spaces for commas.
  private func isSentence(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count > 12 else { return false }
    switch FinalMark.of(scalars).mark {
    case .stop, .question, .exclamation, .semicolon: return true
    default: return false
    }
  }

  /// Where a space between Han and Latin stands or is missing, if the segment does both.
  private func mixedHanLatin(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
    var (spaced, joined): (Range<Int>?, Range<Int>?) = (nil, nil)
    for place in scalars.indices.dropLast() {
      let (here, next) = (scalars[place], scalars[place + 1])
      if here.isHan && isLatin(next) || isLatin(here) && next.isHan {
        joined = joined ?? place..<place + 2
      } else if next == " ", let after = scalars.at(place + 2),
        here.isHan && isLatin(after) || isLatin(here) && after.isHan
      {
        spaced = spaced ?? place..<place + 3
      }
      if spaced != nil, let joined { return joined }
    }
    return nil
  }

  private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.isASCIIDigit
  }
}

extension Spacing.Fault {
  /// What is wrong, in words.
  fileprivate var message: Phrase {
    switch self {
    case .double: Phrase("two spaces stand in a row; one is enough.", "连续两个空格；一个即可。")
    case .beforeMark: Phrase("a space stands before the mark; take it out.", "标点前多了空格；请删去。")
    case .missing: Phrase("no space follows the full stop.", "句点后缺少空格。")
    case .betweenHan: Phrase("a space stands between Han characters.", "汉字之间多了空格。")
    case .besideMark: Phrase("a space stands beside a Chinese mark.", "中文标点旁多了空格。")
    case .mixed:
      Phrase(
        "a space parts Han characters from Latin words here and not there.",
        "汉字与西文之间的空格时有时无。")
    }
  }
}
