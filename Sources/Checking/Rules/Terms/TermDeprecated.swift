import Terminology
import TextAnalysis

/// Finds terms that the glossary says are not to be used.
struct TermDeprecated: SegmentRule {
  static let id = RuleID.termDeprecated
  static let severity = Severity.warning
  static let summary = Phrase(
    "terms and names that the glossary says are not to be used", "词汇表列为不应使用的术语和名称")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    if segment.target.terms.isEmpty { return [] }
    let terms = JudgedTerms(segment: segment, context: context)
    return terms.with(.deprecated).map { mention, known in
      let replacement = terms.replacement(for: known, at: mention)
      let text = Phrase(quoting: segment.target.text(mention.scalars))
      let note = known.term.note.map { Phrase(" (\($0))", "（\($0)）") } ?? Phrase("")
      let id = known.concept.id
      return Finding(
        Self.id, severity(of: known), segment: segment.number, target: [mention.scalars],
        suggestion: replacement?.written, evidence: known.evidence(),
        Phrase(
          "\(text.english) is deprecated for \(id)\(note.english).",
          "\(text.chinese)在 \(id) 下列为不应使用\(note.chinese)。")
          + KnownTerm.advice(replacement?.written))
    }
  }

  private func severity(of known: KnownTerm) -> Severity {
    if known.concept.enforce { return .error }
    return known.concept.isName ? .error : .hint
  }
}
