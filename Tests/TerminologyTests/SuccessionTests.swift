import Terminology
import Testing
import TextAnalysis

struct SuccessionTests {
  private let bodies: [String: ConceptEntry] = {
    func body(_ id: String, _ relations: [Relation]) -> ConceptEntry {
      ConceptEntry(id: id, kind: .agency, relations: relations)
    }
    let all = [
      body("agency.moh", [Relation(.replacedBy, "agency.nhfpc", since: PartialDate("2013-03"))]),
      body("agency.nhfpc", [Relation(.replacedBy, "agency.nhc", since: PartialDate("2018-03"))]),
      body("agency.nhc", []),
      body(
        "agency.aqsiq",
        [
          Relation(.replacedBy, "agency.samr", since: PartialDate("2018-03"), scope: "quality"),
          Relation(.replacedBy, "agency.gac", since: PartialDate("2018-04"), scope: "border"),
        ]),
      body("agency.samr", []), body("agency.gac", []),
      body("agency.a", [Relation(.replacedBy, "agency.b")]),
      body("agency.b", [Relation(.replacedBy, "agency.a")]),
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }()

  private func heirs(of id: String, on day: String?) throws -> [Succession.Heir] {
    let entry = try #require(bodies[id])
    return Succession.heirs(of: entry, on: day.flatMap { PartialDate($0) }) { bodies[$0] }
  }

  @Test func `follows a chain down to the body of today`() throws {
    let heirs = try heirs(of: "agency.moh", on: nil)
    #expect(heirs.map(\.id) == ["agency.nhfpc", "agency.nhc"])
    #expect(heirs.map(\.isGone) == [true, false])
    #expect(heirs.map(\.via) == [[], ["agency.nhfpc"]])
  }

  @Test func `names every body that took over, each with its scope`() throws {
    let heirs = try heirs(of: "agency.aqsiq", on: nil)
    #expect(heirs.map(\.id) == ["agency.samr", "agency.gac"])
    #expect(heirs.map(\.scope) == ["quality", "border"])
  }

  @Test(arguments: [
    ("2013-02-28", []), ("2013-03-15", ["agency.nhfpc"]), ("2016-05-01", ["agency.nhfpc"]),
    ("2018-03", ["agency.nhfpc", "agency.nhc"]),
  ])
  func `stops at the bodies of the day asked about`(day: String, expected: [String]) throws {
    #expect(try heirs(of: "agency.moh", on: day).map(\.id) == expected)
  }

  @Test func `walks a cycle once`() throws {
    #expect(try heirs(of: "agency.a", on: nil).map(\.id) == ["agency.b"])
  }
}
