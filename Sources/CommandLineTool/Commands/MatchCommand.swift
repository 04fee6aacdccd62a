import TextAnalysis
import TranslationMemory
import Workbench

/// What the verbs that ask a memory have in common.
struct MemoryQueryOptions: Sendable, Hashable {
  var from: LanguageTag?
  var to: LanguageTag?
  /// Only these memories; empty means all.
  var memories: Set<String>
  var penalties: PenaltyTable

  init(_ parsed: Parsed) throws(UsageError) {
    from = parsed.language("from")
    to = parsed.language("to")
    memories = Set(parsed.texts("memory"))
    penalties = PenaltyTable()
    for text in parsed.texts("penalty") {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let kind = PenaltyKind(name: String(parts[0])),
        let points = Int(parts[1]), (0...100).contains(points)
      else {
        throw .notAPenalty(
          place: "--penalty", found: text, kinds: PenaltyKind.general.map(\.name))
      }
      penalties[kind] = points
    }
  }

  static let options: [Option] = [
    .value("from", kind: .language, Phrase("The language of the text", "原文的语言")),
    .value(
      "to", kind: .language,
      Phrase("The language wanted, such as zh-Hant-TW", "所需的语言，例如 zh-Hant-TW")),
    .repeated(
      "memory", kind: .text, placeholder: Phrase("NAME", "名称"),
      Phrase("Only this memory (may be repeated)", "只查该记忆库（可重复）")),
    .repeated(
      "penalty", kind: .text, placeholder: Phrase("KIND=POINTS", "种类=分数"),
      Phrase(
        "What lowers a rate by how much: \(kinds), memory:NAME",
        "各种差异扣几分：\(kinds)、memory:名称")),
  ]

  private static let kinds = PenaltyKind.general.map(\.name).joined(separator: ", ")
}

/// The options of `match`.
struct MatchOptions: CommandOptions, Hashable {
  /// The words of the text joined, or nothing where there is a file.
  var text: String?
  /// A document; `-` is standard input.
  var file: String?
  var query: MemoryQueryOptions
  var threshold: Int
  var limit: Int
  /// Whether the order of the file's segments counts.
  var usesContext: Bool
  /// Whether fragments are given beside matches.
  var wantsFragments: Bool
  var common: CommonOptions

  static let command = Command(
    name: "match",
    summary: Phrase("Find earlier translations of a text", "查找已有译文中的相似语段"),
    discussion: Phrase(
      "One text is one segment; a file is cut into segments, Markdown by its ending. Offers the "
        + "most useful translations first, with the text's figures put in, and says what differs. "
        + "Exit status 1: a segment found nothing.",
      "直接给出的文字作为一个语段；文件则切分为语段，按扩展名识别 Markdown。最有用的译文在前，"
        + "其中的数字日期已按原文替换，并标明差异。有语段未找到时，退出状态为 1。"),
    examples: [
      "zhengming match \"These Measures shall come into force on October 1, 2021.\"",
      "zhengming match 本办法自2022年1月1日起施行。 --threshold 60",
    ],
    options: [
      .value("file", kind: .file, Phrase("A document ('-': standard input)", "文档（“-”为标准输入）"))
    ] + MemoryQueryOptions.options + [
      .value(
        "threshold", kind: .integer(50...101),
        Phrase("The least match rate, in per cent; else 70", "最低匹配率，默认 70")),
      .value(
        "limit", kind: .integer(1...100),
        Phrase("At most so many a segment; else 5", "每个语段最多列出的条数，默认 5")),
      .flag(
        "context",
        Phrase(
          "Let the order of a file's segments count: a unit with the same neighbours is a match of 101",
          "计入文件中语段的前后文：前后文相同者匹配率为 101")),
      .flag(
        "fragments",
        Phrase("Also the longest runs that stand in some unit", "同时列出见于已有语段的最长片段")),
    ] + Option.ofReaders,
    arguments: [
      Argument(Phrase("TEXT", "文字"), count: .any, Phrase("The text to translate", "要翻译的文字"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    file = parsed.text("file")
    let words = parsed.arguments.filter { !$0.isEmpty }
    text = words.isEmpty ? nil : words.joined(separator: " ")
    if file != nil, text != nil { throw .excludes(option: "--file", other: Phrase("TEXT", "文字")) }
    if file == nil, text == nil {
      throw .nothingGiven(verb: "match", oneOf: [Phrase("TEXT", "文字"), Phrase("--file")])
    }
    query = try MemoryQueryOptions(parsed)
    threshold = parsed.integer("threshold") ?? 70
    limit = parsed.integer("limit") ?? 5
    usesContext = parsed.flag("context")
    wantsFragments = parsed.flag("fragments")
    common = CommonOptions(parsed)
    if usesContext, file == nil { throw .needs(option: "--context", oneOf: ["--file"]) }
  }

  /// What the workbench is asked for.
  func request() throws -> MatchRequest {
    let text: MatchRequest.Text
    if let file {
      let document = try DocumentFile.read(file)
      text = .document(document.text, document.format)
    } else {
      text = .segment(self.text ?? "")
    }
    return MatchRequest(
      text, from: query.from, to: query.to, memories: query.memories,
      settings: MatchSettings(threshold: threshold, limit: limit, penalties: query.penalties),
      context: usesContext ? .counts : .ignored,
      fragments: wantsFragments ? .always : .withoutMatches, origin: file)
  }
}

extension Verb {
  static let match = Verb(MatchOptions.self) { options, invocation in
    let request = try options.request()
    let bench = try invocation.open(options.common, for: .reading)
    let answer = try bench.match(request)
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      try MatchReport(answer: answer, invocation: invocation).print()
    }
    return answer.isAnswered ? .done : .answerIsNo
  }
}
