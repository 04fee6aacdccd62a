public import Checking
public import TextAnalysis

/// The rules of a check.
public struct RuleListAnswer: Sendable, Codable {
  /// The rules, in the order of their names.
  public var rules: [Rule]

  /// A rule.
  public struct Rule: Sendable, Codable {
    /// Its name.
    public var id: RuleID
    /// How much its findings matter where it does not say otherwise itself.
    public var severity: Severity
    /// What it looks for.
    public var summary: Phrase
    /// What can be set for it in `zhengming.json`.
    public var options: [Option]
  }

  /// Something about a rule that can be set.
  public struct Option: Sendable, Codable {
    /// Its name.
    public var name: String
    /// What it is where nothing is set, as JSON.
    public var standard: String
    /// What it does.
    public var summary: Phrase
  }
}

extension Workbench {
  /// Tells what rules there are.
  ///
  /// - Returns: All of them.
  public static func listRules() -> RuleListAnswer {
    var answers: [RuleID: RuleListAnswer.Rule] = [:]
    for rule in RuleSet.all.rules {
      answers[rule.id] = RuleListAnswer.Rule(
        id: rule.id, severity: rule.severity, summary: rule.summary,
        options: rule.options.map {
          RuleListAnswer.Option(
            name: $0.name, standard: $0.standard.written, summary: $0.summary)
        })
    }
    return RuleListAnswer(rules: answers.values.sorted { $0.id.rawValue < $1.id.rawValue })
  }
}

extension RuleOption.Value {
  /// The value as `zhengming.json` has it.
  var written: String {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .text(let text): "\"\(text)\""
    case .list(let words): "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
  }
}
