import Dispatch
import Synchronization

/// Asks rules of a document.
package struct Checker: Sendable {
  /// The rules.
  package var rules: RuleSet
  /// What the rules are told.
  package var context: CheckContext

  /// Makes a checker.
  package init(rules: RuleSet = .all, context: CheckContext = CheckContext()) {
    (self.rules, self.context) = (rules, context)
  }

  /// How many segments a thread takes at a time.
  private static let portion = 256

  /// What the rules find in a document, and what somebody has switched off there; each by segment,
  /// the gravest first.
  package struct Judgement: Sendable {
    /// What stands.
    package var findings: [Finding]
    /// What was switched off in the document.
    package var suppressed: [Finding]

    /// Joins them.
    package init(findings: [Finding], suppressed: [Finding] = []) {
      (self.findings, self.suppressed) = (findings, suppressed)
    }
  }

  /// Returns what the rules find in a document, by segment, the gravest first.
  ///
  /// - Complexity: O(scalars) for the rules of segments; they are asked on all processors.
  package func findings(in document: [CheckedSegment]) -> [Finding] {
    judgement(on: document).findings
  }

  /// Returns what the rules find in a document, what is switched off there beside what stands.
  ///
  /// - Complexity: As ``findings(in:)``.
  package func judgement(on document: [CheckedSegment]) -> Judgement {
    let portions = stride(from: 0, to: document.count, by: Self.portion).map {
      $0..<min($0 + Self.portion, document.count)
    }
    let results = Mutex([Portion?](repeating: nil, count: portions.count))
    DispatchQueue.concurrentPerform(iterations: portions.count) { number in
      let result = examine(document, portions[number])
      results.withLock { $0[number] = result }
    }
    let examined = results.withLock { $0.compactMap { $0 } }
    let segments = examined.flatMap(\.segments)
    var findings = examined.flatMap(\.findings)
    for rule in rules.documentRules { findings += rule.findings(in: segments, context) }
    return settled(findings, document)
  }

  private struct Portion: Sendable {
    var segments: [AnalysedSegment] = []
    var findings: [Finding] = []
  }

  private func examine(_ document: [CheckedSegment], _ range: Range<Int>) -> Portion {
    var portion = Portion()
    for number in range {
      let segment = analysed(document[number], number: number, context.termbase)
      let isUntranslated = segment.isUntranslated
      for rule in rules.segmentRules
      where !isUntranslated || type(of: rule).id == .emptyTarget {
        portion.findings += rule.findings(in: segment, context)
      }
      portion.segments.append(segment)
    }
    return portion
  }

  private func analysed(
    _ segment: CheckedSegment, number: Int, _ termbase: some Termbase
  ) -> AnalysedSegment {
    AnalysedSegment(segment, number: number, termbase: termbase)
  }

  /// Sets apart what was switched off, sets severities, sorts.
  private func settled(_ findings: [Finding], _ document: [CheckedSegment]) -> Judgement {
    var judgement = Judgement(findings: [], suppressed: [])
    for var finding in findings {
      if let severity = rules.severities[finding.rule] { finding.severity = severity }
      if document[finding.segment].suppressed.contains(finding.rule) {
        judgement.suppressed.append(finding)
      } else {
        judgement.findings.append(finding)
      }
    }
    return Judgement(
      findings: sorted(judgement.findings), suppressed: sorted(judgement.suppressed))
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    let order = findings.indices.sorted { left, right in
      let (one, other) = (findings[left], findings[right])
      return (one.segment, one.severity, one.start, left)
        < (other.segment, other.severity, other.start, right)
    }
    return order.map { findings[$0] }
  }
}

extension AnalysedSegment {
  /// Whether there is a source and nothing beside it, of which one rule alone speaks.
  fileprivate var isUntranslated: Bool {
    source != nil && target.scalars.allSatisfy(\.properties.isWhitespace)
  }
}

extension Finding {
  /// Where it begins, in the target if it is there.
  fileprivate var start: Int { (target.first ?? source.first)?.lowerBound ?? 0 }
}
