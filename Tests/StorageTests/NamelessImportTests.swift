import Foundation
@testable import Storage
import Terminology
import Testing
import TextAnalysis

/// Records without an identifier, as colleagues' sheets have them.
struct NamelessImportTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws {
    made = try TemporaryStore()
    try made.store.feed([twin, cloud])
  }

  @Test func `names of both languages in one concept are that concept`() throws {
    let summary = try store.take(
      [nameless("Digital Twin", "数字孪生", note: "seen")], from: "sheet.csv")
    #expect(summary.changed == 1)
    #expect(try store.entry(twin.id) == with(twin) { $0.note = "seen" })
    #expect(
      try store.take([nameless("Digital Twin", "数字孪生", note: "seen")], from: "sheet.csv").change
        == nil)
  }

  @Test func `names of one language alone are enough where the sheet has no other`() throws {
    #expect(try store.take([nameless("cloud computing", nil)]).unchanged == 1)
    #expect(try store.take([nameless(nil, "云计算")]).unchanged == 1)
  }

  @Test func `one side of a concept and another name on the other is a conflict`() throws {
    let summary = try store.take([nameless("digital twin", "数字双胞胎")])
    #expect(summary.conflicts.map(\.id) == [twin.id])
    #expect(summary.conflicts.map(\.reason) == [.otherName])
    #expect(summary.conflicts.first?.file.terms.map(\.text).contains("数字双胞胎") == true)
    #expect(try store.entry(twin.id) == twin)
  }

  @Test func `names of two concepts are ambiguous`() throws {
    let summary = try store.take([nameless("digital twin", "云计算", line: 4)])
    #expect(summary.ambiguous.map(\.candidates) == [[twin.id, cloud.id]])
    #expect(summary.ambiguous.map(\.location.line) == [4])
    #expect(summary.change == nil)
  }

  @Test func `homographs are ambiguous`() throws {
    try store.feed([twin, cloud, concept("term.other-cloud", "cloud computing", "云计算")])
    let summary = try store.take([nameless("cloud computing", "云计算")])
    #expect(summary.ambiguous.map(\.candidates) == [[cloud.id, "term.other-cloud"]])
  }

  @Test func `names of none are new, with a readable identifier`() throws {
    let summary = try store.take([
      nameless("Edge computing (at the edge)", "边缘计算"), nameless("Café's data", nil),
      nameless(nil, "雾计算"), nameless("edge computing, at the edge", "别的"),
    ])
    #expect(summary.added == 4)
    #expect(
      try store.allConcepts().map(\.entry.id).suffix(4) == [
        "term.edge-computing-at-the-edge", "term.cafes-data", "term.wujisuan",
        "term.edge-computing-at-the-edge-2",
      ])
    #expect(try store.validate().isEmpty)
    #expect(try store.read { try $0.keyHits(equalTo: "雾计算") }.count == 1)
  }

  @Test func `the same sheet twice changes nothing`() throws {
    let sheet = [
      nameless("edge computing", "边缘计算", note: "a"), nameless("fog", "雾", note: "b"),
      nameless("edge computing", "边缘计算", note: "c", line: 9),
    ]
    let first = try store.take(sheet, from: "sheet.csv")
    #expect(first.added == 2)
    #expect(first.ambiguous.map(\.location.line) == [9])
    let second = try store.take(sheet, from: "sheet.csv")
    #expect(second.change == nil)
    #expect(second.ambiguous.map(\.location.line) == [9])
    #expect(try store.entry("term.edge-computing")?.note == "a")
  }

  @Test func `a retired concept does not come back under another identifier`() throws {
    let sheet = [nameless("fog", "雾")]
    try store.take(sheet)
    try store.write(by: "wang", verb: "retire") { try $0.retire("term.fog") }
    #expect(try store.take(sheet).unchanged == 1)
    #expect(try store.allConcepts().count == 3)
  }
}
