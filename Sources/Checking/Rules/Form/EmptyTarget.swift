import TextAnalysis

/// Finds segments that nobody has translated: nothing stands beside a source that has something.
struct EmptyTarget: SegmentRule {
  static let id = RuleID.emptyTarget
  static let severity = Severity.error
  static let summary = Phrase("a segment without a translation", "没有译文的句段")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, segment.target.scalars.isAllBlank,
      source.scalars.contains(where: { !$0.isBlank })
    else { return [] }
    return [
      Finding(
        Self.id, Self.severity, segment: segment.number, source: [0..<source.scalars.count],
        Phrase("the segment has no translation.", "该句段没有译文。"))
    ]
  }
}
