import Terminology
import TextAnalysis

/// The second half of an import, within one short transaction: what is known is merged one by one,
/// what is new is moved over all at once.
final class ImportMove {
  private let staging: ImportStaging
  private let connection: Connection
  private let writer: ConceptWriter
  private let snapshot: Snapshot
  private let bases: TakenBases
  private let glossary: String
  private let options: ImportOptions
  private var matcher: NameMatcher
  private var summary = ImportSummary()
  /// The rows of the concepts that the file has spoken of.
  private var touched: Set<Int> = []
  /// Identifiers of records that came without one.
  private var assigned: [(ordinal: Int, id: String)] = []
  /// The first row of those that were moved at once.
  private var firstNewRow = Int.max

  init(
    _ staging: ImportStaging, glossary: String, change: ChangeRecorder
  ) throws(StoreError) {
    self.staging = staging
    self.glossary = glossary
    connection = staging.connection
    options = staging.options
    writer = ConceptWriter(connection: connection, change: change)
    snapshot = Snapshot(connection)
    bases = try TakenBases(connection, file: staging.file)
    matcher = NameMatcher(connection)
  }

  /// Does everything but commit.
  ///
  /// - Returns: What was done.
  func run() throws -> ImportSummary {
    summary.refused = staging.refused
    if try staging.storeHasMoved { try staging.findNewlyKnown() }
    if staging.openCount > 0 { try mergeKnown() }
    try moveNew()
    if options.prune { try prune() }
    try findUnresolved()
    try bases.recordFeed(
      glossary: writer.glossary(named: glossary),
      change: connection.integer("SELECT max(id) FROM change") ?? 0)
    writer.change.summary = "\(staging.file.path): \(summary.counts)"
    if try writer.change.finish(), !options.dryRun { summary.change = writer.change.assignedNumber }
    return summary
  }

  private func mergeKnown() throws {
    let rows = try connection.statement(
      """
      SELECT ordinal, id, rev, carries, listsAll, decision, file, line, col, entry, languages
      FROM temp.staged WHERE isNew=0 ORDER BY ordinal
      """)
    defer { rows.reset() }
    while try rows.step() {
      let bytes = rows.bytes(9)
      if let id = rows.optionalText(1) {
        if try isIdentical(id, to: bytes, hasRev: !rows.isNull(2)) { continue }
        guard let stored = try writer.row(id: id) else { throw StoreError.unknownConcept(id) }
        try merge(record(of: rows, bytes: bytes), into: stored)
      } else {
        try place(record(of: rows, bytes: bytes), ordinal: rows.integer(0), bytes: bytes)
      }
    }
    rows.reset()
    for (ordinal, id) in assigned {
      try connection.run(
        "UPDATE temp.staged SET id=?, isNew=1 WHERE ordinal=?", .text(id), .integer(ordinal))
    }
  }

  private func record(of rows: Statement, bytes: [UInt8]) throws(StoreError) -> IncomingConcept {
    let id = rows.optionalText(1)
    var carries = DataCategories(rawValue: UInt32(truncatingIfNeeded: rows.integer(3)))
    if options.propose { carries.remove(.process) }
    return IncomingConcept(
      entry: try connection.entry(of: bytes, id: id ?? ""), isIdentified: id != nil,
      carries: carries, listsAllTerms: rows.integer(4) != 0,
      languages: rows.optionalText(10).map { tags in
        Set(tags.split(separator: " ").compactMap { LanguageTag($0) })
      },
      rev: rows.optionalInteger(2),
      decision: rows.optionalText(5).flatMap(ConflictDecision.init),
      location: SourceLocation(
        file: rows.optionalText(6) ?? staging.file.path, line: rows.integer(7),
        column: rows.integer(8)))
  }

  /// Whether the store has exactly these bytes: the usual case, in which nothing is to be opened.
  private func isIdentical(
    _ id: String, to bytes: [UInt8], hasRev: Bool
  ) throws(StoreError) -> Bool {
    let row = try connection.statement("SELECT row, rev, entry FROM concept WHERE id=?")
    defer { row.reset() }
    row.bind(id, at: 1)
    guard try row.step(), row.bytes(2) == bytes else { return false }
    touched.insert(row.integer(0))
    summary.unchanged += 1
    if !hasRev {
      try bases.confirm(concept: row.integer(0), id: id, rev: row.integer(1), bytes: bytes)
    }
    return true
  }
}

