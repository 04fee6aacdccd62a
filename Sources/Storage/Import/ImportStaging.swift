import Terminology
import TextAnalysis

/// The first half of an import: records go from the file into temporary tables, encoded and with
/// their keys, while nobody is kept from writing to the store.
final class ImportStaging {
  let connection: Connection
  let file: FedFile
  let options: ImportOptions
  /// Records that could not be taken.
  private(set) var refused: [RefusedRecord] = []
  /// How many records were staged.
  private(set) var count = 0
  /// How many of them may concern a concept that exists: known by identifier, or without one.
  private(set) var openCount = 0
  /// The digest of all that was staged.
  private(set) var digest = ContentDigest()
  /// The first record that names each other concept.
  private(set) var namings: [String: (id: String, ordinal: Int)] = [:]
  /// The keys of the records that may be new.
  let keys: StagedKeys
  private var placesByHash: [Int: Int] = [:]
  private let storeIsEmpty: Bool
  private let lastChange: Int?
  private let insertion: Statement
  private let tieInsertion: Statement
  private let lookUp: Statement

  /// Makes the temporary tables.
  init(_ connection: Connection, file: FedFile, options: ImportOptions) throws(StoreError) {
    self.connection = connection
    self.file = file
    self.options = options
    try connection.execute(
      """
      PRAGMA cache_size=-16000;
      CREATE TEMP TABLE staged(
        ordinal INTEGER PRIMARY KEY, id TEXT, isNew INT NOT NULL, rev INT, carries INT NOT NULL,
        listsAll INT NOT NULL, decision TEXT, file TEXT, line INT NOT NULL, col INT NOT NULL,
        process INT NOT NULL, kind INT NOT NULL, subject TEXT, entry BLOB NOT NULL,
        languages TEXT);
      CREATE TEMP TABLE staged_tie(target TEXT, ordinal INT);
      BEGIN
      """)
    lastChange = try connection.integer("SELECT max(id) FROM change")
    storeIsEmpty = try connection.integer("SELECT 1 FROM concept LIMIT 1") == nil
    insertion = try connection.statement(
      "INSERT INTO temp.staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    keys = try StagedKeys(connection)
    tieInsertion = try connection.statement("INSERT INTO temp.staged_tie VALUES (?, ?)")
    lookUp = try connection.statement("SELECT 1 FROM concept WHERE id=?")
  }

  /// Reads all records.
  ///
  /// - Parameter next: Gives the next record.
  /// - Throws: ``StoreError`` and, unless the import keeps going, what `next` throws.
  func stage(_ next: () throws -> IncomingConcept?) throws {
    try readRecords(keepsGoing: options.keepGoing, next: next, take: add) { failure in
      if refused.last?.reason != failure {
        refused.append(RefusedRecord(location: nil, reason: failure))
      }
    }
    try connection.execute("COMMIT")
  }

  private func add(_ record: IncomingConcept) throws(StoreError) {
    let entry = try checked(record)
    let isOpen = record.isIdentified ? try exists(entry.id) : true
    count += 1
    if isOpen { openCount += 1 }
    let bytes = EntryCodec.encode(entry)
    digest.add(entry.id)
    digest.add(bytes)
    insertion.bind(count, at: 1)
    insertion.bind(record.isIdentified ? .text(entry.id) : .null, at: 2)
    insertion.bind(isOpen ? 0 : 1, at: 3)
    insertion.bind(SQLValue(record.rev), at: 4)
    insertion.bind(Int(record.carries.rawValue), at: 5)
    insertion.bind(record.listsAllTerms ? 1 : 0, at: 6)
    insertion.bind(SQLValue(record.decision?.rawValue), at: 7)
    insertion.bind(
      record.location.file == file.path ? .null : .text(record.location.file), at: 8)
    insertion.bind(record.location.line, at: 9)
    insertion.bind(record.location.column, at: 10)
    insertion.bind(Codes.code(of: entry.process, in: Codes.processes), at: 11)
    insertion.bind(Codes.code(of: entry.kind, in: Codes.kinds), at: 12)
    insertion.bind(SQLValue(entry.subjectField), at: 13)
    insertion.bind(bytes, at: 14)
    let languages = record.languages?.map(\.description).sorted().joined(separator: " ")
    insertion.bind(SQLValue(languages), at: 15)
    try insertion.run()
    let mayBeNew = !isOpen || !record.isIdentified
    if mayBeNew {
      for key in entry.termKeys { try keys.add(key, ordinal: count) }
    }
    guard !entry.relations.isEmpty || !entry.issuers.isEmpty else { return }
    for target in entry.tieTargets {
      if namings[target] == nil { namings[target] = (entry.id, count) }
      guard mayBeNew else { continue }
      tieInsertion.bind(target, at: 1)
      tieInsertion.bind(count, at: 2)
      try tieInsertion.run()
    }
  }

  /// The entry as it would be added, if it is fit to be.
  private func checked(_ record: IncomingConcept) throws(StoreError) -> ConceptEntry {
    var entry = record.entry
    guard !entry.terms.isEmpty, entry.terms.allSatisfy({ !$0.text.isEmpty }) else {
      throw .noTerms(record.location)
    }
    if record.isIdentified {
      guard ConceptIdentifier.isUsable(entry.id) else {
        throw .unusableIdentifier(entry.id, record.location)
      }
      try checkUnique(entry.id, at: record.location)
    } else {
      entry.id = ""
    }
    if !record.carries.contains(.kind) {
      entry.kind =
        ConceptKind.allCases.first { entry.id.hasPrefix($0.identifierPrefix) } ?? .technical
    }
    if options.propose { entry.process = .proposed }
    return entry
  }

  /// Refuses an identifier that an earlier record has. Hashes are kept, not identifiers: a file
  /// may have millions.
  private func checkUnique(_ id: String, at location: SourceLocation) throws(StoreError) {
    let hash = id.hashValue
    guard let earlier = placesByHash.updateValue(count + 1, forKey: hash) else { return }
    placesByHash[hash] = earlier
    let row = try connection.statement(
      "SELECT file, line, col FROM temp.staged WHERE ordinal=? AND id=?")
    defer { row.reset() }
    row.bind(earlier, at: 1)
    row.bind(id, at: 2)
    guard try row.step() else { return }
    throw .duplicateIdentifier(
      id, location,
      first: SourceLocation(
        file: row.optionalText(0) ?? file.path, line: row.integer(1), column: row.integer(2)))
  }

  private func exists(_ id: String) throws(StoreError) -> Bool {
    if storeIsEmpty { return false }
    defer { lookUp.reset() }
    lookUp.bind(id, at: 1)
    return try lookUp.step()
  }

  /// Whether somebody has written to the store since the staging began.
  var storeHasMoved: Bool {
    get throws(StoreError) {
      try connection.integer("SELECT max(id) FROM change") != lastChange
    }
  }

  /// Finds the records whose concepts somebody else has added since.
  func findNewlyKnown() throws(StoreError) {
    try connection.execute(
      "UPDATE temp.staged SET isNew=0 WHERE isNew=1 AND id IN (SELECT id FROM concept)")
    openCount += connection.changedRowCount
  }
}
