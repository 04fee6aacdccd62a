/// What an import does with a record that somebody changed in the store meanwhile.
enum ConflictAnswer: String, Sendable, CaseIterable {
  case report
  case propose
  case takeFile = "take-file"
  case keepStore = "keep-store"
}

/// The options of `import`.
struct ImportOptions: CommandOptions, Hashable {
  /// Files and folders; `-` is standard input.
  var paths: [String]
  var glossary: String?
  /// The file's columns in order, by the names that the wide form gives them; an empty name passes
  /// over a column.
  var columns: [String]?
  var encoding: String?
  var isDryRun: Bool
  var keepsGoing: Bool
  var conflictAnswer: ConflictAnswer
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
    summary: Phrase("Take entries in from files", "从文件导入词条"),
    discussion: Phrase(
      "Reads the native CSV, sheets of one row a concept, and TBX, told apart by their content; of "
        + "a folder, the files that it can read. A file is taken in whole or not at all, and "
        + "nobody's later work in the store is overwritten.",
      "可读本工具的 CSV、每行一个概念的表格以及 TBX，按内容识别；给出文件夹时读取其中可读的文件。"
        + "每个文件要么全部导入，要么不导入；库中后来的修改不会被覆盖。"),
    examples: ["zhengming import Glossaries --dry-run", "zhengming import Glossaries"],
    options: [
      .value(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("The glossary to put them in; else the file's name", "放入哪个术语表；默认取文件名")),
      .value(
        "columns", kind: .text, placeholder: Phrase("NAMES", "列名"),
        Phrase(
          "What a sheet's columns hold, in order, such as en,zh,,note",
          "表格各列依次是什么，例如 en,zh,,note")),
      .value(
        "encoding", kind: .text, placeholder: Phrase("NAME", "编码"),
        Phrase("The encoding of text files, such as gb18030", "文本文件的编码，例如 gb18030")),
      .flag("dry-run", Phrase("Say what would change, and change nothing", "只报告会有什么变化，不作修改")),
      .flag("keep-going", Phrase("Leave out and report the records that are wrong", "跳过并报告有误的记录")),
      .value(
        "on-conflict", kind: .oneOf(ConflictAnswer.self), placeholder: Phrase("WHAT", "处理办法"),
        Phrase(
          "What to do where the store was edited since: \(ConflictAnswer.words)",
          "库中已另有修改时如何处理：\(ConflictAnswer.words)")),
      .value(
        "conflicts", kind: .file,
        Phrase(
          "Write both sides of conflicts to a file, to be decided and imported",
          "将冲突双方写入文件，待选定后再导入")),
      .flag("propose", Phrase("Take new entries in as proposed", "新词条作为待定词条导入")),
      .flag(
        "prune", Phrase("Retire what the file no longer has", "停用文件中已没有的词条")),
      .flag(
        "yes", Phrase("Agree to retire more than one in twenty", "同意停用超过二十分之一的词条")),
    ] + Option.ofWriters,
    arguments: [
      Argument(
        Phrase("FILE|FOLDER", "文件或文件夹"), kind: .fileOrFolder, count: .oneOrMore,
        Phrase("What to read ('-': standard input)", "要读取的文件（“-”为标准输入）"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    paths = parsed.arguments
    glossary = parsed.text("glossary")
    columns = parsed.text("columns").map { names in
      names.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    encoding = parsed.text("encoding")
    isDryRun = parsed.flag("dry-run")
    keepsGoing = parsed.flag("keep-going")
    conflictAnswer = parsed.choice("on-conflict") ?? .report
    conflictsFile = parsed.text("conflicts")
    proposes = parsed.flag("propose")
    prunes = parsed.flag("prune")
    isAgreed = parsed.flag("yes")
    common = CommonOptions(parsed)
    if prunes, glossary == nil { throw .needs(option: "--prune", oneOf: ["--glossary"]) }
    if isAgreed, !prunes { throw .needs(option: "--yes", oneOf: ["--prune"]) }
    if glossary == nil, paths.contains("-") {
      throw .needs(option: "-", oneOf: ["--glossary"])
    }
  }
}
