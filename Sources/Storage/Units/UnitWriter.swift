import TextAnalysis
import TranslationMemory

/// The one place where units are written: columns, keys, the version replaced, the digest.
final class UnitWriter {
  let connection: Connection
  let change: ChangeRecorder
  let snapshot: Snapshot

  init(connection: Connection, change: ChangeRecorder) {
    self.connection = connection
    self.change = change
    snapshot = Snapshot(connection)
  }

  /// A unit's row as it is read before it is written.
  struct Row {
    var row: Int
    var memory: Int
    var rev: Int
    var firstRev: Int
    /// The rev at which a file last agreed with it.
    var takenRev: Int?
    var createdChange: Int
    /// What it says; nothing where it was forgotten.
    var unit: TranslationUnit?
  }

  /// Whether a write is what a file says or somebody's work.
  enum Hand {
    case file, person
  }

  /// The number of a memory, made where it is missing.
  func memory(named name: String) throws(StoreError) -> Int {
    if let id = try connection.integer("SELECT id FROM memory WHERE name=?", .text(name)) {
      return id
    }
    try connection.run("INSERT INTO memory(name) VALUES (?)", .text(name))
    return connection.lastInsertedRow
  }

  /// Reads a unit's row, also of one that was forgotten.
  func row(_ number: Int) throws(StoreError) -> Row? {
    let unit = try connection.statement(
      """
      SELECT \(Snapshot.pairColumns), id, rev, first_rev, taken_rev, created_change FROM unit
      WHERE row=?
      """)
    defer { unit.reset() }
    unit.bind(number, at: 1)
    if try unit.step() {
      return Row(
        row: number, memory: unit.integer(1), rev: unit.integer(9), firstRev: unit.integer(10),
        takenRev: unit.optionalInteger(11), createdChange: unit.integer(12),
        unit: try snapshot.translationUnit(of: unit))
    }
    let forgotten = try connection.statement(
      """
      SELECT memory, rev, first_rev, taken_rev, created_change FROM forgotten_unit WHERE row=?
      """)
    defer { forgotten.reset() }
    forgotten.bind(number, at: 1)
    guard try forgotten.step() else { return nil }
    return Row(
      row: number, memory: forgotten.integer(0), rev: forgotten.integer(1),
      firstRev: forgotten.integer(2), takenRev: forgotten.optionalInteger(3),
      createdChange: forgotten.integer(4))
  }

  /// What a unit says, or said when it was forgotten.
  func words(of row: Row) throws(StoreError) -> TranslationUnit? {
    if let unit = row.unit { return unit }
    return try version(of: row.row, rev: row.rev &- 1)
  }

  /// The version of a unit that had a rev; nothing where it had none, or was forgotten then.
  func version(of row: Int, rev: Int) throws(StoreError) -> TranslationUnit? {
    let version = try connection.statement(
      "SELECT entry FROM unit_version WHERE unit=? AND rev=?")
    defer { version.reset() }
    version.bind(row, at: 1)
    version.bind(rev, at: 2)
    guard try version.step(), !version.isNull(0) else { return nil }
    return try connection.unit(of: version.bytes(0), row: row)
  }

  /// The highest row that any unit has or had.
  func lastRow() throws(StoreError) -> Int {
    let row = max(
      try connection.integer("SELECT max(row) FROM unit") ?? 0,
      try connection.integer("SELECT max(row) FROM forgotten_unit") ?? 0)
    guard connection.isCountable(row) else { throw .database(connection.path, .corrupt) }
    return row
  }

  /// Adds a unit.
  ///
  /// - Returns: Its row.
  func add(
    _ unit: TranslationUnit, memory: Int, rev: Int = 1, by hand: Hand
  ) throws(StoreError) -> Int {
    let number = try change.number()
    let row = Row(
      row: try lastRow() + 1, memory: memory, rev: rev, firstRev: rev,
      takenRev: hand == .file ? rev : nil, createdChange: number)
    try insert(unit, as: row, change: number)
    change.add(unit: row.row, rev: rev, bytes: UnitCodec.encode(unit))
    return row.row
  }

