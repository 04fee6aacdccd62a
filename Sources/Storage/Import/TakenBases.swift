import Terminology

/// What files last said of concepts: what a merge compares with, so that it can tell what the file
/// has changed from what somebody edited in the store.
///
/// Each file has its own word on each concept. A file that has not spoken of a concept before is
/// compared with what was taken last from any other.
final class TakenBases {
  private let connection: Connection
  private let file: FedFile
  private var ownFeed: Int?

  /// What a merge compares with.
  struct Base {
    /// The entry as it was last taken; nothing where no file ever spoke of it.
    var entry: ConceptEntry?
    /// Whether it was taken from the file that is imported.
    var isOwn: Bool
  }

  init(_ connection: Connection, file: FedFile) throws(StoreError) {
    self.connection = connection
    self.file = file
    ownFeed = try connection.integer("SELECT id FROM feed WHERE path=?", .text(file.path))
  }

  /// The number of the file, made where it is missing.
  func feed(glossary: Int) throws(StoreError) -> Int {
    if let ownFeed { return ownFeed }
    try connection.run(
      "INSERT INTO feed(path, digest, size, glossary, change) VALUES (?, '', 0, ?, 0)",
      .text(file.path), .integer(glossary))
    ownFeed = connection.lastInsertedRow
    return connection.lastInsertedRow
  }

  /// Notes that the file was taken in, unless that is noted already.
  func recordFeed(glossary: Int, change: Int) throws(StoreError) {
    let feed = try feed(glossary: glossary)
    try connection.run(
      """
      UPDATE feed SET digest=?1, size=?2, glossary=?3, change=?4
      WHERE id=?5 AND (digest<>?1 OR size<>?2 OR glossary<>?3)
      """,
      .text(file.digest), .integer(file.byteCount), .integer(glossary), .integer(change),
      .integer(feed))
  }

  /// What a record of a concept is compared with.
  func base(
    of concept: Int, id: String, current: ConceptWriter.Row
  ) throws(StoreError) -> Base {
    if let ownFeed, let row = try taken("concept=? AND feed=?", concept, ownFeed) {
      return Base(entry: try entry(of: row, current: current), isOwn: true)
    }
    guard let row = try taken("concept=? AND feed<>? ORDER BY rev DESC LIMIT 1", concept, 0)
    else { return Base(entry: nil, isOwn: false) }
    return Base(entry: try entry(of: row, current: current), isOwn: false)
  }

  /// Notes what the file now says of a concept.
  func record(_ base: ConceptEntry, of row: ConceptWriter.Row) throws(StoreError) {
    if let ownFeed, let old = try taken("concept=? AND feed=?", row.row, ownFeed),
      try entry(of: old, current: row) == base
    {
      return
    }
    let bytes = EntryCodec.encode(base)
    try write(row.row, rev: row.rev, bytes: bytes == row.bytes ? nil : bytes, in: row.glossary)
  }

  /// Notes that the file says what the store has.
  func confirm(concept: Int, id: String, rev: Int, bytes: [UInt8]) throws(StoreError) {
    if let ownFeed, let old = try taken("concept=? AND feed=?", concept, ownFeed) {
      var oldBytes = old.bytes
      if oldBytes == nil { oldBytes = try versionBytes(concept, rev: old.rev) }
      if oldBytes ?? bytes == bytes { return }
    }
    let glossary = try connection.integer(
      "SELECT glossary FROM concept WHERE row=?", .integer(concept))
    try write(concept, rev: rev, bytes: nil, in: glossary ?? 0)
  }

  private func write(
    _ concept: Int, rev: Int, bytes: [UInt8]?, in glossary: Int
  ) throws(StoreError) {
    try connection.run(
      "INSERT OR REPLACE INTO taken(concept, feed, rev, entry) VALUES (?, ?, ?, ?)",
      .integer(concept), .integer(try feed(glossary: glossary)), .integer(rev),
      bytes.map(SQLValue.blob) ?? .null)
  }

  private struct Taken {
    var rev: Int
    var bytes: [UInt8]?
  }

  private func taken(_ condition: String, _ concept: Int, _ feed: Int) throws(StoreError) -> Taken?
  {
    let statement = try connection.statement("SELECT rev, entry FROM taken WHERE \(condition)")
    defer { statement.reset() }
    statement.bind(concept, at: 1)
    statement.bind(feed, at: 2)
    guard try statement.step() else { return nil }
    return Taken(
      rev: statement.integer(0), bytes: statement.isNull(1) ? nil : statement.bytes(1))
  }

  private func versionBytes(_ concept: Int, rev: Int) throws(StoreError) -> [UInt8]? {
    let statement = try connection.statement(
      "SELECT entry FROM version WHERE concept=? AND rev=?")
    defer { statement.reset() }
    statement.bind(concept, at: 1)
    statement.bind(rev, at: 2)
    return try statement.step() ? statement.bytes(0) : nil
  }

  private func entry(
    of taken: Taken, current: ConceptWriter.Row
  ) throws(StoreError) -> ConceptEntry {
    if let bytes = taken.bytes { return try connection.entry(of: bytes, id: current.id) }
    if taken.rev == current.rev { return current.entry }
    let bytes = try versionBytes(current.row, rev: taken.rev) ?? current.bytes
    return try connection.entry(of: bytes, id: current.id)
  }
}
