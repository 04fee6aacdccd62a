import TranslationMemory

extension UnitWriter {
  /// How many rows an error names.
  private static let listLimit = 5

  /// What a change did to one unit.
  private struct Step {
    /// The rev after it.
    var lastRev: Int
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
    var steps: [(row: Int, step: Step)] = []
    var later: [Int] = []
    var laterCount = 0
    for row in rows {
      guard let step = try step(ofChange: number, row: row), let now = try self.row(row)
      else { continue }
      if now.rev == step.lastRev {
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
    guard try replaced.step(), let now = try self.row(row) else { return nil }
    let isAddition = now.createdChange == number
    guard let first = replaced.optionalInteger(0) else {
      return isAddition ? Step(lastRev: now.firstRev) : nil
    }
    return Step(
      lastRev: replaced.integer(1) &+ 1, revBefore: isAddition ? nil : first)
  }
}
