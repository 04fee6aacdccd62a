public import TextAnalysis

/// What a check found, as every interface gives it: the one answer from which the reports are made.
///
/// Segments, lines and columns count from 1; ranges are offsets from 0 in Unicode scalars, the
/// first scalar and the one after the last.
public struct CheckReport: Sendable, Codable {
  /// The store whose glossaries were asked.
  public var store: String
  /// The files that were checked, in their order.
  public var files: [String]
  /// How many segments were checked.
  public var segmentCount: Int
  /// How many findings there are, whether ``findings`` has all of them or not.
  public var findingCount: Int
  /// How many there are of each rule, the gravest and most frequent first.
  public var counts: [RuleCount]
  /// The findings by segment, the gravest first; all of them unless fewer were asked for.
  public var findings: [Finding]
  /// What was found and is switched off in the document.
  public var suppressed: [Finding]
  /// What somebody should know of the files: sentences, in JSON the English ones.
  public var notices: [Phrase]
  /// From which severity on a finding makes the check fail.
  public var failOn: FailOn
  /// Whether there is such a finding.
  public var fails: Bool

  /// How many findings a rule has.
  public struct RuleCount: Hashable, Sendable, Codable {
    /// The rule.
    public var rule: RuleID
    /// How many of each severity.
    public var errors: Int
    /// How many of each severity.
    public var warnings: Int
    /// How many of each severity.
    public var hints: Int

    /// Counts none yet.
    package init(rule: RuleID, errors: Int = 0, warnings: Int = 0, hints: Int = 0) {
      (self.rule, self.errors, self.warnings, self.hints) = (rule, errors, warnings, hints)
    }

    /// All of them.
    public var total: Int { errors + warnings + hints }
  }

  /// Something that a rule has to say.
  public struct Finding: Hashable, Sendable, Codable {
    /// The rule that says it.
    public var rule: RuleID
    /// How much it matters.
    public var severity: Severity
    /// What is wrong and why, in a sentence.
    public var message: Phrase
    /// The place of the segment in all that was checked, from 1.
    public var segment: Int
    /// What was translated; nothing where documents in one language are checked.
    @ExplicitNull public var source: Side?
    /// The translation, or the text in one language.
    public var target: Side
    /// What to write instead of the first range of the target, or what is missing there.
    @ExplicitNull public var suggestion: String?
    /// What the finding relies on.
    @ExplicitNull public var evidence: Evidence?
  }

  /// One side of a segment.
  public struct Side: Hashable, Sendable, Codable {
    /// The file.
    public var file: String
    /// The line where the first range begins, or the text where there is none.
    @ExplicitNull public var line: Int?
    /// The column, in Unicode scalars.
    @ExplicitNull public var column: Int?
    /// The line where the first range ends.
    @ExplicitNull public var endLine: Int?
    /// The column behind its last scalar.
    @ExplicitNull public var endColumn: Int?
    /// The language.
    public var language: LanguageTag
    /// The text, without inline codes.
    public var text: String
    /// What the finding is about: the first scalar, and the one after the last.
    public var ranges: [[Int]]
  }

  /// What a finding relies on.
  public struct Evidence: Hashable, Sendable, Codable {
    /// The identifier of a concept.
    @ExplicitNull public var concept: String?
    /// Where the term or the convention is from.
    @ExplicitNull public var source: String?
    /// Other segments that it is about, from 1.
    public var segments: [Int]
  }

  /// From which severity on a check fails.
  public enum FailOn: String, Sendable, Codable, CaseIterable {
    /// Errors alone.
    case error
    /// Warnings too.
    case warning
    /// Hints too.
    case hint
    /// Whatever is found.
    case never

    /// Whether a finding of a severity makes the check fail.
    public func includes(_ severity: Severity) -> Bool {
      switch self {
      case .error: severity <= .error
      case .warning: severity <= .warning
      case .hint: true
      case .never: false
      }
    }
  }
}
