import Foundation
import Terminology
import Testing
import TextAnalysis

@testable import Storage

struct ValidationTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws {
    made = try TemporaryStore()
    try made.store.feed([twin, cloud])
    try made.store.edit(twin.id) { $0.note = "a" }
    try made.store.edit(twin.id) { $0.note = "b" }
  }

  @Test func `a sound store has no faults`() throws {
    #expect(try store.validate().isEmpty)
  }

  @Test(
    arguments: [
      (
        "UPDATE concept SET entry=x'0100' WHERE row=1",
        .damagedEntry(id: twin.id, rev: 3, .cutShort)
      ),
      (
        "UPDATE version SET entry=x'09' WHERE rev=1",
        .damagedEntry(id: twin.id, rev: 1, .unknownFormat)
      ),
      ("DELETE FROM version WHERE rev=1", .versions(id: twin.id)),
      ("DELETE FROM term_key WHERE key='digitaltwin'", .keys(id: twin.id)),
      ("UPDATE term_key SET rank=99 WHERE key='云计算'", .keys(id: cloud.id)),
      ("INSERT INTO term_key VALUES('stray', 1, 2, 0, 0)", .keys(id: cloud.id)),
      ("INSERT INTO term_key VALUES('stray', 1, 77, 0, 0)", .keys(id: "row 77")),
      ("UPDATE concept SET kind=0 WHERE row=2", .columns(id: cloud.id)),
      ("INSERT INTO tie VALUES('x', 2)", .ties(id: "tie")),
      (
        "PRAGMA foreign_keys=OFF; DELETE FROM glossary",
        .danglingRow(table: "concept", target: "glossary")
      ),
      (
        "UPDATE change SET digest='x' WHERE id=2",
        .changes(number: 2)
      ),
    ] as [(String, StoreFault)])
  func `damage is found and named`(damage: String, fault: StoreFault) throws {
    try Connection.open(made.path, as: .writing).execute(
      "PRAGMA foreign_keys=OFF; " + damage)
    let faults = try store.validate()
    #expect(faults.contains(fault), "\(faults)")
    #expect(fault.isDamage)
  }

  @Test func `a damaged entry is an error where it is read, and the others are read`() throws {
    try Connection.open(made.path, as: .writing).execute(
      "UPDATE concept SET entry=x'0100' WHERE row=1")
    #expect(throws: StoreError.damagedEntry(made.path, id: twin.id, .cutShort)) {
      try store.entry(twin.id)
    }
    #expect(try store.entry(cloud.id) == cloud)
  }

  @Test func `relations are to lead somewhere and to be mirrored`() throws {
    try store.edit(twin.id) {
      $0.relations = [Relation(.replaces, cloud.id), Relation(.partOf, "term.no")]
      $0.issuers = ["agency.no"]
    }
    #expect(
      try store.validate() == [
        .unresolvedIssuer(id: twin.id, target: "agency.no"),
        .unmirroredRelation(id: twin.id, Relation(.replaces, cloud.id)),
        .unresolvedRelation(id: twin.id, Relation(.partOf, "term.no")),
      ])
    try store.edit(cloud.id) { $0.relations = [Relation(.replacedBy, twin.id)] }
    #expect(try store.validate().count == 2)
    #expect(
      StoreFault.unmirroredRelation(id: twin.id, Relation(.replaces, cloud.id)).description
        == "term.digital-twin: replaces 'term.cloud', which says nothing of it; 'replacedBy' is "
        + "required there. Add it.")
  }

  @Test func `the glossary's own rules are asked`() throws {
    let faults = try store.validate { concept, other in
      concept.entry.id == cloud.id ? other(twin.id)?.terms.map { .spaceAtEnd($0.text) } ?? [] : []
    }
    #expect(faults == twin.terms.map { .rule(id: cloud.id, .spaceAtEnd($0.text)) })
    #expect(
      faults.first?.description == "term.cloud: '\(twin.terms[0].text)' begins or ends with space.")
  }
}
