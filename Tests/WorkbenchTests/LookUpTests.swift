import Foundation
import Terminology
import Testing
import TextAnalysis
import Workbench

struct LookUpTests {
  private static let starters = Result { try StarterStore() }

  private func lookUp(
    _ query: String, asOf: String? = nil, limit: Int = 10
  ) throws -> LookUpAnswer {
    let day = asOf.flatMap { PartialDate($0) }
    return try Self.starters.get().bench.lookUp(LookUpRequest(query, asOf: day, limit: limit))
  }

  @Test(arguments: [
    ("State Administration for Market Regulation", "agency.samr", MatchKind.exact, 100),
    ("国家市场监督管理总局", "agency.samr", .exact, 100),
    ("state administration for market regulations", "agency.samr", .folded, 95),
    ("《中华人民共和国数据安全法》", "policy.data-security-law", .folded, 95),
    ("國家市場監督管理總局", "agency.samr", .folded, 95),
    ("ＳＡＭＲ", "agency.samr", .abbreviation, 90), ("SAMR", "agency.samr", .abbreviation, 90),
    ("samr", "agency.samr", .abbreviation, 90), ("市场监管总局", "agency.samr", .shortForm, 90),
    ("标准化管理委员会", "agency.sac", .qualified, 80),
    ("data center", "term.data-centre", .exact, 100),
    ("data-centres", "term.data-centre", .folded, 95),
    ("gongxinbu", "agency.miit", .pinyin, 50), ("gōng xìn bù", "agency.miit", .pinyin, 50),
    ("gong1 xin4 bu4", "agency.miit", .pinyin, 50),
    ("zhongguorenminyinhang", "agency.pbc", .pinyin, 50),
    ("数据安全法（草案）", "policy.data-security-law", .composed, 40),
    ("Cybersapce Administration", "agency.cac", .misspelled, 30),
    ("国家市场监督管里总局", "agency.samr", .misspelled, 30),
    ("agency.samr", "agency.samr", .id, 100),
    ("State Administration for Market Regulation (SAMR)", "agency.samr", .folded, 95),
    ("国家标准化管理委员会（国标委）", "agency.sac", .folded, 95),
  ])
  func `finds a name by the best kind of likeness`(
    query: String, id: String, kind: MatchKind, score: Int
  ) throws {
    let result = try #require(try lookUp(query).results.first)
    #expect(result.id == id)
    #expect(result.match.by == kind)
    #expect(result.match.score <= score && result.match.score > score - 20)
    #expect(result.match.approximate == (kind == .misspelled))
  }

  @Test func `initials of three letters and words inside find the name among others`() throws {
    #expect(try lookUp("gxb").results.contains { $0.id == "agency.miit" && $0.match.by == .pinyin })
    let railway = try lookUp("administration of railway radio").results
    #expect(railway.contains { $0.id == "policy.railway-radio-measures" && $0.match.by == .words })
  }

  @Test(arguments: ["银监局", "qqqqzzzz", "", "《》", "🀄️", "%_\"'--;"])
  func `finds nothing where there is nothing`(query: String) throws {
    let answer = try lookUp(query)
    #expect(!answer.isAnswered)
    #expect(answer.bearers == 0)
  }

  @Test func `a homograph gives every bearer and says how many there are`() throws {
    let answer = try lookUp("CAS")
    #expect(answer.bearers == 2)
    #expect(Set(answer.results.map(\.id)) == ["agency.cas-sciences", "agency.cas-standardization"])
  }

  @Test func `without a day, names in use come before names that have ended`() throws {
    let bearers = try lookUp("广电总局").results.prefix(3).map(\.id)
    #expect(bearers.first == "agency.nrta")
    #expect(Set(bearers) == ["agency.nrta", "agency.sapprft", "agency.sarft"])
    #expect(try lookUp("SPC").results.prefix(3).last?.id == "agency.spc-planning")
  }

