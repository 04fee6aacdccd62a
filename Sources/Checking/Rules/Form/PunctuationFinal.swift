import TextAnalysis

/// Finds segments whose last mark is not the source's: a question without its mark, a sentence
/// without its stop, a colon that is gone.
///
/// 。 is a full stop, ；a semicolon, ：a colon and …… an ellipsis. A stop for an exclamation mark, a
/// semicolon for a stop in a list, and what follows an abbreviation are the translator's affair.
struct PunctuationFinal: SegmentRule {
  static let id = RuleID.punctuationFinal
  static let severity = Severity.warning
  static let summary = Phrase("another mark at the end than the source's", "句末标点与原文不一致")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, segment.segment.block != .code,
      let mark = source.scalars.last, let other = segment.target.scalars.last,
      !(mark.isLatinLetter && other.isHan), !(mark.isHan && other.isLatinLetter),
      !(mark == "." && other == "。"), !(mark == "。" && other == ".")
    else { return [] }
    let (expected, sourceRange) = FinalMark.of(source.scalars)
    let (found, targetRange) = FinalMark.of(segment.target.scalars)
    // Chinese that is jotted down without marks gets those of English.
    if source.isChinese, expected == .none { return [] }
    guard expected != found, expected != .unclear, found != .unclear,
      let severity = severity(expected, found, segment)
    else { return [] }
    return [
      Finding(
        Self.id, severity, segment: segment.number, source: [sourceRange], target: [targetRange],
        suggestion: suggestion(expected, segment.target, targetRange),
        Self.message(expected, found))
    ]
  }

  /// How much a difference matters; nothing where it is none.
  private func severity(
    _ expected: FinalMark, _ found: FinalMark, _ segment: AnalysedSegment
  ) -> Severity? {
    switch (expected, found) {
    case (.question, .stop), (.question, .none), (.question, .comma): .warning
    case (.stop, .question), (.none, .question): .warning
    case (.colon, .none), (.colon, .stop), (.colon, .comma): .warning
    case (.stop, .none), (.stop, .comma), (.stop, .colon): .warning
    case (.none, .stop), (.none, .comma), (.none, .colon), (.none, .semicolon): .hint
    case (.semicolon, .none), (.comma, .none): .hint
    case (.ellipsis, .none), (.none, .ellipsis): .hint
    default: nil
    }
  }

  private func suggestion(
    _ expected: FinalMark, _ target: AnalysedText, _ range: Range<Int>
  ) -> String? {
    let isChinese = target.isChinese
    return switch expected {
    case .stop: isChinese ? "。" : "."
    case .question: isChinese ? "？" : "?"
    case .colon: isChinese ? "：" : ":"
    case .semicolon: isChinese ? "；" : ";"
    case .comma: isChinese ? "，" : ","
    case .ellipsis: isChinese ? "……" : "..."
    case .none: range.isEmpty ? nil : ""
    case .exclamation, .unclear: nil
    }
  }

  private static func message(_ expected: FinalMark, _ found: FinalMark) -> Phrase {
    Phrase(
      "the source ends with \(expected.name.english), the translation with \(found.name.english).",
      "原文句末为\(expected.name.chinese)，译文句末为\(found.name.chinese)。")
  }
}

extension FinalMark {
  /// What it is called.
  var name: Phrase {
    switch self {
    case .stop: Phrase("a full stop", "句号")
    case .question: Phrase("a question mark", "问号")
    case .exclamation: Phrase("an exclamation mark", "叹号")
    case .colon: Phrase("a colon", "冒号")
    case .semicolon: Phrase("a semicolon", "分号")
    case .comma: Phrase("a comma", "逗号")
    case .ellipsis: Phrase("an ellipsis", "省略号")
    case .none, .unclear: Phrase("no mark", "无标点")
    }
  }
}
