import TranslationMemory

/// Looks through the units of a store for what is not as it should be.
final class UnitValidation {
  private let connection: Connection
  private let snapshot: Snapshot
  private var found: [StoreFault] = []

  init(_ connection: Connection) {
    self.connection = connection
    snapshot = Snapshot(connection)
  }

  /// Every fault; none in a sound store.
  func faults() throws(StoreError) -> [StoreFault] {
    try checkUnits()
    try checkForgotten()
    try checkVersions()
    try checkStrays()
    return found
  }

  private func checkUnits() throws(StoreError) {
    let rows = try connection.statement(
      """
      SELECT \(Snapshot.pairColumns), id, rev, first_rev,
        (SELECT count(*) FROM unit_version AS v
          WHERE v.unit=row AND v.rev BETWEEN first_rev AND unit.rev - 1)
      FROM unit ORDER BY row
      """)
    defer { rows.reset() }
    while try rows.step() {
      let (row, rev) = (rows.integer(0), rows.integer(9))
      do {
        let content = UnitContent(try snapshot.translationUnit(of: rows))
        let key = try connection.integer(
          "SELECT 1 FROM unit_key WHERE memory=? AND pair=? AND context=? AND unit=?",
          .integer(rows.integer(1)), .integer(content.pairKey), .integer(content.contextKey),
          .integer(row))
        if key == nil { found.append(.unitKeys(row: row)) }
      } catch .damagedUnit(_, _, let damage) {
        found.append(.damagedUnit(row: row, rev: rev, damage))
      }
      if rows.integer(11) != rev &- rows.integer(10) { found.append(.unitVersions(row: row)) }
    }
  }

  private func checkForgotten() throws(StoreError) {
    let rows = try connection.statement(
      """
      SELECT row, f.rev, first_rev, pair, context, id, last.entry,
        (SELECT count(*) FROM unit_version AS v
          WHERE v.unit=row AND v.rev BETWEEN first_rev AND f.rev - 1)
      FROM forgotten_unit AS f
      LEFT JOIN unit_version AS last ON last.unit=row AND last.rev=f.rev - 1 ORDER BY row
      """)
    defer { rows.reset() }
    while try rows.step() {
      let row = rows.integer(0)
      guard rows.integer(7) == rows.integer(1) &- rows.integer(2), !rows.isNull(6) else {
        found.append(.unitVersions(row: row))
        continue
      }
      // What cannot be read is named with the versions.
      guard let unit = try? UnitCodec.decode(rows.bytes(6)) else { continue }
      let content = UnitContent(unit)
      if content.pairKey != rows.integer(3) || content.contextKey != rows.integer(4)
        || unit.id != rows.optionalText(5)
      {
        found.append(.unitKeys(row: row))
      }
    }
  }

  private func checkVersions() throws(StoreError) {
    let rows = try connection.statement(
      "SELECT unit, rev, entry FROM unit_version WHERE entry IS NOT NULL ORDER BY unit, rev")
    defer { rows.reset() }
    while try rows.step() {
      do {
        _ = try UnitCodec.decode(rows.bytes(2))
      } catch {
        found.append(.damagedUnit(row: rows.integer(0), rev: rows.integer(1), error))
      }
    }
  }

  /// Looks for what is stored of units that are not there.
  private func checkStrays() throws(StoreError) {
    try addStrays("SELECT row FROM unit WHERE row IN (SELECT row FROM forgotten_unit)")
    try addStrays(
      """
      SELECT DISTINCT unit FROM unit_version
      WHERE unit NOT IN (SELECT row FROM unit) AND unit NOT IN (SELECT row FROM forgotten_unit)
      """)
    // Every key that should be there is; as many as there are mean that no other is.
    guard
      try connection.integer("SELECT count(*) FROM unit_key")
        != connection.integer("SELECT count(*) FROM unit")
    else { return }
    try addStrays("SELECT unit FROM unit_key WHERE unit NOT IN (SELECT row FROM unit)")
    try addStrays("SELECT unit FROM unit_key GROUP BY unit HAVING count(*) > 1")
  }

  private func addStrays(_ sql: String) throws(StoreError) {
    let rows = try connection.statement(sql)
    defer { rows.reset() }
    while try rows.step() { found.append(.strayUnit(row: rows.integer(0))) }
  }
}