  @Test func `a composed title stands behind titles that hold its words`() throws {
    let answer = try lookUp("Measures for Cybersecurity Review (Draft for Comments)")
    #expect(answer.results.first?.match.by == .words)
    #expect(
      answer.results.contains {
        $0.composed?.zhHans == "网络安全审查办法（征求意见稿）" && $0.match.by == .composed
      })
  }

  @Test func `a glossary that is not there is no place to look`() {
    #expect(throws: WorkbenchError.self) {
      try Self.starters.get().bench.lookUp(LookUpRequest("SAMR", glossaries: ["agensies"]))
    }
  }

  @Test(arguments: [
    ("agency.samrr", "agency.samr"), ("term.digital-twn", "term.digital-twin"),
    ("agency.工信部", "agency.miit"), ("SAMR", "agency.samr"),
  ])
  func `a mistyped identifier is answered with the nearest`(typed: String, meant: String) throws {
    do {
      _ = try Self.starters.get().bench.history(of: typed)
      Issue.record("There is no entry \(typed).")
    } catch {
      #expect(String(describing: error).contains("'\(meant)'"))
    }
  }

  @Test func `the beginning of a sound is answered with names that sound so`() throws {
    let answer = try lookUp("guojia shichang jiandu")
    #expect(answer.results.isEmpty)
    #expect(answer.nearest.contains("国家市场监督管理总局"))
  }

  @Test func `the same query always gives the same list`() throws {
    let lists = try (0..<5).map { _ in try lookUp("数据", limit: 50).results.map(\.id) }
    #expect(Set(lists).count == 1)
  }

  @Test func `names of the day come first, and relations are those of that day`() throws {
    let then = try #require(try lookUp("国家互联网信息办公室", asOf: "2012-06-01").results.first)
    let english = then.terms.filter { $0.language.isEnglish }
    #expect(english.first?.text == "State Internet Information Office")
    #expect(english.first { $0.text == "Cyberspace Administration of China" }?.validity == .notYet)
    let before = try #require(try lookUp("质检总局", asOf: "2016-05-01").results.first)
    #expect(before.heirs.isEmpty)
    #expect(!before.relations.contains { $0.type == .replacedBy })
  }

  @Test func `a body that is gone names all that took over its work, with scopes`() throws {
    let gone = try #require(try lookUp("质检总局").results.first)
    #expect(gone.heirs.map(\.id).contains("agency.samr"))
    #expect(gone.heirs.map(\.id).contains("agency.gacc"))
    #expect(gone.heirs.allSatisfy { $0.name.zhHans != nil })
    let health = try #require(try lookUp("卫生部").results.first)
    #expect(health.heirs.contains { $0.id == "agency.nhc" && !$0.gone })
  }

  @Test func `an informal printed name is found, and never as the preferred one`() throws {
    for name in ["国家市场监管总局", "住房与建设部", "中国电子标准化研究所", "China Association"] {
      let result = try #require(try lookUp(name).results.first)
      let term = try #require(result.terms.first { $0.text == name })
      #expect(term.administrativeStatus == .admitted || term.administrativeStatus == .deprecated)
      #expect(!term.official)
    }
  }

  @Test func `restrictions leave out what they exclude`() throws {
    let bench = try Self.starters.get().bench
    let policies = try bench.lookUp(LookUpRequest("数据安全", kind: .policy, breadth: .all))
    #expect(!policies.results.isEmpty && policies.results.allSatisfy { $0.kind == .policy })
    let chinese = try bench.lookUp(LookUpRequest("SAMR", from: .zh))
    #expect(chinese.results.allSatisfy { $0.match.language.isChinese })
  }

  @Test func `the answer in JSON has every name of the contract, nulls included`() throws {
    let encoder = JSONEncoder()
    let data = try encoder.encode(try lookUp("SAMR"))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["asOf"] is NSNull)
    let result = try #require((json["results"] as? [[String: Any]])?.first)
    let names = [
      "id", "kind", "subjectField", "process", "match", "terms", "relations", "issuers", "number",
      "issued", "effective", "repealed", "force", "enforce", "glossary", "definition", "source",
      "note", "rev",
    ]
    for name in names { #expect(result[name] != nil, "\(name)") }
    let term = try #require((result["terms"] as? [[String: Any]])?.first)
    let termNames = [
      "language", "text", "termType", "administrativeStatus", "register", "since", "until",
      "authority", "source", "seen", "verified", "geographicalUsage", "partOfSpeech", "case",
      "recognise", "note",
    ]
    for name in termNames { #expect(term[name] != nil, "\(name)") }
    let decoded = try JSONDecoder().decode(LookUpAnswer.self, from: data)
    #expect(decoded.results.first?.id == "agency.samr")
  }
}
