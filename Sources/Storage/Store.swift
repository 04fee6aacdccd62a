public import Foundation
import Synchronization
import Terminology

/// One file of concepts, with their history: opened, read in snapshots, written in transactions.
///
/// Many may read while one writes, in this process and others. What a reader sees does not move
/// while it reads. Values go in and out; nothing of SQLite does.
///
///     let store = try Store.open(path: "terms.sqlite", mode: .readWriteCreating)
///     try store.write(by: "wang", verb: "add") { transaction in
///       try transaction.add(entry, glossary: "agencies")
///     }
///     let concept = try store.read { snapshot in try snapshot.concept(id: "agency.samr") }
public final class Store: Sendable {
  /// What a store is opened for.
  public enum Mode: Sendable {
    /// Reading and writing; the file and its folder are made where they are missing.
    case readWriteCreating
    /// Reading and writing a file that exists.
    case readWrite
    /// Reading a file that exists, also where nothing can be written.
    case readOnly
  }

  /// The file, as its user named it.
  public let path: String
  /// A random name that the store was given when it was made and keeps.
  public let id: String
  /// What it was opened for.
  public let mode: Mode
  private let readingForm: Connection.Form
  private let readers = Mutex<[Connection]>([])
  private let writer: Connection?
  private let writing = NSLock()

  private init(
    path: String, id: String, mode: Mode, readingForm: Connection.Form, writer: Connection?
  ) {
    self.path = path
    self.id = id
    self.mode = mode
    self.readingForm = readingForm
    self.writer = writer
  }

  /// Opens a store, makes it, or leads an older one to the present layout.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mode: What for.
  ///   - owner: Whose files are trusted.
  /// - Returns: The store, ready.
  /// - Throws: ``StoreError``, with a sentence for each thing that may stand in the way.
  public static func open(
    path: String, mode: Mode, owner: OwnerPolicy = .oneself
  ) throws(StoreError) -> Store {
    try open(path: path, mode: mode, owner: owner, schema: .current)
  }

  /// Opens a store with a layout of one's own, for tests of what happens to other layouts.
  static func open(
    path: String, mode: Mode, owner: OwnerPolicy, schema: StoreSchema,
    keyVersion: Int = TermKeyFormat.version
  ) throws(StoreError) -> Store {
    let location = StoreLocation(path: path)
    if mode == .readWriteCreating { try location.makeFolder() }
    try location.check(owner: owner)
    guard mode == .readWriteCreating || location.exists else { throw .missing(path) }
    guard mode == .readOnly else {
      guard location.isWritable else { throw .database(path, .readOnly) }
      let writer = try Connection.open(path, as: mode == .readWrite ? .writing : .creating)
      let id = try prepare(writer, schema: schema, mode: mode, keyVersion: keyVersion)
      return Store(path: path, id: id, mode: mode, readingForm: .writing, writer: writer)
    }
    let form: Connection.Form =
      location.isWritable || location.hasLog ? .reading : .immutable
    let reader = try Connection.open(path, as: form)
    switch try schema.inspect(reader) {
    case .empty: throw .missing(path)
    case .ours(let version):
      guard version == schema.version else {
        throw .olderVersion(path, found: version, known: schema.version)
      }
    }
    let store = Store(
      path: path, id: try storeID(in: reader), mode: mode, readingForm: form, writer: nil)
    store.readers.withLock { $0.append(reader) }
    return store
  }

  /// Makes a writer's file ready: a new one, an older one, one with keys of an older folding.
  private static func prepare(
    _ connection: Connection, schema: StoreSchema, mode: Mode, keyVersion: Int
  ) throws(StoreError) -> String {
    var finding = try schema.inspect(connection)
    if finding == .empty, mode == .readWrite { throw .missing(connection.path) }
    try switchToLog(connection)
    try connection.execute("PRAGMA synchronous=FULL; PRAGMA temp_store=FILE")
    if case .ours(let version) = finding, version < schema.version {
      try backUp(connection, version: version)
    }
    if finding != .ours(version: schema.version) {
      try connection.execute("BEGIN IMMEDIATE")
      defer { connection.rollBack() }
      finding = try schema.inspect(connection)
      switch finding {
      case .empty:
        try schema.create(
          in: connection, storeID: randomName(), keyVersion: keyVersion)
      case .ours(let version):
        if version < schema.version { try schema.migrate(connection, from: version) }
      }
      try connection.execute("COMMIT")
    }
    let keys = try connection.text("SELECT value FROM meta WHERE key='keyVersion'")
    if keys != String(keyVersion) {
      try ConceptWriter.rekey(connection, keyVersion: keyVersion)
    }
    return try storeID(in: connection)
  }

