import TextAnalysis

/// Finds words of the source's language that were left in a translation.
///
/// Han characters in English are reported unless they stand in quotation marks or brackets. In
/// Chinese text Latin words are at home (acronyms, products, units, code); reported are phrases:
/// runs of three small words or more that the source has too and that a little word such as *of* or
/// *is* holds together.
struct SourceLeft: SegmentRule {
  static let id = RuleID.sourceLeft
  static let severity = Severity.warning
  static let summary = Phrase("words of the source left in the translation", "译文中残留的原文词语")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard segment.segment.block != .code else { return [] }
    let target = segment.target
    let ranges: [Range<Int>]
    if target.isChinese {
      guard let source = segment.source, !source.isChinese else { return [] }
      ranges = phrases(in: target, from: source)
    } else if target.language.isEnglish {
      ranges = han(in: target)
    } else {
      return []
    }
    guard let range = ranges.first else { return [] }
    let text = target.text(range)
    let shown = text.count > 40 ? String(text.prefix(39)) + "…" : text
    return [
      Finding(
        Self.id, Self.severity, segment: segment.number,
        target: Array(ranges.prefix(mostRanges)),
        target.isChinese
          ? Phrase("'\(shown)' is left in English.", "“\(shown)”未译，仍为英文。")
          : Phrase("'\(shown)' is left in Chinese.", "“\(shown)”未译，仍为中文。"))
    ]
  }

  /// A Han character that is used as a bar: 新闻丨标题.
  private static let bar: Unicode.Scalar = "丨"

  /// Han characters in English text.
  private func han(in target: AnalysedText) -> [Range<Int>] {
    let scalars = target.scalars
    guard let first = scalars.firstIndex(where: { $0.isHan && $0 != Self.bar }),
      scalars.contains(where: \.isSmallASCIILetter)
    else { return [] }
    let enclosures = Enclosures(scalars)
    let notProse = NotProse(target)
    var ranges: [Range<Int>] = []
    var place = first
    while place < scalars.count {
      guard scalars[place].isHan, scalars[place] != Self.bar else {
        place += 1
        continue
      }
      var end = place + 1
      while end < scalars.count, scalars[end].isHan || scalars[end].isWideMark { end += 1 }
      while end > place + 1, scalars[end - 1].isWideMark { end -= 1 }
      if enclosures.of(place).isEmpty, !notProse.contains(place) { ranges.append(place..<end) }
      if ranges.count > mostRanges { break }
      place = end
    }
    return ranges
  }
}

extension SourceLeft {
  /// A run of Latin words with only spaces, hyphens and commas between them.
  private struct Run {
    var range: Range<Int>
    var wordCount = 0
    var smallCount = 0
    var functionCount = 0

    var isPhrase: Bool {
      smallCount >= 3 && smallCount > wordCount / 2 && functionCount > 0
        && smallCount > functionCount
    }
  }

  /// English phrases in Chinese text.
  private func phrases(in target: AnalysedText, from source: AnalysedText) -> [Range<Int>] {
    let scalars = target.scalars
    guard scalars.contains(where: \.isHan) else { return [] }
    var runs: [Run] = []
    var run: Run?
    for word in LatinWords(scalars) {
      if let open = run, !isGap(scalars, open.range.upperBound..<word.range.lowerBound) {
        if open.isPhrase { runs.append(open) }
        run = nil
      }
      var open = run ?? Run(range: word.range)
      open.range = open.range.lowerBound..<word.range.upperBound
      open.wordCount += 1
      if word.shape == .small {
        open.smallCount += 1
        if FunctionWords.sure.contains(word.key) { open.functionCount += 1 }
      }
      run = open
    }
    if let run, run.isPhrase { runs.append(run) }
    guard !runs.isEmpty, !NotProse.isProgram(scalars) else { return [] }
    let words = Set(LatinWords(source.scalars).lazy.map(\.key))
    let enclosures = Enclosures(scalars)
    let notProse = NotProse(target)
    return runs.compactMap { run in
      guard enclosures.of(run.range.lowerBound).isEmpty, !notProse.contains(run.range.lowerBound),
        !isQuoted(scalars, run.range),
        LatinWords(scalars, in: run.range).allSatisfy({ words.contains($0.key) })
      else { return nil }
      return run.range
    }
  }

  private func isQuoted(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let before = scalars.at(range.lowerBound - 1)
    // Lists of names to search for hold those of both languages: 角秒;second of arc
    return before == "'" || before == "`" || before == "’" || before == ";"
      || scalars.at(range.upperBound) == ";"
  }

  private func isGap(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.count <= 3 && !range.isEmpty
      && scalars[range].allSatisfy { $0 == " " || $0 == "," || $0 == "\n" }
  }
}
