import TextAnalysis
import TranslationMemory

/// The second half of an import of units, within one short transaction: what is open is decided one
/// by one, what is new is moved over all at once.
final class UnitImportMove {
  private let staging: UnitStaging
  private let connection: Connection
  private let writer: UnitWriter
  private let memory: Int
  private let memoryName: String
  private let matcher: UnitMatcher
  private let options: UnitImportOptions
  private var summary: UnitImportSummary

  init(_ staging: UnitStaging, memory name: String, writer: UnitWriter) throws(StoreError) {
    self.staging = staging
    self.writer = writer
    connection = staging.connection
    options = staging.options
    summary = staging.summary
    memoryName = name
    memory = try writer.memory(named: name)
    matcher = try UnitMatcher(writer, memory: memory)
  }

  /// Does everything but commit.
  ///
  /// - Returns: What was done.
  func run() throws(StoreError) -> UnitImportSummary {
    try staging.openNewlyKnown(memory: memory)
    let lastOldRow = try writer.lastRow()
    if staging.openCount > 0 {
      try decideOpen("id IS NOT NULL")
      try decideOpen("id IS NULL")
    }
    summary.conflicts.sort {
      ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
    }
    if options.prune { try prune(upTo: lastOldRow) }
    if staging.newCount > 0 { try moveNew() }
    try recordFeed()
    writer.change.summary = "\(staging.file.path): \(summary.counts.english)"
    if try writer.change.finish(), !options.dryRun { summary.change = writer.change.assignedNumber }
    return summary
  }

  private func decideOpen(_ condition: String) throws(StoreError) {
    let rows = try connection.statement(
      """
      SELECT ordinal, 0, state, source_language, target_language, source, target, rest, id, rev,
        carries, file, line, col
      FROM temp.staged_unit WHERE fate=\(UnitStaging.Fate.open.rawValue) AND \(condition)
      ORDER BY ordinal
      """)
    defer { rows.reset() }
    while try rows.step() {
      try place(
        IncomingUnit(
          try writer.snapshot.translationUnit(of: rows),
          carries: UnitFields(rawValue: rows.integer(10)), rev: rows.optionalInteger(9),
          location: SourceLocation(
            file: rows.optionalText(11) ?? staging.file.path, line: rows.integer(12),
            column: rows.integer(13))))
    }
  }

  /// Finds the unit of a record, or adds it.
  private func place(_ record: IncomingUnit) throws(StoreError) {
    var record = record
    if let id = record.unit.id, let row = try matcher.match(id: id) {
      if try !staging.touched.contains(row.row) { return try decide(record, row) }
      record.unit.id = nil
      summary.identifiersLeftOut += 1
    }
    let content = UnitContent(record.unit)
    if let row = try matcher.match(record.unit, content: content) {
      let isTouched = try staging.touched.contains(row.row)
      if !isTouched {
        try decide(record, row)
        guard options.prune, content.context.isEmpty else { return }
        for other in try matcher.rows(ofPair: content) {
          try staging.touched.insert(likewise: other)
        }
        return
      }
      if record.unit.id == nil {
        let isSame =
          row.unit.map { UnitCodec.encode(record.laid(over: $0)) == UnitCodec.encode($0) } ?? false
        if isSame { summary.unchanged += 1 } else { summary.repeated += 1 }
        return
      }
    }
    let rev = record.rev.flatMap { (1...Int(Int32.max)).contains($0) ? $0 : nil } ?? 1
    try staging.touched.insert(writer.add(record.unit, memory: memory, rev: rev, by: .file))
    summary.added += 1
  }

