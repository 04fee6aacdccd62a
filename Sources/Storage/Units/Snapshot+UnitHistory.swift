import TranslationMemory

extension Snapshot {
  /// The last change that touched units, whatever became of concepts since; number 0 where none
  /// ever did.
  public var lastUnitChange: ChangeMark {
    get throws(StoreError) {
      let number = max(
        try connection.integer("SELECT max(changed_change) FROM unit") ?? 0,
        try connection.integer("SELECT max(changed_change) FROM forgotten_unit") ?? 0)
      guard number > 0 else { return ChangeMark(number: 0, digest: "") }
      return ChangeMark(
        number: number,
        digest: try connection.text("SELECT digest FROM change WHERE id=?", .integer(number)) ?? "")
    }
  }

  /// What became of units since a change.
  ///
  /// - Parameters:
  ///   - number: The number of the change; those after it count.
  ///   - limit: At most so many rows of each kind are given, so that a caller who can use only
  ///     a few sees that there are more without reading them.
  /// - Returns: The rows.
  /// - Throws: ``StoreError``.
  public func units(
    changedAfter number: Int, limit: Int = .max
  ) throws(StoreError) -> UnitChanges {
    UnitChanges(
      written: try numbers(
        "SELECT row FROM unit WHERE changed_change > ? LIMIT ?", number, limit),
      forgotten: try numbers(
        "SELECT row FROM forgotten_unit WHERE changed_change > ? LIMIT ?", number, limit))
  }

  /// The rows of the units that a change added, changed or forgot, ascending.
  public func unitRows(ofChange number: Int) throws(StoreError) -> [Int] {
    let sources = [
      "SELECT row FROM unit WHERE changed_change=?",
      "SELECT row FROM unit WHERE created_change=? AND rev<>first_rev",
      "SELECT row FROM forgotten_unit WHERE changed_change=?",
      "SELECT row FROM forgotten_unit WHERE created_change=?",
      "SELECT unit FROM unit_version WHERE change=?",
    ]
    var rows: Set<Int> = []
    for sql in sources { rows.formUnion(try numbers(sql, number)) }
    return rows.sorted()
  }

  private func numbers(_ sql: String, _ values: Int...) throws(StoreError) -> [Int] {
    let rows = try connection.statement(sql)
    defer { rows.reset() }
    rows.bind(values.map(SQLValue.integer))
    var numbers: [Int] = []
    while try rows.step() { numbers.append(rows.integer(0)) }
    return numbers.sorted()
  }

  /// The life of a unit, from the day it was added on, also of one that was forgotten.
  ///
  /// - Parameter row: Its number.
  /// - Returns: Its versions, the first one first; none where there never was such a unit.
  /// - Throws: ``StoreError``.
  public func versions(ofUnit row: Int) throws(StoreError) -> [UnitVersion] {
    let unit = try unit(row: row)
    let table = unit == nil ? "forgotten_unit" : "unit"
    let now = try connection.statement("SELECT rev, created_change FROM \(table) WHERE row=?")
    defer { now.reset() }
    now.bind(row, at: 1)
    guard try now.step() else { return [] }
    var versions: [UnitVersion] = []
    var (maker, before): (Int, TranslationUnit?) = (now.integer(1), nil)
    func add(rev: Int, _ after: TranslationUnit?) throws(StoreError) {
      if let change = try change(maker) {
        versions.append(UnitVersion(rev: rev, change: change, before: before, after: after))
      }
      before = after
    }
    let replaced = try connection.statement(
      "SELECT rev, change, entry FROM unit_version WHERE unit=? ORDER BY rev")
    defer { replaced.reset() }
    replaced.bind(row, at: 1)
    while try replaced.step() {
      let after =
        replaced.isNull(2) ? nil : try connection.unit(of: replaced.bytes(2), row: row)
      try add(rev: replaced.integer(0), after)
      maker = replaced.integer(1)
    }
    try add(rev: now.integer(0), unit?.unit)
    return versions
  }
}

extension Connection {
  /// Reads a version of a unit, or says that it is damaged.
  func unit(of bytes: [UInt8], row: Int) throws(StoreError) -> TranslationUnit {
    do throws(EntryDamage) {
      return try UnitCodec.decode(bytes)
    } catch {
      throw .damagedUnit(path, row: row, error)
    }
  }
}
