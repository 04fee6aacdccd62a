import TextAnalysis

/// Finds numbers, amounts, measures, multiples and ordinals that the target has otherwise.
struct QuantityMismatch: SegmentRule {
  static let id = RuleID.quantityMismatch
  static let severity = Severity.error
  static let summary = Phrase(
    "a number, an amount, a percentage or a unit that the target has otherwise",
    "数字、金额、百分比、单位与原文不符")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    FigureFindings(segment, rule: Self.id).mismatches(of: .quantity)
  }
}
