/// The tables of a store and how older ones become these.
struct StoreSchema: Sendable {
  /// What `user_version` says.
  var version: Int
  /// The statements that make the tables; each stands in the file as it is written here.
  var statements: [String]
  /// Of each older version, the statements that lead to the next.
  var steps: [Int: [String]]

  /// What `application_id` says: `ZhMg`.
  static let applicationID = 0x5A68_4D67

  /// The layout of this program.
  static let current = StoreSchema(
    version: 2, statements: conceptTables + unitTables, steps: [1: unitTables])

  private static let conceptTables = [
    // Facts about the store itself: storeID, keyVersion.
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",

    // A named set of concepts.
    "CREATE TABLE glossary(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",

    // Who did what and when, one row a transaction that changed something. The digest chains: it
    // covers the one before and everything that this change wrote.
    """
    CREATE TABLE change(
      id INTEGER PRIMARY KEY, who TEXT NOT NULL, at INTEGER NOT NULL, verb TEXT NOT NULL,
      summary TEXT NOT NULL, digest TEXT NOT NULL) STRICT
    """,

    // The concepts as they are now. `entry` is what EntryCodec writes; process, kind and subject
    // repeat what it says, so that a listing need not open it. first_rev is the rev with which
    // the concept came.
    """
    CREATE TABLE concept(
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      glossary INTEGER NOT NULL REFERENCES glossary(id),
      rev INTEGER NOT NULL, first_rev INTEGER NOT NULL,
      process INTEGER NOT NULL, kind INTEGER NOT NULL, subject TEXT,
      created_change INTEGER NOT NULL REFERENCES change(id),
      changed_change INTEGER NOT NULL REFERENCES change(id),
      entry BLOB NOT NULL) STRICT
    """,
    "CREATE INDEX concept_of_glossary ON concept(glossary)",

    // What look-ups find terms by. Made of the entries, so that nothing refers to it and it
    // refers to nothing; meta's keyVersion says by which rules.
    """
    CREATE TABLE term_key(
      key TEXT NOT NULL, kind INTEGER NOT NULL, concept INTEGER NOT NULL, term INTEGER NOT NULL,
      rank INTEGER NOT NULL, PRIMARY KEY(key, kind, concept, term)) STRICT, WITHOUT ROWID
    """,

    // Which concepts name which others, as relations or issuers, by identifier. Made of the
    // entries; the other concept may be missing.
    """
    CREATE TABLE tie(
      target TEXT NOT NULL, concept INTEGER NOT NULL,
      PRIMARY KEY(target, concept)) STRICT, WITHOUT ROWID
    """,

    // Of each concept the versions that were replaced, and by which change; the current one is in
    // `concept`.
    """
    CREATE TABLE version(
      concept INTEGER NOT NULL REFERENCES concept(row), rev INTEGER NOT NULL,
      change INTEGER NOT NULL REFERENCES change(id), entry BLOB NOT NULL,
      PRIMARY KEY(concept, rev)) STRICT, WITHOUT ROWID
    """,

    // The files that the store was fed, as they were when they were last taken in.
    """
    CREATE TABLE feed(
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
      size INTEGER NOT NULL, glossary INTEGER NOT NULL REFERENCES glossary(id),
      change INTEGER NOT NULL) STRICT
    """,

    // What each file last said of each concept: the concept's version `rev`, or, where it never
    // was any version, `entry`. A merge compares with it.
    """
    CREATE TABLE taken(
      concept INTEGER NOT NULL REFERENCES concept(row),
      feed INTEGER NOT NULL REFERENCES feed(id), rev INTEGER NOT NULL, entry BLOB,
      PRIMARY KEY(concept, feed)) STRICT, WITHOUT ROWID
    """,
  ]

