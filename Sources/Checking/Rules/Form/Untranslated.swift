import TextAnalysis

/// Finds segments that still stand in the language of the source: copied, or overlooked.
///
/// Names, codes, figures and addresses stay as they are in every language, so that a target counts
/// only where it has ordinary words: little words such as *the* and *of* make it sure, three other
/// words in small letters likely.
struct Untranslated: SegmentRule {
  static let id = RuleID.untranslated
  static let severity = Severity.error
  static let summary = Phrase("a segment left in the source's language", "未翻译的句段")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, segment.segment.block != .code,
      source.isChinese != segment.target.isChinese
    else { return [] }
    let severity =
      segment.target.isChinese
      ? severityInChinese(source, segment.target) : severityInEnglish(segment.target)
    guard let severity else { return [] }
    let isCopy = segment.target.text == source.text
    return [
      Finding(
        Self.id, severity, segment: segment.number, source: [0..<source.scalars.count],
        target: [0..<segment.target.scalars.count],
        isCopy
          ? Phrase("the translation is the source, word for word.", "译文与原文完全相同。")
          : Phrase(
            "the translation is in the language of the source.", "译文仍为原文的语言。"))
    ]
  }

  /// A Chinese target without a Han character.
  private func severityInChinese(_ source: AnalysedText, _ target: AnalysedText) -> Severity? {
    guard !target.scalars.contains(where: { $0.isHan || $0.isOtherEastAsianLetter }) else {
      return nil
    }
    var (smallCount, functionCount, otherCount) = (0, 0, 0)
    var notProse: NotProse?
    for word in LatinWords(target.scalars) where word.letterCount > 1 {
      guard word.shape == .small else {
        otherCount += 1
        continue
      }
      let spans = notProse ?? NotProse(target)
      notProse = spans
      if spans.contains(word.range.lowerBound) { continue }
      smallCount += 1
      if FunctionWords.keys.contains(word.key) { functionCount += 1 }
    }
    if functionCount > 0, smallCount >= 3 { return .error }
    guard smallCount >= 3, smallCount > otherCount else { return nil }
    return target.text == source.text ? .warning : .hint
  }

  /// An English target without Latin letters and with Han characters.
  private func severityInEnglish(_ target: AnalysedText) -> Severity? {
    var hanCount = 0
    for scalar in target.scalars {
      if scalar.isHan {
        hanCount += 1
      } else if scalar.isSmallASCIILetter {
        return nil
      }
    }
    return hanCount > 1 ? .error : nil
  }
}
