import Foundation
import Interchange
import TextAnalysis
import Workbench

/// The options of `annotate`.
struct AnnotateOptions: CommandOptions, Hashable {
  /// What the answer is written as.
  enum Format: String, Sendable, CaseIterable {
    case text
    case json
    case html
  }

  /// A text as it is, or the name of a document.
  var words: [String]
  var from: LanguageTag?
  var to: LanguageTag?
  /// Only these glossaries; empty means all.
  var glossaries: Set<String>
  var asOf: PartialDate?
  var format: Format
  /// Where the answer is written; nothing is standard output.
  var output: String?
  var common: CommonOptions

  static let command = Command(
    name: "annotate",
    summary: Phrase("Show the terms in a text and what they are called", "标出文中术语及其规范译名"),
    discussion: Phrase(
      "One argument that names a file is a document, Markdown by its ending; anything else is the "
        + "text itself. Exit status 1: no term was found.",
      "单个参数若为文件名，则视为文档，按扩展名识别 Markdown；否则即为文字本身。文中没有术语时，退出状态为 1。"),
    examples: [
      "zhengming annotate \"SAMR and CAC issued the Measures for Cybersecurity Review.\"",
      "zhengming annotate 国家标准化管理委员会发布新标准。 -o terms.html",
    ],
    options: [
      .value("from", kind: .language, Phrase("The language of the text", "原文的语言")),
      .value(
        "to", kind: .language,
        Phrase("The language wanted, such as zh-Hant-TW", "所需的语言，例如 zh-Hant-TW")),
      .repeated(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("Only this glossary (may be repeated)", "只用该术语表（可重复）")),
      .value("as-of", kind: .date, Phrase("The names of that day", "以该日为准的名称")),
      .value(
        "format", kind: .oneOf(Format.self),
        Phrase("Else by the name of the output, else text", "默认按输出文件名，否则为 text")),
      .value("output", letter: "o", kind: .file, Phrase("Else standard output", "默认写到标准输出")),
    ] + Option.ofReaders,
    arguments: [
      Argument(
        Phrase("FILE|TEXT", "文件或文字"), kind: .file, count: .oneOrMore,
        Phrase("The document ('-': standard input) or the text", "文档（“-”为标准输入）或文字"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    words = parsed.arguments
    from = parsed.language("from")
    to = parsed.language("to")
    glossaries = Set(parsed.texts("glossary"))
    asOf = parsed.date("as-of")
    output = parsed.text("output").flatMap { $0 == "-" ? nil : $0 }
    common = CommonOptions(parsed)
    let named: Format? = parsed.text("format").flatMap { Format(rawValue: $0) }
    if common.json, named ?? .json != .json {
      throw .excludes(option: "--format", other: Phrase("--json"))
    }
    let name = output?.lowercased() ?? ""
    let ofOutput: Format =
      name.hasSuffix(".json")
      ? .json
      : name.hasSuffix(".html") || name.hasSuffix(".htm")
        ? .html : .text
    format = common.json ? .json : named ?? ofOutput
  }

  /// What the workbench is asked for.
  func request() throws -> AnnotateRequest {
    let text: AnnotateRequest.Text
    if let file {
      let document = try DocumentFile.read(file)
      text = .document(document.text, document.format)
    } else {
      text = .segment(words.joined(separator: " "))
    }
    return AnnotateRequest(text, from: from, to: to, glossaries: glossaries, asOf: asOf)
  }

  /// The document, where the only word names one: it is there, or its ending says so.
  var file: String? {
    guard words.count == 1, let word = words.first else { return nil }
    let name = word.lowercased()
    let isNamed = [".txt", ".md", ".markdown"].contains { name.hasSuffix($0) }
    return word == "-" || isNamed || FileManager.default.fileExists(atPath: word) ? word : nil
  }
}

extension Verb {
  static let annotate = Verb(AnnotateOptions.self) { options, invocation in
    let request = try options.request()
    let bench = try invocation.open(options.common, for: .reading)
    let answer = try bench.annotate(request)
    try invocation.write(answer, options)
    return answer.isAnswered ? .done : .answerIsNo
  }
}

extension Invocation {
  /// Writes an annotated text where and as the options say.
  fileprivate func write(_ answer: AnnotateAnswer, _ options: AnnotateOptions) throws {
    if options.format == .text, !answer.isAnswered {
      diagnostics.say(
        Phrase("No term in \(answer.store).", "文中没有 \(answer.store) 的术语。")(in: language),
        prefix: "")
    }
    try ReplacedFile.writing(options.output) { file in
      if let file {
        var sink = file
        try sink.add(
          bytes: try rendered(answer, options, palette: Palette(isOn: false), width: nil).utf8)
        try sink.flush()
      } else {
        try output.write(
          try rendered(
            answer, options, palette: output.terminal.palette, width: output.terminal.width))
      }
    }
  }

  private func rendered(
    _ answer: AnnotateAnswer, _ options: AnnotateOptions, palette: Palette, width: Int?
  ) throws -> String {
    switch options.format {
    case .json: try JSONText.of(answer)
    case .html: AnnotationPage(answer, title: options.file, language: language).text
    case .text: AnnotationReport(answer, palette: palette, width: width, in: language).text
    }
  }
}
