import Foundation
import Terminology
import Testing

@testable import Storage

/// Stores of layout 1, as its program made them, are led to the present layout.
struct UnitMigrationTests {
  /// The tables of layout 1, word for word.
  private static let layoutOne = [
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE glossary(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE change(
      id INTEGER PRIMARY KEY, who TEXT NOT NULL, at INTEGER NOT NULL, verb TEXT NOT NULL,
      summary TEXT NOT NULL, digest TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE concept(
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      glossary INTEGER NOT NULL REFERENCES glossary(id),
      rev INTEGER NOT NULL, first_rev INTEGER NOT NULL,
      process INTEGER NOT NULL, kind INTEGER NOT NULL, subject TEXT,
      created_change INTEGER NOT NULL REFERENCES change(id),
      changed_change INTEGER NOT NULL REFERENCES change(id),
      entry BLOB NOT NULL) STRICT
    """,
    "CREATE INDEX concept_of_glossary ON concept(glossary)",
    """
    CREATE TABLE term_key(
      key TEXT NOT NULL, kind INTEGER NOT NULL, concept INTEGER NOT NULL, term INTEGER NOT NULL,
      rank INTEGER NOT NULL, PRIMARY KEY(key, kind, concept, term)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tie(
      target TEXT NOT NULL, concept INTEGER NOT NULL,
      PRIMARY KEY(target, concept)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE version(
      concept INTEGER NOT NULL REFERENCES concept(row), rev INTEGER NOT NULL,
      change INTEGER NOT NULL REFERENCES change(id), entry BLOB NOT NULL,
      PRIMARY KEY(concept, rev)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE feed(
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
      size INTEGER NOT NULL, glossary INTEGER NOT NULL REFERENCES glossary(id),
      change INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE taken(
      concept INTEGER NOT NULL REFERENCES concept(row),
      feed INTEGER NOT NULL REFERENCES feed(id), rev INTEGER NOT NULL, entry BLOB,
      PRIMARY KEY(concept, feed)) STRICT, WITHOUT ROWID
    """,
  ]

  @Test func `a store of layout 1 keeps its concepts and takes units`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.sqlite")
    let old = try Store.open(
      path: path, mode: .readWriteCreating, owner: .oneself,
      schema: StoreSchema(version: 1, statements: Self.layoutOne, steps: [:]))
    try old.feed([twin, cloud])
    try old.edit(twin.id) { $0.note = "a" }
    #expect(throws: StoreError.olderVersion(path, found: 1, known: 2)) {
      try Store.open(path: path, mode: .readOnly)
    }
    let store = try Store.open(path: path, mode: .readWrite)
    #expect(store.id == old.id)
    #expect(try store.entry(twin.id)?.note == "a")
    #expect(try store.read { try $0.versions(of: twin.id) }.count == 2)
    #expect(try store.read { try $0.lastUnitChange.number } == 0)
    try store.takeUnits([scope])
    #expect(try store.unit(1) == scope)
    #expect(try store.validate().isEmpty)
    let backup = try Store.open(
      path: path + ".layout-1.backup", mode: .readOnly, owner: .oneself,
      schema: StoreSchema(version: 1, statements: Self.layoutOne, steps: [:]))
    #expect(try backup.entry(twin.id)?.note == "a")
  }
}
