import Terminology
import Testing
import TextAnalysis

struct GlossaryRulesTests {
  private func term(
    _ text: String, _ language: LanguageTag = .simplifiedChinese,
    _ status: AdministrativeStatus? = .preferred, since: String? = nil, until: String? = nil
  ) -> TermSection {
    TermSection(
      language: language, text: text, administrativeStatus: status,
      since: since.flatMap { PartialDate($0) }, until: until.flatMap { PartialDate($0) })
  }

  private func faults(
    _ entry: ConceptEntry, beside others: [ConceptEntry] = []
  ) -> [GlossaryFault] {
    GlossaryRules.faults(of: entry) { id in others.first { $0.id == id } }
  }

  private func agency(_ id: String, _ terms: [TermSection]) -> ConceptEntry {
    ConceptEntry(id: id, kind: .agency, terms: terms)
  }

  @Test func `a well-kept entry has no fault`() {
    let samr = ConceptEntry(
      id: "agency.samr", kind: .agency,
      relations: [Relation(.replaces, "agency.aqsiq", since: PartialDate("2018-03"))],
      terms: [
        term("State Administration for Market Regulation", .english), term("国家市场监督管理总局"),
        term("市场监管总局", .simplifiedChinese, .admitted),
      ])
    let aqsiq = ConceptEntry(
      id: "agency.aqsiq", kind: .agency,
      relations: [Relation(.replacedBy, "agency.samr", since: PartialDate("2018-03"))],
      terms: [term("国家质量监督检验检疫总局")])
    #expect(faults(samr, beside: [aqsiq]) == [])
    #expect(faults(aqsiq, beside: [samr]) == [])
  }

  @Test(arguments: ["Agency.samr", "samr", "agency.", "agency.SAMR", "policy.samr", "agency.总局"])
  func `an identifier is lower-case ASCII with the prefix of its kind`(id: String) {
    #expect(faults(agency(id, [term("总局")])) == [.identifier(id, .agency)])
  }

  @Test func `one term a language is preferred on a day`() {
    let two = agency("agency.x", [term("甲"), term("乙")])
    #expect(faults(two) == [.twoPreferred(.simplifiedChinese, "甲", "乙")])
    let inTurn = agency(
      "agency.x", [term("甲", until: "2014-04"), term("乙", since: "2014-04")])
    #expect(faults(inTurn) == [])
    let sameDay = agency(
      "agency.x", [term("甲", until: "2014-04-01"), term("乙", since: "2014-04-01")])
    #expect(faults(sameDay) == [.twoPreferred(.simplifiedChinese, "甲", "乙")])
    #expect(faults(agency("agency.x", [term("国"), term("國", .traditionalChinese)])) == [])
  }

  @Test func `a name that came back is two terms, a name given twice is a fault`() {
    let back = agency(
      "agency.x",
      [
        term("甲", until: "1998-03"), term("乙", since: "1998-04", until: "2003-02"),
        term("甲", since: "2003-03"),
      ])
    #expect(faults(back) == [])
    #expect(
      faults(agency("agency.x", [term("甲"), term("甲", .simplifiedChinese, .admitted)]))
        == [.repeatedTerm(.simplifiedChinese, "甲")])
    #expect(
      faults(agency("agency.x", [term("甲"), term("甲", .simplifiedChinese, .deprecated)]))
        == [.preferredAndWrong(.simplifiedChinese, "甲")])
  }

  @Test func `relations resolve, are mirrored with date and scope, and do not bite their tail`() {
    func body(_ id: String, _ relations: Relation...) -> ConceptEntry {
      ConceptEntry(id: id, kind: .agency, relations: relations, terms: [term("局")])
    }
    let date = PartialDate("2018-03")
    let one = body("agency.one", Relation(.replaces, "agency.two", since: date, scope: "all"))
    #expect(faults(one) == [.unresolved("agency.two")])
    #expect(
      faults(one, beside: [body("agency.two", Relation(.replacedBy, "agency.one", since: date))])
        == [.unmirrored(.replaces, "agency.two")])
    let mirrored = body(
      "agency.two", Relation(.replacedBy, "agency.one", since: date, scope: "all"))
    #expect(faults(one, beside: [mirrored]) == [])
    #expect(faults(body("agency.one", Relation(.partOf, "agency.two")), beside: [mirrored]) == [])
    #expect(
      faults(body("agency.one", Relation(.related, "agency.one"))) == [.selfRelation(.related)])
  }

  @Test func `dates are in order`() {
    let entry = ConceptEntry(
      id: "policy.x", kind: .policy, issued: PartialDate("2021-06-10"),
      effective: PartialDate("2021-06-09"), terms: [term("办法", since: "2020", until: "2019")])
    #expect(faults(entry).count == 2)
  }

  @Test(arguments: [
    ("中国,美国", ","), ("办法(试行)", "("), ("是否?", "?"), ("甲:乙", ":"), ("\"互联网+\"", "\""),
  ])
  func `Chinese takes Chinese punctuation`(text: String, mark: Character) {
    #expect(faults(agency("agency.x", [term(text)])) == [.latinPunctuation(mark, text)])
  }

  @Test(arguments: [
    "新型数据中心发展三年行动计划（2021-2023年）", "“互联网+先进制造业”指导意见", "GB/T 1.1-2020", "5G网络",
    "关于《办法》的通知", "工业互联网（Industrial Internet）",
  ])
  func `half-width marks stay between digits and in Latin runs`(text: String) {
    #expect(faults(agency("agency.x", [term(text)])) == [])
  }

  @Test func `a title is kept without its outer marks`() {
    #expect(faults(agency("agency.x", [term("《数据安全法》")])) == [.outerTitleMarks("《数据安全法》")])
  }

  @Test func `an authority needs a source`() {
    var wrong = term("局")
    wrong.authority = .issuer
    #expect(faults(agency("agency.x", [wrong])) == [.authorityWithoutSource("局")])
  }
}
