import Terminology
import TextAnalysis

/// Finds names of bodies and schemes that were not theirs on the day of the document.
///
/// It says nothing where nobody gave a day, nor of a name whose dates are not recorded, nor where
/// the text itself places the name in its time.
struct NameAnachronism: SegmentRule {
  static let id = RuleID.nameAnachronism
  static let severity = Severity.warning
  static let summary = Phrase(
    "names that were not in use on the day of the document", "与文件日期不符的名称")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let day = context.asOf, !segment.target.terms.isEmpty else { return [] }
    var findings: [Finding] = []
    var time: NameTime?
    for mention in segment.target.terms {
      let terms = context.terms(of: mention)
      guard let known = terms.first, terms.allSatisfy({ isOutOfTime($0, on: day) }) else {
        continue
      }
      let names = time ?? NameTime(segment)
      time = names
      if terms.contains(where: { names.isOfItsTime(mention, $0) }) { continue }
      findings.append(finding(segment, mention, known, day, context))
    }
    return findings
  }

  /// Whether a name was not yet or no more in use. What has a status of its own is reported by it.
  private func isOutOfTime(_ known: KnownTerm, on day: PartialDate) -> Bool {
    guard known.concept.kind == .agency || known.concept.kind == .name else { return false }
    switch Validity(since: known.term.since, until: known.term.until, on: day) {
    case .valid, .sinceUnknown: return false
    case .over: return known.term.isUsable
    case .notYet: return known.term.administrativeStatus != .deprecated
    }
  }
}

extension NameAnachronism {
  private func finding(
    _ segment: AnalysedSegment, _ mention: TermMention, _ known: KnownTerm, _ day: PartialDate,
    _ context: CheckContext
  ) -> Finding {
    let text = Phrase(quoting: segment.target.text(mention.scalars))
    let terms = JudgedTerms(segment: segment, context: context)
    let heirs = heirs(of: known, segment, day, context)
    var suggestion = heirs.count == 1 ? heirs.first?.name : nil
    let advice: Phrase
    if heirs.isEmpty {
      suggestion = terms.replacement(for: known, at: mention)?.written
      advice = KnownTerm.advice(suggestion)
    } else {
      let names = Phrase(listing: heirs.map(\.shown))
      advice = Phrase(
        " Its work is with \(names.english); else write 'former'.",
        "其职能由\(names.chinese)承担；如确指旧机构，应加“原”。")
    }
    let since = known.term.since.map { "\($0)" }
    let until = known.term.until.map { "\($0)" }
    let isOver = known.term.until.map { $0.lastDay < day.firstDay } ?? false
    let message =
      isOver
      ? Phrase(
        "\(text.english) (\(known.concept.id)) was in use until \(until ?? ""); the document is of "
          + "\(day).", "\(text.chinese)（\(known.concept.id)）用至 \(until ?? "")，文件日期为 \(day)。")
      : Phrase(
        "\(text.english) (\(known.concept.id)) is in use since \(since ?? ""); the document is of "
          + "\(day).", "\(text.chinese)（\(known.concept.id)）自 \(since ?? "") 起使用，文件日期为 \(day)。")
    return Finding(
      Self.id, .warning, segment: segment.number, source: sourceRanges(known, segment),
      target: [mention.scalars], suggestion: suggestion, evidence: known.evidence(),
      message + advice)
  }

  private func sourceRanges(_ known: KnownTerm, _ segment: AnalysedSegment) -> [Range<Int>] {
    segment.source?.terms.filter { mention in
      mention.readings.contains { $0.concept == known.reading.concept }
    }.map(\.scalars) ?? []
  }

  /// The bodies of the day that took over, each with what of the work it has.
  private func heirs(
    of known: KnownTerm, _ segment: AnalysedSegment, _ day: PartialDate, _ context: CheckContext
  ) -> [(name: String, shown: Phrase)] {
    let heirs = Succession.heirs(of: known.concept, on: day) { context.termbase.entry(id: $0) }
    return heirs.filter { !$0.isGone }.compactMap { heir in
      guard let entry = context.termbase.entry(id: heir.id),
        let term = TermChoice.term(
          of: entry, in: segment.target.language, on: day, like: known.term)
      else { return nil }
      let quoted = Phrase(quoting: term.text)
      let scope = heir.scope.map { Phrase(" (\($0))", "（\($0)）") } ?? Phrase("")
      return (term.text, quoted + scope)
    }
  }
}
