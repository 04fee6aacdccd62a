import TranslationMemory

extension UnitWriter {
  /// How many rows an error names.
  private static let listLimit = 5

  /// What a change did to one unit.
  private struct Step {
    /// Whether nobody has written the unit since.
    var isLast: Bool
    /// The rev whose version was before it; nothing where it added the unit.
    var revBefore: Int?
  }

  /// Undoes what a change did to units: those it added are forgotten, the others are as before.
  ///
  /// - Parameter number: The number of the change.
  /// - Throws: ``StoreError/unitsChangedSince(change:count:rows:)`` where one was written since;
  ///   then nothing was done.
  func undo(change number: Int) throws(StoreError) {
    let rows = try snapshot.unitRows(ofChange: number)
    if rows.count > 1_000 { try connection.execute("PRAGMA cache_size=-32000") }
    defer {
      if rows.count > 1_000 { try? connection.execute("PRAGMA cache_size=-2000") }
    }
    var steps: [(row: Int, step: Step)] = []
    var later: [Int] = []
    var laterCount = 0
    for row in rows {
      guard let step = try step(ofChange: number, row: row) else { continue }
      if step.isLast {
        steps.append((row, step))
      } else {
        laterCount += 1
        if later.count < Self.listLimit { later.append(row) }
      }
    }
    guard laterCount == 0 else {
      throw .unitsChangedSince(change: number, count: laterCount, rows: later)
    }
    // Forgetting first frees the identifiers that others get back.
    for isForgetting in [true, false] {
      for (row, step) in steps {
        let before = try step.revBefore.flatMap { rev throws(StoreError) in
          try version(of: row, rev: rev)
        }
        guard (before == nil) == isForgetting, let now = try self.row(row) else { continue }
        try put(before, over: now, by: .person)
      }
    }
  }

  private func step(ofChange number: Int, row: Int) throws(StoreError) -> Step? {
    let replaced = try connection.statement(
      "SELECT min(rev), max(rev) FROM unit_version WHERE unit=? AND change=?")
    defer { replaced.reset() }
    replaced.bind([.integer(row), .integer(number)])
    let now = try connection.statement(
      """
      SELECT rev, first_rev, created_change FROM unit WHERE row=?1
      UNION ALL SELECT rev, first_rev, created_change FROM forgotten_unit WHERE row=?1
      """)
    defer { now.reset() }
    now.bind(row, at: 1)
    guard try replaced.step(), try now.step() else { return nil }
    let isAddition = now.integer(2) == number
    guard let first = replaced.optionalInteger(0) else {
      return isAddition ? Step(isLast: now.integer(0) == now.integer(1)) : nil
    }
    return Step(
      isLast: now.integer(0) == replaced.integer(1) &+ 1, revBefore: isAddition ? nil : first)
  }
}
