import Foundation
import Terminology
import Testing
import TextAnalysis

@testable import Storage

struct HistoryTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws { made = try TemporaryStore() }

  @Test func `each write raises the rev and keeps the version that it replaced`() throws {
    try store.feed([twin])
    try store.edit(twin.id) { $0.note = "a" }
    try store.edit(twin.id) { $0.note = "b" }
    let versions = try store.read { try $0.versions(of: twin.id) }
    #expect(versions.map(\.rev) == [1, 2, 3])
    #expect(versions.map(\.change.number) == [1, 2, 3])
    #expect(versions.map(\.change.verb) == ["import", "edit", "edit"])
    #expect(versions.map(\.change.stamp.who) == ["li", "wang", "wang"])
    #expect(versions.map(\.before?.note) == [nil, nil, "a"])
    #expect(versions.map(\.before) == [nil, twin, with(twin) { $0.note = "a" }])
    #expect(versions.map(\.after.note) == [nil, "a", "b"])
    #expect(try store.stored(twin.id)?.created.who == "li")
    #expect(try store.stored(twin.id)?.changed.who == "wang")
  }

  @Test func `edits are told from imports`() throws {
    try store.feed([twin])
    #expect(try !store.read { try $0.hasEdits })
    try store.edit(twin.id) { $0.note = "a" }
    #expect(try store.read { try $0.hasEdits })
  }

  @Test func `what changes nothing leaves no trace`() throws {
    try store.feed([twin])
    let mark = try store.read { try $0.lastChange }
    try store.edit(twin.id) { $0.note = nil }
    let isChanged = try store.write(by: "wang", verb: "approve") { try $0.approve(twin.id) }
    #expect(!isChanged)
    #expect(try store.read { try $0.lastChange } == mark)
    #expect(try store.stored(twin.id)?.rev == 1)
  }

  @Test func `changes are told in order, with a digest that chains`() throws {
    try store.feed([twin])
    try store.edit(twin.id) { $0.note = "a" }
    let changes = try store.read { try $0.changes() }
    #expect(changes.map(\.number) == [1, 2])
    #expect(
      changes[0].summary == "Glossaries/terms.csv: 1 added, 0 changed, 0 removed, 0 unchanged")
    #expect(Set(changes.map(\.digest)).count == 2)
    #expect(changes.allSatisfy { $0.digest.count == 32 })
    #expect(
      try store.read { try $0.lastChange } == ChangeMark(number: 2, digest: changes[1].digest))
    #expect(try store.read { try $0.changes(since: 1) } == [changes[1]])
    #expect(try store.read { try $0.changes(limit: 1) } == [changes[0]])
    #expect(try store.read { try $0.conceptIDs(ofChange: 2) } == [twin.id])
  }

  @Test func `stores with other contents have other digests`() throws {
    let other = try TemporaryStore()
    let date = Date(timeIntervalSince1970: 9)
    for (store, entry) in [(store, twin), (other.store, with(twin) { $0.note = "x" })] {
      try store.write(by: "wang", verb: "add", at: date) { try $0.add(entry, glossary: "terms") }
    }
    #expect(
      try store.read { try $0.lastChange.digest } != other.store.read { try $0.lastChange.digest })
  }

  @Test func `a change of an older rev than seen is refused`() throws {
    try store.feed([twin])
    try store.edit(twin.id) { $0.note = "a" }
    #expect(throws: StoreError.changedMeanwhile(twin.id, expected: 1, found: 2)) {
      try store.write(by: "li", verb: "edit") {
        _ = try $0.update(twin.id, expectedRev: 1) { $0.note = "b" }
      }
    }
  }

  @Test func `identifiers are unique, and needed`() throws {
    try store.feed([twin])
    #expect(throws: StoreError.conceptExists(twin.id)) {
      try store.write(by: "li", verb: "add") { try $0.add(twin, glossary: "terms") }
    }
    #expect(throws: StoreError.unknownConcept("term.no")) {
      try store.write(by: "li", verb: "retire") { try $0.retire("term.no") }
    }
    #expect(throws: StoreError.unusableIdentifier("", nil)) {
      try store.write(by: "li", verb: "add") {
        try $0.add(concept("", "x", "某"), glossary: "terms")
      }
    }
  }

  @Test func `an error half-way leaves nothing`() throws {
    struct Halt: Error {}
    try store.feed([twin])
    let before = try store.allConcepts()
    #expect(throws: Halt.self) {
      try store.write(by: "wang", verb: "add") {
        try $0.add(cloud, glossary: "new")
        try $0.update(twin.id) { $0.note = "x" }
        throw Halt()
      }
    }
    #expect(try store.allConcepts() == before)
    #expect(try store.read { try $0.glossaries() }.map(\.name) == ["terms"])
    #expect(try store.read { try $0.keyHits(equalTo: "cloudcomputing") }.isEmpty)
    #expect(try store.validate().isEmpty)
  }

  @Test func `keys follow the terms`() throws {
    try store.feed([twin])
    try store.edit(twin.id) { $0.terms[0].text = "Twin" }
    func hits(_ key: String) throws -> Int {
      try store.read { try $0.keyHits(equalTo: key) }.count
    }
    #expect(try hits("digitaltwin") == 0)
    #expect(try hits("twin") == 1)
    try store.write(by: "wang", verb: "retire") { try $0.retire(twin.id) }
    #expect(try hits("twin") == 0)
    try store.write(by: "wang", verb: "approve") { try $0.approve(twin.id) }
    #expect(try hits("twin") == 1)
  }
}

