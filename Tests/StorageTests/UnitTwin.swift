import Foundation
import TranslationMemory

@testable import Storage

/// A store of units as plain arrays, which says what the real one must say.
///
/// Of each unit all states are kept, nothing where it was forgotten, with the number of the change
/// that made each.
struct UnitTwin {
  struct Entry {
    var row: Int
    var memory: String
    var states: [TranslationUnit?]
    var makers: [Int]
    var takenRev: Int?
    var rev: Int { states.count }
    var now: TranslationUnit? { states.last ?? nil }
    var words: TranslationUnit? { now ?? states.dropLast().last ?? nil }
  }

  struct IdentifierTaken: Error {}
  struct ChangedSince: Error {}

  var entries: [Entry] = []
  var changeCount = 0
  private var isWriting = false
  let who = Authorship(who: "wang", date: Date(timeIntervalSince1970: 1_000))

  private var lastRow: Int { entries.map(\.row).max() ?? 0 }
  private func place(_ row: Int) -> Int { entries.firstIndex { $0.row == row } ?? 0 }

  /// Does something in one change, or not at all.
  mutating func write<Result>(_ body: (inout UnitTwin) throws -> Result) rethrows -> Result {
    var copy = self
    copy.isWriting = false
    let result = try body(&copy)
    self = copy
    return result
  }

  private mutating func change() -> Int {
    if !isWriting { changeCount += 1 }
    isWriting = true
    return changeCount
  }

  private mutating func put(
    _ unit: TranslationUnit?, row: Int, isFile: Bool = false
  ) throws {
    let place = place(row)
    guard entries[place].now != unit else { return }
    let memory = entries[place].memory
    if let id = unit?.id,
      entries.contains(where: { $0.memory == memory && $0.row != row && $0.now?.id == id })
    {
      throw IdentifierTaken()
    }
    entries[place].states.append(unit)
    entries[place].makers.append(change())
    if isFile { entries[place].takenRev = entries[place].rev }
  }

  private mutating func add(_ unit: TranslationUnit, row: Int, memory: String, isFile: Bool) {
    entries.append(
      Entry(
        row: row, memory: memory, states: [unit], makers: [change()],
        takenRev: isFile ? 1 : nil))
  }

  private func byIdentifier(_ id: String, _ memory: String) -> Entry? {
    let own = entries.filter { $0.memory == memory && $0.words?.id == id }
    return own.first { $0.now != nil }
      ?? own.max { ($0.makers.last ?? 0, $0.row) < ($1.makers.last ?? 0, $1.row) }
  }

  private func byContent(_ unit: TranslationUnit, _ memory: String) -> Entry? {
    let own = entries.filter { $0.memory == memory }
    func isSame(_ words: TranslationUnit?, anyContext: Bool) -> Bool {
      guard let words else { return false }
      return words.source == unit.source && words.target == unit.target
        && (unit.id == nil || words.id == nil || unit.id == words.id)
        && (anyContext || (words.previous == unit.previous && words.next == unit.next))
    }
    for isForgotten in [false, true] {
      for anyContext in [false, true] {
        if anyContext, unit.previous != nil || unit.next != nil { continue }
        let found = own.filter { entry in
          (entry.now == nil) == isForgotten && isSame(entry.words, anyContext: anyContext)
            && !(isForgotten && entry.words?.id != nil
              && own.contains { $0.now?.id == entry.words?.id })
        }
        if let first = found.min(by: { $0.row < $1.row }) { return first }
      }
    }
    return nil
  }

  private func find(_ unit: TranslationUnit, _ memory: String) -> Entry? {
    unit.id.flatMap { byIdentifier($0, memory) } ?? byContent(unit, memory)
  }

  /// A stored unit with what another says.
  private func laid(_ unit: TranslationUnit, over old: TranslationUnit) -> TranslationUnit {
    var new = old
    new.id = unit.id ?? old.id
    (new.source, new.target, new.state) = (unit.source, unit.target, unit.state)
    new.previous = unit.previous ?? old.previous
    new.next = unit.next ?? old.next
    if !unit.notes.isEmpty { new.notes = unit.notes }
    return new
  }
}

extension UnitTwin {
  mutating func remember(_ unit: TranslationUnit, memory: String) throws {
    if let entry = find(unit, memory), let words = entry.words {
      var new = laid(unit, over: words)
      if new == entry.now { return }
      new.change = who
      return try put(new, row: entry.row)
    }
    var unit = unit
    unit.creation = who
    add(unit, row: lastRow + 1, memory: memory, isFile: false)
  }

  mutating func correct(_ row: Int, _ change: (inout TranslationUnit) -> Void) throws {
    guard var unit = entries[place(row)].now else { return }
    change(&unit)
    guard unit != entries[place(row)].now else { return }
    unit.change = who
    try put(unit, row: row)
  }

  mutating func forget(_ row: Int) throws { try put(nil, row: row) }

