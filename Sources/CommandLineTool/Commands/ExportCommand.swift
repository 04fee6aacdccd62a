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
    /// TMX 1.4b, of translations.
    case tmx
    /// A table of translations, in two languages.
    case tsv
    case pairs(isForExcel: Bool)
  }

  /// How TBX of 2019 writes data categories: as elements or as attributes.
  enum TBXStyle: String, Sendable, CaseIterable {
    case dct
    case dca
  }

  var form: Form
  /// Where it is written; nothing is standard output.
  var output: String?
  var memories: [String]
  /// The languages of translations.
  var from: LanguageTag?
  var to: LanguageTag?
  var glossaries: [String]
  var kinds: [ConceptKind]
  var subjects: [String]
  var statuses: [AdministrativeStatus]
  var processes: [ProcessStatus]
  var common: CommonOptions

  static let command = Command(
    name: "export",
    summary: Phrase("Write entries or translations to a file", "将词条或译文导出到文件"),
    discussion: Phrase(
      "Entries are written unless a memory is named or the form is one of translations. The native "
        + "CSV holds everything of entries, TMX everything of translations; what another form cannot "
        + "hold is counted on standard error. Without --format the name of the file decides: .tbx is "
        + "TBX, .tmx and .tsv are translations, all else CSV; of a named memory, TMX.",
      "除非指明记忆库或所选格式只用于译文，否则导出词条。本工具的 CSV 不丢失词条的任何内容，TMX 不丢失译文的"
        + "任何内容；其他格式容纳不下的内容在标准错误输出中计数。未给 --format 时按文件名判定：.tbx 为 TBX，"
        + ".tmx 和 .tsv 为译文，其余为 CSV；指明记忆库时为 TMX。"),
    examples: [
      "zhengming export --kind agency -o agencies.tbx",
      "zhengming export --format wide --for-excel",
      "zhengming export --memory standards -o standards.tmx",
    ],
    options: [
      .value(
        "format", kind: .choice(["csv", "wide", "tbx", "tmx", "tsv"]),
        Phrase(
          "csv: one row a term, or of a memory one row a translation; wide: one row a concept; tmx, "
            + "tsv: translations",
          "csv：每行一个术语，或记忆库的一条译文；wide：每行一个概念；tmx、tsv：译文")),
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
        "memory", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("The translations of this memory (may be repeated)", "导出该记忆库的译文（可重复）")),
      .value(
        "from", kind: .language, Phrase("Only translations from it", "只导出由该语言译出的译文")),
      .value("to", kind: .language, Phrase("Only translations into it", "只导出译入该语言的译文")),
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
    memories = parsed.texts("memory")
    from = parsed.language("from")
    to = parsed.language("to")
    glossaries = parsed.texts("glossary")
    kinds = parsed.choices("kind")
    subjects = parsed.texts("subject")
    statuses = parsed.choices("status")
    processes = parsed.choices("process")
    common = CommonOptions(parsed)
    if let ofUnits = try Self.unitForm(parsed, output: output) {
      form = ofUnits
    } else {
      form = try Self.form(parsed, output: output)
    }
    // The report of the export would stand in the middle of the export.
    if common.json, output == nil { throw .needs(option: "--json", oneOf: ["--output"]) }
  }

  /// The form of an export of translations; nothing where entries are to be exported.
  private static func unitForm(_ parsed: Parsed, output: String?) throws(UsageError) -> Form? {
    let ending = output.flatMap { name in
      ["tmx", "tsv"].first { name.lowercased().hasSuffix("." + $0) }
    }
    let format = parsed.text("format")
    let namesMemory = parsed.text("memory") != nil
    guard namesMemory || ["tmx", "tsv"].contains(format ?? ending) else {
      for option in ["from", "to"] where parsed.language(option) != nil {
        throw .needs(option: "--" + option, oneOf: ["--memory", "--format tmx", "--format tsv"])
      }
      return nil
    }
    let isCSVName = output?.lowercased().hasSuffix(".csv") ?? false
    let chosen = format ?? ending ?? (isCSVName ? "csv" : "tmx")
    let reason = namesMemory ? "--memory" : "--format \(chosen)"
    if chosen == "wide" || chosen == "tbx" {
      throw .excludes(option: "--format \(chosen)", other: Phrase("--memory"))
    }
    for option in ofEntries where !parsed.texts(option).isEmpty {
      throw .excludes(option: "--" + option, other: Phrase(reason))
    }
    let isForExcel = parsed.flag("for-excel")
    if isForExcel, chosen != "csv" {
      throw .excludes(option: "--for-excel", other: Phrase("--format \(chosen)"))
    }
    return chosen == "csv" ? .pairs(isForExcel: isForExcel) : chosen == "tsv" ? .tsv : .tmx
  }

  /// The options that mean nothing of translations.
  private static let ofEntries = [
    "style", "edition", "glossary", "kind", "subject", "status", "process",
  ]

  private static func form(_ parsed: Parsed, output: String?) throws(UsageError) -> Form {
    let style: TBXStyle? = parsed.choice("style")
    let edition = parsed.text("edition")
    let isForExcel = parsed.flag("for-excel")
    let isTBXName = output?.lowercased().hasSuffix(".tbx") ?? false
    let asksForTBX = style != nil || edition != nil
    let format = parsed.text("format") ?? (isTBXName || asksForTBX ? "tbx" : "csv")
    guard format == "tbx" else {
      if style != nil { throw .excludes(option: "--style", other: Phrase("--format \(format)")) }
      if edition != nil {
        throw .excludes(option: "--edition", other: Phrase("--format \(format)"))
      }
      return format == "wide" ? .wide(isForExcel: isForExcel) : .csv(isForExcel: isForExcel)
    }
    if isForExcel { throw .excludes(option: "--for-excel", other: Phrase("--format tbx")) }
    guard edition == "2008" else { return .tbx(style ?? .dct) }
    if style == .dct { throw .excludes(option: "--style dct", other: Phrase("--edition 2008")) }
    return .martif
  }
}