  /// Writes a unit anew, forgets it, or brings it back, if that is another state than it is in.
  ///
  /// - Parameters:
  ///   - unit: What it says from now on; nothing to forget it.
  ///   - old: Its row as it is.
  ///   - hand: Whose word it is.
  /// - Returns: Whether it was another state.
  /// - Throws: ``StoreError``.
  @discardableResult
  func put(_ unit: TranslationUnit?, over old: Row, by hand: Hand) throws(StoreError) -> Bool {
    guard connection.isCountable(old.rev) else {
      throw .damagedUnit(connection.path, row: old.row, .unknownCode)
    }
    let (oldBytes, bytes) = (old.unit.map(UnitCodec.encode), unit.map(UnitCodec.encode))
    guard bytes != oldBytes else { return false }
    let number = try change.number()
    var new = old
    new.rev += 1
    if hand == .file { new.takenRev = new.rev }
    try connection.run(
      "INSERT INTO unit_version(unit, rev, change, entry) VALUES (?, ?, ?, ?)",
      .integer(old.row), .integer(old.rev), .integer(number), oldBytes.map(SQLValue.blob) ?? .null)
    if let before = old.unit {
      try removeKey(UnitContent(before), of: old)
      if unit == nil {
        try connection.run("DELETE FROM unit WHERE row=?", .integer(old.row))
        try insertForgotten(UnitContent(before), id: before.id, as: new, change: number)
      }
    } else {
      try connection.run("DELETE FROM forgotten_unit WHERE row=?", .integer(old.row))
    }
    if let unit {
      if old.unit == nil {
        try insert(unit, as: new, change: number)
      } else {
        try update(unit, as: new, change: number)
      }
    }
    change.add(unit: old.row, rev: new.rev, bytes: bytes ?? [])
    return true
  }

  /// Notes that a file says what the store has.
  func confirm(_ row: Row) throws(StoreError) {
    guard row.takenRev != row.rev else { return }
    try connection.run(
      "UPDATE \(row.unit == nil ? "forgotten_unit" : "unit") SET taken_rev=rev WHERE row=?",
      .integer(row.row))
  }
}

extension UnitWriter {
  private func insert(
    _ unit: TranslationUnit, as row: Row, change number: Int
  ) throws(StoreError) {
    try checkIdentifier(of: unit, row: row)
    let rest = UnitCodec.encodeRest(unit)
    try UnitLimits.check(rest: rest, at: nil)
    try connection.run(
      """
      INSERT INTO unit(row, memory, rev, first_rev, taken_rev, created_change, changed_change,
        state, source_language, target_language, source, target, rest, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(row.row), .integer(row.memory), .integer(row.rev), .integer(row.firstRev),
      SQLValue(row.takenRev), .integer(row.createdChange), .integer(number),
      .integer(Codes.code(of: unit.state, in: UnitCodec.states)),
      .text(unit.source.language.name), .text(unit.target.language.name),
      .text(unit.source.segment.text), .text(unit.target.segment.text), .blob(rest),
      SQLValue(unit.id))
    try addKey(UnitContent(unit), of: row)
  }

  private func update(
    _ unit: TranslationUnit, as row: Row, change number: Int
  ) throws(StoreError) {
    try checkIdentifier(of: unit, row: row)
    let rest = UnitCodec.encodeRest(unit)
    try UnitLimits.check(rest: rest, at: nil)
    try connection.run(
      """
      UPDATE unit SET rev=?, taken_rev=?, changed_change=?, state=?, source_language=?,
        target_language=?, source=?, target=?, rest=?, id=? WHERE row=?
      """,
      .integer(row.rev), SQLValue(row.takenRev), .integer(number),
      .integer(Codes.code(of: unit.state, in: UnitCodec.states)),
      .text(unit.source.language.name), .text(unit.target.language.name),
      .text(unit.source.segment.text), .text(unit.target.segment.text), .blob(rest),
      SQLValue(unit.id), .integer(row.row))
    try addKey(UnitContent(unit), of: row)
  }

  private func checkIdentifier(of unit: TranslationUnit, row: Row) throws(StoreError) {
    guard let id = unit.id else { return }
    let holder = try connection.integer(
      "SELECT row FROM unit WHERE memory=? AND id=?", .integer(row.memory), .text(id))
    guard let holder, holder != row.row else { return }
    throw .unitIdentifierTaken(id, memory: try snapshot.memoryName(row.memory), row: holder)
  }

  private func insertForgotten(
    _ content: UnitContent, id: String?, as row: Row, change number: Int
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO forgotten_unit(row, memory, rev, first_rev, taken_rev, created_change,
        changed_change, pair, context, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(row.row), .integer(row.memory), .integer(row.rev), .integer(row.firstRev),
      SQLValue(row.takenRev), .integer(row.createdChange), .integer(number),
      .integer(content.pairKey), .integer(content.contextKey), SQLValue(id))
  }

  private func addKey(_ content: UnitContent, of row: Row) throws(StoreError) {
    try connection.run(
      "INSERT OR IGNORE INTO unit_key(memory, pair, context, unit) VALUES (?, ?, ?, ?)",
      .integer(row.memory), .integer(content.pairKey), .integer(content.contextKey),
      .integer(row.row))
  }

  private func removeKey(_ content: UnitContent, of row: Row) throws(StoreError) {
    try connection.run(
      "DELETE FROM unit_key WHERE memory=? AND pair=? AND context=? AND unit=?",
      .integer(row.memory), .integer(content.pairKey), .integer(content.contextKey),
      .integer(row.row))
  }
}
