import Checking
import Terminology
import Testing
import TextAnalysis

struct TermInconsistentTests {
  private let security = ConceptEntry(
    "term.cybersecurity", "+cybersecurity", "network security", "+网络安全")
  private let certification = ConceptEntry("term.certification", "+certification", "+认证")
  private let accreditation = ConceptEntry("term.accreditation", "+accreditation", "+认可")

  private func findings(_ pairs: [(String, String)], _ concepts: ConceptEntry...) -> [Finding] {
    TermCheck.findings(pairs, concepts).filter { $0.rule == .termInconsistent }
  }

  @Test func `one source term in two renderings is reported once, where it is the rarer`() throws {
    let found = findings(
      [
        ("网络安全", "cybersecurity"), ("网络安全审查", "network security review"),
        ("网络安全产业", "the cybersecurity industry"), ("网络安全事件", "a network security incident"),
        ("网络安全服务", "cybersecurity services"),
      ], security)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.segment == 1)
    #expect(finding.severity == .hint)
    #expect(finding.suggestion == "cybersecurity")
    #expect(finding.evidence?.segments == [0, 2, 4])
    #expect(
      finding.message.english
        == "'网络安全' (term.cybersecurity) is 'network security' here (2× in the document) and "
        + "'cybersecurity' elsewhere (3×).")
  }

  @Test func `a full name and its abbreviation are no two renderings`() {
    let cac = ConceptEntry("agency.cac", .agency, "+Cyberspace Administration of China", "CAC", "+国家网信办")
    #expect(
      findings(
        [("国家网信办", "Cyberspace Administration of China (CAC)"), ("国家网信办", "CAC")], cac
      ).isEmpty)
  }

  @Test func `spellings and the name of the state are no two renderings`() {
    let standards = ConceptEntry("term.standardization", "+standardization", "standardisation", "+标准化")
    #expect(findings([("标准化", "standardization"), ("标准化", "standardisation")], standards).isEmpty)
    let ndrc = ConceptEntry(
      "agency.ndrc", .agency, "+National Development and Reform Commission",
      "National Development and Reform Commission of the People's Republic of China", "+国家发展改革委")
    #expect(
      findings(
        [
          ("国家发展改革委", "National Development and Reform Commission"),
          (
            "国家发展改革委",
            "National Development and Reform Commission of the People's Republic of China"
          ),
        ], ndrc
      ).isEmpty)
  }

  @Test func `two source terms in one rendering are reported where the rendering is another's`() {
    let found = findings(
      [("认证机构", "certification body"), ("认可机构", "certification body")], certification, accreditation)
    #expect(found.map(\.segment) == [1])
    #expect(found.first?.suggestion == "accreditation")
    #expect(found.first?.evidence?.segments == [0])
  }

  @Test func `a rendering that the glossary gives to both is reported where one has a better`() {
    let one = ConceptEntry("term.certification", "+certification", "+认证")
    let two = ConceptEntry("term.authentication", "+authentication", "+鉴别", "认证")
    let pairs = [("certification", "认证"), ("authentication", "认证")]
    #expect(findings(pairs, one, two).map(\.segment) == [1])
    let equal = ConceptEntry("term.authentication", "+authentication", "+认证")
    #expect(findings(pairs, one, equal).isEmpty)
  }

  @Test func `a term inside a longer one does not lend it its rendering`() {
    let virus = ConceptEntry("term.virus", "+virus", "+病毒")
    let outbreak = ConceptEntry("term.virus-outbreak", "+virus outbreak", "+病毒爆发")
    #expect(findings([("virus", "病毒"), ("virus outbreak", "病毒流行")], virus, outbreak).isEmpty)
  }

  @Test func `a document in one language has no renderings`() {
    #expect(TermCheck.findings(["cybersecurity", "network security"], [security]).isEmpty)
  }
}
