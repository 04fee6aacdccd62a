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
