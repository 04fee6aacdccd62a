import Terminology

/// The one place where concepts are written: entry, keys, ties, the version replaced, the digest.
struct ConceptWriter {
  let connection: Connection
  let change: ChangeRecorder

  /// A concept's row as it is read before it is written.
  struct Row {
    var row: Int
    var id: String
    var glossary: Int
    var rev: Int
    var bytes: [UInt8]
    var entry: ConceptEntry
  }

  /// The number of a glossary, made where it is missing.
  func glossary(named name: String) throws(StoreError) -> Int {
    if let id = try connection.integer("SELECT id FROM glossary WHERE name=?", .text(name)) {
      return id
    }
    try connection.run("INSERT INTO glossary(name) VALUES (?)", .text(name))
    return connection.lastInsertedRow
  }

  /// Reads a concept's row, if there is one.
  func row(id: String) throws(StoreError) -> Row? {
    let statement = try connection.statement(
      "SELECT row, id, glossary, rev, entry FROM concept WHERE id=?")
    defer { statement.reset() }
    statement.bind(id, at: 1)
    return try statement.step() ? row(of: statement) : nil
  }

  /// Reads a concept's row by its number, if there is one.
  func row(_ number: Int) throws(StoreError) -> Row? {
    let statement = try connection.statement(
      "SELECT row, id, glossary, rev, entry FROM concept WHERE row=?")
    defer { statement.reset() }
    statement.bind(number, at: 1)
    return try statement.step() ? row(of: statement) : nil
  }

  private func row(of statement: Statement) throws(StoreError) -> Row {
    let (id, bytes) = (statement.text(1), statement.bytes(4))
    return Row(
      row: statement.integer(0), id: id, glossary: statement.integer(2),
      rev: statement.integer(3), bytes: bytes,
      entry: try connection.entry(of: bytes, id: id))
  }

