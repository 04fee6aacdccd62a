public import Terminology

extension Store {
  /// Looks through the whole store for what is not as it should be.
  ///
  /// - Parameter extraRules: What a concept breaks of the glossary's rules; it may ask for the
  ///   entries of others by identifier.
  /// - Returns: Every fault, those of the file first; none in a sound store.
  /// - Throws: ``StoreError`` where the file cannot be read at all.
  /// - Complexity: O(the size of the store).
  public func validate(
    extraRules: (StoredConcept, (String) -> ConceptEntry?) -> [GlossaryFault] = { _, _ in [] }
  ) throws -> [StoreFault] {
    try read { snapshot in
      let validation = Validation(snapshot.connection)
      try validation.checkFile()
      guard validation.faults.isEmpty else { return validation.faults }
      try validation.checkChanges()
      try validation.checkConcepts()
      try validation.checkVersions()
      validation.faults += try UnitValidation(snapshot.connection).faults()
      // Damaged concepts have been named; the rules are for those that can be read.
      guard !validation.faults.contains(where: \.isDamage) else { return validation.faults }
      try snapshot.forEachConcept { concept in
        try validation.checkRelations(of: concept.entry, in: snapshot)
        let faults = extraRules(concept) { id in try? snapshot.concept(id: id)?.entry }
        validation.faults += faults.map { .rule(id: concept.entry.id, $0) }
      }
      return validation.faults
    }
  }
}

/// The faults found so far.
private final class Validation {
  private let connection: Connection
  var faults: [StoreFault] = []

  init(_ connection: Connection) { self.connection = connection }

  func checkFile() throws(StoreError) {
    let integrity = try connection.statement("PRAGMA integrity_check(20)")
    defer { integrity.reset() }
    while try integrity.step() {
      if integrity.text(0) != "ok" { faults.append(.integrity(integrity.text(0))) }
    }
    let dangling = try connection.statement("PRAGMA foreign_key_check")
    defer { dangling.reset() }
    while try dangling.step() {
      faults.append(.danglingRow(table: dangling.text(0), target: dangling.text(2)))
    }
  }

  func checkChanges() throws(StoreError) {
    let rows = try connection.statement("SELECT id, length(digest) FROM change ORDER BY id")
    defer { rows.reset() }
    var expected = 1
    while try rows.step() {
      if rows.integer(0) != expected || rows.integer(1) != 32 {
        faults.append(.changes(number: rows.integer(0)))
      }
      expected = rows.integer(0) &+ 1
    }
  }

  func checkConcepts() throws(StoreError) {
    let rows = try connection.statement(
      "SELECT row, id, rev, first_rev, process, kind, subject, entry FROM concept ORDER BY row")
    defer { rows.reset() }
    var (keyCount, tieCount) = (0, 0)
    while try rows.step() {
      let (row, id, rev) = (rows.integer(0), rows.text(1), rows.integer(2))
      let entry: ConceptEntry
      do {
        entry = try EntryCodec.decode(rows.bytes(7), id: id)
      } catch {
        faults.append(.damagedEntry(id: id, rev: rev, error))
        continue
      }
      if Codes.code(of: entry.process, in: Codes.processes) != rows.integer(4)
        || Codes.code(of: entry.kind, in: Codes.kinds) != rows.integer(5)
        || entry.subjectField != rows.optionalText(6)
      {
        faults.append(.columns(id: id))
      }
      let versionCount = try connection.integer(
        "SELECT count(*) FROM version WHERE concept=? AND rev BETWEEN ? AND ?", .integer(row),
        .integer(rows.integer(3)), .integer(rev &- 1))
      if versionCount != rev &- rows.integer(3) { faults.append(.versions(id: id)) }
      let (keys, ties) = (entry.uniqueKeys, entry.tieTargets)
      for key in keys where try !hasKey(key, of: row) {
        faults.append(.keys(id: id))
        break
      }
      for target in ties where try !hasTie(target, of: row) {
        faults.append(.ties(id: id))
        break
      }
      keyCount += keys.count
      tieCount += ties.count
    }
    // Every key that should be there is; as many as there are mean that no other is.
    if faults.isEmpty, try connection.integer("SELECT count(*) FROM term_key") != keyCount {
      try findStrayKeys()
    }
    if faults.isEmpty, try connection.integer("SELECT count(*) FROM tie") != tieCount {
      faults.append(.ties(id: "tie"))
    }
  }

  private func hasKey(_ key: TermKey, of row: Int) throws(StoreError) -> Bool {
    try connection.integer(
      "SELECT rank FROM term_key WHERE key=? AND kind=? AND concept=? AND term=?",
      .text(key.text), .integer(key.kind.rawValue), .integer(row), .integer(key.term))
      == key.rank
  }

  private func hasTie(_ target: String, of row: Int) throws(StoreError) -> Bool {
    try connection.integer(
      "SELECT 1 FROM tie WHERE target=? AND concept=?", .text(target), .integer(row)) == 1
  }

  private func findStrayKeys() throws(StoreError) {
    let rows = try connection.statement(
      """
      SELECT k.key, k.kind, k.concept, k.term, k.rank, c.id, c.entry FROM term_key AS k
      LEFT JOIN concept AS c ON c.row=k.concept ORDER BY k.concept
      """)
    defer { rows.reset() }
    var named: Set<Int> = []
    while try rows.step() {
      let (row, id) = (rows.integer(2), rows.text(5))
      guard !named.contains(row) else { continue }
      let keys = rows.isNull(6) ? [] : try connection.entry(of: rows.bytes(6), id: id).uniqueKeys
      let isKnown = keys.contains {
        $0.text == rows.text(0) && $0.kind.rawValue == rows.integer(1)
          && $0.term == rows.integer(3)
      }
      if !isKnown {
        named.insert(row)
        faults.append(.keys(id: id.isEmpty ? "row \(row)" : id))
      }
    }
  }

  func checkVersions() throws(StoreError) {
    let rows = try connection.statement(
      """
      SELECT concept.id, version.rev, version.entry FROM version
      JOIN concept ON concept.row=version.concept ORDER BY version.concept, version.rev
      """)
    defer { rows.reset() }
    while try rows.step() {
      do {
        _ = try EntryCodec.decode(rows.bytes(2), id: rows.text(0))
      } catch {
        faults.append(.damagedEntry(id: rows.text(0), rev: rows.integer(1), error))
      }
    }
  }

  func checkRelations(
    of entry: ConceptEntry, in snapshot: borrowing Snapshot
  ) throws(StoreError) {
    guard !entry.process.isOutOfUse else { return }
    for issuer in entry.issuers where try snapshot.conceptRow(id: issuer) == nil {
      faults.append(.unresolvedIssuer(id: entry.id, target: issuer))
    }
    for relation in entry.relations {
      guard let other = try snapshot.concept(id: relation.target) else {
        faults.append(.unresolvedRelation(id: entry.id, relation))
        continue
      }
      // A proposal may point to what does not know of it yet.
      guard let mirror = relation.kind.mirror, entry.process != .proposed,
        !other.entry.process.isOutOfUse
      else { continue }
      if !other.entry.relations.contains(where: { $0.kind == mirror && $0.target == entry.id }) {
        faults.append(.unmirroredRelation(id: entry.id, relation))
      }
    }
  }
}
