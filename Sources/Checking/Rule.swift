package import TextAnalysis

/// A question that is asked of a text.
package protocol Rule: Sendable {
  /// Its name.
  static var id: RuleID { get }
  /// How much its findings matter where it does not say otherwise itself.
  static var severity: Severity { get }
  /// What it looks for, in a few words for a list.
  static var summary: Phrase { get }
  /// The options that `zhengming.json` may set for it.
  static var options: [RuleOption] { get }
}

extension Rule {
  /// None.
  package static var options: [RuleOption] { [] }
}

/// A question that each segment answers by itself.
package protocol SegmentRule: Rule {
  /// Returns what it finds in a segment. Several threads may ask at once.
  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding]
}

/// A question that only a document as a whole answers.
package protocol DocumentRule: Rule {
  /// Returns what it finds in a document, in the order of its segments.
  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding]
}

/// Something about a rule that can be set.
package struct RuleOption: Hashable, Sendable {
  /// Its name in `zhengming.json`.
  package var name: String
  /// What it is where nothing is set, which tells its type too.
  package var standard: Value
  /// What it does.
  package var summary: Phrase

  /// Describes an option.
  package init(_ name: String, _ standard: Value, _ summary: Phrase) {
    (self.name, self.standard, self.summary) = (name, standard, summary)
  }

  /// What an option can be set to.
  package enum Value: Hashable, Sendable {
    /// Yes or no.
    case flag(Bool)
    /// A number.
    case number(Double)
    /// A word.
    case text(String)
    /// Words.
    case list([String])
  }
}

/// What a check is told besides the text.
package struct CheckContext: Sendable {
  /// The conventions of the place and the kind of text.
  package var profile: Profile
  /// The day of the document; nothing where nobody said.
  package var asOf: PartialDate?
  /// The glossaries.
  package var termbase: any Termbase
  /// The options that somebody has set, by rule and name.
  package var settings: [RuleID: [String: RuleOption.Value]]

  /// Tells a check what it needs.
  package init(
    profile: Profile = .mainlandGeneral, asOf: PartialDate? = nil,
    termbase: any Termbase = NoTermbase(),
    settings: [RuleID: [String: RuleOption.Value]] = [:]
  ) {
    (self.profile, self.asOf, self.termbase) = (profile, asOf, termbase)
    self.settings = settings
  }

  /// Returns what an option is set to, or its standard.
  package func value<Asked: Rule>(_ name: String, of rule: Asked.Type) -> RuleOption.Value? {
    settings[Asked.id]?[name] ?? Asked.options.first { $0.name == name }?.standard
  }

  /// Returns a number option.
  package func number<Asked: Rule>(_ name: String, of rule: Asked.Type) -> Double {
    if case .number(let number)? = value(name, of: rule) { return number }
    return 0
  }

  /// Returns a flag option.
  package func flag<Asked: Rule>(_ name: String, of rule: Asked.Type) -> Bool {
    if case .flag(let flag)? = value(name, of: rule) { return flag }
    return false
  }

  /// Returns a list option.
  package func list<Asked: Rule>(_ name: String, of rule: Asked.Type) -> [String] {
    if case .list(let words)? = value(name, of: rule) { return words }
    return []
  }
}
