import Checking
import TextAnalysis

/// What a check is asked: the request laid over the project's file.
struct CheckSettings {
  var rules: RuleSet
  var options: [RuleID: [String: RuleOption.Value]]
  var profile: Profile
  var from: LanguageTag?
  var to: LanguageTag?
  var glossaries: Set<String>
  var failOn: CheckReport.FailOn

  /// Settles them.
  ///
  /// - Parameters:
  ///   - request: What was asked for.
  ///   - rules: All rules there are.
  /// - Throws: ``CheckFault`` where a rule does not exist.
  init(_ request: CheckRequest, rules: RuleSet) throws(CheckFault) {
    let project = request.project ?? ProjectFile()
    profile = request.profile ?? project.profile ?? .mainlandGeneral
    (from, to) = (request.from ?? project.from, request.to ?? project.to)
    glossaries = request.glossaries.isEmpty ? project.glossaries : request.glossaries
    failOn = request.failOn ?? project.failOn ?? .error
    options = project.options
    var isOff = project.rulesOff
    var only: Set<RuleID> = []
    for words in request.rules {
      for word in words.split(separator: ",") {
        let word = word.filter { !$0.isWhitespace }
        guard let sign = word.first else { continue }
        let rule = try RuleID(named: sign == "+" || sign == "-" ? String(word.dropFirst()) : word)
        switch sign {
        case "+": isOff.remove(rule)
        case "-": isOff.insert(rule)
        default: only.insert(rule)
        }
      }
    }
    self.rules = rules.keeping { only.isEmpty ? !isOff.contains($0) : only.contains($0) }
    self.rules.severities = project.severities
  }
}

extension RuleID {
  /// The rule of a name.
  init(named name: String) throws(CheckFault) {
    guard let rule = RuleID(rawValue: name) else {
      throw .noRule(name, nearest: Self.nearest(to: name))
    }
    self = rule
  }

  /// The name that a mistyped one was probably meant to be.
  static func nearest(to name: String) -> String? {
    nearestWord(to: name, among: allCases.map(\.rawValue))
  }
}
