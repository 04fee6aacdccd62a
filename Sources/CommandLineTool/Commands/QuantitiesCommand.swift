import TextAnalysis
import Workbench

/// The options of `quantities`.
struct QuantitiesOptions: CommandOptions, Hashable {
  /// The words of the text joined, or nothing where there is a file.
  var text: String?
  /// A document; `-` is standard input.
  var file: String?
  var from: LanguageTag?
  var json: Bool

  static let command = Command(
    name: "quantities",
    summary: Phrase("Show what a check reads in a text", "列出文本中识别到的数字、日期与编号"),
    discussion: Phrase(
      "Numbers, amounts, measures, dates, document symbols, clauses, addresses and placeholders, "
        + "each with its value in one form for both languages. Exit status 1: nothing was read.",
      "包括数字、金额、计量、日期、文号、条款、网址和占位符，各给出中英文统一形式的值。"
        + "未识别到任何内容时，退出状态为 1。"),
    examples: [
      "zhengming quantities 2023年增长百分之五以上，达2500亿元。",
      "zhengming quantities \"within 30 days\" --json",
    ],
    options: [
      .value("file", kind: .file, Phrase("A document ('-': standard input)", "文档（“-”为标准输入）")),
      .value("from", kind: .language, Phrase("The language of the text", "原文的语言")),
      .json,
    ],
    arguments: [
      Argument(Phrase("TEXT", "文字"), count: .any, Phrase("The text to read", "要识别的文字"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    let words = parsed.arguments.filter { !$0.isEmpty }
    file = parsed.text("file") ?? (words == ["-"] ? "-" : nil)
    text = words.isEmpty || words == ["-"] ? nil : words.joined(separator: " ")
    if file != nil, text != nil { throw .excludes(option: "--file", other: "TEXT") }
    if file == nil, text == nil {
      throw .nothingGiven(verb: "quantities", oneOf: ["TEXT", "--file"])
    }
    from = parsed.language("from")
    json = parsed.flag(Option.json.name)
  }

  /// What the workbench is asked for.
  func request() throws -> QuantitiesRequest {
    guard let file else { return QuantitiesRequest(.segment(text ?? ""), from: from) }
    let document = try DocumentFile.read(file)
    return QuantitiesRequest(.document(document.text, document.format), from: from)
  }
}

extension Verb {
  static let quantities = Verb(QuantitiesOptions.self) { options, invocation in
    let answer = Workbench.quantities(try options.request())
    if options.json {
      try invocation.output.json(answer)
    } else {
      try QuantitiesReport(answer: answer, invocation: invocation).print()
    }
    return answer.segments.allSatisfy(\.quantities.isEmpty) ? .answerIsNo : .done
  }
}
