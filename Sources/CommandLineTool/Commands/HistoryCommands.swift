import TextAnalysis
import Workbench

// The verbs that look back: history, revert.

/// The options of `history`.
struct HistoryOptions: CommandOptions, Hashable {
  /// Whose history is wanted.
  enum Subject: Sendable, Hashable {
    case store
    /// An entry, by its identifier.
    case entry(String)
    /// A translation unit, by its number.
    case unit(Int)

    /// Reads an identifier or a number, with or without the sign that answers put before it.
    init(_ word: String?) {
      if let number = word.flatMap({ ValueKind.unitNumber($0) }) {
        self = .unit(number)
      } else {
        self = word.map(Subject.entry) ?? .store
      }
    }
  }

  var subject: Subject
  /// The first day of interest.
  var since: PartialDate?
  var common: CommonOptions

  static let command = Command(
    name: "history",
    summary: Phrase("Show who changed what, when", "显示修改历史：何人何时作何修改"),
    examples: [
      "zhengming history", "zhengming history agency.samr --since 2026-01", "zhengming history 12",
    ],
    options: [
      .value("since", kind: .date, Phrase("Only changes from that day on", "只列该日及以后的修改"))
    ] + Option.ofReaders,
    arguments: [
      Argument(
        Phrase("ID|UNIT", "标识符或编号"), count: .optional,
        Phrase(
          "The entry, or the number of a translation, as 'match' shows it; else all changes",
          "词条，或 match 所示的译文编号；不给则列出全部修改"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    subject = Subject(parsed.arguments.first)
    since = parsed.date("since")
    common = CommonOptions(parsed)
  }
}

/// The options of `revert`.
struct RevertOptions: CommandOptions, Hashable {
  /// The number of the change, as `history` lists it.
  var change: Int
  var common: CommonOptions

  static let command = Command(
    name: "revert",
    summary: Phrase("Undo one change by a new one", "以新的修改撤销一次修改"),
    examples: [
      "zhengming retire agency.samr", "zhengming history agency.samr", "zhengming revert 4",
    ],
    options: Option.ofWriters,
    arguments: [
      Argument(
        Phrase("CHANGE", "修改编号"), kind: .integer(1...Int(Int32.max)),
        Phrase("Its number, as 'zhengming history' lists it", "zhengming history 所列的编号"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    guard let change = parsed.arguments.first.flatMap({ Int($0) }) else {
      throw .missingArgument(verb: "revert", Phrase("CHANGE", "修改编号"))
    }
    self.change = change
    common = CommonOptions(parsed)
  }
}

extension Verb {
  static let history = Verb(HistoryOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .reading)
    let answer =
      switch options.subject {
      case .store: try bench.history(since: options.since)
      case .entry(let id): try bench.history(of: id, since: options.since)
      case .unit(let number): try bench.history(ofUnit: number, since: options.since)
      }
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      try HistoryReport(answer: answer, invocation: invocation).print()
    }
    return .done
  }

  static let revert = Verb(RevertOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .writing)
    let answer = try bench.revert(options.change, by: invocation.author(options.common))
    try invocation.report(
      answer, as: options.common,
      done: Phrase("undid change \(options.change):", "已撤销修改 \(options.change)："))
    return .done
  }
}
