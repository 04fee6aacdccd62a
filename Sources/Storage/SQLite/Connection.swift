import CSQLite

/// One connection to a database file, with the statements that it has prepared.
///
/// Sendable, unchecked, because the compiler cannot see what holds: SQLite lets a connection cross
/// threads as long as one of them uses it at a time, and ``Store`` lends it only under a lock, as
/// its one writer or to one of its readers.
@safe
final class Connection: @unchecked Sendable {
  /// How a file is opened.
  enum Form {
    /// Read and written, made if missing.
    case creating
    /// Read and written.
    case writing
    /// Read, beside others who may write.
    case reading
    /// Read, in a place where nobody can write.
    case immutable
  }

  /// The file, as its user named it.
  let path: String
  private let database: OpaquePointer
  private var statements: [String: Statement] = [:]

  private init(path: String, database: OpaquePointer) {
    unsafe (self.path, self.database) = (path, database)
  }

  deinit {
    statements.removeAll()
    unsafe sqlite3_close_v2(database)
  }

  /// Opens a file; whether it is a database shows at the first use.
  static func open(_ path: String, as form: Form) throws(StoreError) -> Connection {
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var name = path
    switch form {
    case .creating: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .writing: flags |= SQLITE_OPEN_READWRITE
    case .reading: flags |= SQLITE_OPEN_READONLY
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:\(uriPath(path))?immutable=1"
    }
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(name, &handle, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      let error = unsafe storeError(code: code, database: handle, path: path)
      unsafe sqlite3_close_v2(handle)
      throw error
    }
    let connection = unsafe Connection(path: path, database: handle)
    unsafe sqlite3_busy_timeout(handle, 5_000)
    unsafe zm_sqlite3_defensive(handle)
    try connection.execute(
      "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON")
    return connection
  }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(StoreError) {
    let code = unsafe sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw unsafe storeError(code: code, database: database, path: path)
    }
  }

  /// The prepared form of a statement: kept for the next time, unless the kept one is in use.
  func statement(_ sql: String) throws(StoreError) -> Statement {
    if let kept = statements[sql], !kept.isBusy { return kept }
    let made = try unsafe Statement.prepare(sql, on: database, path: path)
    if statements[sql] == nil { statements[sql] = made }
    return made
  }

  /// Runs a statement with these parameters.
  func run(_ sql: String, _ values: SQLValue...) throws(StoreError) {
    let statement = try statement(sql)
    statement.bind(values)
    try statement.run()
  }

  /// The first column of the first row as a whole number, or nothing where there is none.
  func integer(_ sql: String, _ values: SQLValue...) throws(StoreError) -> Int? {
    let statement = try statement(sql)
    defer { statement.reset() }
    statement.bind(values)
    return try statement.step() ? statement.optionalInteger(0) : nil
  }

  /// The first column of the first row as text, or nothing where there is none.
  func text(_ sql: String, _ values: SQLValue...) throws(StoreError) -> String? {
    let statement = try statement(sql)
    defer { statement.reset() }
    statement.bind(values)
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// How many rows the last statement changed.
  var changedRowCount: Int { Int(unsafe sqlite3_changes64(database)) }

  /// The row that was inserted last.
  var lastInsertedRow: Int { Int(unsafe sqlite3_last_insert_rowid(database)) }

  /// Whether a number that was counted up may be counted further; in a sound store it may.
  func isCountable(_ number: Int) -> Bool { (0..<1 << 53).contains(number) }

  /// Whether a transaction is open.
  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(database) == 0 }

  /// Ends the transaction that is open, if one is, without its changes.
  func rollBack() {
    if isInTransaction { try? execute("ROLLBACK") }
  }

  private static func uriPath(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return text
  }
}
