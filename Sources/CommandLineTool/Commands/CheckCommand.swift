import Checking
import TextAnalysis
import Workbench

/// The options of `check`.
struct CheckOptions: CommandOptions, Hashable {
  /// What the report is written as.
  enum Format: String, Sendable, CaseIterable {
    case text
    case json
    case sarif
    case html

    /// How many findings are listed unless `--limit` says otherwise; nothing means all.
    var standardLimit: Int? {
      switch self {
      case .text: 200
      case .html: 1_000
      case .json, .sarif: nil
      }
    }
  }

  /// What is to be checked; nothing where the rules are to be listed.
  var inputs: [CheckRequest.Input]
  var from: LanguageTag?
  var to: LanguageTag?
  var profile: Profile?
  var asOf: PartialDate?
  var glossaries: Set<String>
  var rules: [String]
  var failOn: CheckReport.FailOn?
  var limit: Int?
  var format: Format
  /// Where the report is written; nothing is standard output.
  var output: String?
  /// The project's file, if it is named.
  var config: String?
  var listsRules: Bool
  var common: CommonOptions

  static let command = Command(
    name: "check",
    summary: Phrase("Check a translation: terms, figures, form", "检查译文：术语、数字与形式"),
    discussion: Phrase(
      "A FILE holds texts and translations: TMX, or a table of two languages. Two documents, plain or "
        + "Markdown, are paired by paragraphs or lines. Settings of the project are read from "
        + "zhengming.json here or above; options win over it. Exit status 1: there are findings at or "
        + "above --fail-on.",
      "文件须含原文与译文：TMX 或双语表格。两个纯文本或 Markdown 文档按段或按行配对。项目设置取自当前或上级"
        + "文件夹的 zhengming.json，命令行选项优先。有达到 --fail-on 级别的问题时，退出状态为 1。"),
    examples: [
      "zhengming check --monolingual README.md --fail-on never",
      "zhengming check --list-rules",
    ],
    options: [
      .value("source", kind: .file, Phrase("The document that was translated", "原文文档")),
      .value("target", kind: .file, Phrase("Its translation", "译文文档")),
      .repeated(
        "monolingual", kind: .file,
        Phrase("A document in one language (may be repeated)", "单语文档（可重复）")),
      .value("from", kind: .language, Phrase("The language of the source", "原文的语言")),
      .value("to", kind: .language, Phrase("The language of the target", "译文的语言")),
      .value(
        "profile", kind: .choice(profiles), placeholder: Phrase("PLACE/KIND", "地区/类型"),
        Phrase(
          "Conventions: mainland, taiwan, hongkong / law, standard, code, general",
          "体例：mainland、taiwan、hongkong / law、standard、code、general")),
      .value(
        "as-of", kind: .date,
        Phrase("The document's date: names are held to it", "文档日期：按该日核对名称")),
      .repeated(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("Only this glossary (may be repeated)", "只用该术语表（可重复）")),
      .repeated(
        "rule", kind: .text, placeholder: Phrase("RULES", "规则"),
        Phrase(
          "--rule=+spacing,-untranslated: with, without; names alone: only these",
          "--rule=+spacing,-untranslated：启用、停用；只写名称则只用这些")),
      .value(
        "fail-on", kind: .oneOf(CheckReport.FailOn.self),
        Phrase("When the exit status is 1; else error", "何时退出状态为 1，默认 error")),
      .value(
        "limit", kind: .integer(0...10_000_000),
        Phrase(
          "List at most so many findings, the gravest; else 200 in text, 1000 in HTML",
          "最多列出的条数，重者优先；默认文本 200、HTML 1000")),
      .value(
        "format", kind: .oneOf(Format.self),
        Phrase("Else by the name of the output, else text", "默认按输出文件名，否则为 text")),
      .value("output", letter: "o", kind: .file, Phrase("Else standard output", "默认写到标准输出")),
      .value(
        "config", kind: .file,
        Phrase(
          "The project's file; else zhengming.json here or above", "项目文件，默认为当前或上级的 zhengming.json")),
      .flag("list-rules", Phrase("List the rules and their options", "列出规则及其选项")),
    ] + Option.ofReaders,
    arguments: [
      Argument(
        Phrase("FILE", "文件"), kind: .file, count: .any,
        Phrase("Texts with their translations ('-': standard input)", "原文与译文（“-”为标准输入）"))
    ])

