public import TextAnalysis

extension MarkupProblem: Worded {
  /// What was found, what is required, and what to do; the place is put in front by
  /// ``InterchangeError``.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .malformed(let words):
      Phrase(
        """
        the XML parser says '\(words.shortened(to: 160))'; markup must be well-formed XML 1.0. \
        Correct it there, or have the file exported anew.
        """,
        """
        XML 解析器报告“\(words.shortened(to: 160))”；标记文件须为格式良好的 XML 1.0。\
        请在该处改正，或请对方重新导出。
        """)
    case .cutShort(let open):
      Phrase(
        """
        the file ends \(open.map { "within <\($0.shortened())>" } ?? "before its first element"); \
        every element must end. The file was cut short: fetch it, or have it exported, anew.
        """,
        """
        文件在\(open.map { " <\($0.shortened())> 之内" } ?? "第一个元素之前")结束；\
        每个元素都须结束。文件被截断了：请重新取得，或请对方重新导出。
        """)
    case .undefinedEntity(let name):
      Phrase(
        """
        '&\(name.shortened());' has no meaning here; only amp, lt, gt, quot, apos and numbers are \
        read, for what a document defines itself may hide text. Write the character itself.
        """,
        """
        “&\(name.shortened());”在此没有意义；只读取 amp、lt、gt、quot、apos 和数字形式，\
        因为文件自行定义的实体可能隐藏文字。请直接写出该字符。
        """)
    case .unknownEncoding(let name):
      Phrase(
        """
        the file says that its encoding is '\(name.shortened())'; one that the system knows is \
        required, best UTF-8. Convert the file, or correct its first line.
        """,
        """
        文件声明其编码为“\(name.shortened())”；须为系统认识的编码，最好是 UTF-8。\
        请转换文件，或改正其首行。
        """)
    case .nulCharacter:
      Phrase(
        "there is a zero byte; XML 1.0 allows none. The file is damaged or is no XML.",
        "有零字节；XML 1.0 不允许。文件已损坏，或不是 XML。")
    case .tooDeep(let limit):
      Phrase(
        "elements stand more than \(limit) deep in each other; no such file does. Is it TBX or TMX?",
        "元素嵌套超过 \(limit) 层；这类文件不会如此。这是 TBX 或 TMX 文件吗？")
    case .prologTooLong(let limit):
      Phrase(
        """
        more than \(limit) bytes stand before the first element; that is the most that is read. Is \
        it TBX or TMX?
        """,
        "第一个元素之前有超过 \(limit) 字节；最多只读这么多。这是 TBX 或 TMX 文件吗？")
    case .textTooLong(let limit):
      Phrase(
        "a text is longer than \(limit) bytes; that is the most that is read. Shorten it.",
        "有一段文字超过 \(limit) 字节；最多只读这么多。请缩短。")
    case .elementTooLong(let name, let limit):
      Phrase(
        """
        this <\(name.shortened())> holds more than \(limit) bytes; that is the most that is read. \
        Divide it.
        """,
        "这个 <\(name.shortened())> 超过 \(limit) 字节；最多只读这么多。请拆分。")
    case .notTBX(let root):
      Phrase(
        """
        the outermost element is <\(root.shortened())>; TBX begins with <tbx> (ISO 30042:2019) or \
        <martif> (ISO 30042:2008). Is it another format?
        """,
        """
        最外层的元素是 <\(root.shortened())>；TBX 以 <tbx>（ISO 30042:2019）或 \
        <martif>（ISO 30042:2008）开头。是否为其他格式？
        """)
    case .languageMissing(let element):
      Phrase(
        "<\(element)> has no 'xml:lang'; ISO 30042 requires one. Add it.",
        "<\(element)> 没有“xml:lang”；ISO 30042 要求注明。请补上。")
    case .languageUnknown(let tag):
      Phrase(
        """
        '\(tag.shortened())' is not a language tag; BCP 47 requires one such as 'en' or 'zh-Hans'. \
        Correct it.
        """,
        """
        “\(tag.shortened())”不是语言标签；BCP 47 要求写作“en”“zh-Hans”等。请改正。
        """)
    case .valueUnknown(let category, let value, let allowed):
      Phrase(
        """
        '\(value.shortened())' is not a value of \(category); TBX allows \
        \(allowed.joined(separator: ", ")). Use one of these.
        """,
        """
        “\(value.shortened())”不是 \(category) 的值；TBX 允许 \
        \(allowed.joined(separator: "、"))。请使用其中之一。
        """)
    case .identifierRepeated(let identifier, let firstLine):
      Phrase(
        """
        the identifier '\(identifier.shortened())' stands in line \(firstLine) already; ISO 30042 \
        requires each to be the only one of its name. Rename one of the two.
        """,
        """
        标识符“\(identifier.shortened())”已见于第 \(firstLine) 行；ISO 30042 要求标识符唯一。\
        请给其中之一改名。
        """)
    case .tmx(let problem): Phrase(problem)
    }
  }
}

extension String {
  /// The text on one line, cut where it is longer, as messages quote it.
  func shortened(to limit: Int = 40) -> String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= limit ? line : line.prefix(limit) + "…"
  }
}
