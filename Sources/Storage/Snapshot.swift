import Foundation
public import Terminology
import TextAnalysis

/// The store as it is at one instant.
///
/// It is lent by ``Store/read(_:)`` and by a ``Transaction``, where it sees what that has written.
public struct Snapshot: ~Copyable {
  let connection: Connection
  private let names: Names

  init(_ connection: Connection) {
    self.connection = connection
    names = Names(connection)
  }

  /// What rows give in short: glossaries, memories and stamps by number, languages by tag, each
  /// read once.
  private final class Names {
    private let connection: Connection
    private var glossaries: [Int: String] = [:]
    private var memories: [Int: String] = [:]
    private var stamps: [Int: Stamp] = [:]
    private var languages: [String: LanguageTag] = [:]

    init(_ connection: Connection) { self.connection = connection }

    func glossary(_ id: Int) throws(StoreError) -> String {
      if let name = glossaries[id] { return name }
      let name =
        try connection.text("SELECT name FROM glossary WHERE id=?", .integer(id)) ?? ""
      glossaries[id] = name
      return name
    }

    func memory(_ id: Int) throws(StoreError) -> String {
      if let name = memories[id] { return name }
      let name = try connection.text("SELECT name FROM memory WHERE id=?", .integer(id)) ?? ""
      memories[id] = name
      return name
    }

    func language(_ text: String) -> LanguageTag? {
      if let tag = languages[text] { return tag }
      let tag = LanguageTag(text)
      // A damaged store may have a tag a unit.
      if languages.count < 1_000 { languages[text] = tag }
      return tag
    }

    func stamp(_ change: Int) throws(StoreError) -> Stamp {
      if let stamp = stamps[change] { return stamp }
      let statement = try connection.statement("SELECT who, at FROM change WHERE id=?")
      defer { statement.reset() }
      statement.bind(change, at: 1)
      let found = try statement.step()
      let stamp = Stamp(
        who: found ? statement.text(0) : "",
        when: Date(timeIntervalSince1970: found ? Double(statement.integer(1)) : 0))
      stamps[change] = stamp
      return stamp
    }
  }

  static let conceptColumns =
    "row, id, glossary, rev, created_change, changed_change, entry"

  /// Makes a concept of a row of ``conceptColumns``.
  func concept(of row: Statement) throws(StoreError) -> StoredConcept {
    StoredConcept(
      entry: try connection.entry(of: row.bytes(6), id: row.text(1)), rev: row.integer(3),
      glossary: try names.glossary(row.integer(2)), created: try names.stamp(row.integer(4)),
      changed: try names.stamp(row.integer(5)))
  }

  func stamp(of change: Int) throws(StoreError) -> Stamp { try names.stamp(change) }

  func memoryName(_ number: Int) throws(StoreError) -> String { try names.memory(number) }

  func language(_ text: String) -> LanguageTag? { names.language(text) }
}

extension Snapshot {
  /// A concept by its identifier, or nothing if there is none.
  public func concept(id: String) throws(StoreError) -> StoredConcept? {
    let statement = try connection.statement(
      "SELECT \(Self.conceptColumns) FROM concept WHERE id=?")
    defer { statement.reset() }
    statement.bind(id, at: 1)
    return try statement.step() ? concept(of: statement) : nil
  }

  /// A concept by its row, as a ``KeyHit`` has it, or nothing if there is none.
  public func concept(row: Int) throws(StoreError) -> StoredConcept? {
    let statement = try connection.statement(
      "SELECT \(Self.conceptColumns) FROM concept WHERE row=?")
    defer { statement.reset() }
    statement.bind(row, at: 1)
    return try statement.step() ? concept(of: statement) : nil
  }

  /// The row of a concept, or nothing if there is no such concept.
  public func conceptRow(id: String) throws(StoreError) -> Int? {
    try connection.integer("SELECT row FROM concept WHERE id=?", .text(id))
  }

  /// The concepts of these identifiers in the order asked for, without those that do not exist.
  public func concepts(ids: some Sequence<String>) throws(StoreError) -> [StoredConcept] {
    var found: [StoredConcept] = []
    for id in ids {
      if let concept = try concept(id: id) { found.append(concept) }
    }
    return found
  }

  /// Goes through concepts in a stable order: glossaries by name, in each as they were first
  /// added.
  ///
  /// - Parameters:
  ///   - glossaries: Their names; nothing means all.
  ///   - kinds: Nothing means all.
  ///   - subjects: Subject fields; nothing means all, also concepts without one.
  ///   - processes: Nothing means all, also rejected and retired ones.
  ///   - body: Called with each.
  /// - Throws: ``StoreError`` and what `body` throws.
  public func forEachConcept(
    glossaries: Set<String>? = nil, kinds: Set<ConceptKind>? = nil,
    subjects: Set<String>? = nil, processes: Set<ProcessStatus>? = nil,
    _ body: (StoredConcept) throws -> Void
  ) throws {
    let wanted = try self.glossaries().filter { glossaries?.contains($0.name) ?? true }
    for glossary in wanted {
      let rows = try connection.statement(
        """
        SELECT \(Self.conceptColumns), kind, process, subject FROM concept
        WHERE glossary=(SELECT id FROM glossary WHERE name=?) ORDER BY row
        """)
      defer { rows.reset() }
      rows.bind(glossary.name, at: 1)
      while try rows.step() {
        if let kinds,
          !kinds.contains(where: { Codes.code(of: $0, in: Codes.kinds) == rows.integer(7) })
        {
          continue
        }
        if let processes,
          !processes.contains(where: { Codes.code(of: $0, in: Codes.processes) == rows.integer(8) })
        {
          continue
        }
        if let subjects, !(rows.optionalText(9).map(subjects.contains) ?? false) { continue }
        try body(concept(of: rows))
      }
    }
  }

  /// The names of the glossaries in their order; ``glossaries()`` without the counting.
  public func glossaryNames() throws(StoreError) -> [String] {
    let rows = try connection.statement("SELECT name FROM glossary ORDER BY name")
    defer { rows.reset() }
    var names: [String] = []
    while try rows.step() { names.append(rows.text(0)) }
    return names
  }

  /// The glossaries by name, with the number of their concepts.
  public func glossaries() throws(StoreError) -> [GlossaryCount] {
    let rows = try connection.statement(
      """
      SELECT name, (SELECT count(*) FROM concept WHERE glossary=glossary.id) FROM glossary
      ORDER BY name
      """)
    defer { rows.reset() }
    var glossaries: [GlossaryCount] = []
    while try rows.step() {
      glossaries.append(GlossaryCount(name: rows.text(0), conceptCount: rows.integer(1)))
    }
    return glossaries
  }
}

/// A glossary and the number of its concepts, whatever their process.
public struct GlossaryCount: Sendable, Hashable, Codable {
  /// Its name.
  public var name: String
  /// How many concepts it has.
  public var conceptCount: Int
}
