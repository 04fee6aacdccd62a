import Terminology
import TextAnalysis

/// Finds terms of the source whose concept has no term in the translation.
struct TermMissing: SegmentRule {
  static let id = RuleID.termMissing
  static let severity = Severity.warning
  static let summary = Phrase(
    "terms and names whose established equivalent is not in the translation",
    "译文中没有既定译名的术语和名称")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, !source.terms.isEmpty, isTranslated(segment) else {
      return []
    }
    let rendered = segment.target.terms.flatMap { $0.readings }
    var findings: [Finding] = []
    var presence: TermPresence?
    for mention in source.terms {
      let isRendered = mention.readings.contains { reading in
        rendered.contains {
          $0.concept == reading.concept && isAtHome($0, segment.target.language, context)
        }
      }
      if isRendered { continue }
      let terms = context.terms(of: mention)
      guard let first = terms.first, isMissing(terms, in: segment.target, &presence) else {
        continue
      }
      if let place = findings.firstIndex(where: { $0.evidence?.concept == first.concept.id }) {
        findings[place].source.append(mention.scalars)
      } else {
        findings.append(finding(segment, mention, source, first, context))
      }
    }
    return findings
  }

  /// Whether there is a translation at all; that there is none, others say.
  private func isTranslated(_ segment: AnalysedSegment) -> Bool {
    segment.target.scalars.contains { !$0.properties.isWhitespace }
      && segment.target.text != segment.source?.text
  }

  /// Whether a term in the translation is one of its language and script: names of the other
  /// language are found in a text, too.
  private func isAtHome(
    _ reading: TermReading, _ language: LanguageTag, _ context: CheckContext
  ) -> Bool {
    KnownTerm(reading, in: context.termbase)?.term.isAtHome(in: language) ?? true
  }

  private func isMissing(
    _ terms: [KnownTerm], in target: AnalysedText, _ presence: inout TermPresence?
  ) -> Bool {
    for known in terms {
      let usable = known.concept.usableTerms(in: target.language)
      if usable.isEmpty { return false }
      let text = presence ?? TermPresence(target)
      presence = text
      if usable.contains(where: text.holds) { return false }
    }
    return true
  }
}

extension TermMissing {
  private func severity(
    _ known: KnownTerm, _ mention: TermMention, _ source: AnalysedText, _ target: AnalysedText
  ) -> Severity {
    if known.concept.enforce { return .error }
    guard known.concept.isName else { return .hint }
    let isKept = known.term.language.isEnglish && target.text.contains(source.text(mention.scalars))
    return isKept || GenericReference.stands(in: target) ? .hint : .warning
  }

  private func finding(
    _ segment: AnalysedSegment, _ mention: TermMention, _ source: AnalysedText, _ known: KnownTerm,
    _ context: CheckContext
  ) -> Finding {
    let choice = TermChoice.term(
      of: known.concept, in: segment.target.language, on: context.asOf, like: known.term)
    let written = Phrase(quoting: source.text(mention.scalars))
    let id = known.concept.id
    let wanted = choice.map { Phrase(quoting: $0.text) }
    let message =
      wanted.map {
        Phrase(
          "\(written.english) in the source is \($0.english) (\(id)); the target has no term of "
            + "this concept. Write \($0.english).",
          "原文\(written.chinese)即\($0.chinese)（\(id)），译文中没有这一概念的任何名称。应写\($0.chinese)。")
      }
      ?? Phrase(
        "\(written.english) in the source (\(id)) has no counterpart in the target.",
        "原文\(written.chinese)（\(id)）在译文中没有对应。")
    return Finding(
      Self.id, severity(known, mention, source, segment.target), segment: segment.number,
      source: [mention.scalars], suggestion: choice?.text,
      evidence: Finding.Evidence(
        concept: id, source: choice?.source ?? known.term.source ?? known.concept.source),
      message)
  }
}
