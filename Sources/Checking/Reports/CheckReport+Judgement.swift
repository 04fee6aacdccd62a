package import TextAnalysis

extension CheckReport {
  /// Reports what was found in a document.
  ///
  /// - Parameters:
  ///   - judgement: What was found.
  ///   - document: The segments.
  ///   - files: The files that it is from.
  ///   - store: The store whose glossaries were asked.
  ///   - limit: At most so many findings are listed; nothing means all. The gravest are taken, of
  ///     each rule as evenly as they come, so that no rule hides the others.
  ///   - failOn: From which severity on the check fails.
  ///   - notices: What somebody should know of the files.
  package init(
    _ judgement: Checker.Judgement, on document: [CheckedSegment], files: [String],
    store: String, limit: Int? = nil, failOn: FailOn = .error, notices: [Phrase] = []
  ) {
    let found = judgement.findings
    self.store = store
    self.files = files
    segmentCount = document.count
    findingCount = found.count
    counts = Self.counts(of: found)
    let listed = Self.selection(among: Self.bounded(found, document), limit: limit)
    findings = listed.map { Finding($0, in: document) }
    suppressed = Self.selection(among: Self.bounded(judgement.suppressed, document), limit: limit)
      .map { Finding($0, in: document) }
    self.notices = notices
    self.failOn = failOn
    fails = found.contains { failOn.includes($0.severity) }
  }

  /// How many findings are not listed.
  package var leftOutCount: Int { findingCount - findings.count }
}

extension CheckReport {
  private static func counts(of findings: [Checking.Finding]) -> [RuleCount] {
    var counts: [RuleID: RuleCount] = [:]
    for finding in findings {
      var count = counts[finding.rule] ?? RuleCount(rule: finding.rule)
      switch finding.severity {
      case .error: count.errors += 1
      case .warning: count.warnings += 1
      case .hint: count.hints += 1
      }
      counts[finding.rule] = count
    }
    return counts.values.sorted {
      ($0.errors, $0.warnings, $0.hints, $1.rule.rawValue)
        > ($1.errors, $1.warnings, $1.hints, $0.rule.rawValue)
    }
  }

  /// What the texts of one segment's findings may have together, in scalars.
  private static let segmentLimit = 4_000_000

  /// Leaves out what would write the text of a very long segment over and over: of a segment at
  /// least 30 findings are kept, and of any that is shorter than a book's chapter all.
  private static func bounded(
    _ findings: [Checking.Finding], _ document: [CheckedSegment]
  ) -> [Checking.Finding] {
    var counts: [Int: Int] = [:]
    return findings.filter { finding in
      let count = counts[finding.segment, default: 0]
      counts[finding.segment] = count + 1
      guard count >= 30 else { return true }
      let segment = document[finding.segment]
      let length =
        segment.target.segment.text.utf8.count + (segment.source?.segment.text.utf8.count ?? 0)
      return count < segmentLimit / max(1, length)
    }
  }

  /// Takes the gravest findings, of each rule as evenly as they come, in their order.
  private static func selection(
    among findings: [Checking.Finding], limit: Int?
  ) -> [Checking.Finding] {
    guard let limit, findings.count > limit else { return findings }
    var rest = limit
    var quotas: [Severity: [RuleID: Int]] = [:]
    for severity in Severity.allCases where rest > 0 {
      var counts: [RuleID: Int] = [:]
      for finding in findings where finding.severity == severity {
        counts[finding.rule, default: 0] += 1
      }
      let shares = evenShares(of: rest, counts)
      quotas[severity] = shares
      rest -= shares.values.reduce(0, +)
    }
    return findings.filter { finding in
      guard let left = quotas[finding.severity]?[finding.rule], left > 0 else { return false }
      quotas[finding.severity]?[finding.rule] = left - 1
      return true
    }
  }

  /// Divides a number so that none gets more than it has and the rest is as even as can be.
  private static func evenShares(of total: Int, _ counts: [RuleID: Int]) -> [RuleID: Int] {
    var shares: [RuleID: Int] = [:]
    var rest = total
    let order = counts.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
    for (place, (rule, count)) in order.enumerated() {
      let share = min(count, rest / (order.count - place))
      shares[rule] = share
      rest -= share
    }
    return shares
  }
}

extension CheckReport.Finding {
  /// Says of a finding what every interface says.
  package init(_ finding: Checking.Finding, in document: [CheckedSegment]) {
    let segment = document[finding.segment]
    self.init(
      rule: finding.rule, severity: finding.severity, message: finding.message,
      segment: finding.segment + 1,
      source: segment.source.map { CheckReport.Side($0, finding.source) },
      target: CheckReport.Side(segment.target, finding.target), suggestion: finding.suggestion,
      evidence: finding.evidence.map {
        CheckReport.Evidence(
          concept: $0.concept, source: $0.source, segments: $0.segments.map { $0 + 1 })
      })
  }
}

extension CheckReport.Side {
  fileprivate init(_ text: CheckedText, _ ranges: [Range<Int>]) {
    let first = ranges.first ?? 0..<0
    let start = text.position(of: first.lowerBound)
    // The end is told by the last scalar, for what stands behind it may stand elsewhere.
    var end = first.isEmpty ? start : text.position(of: first.upperBound - 1)
    if !first.isEmpty { end?.column += 1 }
    self.init(
      file: text.file, line: start?.line, column: start?.column, endLine: end?.line,
      endColumn: end?.column, language: text.language, text: text.segment.text,
      ranges: ranges.map { [$0.lowerBound, $0.upperBound] })
  }
}
