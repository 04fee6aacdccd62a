import Interchange
import TextAnalysis
import Workbench

/// The options of `edit`.
struct EditOptions: CommandOptions, Hashable {
  /// What of the entry is changed.
  enum Change: Sendable, Hashable {
    case concept([ColumnAssignment])
    case term(String, language: LanguageTag?, [ColumnAssignment])
    case addTerm(String, language: LanguageTag?, [ColumnAssignment])
    case removeTerm(String, language: LanguageTag?)
  }

  var id: String
  var change: Change
  var common: CommonOptions

  static let command = Command(
    name: "edit",
    summary: Phrase("Change an entry or one of its terms", "修改词条或其中的术语"),
    discussion: Phrase(
      "Without --term, --add-term or --remove-term, --set changes the entry itself: \(columns(.concept)). "
        + "With --term or --add-term it changes that term: \(columns(.term)). "
        + "An empty value clears a column.",
      "没有 --term、--add-term 或 --remove-term 时，--set 修改词条本身：\(columns(.concept))。"
        + "有 --term 或 --add-term 时修改该术语：\(columns(.term))。值为空则清除该列。"),
    examples: [
      "zhengming edit agency.samr --set \"concept_note=See the State Council's list of bodies\"",
      "zhengming edit agency.samr --term SAMR --set register=neutral",
    ],
    options: [
      .set,
      .value("term", kind: .text, Phrase("The term to change", "要修改的术语")),
      .value("add-term", kind: .text, Phrase("A term to add", "要添加的术语")),
      .value("remove-term", kind: .text, Phrase("A term to remove", "要删除的术语")),
      .value(
        "language", kind: .language,
        Phrase("The term's language, where its script does not tell", "术语的语言，用于文字不足以判定时")),
    ] + Option.ofWriters,
    arguments: [.identifier])

  init(_ parsed: Parsed) throws(UsageError) {
    id = parsed.arguments.first ?? ""
    common = CommonOptions(parsed)
    change = try Self.change(parsed)
  }

  private static func change(_ parsed: Parsed) throws(UsageError) -> Change {
    let names = ["term", "add-term", "remove-term"]
    let given = names.filter { parsed.text($0) != nil }
    if given.count > 1 { throw .excludes(option: "--" + given[0], other: Phrase("--" + given[1])) }
    let language = parsed.language("language")
    guard let name = given.first, let term = parsed.text(name) else {
      if language != nil { throw .needs(option: "--language", oneOf: names.map { "--" + $0 }) }
      let assignments = try ColumnAssignment.all(parsed, scope: .concept)
      guard !assignments.isEmpty else {
        throw .nothingGiven(
          verb: "edit", oneOf: (["--set"] + names.map { "--" + $0 }).map { Phrase($0) })
      }
      return .concept(assignments)
    }
    let assignments = try ColumnAssignment.all(parsed, scope: .term)
    switch name {
    case "term":
      guard !assignments.isEmpty else { throw .needs(option: "--term", oneOf: ["--set"]) }
      return .term(term, language: language, assignments)
    case "add-term":
      return .addTerm(term, language: language, assignments)
    default:
      guard assignments.isEmpty else {
        throw .excludes(option: "--remove-term", other: Phrase("--set"))
      }
      return .removeTerm(term, language: language)
    }
  }

  private static func columns(_ scope: ColumnAssignment.Scope) -> String {
    scope.columns.joined(separator: ", ")
  }
}

extension Argument {
  static let identifier = Argument(
    Phrase("ID", "标识符"), Phrase("The entry, such as agency.samr", "词条，例如 agency.samr"))

  static let identifiers = Argument(
    Phrase("ID", "标识符"), count: .oneOrMore,
    Phrase("The entries, such as term.digital-twin", "词条，例如 term.digital-twin"))
}

extension EditOptions.Change {
  /// What the workbench is asked for.
  fileprivate var edit: ConceptEdit {
    switch self {
    case .concept(let cells): .concept(cells.map(\.cell))
    case .term(let text, let language, let cells):
      .term(text, language: language, cells.map(\.cell))
    case .addTerm(let text, let language, let cells):
      .addTerm(text, language: language, cells.map(\.cell))
    case .removeTerm(let text, let language): .removeTerm(text, language: language)
    }
  }
}

extension Verb {
  static let edit = Verb(EditOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .writing)
    let answer = try bench.edit(
      options.id, options.change.edit, by: invocation.author(options.common))
    try invocation.report(answer, as: options.common, done: Phrase("changed", "已修改"))
    return .done
  }
}
