import Checking
import Terminology
import Testing
import TextAnalysis

struct NameAnachronismTests {
  private let aqsiq = ConceptEntry(
    "agency.aqsiq", .agency,
    relations: [
      Relation(.replacedBy, "agency.samr", since: PartialDate("2018-03"), scope: "quality"),
      Relation(.replacedBy, "agency.gacc", since: PartialDate("2018-03"), scope: "borders"),
    ], since: "2001-04", until: "2018-03", "AQSIQ", "+国家质检总局", "质检总局")
  private let samr = ConceptEntry(
    "agency.samr", .agency, since: "2018-03", "+State Administration for Market Regulation", "SAMR",
    "+国家市场监督管理总局")
  private let gacc = ConceptEntry("agency.gacc", .agency, "GACC", "+海关总署")
  private var concepts: [ConceptEntry] { [aqsiq, samr, gacc] }

  private func rules(_ text: String, asOf: String? = "2021-06") -> [RuleID] {
    TermCheck.findings([text], concepts, asOf: asOf).map(\.rule)
  }

  @Test func `a body that is gone names those who took over`() throws {
    let finding = try #require(
      TermCheck.findings([("国家质检总局公告", "AQSIQ announced")], concepts, asOf: "2021-06").first)
    #expect(finding.rule == .nameAnachronism)
    #expect(finding.severity == .warning)
    #expect(finding.target == [0..<5])
    #expect(finding.source == [0..<6])
    #expect(finding.suggestion == nil)
    #expect(
      finding.message.english
        == "'AQSIQ' (agency.aqsiq) was in use until 2018-03; the document is of 2021-06. "
        + "Its work is with 'SAMR' (quality), 'GACC' (borders); else write 'former'.")
  }

  @Test func `a body that was not there yet is an anachronism, too`() {
    #expect(rules("SAMR announced", asOf: "2015") == [.nameAnachronism])
  }

  @Test func `nothing is said where nobody gave a day`() {
    #expect(rules("AQSIQ and SAMR", asOf: nil).isEmpty)
  }

  @Test func `a name whose dates are not recorded is never an anachronism`() {
    #expect(rules("海关总署公告").isEmpty)
    let unknown = ConceptEntry("agency.x", .agency, since: nil, until: nil, "+Bureau X", "+某局")
    #expect(TermCheck.findings(["Bureau X"], [unknown], asOf: "1950").isEmpty)
  }

  @Test func `the month of a change has both names`() {
    #expect(rules("AQSIQ and SAMR", asOf: "2018-03").isEmpty)
  }

  @Test func `原, 前 and former make a name one of the past`() {
    for text in [
      "原国家质检总局", "原“国家质检总局”", "原工商总局、国家质检总局", "前质检总局局长", "当时的质检总局", "时任质检总局局长",
      "质检总局的前身", "国家质检总局（现市场监管总局）", "the former AQSIQ", "then AQSIQ head",
      "AQSIQ, now SAMR", "its predecessor, AQSIQ",
    ] { #expect(rules(text).isEmpty, "\(text)") }
  }

  @Test func `目前, 日前 and 中原 are other words`() {
    for text in ["目前质检总局", "日前质检总局", "中原质检总局"] {
      #expect(rules(text) == [.nameAnachronism], "\(text)")
    }
  }

  @Test func `now, then and late elsewhere in the sentence are no excuse`() {
    for text in ["AQSIQ now requires it", "In late May AQSIQ said", "Then, after May, AQSIQ said"] {
      #expect(rules(text) == [.nameAnachronism], "\(text)")
    }
  }

  @Test func `a year of the name's time near it is an excuse`() {
    for text in ["2015年质检总局公告", "In 2010 AQSIQ issued it", "质检总局（2001—2018）"] {
      #expect(rules(text).isEmpty, "\(text)")
    }
    #expect(rules("2020年质检总局公告") == [.nameAnachronism])
  }

  @Test func `a mark in the source excuses the translation`() {
    #expect(TermCheck.findings([("原国家质检总局", "AQSIQ")], concepts, asOf: "2021").isEmpty)
  }

  @Test func `one heir of the whole work is what to write`() {
    let mep = ConceptEntry(
      "agency.mep", .agency,
      relations: [Relation(.replacedBy, "agency.mee", since: PartialDate("2018-03"))],
      since: "2008-03", until: "2018-03", "+环境保护部")
    let mee = ConceptEntry("agency.mee", .agency, since: "2018-03", "+生态环境部")
    let findings = TermCheck.findings(["环境保护部通知"], [mep, mee], asOf: "2021")
    #expect(findings.map(\.suggestion) == ["生态环境部"])
  }

  @Test func `a homograph that one body still bears is no anachronism`() {
    let other = ConceptEntry("agency.other", .agency, "AQSIQ", "+另一机构")
    #expect(TermCheck.findings(["AQSIQ"], [aqsiq, other], asOf: "2021").isEmpty)
  }
}
