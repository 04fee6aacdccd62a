import Foundation
import Interchange
import Storage
import Terminology
public import TextAnalysis

/// Who changed what, and when.
public struct HistoryAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// The changes, the latest first.
  public var changes: [Change]

  /// One change.
  public struct Change: Sendable, Codable {
    /// Its number, by which it is reverted.
    public var change: Int
    /// Who made it.
    public var who: String
    /// When, as ISO 8601 in UTC.
    public var when: String
    /// What was done, in a word.
    public var verb: String
    /// What was done, in a line.
    public var summary: String
    /// How many concepts it wrote.
    public var concepts: Int
    /// How many translation units it wrote.
    public var units: Int
    /// Of one concept or unit, the revision that it made; nothing in a list of the whole store.
    @ExplicitNull public var rev: Int?
    /// Of one concept or unit, what differs from the revision before.
    public var differences: [Difference]
  }

  /// One cell that differs.
  public struct Difference: Sendable, Codable {
    /// Which: of a concept in the words of the native CSV, of a unit in those of the model.
    public var what: String
    /// What it was before.
    @ExplicitNull public var before: String?
    /// What it was after.
    @ExplicitNull public var after: String?
  }
}

extension Workbench {
  /// Lists what was changed, by whom and when: in the whole store, or of one entry with its values
  /// before and after.
  ///
  /// - Parameters:
  ///   - id: The entry; nothing means all changes.
  ///   - since: Only changes from the first day of this date on, in UTC.
  /// - Returns: The changes, the latest first.
  /// - Throws: ``WorkbenchError`` where there is no such entry.
  public func history(
    of id: String? = nil, since: PartialDate? = nil
  ) throws(WorkbenchError) -> HistoryAnswer {
    try read { snapshot in
      var changes: [HistoryAnswer.Change] = []
      if let id {
        let versions = try snapshot.versions(of: id)
        guard !versions.isEmpty else {
          throw WorkbenchError.request(try self.noEntry(id, in: snapshot))
        }
        for version in versions {
          let cells = try ConceptCells.differences(from: version.before, to: version.after)
          changes.append(
            HistoryAnswer.Change(
              version.change, concepts: 1, units: 0, rev: version.rev,
              differences: cells.map { HistoryAnswer.Difference($0) }))
        }
      } else {
        for change in try snapshot.changes() {
          changes.append(
            HistoryAnswer.Change(
              change, concepts: try snapshot.conceptIDs(ofChange: change.number).count,
              units: try snapshot.unitRows(ofChange: change.number).count, rev: nil,
              differences: []))
        }
      }
      return HistoryAnswer(store: self.storeName, changes, since: since)
    }
  }
}

extension HistoryAnswer {
  /// Turns changes round, and leaves out those before a day.
  init(store: String, _ changes: [Change], since: PartialDate?) {
    var changes = changes
    if let since {
      changes.removeAll { change in
        PartialDate(change.when.prefix(10)).map { $0.lastDay < since.firstDay } ?? false
      }
    }
    self.init(store: store, changes: changes.reversed())
  }
}

extension HistoryAnswer.Change {
  /// Tells a change as every interface gives it.
  init(
    _ change: StoreChange, concepts: Int, units: Int, rev: Int?,
    differences: [HistoryAnswer.Difference]
  ) {
    self.init(
      change: change.number, who: change.stamp.who,
      when: change.stamp.when.formatted(.iso8601), verb: change.verb, summary: change.summary,
      concepts: concepts, units: units, rev: rev, differences: differences)
  }
}

extension HistoryAnswer.Difference {
  fileprivate init(_ cell: CellDifference) {
    self.init(what: cell.what, before: cell.before, after: cell.after)
  }
}