  /// What layout 2 added.
  private static let unitTables = [
    // A named set of units.
    "CREATE TABLE memory(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",

    // The units as they are now. `row` is never given to another one. `rest` is what
    // UnitCodec.encodeRest writes: all that has no column. first_rev is the rev with which the
    // unit came, taken_rev the one at which a file last agreed with it, if any ever did: a rev
    // above it is somebody's work.
    """
    CREATE TABLE unit(
      row INTEGER PRIMARY KEY, memory INTEGER NOT NULL REFERENCES memory(id),
      rev INTEGER NOT NULL, first_rev INTEGER NOT NULL, taken_rev INTEGER,
      created_change INTEGER NOT NULL REFERENCES change(id),
      changed_change INTEGER NOT NULL REFERENCES change(id),
      state INTEGER NOT NULL, source_language TEXT NOT NULL, target_language TEXT NOT NULL,
      source TEXT NOT NULL, target TEXT NOT NULL, rest BLOB NOT NULL, id TEXT) STRICT
    """,
    "CREATE INDEX unit_of_memory ON unit(memory)",
    "CREATE UNIQUE INDEX unit_of_id ON unit(memory, id) WHERE id IS NOT NULL",
    "CREATE INDEX unit_of_change ON unit(changed_change)",
    "CREATE INDEX unit_changed_since ON unit(created_change) WHERE rev<>first_rev",

    // What units are found by when a file brings them again: UnitContent. Made of the units, so
    // that nothing refers to it and it refers to nothing; a table and no index, so that an import
    // can write it in its order.
    """
    CREATE TABLE unit_key(
      memory INTEGER NOT NULL, pair INTEGER NOT NULL, context INTEGER NOT NULL,
      unit INTEGER NOT NULL, PRIMARY KEY(memory, pair, context, unit)) STRICT, WITHOUT ROWID
    """,

    // The units that were forgotten, with what is needed to know them again; what they said is
    // the last of their versions.
    """
    CREATE TABLE forgotten_unit(
      row INTEGER PRIMARY KEY, memory INTEGER NOT NULL REFERENCES memory(id),
      rev INTEGER NOT NULL, first_rev INTEGER NOT NULL, taken_rev INTEGER,
      created_change INTEGER NOT NULL REFERENCES change(id),
      changed_change INTEGER NOT NULL REFERENCES change(id),
      pair INTEGER NOT NULL, context INTEGER NOT NULL, id TEXT) STRICT
    """,
    "CREATE INDEX forgotten_unit_of_key ON forgotten_unit(memory, pair, context)",
    "CREATE INDEX forgotten_unit_of_id ON forgotten_unit(memory, id) WHERE id IS NOT NULL",
    "CREATE INDEX forgotten_unit_of_change ON forgotten_unit(changed_change)",
    "CREATE INDEX forgotten_unit_made ON forgotten_unit(created_change)",

    // Of each unit the versions that were replaced, and by which change; no entry where it was
    // forgotten and came back. The current one is in `unit`.
    """
    CREATE TABLE unit_version(
      unit INTEGER NOT NULL, rev INTEGER NOT NULL,
      change INTEGER NOT NULL REFERENCES change(id), entry BLOB,
      PRIMARY KEY(unit, rev)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX unit_version_of_change ON unit_version(change)",

    // The files of units that the store was fed, as they were when they were last taken in.
    """
    CREATE TABLE memory_feed(
      path TEXT PRIMARY KEY, digest TEXT NOT NULL, size INTEGER NOT NULL,
      memory INTEGER NOT NULL REFERENCES memory(id), change INTEGER NOT NULL)
      STRICT, WITHOUT ROWID
    """,
  ]
}

extension StoreSchema {
  /// What is found where a store should be.
  enum Finding: Equatable {
    /// Nothing yet.
    case empty
    /// A store of this program.
    case ours(version: Int)
  }

  /// Looks at a file's header and tables.
  ///
  /// - Throws: ``StoreError/otherProgram(_:)`` and ``StoreError/newerVersion(_:found:known:)``.
  func inspect(_ connection: Connection) throws(StoreError) -> Finding {
    // All of it in one snapshot: somebody may be making the store at this moment.
    let isWithin = connection.isInTransaction
    if !isWithin { try connection.execute("BEGIN") }
    defer { if !isWithin { connection.rollBack() } }
    let application = try connection.integer("PRAGMA application_id") ?? 0
    let found = try connection.integer("PRAGMA user_version") ?? 0
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    if application == 0, found == 0, tables == 0 { return .empty }
    guard application == Self.applicationID else { throw .otherProgram(connection.path) }
    guard found <= version else {
      throw .newerVersion(connection.path, found: found, known: version)
    }
    if found == version, try !Self.isExactly(statements, in: connection) {
      throw .otherProgram(connection.path)
    }
    return .ours(version: found)
  }

  /// Whether the tables are these, and nothing else is there: no trigger, no view.
  private static func isExactly(
    _ statements: [String], in connection: Connection
  ) throws(StoreError) -> Bool {
    var expected = Set(statements)
    let rows = try connection.statement(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    defer { rows.reset() }
    while try rows.step() {
      guard expected.remove(rows.text(0)) != nil else { return false }
    }
    return expected.isEmpty
  }

  /// Makes the tables in an empty file, within the transaction that is open.
  func create(in connection: Connection, storeID: String, keyVersion: Int) throws(StoreError) {
    for statement in statements { try connection.execute(statement) }
    try connection.run(
      "INSERT INTO meta(key, value) VALUES ('storeID', ?), ('keyVersion', ?)",
      .text(storeID), .text(String(keyVersion)))
    try stamp(connection)
  }

  /// Leads an older store here, within the transaction that is open.
  func migrate(_ connection: Connection, from found: Int) throws(StoreError) {
    for step in found..<version {
      for statement in steps[step] ?? [] { try connection.execute(statement) }
    }
    try stamp(connection)
    guard try Self.isExactly(statements, in: connection) else {
      throw .otherProgram(connection.path)
    }
  }

  private func stamp(_ connection: Connection) throws(StoreError) {
    try connection.execute(
      "PRAGMA application_id=\(Self.applicationID); PRAGMA user_version=\(version)")
  }
}
