public import Foundation

extension Store {
  /// Takes a file of units in: all of it, or with ``UnitImportOptions/keepGoing`` all but the
  /// records that are reported.
  ///
  /// A record is the unit of its identifier, else the one of its content (``UnitMatcher`` has the
  /// order). An import never takes back somebody's work: a unit that was changed or forgotten in
  /// the store since the file last spoke of it stays so, and is a conflict where the file says
  /// something new. The same file taken in twice changes nothing. Records are read and prepared
  /// while others may write; the store is kept from them only for the move at the end.
  ///
  /// - Parameters:
  ///   - memory: The name of the memory, which is made where it is missing.
  ///   - file: The file, for the store to know it again.
  ///   - who: Who imports.
  ///   - options: How.
  ///   - date: When.
  ///   - next: Gives the next record, nothing at the end; what it throws ends the import, or with
  ///     ``UnitImportOptions/keepGoing`` is reported and it is called again, until it throws the
  ///     same twice in a row.
  /// - Returns: What was done; with ``UnitImportOptions/dryRun``, what would be.
  /// - Throws: ``StoreError`` and what `next` throws; the store is then as it was.
  public func importUnits<Failure: Error>(
    into memory: String, file: FedFile, by who: String,
    options: UnitImportOptions = UnitImportOptions(), at date: Date = Date(),
    next: () throws(Failure) -> IncomingUnit?
  ) throws -> UnitImportSummary {
    let connection = try openWriter()
    let change = ChangeRecorder(connection, who: who, verb: "import", summary: "", date: date)
    let writer = UnitWriter(connection: connection, change: change)
    let staging = try UnitStaging(
      connection, memory: memory, file: file, options: options, writer: writer)
    try staging.stage { () throws in try next() }
    let summary = try taking(connection) { connection in
      let summary = try UnitImportMove(staging, memory: memory, writer: writer).run()
      if !options.dryRun { try connection.execute("COMMIT") }
      return summary
    }
    // What is in the log goes to its place now, if nobody reads it; else another time.
    try? connection.execute("PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE)")
    return summary
  }
}
