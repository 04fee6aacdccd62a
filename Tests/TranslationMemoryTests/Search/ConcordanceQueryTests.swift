import TextAnalysis
import Testing

@testable import TranslationMemory

struct ConcordanceQueryTests {
  private func hits(_ query: String, _ text: String, _ order: ConcordanceQuery.Order = .phrase)
    -> [String]
  {
    let scalars = Array(text.unicodeScalars)
    return ConcordanceQuery(query, order: order).ranges(in: Segment(text)).map {
      String(String.UnicodeScalarView(scalars[$0]))
    }
  }

  @Test(arguments: [
    ("measure", "These Measures and those measures", ["Measures", "measures"]),
    ("personal information", "Personal-information handlers", ["Personal-information"]),
    ("信息", "个人信息与资讯，信息", ["信息", "信息"]), ("信", "个人信息", ["信"]),
    ("網絡", "网络安全", ["网络"]), ("ＧＢ", "GB 18030", ["GB"]), ("2021", "2020 and ２０２１", ["２０２１"]),
    ("1,000", "1000 yuan", ["1000"]), ("start", "restart", []), ("。", "好。", ["。"]),
    ("aa", "aa aa aa", ["aa", "aa", "aa"]),
  ])
  func `words are found in every form`(query: String, text: String, expected: [String]) {
    #expect(hits(query, text) == expected)
  }

  @Test func `a phrase has its order, all words have none`() {
    #expect(hits("data security", "security of data").isEmpty)
    #expect(hits("data security", "security of data", .allWords) == ["security", "data"])
    #expect(hits("data law", "security of data", .allWords).isEmpty)
  }

  @Test(arguments: [
    ("\"Measures\"", "measures, Measures", ["Measures"]), ("“信息”", "资讯与信息", ["信息"]),
    ("「網」", "网", []), ("\", \"", "a, b", [", "]), ("\"easure\"", "measure", ["easure"]),
  ])
  func `in quotation marks the words are taken as written`(
    query: String, text: String, expected: [String]
  ) {
    #expect(hits(query, text) == expected)
  }
}
