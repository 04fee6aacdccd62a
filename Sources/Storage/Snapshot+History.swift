public import Terminology
import TranslationMemory

/// One change of the store: what one transaction wrote.
public struct StoreChange: Sendable, Hashable, Codable {
  /// Its number, from 1 on, in the order in which changes were made.
  public var number: Int
  /// Who made it and when.
  public var stamp: Stamp
  /// What was done, in a word.
  public var verb: String
  /// What was done, in a line.
  public var summary: String
  /// The digest of all changes up to this one.
  public var digest: String
}

/// The last change that a snapshot sees; files that are derived from the store name it.
public struct ChangeMark: Sendable, Hashable, Codable {
  /// The change's number; 0 in a store in which nothing was written yet.
  public var number: Int
  /// The digest of all changes up to it.
  public var digest: String
}

/// One step in the life of a concept.
public struct ConceptVersion: Sendable, Hashable {
  /// The rev that the concept had after it.
  public var rev: Int
  /// The change that made it.
  public var change: StoreChange
  /// The entry before; nothing where the concept was added.
  public var before: ConceptEntry?
  /// The entry after.
  public var after: ConceptEntry
}

/// A file that the store was fed, as it was when it was last taken in.
public struct StoredFeed: Sendable, Hashable {
  /// Its path.
  public var path: String
  /// The digest of its bytes.
  public var digest: String
  /// How many bytes it had.
  public var byteCount: Int
  /// The glossary that it went into.
  public var glossary: String
  /// The number of the store's last change when it was taken in.
  public var change: Int
}

/// A tie from one concept to another, seen from the other.
public struct PointingRelation: Sendable, Hashable {
  /// The concept that has the relation.
  public var id: String
  /// The relation.
  public var relation: Relation
}

/// What is in a store, in numbers.
public struct StoreStatistics: Sendable, Hashable, Codable {
  /// Concepts, whatever their process.
  public var conceptCount: Int
  /// Concepts by process, under the process's name.
  public var conceptsByProcess: [String: Int]
  /// Concepts in use, by kind, under the kind's name.
  public var conceptsByKind: [String: Int]
  /// Keys by which terms are found.
  public var keyCount: Int
  /// Changes.
  public var changeCount: Int
  /// Versions of concepts that were replaced.
  public var versionCount: Int
  /// Memories.
  public var memoryCount: Int
  /// Units.
  public var unitCount: Int
  /// Units by state, under the state's name.
  public var unitsByState: [String: Int]
  /// Versions of units that were replaced, forgotten ones among them.
  public var unitVersionCount: Int
  /// The file's size in bytes, without its log.
  public var byteCount: Int
}

extension Snapshot {
  /// The last change.
  public var lastChange: ChangeMark {
    get throws(StoreError) {
      let row = try connection.statement(
        "SELECT id, digest FROM change ORDER BY id DESC LIMIT 1")
      defer { row.reset() }
      guard try row.step() else { return ChangeMark(number: 0, digest: "") }
      return ChangeMark(number: row.integer(0), digest: row.text(1))
    }
  }

  /// Whether anything was written but by imports.
  public var hasEdits: Bool {
    get throws(StoreError) {
      try connection.integer("SELECT 1 FROM change WHERE verb<>'import' LIMIT 1") != nil
    }
  }

  /// Changes, the oldest first.
  ///
  /// - Parameters:
  ///   - number: Only those after the change of this number.
  ///   - limit: At most so many.
  /// - Returns: The changes.
  /// - Throws: ``StoreError``.
  public func changes(since number: Int = 0, limit: Int = .max) throws(StoreError) -> [StoreChange]
  {
    let rows = try connection.statement(
      "SELECT id, who, at, verb, summary, digest FROM change WHERE id > ? ORDER BY id LIMIT ?")
    defer { rows.reset() }
    rows.bind([.integer(number), .integer(limit)])
    var changes: [StoreChange] = []
    while try rows.step() { changes.append(try change(of: rows)) }
    return changes
  }

  /// A change by its number, or nothing if there is none.
  public func change(_ number: Int) throws(StoreError) -> StoreChange? {
    let row = try connection.statement(
      "SELECT id, who, at, verb, summary, digest FROM change WHERE id=?")
    defer { row.reset() }
    row.bind(number, at: 1)
    return try row.step() ? change(of: row) : nil
  }

  /// What a file that was made from the store says of a change: nothing where there is no such
  /// change.
  ///
  /// - Throws: ``StoreError``.
  public func mark(ofChange number: Int) throws(StoreError) -> ChangeMark? {
    try change(number).map { ChangeMark(number: $0.number, digest: $0.digest) }
  }

  private func change(of row: Statement) throws(StoreError) -> StoreChange {
    StoreChange(
      number: row.integer(0), stamp: try stamp(of: row.integer(0)), verb: row.text(3),
      summary: row.text(4), digest: row.text(5))
  }

