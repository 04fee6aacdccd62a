/// The rules about codes, punctuation, scripts and segments as wholes.
enum FormRules {
  /// Those that each segment answers.
  static let segmentRules: [any SegmentRule] = [
    EmptyTarget(), Untranslated(), CodeMismatch(), SourceLeft(), ScriptMixed(), TitleMark(),
    HiddenCharacter(), PunctuationWidth(), PunctuationFinal(), RepeatedWord(), Spacing(),
    LengthSuspicious(),
  ]
  /// Those that the document answers.
  static let documentRules: [any DocumentRule] = [
    BracketUnpaired(), QuotationStyleRule(), SegmentInconsistent(),
  ]
}
