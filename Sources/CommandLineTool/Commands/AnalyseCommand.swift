import TextAnalysis
import TranslationMemory
import Workbench

/// The options of `analyse`.
struct AnalyseOptions: CommandOptions, Hashable {
  /// What the answer is written as.
  enum Layout: Sendable, Hashable {
    case text
    case json
    case csv
  }

  var files: [String]
  var query: MemoryQueryOptions
  var countsInternalMatches: Bool
  var layout: Layout
  var common: CommonOptions

  static let command = Command(
    name: "analyse",
    summary: Phrase("Count what earlier translations save", "统计文档对已有译文的利用率"),
    discussion: Phrase(
      "Words are English words; the Chinese count takes each Han character and each other word as "
        + "one, without punctuation; characters are counted without spaces.",
      "words 为英文词数；字数以每个汉字、每个外文词或数字计一；characters 为不计空格的字符数。"),
    examples: ["zhengming analyse README.md"],
    options: MemoryQueryOptions.options + [
      .flag(
        "internal",
        Phrase("Count likeness inside the documents too", "另计文档内部的相似语段")),
      .value(
        "format", kind: .choice(["text", "csv"]), placeholder: Phrase("csv"),
        Phrase("Answer as a table of text or as CSV", "以文本表格或 CSV 输出")),
    ] + Option.ofReaders,
    arguments: [
      Argument(
        Phrase("FILE", "文件"), kind: .file, count: .oneOrMore,
        Phrase("The documents ('-': standard input)", "文档（“-”为标准输入）"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    files = parsed.arguments
    query = try MemoryQueryOptions(parsed)
    countsInternalMatches = parsed.flag("internal")
    common = CommonOptions(parsed)
    let isCSV = parsed.text("format") == "csv"
    if isCSV, common.json { throw .excludes(option: "--format", other: Phrase("--json")) }
    layout = common.json ? .json : isCSV ? .csv : .text
  }

  /// What the workbench is asked for.
  func request() throws -> AnalysisRequest {
    AnalysisRequest(
      try files.map { file in
        let document = try DocumentFile.read(file)
        return AnalysisRequest.Document(
          name: document.name, text: document.text, format: document.format)
      },
      from: query.from, to: query.to, memories: query.memories, penalties: query.penalties,
      internalMatches: countsInternalMatches ? .count : .doNotCount)
  }
}

extension Verb {
  static let analyse = Verb(AnalyseOptions.self) { options, invocation in
    let request = try options.request()
    let bench = try invocation.open(options.common, for: .reading)
    let answer = try invocation.withProgress(Phrase("Analysing", "正在分析")) { bar in
      try bench.analyse(request) { bar.update(done: $0, of: $1) }
    }
    switch options.layout {
    case .json: try invocation.output.json(answer)
    case .csv: try AnalysisReport(answer: answer, invocation: invocation).printCSV()
    case .text: try AnalysisReport(answer: answer, invocation: invocation).print()
    }
    return .done
  }
}