  /// Adds a concept.
  ///
  /// - Returns: Its row.
  @discardableResult
  func add(_ entry: ConceptEntry, glossary: Int, rev: Int = 1) throws(StoreError) -> Int {
    guard ConceptIdentifier.isUsable(entry.id) else { throw .unusableIdentifier(entry.id, nil) }
    guard try connection.integer("SELECT row FROM concept WHERE id=?", .text(entry.id)) == nil
    else { throw .conceptExists(entry.id) }
    let bytes = EntryCodec.encode(entry)
    let number = SQLValue.integer(try change.number())
    try connection.run(
      """
      INSERT INTO concept(id, glossary, rev, first_rev, process, kind, subject, created_change,
        changed_change, entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .text(entry.id), .integer(glossary), .integer(rev), .integer(rev),
      .integer(Codes.code(of: entry.process, in: Codes.processes)),
      .integer(Codes.code(of: entry.kind, in: Codes.kinds)), SQLValue(entry.subjectField),
      number, number, .blob(bytes))
    let row = connection.lastInsertedRow
    try replaceDerived(of: row, from: nil, to: entry)
    change.add(id: entry.id, rev: rev, entry: bytes)
    return row
  }

  /// Writes a concept anew, if it differs.
  ///
  /// - Returns: Whether it did.
  @discardableResult
  func put(_ entry: ConceptEntry, over old: Row) throws(StoreError) -> Bool {
    let bytes = EntryCodec.encode(entry)
    guard bytes != old.bytes else { return false }
    let number = SQLValue.integer(try change.number())
    try connection.run(
      "INSERT INTO version(concept, rev, change, entry) VALUES (?, ?, ?, ?)",
      .integer(old.row), .integer(old.rev), number, .blob(old.bytes))
    try connection.run(
      """
      UPDATE concept SET rev=?, process=?, kind=?, subject=?, changed_change=?, entry=?
      WHERE row=?
      """,
      .integer(old.rev &+ 1), .integer(Codes.code(of: entry.process, in: Codes.processes)),
      .integer(Codes.code(of: entry.kind, in: Codes.kinds)), SQLValue(entry.subjectField),
      number, .blob(bytes), .integer(old.row))
    try replaceDerived(of: old.row, from: old.entry, to: entry)
    change.add(id: old.id, rev: old.rev &+ 1, entry: bytes)
    return true
  }

  /// Replaces what is derived from an entry: its keys and its ties.
  private func replaceDerived(
    of row: Int, from old: ConceptEntry?, to new: ConceptEntry
  ) throws(StoreError) {
    let (oldKeys, newKeys) = (old?.uniqueKeys ?? [], new.uniqueKeys)
    for key in oldKeys.subtracting(newKeys) {
      try connection.run(
        "DELETE FROM term_key WHERE key=? AND kind=? AND concept=? AND term=?",
        .text(key.text), .integer(key.kind.rawValue), .integer(row), .integer(key.term))
    }
    for key in newKeys.subtracting(oldKeys) {
      try connection.run(
        "INSERT OR REPLACE INTO term_key(key, kind, concept, term, rank) VALUES (?, ?, ?, ?, ?)",
        .text(key.text), .integer(key.kind.rawValue), .integer(row), .integer(key.term),
        .integer(key.rank))
    }
    let (oldTies, newTies) = (old?.tieTargets ?? [], new.tieTargets)
    for target in oldTies.subtracting(newTies) {
      try connection.run(
        "DELETE FROM tie WHERE target=? AND concept=?", .text(target), .integer(row))
    }
    for target in newTies.subtracting(oldTies) {
      try connection.run(
        "INSERT OR IGNORE INTO tie(target, concept) VALUES (?, ?)", .text(target), .integer(row))
    }
  }
}

extension ConceptWriter {
  /// Makes all keys anew, by the rules of this program, in a transaction of its own.
  static func rekey(_ connection: Connection, keyVersion: Int) throws(StoreError) {
    try connection.execute("BEGIN IMMEDIATE")
    defer { connection.rollBack() }
    try connection.execute(
      """
      DELETE FROM term_key;
      CREATE TEMP TABLE fresh_key(key TEXT, kind INT, concept INT, term INT, rank INT)
      """)
    let insertion = try connection.statement("INSERT INTO temp.fresh_key VALUES (?, ?, ?, ?, ?)")
    let rows = try connection.statement("SELECT row, id, entry FROM concept")
    defer { rows.reset() }
    while try rows.step() {
      let entry = try connection.entry(of: rows.bytes(2), id: rows.text(1))
      for key in entry.uniqueKeys {
        insertion.bind(key, row: rows.integer(0))
        try insertion.run()
      }
    }
    try connection.execute(
      """
      INSERT INTO term_key SELECT key, kind, concept, term, rank FROM temp.fresh_key
        ORDER BY 1, 2, 3, 4;
      DROP TABLE temp.fresh_key
      """)
    try connection.run(
      "UPDATE meta SET value=? WHERE key='keyVersion'", .text(String(keyVersion)))
    try connection.execute("COMMIT")
  }
}

extension Statement {
  /// Binds a key and the row that it leads to, in the order of the columns of `term_key`.
  func bind(_ key: TermKey, row: Int) {
    bind(key.text, at: 1)
    bind(key.kind.rawValue, at: 2)
    bind(row, at: 3)
    bind(key.term, at: 4)
    bind(key.rank, at: 5)
  }
}

extension ConceptEntry {
  /// The keys, each text once a kind and term, with its best rank.
  var uniqueKeys: Set<TermKey> {
    var best: [TermKey: Int] = [:]
    for key in termKeys {
      var place = key
      place.rank = 0
      best[place] = min(best[place] ?? key.rank, key.rank)
    }
    return Set(
      best.map { TermKey(text: $0.text, kind: $0.kind, term: $0.term, rank: $1) })
  }

  /// The identifiers of the concepts that this one names.
  var tieTargets: Set<String> { Set(relations.map(\.target)).union(issuers) }
}

extension Connection {
  /// Reads an entry, or says that it is damaged.
  func entry(of bytes: [UInt8], id: String) throws(StoreError) -> ConceptEntry {
    do {
      return try EntryCodec.decode(bytes, id: id)
    } catch {
      throw .damagedEntry(path, id: id, error)
    }
  }
}