extension ExportOptions {
  /// What the workbench is asked for.
  fileprivate func request(on date: PartialDate) -> Request {
    switch form {
    case .csv(let isForExcel): entries(.csv(isForExcel ? .spreadsheet : .plain), date)
    case .wide(let isForExcel): entries(.wide(isForExcel ? .spreadsheet : .plain), date)
    case .tbx(let style): entries(.tbx(.iso2019, style == .dca ? .dca : .dct), date)
    case .martif: entries(.tbx(.iso2008, .dca), date)
    case .tmx: translations(.tmx)
    case .tsv: translations(.table(.tsv))
    case .pairs(let isForExcel):
      translations(.table(.csv(isForExcel ? .spreadsheet : .plain)))
    }
  }

  fileprivate enum Request {
    case entries(ExportRequest)
    case translations(UnitExportRequest)
  }

  private func entries(_ form: ExportRequest.Form, _ date: PartialDate) -> Request {
    .entries(
      ExportRequest(
        form, glossaries: Set(glossaries), kinds: Set(kinds), subjects: Set(subjects),
        statuses: Set(statuses), processes: Set(processes), date: date))
  }

  private func translations(_ form: UnitExportRequest.Form) -> Request {
    .translations(UnitExportRequest(form, memories: Set(memories), from: from, to: to))
  }
}

extension Verb {
  static let export = Verb(ExportOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .reading)
    guard let today = PartialDate(Date.now.formatted(.iso8601.year().month().day())) else {
      preconditionFailure("The clock gives a date that the calendar does not have.")
    }
    switch options.request(on: today) {
    case .entries(let request):
      let answer = try invocation.writing(options) { try bench.export(request, to: $0) }
      let (concepts, terms) = (grouped(answer.concepts), grouped(answer.terms))
      try invocation.report(
        answer, answer.losses, options,
        counts: Phrase(
          "\(concepts) concepts, \(terms) terms", "\(concepts) 个概念，\(terms) 个术语"))
    case .translations(let request):
      let answer = try invocation.writing(options) { try bench.export(request, to: $0) }
      let units = grouped(answer.units)
      try invocation.report(
        answer, answer.losses, options,
        counts: Phrase("\(units) translation units", "\(units) 个翻译单元"))
    }
    return .done
  }
}

extension Invocation {
  fileprivate func writing<Answer>(
    _ options: ExportOptions, _ work: (ByteSink) throws -> Answer
  ) throws -> Answer {
    try ReplacedFile.writing(options.output) { file in
      if let file { return try work(file) }
      return try output.sinking(work)
    }
  }

  /// Says on standard error what was written and what was left out.
  fileprivate func report(
    _ answer: some Encodable, _ losses: [LossReport.Loss], _ options: ExportOptions, counts: Phrase
  ) throws {
    if options.common.json { return try output.json(answer) }
    if let path = options.output {
      diagnostics.say(
        Phrase("\(path): \(counts.english).", "\(path)：\(counts.chinese)。")(in: language),
        prefix: "")
    }
    for loss in losses {
      diagnostics.say(
        Phrase(
          "left out: \(loss.counted.english) (\(loss.why.english))",
          "略去：\(loss.counted.chinese)（\(loss.why.chinese)）")(
            in: language), prefix: "")
    }
  }
}