struct RevertTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws {
    made = try TemporaryStore()
    try made.store.feed([twin, cloud])
  }

  @Test func `an edit is undone by a new change`() throws {
    try store.edit(twin.id) { $0.note = "a" }
    #expect(try store.revert(change: 2, by: "zhao") == 3)
    #expect(try store.entry(twin.id) == twin)
    #expect(try store.stored(twin.id)?.rev == 3)
    let last = try #require(try store.read { try $0.versions(of: twin.id) }.last)
    #expect(last.change.verb == "revert")
    #expect(last.change.summary == "change 2 undone")
    #expect(try store.revert(change: 3, by: "zhao") == 4)
    #expect(try store.entry(twin.id)?.note == "a")
  }

  @Test func `what the change added is retired`() throws {
    let edge = concept("term.edge", "edge", "边缘")
    try store.feed([with(twin) { $0.note = "n" }, cloud, edge])
    try store.revert(change: 2, by: "zhao")
    #expect(try store.entry(edge.id)?.process == .retired)
    #expect(try store.entry(twin.id) == twin)
    #expect(try store.validate().isEmpty)
  }

  @Test func `work done since is not lost`() throws {
    try store.edit(twin.id) { $0.note = "a" }
    try store.edit(cloud.id) { $0.note = "b" }
    #expect(throws: StoreError.changedSince(change: 1, concepts: [twin.id, cloud.id])) {
      try store.revert(change: 1, by: "zhao")
    }
    #expect(
      StoreError.changedSince(change: 1, concepts: [twin.id, cloud.id]).description
        == "change 1: 2 concepts of it changed since (term.digital-twin, term.cloud); a change is "
        + "undone only while it is the last. Undo the later changes first, or edit.")
    try store.revert(change: 3, by: "zhao")
    #expect(try store.entry(cloud.id) == cloud)
    #expect(try store.entry(twin.id)?.note == "a")
  }

  @Test func `a change that wrote a concept twice is undone whole`() throws {
    try store.write(by: "wang", verb: "edit") {
      try $0.update(twin.id) { $0.note = "a" }
      try $0.update(twin.id) { $0.note = "b" }
      try $0.add(concept("term.new", "new", "新"), glossary: "terms")
      try $0.update("term.new") { $0.note = "c" }
    }
    try store.revert(change: 2, by: "zhao")
    #expect(try store.entry(twin.id) == twin)
    #expect(try store.entry("term.new")?.process == .retired)
  }

  @Test func `there must be such a change`() {
    #expect(throws: StoreError.unknownChange(9)) { try store.revert(change: 9, by: "zhao") }
  }
}
