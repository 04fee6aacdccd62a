public import Foundation
import Terminology

extension Store {
  /// Undoes one change by a new one: what it changed is as it was before, concepts that it added
  /// are retired, units that it added are forgotten.
  ///
  /// - Parameters:
  ///   - number: The change's number.
  ///   - who: Who undoes it.
  ///   - date: When.
  /// - Returns: The number of the new change, or nothing where there was nothing left to undo.
  /// - Throws: ``StoreError/unknownChange(_:)``; ``StoreError/changedSince(change:concepts:)`` and
  ///   ``StoreError/unitsChangedSince(change:count:rows:)`` where a concept or a unit was written
  ///   since, for that work would be lost.
  @discardableResult
  public func revert(change number: Int, by who: String, at date: Date = Date()) throws -> Int? {
    try write(by: who, verb: "revert", summary: "change \(number) undone", at: date) {
      transaction in
      guard try transaction.snapshot.change(number) != nil else {
        throw StoreError.unknownChange(number)
      }
      var (steps, later): ([(ConceptWriter.Row, ConceptEntry)], [String]) = ([], [])
      for step in try transaction.writer.steps(ofChange: number) {
        guard let row = try transaction.writer.row(step.row) else { continue }
        guard row.rev == step.lastRev else {
          later.append(row.id)
          continue
        }
        var entry = row.entry
        if let before = step.before {
          entry = try transaction.writer.connection.entry(of: before, id: row.id)
        } else {
          entry.process = .retired
        }
        steps.append((row, entry))
      }
      guard later.isEmpty else {
        throw StoreError.changedSince(change: number, concepts: later)
      }
      for (row, entry) in steps { try transaction.writer.put(entry, over: row) }
      try UnitWriter(
        connection: transaction.writer.connection, change: transaction.writer.change
      ).undo(change: number)
      return transaction.changeNumber
    }
  }
}

extension ConceptWriter {
  /// What a change did to one concept.
  struct Step {
    var row: Int
    /// The rev after it.
    var lastRev: Int
    /// The entry before it; nothing where it added the concept.
    var before: [UInt8]?
  }

  /// What a change did, concept by concept.
  fileprivate func steps(ofChange number: Int) throws(StoreError) -> [Step] {
    var steps: [Int: Step] = [:]
    let versions = try connection.statement(
      "SELECT concept, rev, entry FROM version WHERE change=? ORDER BY concept, rev")
    defer { versions.reset() }
    versions.bind(number, at: 1)
    while try versions.step() {
      let row = versions.integer(0)
      let before = steps[row]?.before ?? versions.bytes(2)
      steps[row] = Step(row: row, lastRev: versions.integer(1) &+ 1, before: before)
    }
    let additions = try connection.statement(
      "SELECT row, first_rev FROM concept WHERE created_change=?")
    defer { additions.reset() }
    additions.bind(number, at: 1)
    while try additions.step() {
      let row = additions.integer(0)
      steps[row] = Step(
        row: row, lastRev: steps[row]?.lastRev ?? additions.integer(1), before: nil)
    }
    return steps.values.sorted { $0.row < $1.row }
  }
}
