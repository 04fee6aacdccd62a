import Checking
import Terminology
import Testing
import TextAnalysis

struct TermStatusTests {
  private let mee = ConceptEntry(
    "agency.mee", .agency, "+Ministry of Ecology and Environment", "MEE",
    "-Ministry of Ecological and Environment", "+生态环境部")
  private let certification = ConceptEntry("term.certification", "+certification", "+认证")
  private let accreditation = ConceptEntry("term.accreditation", "+accreditation", "+认可", "-认证")

  @Test func `a deprecated name is an error that says what to write`() throws {
    let findings = TermCheck.findings(
      [("生态环境部发布", "The Ministry of Ecological and Environment issued")], [mee])
    let finding = try #require(findings.first)
    #expect(findings.map(\.rule) == [.termDeprecated])
    #expect(finding.severity == .error)
    #expect(finding.target == [4..<42])
    #expect(finding.suggestion == "Ministry of Ecology and Environment")
    #expect(
      finding.message.english
        == "'Ministry of Ecological and Environment' is deprecated for agency.mee. "
        + "Write 'Ministry of Ecology and Environment'.")
  }

  @Test func `a deprecated name is found in a document in one language`() {
    let findings = TermCheck.findings(["Ministry of Ecological and Environment"], [mee])
    #expect(findings.map(\.rule) == [.termDeprecated])
  }

  @Test func `a deprecated word that is right for another concept counts where that is missing`() {
    let concepts = [certification, accreditation]
    #expect(TermCheck.findings([("certification", "认证")], concepts).isEmpty)
    #expect(TermCheck.findings([("accreditation", "认证")], concepts).map(\.rule) == [.termDeprecated])
    #expect(TermCheck.findings([("certification and accreditation", "认证和认可")], concepts).isEmpty)
    #expect(TermCheck.findings(["认证"], concepts).isEmpty)
  }

  @Test func `an ordinary deprecated word counts only where the source has its concept`() {
    let concept = ConceptEntry("term.cryptography", "+commercial cryptography", "-business password", "+商用密码")
    #expect(TermCheck.findings([("商用密码", "business passwords")], [concept]).map(\.rule) == [.termDeprecated])
    #expect(TermCheck.findings([("企业口令", "business passwords")], [concept]).isEmpty)
    #expect(TermCheck.findings(["business passwords"], [concept]).map(\.severity) == [.hint])
  }

  @Test func `what is suggested has the capitals and the number of what it replaces`() {
    let concept = ConceptEntry("term.icv", "+intelligent connected vehicle", "-internet connected vehicle", "+智能网联汽车")
    func suggestion(_ text: String) -> String? {
      TermCheck.findings([text], [concept]).first?.suggestion
    }
    #expect(suggestion("the internet connected vehicle") == "intelligent connected vehicle")
    #expect(suggestion("Internet connected vehicles") == "Intelligent connected vehicles")
    #expect(suggestion("the Internet Connected Vehicles") == "Intelligent Connected Vehicles")
  }

  private func renamed() -> ConceptEntry {
    var concept = ConceptEntry("agency.sta", .agency, "+国家税务总局")
    concept.terms += [
      TermSection(
        language: .english, text: "State Administration of Taxation",
        administrativeStatus: .superseded, until: PartialDate("2018")),
      TermSection(
        language: .english, text: "State Taxation Administration",
        administrativeStatus: .preferred, since: PartialDate("2018")),
    ]
    return concept
  }

  @Test func `a superseded name is a warning with the name that took its place`() throws {
    let findings = TermCheck.findings(
      [("国家税务总局发布", "The State Administration of Taxation issued")], [renamed()])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.rule == .termSuperseded)
    #expect(finding.severity == .warning)
    #expect(finding.suggestion == "State Taxation Administration")
    #expect(finding.message.english.contains("since the end of 2018"))
  }

  @Test func `a superseded name was right on the day of an old document`() {
    let text = ["The State Administration of Taxation issued"]
    #expect(TermCheck.findings(text, [renamed()], asOf: "2016").isEmpty)
    #expect(TermCheck.findings(text, [renamed()], asOf: "2021").map(\.rule) == [.termSuperseded])
  }

  @Test func `a superseded name stands for one of the same time in the source`() {
    let concept = ConceptEntry("agency.sgcc", .agency, "+State Grid", "~State Grid Corporation", "~国家电网公司")
    #expect(TermCheck.findings([("国家电网公司", "State Grid Corporation")], [concept]).isEmpty)
  }

  @Test func `former and the years of a name excuse it`() {
    for text in [
      "the former State Administration of Taxation",
      "In 2015, the State Administration of Taxation issued",
      "the State Administration of Taxation (now the STA)",
    ] { #expect(TermCheck.findings([text], [renamed()]).isEmpty, "\(text)") }
  }
}
