import CSQLite
public import TextAnalysis

/// What SQLite could not do, apart from the words in which it is told.
public enum SQLiteError: Error, Hashable, Sendable {
  /// Somebody else is writing, and did not finish within the time that one waits.
  case busy
  /// The disk is full.
  case full
  /// The file or its folder may not be written.
  case readOnly
  /// The file is damaged or cut short.
  case corrupt
  /// The file is of another kind.
  case notADatabase
  /// A rule of the schema forbids it; SQLite's words.
  case constraint(String)
  /// The file cannot be opened; SQLite's words.
  case cannotOpen(String)
  /// Reading or writing failed; SQLite's words.
  case inputOutput(String)
  /// Anything else: SQLite's extended code and words.
  case other(code: Int, String)

  /// Sorts a result code of SQLite.
  ///
  /// - Parameters:
  ///   - code: The extended result code.
  ///   - text: SQLite's words for it.
  init(code: CInt, text: String) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_CONSTRAINT: self = .constraint(text)
    case SQLITE_CANTOPEN: self = .cannotOpen(text)
    case SQLITE_IOERR: self = .inputOutput(text)
    default: self = .other(code: Int(code), text)
    }
  }
}

extension SQLiteError: Worded {
  /// What was found, what is required, what to do; the place is put in front by ``StoreError``.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .busy:
      Phrase(
        "another program is writing to it (waited 5 s). Try again when it has finished.",
        "另一个程序正在写入（已等待 5 秒）。请待其结束后重试。")
    case .full:
      Phrase(
        "the disk is full; nothing was changed. Make room and try again.",
        "磁盘已满；未作任何更改。请腾出空间后重试。")
    case .readOnly:
      Phrase(
        "the file or its folder may not be written; a store that is changed must be. "
          + "Check the permissions or name another store.",
        "文件或其所在文件夹不可写入；要修改的库须可写入。请检查权限，或另指定库。")
    case .corrupt:
      Phrase(
        "the file is damaged or cut short. Put a backup in its place, or import your files "
          + "into a new store.",
        "文件已损坏或不完整。请用备份替换，或将文件导入新库。")
    case .notADatabase:
      Phrase(
        "this is not a database; a store of Zhengming is required. Check the name.",
        "这不是数据库；须为 Zhengming 的库。请核对名称。")
    case .constraint(let text):
      Phrase(
        "a rule of the store's own forbids the change (\(text)); nothing was changed.",
        "库自身的规则不允许这项更改（\(text)）；未作任何更改。")
    case .cannotOpen(let text):
      Phrase(
        "the file cannot be opened (\(text)). Check the name and the permissions.",
        "文件无法打开（\(text)）。请核对名称和权限。")
    case .inputOutput(let text):
      Phrase("reading or writing failed (\(text)). Check the disk.", "读写失败（\(text)）。请检查磁盘。")
    case .other(let code, let text):
      Phrase("SQLite reports \(text) (code \(code)).", "SQLite 报告：\(text)（代码 \(code)）。")
    }
  }
}
