public import TextAnalysis

/// What no reader or writer may swallow: where it stands, and what is wrong there.
public enum InterchangeError: Error, Hashable, Sendable {
  /// The file cannot be read or written at all.
  case file(String, FileProblem)
  /// A table (CSV, TSV) breaks its rules at this place.
  case table(SourceLocation, TableProblem)
  /// Markup (TBX, TMX) breaks its rules at this place.
  case markup(SourceLocation, MarkupProblem)
}

extension InterchangeError: Worded {
  /// The place, what was found there, what is required, and what to do, in one sentence.
  public func message(in language: MessageLanguage) -> String {
    let (place, problem): (String, any Worded) =
      switch self {
      case .file(let name, let problem): (name, problem)
      case .table(let place, let problem): (place.description, problem)
      case .markup(let place, let problem): (place.description, problem)
      }
    return place + Phrase(": ", "：")(in: language) + problem.message(in: language)
  }
}

/// Why a file as a whole cannot be read or written.
public enum FileProblem: Hashable, Sendable {
  /// There is no file of that name.
  case missing
  /// The name is a folder's.
  case isFolder
  /// The system refuses, in its own words.
  case refused(String)
  /// There is nothing in it.
  case empty
  /// It has more bytes than are read at once.
  case tooLong(limit: Int)
  /// Its bytes are no text in the encoding that it was read in.
  case notText(TextEncoding)
}

extension FileProblem: Worded {
  /// What was found, what is required, and what to do; the place is put in front by
  /// ``InterchangeError``.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .missing: Phrase("there is no such file. Check the name.", "没有这个文件。请核对名称。")
    case .isFolder: Phrase("this is a folder; a file is required.", "这是文件夹；须给出文件。")
    case .refused(let reason): Phrase("the system refuses: \(reason).", "系统拒绝：\(reason)。")
    case .empty:
      Phrase("the file is empty; at least a header is required.", "文件为空；至少须有表头。")
    case .tooLong(let limit):
      Phrase(
        "the file has more than \(limit) bytes; that is the most that is read. Divide it.",
        "文件超过 \(limit) 字节；这是可读取的上限。请拆分文件。")
    case .notText(let encoding):
      Phrase(
        "the file is not text in \(encoding.rawValue). Convert it to UTF-8.",
        "文件不是 \(encoding.rawValue) 编码的文本。请转换为 UTF-8。")
    }
  }
}
