import Foundation
import Interchange
import Terminology
import TextAnalysis
import Workbench

/// The options of `export`.
struct ExportOptions: CommandOptions, Hashable {
  /// A form of file, with what only that form has.
  enum Form: Sendable, Hashable {
    case csv(isForExcel: Bool)
    case wide(isForExcel: Bool)
    /// TBX-Basic of 2019 (ISO 30042:2019).
    case tbx(TBXStyle)
    /// TBX of 2008, a `martif`, which knows one style.
    case martif
  }

  /// How TBX of 2019 writes data categories: as elements or as attributes.
  enum TBXStyle: String, Sendable, CaseIterable {
    case dct
    case dca
  }

  var form: Form
  /// Where it is written; nothing is standard output.
  var output: String?
  var glossaries: [String]
  var kinds: [ConceptKind]
  var subjects: [String]
  var statuses: [AdministrativeStatus]
  var processes: [ProcessStatus]
  var common: CommonOptions

  static let command = Command(
    name: "export",
    summary: Phrase("Write entries to a file", "将词条导出到文件"),
    discussion: Phrase(
      "The native CSV holds everything; what another form cannot hold is counted on standard "
        + "error. Without --format the name of the file decides: .tbx is TBX, all else CSV.",
      "本工具的 CSV 不丢失任何内容；其他格式容纳不下的内容在标准错误输出中计数。未给 --format 时"
        + "按文件名判定：.tbx 为 TBX，其余为 CSV。"),
    examples: [
      "zhengming export --kind agency -o agencies.tbx",
      "zhengming export --format wide --for-excel",
    ],
    options: [
      .value(
        "format", kind: .choice(["csv", "wide", "tbx"]),
        Phrase("csv: one row a term; wide: one row a concept", "csv：每行一个术语；wide：每行一个概念")),
      .value(
        "style", kind: .oneOf(TBXStyle.self),
        Phrase("Of TBX 2019; else dct", "TBX 2019 的样式；默认 dct")),
      .value(
        "edition", kind: .choice(["2019", "2008"]),
        Phrase(
          "Of TBX; 2008 for OmegaT and Weblate; else 2019",
          "TBX 版本；OmegaT、Weblate 用 2008；默认 2019")),
      .value("output", letter: "o", kind: .file, Phrase("Else standard output", "默认写到标准输出")),
      .repeated(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase(
          "Only this glossary (may be repeated, as the next four)",
          "只导出该术语表（可重复，下四项同）")),
      .repeated(
        "kind", kind: .oneOf(ConceptKind.self), placeholder: Phrase("KIND", "类别"),
        Phrase("Only this kind: " + ConceptKind.words, "只导出这一类：" + ConceptKind.words)),
      .repeated("subject", kind: .text, Phrase("Only this subject field", "只导出这一学科领域")),
      .repeated(
        "status", kind: .oneOf(AdministrativeStatus.self), placeholder: Phrase("STATUS", "状态"),
        Phrase(
          "Only terms of this status: " + AdministrativeStatus.words,
          "只导出该状态的术语：" + AdministrativeStatus.words)),
      .repeated(
        "process", kind: .oneOf(ProcessStatus.self), placeholder: Phrase("PROCESS", "进度"),
        Phrase(
          "Only entries that are \(ProcessStatus.words); else proposed and approved ones",
          "只导出该进度的词条：\(ProcessStatus.words)；默认为 proposed 和 approved")),
      .flag(
        "for-excel",
        Phrase(
          "Begin with a byte-order mark and keep cells from running as formulas",
          "写入字节顺序标记，并防止单元格被当作公式执行")),
    ] + Option.ofReaders)

  init(_ parsed: Parsed) throws(UsageError) {
    output = parsed.text("output").flatMap { $0 == "-" ? nil : $0 }
    glossaries = parsed.texts("glossary")
    kinds = parsed.choices("kind")
    subjects = parsed.texts("subject")
    statuses = parsed.choices("status")
    processes = parsed.choices("process")
    common = CommonOptions(parsed)
    form = try Self.form(parsed, output: output)
    // The report of the export would stand in the middle of the export.
    if common.json, output == nil { throw .needs(option: "--json", oneOf: ["--output"]) }
  }

  private static func form(_ parsed: Parsed, output: String?) throws(UsageError) -> Form {
    let style: TBXStyle? = parsed.choice("style")
    let edition = parsed.text("edition")
    let isForExcel = parsed.flag("for-excel")
    let isTBXName = output?.lowercased().hasSuffix(".tbx") ?? false
    let asksForTBX = style != nil || edition != nil
    let format = parsed.text("format") ?? (isTBXName || asksForTBX ? "tbx" : "csv")
    guard format == "tbx" else {
      if style != nil { throw .excludes(option: "--style", other: "--format \(format)") }
      if edition != nil { throw .excludes(option: "--edition", other: "--format \(format)") }
      return format == "wide" ? .wide(isForExcel: isForExcel) : .csv(isForExcel: isForExcel)
    }
    if isForExcel { throw .excludes(option: "--for-excel", other: "--format tbx") }
    guard edition == "2008" else { return .tbx(style ?? .dct) }
    if style == .dct { throw .excludes(option: "--style dct", other: "--edition 2008") }
    return .martif
  }
}

extension ExportOptions {
  /// What the workbench is asked for.
  fileprivate func request(on date: PartialDate) -> ExportRequest {
    let form: ExportRequest.Form =
      switch form {
      case .csv(let isForExcel): .csv(isForExcel ? .spreadsheet : .plain)
      case .wide(let isForExcel): .wide(isForExcel ? .spreadsheet : .plain)
      case .tbx(let style): .tbx(.iso2019, style == .dca ? .dca : .dct)
      case .martif: .tbx(.iso2008, .dca)
      }
    return ExportRequest(
      form, glossaries: Set(glossaries), kinds: Set(kinds), subjects: Set(subjects),
      statuses: Set(statuses), processes: Set(processes), date: date)
  }
}

extension Verb {
  static let export = Verb(ExportOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .reading)
    guard let today = PartialDate(Date.now.formatted(.iso8601.year().month().day())) else {
      preconditionFailure("The clock gives a date that the calendar does not have.")
    }
    let request = options.request(on: today)
    let answer = try ReplacedFile.writing(options.output) { file in
      if let file { return try bench.export(request, to: file) }
      return try invocation.output.sinking { sink in try bench.export(request, to: sink) }
    }
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      invocation.report(answer, to: options.output)
    }
    return .done
  }
}

extension Invocation {
  /// Says on standard error what was written and what was left out.
  fileprivate func report(_ answer: ExportAnswer, to path: String?) {
    if let path {
      let (concepts, terms) = (grouped(answer.concepts), grouped(answer.terms))
      diagnostics.say(
        Phrase(
          "\(path): \(concepts) concepts, \(terms) terms.", "\(path)：\(concepts) 个概念，\(terms) 个术语。")(
            in: language), prefix: "")
    }
    for loss in answer.losses {
      diagnostics.say(
        Phrase(
          "left out: \(loss.count) \(loss.what.english) (\(loss.why.english))",
          "略去：\(loss.count) \(loss.what.chinese)（\(loss.why.chinese)）")(
            in: language), prefix: "")
    }
  }
}
