import TextAnalysis
import TranslationMemory
import Workbench

/// The options of `concordance`.
struct ConcordanceOptions: CommandOptions, Hashable {
  /// The words joined.
  var query: String
  var from: LanguageTag?
  var order: ConcordanceRequest.Order
  var memories: Set<String>
  var limit: Int
  var common: CommonOptions

  static let command = Command(
    name: "concordance",
    summary: Phrase("Find words in earlier translations", "在已有译文中查词语的用例"),
    discussion: Phrase(
      "Words are found in every form, width and script; in quotation marks they are taken as "
        + "written. Exit status 1: nothing was found.",
      "不分词形、全半角与简繁；加引号则按原样查找。未找到时，退出状态为 1。"),
    examples: [
      "zhengming concordance 自公布之日起", "zhengming concordance \"shall come into force\"",
      "zhengming concordance personal information --all-words",
    ],
    options: [
      .value("from", kind: .language, Phrase("The language of the words", "词语的语言")),
      .flag(
        "all-words",
        Phrase("All the words, anywhere in the segment", "含有全部词语即可，不论位置")),
      .repeated(
        "memory", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("Only this memory (may be repeated)", "只查该记忆库（可重复）")),
      .value(
        "limit", kind: .integer(1...10_000),
        Phrase("At most so many; else 20", "最多列出的条数，默认 20")),
    ] + Option.ofReaders,
    arguments: [
      Argument(
        Phrase("WORDS", "词语"), count: .oneOrMore,
        Phrase("The words or characters", "要查的词语"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    query = parsed.arguments.joined(separator: " ")
    from = parsed.language("from")
    order = parsed.flag("all-words") ? .allWords : .phrase
    memories = Set(parsed.texts("memory"))
    limit = parsed.integer("limit") ?? 20
    common = CommonOptions(parsed)
  }
}

extension Verb {
  static let concordance = Verb(ConcordanceOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .reading)
    let answer = try bench.concordance(
      ConcordanceRequest(
        options.query, from: options.from, order: options.order, memories: options.memories,
        limit: options.limit))
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      try ConcordanceReport(answer: answer, invocation: invocation).print()
    }
    return answer.hits.isEmpty ? .answerIsNo : .done
  }
}
