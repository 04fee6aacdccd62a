package import Terminology

extension Snapshot {
  /// Goes through the identifiers of all concepts in their order.
  ///
  /// - Parameter body: Called with each.
  /// - Throws: ``StoreError``, and what `body` throws.
  package func forEachIdentifier(_ body: (String) throws -> Void) throws {
    let rows = try connection.statement("SELECT id FROM concept ORDER BY id")
    defer { rows.reset() }
    while try rows.step() { try body(rows.text(0)) }
  }

  /// How many concepts name this one, as a relation or an issuer.
  package func tieCount(to id: String) throws(StoreError) -> Int {
    try connection.integer("SELECT count(*) FROM tie WHERE target=?", .text(id)) ?? 0
  }

  /// Goes through the entries that look-ups find, with their rows, for files that are made of them.
  ///
  /// - Parameter body: Called with each entry and its row.
  /// - Throws: ``StoreError``, and what `body` throws.
  package func forEachEntry(_ body: (ConceptEntry, _ row: Int) throws -> Void) throws {
    let rows = try connection.statement("SELECT row, id, entry FROM concept ORDER BY row")
    defer { rows.reset() }
    while try rows.step() {
      try body(connection.entry(of: rows.bytes(2), id: rows.text(1)), rows.integer(0))
    }
  }

  /// Whether a concept was added or changed after a change.
  ///
  /// - Complexity: O(concepts) where none was, a fraction of a microsecond each.
  package func hasConcepts(changedAfter change: Int) throws(StoreError) -> Bool {
    try connection.integer(
      "SELECT 1 FROM concept WHERE changed_change>? LIMIT 1", .integer(change)) != nil
  }
}