extension ImportMove {
  /// Merges a record into the concept that it speaks of; `nameConflict` says that only the names
  /// of one language are that concept's.
  private func merge(
    _ record: IncomingConcept, into row: ConceptWriter.Row, nameConflict: Bool = false
  ) throws {
    guard let stored = try snapshot.concept(row: row.row) else { return }
    var record = record
    if !record.isIdentified { record.entry = record.entry.spelled(as: row.entry) }
    let base = try bases.base(of: row.row, id: row.id, current: row)
    let merge = ConceptMerge(
      record, absence: staging.file.isStarter && base.isOwn ? .counts : .saysNothing)
    let isFirst = touched.insert(row.row).inserted
    var outcome = merge.outcome(
      for: stored, base: base.entry,
      glossary: options.acrossGlossaries ? nil : glossary)
    switch outcome {
    case .changed(let entry) where nameConflict, .conflict(_, let entry) where nameConflict:
      outcome = .conflict(.otherName, entry: entry)
    case .changed where !isFirst:
      summary.ambiguous.append(
        AmbiguousRecord(
          location: record.location, entry: record.entry, candidates: [row.id]))
      return
    default: break
    }
    switch outcome {
    case .unchanged:
      summary.unchanged += 1
      if record.rev == nil {
        try bases.record(
          merge.nextBase(after: base.isOwn ? base.entry : nil, stored: row.entry), of: row)
      }
    case .kept: summary.kept += 1
    case .changed(let entry):
      if options.propose {
        try propose(entry, beside: row)
      } else {
        try apply(entry, to: row, merge: merge, base: base, keepsBase: record.rev != nil)
      }
    case .conflict(let reason, let entry):
      switch options.onConflict {
      case .report:
        summary.conflicts.append(
          ImportConflict(
            id: row.id, location: record.location, reason: reason, file: entry, store: stored))
      case .propose: try propose(entry, beside: row)
      case .takeFile:
        try apply(entry, to: row, merge: merge, base: base, keepsBase: record.rev != nil)
      case .keepStore: summary.kept += 1
      }
    }
  }

  private func apply(
    _ entry: ConceptEntry, to row: ConceptWriter.Row, merge: ConceptMerge, base: TakenBases.Base,
    keepsBase: Bool
  ) throws {
    guard try writer.put(entry, over: row) else {
      summary.unchanged += 1
      return
    }
    summary.changed += 1
    summary.changes.append(
      ImportedChange(
        id: row.id, action: .changed, differences: row.entry.changes(to: entry)))
    guard !keepsBase, let written = try writer.row(row.row) else { return }
    try bases.record(
      merge.nextBase(after: base.isOwn ? base.entry : nil, stored: entry), of: written)
  }

  /// Adds a proposal beside a concept, unless it stands there already.
  private func propose(_ entry: ConceptEntry, beside row: ConceptWriter.Row) throws {
    var proposal = entry
    proposal.process = .proposed
    if !proposal.relations.contains(where: { $0.target == row.id }) {
      proposal.relations.append(Relation(.related, row.id))
    }
    for number in 2... {
      proposal.id = "\(row.id).proposed-\(number)"
      guard let earlier = try writer.row(id: proposal.id) else { break }
      touched.insert(earlier.row)
      var content = earlier.entry
      content.process = .proposed
      if content == proposal {
        summary.unchanged += 1
        return
      }
    }
    touched.insert(try writer.add(proposal, glossary: row.glossary))
    summary.added += 1
    summary.changes.append(
      ImportedChange(
        id: proposal.id, action: .proposed, differences: row.entry.changes(to: proposal)))
  }

  /// Finds the concept of a record without an identifier, or gives it one.
  private func place(_ record: IncomingConcept, ordinal: Int, bytes: [UInt8]) throws {
    switch try matcher.match(record.entry, bytes: bytes) {
    case .concept(let number):
      if let row = try writer.row(number) { try merge(record, into: row) }
    case .oneSide(let number):
      if let row = try writer.row(number) { try merge(record, into: row, nameConflict: true) }
    case .several(let rows):
      touched.formUnion(rows)
      summary.ambiguous.append(
        AmbiguousRecord(
          location: record.location, entry: record.entry,
          candidates: try rows.compactMap { row throws(StoreError) in try writer.row(row)?.id }))
    case .repeated(let id, let isSame):
      if isSame {
        summary.unchanged += 1
      } else {
        summary.ambiguous.append(
          AmbiguousRecord(location: record.location, entry: record.entry, candidates: [id]))
      }
    case .new(let id): assigned.append((ordinal, id))
    }
  }
}

