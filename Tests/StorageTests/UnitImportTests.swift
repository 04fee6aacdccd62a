import Foundation
import Testing
import TextAnalysis
import TranslationMemory

@testable import Storage

struct UnitImportTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws { made = try TemporaryStore() }

  @Test func `the same file twice changes nothing, a changed one what it changed`() throws {
    let units = [scope, annex, fullUnit]
    #expect(
      try store.takeUnits(units).counts.english == "3 added, 0 changed, 0 removed, 0 unchanged")
    let mark = try store.read { try $0.lastChange }
    let again = try store.takeUnits(units)
    #expect(again.counts.english == "0 added, 0 changed, 0 removed, 3 unchanged")
    #expect(again.change == nil)
    #expect(try store.read { try $0.lastChange } == mark)
    #expect(try store.allUnits().map(\.unit) == units)
    let changed = [scope, with(annex) { $0.target.segment.text = "附件A" }, unit("New", "新")]
    let summary = try store.takeUnits(changed)
    #expect(summary.counts.english == "1 added, 1 changed, 0 removed, 1 unchanged")
    #expect(summary.change == 2)
    #expect(try store.unit(2)?.target.segment.text == "附件A")
    #expect(
      try store.read { try $0.changes() }.last?.summary
        == "memory.tmx: 1 added, 1 changed, 0 removed, 1 unchanged")
    #expect(
      try store.read { try $0.memoryFeeds() } == [
        StoredMemoryFeed(path: "memory.tmx", digest: "d", byteCount: 3, memory: "m", change: 1)
      ])
    #expect(try !store.read { try $0.hasEdits })
    #expect(try store.validate().isEmpty)
  }

  @Test func `a dry run foresees and keeps nothing`() throws {
    let options = UnitImportOptions(dryRun: true)
    let summary = try store.takeUnits([scope, annex], options: options)
    #expect(summary.added == 2)
    #expect(summary.change == nil)
    #expect(try store.allUnits().isEmpty)
    #expect(try store.read { try $0.memories() }.isEmpty)
  }

  @Test func `what a person corrected or forgot stays so`() throws {
    let file = [scope, annex]
    try store.takeUnits(file)
    try store.correct(2) { $0.target.segment.text = "附件甲" }
    try store.forget(1)
    // The file says what it said: nothing new.
    #expect(
      try store.takeUnits(file).counts.english
        == "0 added, 0 changed, 0 removed, 1 unchanged, 1 kept as the store has them")
    #expect(try store.unit(2)?.target.segment.text == "附件甲")
    #expect(try store.unit(1) == nil)
    // The file says something new: a conflict, with both sides.
    let newer = [with(scope) { $0.notes = ["n"] }, with(annex) { $0.target.segment.text = "附A" }]
    let summary = try store.takeUnits(newer)
    #expect(
      summary.counts.english == "0 added, 0 changed, 0 removed, 0 unchanged, 2 in conflict")
    #expect(summary.conflicts.map(\.reason) == [.forgotten, .editedInStore])
    #expect(summary.conflicts.map(\.location.line) == [1, 2])
    #expect(summary.conflicts[1].file.target.segment.text == "附A")
    #expect(summary.conflicts[1].store?.target.segment.text == "附件甲")
    #expect(summary.conflicts[0].store == nil)
    let kept = try store.takeUnits(newer, options: UnitImportOptions(onConflict: .keepStore))
    #expect(kept.kept == 2)
    let taken = try store.takeUnits(newer, options: UnitImportOptions(onConflict: .takeFile))
    #expect((taken.added, taken.changed) == (1, 1))
    #expect(try store.unit(1)?.notes == ["n"])
    #expect(try store.takeUnits(newer).unchanged == 2)
    #expect(try store.validate().isEmpty)
  }

  @Test func `a record with the store's rev is an edit of it, one with an older rev is not`() throws
  {
    try store.takeUnits([fullUnit])
    try store.correct(1) { $0.notes = ["by hand"] }
    let file = with(fullUnit) { ($0.notes, $0.origin) = ([], nil) }
    #expect(try store.takeUnits([file], revs: [1]).conflicts.map(\.reason) == [.olderRev])
    #expect(try store.takeUnits([file], revs: [2]).changed == 1)
    // With the current rev, what is empty clears.
    #expect(try store.unit(1)?.notes == [])
    #expect(try store.unit(1)?.origin == nil)
  }

  @Test func `a format leaves alone what it cannot hold`() throws {
    let stored = with(scope) {
      ($0.previous, $0.next, $0.state, $0.notes) = ("P", "N", .draft, ["n"])
    }
    try store.takeUnits([stored])
    // A table has neither context nor state: the same two texts are the same unit.
    let table = try store.takeUnits([scope], from: "m.tsv", carries: [])
    #expect(table.counts.english == "0 added, 0 changed, 0 removed, 1 unchanged")
    #expect(try store.allUnits().map(\.unit) == [stored])
  }

  @Test func `repetitions within a file are one unit, and identifiers are given once`() throws {
    let file = [
      scope, scope, with(scope) { $0.notes = ["n"] }, annex, with(annex) { $0.notes = ["x"] },
      with(annex) { $0.target.segment.text = "附件" },
    ]
    let summary = try store.takeUnits(file)
    #expect(
      summary.counts.english
        == "3 added, 0 changed, 0 removed, 1 unchanged, 2 repeated, 2 without their identifier")
    #expect(try store.allUnits().map(\.unit.id) == [nil, "annex", nil])
    let again = try store.takeUnits(file)
    #expect((again.added, again.changed, again.unchanged) == (0, 0, 4))
    #expect(again.repeated == 2)
  }

  @Test func `records that are no units are refused with their place`() throws {
    let file = [scope, unit("x", " "), unit("", "某"), annex]
    #expect(
      throws: StoreError.emptySegment(.target, SourceLocation(file: "memory.tmx", line: 2))
    ) { try store.takeUnits(file) }
    #expect(try store.allUnits().isEmpty)
    let summary = try store.takeUnits(
      file, options: UnitImportOptions(keepGoing: true, listLimit: 1))
    #expect((summary.added, summary.refusedCount) == (2, 2))
    #expect(
      summary.refused.map(\.reason.english) == [
        "memory.tmx:2: the target segment has no text; a unit needs both. Fill it in, or leave "
          + "the unit out."
      ])
  }

  @Test func `pruning forgets what the file lacks, many only when that is confirmed`() throws {
    let units = (0..<30).map { unit("S\($0)", "译\($0)") }
    try store.takeUnits(units)
    try store.takeUnits([scope], from: "other.tmx", into: "n")
    let prune = UnitImportOptions(prune: true)
    let one = try store.takeUnits(Array(units.dropFirst()) + [annex], options: prune)
    #expect((one.added, one.removed, one.unchanged) == (1, 1, 29))
    #expect(throws: StoreError.unitPruneUnconfirmed(memory: "m", forgotten: 29, of: 30)) {
      try store.takeUnits([annex], options: prune)
    }
    let most = try store.takeUnits(
      [annex], options: UnitImportOptions(prune: true, pruneConfirmed: true))
    #expect(most.removed == 29)
    #expect(try store.allUnits().map(\.memory) == ["n", "m"])
    // What an import removed, an import brings back under its number.
    #expect(try store.takeUnits(units).added == 30)
    #expect(try store.allUnits(memory: "m").map(\.row) == Array(1...30) + [32])
    #expect(try store.validate().isEmpty)
  }

  @Test func `a file is parsed without keeping others from writing`() throws {
    let other = try Store.open(path: made.path, mode: .readWrite)
    try store.takeUnits([annex])
    var rest = [scope, with(annex) { $0.notes = ["file"] }, unit("New", "新")]
    let summary = try store.importUnits(
      into: "m", file: FedFile(path: "x.tmx", digest: "d"), by: "li"
    ) { () throws in
      guard let unit = rest.popLast() else { return nil }
      if rest.isEmpty {
        try other.remember(scope)
        try other.correct(1) { $0.notes = ["by hand"] }
        try other.takeUnits([unit, with(unit) { $0.id = "taken" }], from: "y.tmx", into: "k")
      }
      return IncomingUnit(unit, location: SourceLocation(file: "x.tmx", line: 1))
    }
    // Two records meet what the other has written since they were read.
    #expect(summary.counts.english == "1 added, 0 changed, 0 removed, 1 unchanged, 1 in conflict")
    #expect(try store.unit(1)?.notes == ["by hand"])
    #expect(try store.allUnits(memory: "m").count == 3)
    #expect(try store.validate().isEmpty)
  }

  @Test func `two imports of one file at once are one`() throws {
    let units = (0..<50).map { unit("S\($0)", "译\($0)", id: $0 % 2 == 0 ? "\($0)" : nil) }
    let other = try Store.open(path: made.path, mode: .readWrite)
    var rest = units[...]
    let summary = try store.importUnits(
      into: "m", file: FedFile(path: "x.tmx", digest: "d"), by: "li"
    ) { () throws in
      if rest.isEmpty { try other.takeUnits(units) }
      return rest.popFirst().map {
        IncomingUnit($0, location: SourceLocation(file: "x.tmx", line: 1))
      }
    }
    #expect(summary.counts.english == "0 added, 0 changed, 0 removed, 50 unchanged")
    #expect(try store.allUnits().map(\.unit) == units)
    #expect(try store.validate().isEmpty)
  }

  @Test func `an import that added is undone whole`() throws {
    try store.takeUnits([scope, annex])
    try store.takeUnits([with(annex) { $0.notes = ["n"] }, unit("New", "新")])
    try store.revert(change: 2, by: "zhao")
    #expect(try store.allUnits().map(\.unit) == [scope, annex])
    // What was undone stays undone when the file comes again.
    let again = try store.takeUnits([with(annex) { $0.notes = ["n"] }, unit("New", "新")])
    #expect((again.added, again.changed, again.unchanged, again.kept) == (0, 0, 1, 1))
    #expect(try store.validate().isEmpty)
  }

  @Test(arguments: 0..<12)
  func `killed at any instant, a store is as before or after`(part: Int) async throws {
    let path = made.path
    try store.takeUnits([scope], from: "before.tmx")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, part] in
      let store = try Store.open(path: path, mode: .readWrite)
      // Watches the log grow, and kills when it has come so far.
      let watcher = Thread {
        while true {
          var status = stat()
          if unsafe stat(path + "-wal", &status) == 0, status.st_size > part * 8_000 + 12_000 {
            kill(getpid(), SIGKILL)
          }
        }
      }
      watcher.start()
      try store.takeUnits((0..<800).map { unit("Segment \($0)", "第\($0)段") })
      kill(getpid(), SIGKILL)
    }
    let reopened = try Store.open(path: path, mode: .readWrite)
    #expect([1, 801].contains(try reopened.allUnits().count))
    #expect(try reopened.validate().isEmpty)
    try reopened.takeUnits((0..<800).map { unit("Segment \($0)", "第\($0)段") })
    #expect(try reopened.allUnits().count == 801)
  }
}
