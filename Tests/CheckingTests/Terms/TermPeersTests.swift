import Checking
import Terminology
import Testing
import TextAnalysis

/// The false alarms about terms and names that made users of other tools switch the check off.
struct TermPeersTests {
  private func isQuiet(_ source: String, _ target: String, _ concepts: ConceptEntry...) -> Bool {
    TermCheck.findings([(source, target)], concepts).isEmpty
  }

  @Test func `a language without spaces has its terms found`() {
    let concept = ConceptEntry("term.iot", "+Internet of Things", "+物联网")
    #expect(isQuiet("The Internet of Things grows.", "物联网正在发展。", concept))
    #expect(!isQuiet("The Internet of Things grows.", "网络正在发展。", concept))
  }

  @Test func `inflected forms are equivalents`() {
    let agency = ConceptEntry("term.agency", "+certification agency", "+认证机构")
    #expect(isQuiet("认证机构的职责", "the certification agencies' duties", agency))
    #expect(isQuiet("认证机构", "an agency for certification", agency))
    let infection = ConceptEntry("term.infection", "+infection", "+感染")
    #expect(isQuiet("感染了病毒", "infected with a virus", infection))
  }

  @Test func `a short term inside a long one is not reported`() {
    let court = ConceptEntry("term.court", "+court", "+法院")
    let people = ConceptEntry("agency.court", .agency, "+people's court", "+人民法院")
    #expect(isQuiet("人民法院受理。", "The people's court accepted it.", court, people))
    let health = ConceptEntry("term.health", "+health", "+健康")
    let care = ConceptEntry("term.health-care", "+Health Care", "+卫生保健")
    #expect(isQuiet("Health Care reform", "卫生保健改革", health, care))
    let network = ConceptEntry("term.cybersecurity", "+cybersecurity", "+网络安全")
    let law = ConceptEntry("policy.csl", .policy, "+Cybersecurity Law", "+网络安全法")
    #expect(isQuiet("《网络安全法》", "the Cybersecurity Law", network, law))
  }

  @Test func `a word inside another word is no term`() {
    let form = ConceptEntry("term.form", "+form", "+表格")
    #expect(isQuiet("information and reform", "信息与改革", form))
  }

  @Test func `terms of two characters are found`() {
    let economy = ConceptEntry("term.economy", "+economy", "+经济")
    #expect(!isQuiet("经济", "thrift", economy))
    #expect(isQuiet("经济", "the economy", economy))
  }

  @Test func `synonyms in rows of their own satisfy each other`() {
    let one = ConceptEntry("term.avian-flu", "+avian flu", "+禽流感")
    let two = ConceptEntry("term.bird-flu", "+bird flu", "+禽流感")
    #expect(isQuiet("禽流感", "bird flu", one, two))
    #expect(
      TermCheck.findings([("avian flu", "禽流感"), ("bird flu", "禽流感")], [one, two]).isEmpty)
  }

  @Test func `variants are not judged by the check of another spelling`() {
    let concept = ConceptEntry("term.e-commerce", "+e-commerce", "+电子商务")
    for target in ["ecommerce grows", "E-Commerce grows", "e‑commerce grows"] {
      #expect(isQuiet("电子商务", target, concept))
    }
  }

  @Test func `hyphens, spaces and one word are one`() {
    let concept = ConceptEntry("term.data-center", "+data center", "+数据中心")
    for target in ["a data-center", "a datacenter", "the data centres", "data  center"] {
      #expect(isQuiet("数据中心", target, concept))
    }
  }

  @Test func `capitals at the beginning of an imported term do not matter`() {
    let concept = ConceptEntry("term.supply-chain", "+Supply Chain", "+供应链")
    #expect(isQuiet("供应链", "resilient supply chains", concept))
  }

  @Test func `an acronym is not the word of its letters`() {
    let information = ConceptEntry("term.it", "IT", "+信息技术")
    #expect(isQuiet("it is fine", "很好", information))
    #expect(!isQuiet("信息技术", "it is fine", information))
    let cas = ConceptEntry("agency.cas", .agency, "CAS", "+中国科学院")
    #expect(!isQuiet("中国科学院", "the cas file", cas))
  }

  @Test func `terms beside punctuation and brackets are found`() {
    let concept = ConceptEntry("term.blockchain", "+blockchain", "+区块链")
    for target in ["(blockchain)", "“blockchain”,", "blockchain/AI", "*blockchain*"] {
      #expect(isQuiet("区块链", target, concept))
    }
  }

  @Test func `other words may stand between those of a term`() {
    let concept = ConceptEntry("term.data-security", "+data security", "+数据安全")
    #expect(isQuiet("数据安全", "data and network security", concept))
    #expect(isQuiet("数据安全", "the security of such data", concept))
  }

  @Test func `mixed scripts in one Chinese term are found`() {
    let concept = ConceptEntry("term.5g", "+5G network", "+5G网络")
    #expect(isQuiet("5G networks", "5G 网络", concept))
    #expect(isQuiet("5G networks", "５Ｇ网络", concept))
  }

  @Test func `quotation marks and titles inside a term do not matter`() {
    let concept = ConceptEntry("policy.fyp", .policy, "+14th Five-Year Plan", "+“十四五”规划")
    #expect(isQuiet("the 14th Five-Year Plan", "《十四五规划》", concept))
  }

  @Test func `a homograph is satisfied by any of its concepts`() {
    let securities = ConceptEntry("agency.securities", .agency, "+Securities Association", "SAC", "+中国证券业协会")
    let standards = ConceptEntry("agency.standards", .agency, "+Standardization Administration", "SAC", "+国家标准化管理委员会")
    #expect(isQuiet("SAC decided.", "中国证券业协会作出决定。", securities, standards))
    #expect(isQuiet("SAC decided.", "国家标准化管理委员会作出决定。", securities, standards))
    #expect(!isQuiet("SAC decided.", "有关机构作出决定。", securities, standards))
  }

  @Test func `proposed and rejected entries take no part`() {
    var concept = ConceptEntry("term.x", "+edge computing", "+边缘计算")
    for process in [ProcessStatus.proposed, .rejected, .retired] {
      concept.process = process
      #expect(isQuiet("edge computing", "边际运算", concept))
    }
  }

  @Test func `terms of a glossary in one language and relations in a circle are harmless`() {
    let one = ConceptEntry(
      "agency.one", .agency,
      relations: [Relation(.replaces, "agency.two"), Relation(.replacedBy, "agency.two")],
      until: "2018", "+First Bureau", "+第一局")
    let two = ConceptEntry(
      "agency.two", .agency,
      relations: [Relation(.replaces, "agency.one"), Relation(.replacedBy, "agency.one")],
      until: "2018", "+Second Bureau", "+第二局")
    let alone = ConceptEntry("agency.alone", .agency, "+Third Bureau")
    let findings = TermCheck.findings(
      [("第一局和第二局", "The First Bureau and the Second Bureau met the Third Bureau.")],
      [one, two, alone], asOf: "2021")
    #expect(findings.map(\.rule) == [.nameAnachronism, .nameAnachronism])
  }
}
