import Terminology
import TextAnalysis
import Workbench

// The verbs that move entries through the work on the termbase: retire, approve, reject.

/// A step to which a verb brings entries.
protocol ProcessStep: Sendable {
  /// The shape of the verb.
  static var command: Command { get }
  /// Where the entries are afterwards.
  static var process: ProcessStatus { get }
  /// What is said of each entry afterwards.
  static var done: Phrase { get }
}

/// The options of a verb that brings entries to a step.
struct StepOptions<Step: ProcessStep>: CommandOptions, Hashable {
  var ids: [String]
  var common: CommonOptions

  static var command: Command { Step.command }

  init(_ parsed: Parsed) throws(UsageError) {
    (ids, common) = (parsed.arguments, CommonOptions(parsed))
  }
}

typealias RetireOptions = StepOptions<Retirement>
typealias ApproveOptions = StepOptions<Approval>
typealias RejectOptions = StepOptions<Rejection>

/// `retire`.
enum Retirement: ProcessStep {
  static let command = Command(
    name: "retire",
    summary: Phrase("Take entries out of use, keeping their history", "停用词条，保留其历史"),
    discussion: Phrase(
      "A retired entry is found by its identifier only, and no check uses it.",
      "停用的词条只能按标识符查到，检查时不再使用。"),
    examples: ["zhengming retire agency.samr --as \"Li Lei\""],
    options: Option.ofWriters,
    arguments: [.identifiers])
  static let process = ProcessStatus.retired
  static let done = Phrase("retired", "已停用")
}

/// `approve`.
enum Approval: ProcessStep {
  static let command = Command(
    name: "approve",
    summary: Phrase("Put proposed entries into use", "批准待定词条"),
    examples: [
      "zhengming add --id term.edge-ai --en \"edge AI\" --zh 边缘人工智能 --propose",
      "zhengming approve term.edge-ai",
    ],
    options: Option.ofWriters,
    arguments: [.identifiers])
  static let process = ProcessStatus.approved
  static let done = Phrase("approved", "已批准")
}

/// `reject`.
enum Rejection: ProcessStep {
  static let command = Command(
    name: "reject",
    summary: Phrase("Turn proposed entries down, keeping their history", "否决待定词条，保留其历史"),
    examples: [
      "zhengming add --id term.fog-ai --en \"fog AI\" --zh 雾智能 --propose",
      "zhengming reject term.fog-ai",
    ],
    options: Option.ofWriters,
    arguments: [.identifiers])
  static let process = ProcessStatus.rejected
  static let done = Phrase("rejected", "已否决")
}

extension Verb {
  static let retire = Verb(bringingTo: Retirement.self)
  static let approve = Verb(bringingTo: Approval.self)
  static let reject = Verb(bringingTo: Rejection.self)

  private init<Step: ProcessStep>(bringingTo step: Step.Type) {
    self.init(StepOptions<Step>.self) { options, invocation in
      let bench = try invocation.open(options.common, for: .writing)
      let answer = try bench.bring(
        options.ids, to: Step.process, by: invocation.author(options.common))
      try invocation.report(answer, as: options.common, done: Step.done)
      return .done
    }
  }
}
