/// All rules, and which of them are asked with what severity.
package struct RuleSet: Sendable {
  /// The rules that are asked of each segment.
  package private(set) var segmentRules: [any SegmentRule]
  /// The rules that are asked of the document.
  package private(set) var documentRules: [any DocumentRule]
  /// The severities that somebody has set.
  package var severities: [RuleID: Severity]

  /// All rules there are.
  package static let all = RuleSet(
    segmentRules: FigureRules.rules + FormRules.segmentRules + TermRules.segmentRules,
    documentRules: FormRules.documentRules + TermRules.documentRules)

  /// Takes rules.
  package init(
    segmentRules: [any SegmentRule], documentRules: [any DocumentRule],
    severities: [RuleID: Severity] = [:]
  ) {
    self.segmentRules = segmentRules
    self.documentRules = documentRules
    self.severities = severities
  }

  /// Returns the rules whose names are asked for.
  package func keeping(_ isKept: (RuleID) -> Bool) -> RuleSet {
    RuleSet(
      segmentRules: segmentRules.filter { isKept(type(of: $0).id) },
      documentRules: documentRules.filter { isKept(type(of: $0).id) }, severities: severities)
  }

  /// The types of the rules.
  package var rules: [any Rule.Type] {
    segmentRules.map { type(of: $0) as any Rule.Type }
      + documentRules.map { type(of: $0) as any Rule.Type }
  }
}
