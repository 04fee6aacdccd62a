import TextAnalysis
import TranslationMemory

extension Snapshot {
  /// The columns that make a pair, and those that make a whole unit after them.
  static let pairColumns =
    "row, memory, state, source_language, target_language, source, target, rest"
  static let unitColumns = pairColumns + ", id, rev, created_change, changed_change"

  /// A unit by its row, or nothing if there is none or it was forgotten.
  public func unit(row: Int) throws(StoreError) -> StoredUnit? {
    let statement = try connection.statement("SELECT \(Self.unitColumns) FROM unit WHERE row=?")
    defer { statement.reset() }
    statement.bind(row, at: 1)
    return try statement.step() ? storedUnit(of: statement) : nil
  }

  /// The units of these rows in the order asked for, without those that do not exist.
  public func units(rows: some Sequence<Int>) throws(StoreError) -> [StoredUnit] {
    let statement = try connection.statement("SELECT \(Self.unitColumns) FROM unit WHERE row=?")
    defer { statement.reset() }
    var units: [StoredUnit] = []
    for row in rows {
      statement.bind(row, at: 1)
      if try statement.step() { units.append(try storedUnit(of: statement)) }
      statement.reset()
    }
    return units
  }

  /// The two sides of a unit by its row, or nothing if there is none.
  public func unitPair(row: Int) throws(StoreError) -> UnitPair? {
    let statement = try connection.statement("SELECT \(Self.pairColumns) FROM unit WHERE row=?")
    defer { statement.reset() }
    statement.bind(row, at: 1)
    return try statement.step() ? pair(of: statement) : nil
  }

  /// The two sides of the units of these rows in the order asked for, without those that do not
  /// exist.
  public func unitPairs(rows: some Sequence<Int>) throws(StoreError) -> [UnitPair] {
    let statement = try connection.statement("SELECT \(Self.pairColumns) FROM unit WHERE row=?")
    defer { statement.reset() }
    var pairs: [UnitPair] = []
    for row in rows {
      statement.bind(row, at: 1)
      if try statement.step() { pairs.append(try pair(of: statement)) }
      statement.reset()
    }
    return pairs
  }

  /// The number of the memory that a unit is of, by its row, or nothing if there is no such unit.
  public func unitMemory(row: Int) throws(StoreError) -> Int? {
    try connection.integer("SELECT memory FROM unit WHERE row=?", .integer(row))
  }

  /// What stands around a unit by its row, or nothing if there is no such unit.
  public func unitContext(row: Int) throws(StoreError) -> UnitContext? {
    let statement = try connection.statement("SELECT rest FROM unit WHERE row=?")
    defer { statement.reset() }
    statement.bind(row, at: 1)
    guard try statement.step() else { return nil }
    do throws(EntryDamage) {
      let (previous, next) = try UnitCodec.context(of: statement.bytes(0))
      return UnitContext(previous: previous, next: next)
    } catch {
      throw .damagedUnit(connection.path, row: row, error)
    }
  }

  /// The row of the unit that has this identifier in a memory, or nothing if there is none.
  public func unitRow(id: String, memory: String) throws(StoreError) -> Int? {
    try connection.integer(
      """
      SELECT row FROM unit
      WHERE memory=(SELECT id FROM memory WHERE name=?) AND id=?
      """,
      .text(memory), .text(id))
  }

  /// Goes through whole units in the order of their rows.
  ///
  /// - Parameters:
  ///   - memory: The name of the memory; nothing means all.
  ///   - body: Called with each.
  /// - Throws: ``StoreError`` and what `body` throws.
  public func forEachUnit(
    memory: String? = nil, _ body: (StoredUnit) throws -> Void
  ) throws {
    let rows = try unitRows(Self.unitColumns, memory: memory)
    defer { rows.reset() }
    while try rows.step() { try body(storedUnit(of: rows)) }
  }

  /// Goes through the two sides of units in the order of their rows, for files that are made of
  /// them.
  ///
  /// - Parameters:
  ///   - memory: The name of the memory; nothing means all.
  ///   - body: Called with each.
  /// - Throws: ``StoreError`` and what `body` throws.
  public func forEachUnitPair(
    memory: String? = nil, _ body: (UnitPair) throws -> Void
  ) throws {
    let rows = try unitRows(Self.pairColumns, memory: memory)
    defer { rows.reset() }
    while try rows.step() { try body(pair(of: rows)) }
  }

