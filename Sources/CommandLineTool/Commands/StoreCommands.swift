import TextAnalysis
import Workbench

// The verbs about the store as a whole: info, validate.

/// The options of `info`.
struct InfoOptions: CommandOptions, Hashable {
  var common: CommonOptions

  static let command = Command(
    name: "info",
    summary: Phrase("Show what is in the store, and where it is", "显示库的内容与位置"),
    examples: ["zhengming info"],
    options: Option.ofReaders)

  init(_ parsed: Parsed) throws(UsageError) { common = CommonOptions(parsed) }
}

/// The options of `validate`.
struct ValidateOptions: CommandOptions, Hashable {
  /// At most so many findings in translation units are listed.
  var limit: Int
  var common: CommonOptions

  static let command = Command(
    name: "validate",
    summary: Phrase("Check the store, and say what is wrong in it", "检查库，并指出问题"),
    discussion: Phrase(
      "Checks the database, the rules that glossaries keep to, and the form of their terms. Exit "
        + "status 1: something is wrong. What a check finds in translation units is told beside, "
        + "the exit status stays 0. An index that is damaged is made again and said so; it holds nothing of its own, "
        + "and the exit status stays 0.",
      "检查数据库、术语表应守的规则和术语的形式。发现问题时退出状态为 1。翻译单元中的疑点另行列出，"
        + "退出状态仍为 0。索引如有损坏则重新生成并说明；"
        + "索引中没有独有的内容，退出状态仍为 0。"),
    examples: ["zhengming validate"],
    options: [
      .value(
        "limit", kind: .integer(0...1_000_000),
        Phrase("List at most so many findings in units; else 20", "最多列出的单元疑点，默认 20"))
    ] + Option.ofReaders)

  init(_ parsed: Parsed) throws(UsageError) {
    limit = parsed.integer("limit") ?? 20
    common = CommonOptions(parsed)
  }
}

extension Verb {
  static let info = Verb(InfoOptions.self) { options, invocation in
    let answer = try invocation.open(options.common, for: .reading).info()
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      try invocation.print(answer.ledger(in: invocation.language))
    }
    return .done
  }

  static let validate = Verb(ValidateOptions.self) { options, invocation in
    let answer = try invocation.open(options.common, for: .reading)
      .validate(limit: options.limit)
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      for fault in answer.faults {
        try invocation.output.line(DisplayWidth.visible(fault(in: invocation.language)))
      }
      for notice in answer.mended {
        try invocation.output.line(DisplayWidth.visible(notice(in: invocation.language)))
      }
      let count = answer.faults.count
      let faults = count == 1 ? "1 fault" : "\(count) faults"
      let store = DisplayWidth.visible(answer.store)
      let sentence =
        count == 0
        ? Phrase("\(store): nothing is wrong.", "\(store)：未发现问题。")
        : Phrase("\(store): \(faults).", "\(store)：发现 \(count) 处问题。")
      try invocation.output.line(sentence(in: invocation.language))
      if let findings = answer.unitFindings { try invocation.print(findings) }
    }
    return answer.faults.isEmpty ? .done : .answerIsNo
  }
}