  /// The life of a concept, from the day it was added on.
  ///
  /// - Parameter id: Its identifier.
  /// - Returns: Its versions, the first one first; none where there is no such concept.
  /// - Throws: ``StoreError``.
  public func versions(of id: String) throws(StoreError) -> [ConceptVersion] {
    let concept = try connection.statement(
      "SELECT row, rev, created_change, entry FROM concept WHERE id=?")
    defer { concept.reset() }
    concept.bind(id, at: 1)
    guard try concept.step() else { return [] }
    var versions: [ConceptVersion] = []
    var (maker, before): (Int, ConceptEntry?) = (concept.integer(2), nil)
    let replaced = try connection.statement(
      "SELECT rev, change, entry FROM version WHERE concept=? ORDER BY rev")
    defer { replaced.reset() }
    replaced.bind(concept.integer(0), at: 1)
    while try replaced.step() {
      let entry = try connection.entry(of: replaced.bytes(2), id: id)
      if let change = try change(maker) {
        versions.append(
          ConceptVersion(rev: replaced.integer(0), change: change, before: before, after: entry))
      }
      (maker, before) = (replaced.integer(1), entry)
    }
    if let change = try change(maker) {
      let entry = try connection.entry(of: concept.bytes(3), id: id)
      versions.append(
        ConceptVersion(rev: concept.integer(1), change: change, before: before, after: entry))
    }
    return versions
  }

  /// The identifiers of the concepts that a change added or changed, in the order in which they
  /// were first added.
  public func conceptIDs(ofChange number: Int) throws(StoreError) -> [String] {
    let rows = try connection.statement(
      """
      SELECT id FROM concept WHERE created_change=?1
        OR row IN (SELECT concept FROM version WHERE change=?1) ORDER BY row
      """)
    defer { rows.reset() }
    rows.bind(number, at: 1)
    var ids: [String] = []
    while try rows.step() { ids.append(rows.text(0)) }
    return ids
  }

  /// The relations of other concepts that point to one.
  ///
  /// - Parameter id: The identifier that is pointed to; there need be no such concept.
  /// - Returns: The relations, in the order in which their concepts were added.
  /// - Throws: ``StoreError``.
  public func relationsPointing(to id: String) throws(StoreError) -> [PointingRelation] {
    let rows = try connection.statement(
      """
      SELECT concept.id, concept.entry FROM tie JOIN concept ON concept.row=tie.concept
      WHERE tie.target=? ORDER BY concept.row
      """)
    defer { rows.reset() }
    rows.bind(id, at: 1)
    var found: [PointingRelation] = []
    while try rows.step() {
      let entry = try connection.entry(of: rows.bytes(1), id: rows.text(0))
      found += entry.relations.filter { $0.target == id }
        .map { PointingRelation(id: entry.id, relation: $0) }
    }
    return found
  }

  /// The files that the store was fed, by path.
  public func feeds() throws(StoreError) -> [StoredFeed] {
    let rows = try connection.statement(
      """
      SELECT path, digest, size, name, change FROM feed JOIN glossary ON glossary.id=glossary
      ORDER BY path
      """)
    defer { rows.reset() }
    var feeds: [StoredFeed] = []
    while try rows.step() {
      feeds.append(
        StoredFeed(
          path: rows.text(0), digest: rows.text(1), byteCount: rows.integer(2),
          glossary: rows.text(3), change: rows.integer(4)))
    }
    return feeds
  }

  /// What is in the store, in numbers.
  ///
  /// - Complexity: O(the size of the store).
  public func statistics() throws(StoreError) -> StoreStatistics {
    func count(_ sql: String) throws(StoreError) -> Int { try connection.integer(sql) ?? 0 }
    var statistics = StoreStatistics(
      conceptCount: try count("SELECT count(*) FROM concept"), conceptsByProcess: [:],
      conceptsByKind: [:], keyCount: try count("SELECT count(*) FROM term_key"),
      changeCount: try count("SELECT count(*) FROM change"),
      versionCount: try count("SELECT count(*) FROM version"),
      memoryCount: try count("SELECT count(*) FROM memory"), unitCount: 0, unitsByState: [:],
      unitVersionCount: try count("SELECT count(*) FROM unit_version"),
      byteCount: try count("PRAGMA page_count") * count("PRAGMA page_size"))
    let rows = try connection.statement(
      "SELECT process, kind, count(*) FROM concept GROUP BY process, kind")
    defer { rows.reset() }
    while try rows.step() {
      guard Codes.processes.indices.contains(rows.integer(0)),
        Codes.kinds.indices.contains(rows.integer(1))
      else { continue }
      let process = Codes.processes[rows.integer(0)]
      statistics.conceptsByProcess[process.rawValue, default: 0] += rows.integer(2)
      if !process.isOutOfUse {
        statistics.conceptsByKind[Codes.kinds[rows.integer(1)].rawValue, default: 0] +=
          rows.integer(2)
      }
    }
    let units = try connection.statement("SELECT state, count(*) FROM unit GROUP BY state")
    defer { units.reset() }
    while try units.step() {
      statistics.unitCount += units.integer(1)
      guard UnitCodec.states.indices.contains(units.integer(0)) else { continue }
      statistics.unitsByState[UnitCodec.states[units.integer(0)].rawValue] = units.integer(1)
    }
    return statistics
  }
}
