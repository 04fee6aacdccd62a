import Foundation
import Terminology
import Testing
import TextAnalysis
import TranslationMemory

@testable import Storage

struct UnitTests {
  let made: TemporaryStore
  var store: Store { made.store }
  let wang = Authorship(who: "wang", date: Date(timeIntervalSince1970: 1_000))

  init() throws { made = try TemporaryStore() }

  @Test func `what was remembered is read back, in another store object too`() throws {
    let remembered = try store.remember(fullUnit)
    #expect(remembered == RememberedUnit(row: 1, outcome: .added))
    let other = try Store.open(path: made.path, mode: .readOnly)
    try other.read { snapshot in
      let stored = try #require(try snapshot.unit(row: 1))
      #expect(stored.unit == fullUnit)
      #expect(UnitCodec.encode(stored.unit) == UnitCodec.encode(fullUnit))
      #expect((stored.memory, stored.rev, stored.created.who) == ("m", 1, "wang"))
      let pair = try #require(try snapshot.unitPair(row: 1))
      #expect((pair.source, pair.target) == (fullUnit.source, fullUnit.target))
      #expect((pair.state, pair.memory) == (.machine, 1))
      #expect(try snapshot.unitContext(row: 1) == UnitContext(previous: "", next: "Cafe\u{301}"))
      #expect(try snapshot.unitRow(id: "full", memory: "m") == 1)
      #expect(try snapshot.unitRow(id: "full", memory: "n") == nil)
      #expect(try snapshot.unit(row: 2) == nil)
      #expect(try snapshot.unitPair(row: 2) == nil)
      #expect(try snapshot.unitContext(row: 2) == nil)
      #expect(
        try snapshot.memories() == [MemoryCount(number: 1, name: "m", unitCount: 1)])
      #expect(try snapshot.memoryNames() == [1: "m"])
    }
  }

  @Test func `units come in the order asked for, or by row`() throws {
    for number in 1...4 {
      try store.remember(unit("S\(number)", "译\(number)"), memory: number == 2 ? "n" : "m")
    }
    try store.read { snapshot in
      #expect(try snapshot.units(rows: [4, 9, 1]).map(\.row) == [4, 1])
      #expect(try snapshot.unitPairs(rows: [4, 9, 1]).map(\.row) == [4, 1])
      var rows: [Int] = []
      try snapshot.forEachUnitPair { rows.append($0.row) }
      try snapshot.forEachUnitPair(memory: "m") { rows.append($0.row) }
      try snapshot.forEachUnit(memory: "n") { rows.append($0.row) }
      try snapshot.forEachUnit(memory: "none") { rows.append($0.row) }
      #expect(rows == [1, 2, 3, 4, 1, 3, 4, 2])
    }
  }

  @Test func `who remembers is noted, unless the unit names somebody`() throws {
    try store.remember(scope)
    #expect(try store.unit(1)?.creation == wang)
    #expect(try store.unit(1)?.change == Authorship())
    try store.correct(1) { $0.state = .draft }
    #expect(try store.unit(1)?.creation == wang)
    #expect(
      try store.unit(1)?.change
        == Authorship(who: "wang", date: Date(timeIntervalSince1970: 2_000)))
    try store.correct(1) { $0.change = Authorship(who: "zhao") }
    #expect(try store.unit(1)?.change == Authorship(who: "zhao"))
  }

  @Test func `the same identifier corrects, the same content is the same, all else adds`() throws {
    #expect(try store.remember(annex).row == 1)
    let again = try store.remember(annex)
    #expect(again == RememberedUnit(row: 1, outcome: .unchanged))
    let corrected = try store.remember(with(annex) { $0.target.segment.text = "附件A" })
    #expect(corrected == RememberedUnit(row: 1, outcome: .corrected))
    #expect(try store.unit(1)?.target.segment.text == "附件A")
    // Another target without the identifier is another unit.
    #expect(try store.remember(unit("Annex A", "附件 A")).row == 2)
    #expect(try store.remember(unit("Annex A", "附件 A")).outcome == .unchanged)
    #expect(try store.remember(unit("Annex A", "附件 A", previous: "x")).row == 3)
    #expect(try store.remember(annex, memory: "other").row == 4)
    // An identifier is given to the unit that has none yet.
    #expect(try store.remember(unit("Annex A", "附件 A", id: "b")).row == 2)
    #expect(try store.unit(2)?.id == "b")
    #expect(throws: StoreError.unitIdentifierTaken("b", memory: "m", row: 2)) {
      try store.correct(3) { $0.id = "b" }
    }
    #expect(try store.validate().isEmpty)
  }

  @Test func `what a remembered unit leaves empty stays`() throws {
    try store.remember(fullUnit)
    var bare = TranslationUnit(
      id: "full", source: fullUnit.source, target: fullUnit.target, state: .reviewed)
    bare.target.segment = "按開始"
    try store.remember(bare)
    let stored = try #require(try store.unit(1))
    #expect(stored.target.segment == "按開始")
    #expect(stored.state == .reviewed)
    #expect((stored.previous, stored.notes) == (fullUnit.previous, fullUnit.notes))
    #expect((stored.creation, stored.attributes) == (fullUnit.creation, fullUnit.attributes))
  }

  @Test func `a unit keeps its number for ever, and comes back under it`() throws {
    try store.remember(scope)
    try store.remember(annex)
    try store.forget(2)
    #expect(try store.unit(2) == nil)
    #expect(throws: StoreError.unknownUnit(2)) { try store.forget(2) }
    #expect(throws: StoreError.unknownUnit(2)) { try store.correct(2) { $0.notes = ["x"] } }
    #expect(try store.remember(unit("New", "新")).row == 3)
    #expect(try store.remember(annex) == RememberedUnit(row: 2, outcome: .corrected))
    let versions = try store.read { try $0.versions(ofUnit: 2) }
    #expect(versions.map(\.rev) == [1, 2, 3])
    #expect(versions.map(\.change.number) == [2, 3, 5])
    #expect(versions.map { $0.before == nil } == [true, false, true])
    #expect(versions.map { $0.after == nil } == [false, true, false])
    #expect(try store.validate().isEmpty)
  }

  @Test func `an older rev than seen is refused`() throws {
    try store.remember(scope)
    try store.correct(1) { $0.notes = ["a"] }
    let refusal = StoreError.unitChangedMeanwhile(1, expected: 1, found: 2)
    #expect(throws: refusal) {
      try store.write(by: "li", verb: "forget") { try $0.forget(unit: 1, expectedRev: 1) }
    }
    #expect(throws: refusal) {
      try store.write(by: "li", verb: "remember") {
        _ = try $0.correct(unit: 1, expectedRev: 1) { $0.notes = [] }
      }
    }
  }

  @Test func `history tells each version`() throws {
    try store.takeUnits([annex])
    try store.correct(1) { $0.notes = ["a"] }
    try store.forget(1)
    let versions = try store.read { try $0.versions(ofUnit: 1) }
    #expect(versions.map(\.change.verb) == ["import", "remember", "forget"])
    #expect(versions.map(\.after?.notes) == [[], ["a"], nil])
    #expect(versions.map(\.before?.notes) == [nil, [], ["a"]])
    #expect(try store.read { try $0.versions(ofUnit: 2) }.isEmpty)
    #expect(try store.read { try $0.unitRows(ofChange: 1) } == [1])
    #expect(try store.read { try $0.unitRows(ofChange: 4) }.isEmpty)
  }

  @Test func `a change of units is undone, while it is the last`() throws {
    try store.takeUnits([scope, annex])
    try store.correct(1) { $0.notes = ["a"] }
    try store.forget(2)
    #expect(throws: StoreError.unitsChangedSince(change: 1, count: 2, rows: [1, 2])) {
      try store.revert(change: 1, by: "zhao")
    }
    try store.revert(change: 3, by: "zhao")
    #expect(try store.unit(2)?.id == "annex")
    try store.revert(change: 2, by: "zhao")
    #expect(try store.unit(1)?.notes == [])
    let mark = try store.read { try $0.lastUnitChange }
    try store.write(by: "li", verb: "add") { try $0.add(twin, glossary: "g") }
    #expect(try store.read { try $0.lastUnitChange } == mark)
    #expect(try store.read { try $0.lastChange.number } == mark.number + 1)
    #expect(try store.validate().isEmpty)
  }

  @Test func `what changed since is told, for what is derived`() throws {
    #expect(try store.read { try $0.lastUnitChange } == ChangeMark(number: 0, digest: ""))
    try store.takeUnits([scope, annex, unit("C", "丙")])
    try store.correct(3) { $0.notes = ["a"] }
    try store.forget(1)
    try store.remember(unit("D", "丁"))
    try store.read { snapshot in
      #expect(try snapshot.lastUnitChange == snapshot.lastChange)
      let since = try snapshot.units(changedAfter: 1)
      #expect(since == UnitChanges(written: [3, 4], forgotten: [1]))
      #expect(try snapshot.units(changedAfter: 4) == UnitChanges(written: [], forgotten: []))
      #expect(try snapshot.units(changedAfter: 0, limit: 2).written.count == 2)
    }
    let statistics = try store.read { try $0.statistics() }
    #expect((statistics.memoryCount, statistics.unitCount) == (1, 3))
    #expect(statistics.unitsByState == ["reviewed": 3])
    #expect(statistics.unitVersionCount == 2)
  }

  @Test(
    arguments: [
      (with(scope) { $0.source.segment = " \n\u{3000}" }, .emptySegment(.source, nil)),
      (with(scope) { $0.target.segment = "" }, .emptySegment(.target, nil)),
      (
        with(scope) { $0.target.language = LanguageTag("en-GB") ?? .english },
        .sameLanguage(.english, LanguageTag("en-GB") ?? .english, nil)
      ),
      (
        with(scope) { $0.source.segment.text = String(repeating: "x", count: 65_537) },
        .segmentTooLong(.source, byteCount: 65_537, nil)
      ),
      (
        with(scope) {
          $0.target.segment.codes = [InlineCode(scalarOffset: 3, kind: .opening, markup: "")]
        }, .misplacedCodes(.target, nil)
      ),
      (
        with(scope) { $0.id = String(repeating: "x", count: 1_025) },
        .unitIdentifierTooLong(byteCount: 1_025, nil)
      ),
    ] as [(TranslationUnit, StoreError)])
  func `what is no unit is refused`(unit: TranslationUnit, error: StoreError) throws {
    #expect(throws: error) { try store.remember(unit) }
    #expect(try store.allUnits().isEmpty)
    #expect(!error.description.isEmpty)
  }

  @Test func `errors say the place, what was found and what is required`() {
    let place = SourceLocation(file: "m.tmx", line: 14)
    #expect(
      StoreError.emptySegment(.target, place).description
        == "m.tmx:14: the target segment has no text; a unit needs both. Fill it in, or leave the "
        + "unit out.")
    #expect(
      StoreError.unitsChangedSince(change: 3, count: 9, rows: [1, 2]).description
        == "change 3: 9 units of it changed since (1, 2, …); a change is undone only while it is "
        + "the last. Undo the later changes first, or correct.")
    #expect(
      StoreError.unitIdentifierTaken("a", memory: "m", row: 2).description
        == "'a': unit 2 of 'm' has this identifier; identifiers are unique in a memory. "
        + "Correct that one, or choose another.")
  }

  @Test func `two stores write at once`() throws {
    let (store, other) = (store, try Store.open(path: made.path, mode: .readWrite))
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      for number in 0..<20 {
        _ = try? (side == 0 ? store : other).remember(unit("S\(side) \(number)", "译\(number)"))
      }
    }
    #expect(try store.allUnits().map(\.row) == Array(1...40))
    #expect(try store.validate().isEmpty)
  }
}