  /// Applies a record to its unit, unless that would take back somebody's work.
  private func decide(_ record: IncomingUnit, _ row: UnitWriter.Row) throws(StoreError) {
    try staging.touched.insert(row.row)
    let before = try writer.words(of: row)
    let merged = before.map {
      record.laid(over: $0, silence: record.rev == row.rev ? .clears : .leavesAlone)
    }
    guard let merged else { return try apply(record.unit, to: row) }
    if let stored = row.unit, UnitCodec.encode(merged) == UnitCodec.encode(stored) {
      summary.unchanged += 1
      return try writer.confirm(row)
    }
    let isOlder = record.rev.map { $0 < row.rev } ?? false
    if record.rev == row.rev || (row.takenRev == row.rev && !isOlder) {
      return try apply(merged, to: row)
    }
    if !isOlder, let taken = row.takenRev,
      let base = try writer.version(of: row.row, rev: taken),
      UnitCodec.encode(record.laid(over: base)) == UnitCodec.encode(base)
    {
      // The file says what it said before; what was done since is somebody's work.
      if row.unit == nil { summary.kept += 1 } else { summary.unchanged += 1 }
      return
    }
    switch options.onConflict {
    case .keepStore: summary.kept += 1
    case .takeFile: try apply(merged, to: row)
    case .report:
      summary.conflictCount += 1
      guard summary.conflicts.count < options.listLimit else { return }
      summary.conflicts.append(
        UnitConflict(
          row: row.row, location: record.location,
          reason: row.unit == nil ? .forgotten : isOlder ? .olderRev : .editedInStore,
          file: merged, store: row.unit))
    }
  }

  private func apply(_ unit: TranslationUnit, to row: UnitWriter.Row) throws(StoreError) {
    try writer.put(unit, over: row, by: .file)
    if row.unit == nil { summary.added += 1 } else { summary.changed += 1 }
  }

  /// Moves what is new from the temporary tables, each table in the order of its keys.
  private func moveNew() throws(StoreError) {
    let number = try writer.change.number()
    let offset = try writer.lastRow()
    let rev = "CASE WHEN rev BETWEEN 1 AND 2147483647 THEN rev ELSE 1 END"
    let isNew = "fate=\(UnitStaging.Fate.new.rawValue)"
    try connection.run(
      """
      INSERT INTO unit(row, memory, rev, first_rev, taken_rev, created_change, changed_change,
        state, source_language, target_language, source, target, rest, id)
      SELECT ordinal + ?1, ?2, \(rev), \(rev), \(rev), ?3, ?3, state, source_language,
        target_language, source, target, rest, id
      FROM temp.staged_unit WHERE \(isNew) ORDER BY ordinal
      """,
      .integer(offset), .integer(memory), .integer(number))
    let keyCount = try connection.integer("SELECT count(*) FROM temp.staged_unit_key")
    try connection.run(
      """
      INSERT OR IGNORE INTO unit_key(memory, pair, context, unit)
      SELECT ?, pair, context, ordinal + ? FROM temp.staged_unit_key
      \(keyCount == staging.newCount
        ? "" : "WHERE ordinal IN (SELECT ordinal FROM temp.staged_unit WHERE \(isNew))")
      ORDER BY pair, context, ordinal
      """,
      .integer(memory), .integer(offset))
    writer.change.add(staging.digest)
    summary.added += staging.newCount
  }

  /// Forgets the units of the memory that the file has not spoken of.
  private func prune(upTo lastRow: Int) throws(StoreError) {
    let total =
      try connection.integer(
        "SELECT count(*) FROM unit WHERE memory=? AND row<=?", .integer(memory),
        .integer(lastRow)) ?? 0
    let rows = try connection.statement(
      """
      SELECT row FROM unit WHERE memory=? AND row<=?
        AND row NOT IN (SELECT unit FROM temp.touched_unit) ORDER BY row
      """)
    defer { rows.reset() }
    rows.bind([.integer(memory), .integer(lastRow)])
    var missing: [Int] = []
    while try rows.step() { missing.append(rows.integer(0)) }
    rows.reset()
    if missing.count * 20 > total, !options.pruneConfirmed, !options.dryRun {
      throw .unitPruneUnconfirmed(memory: memoryName, forgotten: missing.count, of: total)
    }
    for number in missing {
      guard let row = try writer.row(number) else { continue }
      try writer.put(nil, over: row, by: .file)
      summary.removed += 1
    }
  }

  private func recordFeed() throws(StoreError) {
    try connection.run(
      """
      INSERT INTO memory_feed(path, digest, size, memory, change) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT(path) DO UPDATE SET digest=?2, size=?3, memory=?4, change=?5
        WHERE digest<>?2 OR size<>?3 OR memory<>?4
      """,
      .text(staging.file.path), .text(staging.file.digest), .integer(staging.file.byteCount),
      .integer(memory), .integer(try connection.integer("SELECT max(id) FROM change") ?? 0))
  }
}