  /// Turns the write-ahead log on. Others who make the same file at this moment have it locked,
  /// and SQLite does not wait for them here by itself.
  private static func switchToLog(_ connection: Connection) throws(StoreError) {
    guard try connection.text("PRAGMA journal_mode") != "wal" else { return }
    let deadline = Date(timeIntervalSinceNow: 5)
    while true {
      do throws(StoreError) {
        guard try connection.text("PRAGMA journal_mode=WAL") != "wal" else { return }
        throw StoreError.database(connection.path, .readOnly)
      } catch {
        guard case .database(_, .busy) = error, Date() < deadline else { throw error }
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  private static func storeID(in connection: Connection) throws(StoreError) -> String {
    guard let id = try connection.text("SELECT value FROM meta WHERE key='storeID'") else {
      throw .otherProgram(connection.path)
    }
    return id
  }

  private static func randomName() -> String {
    let text = String(UInt128.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 32 - text.count) + text
  }
}

extension Store {
  /// Reads in one snapshot: what is read belongs together, whatever others write meanwhile.
  ///
  /// - Parameter body: Reads; the snapshot ends with it.
  /// - Returns: What `body` returns.
  /// - Throws: ``StoreError``, and what `body` throws.
  public func read<Result>(_ body: (borrowing Snapshot) throws -> Result) throws -> Result {
    let connection = try readers.withLock { $0.popLast() } ?? openReader()
    try connection.execute("BEGIN")
    defer {
      connection.rollBack()
      readers.withLock { $0.append(connection) }
    }
    return try body(Snapshot(connection))
  }

  private func openReader() throws(StoreError) -> Connection {
    let connection = try Connection.open(path, as: readingForm)
    // A match reads a hundred units from anywhere in the file.
    try connection.execute("PRAGMA query_only=ON; PRAGMA cache_size=-16000")
    return connection
  }

  /// Writes in one transaction: all that `body` does is there afterwards, or none of it.
  ///
  /// What changes nothing leaves no trace; the rest is one change of the store's history.
  ///
  /// - Parameters:
  ///   - who: Who does it.
  ///   - verb: What is done, in a word: `add`, `edit`, `approve`.
  ///   - summary: What is done, in a line.
  ///   - date: When it is done.
  ///   - body: Writes.
  /// - Returns: What `body` returns.
  /// - Throws: ``StoreError``, among them `busy` where somebody else has been writing for five
  ///   seconds, and what `body` throws; nothing is then written.
  @discardableResult
  public func write<Result>(
    by who: String, verb: String, summary: String = "", at date: Date = Date(),
    _ body: (borrowing Transaction) throws -> Result
  ) throws -> Result {
    try exclusively { connection in
      let change = ChangeRecorder(
        connection, who: who, verb: verb, summary: summary, date: date)
      let result = try body(Transaction(connection, change: change))
      if try change.finish() { try connection.execute("COMMIT") }
      return result
    }
  }

  /// Runs a body with the writing connection in an immediate transaction, which ends without its
  /// changes unless the body commits it.
  func exclusively<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    guard let writer else { throw StoreError.database(path, .readOnly) }
    return try taking(writer, body)
  }

  /// The same with another connection than the store's own.
  func taking<Result>(
    _ connection: Connection, _ body: (Connection) throws -> Result
  ) throws -> Result {
    guard writing.lock(before: Date(timeIntervalSinceNow: 5)) else {
      throw StoreError.database(path, .busy)
    }
    defer { writing.unlock() }
    try connection.execute("BEGIN IMMEDIATE")
    defer { connection.rollBack() }
    return try body(connection)
  }

  /// Opens a further connection that writes.
  func openWriter() throws(StoreError) -> Connection {
    guard writer != nil else { throw .database(path, .readOnly) }
    let connection = try Connection.open(path, as: .writing)
    try connection.execute("PRAGMA synchronous=FULL; PRAGMA temp_store=FILE")
    return connection
  }
}