  mutating func revert(_ number: Int) throws {
    let touched = entries.filter { $0.makers.contains(number) }.sorted { $0.row < $1.row }
    guard touched.allSatisfy({ $0.makers.last == number }) else { throw ChangedSince() }
    let steps = touched.map { entry -> (row: Int, before: TranslationUnit?) in
      let first = entry.makers.firstIndex(of: number) ?? 0
      return (entry.row, first == 0 ? nil : entry.states[first - 1])
    }
    for step in steps where step.before == nil { try put(nil, row: step.row) }
    for step in steps where step.before != nil { try put(step.before, row: step.row) }
  }
}

extension UnitTwin {
  /// Takes a file in; gives the counts.
  mutating func take(
    _ records: [TranslationUnit], memory: String, options: UnitImportOptions
  ) throws -> UnitImportSummary {
    var summary = UnitImportSummary()
    var (touched, likewise): (Set<Int>, Set<Int>) = ([], [])
    var staged: [(unit: TranslationUnit, isNew: Bool)] = []
    for record in records {
      guard let entry = find(record, memory) else {
        staged.append((record, true))
        continue
      }
      if let now = entry.now, entry.takenRev == entry.rev, laid(record, over: now) == now,
        !touched.contains(entry.row)
      {
        touched.insert(entry.row)
        likewise.formUnion(rows(likewise: record, memory))
        summary.unchanged += 1
      } else {
        staged.append((record, false))
      }
    }
    var ids: Set<String> = []
    for place in staged.indices {
      guard let id = staged[place].unit.id, !ids.insert(id).inserted else { continue }
      staged[place].unit.id = nil
      summary.identifiersLeftOut += 1
    }
    var new: [(ordinal: Int, unit: TranslationUnit)] = []
    for (place, record) in staged.enumerated() where record.isNew {
      let unit = record.unit
      let equals = new.map(\.unit).filter {
        $0.source == unit.source && $0.target == unit.target && $0.previous == unit.previous
          && $0.next == unit.next
      }
      guard unit.id == nil, !equals.isEmpty else {
        new.append((place + 1, unit))
        continue
      }
      if equals.contains(where: { $0.notes == unit.notes && $0.state == unit.state }) {
        summary.unchanged += 1
      } else {
        summary.repeated += 1
      }
    }
    let last = lastRow
    let open = staged.filter { !$0.isNew }.map(\.unit)
    for unit in open.filter({ $0.id != nil }) + open.filter({ $0.id == nil }) {
      try decide(unit, memory, options, &touched, &likewise, &summary)
    }
    if options.prune {
      for entry in entries
      where entry.memory == memory && entry.row <= last && entry.now != nil
        && !touched.union(likewise).contains(entry.row)
      {
        try put(nil, row: entry.row, isFile: true)
        summary.removed += 1
      }
    }
    let offset = lastRow
    for (ordinal, unit) in new {
      add(unit, row: offset + ordinal, memory: memory, isFile: true)
      summary.added += 1
    }
    return summary
  }
}

extension UnitTwin {
  /// The rows of the units that a record without context speaks of too.
  private func rows(likewise unit: TranslationUnit, _ memory: String) -> [Int] {
    guard unit.previous == nil, unit.next == nil else { return [] }
    return entries.filter {
      $0.memory == memory && $0.now?.source == unit.source && $0.now?.target == unit.target
    }.map(\.row)
  }

  private mutating func decide(
    _ record: TranslationUnit, _ memory: String, _ options: UnitImportOptions,
    _ touched: inout Set<Int>, _ likewise: inout Set<Int>, _ summary: inout UnitImportSummary
  ) throws {
    var record = record
    if let entry = record.id.flatMap({ byIdentifier($0, memory) }) {
      if !touched.contains(entry.row) {
        touched.insert(entry.row)
        return try merge(record, into: entry, options, &summary)
      }
      record.id = nil
      summary.identifiersLeftOut += 1
    }
    if let entry = byContent(record, memory) {
      if !touched.contains(entry.row) {
        touched.insert(entry.row)
        try merge(record, into: entry, options, &summary)
        likewise.formUnion(rows(likewise: record, memory))
        return
      }
      if record.id == nil {
        if let now = entry.now, laid(record, over: now) == now {
          summary.unchanged += 1
        } else {
          summary.repeated += 1
        }
        return
      }
    }
    let row = lastRow + 1
    add(record, row: row, memory: memory, isFile: true)
    touched.insert(row)
    summary.added += 1
  }

  private mutating func merge(
    _ record: TranslationUnit, into entry: Entry, _ options: UnitImportOptions,
    _ summary: inout UnitImportSummary
  ) throws {
    guard let words = entry.words else { return }
    let merged = laid(record, over: words)
    if merged == entry.now {
      summary.unchanged += 1
      entries[place(entry.row)].takenRev = entry.rev
      return
    }
    func apply() throws {
      try put(merged, row: entry.row, isFile: true)
      if entry.now == nil { summary.added += 1 } else { summary.changed += 1 }
    }
    if entry.takenRev == entry.rev { return try apply() }
    if let taken = entry.takenRev, let base = entry.states[taken - 1],
      laid(record, over: base) == base
    {
      if entry.now == nil { summary.kept += 1 } else { summary.unchanged += 1 }
      return
    }
    switch options.onConflict {
    case .takeFile: try apply()
    case .keepStore: summary.kept += 1
    case .report: summary.conflictCount += 1
    }
  }
}