extension ImportMove {
  /// Moves what is new from the temporary tables, each table in the order of its keys.
  private func moveNew() throws(StoreError) {
    let count = try connection.integer("SELECT count(*) FROM temp.staged WHERE isNew=1") ?? 0
    guard count > 0 else { return }
    let number = try writer.change.number()
    let offset = try connection.integer("SELECT max(row) FROM concept") ?? 0
    try connection.run(
      """
      INSERT INTO concept(row, id, glossary, rev, first_rev, process, kind, subject,
        created_change, changed_change, entry)
      SELECT ordinal + ?1, id, ?2, \(Self.rev), \(Self.rev), process, kind, subject, ?3, ?3, entry
      FROM temp.staged WHERE isNew=1 ORDER BY ordinal
      """,
      .integer(offset), .integer(try writer.glossary(named: glossary)), .integer(number))
    let isFiltered = count < staging.count
    let new = isFiltered ? "WHERE ordinal IN (SELECT ordinal FROM temp.staged WHERE isNew=1)" : ""
    try staging.keys.move(isFiltered: isFiltered, offset: offset)
    try connection.run(
      """
      INSERT OR IGNORE INTO tie(target, concept)
      SELECT target, ordinal + ? FROM temp.staged_tie \(new) ORDER BY target, ordinal
      """,
      .integer(offset))
    if !options.propose {
      try connection.run(
        """
        INSERT INTO taken(concept, feed, rev)
        SELECT ordinal + ?, ?, \(Self.rev) FROM temp.staged WHERE isNew=1 ORDER BY ordinal
        """,
        .integer(offset),
        .integer(try bases.feed(glossary: writer.glossary(named: glossary))))
    }
    writer.change.add(staging.digest)
    summary.added += count
    firstNewRow = offset + 1
  }

  /// The rev that a new concept begins with: that of the store it was exported from, so that the
  /// two stores understand each other's exports, else 1.
  private static let rev = "CASE WHEN rev BETWEEN 1 AND 2147483647 THEN rev ELSE 1 END"

  /// Retires the concepts of the glossary that the file has not spoken of.
  private func prune() throws {
    let rows = try connection.statement(
      """
      SELECT row FROM concept
      WHERE glossary=(SELECT id FROM glossary WHERE name=?) AND process IN (?, ?) AND row < ?
      ORDER BY row
      """)
    rows.bind([
      .text(glossary), .integer(Codes.code(of: .proposed, in: Codes.processes)),
      .integer(Codes.code(of: .approved, in: Codes.processes)), .integer(firstNewRow),
    ])
    var (missing, total) = ([Int](), 0)
    while try rows.step() {
      total += 1
      if !touched.contains(rows.integer(0)) { missing.append(rows.integer(0)) }
    }
    rows.reset()
    if missing.count * 20 > total, !options.pruneConfirmed, !options.dryRun {
      throw StoreError.pruneUnconfirmed(glossary: glossary, retired: missing.count, of: total)
    }
    for number in missing {
      guard let row = try writer.row(number) else { continue }
      var entry = row.entry
      entry.process = .retired
      try writer.put(entry, over: row)
      summary.removed += 1
      summary.changes.append(
        ImportedChange(
          id: row.id, action: .retired, differences: row.entry.changes(to: entry)))
    }
  }

  private func findUnresolved() throws(StoreError) {
    let place = try connection.statement(
      "SELECT file, line, col, id FROM temp.staged WHERE ordinal=?")
    for (target, naming) in staging.namings.sorted(by: { $0.value.ordinal < $1.value.ordinal }) {
      guard try snapshot.conceptRow(id: target) == nil else { continue }
      place.bind(naming.ordinal, at: 1)
      defer { place.reset() }
      guard try place.step() else { continue }
      summary.unresolved.append(
        UnresolvedTarget(
          target: target, namedBy: place.optionalText(3) ?? naming.id,
          location: SourceLocation(
            file: place.optionalText(0) ?? staging.file.path, line: place.integer(1),
            column: place.integer(2))))
    }
  }
}
