/// The name of a rule, as `--rule`, reports and suppressions write it.
public enum RuleID: String, Sendable, Codable, CaseIterable, Hashable {
  case termMissing = "term-missing"
  case termDeprecated = "term-deprecated"
  case termSuperseded = "term-superseded"
  case termInconsistent = "term-inconsistent"
  case nameAnachronism = "name-anachronism"
  case nameInconsistent = "name-inconsistent"
  case spellingVariant = "spelling-variant"
  case titleMarks = "title-marks"
  case quantityMismatch = "quantity-mismatch"
  case boundMismatch = "bound-mismatch"
  case dateMismatch = "date-mismatch"
  case identifierMismatch = "identifier-mismatch"
  case urlMismatch = "url-mismatch"
  case codeMismatch = "code-mismatch"
  case segmentInconsistent = "segment-inconsistent"
  case untranslated
  case emptyTarget = "empty-target"
  case sourceLeft = "source-left"
  case scriptMixed = "script-mixed"
  case hiddenCharacter = "hidden-character"
  case punctuationWidth = "punctuation-width"
  case punctuationFinal = "punctuation-final"
  case bracketUnpaired = "bracket-unpaired"
  case quotationStyle = "quotation-style"
  case spacing
  case repeatedWord = "repeated-word"
  case lengthSuspicious = "length-suspicious"
}

/// How much a finding matters, the gravest first.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable, Hashable {
  /// It is wrong: a figure, a name, a title.
  case error
  /// It is most likely wrong, or breaks a convention that readers see.
  case warning
  /// Somebody should look: context decides (SARIF `note`).
  case hint

  /// Orders the gravest first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .hint: 2
    }
  }
}
