import Terminology
import Testing
import TextAnalysis

struct ValidityTests {
  @Test(arguments: [
    ("2018-03", "", "2016-05-01", Validity.notYet),
    ("2018-03", "", "2018-03-17", .valid),
    ("2018-03", "", "2018", .valid),
    ("2018-03-21", "", "2018-03-20", .notYet),
    ("", "2018-03", "2018-03-31", .sinceUnknown),
    ("", "2018-03", "2018-04-01", .over),
    ("2001", "2018-03", "2018-03-02", .valid),
    ("2001", "2018", "2018-12-31", .valid),
    ("", "", "2020", .sinceUnknown),
  ])
  func `an inclusive span of dates holds, does not yet, no more, or since when is unknown`(
    since: String, until: String, day: String, expected: Validity
  ) throws {
    let day = try #require(PartialDate(day))
    let validity = Validity(
      since: PartialDate(since), until: PartialDate(until), on: day)
    #expect(validity == expected)
  }
}

struct ForceTests {
  @Test(
    arguments: [
      // In force from a day on, then ended.
      (Force.repealed, "2010-01", "2010-03", "2020-06-01", "2009-12", nil),
      (.repealed, "2010-01", "2010-03", "2020-06-01", "2010-02", .adopted),
      (.repealed, "2010-01", "2010-03", "2020-06-01", "2010-03-01", .inForce),
      (.repealed, "2010-01", "2010-03", "2020-06-01", "2020-05-31", .inForce),
      (.repealed, "2010-01", "2010-03", "2020-06-01", "2020-06-01", .repealed),
      (.expired, "2016", "", "2021-01-01", "2020-12", .inForce),
      (.expired, "2016", "", "2021-01-01", "2021", .expired),
      (.superseded, "", "2010", "2020", "2015", .inForce),
      (.superseded, "", "", "2020", "2015", nil),
      (nil, "2010", "2011", "2020", "2021", .repealed),
      // Ended, nobody recorded when.
      (.expired, "2016", "", "", "2017", nil),
      // Not ended.
      (.inForce, "2010", "2011", "", "2010-05", .adopted),
      (.adopted, "2010", "2011", "", "2011-01-01", .inForce),
      (.amended, "2010", "2011", "", "2015", .amended),
      (nil, "2010", "2011", "", "2015", .inForce), (nil, "2010", "", "", "2015", nil),
      (.inForce, "", "2011", "", "2010", nil), (.draft, "2020", "", "", "2021", .draft),
    ] as [(Force?, String, String, String, String, Force?)])
  func `the dates of a text tell its force on a day`(
    force: Force?, issued: String, effective: String, repealed: String, day: String,
    expected: Force?
  ) throws {
    let entry = ConceptEntry(
      id: "policy.some", kind: .policy, issued: PartialDate(issued),
      effective: PartialDate(effective), repealed: PartialDate(repealed), force: force)
    let day = try #require(PartialDate(day))
    #expect(entry.force(on: day) == expected)
    #expect(entry.force(on: nil) == force)
  }

  @Test func `a text ends when another takes its place as a whole`() {
    let entry = ConceptEntry(
      id: "policy.some", kind: .policy, issued: PartialDate("2018"), force: .superseded,
      relations: [
        Relation(.replacedBy, "policy.part", since: PartialDate("2019"), scope: "one chapter"),
        Relation(.replacedBy, "policy.next", since: PartialDate("2021-11")),
      ])
    #expect(entry.force(on: PartialDate("2020")) == .inForce)
    #expect(entry.force(on: PartialDate("2021-12")) == .superseded)
  }
}
