import Foundation
import Terminology
import TestSupport
import Testing
import TextAnalysis

@testable import Storage

/// A store of plain dictionaries, which says what the real one must say.
///
/// Of each concept it keeps three values, what the file last said of them, and the values before
/// each change.
private struct TwinStore {
  typealias Values = [String?]
  var current: [String: Values] = [:]
  var base: [String: Values] = [:]
  var revs: [String: Int] = [:]
  /// Of each change, the values before it and the rev after it.
  var changes: [[String: (before: Values, rev: Int)]] = []

  mutating func write(_ new: [String: Values]) {
    var change: [String: (before: Values, rev: Int)] = [:]
    for (id, values) in new where current[id] != values {
      change[id] = (current[id] ?? [], (revs[id] ?? 0) + 1)
      current[id] = values
      revs[id, default: 0] += 1
    }
    if !change.isEmpty { changes.append(change) }
  }

  /// Takes a starter file in; gives the identifiers of the conflicts.
  mutating func feed(_ file: [String: Values]) -> Set<String> {
    var (new, conflicts): ([String: Values], Set<String>) = ([:], [])
    for (id, values) in file {
      guard let stored = current[id], let old = base[id] else {
        new[id] = values
        base[id] = values
        continue
      }
      var result = stored
      for place in values.indices
      where values[place] != old[place] && values[place] != stored[place] {
        if stored[place] == old[place] {
          result[place] = values[place]
        } else {
          conflicts.insert(id)
        }
      }
      guard !conflicts.contains(id) else { continue }
      new[id] = result
      base[id] = values
    }
    write(new)
    return conflicts
  }

  /// Undoes a change, unless a concept was written since.
  mutating func revert(_ number: Int) -> Bool {
    let change = changes[number - 1]
    guard change.allSatisfy({ revs[$0] == $1.rev }) else { return false }
    write(change.mapValues(\.before))
    return true
  }
}

struct StoreTwinTests {
  @Test(arguments: 0..<15 as Range<UInt64>)
  func `edits, imports and reverts come out as in a plain dictionary`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let made = try TemporaryStore()
    let store = made.store
    var twin = TwinStore()
    let ids = (0..<5).map { "term.t\($0)" }
    let first = Dictionary(uniqueKeysWithValues: ids.map { ($0, [nil, "a", "b"] as [String?]) })
    _ = twin.feed(first)
    try store.feed(ids.map { entry($0, first[$0] ?? []) })
    var file = first
    for _ in 0..<30 {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0, 1:
        let (id, place) = (pick(ids, &generator), Int.random(in: 0..<3, using: &generator))
        let value = pick([nil, "a", "b", "c"], &generator)
        var values = twin.current[id] ?? []
        values[place] = value
        twin.write([id: values])
        try store.edit(id) { $0 = entry(id, values) }
      case 2:
        for _ in 0..<3 {
          file[pick(ids, &generator)]?[Int.random(in: 0..<3, using: &generator)] =
            pick([nil, "a", "b", "c"], &generator)
        }
        for _ in 0..<2 {
          let conflicts = twin.feed(file)
          let summary = try store.feed(ids.map { entry($0, file[$0] ?? []) })
          #expect(Set(summary.conflicts.map(\.id)) == conflicts)
          #expect(summary.unchanged + summary.changed + conflicts.count == ids.count)
        }
      default:
        // The first change added the concepts: undoing it retires them.
        guard twin.changes.count > 1 else { continue }
        let number = Int.random(in: 2...twin.changes.count, using: &generator)
        let isUndone: Bool
        do {
          try store.revert(change: number, by: "zhao")
          isUndone = true
        } catch StoreError.changedSince {
          isUndone = false
        }
        #expect(isUndone == twin.revert(number))
      }
      let all = try store.allConcepts()
      for concept in all {
        let id = concept.entry.id
        #expect(concept.entry == entry(id, twin.current[id] ?? []))
        #expect(concept.rev == twin.revs[id])
      }
      #expect(all.count == ids.count)
      #expect(try store.read { try $0.lastChange.number } == twin.changes.count)
    }
    #expect(try store.validate().isEmpty)
  }

  /// A concept of three values, one of them of a term.
  private func entry(_ id: String, _ values: [String?]) -> ConceptEntry {
    with(concept(id, id, "词" + id)) {
      $0.note = values[0]
      $0.definition = values[1]
      $0.terms[1].source = values[2]
    }
  }
}
