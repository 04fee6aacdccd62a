import CSQLite

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

extension SQLiteError {
  /// What was found, what is required, what to do; the place is put in front by ``StoreError``.
  var message: String {
    switch self {
    case .busy:
      "another program is writing to it (waited 5 s). Try again when it has finished."
    case .full:
      "the disk is full; nothing was changed. Make room and try again."
    case .readOnly:
      "the file or its folder may not be written; a store that is changed must be. "
        + "Check the permissions or name another store."
    case .corrupt:
      "the file is damaged or cut short. Put a backup in its place, or import your files "
        + "into a new store."
    case .notADatabase:
      "this is not a database; a store of Zhengming is required. Check the name."
    case .constraint(let text):
      "a rule of the store's own forbids the change (\(text)); nothing was changed."
    case .cannotOpen(let text):
      "the file cannot be opened (\(text)). Check the name and the permissions."
    case .inputOutput(let text):
      "reading or writing failed (\(text)). Check the disk."
    case .other(let code, let text):
      "SQLite reports \(text) (code \(code))."
    }
  }
}
