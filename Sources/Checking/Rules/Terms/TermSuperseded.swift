import Terminology
import TextAnalysis

/// Finds names and terms that another has taken the place of.
struct TermSuperseded: SegmentRule {
  static let id = RuleID.termSuperseded
  static let severity = Severity.warning
  static let summary = Phrase(
    "names and terms that another has taken the place of", "已被新名称取代的旧名称")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    if segment.target.terms.isEmpty { return [] }
    let terms = JudgedTerms(segment: segment, context: context)
    var time: NameTime?
    return terms.with(.superseded).compactMap { mention, known in
      if isRight(known, segment, context) { return nil }
      let names = time ?? NameTime(segment)
      time = names
      if names.isOfItsTime(mention, known) { return nil }
      return finding(segment, mention, known, terms.replacement(for: known, at: mention))
    }
  }

  /// Whether the name was still right on the day of the document, or stands for one of the same
  /// time in the source where no day is given.
  private func isRight(
    _ known: KnownTerm, _ segment: AnalysedSegment, _ context: CheckContext
  ) -> Bool {
    if let day = context.asOf {
      return known.term.until.map { day.firstDay <= $0.lastDay } ?? false
    }
    guard let source = segment.source else { return false }
    return source.terms.contains { mention in
      mention.readings.contains { reading in
        reading.concept == known.reading.concept
          && KnownTerm(reading, in: context.termbase)?.term.administrativeStatus == .superseded
      }
    }
  }

  private func finding(
    _ segment: AnalysedSegment, _ mention: TermMention, _ known: KnownTerm,
    _ replacement: (term: TermSection, written: String)?
  ) -> Finding {
    let text = Phrase(quoting: segment.target.text(mention.scalars))
    let id = known.concept.id
    let until =
      known.term.until.map { Phrase(" since the end of \($0)", "（用至 \($0)）") } ?? Phrase("")
    return Finding(
      Self.id, known.concept.isName ? .warning : .hint, segment: segment.number,
      target: [mention.scalars], suggestion: replacement?.written, evidence: known.evidence(),
      Phrase(
        "\(text.english) is an old name of \(id), superseded\(until.english).",
        "\(text.chinese)是 \(id) 的旧称\(until.chinese)。")
        + KnownTerm.advice(replacement?.written))
  }
}
