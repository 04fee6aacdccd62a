import Foundation
import TestSupport
import Testing
import TranslationMemory

@testable import Storage

struct UnitTwinTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `units come out as in plain arrays, whatever is done to them`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let made = try TemporaryStore()
    var twin = UnitTwin()
    for step in 0..<25 {
      let memory = pick(["m", "m", "n"], &generator)
      let rows = twin.entries.filter { $0.now != nil }.map(\.row)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0, 1, 2:
        let unit = someUnit(&generator)
        try twin.write { try $0.remember(unit, memory: memory) }
        try made.store.remember(unit, memory: memory)
      case 3:
        guard let row = rows.randomElement(using: &generator) else { continue }
        let unit = someUnit(&generator)
        func change(_ old: inout TranslationUnit) {
          (old.id, old.target, old.notes) = (unit.id, unit.target, unit.notes)
        }
        let isTaken = (try? twin.write { try $0.correct(row, change) }) == nil
        let write = {
          try made.store.write(by: "wang", verb: "remember", at: twin.who.date ?? Date()) {
            _ = try $0.correct(unit: row) { change(&$0) }
          }
        }
        if isTaken {
          #expect(throws: StoreError.self) { try write() }
        } else {
          try write()
        }
      case 4:
        guard let row = rows.randomElement(using: &generator) else { continue }
        try twin.write { try $0.forget(row) }
        try made.store.forget(row)
      case 5:
        guard twin.changeCount > 0 else { continue }
        let number = Int.random(in: 1...twin.changeCount, using: &generator)
        let isUndone = (try? twin.write { try $0.revert(number) }) != nil
        if isUndone {
          try made.store.revert(change: number, by: "wang")
        } else {
          #expect(throws: StoreError.self) { try made.store.revert(change: number, by: "wang") }
        }
      default:
        let records = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          someUnit(&generator)
        }
        var options = UnitImportOptions(
          onConflict: pick(UnitConflictPolicy.allCases, &generator),
          prune: pick([false, false, true], &generator), pruneConfirmed: true)
        for _ in 0..<2 {
          options.dryRun = true
          let foreseen = try made.store.takeUnits(records, into: memory, options: options)
          options.dryRun = false
          let expected = try twin.write {
            try $0.take(records, memory: memory, options: options)
          }
          var summary = try made.store.takeUnits(records, into: memory, options: options)
          summary.conflicts = []
          summary.change = nil
          #expect(summary == expected, "seed \(seed), step \(step)")
          #expect(foreseen.counts == summary.counts)
        }
      }
      try compare(made.store, with: twin, seed: seed, step: step)
    }
    let reopened = try Store.open(path: made.path, mode: .readOnly)
    try compare(reopened, with: twin, seed: seed, step: 99)
    #expect(try reopened.validate().isEmpty)
  }

  private func compare(
    _ store: Store, with twin: UnitTwin, seed: UInt64, step: Int
  ) throws {
    let place: Comment = "seed \(seed), step \(step)"
    let expected = twin.entries.filter { $0.now != nil }.sorted { $0.row < $1.row }
    let units = try store.allUnits()
    #expect(units.map(\.row) == expected.map(\.row), place)
    #expect(units.map(\.unit) == expected.map(\.now), place)
    #expect(units.map(\.rev) == expected.map(\.rev), place)
    #expect(units.map(\.memory) == expected.map(\.memory), place)
    try store.read { snapshot in
      #expect(try snapshot.lastUnitChange.number == twin.changeCount, place)
      let all = try snapshot.units(changedAfter: twin.changeCount - 1)
      let last = twin.entries.filter { $0.makers.last == twin.changeCount }
      #expect(all.written == last.filter { $0.now != nil }.map(\.row).sorted(), place)
      #expect(all.forgotten == last.filter { $0.now == nil }.map(\.row).sorted(), place)
      for entry in twin.entries {
        let versions = try snapshot.versions(ofUnit: entry.row)
        #expect(versions.map(\.after) == entry.states, place)
        #expect(versions.map(\.change.number) == entry.makers, place)
      }
      for number in [1, twin.changeCount] {
        let rows = twin.entries.filter { $0.makers.contains(number) }.map(\.row).sorted()
        #expect(try snapshot.unitRows(ofChange: number) == rows, place)
      }
    }
  }

  private func someUnit(_ generator: inout SeededGenerator) -> TranslationUnit {
    unit(
      pick(["A", "B"], &generator), pick(["甲", "乙"], &generator),
      id: pick([nil, nil, "1", "2"], &generator), previous: pick([nil, nil, "", "P"], &generator),
      notes: pick([[], [], ["n"], ["o"]], &generator))
  }
}
