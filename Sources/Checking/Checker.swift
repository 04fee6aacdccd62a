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

  /// Returns what the rules find in a document, by segment, the gravest first.
  ///
  /// - Complexity: O(scalars) for the rules of segments; they are asked on all processors.
  package func findings(in document: [CheckedSegment]) -> [Finding] {
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
      for rule in rules.segmentRules { portion.findings += rule.findings(in: segment, context) }
      portion.segments.append(segment)
    }
    return portion
  }

  private func analysed(
    _ segment: CheckedSegment, number: Int, _ termbase: some Termbase
  ) -> AnalysedSegment {
    AnalysedSegment(segment, number: number, termbase: termbase)
  }

  /// Takes out what was switched off, sets severities, sorts.
  private func settled(_ findings: [Finding], _ document: [CheckedSegment]) -> [Finding] {
    var kept: [Finding] = []
    for var finding in findings
    where !document[finding.segment].suppressed.contains(finding.rule) {
      if let severity = rules.severities[finding.rule] { finding.severity = severity }
      kept.append(finding)
    }
    return kept.enumerated().sorted { left, right in
      (left.element.segment, left.element.severity, left.element.start, left.offset)
        < (right.element.segment, right.element.severity, right.element.start, right.offset)
    }.map(\.element)
  }
}

extension Finding {
  /// Where it begins, in the target if it is there.
  fileprivate var start: Int { (target.first ?? source.first)?.lowerBound ?? 0 }
}
