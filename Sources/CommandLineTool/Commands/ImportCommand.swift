import Interchange
import Storage
import TextAnalysis
import TranslationMemory
import Workbench

/// The options of `import`.
struct ImportOptions: CommandOptions, Hashable {
  /// Files and folders; `-` is standard input.
  var paths: [String]
  var glossary: String?
  var memory: String?
  /// What units are that do not say so.
  var state: UnitState
  /// Where the columns of a sheet stand, from 1, by the names that the wide form gives them.
  var columns: [String: Int]?
  /// The languages of a sheet's columns `source` and `target`.
  var from: LanguageTag?
  var to: LanguageTag?
  var encoding: TextEncoding?
  var isDryRun: Bool
  var keepsGoing: Bool
  var conflictPolicy: ConflictPolicy
  /// Where both sides of every conflict are written to be decided.
  var conflictsFile: String?
  var proposes: Bool
  /// Whether what the file no longer has is retired.
  var prunes: Bool
  /// Whether the person has agreed beforehand.
  var isAgreed: Bool
  var common: CommonOptions

  static let command = Command(
    name: "import",
    summary: Phrase("Take entries and translations in from files", "从文件导入词条与译文"),
    discussion: Phrase(
      "Reads the native CSV, sheets of one row a concept, TBX, TMX and tables of two languages, told "
        + "apart by their content; of a folder, the files that it can read. A file is taken in whole or not at all, and "
        + "nobody's later work in the store is overwritten.",
      "可读本工具的 CSV、每行一个概念的表格、TBX、TMX 以及双语对照表，按内容识别；给出文件夹时读取其中可读的文件。"
        + "每个文件要么全部导入，要么不导入；库中后来的修改不会被覆盖。"),
    examples: ["zhengming import Glossaries --dry-run", "zhengming import Glossaries"],
    options: [
      .value(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("The glossary to put them in; else the file's name", "放入哪个术语表；默认取文件名")),
      .value(
        "memory", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase(
          "The memory to put translations in; else the file's name",
          "译文放入哪个记忆库；默认取文件名")),
      .value(
        "state", kind: .oneOf(UnitState.self), placeholder: Phrase("STATE", "状态"),
        Phrase(
          "How far translations can be trusted that do not say so: \(UnitState.words)",
          "未注明状态的译文的可信程度：\(UnitState.words)")),
      .value(
        "columns", kind: .text, placeholder: Phrase("NAME=N,…", "列名=列号,…"),
        Phrase(
          "Where a sheet's columns stand, such as en=1,zh=2,note=4",
          "表格各列的位置，例如 en=1,zh=2,note=4")),
      .value(
        "from", kind: .language,
        Phrase("The language of a table's column 'source'", "表格中 source 列的语言")),
      .value(
        "to", kind: .language,
        Phrase("The language of a table's column 'target'", "表格中 target 列的语言")),
      .value(
        "encoding", kind: .oneOf(TextEncoding.self), placeholder: Phrase("NAME", "编码"),
        Phrase(
          "The encoding of a table: " + TextEncoding.words, "表格的编码：" + TextEncoding.words)),
      .flag("dry-run", Phrase("Say what would change, and change nothing", "只报告会有什么变化，不作修改")),
      .flag("keep-going", Phrase("Leave out and report the records that are wrong", "跳过并报告有误的记录")),
      .value(
        "on-conflict", kind: .oneOf(ConflictPolicy.self), placeholder: Phrase("WHAT", "处理办法"),
        Phrase(
          "What to do where the store was edited since: \(ConflictPolicy.words)",
          "库中已另有修改时如何处理：\(ConflictPolicy.words)")),
      .value(
        "conflicts", kind: .file,
        Phrase(
          "Write both sides of conflicts to a file, to be decided and imported",
          "将冲突双方写入文件，待选定后再导入")),
      .flag("propose", Phrase("Take new entries in as proposed", "新词条作为待定词条导入")),
      .flag(
        "prune",
        Phrase(
          "Retire entries, or forget translations, that the file no longer has",
          "停用文件中已没有的词条，或删除其中已没有的译文")),
      .flag(
        "yes",
        Phrase("Agree that this befalls more than one in twenty", "同意如此处理超过二十分之一的条目")),
    ] + Option.ofWriters,
    arguments: [
      Argument(
        Phrase("FILE|FOLDER", "文件或文件夹"), kind: .fileOrFolder, count: .oneOrMore,
        Phrase("What to read ('-': standard input)", "要读取的文件（“-”为标准输入）"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    paths = parsed.arguments
    glossary = parsed.text("glossary")
    memory = parsed.text("memory")
    state = parsed.choice("state") ?? .reviewed
    columns = try parsed.text("columns").map(Self.columns)
    from = parsed.language("from")
    to = parsed.language("to")
    encoding = parsed.choice("encoding")
    isDryRun = parsed.flag("dry-run")
    keepsGoing = parsed.flag("keep-going")
    conflictPolicy = parsed.choice("on-conflict") ?? .report
    conflictsFile = parsed.text("conflicts")
    proposes = parsed.flag("propose")
    prunes = parsed.flag("prune")
    isAgreed = parsed.flag("yes")
    common = CommonOptions(parsed)
    if glossary != nil, memory != nil {
      throw .excludes(option: "--glossary", other: Phrase("--memory"))
    }
    let isNamed = glossary != nil || memory != nil
    if prunes, !isNamed { throw .needs(option: "--prune", oneOf: ["--glossary", "--memory"]) }
    if isAgreed, !prunes { throw .needs(option: "--yes", oneOf: ["--prune"]) }
    if !isNamed, paths.contains("-") {
      throw .needs(option: "-", oneOf: ["--glossary", "--memory"])
    }
  }
}

extension ImportOptions {
  /// Reads `en=1,zh=2`.
  private static func columns(_ text: String) throws(UsageError) -> [String: Int] {
    var columns: [String: Int] = [:]
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]), number > 0,
        columns[String(parts[0])] == nil
      else { throw .notAColumnNumber(place: "--columns", found: String(word)) }
      columns[String(parts[0])] = number
    }
    return columns
  }

  /// What the workbench is asked for.
  func request(by who: String) -> ImportRequest {
    ImportRequest(
      paths: paths, glossary: glossary, memory: memory, state: state,
      options: Storage.ImportOptions(
        dryRun: isDryRun, keepGoing: keepsGoing, onConflict: conflictPolicy, propose: proposes,
        prune: prunes, pruneConfirmed: isAgreed),
      encoding: encoding, columns: columns, from: from, to: to, who: who)
  }
}

extension Verb {
  static let `import` = Verb(ImportOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .importing)
    let request = options.request(by: invocation.author(options.common))
    let report = ImportReport(isDryRun: options.isDryRun, invocation: invocation)
    let answer = try invocation.withProgress(Phrase("Importing", "正在导入")) { bar in
      try ReplacedFile.writing(options.conflictsFile) { sink in
        try bench.importFiles(
          request, conflicts: sink,
          progress: { bar.update(done: $0, of: nil) },
          taken: { file in
            bar.finish()
            if !options.common.json { try report.print(file) }
          })
      }
    }
    if options.common.json {
      try invocation.output.json(answer)
    } else {
      try report.printEnd(of: answer, conflictsFile: options.conflictsFile)
    }
    return answer.needsSomebody ? .answerIsNo : .done
  }
}
