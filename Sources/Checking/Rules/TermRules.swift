/// The rules about terms and names.
enum TermRules {
  /// Those that each segment answers.
  static let segmentRules: [any SegmentRule] = [
    TermMissing(), TermDeprecated(), TermSuperseded(), NameAnachronism(),
  ]
  /// Those that the document answers.
  static let documentRules: [any DocumentRule] = [
    TermInconsistent(), NameInconsistent(), SpellingVariant(),
  ]
}
