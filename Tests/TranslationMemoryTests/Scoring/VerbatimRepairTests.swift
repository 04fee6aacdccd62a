import TextAnalysis
import Testing

@testable import TranslationMemory

struct VerbatimRepairTests {
  private func repaired(
    _ query: String, _ source: String, _ target: String, isChinese: Bool = false,
    keeping kept: Set<String> = []
  ) -> RepairedUnit {
    let (from, to): (LanguageTag, LanguageTag) =
      isChinese ? (.simplifiedChinese, .english) : (.english, .simplifiedChinese)
    let prepared = PreparedSegment(Segment(query))
    let alignment = SegmentAlignment(query: ComparableQuery(prepared), source: PreparedSegment(Segment(source)))
    return VerbatimRepair(keepRate: { kept.contains($0) ? 1 : 0 }).repair(
      alignment, queryFigures: Figures.find(in: query, language: from), target: target,
      sourceLanguage: from, targetLanguage: to)
  }

  @Test(arguments: [
    (
      "These Measures shall come into force on 1 October 2021.",
      "These Measures shall come into force on 1 September 2021.", "本办法自2021年9月1日起施行。",
      "本办法自2021年10月1日起施行。"
    ),
    (
      "a loan of CNY 250 billion", "a loan of CNY 300 billion", "3000亿元的贷款", "2500亿元的贷款"
    ),
    ("up by 35 percent", "up by 20 percent", "增长百分之二十", "增长百分之三十五"),
    ("see GB/T 1.1-2020", "see GB/T 1.1-2009", "见GB/T 1.1—2009", "见GB/T 1.1—2020"),
    ("Page 7 of 12", "Page 3 of 12", "第3页，共12页", "第7页，共12页"),
    ("Open %s?", "Open %d?", "打开 %d？", "打开 %s？"),
  ])
  func `figures are put in the target's way`(
    query: String, source: String, target: String, expected: String
  ) {
    #expect(repaired(query, source, target).target == expected)
  }

  @Test func `it works from Chinese too`() {
    let unit = repaired(
      "本办法自2022年3月1日起施行。", "本办法自2021年9月1日起施行。",
      "These Measures shall come into force on September 1, 2021.", isChinese: true)
    #expect(unit.target == "These Measures shall come into force on March 1, 2022.")
  }

  @Test func `what was put in is told with its place`() throws {
    let unit = repaired("in 2022", "in 2021", "在2021年")
    let adaptation = try #require(unit.adaptations.first)
    let scalars = Array(unit.target.unicodeScalars)[adaptation.range]
    #expect(String(String.UnicodeScalarView(scalars)) == adaptation.to)
    #expect(unit.source.text == "in 2022")
  }

  @Test func `a figure that the target does not have leaves it alone`() {
    let unit = repaired("in 2022", "in 2021", "去年")
    #expect(unit.target == "去年")
    #expect(unit.adaptations.isEmpty)
  }

  @Test func `a figure that the target has once more than the source leaves it alone`() {
    #expect(repaired("Pay 30 yuan", "Pay 20 yuan", "支付20元（20元）").target == "支付20元（20元）")
  }

  @Test func `a word that the memory keeps is replaced, another is not`() {
    #expect(repaired("Start Firefox", "Start Chrome", "启动 Chrome", keeping: ["firefox"]).target == "启动 Firefox")
    #expect(repaired("Start servers", "Start Chrome", "启动 Chrome").target == "启动 Chrome")
  }

  @Test func `a number inside a longer one is not it`() {
    #expect(repaired("Port 81", "Port 80", "端口 8080").target == "端口 8080")
  }
}
