public import TextAnalysis

/// Why a text cannot be checked.
public enum CheckFault: Error, Sendable, Hashable {
  /// There is no such rule; perhaps another was meant.
  case noRule(String, nearest: String?)
  /// The name says one format and the content is another.
  case notAsNamed(file: String, format: String)
  /// The file is a document and not a text with its translation.
  case oneDocument(file: String)
  /// The file holds concepts, not segments.
  case concepts(file: String)
  /// XLIFF is not read yet.
  case xliff(file: String)
  /// The markup is of no format that holds translations.
  case otherMarkup(file: String, root: String)
  /// A document has no text.
  case noText(file: String)
  /// Two documents cannot be paired.
  case unpaired(source: DocumentSize, target: DocumentSize, drift: Drift?)
  /// Both documents are in one language.
  case sameLanguage(source: String, target: String, LanguageTag)

  /// How much there is in a document.
  public struct DocumentSize: Sendable, Hashable {
    /// The document.
    public var file: String
    /// How many lines with text it has.
    public var lines: Int
    /// How many paragraphs, headings, items and cells.
    public var blocks: Int
  }

  /// Where two documents seem to part, as lines.
  public struct Drift: Sendable, Hashable {
    /// The line of the source.
    public var source: Int
    /// The line of the target.
    public var target: Int
  }
}

extension CheckFault: Worded {
  /// The place, what was found there, what is required, and what to do.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .noRule(let name, let nearest):
      Phrase("There is no rule '\(name)'.", "没有规则“\(name)”。")
        + (nearest.map { Phrase(" Did you mean '\($0)'?", "是否指“\($0)”？") }
          ?? Phrase(
            " zhengming check --list-rules lists them.",
            "请用“zhengming check --list-rules”列出规则。"))
    case .notAsNamed(let file, let format):
      Phrase(
        "\(file): the name says \(format) and the content is none; a file must be what it is "
          + "called. Export it again, or rename it.",
        "\(file)：文件名表示 \(format)，内容却不是；名实须相符。请重新导出或改名。")
    case .oneDocument(let file):
      Phrase(
        "\(file): this is a document, not a text with its translation; TMX or a table of two "
          + "languages is required. Say --source and --target for two documents, or --monolingual.",
        "\(file)：这是单个文档，不是原文与译文；须为 TMX 或双语表格。"
          + "两个文档请用 --source 和 --target，单语文档请用 --monolingual。")
    case .concepts(let file):
      Phrase(
        "\(file): the file holds concepts; a check reads segments. Import it, and run "
          + "'zhengming validate'.",
        "\(file)：文件内容是概念；检查须用语段。请导入后运行“zhengming validate”。")
    case .xliff(let file):
      Phrase(
        "\(file): XLIFF is not read yet; TMX or a table of two languages is required. "
          + "Export one of these.",
        "\(file)：尚不能读取 XLIFF；须为 TMX 或双语表格。请导出为其中一种。")
    case .otherMarkup(let file, let root):
      Phrase(
        "\(file): <\(root)> is of no format that holds translations; TMX or a table of two "
          + "languages is required.",
        "\(file)：<\(root)> 不属于存放译文的格式；须为 TMX 或双语表格。")
    case .noText(let file):
      Phrase(
        "\(file): there is no text in it; a line at least is required.",
        "\(file)：没有文字；至少须有一行。")
    case .unpaired(let source, let target, let drift):
      Phrase(
        "\(source.phrase.english), \(target.phrase.english); one number of either must be the "
          + "same in both. \(drift.map { $0.english(source, target) } ?? "")Mend one of them, or "
          + "check a TMX or a table.",
        "\(source.phrase.chinese)，\(target.phrase.chinese)；行数或段数须有一项相同。"
          + "\(drift.map { $0.chinese(source, target) } ?? "")请改正其一，或改用 TMX 或表格。")
    case .sameLanguage(let source, let target, let language):
      Phrase(
        "\(source) and \(target) are both in \(language); one has to be English and one Chinese. "
          + "Say which with --from and --to.",
        "\(source) 和 \(target) 都是 \(language)；须一为英文、一为中文。请用 --from 和 --to 指明。")
    }
  }
}

extension CheckFault.DocumentSize {
  fileprivate var phrase: Phrase {
    Phrase(
      "\(file) has \(lines) \(lines == 1 ? "line" : "lines") in \(blocks) "
        + (blocks == 1 ? "paragraph" : "paragraphs"),
      "\(file) 有 \(lines) 行、\(blocks) 段")
  }
}

extension CheckFault.Drift {
  fileprivate func english(
    _ first: CheckFault.DocumentSize, _ second: CheckFault.DocumentSize
  ) -> String {
    "They first drift apart about \(first.file):\(source) and \(second.file):\(target). "
  }

  fileprivate func chinese(
    _ first: CheckFault.DocumentSize, _ second: CheckFault.DocumentSize
  ) -> String {
    "两者大约自 \(first.file):\(source) 和 \(second.file):\(target) 起对不上。"
  }
}
