import Terminology
import TextAnalysis
import Workbench

/// The options of `lookup`.
struct LookupOptions: CommandOptions, Hashable {
  /// What the answer is written as.
  enum Layout: Sendable, Hashable {
    case text(isLong: Bool)
    case json
    case csv
  }

  /// The words of the query joined, or nothing where there is a file of them.
  var query: String?
  /// A file of names, one a line; `-` is standard input.
  var file: String?
  var from: LanguageTag?
  var kind: ConceptKind?
  var subject: String?
  /// Only these glossaries; empty means all.
  var glossaries: [String]
  var asOf: PartialDate?
  /// Whether weaker kinds of likeness count where stronger ones find something.
  var takesAll: Bool
  /// The most results for one query, at least 1, where somebody set it.
  var limit: Int?
  var layout: Layout
  var common: CommonOptions

  static let command = Command(
    name: "lookup",
    summary: Phrase("Find what a name is called in the other language", "查某个名称在另一种语言中的规范说法"),
    discussion: Phrase(
      "Several words are one query, and its script tells its language. Exit status 1: something "
        + "was not found, or only a name like it.",
      "多个词合为一次查询，语言由文字判定。有名称未查到或只查到近似名称时，退出状态为 1。"),
    examples: [
      "zhengming lookup SAMR", "zhengming lookup 国家市场监督管理总局 --as-of 2018-01 --long",
      "zhengming lookup gongxinbu",
    ],
    options: [
      .value(
        "file", kind: .file, placeholder: Phrase("NAMES", "名称表"),
        Phrase("Look up every line of a file ('-': standard input)", "查文件中的每一行（“-”为标准输入）")),
      .value("from", kind: .language, Phrase("The language of the query", "查询所用的语言")),
      .value(
        "kind", kind: .oneOf(ConceptKind.self), placeholder: Phrase("KIND", "类别"),
        Phrase(
          "Only this kind: " + ConceptKind.words, "只查这一类：" + ConceptKind.words)),
      .value("subject", kind: .text, Phrase("Only this subject field", "只查这一学科领域")),
      .repeated(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("Only this glossary (may be repeated)", "只查该术语表（可重复）")),
      .value(
        "as-of", kind: .date, Phrase("The names and relations of that day", "以该日为准的名称与关系")),
      .value(
        "limit", kind: .integer(1...10_000),
        Phrase("At most so many results a query", "每次查询最多列出的条数")),
      .flag(
        "all",
        Phrase(
          "Also what holds the words, begins so or sounds so, where the name itself is found",
          "已查到该名称时，也列出含有这些词、以此开头或读音如此的名称")),
      .flag("long", Phrase("Show sources, notes and all relations", "列出出处、说明与全部关系")),
      .value(
        "format", kind: .choice(["csv"]), placeholder: Phrase("csv"),
        Phrase("Answer in the columns of the native CSV", "以本工具的 CSV 各列输出")),
    ] + Option.ofReaders,
    arguments: [
      Argument(
        Phrase("QUERY", "名称"), count: .any, Phrase("The name, in English or Chinese", "英文或中文名称"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    file = parsed.text("file")
    let words = parsed.arguments.filter { !$0.isEmpty }
    query = words.isEmpty ? nil : words.joined(separator: " ")
    if file != nil, query != nil { throw .excludes(option: "--file", other: Phrase("QUERY", "名称")) }
    if file == nil, query == nil {
      throw .nothingGiven(verb: "lookup", oneOf: [Phrase("QUERY", "名称"), Phrase("--file")])
    }
    from = parsed.language("from")
    kind = parsed.choice("kind")
    subject = parsed.text("subject")
    glossaries = parsed.texts("glossary")
    asOf = parsed.date("as-of")
    takesAll = parsed.flag("all")
    limit = parsed.integer("limit")
    common = CommonOptions(parsed)
    let isCSV = parsed.text("format") == "csv"
    if isCSV, common.json { throw .excludes(option: "--format", other: Phrase("--json")) }
    layout = common.json ? .json : isCSV ? .csv : .text(isLong: parsed.flag("long"))
  }
}

extension LookupOptions {
  /// What the workbench is asked for one of the queries.
  func request(for query: String) -> LookUpRequest {
    LookUpRequest(
      query, from: from.map { $0.isEnglish ? .en : .zh }, kind: kind, subject: subject,
      glossaries: glossaries, asOf: asOf, limit: limit ?? (takesAll ? 50 : 10),
      breadth: takesAll ? .all : .best)
  }
}

extension Verb {
  static let lookup = Verb(LookupOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .reading)
    if let query = options.query {
      return try invocation.report(
        try bench.lookUp(options.request(for: query)), from: bench, as: options)
    }
    return try invocation.reportTable(from: bench, as: options)
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The words of a closed list, as help pages give them.
  static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