  private func unitRows(_ columns: String, memory: String?) throws(StoreError) -> Statement {
    guard let memory else {
      return try connection.statement("SELECT \(columns) FROM unit ORDER BY row")
    }
    let rows = try connection.statement(
      "SELECT \(columns) FROM unit WHERE memory=(SELECT id FROM memory WHERE name=?) ORDER BY row")
    rows.bind(memory, at: 1)
    return rows
  }

  /// The memories by name, with the number of their units.
  public func memories() throws(StoreError) -> [MemoryCount] {
    let rows = try connection.statement(
      """
      SELECT id, name, (SELECT count(*) FROM unit WHERE memory=memory.id) FROM memory
      ORDER BY name
      """)
    defer { rows.reset() }
    var memories: [MemoryCount] = []
    while try rows.step() {
      memories.append(
        MemoryCount(
          number: rows.integer(0), name: rows.text(1), unitCount: rows.integer(2)))
    }
    return memories
  }

  /// The names of the memories by their numbers; ``memories()`` without the counting.
  public func memoryNames() throws(StoreError) -> [Int: String] {
    let rows = try connection.statement("SELECT id, name FROM memory")
    defer { rows.reset() }
    var names: [Int: String] = [:]
    while try rows.step() { names[rows.integer(0)] = rows.text(1) }
    return names
  }

  /// The files of units that the store was fed, by path.
  public func memoryFeeds() throws(StoreError) -> [StoredMemoryFeed] {
    let rows = try connection.statement(
      """
      SELECT path, digest, size, name, change FROM memory_feed JOIN memory ON memory.id=memory
      ORDER BY path
      """)
    defer { rows.reset() }
    var feeds: [StoredMemoryFeed] = []
    while try rows.step() {
      feeds.append(
        StoredMemoryFeed(
          path: rows.text(0), digest: rows.text(1), byteCount: rows.integer(2),
          memory: rows.text(3), change: rows.integer(4)))
    }
    return feeds
  }
}

extension Snapshot {
  /// Makes a pair of a row of ``pairColumns``.
  private func pair(of row: Statement) throws(StoreError) -> UnitPair {
    let number = row.integer(0)
    guard let source = language(row.text(3)), let target = language(row.text(4)),
      UnitCodec.states.indices.contains(row.integer(2))
    else { throw .damagedUnit(connection.path, row: number, .unknownCode) }
    var pair = UnitPair(
      row: number, memory: row.integer(1), source: UnitVariant(source, Segment(row.text(5))),
      target: UnitVariant(target, Segment(row.text(6))), state: UnitCodec.states[row.integer(2)])
    if row.withSpan(7, { UnitCodec.isWithoutCodes($0) }) { return pair }
    do throws(EntryDamage) {
      try UnitCodec.addCodes(row.bytes(7), to: &pair.source.segment, &pair.target.segment)
    } catch {
      throw .damagedUnit(connection.path, row: number, error)
    }
    return pair
  }

  /// Makes a unit of a row of ``unitColumns``.
  private func storedUnit(of row: Statement) throws(StoreError) -> StoredUnit {
    StoredUnit(
      row: row.integer(0), unit: try translationUnit(of: row),
      memory: try memoryName(row.integer(1)), rev: row.integer(9),
      created: try stamp(of: row.integer(10)), changed: try stamp(of: row.integer(11)))
  }

  /// Makes what a unit says of a row that begins with ``pairColumns`` and goes on with its
  /// identifier.
  func translationUnit(of row: Statement) throws(StoreError) -> TranslationUnit {
    let number = row.integer(0)
    guard let source = language(row.text(3)), let target = language(row.text(4)),
      UnitCodec.states.indices.contains(row.integer(2))
    else { throw .damagedUnit(connection.path, row: number, .unknownCode) }
    var unit = TranslationUnit(
      id: row.optionalText(8), source: UnitVariant(source, Segment(row.text(5))),
      target: UnitVariant(target, Segment(row.text(6))), state: UnitCodec.states[row.integer(2)])
    do throws(EntryDamage) {
      try UnitCodec.addRest(row.bytes(7), to: &unit)
    } catch {
      throw .damagedUnit(connection.path, row: number, error)
    }
    return unit
  }
}
