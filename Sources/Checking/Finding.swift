package import TextAnalysis

/// Something that a rule has to say of a segment.
package struct Finding: Hashable, Sendable {
  /// The rule that says it.
  package var rule: RuleID
  /// How much it matters.
  package var severity: Severity
  /// What is wrong and why, in one sentence that names what matched.
  package var message: Phrase
  /// The place of the segment in the document, from 0.
  package var segment: Int
  /// Where, in Unicode scalars of the source; empty where it is not in the source.
  package var source: [Range<Int>]
  /// Where, in Unicode scalars of the target; empty where something is missing there.
  package var target: [Range<Int>]
  /// What to write instead of the first range of the target, or what is missing there.
  package var suggestion: String?
  /// What the rule relies on.
  package var evidence: Evidence?

  /// States a finding.
  package init(
    _ rule: RuleID, _ severity: Severity, segment: Int, source: [Range<Int>] = [],
    target: [Range<Int>] = [], suggestion: String? = nil, evidence: Evidence? = nil,
    _ message: Phrase
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.segment = segment
    self.source = source
    self.target = target
    self.suggestion = suggestion
    self.evidence = evidence
  }

  /// What a finding relies on.
  package struct Evidence: Hashable, Sendable {
    /// The identifier of a concept: `agency.samr`.
    package var concept: String?
    /// Where the term or the convention is from, in words or as an address.
    package var source: String?
    /// Other segments that it is about, as places in the document, from 0.
    package var segments: [Int]

    /// Names what a finding relies on.
    package init(concept: String? = nil, source: String? = nil, segments: [Int] = []) {
      (self.concept, self.source, self.segments) = (concept, source, segments)
    }
  }
}
