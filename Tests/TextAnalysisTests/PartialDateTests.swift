import Testing
import TextAnalysis

struct PartialDateTests {
  @Test(arguments: ["2018", "2018-03", "2018-03-17", "2020-02-29", "0001", "9999-12-31"])
  func `reads what it writes`(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "18", "2018-3", "2018-13", "2018-00", "2021-02-30", "2019-02-29", "2018-03-00",
    "2018-03-17-01", "2018/03", "+2018", "2018-", "-2018", "2018-03-17T00", "٢٠١٨", "0000",
  ])
  func `refuses what ISO 8601 and the calendar do not know`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("2018", 20_180_101, 20_181_231), ("2018-02", 20_180_201, 20_180_228),
    ("2020-02", 20_200_201, 20_200_229), ("2018-03-17", 20_180_317, 20_180_317),
  ])
  func `covers the whole year or month`(text: String, first: Int, last: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(date.firstDay == first)
    #expect(date.lastDay == last)
  }

  @Test(arguments: ["2018", "2018-03", "2018-03-17"])
  func `comes back from its digits`(text: String) throws {
    let date = try #require(PartialDate(text))
    #expect(PartialDate(digits: date.digits) == date)
    #expect(PartialDate(digits: 20_180_231) == nil)
  }
}
