import TextAnalysis
import TranslationMemory

/// The first half of an import of units: records go from the file into temporary tables, encoded
/// and compared with the store, while nobody is kept from writing to it.
///
/// What the store has exactly so is only counted. The rest is staged with its *fate*: it is new,
/// or *open*, which is decided one by one when it is moved, or it repeats an earlier record.
final class UnitStaging {
  /// What is to become of a staged record.
  enum Fate: Int {
    case new = 0
    case open = 1
    case repeats = 2
  }

  let connection: Connection
  let file: FedFile
  let options: UnitImportOptions
  /// What is known already: what was refused, repeated and unchanged.
  private(set) var summary = UnitImportSummary()
  /// How many records are new.
  private(set) var newCount = 0
  /// How many records are open.
  private(set) var openCount = 0
  /// The digest of all new records.
  private(set) var digest = ContentDigest()
  /// The units of the store that the file has spoken of.
  let touched: TouchedUnits
  private var count = 0
  private var hasIdentifiers = false
  private let memory: Int
  private let matcher: UnitMatcher
  private let lastChange: Int?
  private let insertion: Statement

  /// Makes the temporary tables.
  init(
    _ connection: Connection, memory name: String, file: FedFile, options: UnitImportOptions,
    writer: UnitWriter
  ) throws(StoreError) {
    self.connection = connection
    self.file = file
    self.options = options
    try connection.execute(
      """
      PRAGMA cache_size=-32000;
      CREATE TEMP TABLE staged_unit(
        ordinal INTEGER PRIMARY KEY, fate INT NOT NULL, rev INT, pair INT NOT NULL,
        context INT NOT NULL, carries INT NOT NULL, line INT NOT NULL, col INT NOT NULL, file TEXT,
        id TEXT, state INT NOT NULL, source_language TEXT NOT NULL, target_language TEXT NOT NULL,
        source TEXT NOT NULL, target TEXT NOT NULL, rest BLOB NOT NULL);
      CREATE TEMP TABLE staged_unit_key(
        pair INT, context INT, ordinal INT, PRIMARY KEY(pair, context, ordinal)) WITHOUT ROWID;
      CREATE TEMP TABLE staged_unit_id(
        id TEXT, ordinal INT, PRIMARY KEY(id, ordinal)) WITHOUT ROWID;
      """)
    touched = try TouchedUnits(connection)
    try connection.execute("BEGIN")
    lastChange = try connection.integer("SELECT max(id) FROM change")
    memory = try connection.integer("SELECT id FROM memory WHERE name=?", .text(name)) ?? 0
    matcher = try UnitMatcher(writer, memory: memory)
    insertion = try connection.statement(
      "INSERT INTO temp.staged_unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Reads all records.
  ///
  /// - Parameter next: Gives the next record.
  /// - Throws: ``StoreError`` and, unless the import keeps going, what `next` throws.
  func stage(_ next: () throws -> IncomingUnit?) throws {
    try readRecords(keepsGoing: options.keepGoing, next: next, take: add) { failure in
      summary.refusedCount += 1
      if summary.refused.count < options.listLimit {
        summary.refused.append(RefusedRecord(location: nil, reason: failure))
      }
    }
    try connection.execute(
      """
      INSERT INTO temp.staged_unit_key SELECT pair, context, ordinal FROM temp.staged_unit
        WHERE fate=\(Fate.new.rawValue) ORDER BY pair, context, ordinal
      """)
    if hasIdentifiers {
      try connection.execute(
        """
        INSERT INTO temp.staged_unit_id SELECT id, ordinal FROM temp.staged_unit
          WHERE id IS NOT NULL ORDER BY id, ordinal
        """)
    }
    try UnitRepetitions(connection).find { isSame in
      if isSame { summary.unchanged += 1 } else { summary.repeated += 1 }
      newCount -= 1
    } leftOutIdentifier: {
      summary.identifiersLeftOut += 1
    }
    try connection.execute("COMMIT")
  }

  private func add(_ record: IncomingUnit) throws(StoreError) {
    var record = record
    if record.unit.id?.isEmpty == true { record.unit.id = nil }
    let unit = record.unit
    try UnitLimits.check(unit, at: record.location)
    let rest = UnitCodec.encodeRest(unit)
    try UnitLimits.check(rest: rest, at: record.location)
    let content = UnitContent(unit)
    var fate = Fate.new
    if !matcher.isEmpty {
      if let row = try match(unit, content) {
        if try isSaid(record, by: row) {
          try touch(row.row, by: unit, content)
          summary.unchanged += 1
          return
        }
        fate = .open
      }
    }
    count += 1
    switch fate {
    case .new:
      newCount += 1
      digest.add(unit.id ?? "")
      digest.add(content.pairKey)
      digest.add(content.contextKey)
      digest.add(Codes.code(of: unit.state, in: UnitCodec.states))
      digest.add(rest)
    case .open: openCount += 1
    case .repeats: break
    }
    if unit.id != nil { hasIdentifiers = true }
    bind(record, fate: fate, content: content, rest: rest)
    try insertion.run()
  }

  private func match(
    _ unit: TranslationUnit, _ content: UnitContent
  ) throws(StoreError) -> UnitWriter.Row? {
    if let id = unit.id, let row = try matcher.match(id: id) { return row }
    return try matcher.match(unit, content: content)
  }

  /// Whether the store has all that a record says, from a file: the usual case of a file that is
  /// taken in again.
  private func isSaid(_ record: IncomingUnit, by row: UnitWriter.Row) throws(StoreError) -> Bool {
    guard let stored = row.unit, row.takenRev == row.rev else { return false }
    let silence: IncomingUnit.Silence = record.rev == row.rev ? .clears : .leavesAlone
    guard
      UnitCodec.encode(record.laid(over: stored, silence: silence))
        == UnitCodec.encode(stored)
    else { return false }
    return try !touched.contains(row.row)
  }

  /// Notes that the file has spoken of a unit; without a context, of all that have its segments.
  private func touch(
    _ row: Int, by unit: TranslationUnit, _ content: UnitContent
  ) throws(StoreError) {
    try touched.insert(row)
    guard options.prune, content.context.isEmpty else { return }
    for other in try matcher.rows(ofPair: content) { try touched.insert(likewise: other) }
  }

  private func bind(
    _ record: IncomingUnit, fate: Fate, content: UnitContent, rest: [UInt8]
  ) {
    let (unit, location) = (record.unit, record.location)
    insertion.bind(count, at: 1)
    insertion.bind(fate.rawValue, at: 2)
    insertion.bind(SQLValue(record.rev), at: 3)
    insertion.bind(content.pairKey, at: 4)
    insertion.bind(content.contextKey, at: 5)
    insertion.bind(record.carries.rawValue, at: 6)
    insertion.bind(location.line, at: 7)
    insertion.bind(location.column, at: 8)
    insertion.bind(location.file == file.path ? .null : .text(location.file), at: 9)
    insertion.bind(SQLValue(unit.id), at: 10)
    insertion.bind(Codes.code(of: unit.state, in: UnitCodec.states), at: 11)
    insertion.bind(unit.source.language.name, at: 12)
    insertion.bind(unit.target.language.name, at: 13)
    insertion.bind(unit.source.segment.text, at: 14)
    insertion.bind(unit.target.segment.text, at: 15)
    insertion.bind(rest, at: 16)
  }

  /// Opens the new records that meet what others have written to the store since the staging
  /// began.
  func openNewlyKnown(memory: Int) throws(StoreError) {
    guard try connection.integer("SELECT max(id) FROM change") != lastChange else { return }
    try connection.run(
      """
      UPDATE temp.staged_unit SET fate=\(Fate.open.rawValue)
      WHERE fate=\(Fate.new.rawValue) AND (
        ordinal IN (SELECT ordinal FROM temp.staged_unit_key AS k WHERE
          EXISTS(SELECT 1 FROM unit_key WHERE memory=?1 AND pair=k.pair)
          OR EXISTS(SELECT 1 FROM forgotten_unit WHERE memory=?1 AND pair=k.pair))
        OR ordinal IN (SELECT ordinal FROM temp.staged_unit_id AS i WHERE
          EXISTS(SELECT 1 FROM unit WHERE memory=?1 AND id=i.id)
          OR EXISTS(SELECT 1 FROM forgotten_unit WHERE memory=?1 AND id=i.id)))
      """,
      .integer(memory))
    openCount += connection.changedRowCount
    newCount -= connection.changedRowCount
  }
}

/// The units that the file of an import has spoken of, in a temporary table.
final class TouchedUnits {
  private let connection: Connection

  init(_ connection: Connection) throws(StoreError) {
    self.connection = connection
    try connection.execute(
      "CREATE TEMP TABLE touched_unit(unit INTEGER PRIMARY KEY, isMeant INT NOT NULL)")
  }

  /// Notes the unit that a record is.
  func insert(_ row: Int) throws(StoreError) {
    try connection.run("INSERT OR REPLACE INTO temp.touched_unit VALUES (?, 1)", .integer(row))
  }

  /// Notes a unit that a record might be too, so that it is not pruned.
  func insert(likewise row: Int) throws(StoreError) {
    try connection.run("INSERT OR IGNORE INTO temp.touched_unit VALUES (?, 0)", .integer(row))
  }

  /// Whether a record was this unit.
  func contains(_ row: Int) throws(StoreError) -> Bool {
    try connection.integer(
      "SELECT isMeant FROM temp.touched_unit WHERE unit=?", .integer(row)) == 1
  }
}
