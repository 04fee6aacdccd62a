import TextAnalysis
import TranslationMemory

/// Finds the records of a file that repeat earlier ones of it.
///
/// Of records with one identifier the first keeps it. A new record without an identifier that has
/// the content of an earlier new one is not another unit.
struct UnitRepetitions {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Goes through the staged records and notes in them what was found.
  ///
  /// - Parameters:
  ///   - repetition: Called for each record that repeats another, with whether it says the same
  ///     of all else too.
  ///   - leftOutIdentifier: Called for each record whose identifier is an earlier one's.
  /// - Throws: ``StoreError``.
  func find(
    repetition: (_ isSame: Bool) -> Void, leftOutIdentifier: () -> Void
  ) throws(StoreError) {
    for ordinal in try repeatedIdentifiers() {
      try connection.run(
        "UPDATE temp.staged_unit SET id=NULL WHERE ordinal=?", .integer(ordinal))
      leftOutIdentifier()
    }
    let rows = try connection.statement(
      "SELECT pair, context, ordinal FROM temp.staged_unit_key ORDER BY pair, context, ordinal")
    defer { rows.reset() }
    var group: (pair: Int, context: Int, ordinals: [Int]) = (0, 0, [])
    var repetitions: [(ordinal: Int, isSame: Bool)] = []
    while try rows.step() {
      let (pair, context) = (rows.integer(0), rows.integer(1))
      if (pair, context) != (group.pair, group.context) {
        repetitions += try self.repetitions(among: group.ordinals)
        group = (pair, context, [])
      }
      group.ordinals.append(rows.integer(2))
    }
    rows.reset()
    repetitions += try self.repetitions(among: group.ordinals)
    for (ordinal, isSame) in repetitions {
      try connection.run(
        "UPDATE temp.staged_unit SET fate=\(UnitStaging.Fate.repeats.rawValue) WHERE ordinal=?",
        .integer(ordinal))
      repetition(isSame)
    }
  }

  private func repeatedIdentifiers() throws(StoreError) -> [Int] {
    let rows = try connection.statement(
      """
      SELECT ordinal FROM (SELECT ordinal, id, lag(id) OVER (ORDER BY id, ordinal) AS before
        FROM temp.staged_unit_id) WHERE id=before
      """)
    defer { rows.reset() }
    var ordinals: [Int] = []
    while try rows.step() { ordinals.append(rows.integer(0)) }
    return ordinals
  }

  /// The records that repeat others, among those with the same keys.
  private func repetitions(
    among ordinals: [Int]
  ) throws(StoreError) -> [(ordinal: Int, isSame: Bool)] {
    guard ordinals.count > 1 else { return [] }
    let snapshot = Snapshot(connection)
    var kept: [(content: UnitContent, bytes: [UInt8])] = []
    var found: [(ordinal: Int, isSame: Bool)] = []
    for ordinal in ordinals {
      let row = try connection.statement(
        """
        SELECT ordinal, 0, state, source_language, target_language, source, target, rest, id
        FROM temp.staged_unit WHERE ordinal=?
        """)
      defer { row.reset() }
      row.bind(ordinal, at: 1)
      guard try row.step() else { continue }
      var unit = try snapshot.translationUnit(of: row)
      let content = UnitContent(unit)
      let hasIdentifier = unit.id != nil
      unit.id = nil
      let bytes = UnitCodec.encode(unit)
      let equals = kept.filter { $0.content == content }
      if !hasIdentifier, !equals.isEmpty {
        found.append((ordinal, equals.contains { $0.bytes == bytes }))
      } else if !equals.contains(where: { $0.bytes == bytes }) {
        kept.append((content, bytes))
      }
    }
    return found
  }
}
