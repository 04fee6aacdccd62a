import Checking
import Terminology
import TextAnalysis

/// What the rules of a check find in the terms of entries: the form of the terms themselves, for
/// definitions and notes are no translations.
struct TermCheck {
  /// The rules that a term alone can break.
  static let rules: Set<RuleID> = [
    .hiddenCharacter, .scriptMixed, .bracketUnpaired, .spacing, .repeatedWord, .punctuationWidth,
  ]

  private let segmentRules: [any SegmentRule]
  private let documentRules: [any DocumentRule]
  private let context = CheckContext()

  init() {
    let kept = RuleSet.all.keeping { Self.rules.contains($0) }
    (segmentRules, documentRules) = (kept.segmentRules, kept.documentRules)
  }

  /// Returns what is wrong with the terms of an entry, an error or a warning each. Of a term that is
  /// kept as a wrong or an old one only what nobody sees is said.
  func faults(of entry: ConceptEntry) -> [Phrase] {
    guard !entry.process.isOutOfUse else { return [] }
    return entry.terms.flatMap { term in
      findings(in: term).map { finding in
        let name = DisplayWidth.visible(term.text)
        return Phrase(
          "\(entry.id): '\(name)' (\(term.language)): \(finding.message.english) "
            + "[\(finding.rule.rawValue)]",
          "\(entry.id)：“\(name)”（\(term.language)）：\(finding.message.chinese)"
            + " [\(finding.rule.rawValue)]")
      }
    }
  }

  private func findings(in term: TermSection) -> [Finding] {
    let segment = AnalysedSegment(
      CheckedSegment(
        source: nil, target: CheckedText(Segment(term.text), language: term.language),
        block: .tableCell), number: 0, termbase: context.termbase)
    let found =
      segmentRules.flatMap { $0.findings(in: segment, context) }
      + documentRules.flatMap { $0.findings(in: [segment], context) }
    let isRight =
      term.administrativeStatus != .deprecated && term.administrativeStatus != .superseded
    return found.filter {
      $0.severity <= .warning && (isRight || $0.rule == .hiddenCharacter)
    }
  }
}