  private static let profiles = Profile.Region.allCases.flatMap { region in
    [region.rawValue] + Profile.Domain.allCases.map { "\(region.rawValue)/\($0.rawValue)" }
  }

  init(_ parsed: Parsed) throws(UsageError) {
    from = parsed.language("from")
    to = parsed.language("to")
    profile = parsed.text("profile").flatMap { Profile($0) }
    asOf = parsed.date("as-of")
    glossaries = Set(parsed.texts("glossary"))
    rules = parsed.texts("rule")
    failOn = parsed.choice("fail-on")
    limit = parsed.integer("limit")
    output = parsed.text("output").flatMap { $0 == "-" ? nil : $0 }
    config = parsed.text("config")
    listsRules = parsed.flag("list-rules")
    common = CommonOptions(parsed)
    format = try Self.format(parsed, output: output)
    inputs = try Self.inputs(parsed)
    guard listsRules != inputs.isEmpty else { return }
    if listsRules { throw .excludes(option: "--list-rules", other: "FILE") }
    throw .nothingGiven(
      verb: "check", oneOf: ["FILE", "--source and --target", "--monolingual"])
  }

  private static func format(_ parsed: Parsed, output: String?) throws(UsageError) -> Format {
    let named: Format? = parsed.choice("format")
    if parsed.flag("json") {
      guard named ?? .json == .json else { throw .excludes(option: "--format", other: "--json") }
      return .json
    }
    if let named { return named }
    let endings: [(String, Format)] = [
      (".json", .json), (".sarif", .sarif), (".html", .html), (".htm", .html),
    ]
    let name = output?.lowercased() ?? ""
    return endings.first { name.hasSuffix($0.0) }?.1 ?? .text
  }

  private static func inputs(_ parsed: Parsed) throws(UsageError) -> [CheckRequest.Input] {
    var inputs = parsed.arguments.map { CheckRequest.Input.bilingual(.file($0)) }
    switch (parsed.text("source"), parsed.text("target")) {
    case (let source?, let target?):
      inputs.append(.pair(source: .file(source), target: .file(target)))
    case (_?, nil): throw .needs(option: "--source", oneOf: ["--target"])
    case (nil, _?): throw .needs(option: "--target", oneOf: ["--source"])
    case (nil, nil): break
    }
    let documents = parsed.texts("monolingual")
    if !documents.isEmpty, !inputs.isEmpty {
      throw .excludes(
        option: "--monolingual", other: parsed.arguments.isEmpty ? "--source" : "FILE")
    }
    inputs += documents.map { .document(.file($0)) }
    if inputs.flatMap(\.texts).count(where: { $0 == .file("-") }) > 1 {
      throw .standardInputTwice
    }
    return inputs
  }

  /// What the workbench is asked for.
  func request(_ project: ProjectFile?) -> CheckRequest {
    CheckRequest(
      inputs, project: project, from: from, to: to, profile: profile, asOf: asOf,
      glossaries: glossaries, rules: rules, failOn: failOn, limit: limit ?? format.standardLimit)
  }
}

extension Verb {
  static let check = Verb(CheckOptions.self) { options, invocation in
    if options.listsRules {
      try invocation.print(Workbench.listRules(), options)
      return .done
    }
    let config = options.config ?? ProjectFile.find(from: invocation.currentFolder)
    let project = try config.map { try ProjectFile(path: $0) }
    let bench = try invocation.open(options.common, for: .reading)
    let report = try bench.check(options.request(project))
    try invocation.write(report, options)
    return report.fails ? .answerIsNo : .done
  }
}
