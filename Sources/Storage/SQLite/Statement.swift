import CSQLite

/// A value that a statement is given.
enum SQLValue {
  case integer(Int)
  case text(String)
  case blob([UInt8])
  case null

  init(_ number: Int?) { self = number.map(SQLValue.integer) ?? .null }
  init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
}

/// A prepared SQL statement: bound, stepped through, reset, used again.
///
/// Columns and parameters are counted as SQLite does: columns from 0, parameters from 1.
@safe
final class Statement {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  private let path: String

  private init(handle: OpaquePointer, database: OpaquePointer, path: String) {
    unsafe (self.handle, self.database, self.path) = (handle, database, path)
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Compiles the first statement of a text.
  static func prepare(
    _ sql: String, on database: OpaquePointer, path: String
  ) throws(StoreError) -> Statement {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      throw unsafe storeError(code: code, database: database, path: path)
    }
    return unsafe Statement(handle: handle, database: database, path: path)
  }

  /// Whether it has been stepped and not yet reset.
  var isBusy: Bool { unsafe sqlite3_stmt_busy(handle) != 0 }
}

/// Gathers SQLite's words for the last thing that failed.
func storeError(code: CInt, database: OpaquePointer?, path: String) -> StoreError {
  let extended = unsafe database.map { unsafe sqlite3_extended_errcode($0) } ?? code
  let text = unsafe database.map { unsafe String(cString: sqlite3_errmsg($0)) }
  return .database(
    path, SQLiteError(code: extended & 0xFF == code & 0xFF ? extended : code, text: text ?? ""))
}

extension Statement {
  /// Binds a whole number.
  func bind(_ number: Int, at place: CInt) {
    unsafe sqlite3_bind_int64(handle, place, Int64(number))
  }

  /// Binds nothing.
  func bindNull(at place: CInt) { unsafe sqlite3_bind_null(handle, place) }

  /// Binds a text, which SQLite copies.
  func bind(_ text: String, at place: CInt) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        unsafe sqlite3_bind_text(handle, place, "", 0, nil)
        return
      }
      _ = unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
        unsafe sqlite3_bind_text64(
          handle, place, start, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// Binds a text by its bytes, which SQLite copies.
  func bind(utf8 bytes: ArraySlice<UInt8>, at place: CInt) {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else {
        unsafe sqlite3_bind_text(handle, place, "", 0, nil)
        return
      }
      unsafe sqlite3_bind_text64(
        handle, place, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), copied,
        UInt8(SQLITE_UTF8))
    }
  }

  /// Binds bytes, which SQLite copies.
  func bind(_ bytes: [UInt8], at place: CInt) {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else {
        unsafe sqlite3_bind_zeroblob(handle, place, 0)
        return
      }
      unsafe sqlite3_bind_blob64(handle, place, start, UInt64(bytes.count), copied)
    }
  }

  /// Binds any value.
  func bind(_ value: SQLValue, at place: CInt) {
    switch value {
    case .integer(let number): bind(number, at: place)
    case .text(let text): bind(text, at: place)
    case .blob(let bytes): bind(bytes, at: place)
    case .null: bindNull(at: place)
    }
  }

  /// Binds all parameters in order.
  func bind(_ values: [SQLValue]) {
    for (place, value) in values.enumerated() { bind(value, at: CInt(place + 1)) }
  }

  private var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

extension Statement {
  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one.
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = unsafe storeError(code: code, database: database, path: path)
      reset()
      throw error
    }
  }

  /// Makes it ready for the next use, its parameters kept.
  func reset() { unsafe sqlite3_reset(handle) }

  /// Runs it to its end and makes it ready again.
  func run() throws(StoreError) {
    while try step() {}
    reset()
  }

  /// Binds, runs to the end and makes it ready again.
  func run(_ values: SQLValue...) throws(StoreError) {
    bind(values)
    try run()
  }

  /// Whether a column of the current row is empty.
  func isNull(_ column: CInt) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A column as a whole number; 0 where it is empty.
  func integer(_ column: CInt) -> Int { Int(unsafe sqlite3_column_int64(handle, column)) }

  /// A column as a whole number, or nothing where it is empty.
  func optionalInteger(_ column: CInt) -> Int? { isNull(column) ? nil : integer(column) }

  /// A column as text; empty where the column is.
  func text(_ column: CInt) -> String {
    unsafe withBytes(column) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// A column as text, or nothing where it is empty.
  func optionalText(_ column: CInt) -> String? { isNull(column) ? nil : text(column) }

  /// A column as bytes.
  func bytes(_ column: CInt) -> [UInt8] { unsafe withBytes(column) { unsafe Array($0) } }

  /// Lends a text column's bytes until the next step.
  func withSpan<Result>(_ column: CInt, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try unsafe withBytes(column) { try unsafe body($0.span) }
  }

  private func withBytes<Result>(
    _ column: CInt, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return try unsafe body(
      UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }
}
