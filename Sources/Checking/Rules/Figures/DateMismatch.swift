import TextAnalysis

/// Finds dates, spans of dates and times of day that the target has otherwise.
struct DateMismatch: SegmentRule {
  static let id = RuleID.dateMismatch
  static let severity = Severity.error
  static let summary = Phrase(
    "a date, a period or a time of day that the target has otherwise", "日期、起止时间、时刻与原文不符")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    FigureFindings(segment, rule: Self.id).mismatches(of: .date)
  }
}
