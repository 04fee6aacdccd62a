import TextAnalysis
import TranslationMemory
import Workbench

// The verbs that keep single translations: remember, forget.

/// The options of `remember`.
struct RememberOptions: CommandOptions, Hashable {
  var source: String
  var target: String
  var from: LanguageTag?
  var to: LanguageTag?
  var memory: String
  var state: UnitState
  /// The unit that is corrected.
  var unit: Int?
  var common: CommonOptions

  static let command = Command(
    name: "remember",
    summary: Phrase("Keep a translation, or correct one", "保存一条译文，或更正已有的一条"),
    discussion: Phrase(
      "The next query finds it. With --unit it takes the place of that unit, whose old text stays "
        + "in its history.",
      "下一次查询即可找到。给出 --unit 时取代该单元，原有内容保留在历史中。"),
    examples: [
      "zhengming remember \"Scope of application\" 适用范围 --memory house",
      "zhengming match \"Scope of application\"",
    ],
    options: [
      .value("from", kind: .language, Phrase("The language of the source", "原文的语言")),
      .value("to", kind: .language, Phrase("The language of the translation", "译文的语言")),
      .value(
        "memory", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("The memory to keep it in; else 'own'", "存入哪个记忆库，默认 own")),
      .value(
        "state", kind: .oneOf(UnitState.self), placeholder: Phrase("STATE", "状态"),
        Phrase(
          "How far it can be trusted: \(UnitState.words); else reviewed",
          "可信程度：\(UnitState.words)，默认 reviewed")),
      .value(
        "unit", kind: .unit, placeholder: Phrase("N", "编号"),
        Phrase("The unit that it corrects", "要更正的单元编号")),
    ] + Option.ofWriters,
    arguments: [
      Argument(Phrase("SOURCE", "原文"), Phrase("What was translated", "原文")),
      Argument(Phrase("TARGET", "译文"), Phrase("Its translation", "译文")),
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    guard parsed.arguments.count == 2 else {
      throw .missingArgument(verb: "remember", Phrase("TARGET", "译文"))
    }
    source = parsed.arguments[0]
    target = parsed.arguments[1]
    from = parsed.language("from")
    to = parsed.language("to")
    memory = parsed.text("memory") ?? "own"
    state = parsed.choice("state") ?? .reviewed
    unit = parsed.integer("unit")
    common = CommonOptions(parsed)
  }
}

/// The options of `forget`.
struct ForgetOptions: CommandOptions, Hashable {
  var unit: Int
  var common: CommonOptions

  static let command = Command(
    name: "forget",
    summary: Phrase("Take a translation out of its memory", "从记忆库中删除一条译文"),
    examples: [
      "zhengming remember \"Annex B\" 附录B --store trial.sqlite",
      "zhengming forget 1 --store trial.sqlite",
    ],
    options: Option.ofWriters,
    arguments: [
      Argument(
        Phrase("UNIT", "编号"), kind: .unit,
        Phrase("Its number, as 'match' and 'concordance' show it", "match 与 concordance 所示的编号"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    guard let unit = parsed.arguments.first.flatMap({ ValueKind.unitNumber($0) }) else {
      throw .missingArgument(verb: "forget", Phrase("UNIT", "编号"))
    }
    self.unit = unit
    common = CommonOptions(parsed)
  }
}

extension Verb {
  static let remember = Verb(RememberOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .writing)
    let answer = try bench.remember(
      RememberRequest(
        source: options.source, target: options.target, from: options.from, to: options.to,
        memory: options.memory, state: options.state, unit: options.unit,
        who: invocation.author(options.common)))
    return try invocation.report(answer, as: options.common)
  }

  static let forget = Verb(ForgetOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .writing)
    let answer = try bench.forget(options.unit, by: invocation.author(options.common))
    return try invocation.report(answer, as: options.common)
  }
}

extension Invocation {
  /// Prints what became of a unit.
  func report(_ answer: RememberAnswer, as common: CommonOptions) throws -> ExitStatus {
    if common.json {
      try output.json(answer)
      return .done
    }
    let memory = DisplayWidth.visible(answer.memory)
    let change = answer.change.map { Phrase(" (change \($0))", "（修改 \($0)）")(in: language) } ?? ""
    let sentence =
      switch answer.action {
      case .added: Phrase("added #\(answer.unit) to \(memory)", "已存入 \(memory)：#\(answer.unit)")
      case .changed:
        Phrase("changed #\(answer.unit) of \(memory)", "已更正 \(memory) 的 #\(answer.unit)")
      case .unchanged:
        Phrase(
          "\(memory) has it already: #\(answer.unit)", "\(memory) 中已有：#\(answer.unit)")
      case .removed:
        Phrase("removed #\(answer.unit) from \(memory)", "已从 \(memory) 删除 #\(answer.unit)")
      }
    try output.line(sentence(in: language) + change)
    return .done
  }
}
