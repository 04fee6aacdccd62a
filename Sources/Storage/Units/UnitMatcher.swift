import TranslationMemory

/// Finds the unit of a memory that a record or a person speaks of.
///
/// 1. An identifier leads to the unit that has it, else to the forgotten one that had it last.
/// 2. Else the same content (``UnitContent``) leads to the unit that has it; where there are
///    several, to the one of the lowest row. A unit that has another identifier is not meant by
///    one that has its own.
/// 3. Where no context is given, the same languages and segments in any context will do.
/// 4. Else a forgotten unit of the same content, likewise, unless another has its identifier now.
///
/// Of units with equal keys the first ``candidateLimit`` are looked at.
struct UnitMatcher {
  static let candidateLimit = 64

  private let writer: UnitWriter
  private let memory: Int
  /// Whether the memory has, or had, any unit.
  let isEmpty: Bool

  init(_ writer: UnitWriter, memory: Int) throws(StoreError) {
    self.writer = writer
    self.memory = memory
    let count = try writer.connection.integer(
      """
      SELECT EXISTS(SELECT 1 FROM unit WHERE memory=?1)
        OR EXISTS(SELECT 1 FROM forgotten_unit WHERE memory=?1)
      """,
      .integer(memory))
    isEmpty = count == 0
  }

  /// Finds the unit of an identifier.
  func match(id: String) throws(StoreError) -> UnitWriter.Row? {
    if isEmpty { return nil }
    for sql in [
      "SELECT row FROM unit WHERE memory=? AND id=?",
      """
      SELECT row FROM forgotten_unit WHERE memory=? AND id=?
      ORDER BY changed_change DESC, row DESC LIMIT 1
      """,
    ] {
      if let row = try writer.connection.integer(sql, .integer(memory), .text(id)) {
        return try writer.row(row)
      }
    }
    return nil
  }

  /// Finds a unit of the same content.
  func match(_ unit: TranslationUnit, content: UnitContent) throws(StoreError) -> UnitWriter.Row? {
    if isEmpty { return nil }
    for table in ["unit_key", "forgotten_unit"] {
      if let row = try match(unit, content, in: table, context: content.contextKey) { return row }
      guard content.context.isEmpty else { continue }
      if let row = try match(unit, content, in: table, context: nil) { return row }
    }
    return nil
  }

  private func match(
    _ unit: TranslationUnit, _ content: UnitContent, in table: String, context: Int?
  ) throws(StoreError) -> UnitWriter.Row? {
    let row = table == "unit_key" ? "unit" : "row"
    let rows = try writer.connection.statement(
      """
      SELECT \(row) FROM \(table) WHERE memory=? AND pair=?
        \(context == nil ? "" : "AND context=?") ORDER BY \(row) LIMIT \(Self.candidateLimit)
      """)
    defer { rows.reset() }
    rows.bind([.integer(memory), .integer(content.pairKey)])
    if let context { rows.bind(context, at: 3) }
    while try rows.step() {
      guard let row = try writer.row(rows.integer(0)),
        let said = try writer.words(of: row),
        unit.id == nil || said.id == nil || unit.id == said.id
      else { continue }
      if row.unit == nil, try isTaken(said.id) { continue }
      let own = UnitContent(said)
      if own.pair == content.pair, context == nil || own.context == content.context { return row }
    }
    return nil
  }

  /// Whether a unit of the memory has the identifier that a forgotten one had.
  private func isTaken(_ id: String?) throws(StoreError) -> Bool {
    guard let id else { return false }
    return try writer.connection.integer(
      "SELECT row FROM unit WHERE memory=? AND id=?", .integer(memory), .text(id)) != nil
  }

  /// The rows of all units of the same languages and segments, whatever their context.
  func rows(ofPair content: UnitContent) throws(StoreError) -> [Int] {
    let rows = try writer.connection.statement(
      "SELECT unit FROM unit_key WHERE memory=? AND pair=?")
    defer { rows.reset() }
    rows.bind([.integer(memory), .integer(content.pairKey)])
    var found: [Int] = []
    while try rows.step() { found.append(rows.integer(0)) }
    return found
  }
}
