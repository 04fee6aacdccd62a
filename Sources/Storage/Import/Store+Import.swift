public import Foundation
public import Terminology

extension Store {
  /// Takes a file of concepts in: all of it, or with ``ImportOptions/keepGoing`` all but the
  /// records that are reported.
  ///
  /// An import never takes back somebody's work: a record that says otherwise than the store, where
  /// the store was edited since, is a conflict. The same file taken in twice changes nothing.
  /// Records are read and prepared while others may write; the store is kept from them only for
  /// the move at the end.
  ///
  /// - Parameters:
  ///   - glossary: The name of the glossary, which is made where it is missing.
  ///   - file: The file, for the store to know it again.
  ///   - who: Who imports.
  ///   - options: How.
  ///   - date: When.
  ///   - next: Gives the next record, nothing at the end; what it throws ends the import, or with
  ///     ``ImportOptions/keepGoing`` is reported and it is called again, until it throws the same
  ///     twice in a row.
  /// - Returns: What was done; with ``ImportOptions/dryRun``, what would be.
  /// - Throws: ``StoreError`` and what `next` throws; the store is then as it was.
  public func importConcepts<Failure: Error>(
    into glossary: String, file: FedFile, by who: String, options: ImportOptions = ImportOptions(),
    at date: Date = Date(), next: () throws(Failure) -> IncomingConcept?
  ) throws -> ImportSummary {
    let connection = try openWriter()
    let staging = try ImportStaging(connection, file: file, options: options)
    try staging.stage { () throws in try next() }
    let summary = try taking(connection) { connection in
      let change = ChangeRecorder(
        connection, who: who, verb: "import", summary: "", date: date)
      let summary = try ImportMove(staging, glossary: glossary, change: change).run()
      if !options.dryRun { try connection.execute("COMMIT") }
      return summary
    }
    // What is in the log goes to its place now, if nobody reads it; else another time.
    try? connection.execute("PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE)")
    return summary
  }
}
