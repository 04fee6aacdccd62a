import TextAnalysis

/// Finds addresses of the Web, electronic mail addresses and version numbers that differ in a
/// letter.
struct URLMismatch: SegmentRule {
  static let id = RuleID.urlMismatch
  static let severity = Severity.error
  static let summary = Phrase(
    "an address or a version number that is not letter for letter the source's",
    "网址、邮箱、版本号与原文不完全一致")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    FigureFindings(segment, rule: Self.id).mismatches(of: .address)
  }
}
