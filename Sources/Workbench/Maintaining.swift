import Foundation
public import Interchange
import Storage
public import Terminology
public import TextAnalysis

/// What a verb changed in the store.
public struct ChangeAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// The number of the change in the history; nothing where nothing had to be changed.
  @ExplicitNull public var change: Int?
  /// The concepts that were written.
  public var ids: [String]
  /// The translation units that were written, by the store's numbers.
  public var units: [Int]
  /// What a careful person would mend, though it was written; sentences, in JSON the English ones.
  public var warnings: [Phrase]
}

/// A new entry.
public struct AddRequest: Sendable {
  /// The entry; an empty identifier is made from its first English, else its first Chinese term.
  public var entry: ConceptEntry
  /// Data categories of the concept as the native CSV writes them, laid over ``entry``.
  public var cells: [CellEdit]
  /// The glossary; nothing is the one for entries made by hand, `house`.
  public var glossary: String?
  /// Who adds it.
  public var who: String

  /// Asks for a new entry.
  public init(
    _ entry: ConceptEntry, cells: [CellEdit] = [], glossary: String? = nil, who: String
  ) {
    (self.entry, self.cells, self.glossary, self.who) = (entry, cells, glossary, who)
  }
}

extension Workbench {
  /// Adds an entry, by the rules of a well-kept glossary.
  ///
  /// - Parameter request: The entry.
  /// - Returns: What was written.
  /// - Throws: ``WorkbenchError`` where the entry breaks a rule or its identifier is taken.
  public func add(_ request: AddRequest) throws(WorkbenchError) -> ChangeAnswer {
    try write(by: request.who, verb: "add", summary: request.entry.terms.first?.text ?? "") {
      transaction in
      var entry = request.entry
      if entry.id.isEmpty {
        entry.id = try self.freeIdentifier(for: entry, in: transaction.snapshot)
      }
      if !request.cells.isEmpty {
        entry = try ConceptCells.edited(entry, request.cells)
      }
      let twins = try self.checkTwins(of: entry, in: transaction.snapshot)
      let warnings = try twins + self.checked(entry, in: transaction.snapshot)
      try transaction.add(entry, glossary: request.glossary ?? "house")
      return ([entry.id], warnings)
    }
  }

  /// Changes cells or terms of an entry.
  ///
  /// - Parameters:
  ///   - id: The entry.
  ///   - edit: What to change.
  ///   - who: Who changes it.
  /// - Returns: What was written; nothing where the entry says so already.
  /// - Throws: ``WorkbenchError`` where there is no such entry or term, a value is none of its
  ///   column's, or the result breaks a rule that the entry kept before.
  public func edit(
    _ id: String, _ edit: ConceptEdit, by who: String
  ) throws(WorkbenchError) -> ChangeAnswer {
    try write(by: who, verb: "edit", summary: id) { transaction in
      guard let stored = try transaction.snapshot.concept(id: id) else {
        throw WorkbenchError.request(try self.noEntry(id, in: transaction.snapshot))
      }
      let entry = try edit.applied(to: stored.entry)
      let warnings = try self.checked(entry, before: stored.entry, in: transaction.snapshot)
      let isChanged = try transaction.update(id) { $0 = entry }
      return (isChanged ? [id] : [], warnings)
    }
  }

  /// Brings entries to another step of the work on the termbase.
  ///
  /// - Parameters:
  ///   - ids: The entries.
  ///   - process: `retired`, `approved` or `rejected`.
  ///   - who: Who decides.
  /// - Returns: The entries that were not there yet.
  /// - Throws: ``WorkbenchError`` where one of them does not exist; then none is changed.
  public func bring(
    _ ids: [String], to process: ProcessStatus, by who: String
  ) throws(WorkbenchError) -> ChangeAnswer {
    let verb =
      switch process {
      case .retired: "retire"
      case .approved: "approve"
      case .rejected: "reject"
      case .proposed: "propose"
      }
    return try write(by: who, verb: verb, summary: ids.joined(separator: " ")) { transaction in
      var changed: [String] = []
      for id in ids {
        guard let stored = try transaction.snapshot.concept(id: id) else {
          throw WorkbenchError.request(try self.noEntry(id, in: transaction.snapshot))
        }
        if process == .rejected, stored.entry.process != .proposed {
          throw WorkbenchError.request(.notProposed(id: id, stored.entry.process))
        }
        if try transaction.update(id, { $0.process = process }) { changed.append(id) }
      }
      return (changed, [])
    }
  }

  /// Undoes one change by a new one.
  ///
  /// - Parameters:
  ///   - number: The number of the change, as the history lists it.
  ///   - who: Who undoes it.
  /// - Returns: What was written.
  /// - Throws: ``WorkbenchError`` where there is no such change or somebody built on it since.
  public func revert(_ number: Int, by who: String) throws(WorkbenchError) -> ChangeAnswer {
    do {
      let change = try store.revert(change: number, by: who)
      let (ids, units) = try store.read { snapshot in
        (
          try change.map { try snapshot.conceptIDs(ofChange: $0) } ?? [],
          try change.map { try snapshot.unitRows(ofChange: $0) } ?? []
        )
      }
      if !units.isEmpty { keepUpMemoryIndex() }
      return ChangeAnswer(store: storeName, change: change, ids: ids, units: units, warnings: [])
    } catch {
      throw WorkbenchError(error)
    }
  }
}
