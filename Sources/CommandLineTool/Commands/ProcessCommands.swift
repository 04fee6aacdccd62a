import Terminology
import TextAnalysis
import Workbench

// The verbs that move entries through the work on the termbase: retire, approve, reject.

/// The options of `retire`.
struct RetireOptions: CommandOptions, Hashable {
  var ids: [String]
  var common: CommonOptions

  static let command = Command(
    name: "retire",
    summary: Phrase("Take entries out of use, keeping their history", "停用词条，保留其历史"),
    discussion: Phrase(
      "A retired entry is found by its identifier only, and no check uses it.",
      "停用的词条只能按标识符查到，检查时不再使用。"),
    examples: ["zhengming retire agency.samr --as \"Li Lei\""],
    options: Option.ofWriters,
    arguments: [.identifiers])

  init(_ parsed: Parsed) throws(UsageError) {
    (ids, common) = (parsed.arguments, CommonOptions(parsed))
  }
}

/// The options of `approve`.
struct ApproveOptions: CommandOptions, Hashable {
  var ids: [String]
  var common: CommonOptions

  static let command = Command(
    name: "approve",
    summary: Phrase("Put proposed entries into use", "批准待定词条"),
    examples: [
      "zhengming add --id term.edge-ai --en \"edge AI\" --zh 边缘人工智能 --propose",
      "zhengming approve term.edge-ai",
    ],
    options: Option.ofWriters,
    arguments: [.identifiers])

  init(_ parsed: Parsed) throws(UsageError) {
    (ids, common) = (parsed.arguments, CommonOptions(parsed))
  }
}

/// The options of `reject`.
struct RejectOptions: CommandOptions, Hashable {
  var ids: [String]
  var common: CommonOptions

  static let command = Command(
    name: "reject",
    summary: Phrase("Turn proposed entries down, keeping their history", "否决待定词条，保留其历史"),
    examples: [
      "zhengming add --id term.fog-ai --en \"fog AI\" --zh 雾智能 --propose",
      "zhengming reject term.fog-ai",
    ],
    options: Option.ofWriters,
    arguments: [.identifiers])

  init(_ parsed: Parsed) throws(UsageError) {
    (ids, common) = (parsed.arguments, CommonOptions(parsed))
  }
}

extension Verb {
  static let retire = Verb(RetireOptions.self) { options, invocation in
    try invocation.bring(
      options.ids, to: .retired, options.common, done: Phrase("retired", "已停用"))
  }

  static let approve = Verb(ApproveOptions.self) { options, invocation in
    try invocation.bring(
      options.ids, to: .approved, options.common, done: Phrase("approved", "已批准"))
  }

  static let reject = Verb(RejectOptions.self) { options, invocation in
    try invocation.bring(
      options.ids, to: .rejected, options.common, done: Phrase("rejected", "已否决"))
  }
}

extension Invocation {
  fileprivate func bring(
    _ ids: [String], to process: ProcessStatus, _ common: CommonOptions, done: Phrase
  ) throws -> ExitStatus {
    let bench = try open(common, for: .writing)
    try report(try bench.bring(ids, to: process, by: author(common)), as: common, done: done)
    return .done
  }
}
