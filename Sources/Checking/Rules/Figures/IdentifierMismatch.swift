import TextAnalysis

/// Finds document symbols, standards, numbers of clauses and the like that the target has
/// otherwise, and clauses that it calls by another word than the profile's.
struct IdentifierMismatch: SegmentRule {
  static let id = RuleID.identifierMismatch
  static let severity = Severity.error
  static let summary = Phrase(
    "a document symbol, a standard or a clause that the target has otherwise",
    "文号、标准号、条款号与原文不符")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let findings = FigureFindings(segment, rule: Self.id)
    return findings.mismatches(of: .identifier) + clauseWords(in: segment, context, findings)
  }

  /// Clauses of one number under words that do not translate each other.
  private func clauseWords(
    in segment: AnalysedSegment, _ context: CheckContext, _ findings: FigureFindings
  ) -> [Finding] {
    guard let source = segment.source, let pairing = segment.figures else { return [] }
    let words = ClauseWords(context.profile)
    return pairing.pairs.compactMap { pair in
      let (left, right) = (source.figures[pair.source], segment.target.figures[pair.target])
      guard case .clause(let one) = left.value, case .clause(let two) = right.value,
        source.isChinese != segment.target.isChinese,
        !words.translate(
          words.level(of: one, in: source), words.level(of: two, in: segment.target))
      else { return nil }
      return Finding(
        Self.id, .error, segment: segment.number, source: [left.scalars], target: [right.scalars],
        suggestion: findings.suggestion(for: left, like: right),
        Phrase(
          "'\(source.text(left.scalars))' is \(words.level(of: one, in: source).rawValue) "
            + "\(one.number), '\(segment.target.text(right.scalars))' is "
            + "\(words.level(of: two, in: segment.target).rawValue) \(two.number).",
          "原文“\(source.text(left.scalars))”与译文“\(segment.target.text(right.scalars))”"
            + "不是同一级条款。"))
    }
  }
}
