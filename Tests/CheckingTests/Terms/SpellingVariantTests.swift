import Checking
import Terminology
import Testing
import TextAnalysis

struct SpellingVariantTests {
  private func findings(_ texts: String...) -> [Finding] {
    TermCheck.findings(texts).filter { $0.rule == .spellingVariant }
  }

  @Test func `the rarer spelling is reported once with the count of the other`() throws {
    let found = findings(
      "Standardisation matters.", "The standardization of standardization.",
      "More standardisation and standardization.")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.segment == 0)
    #expect(finding.target == [0..<15])
    #expect(finding.severity == .hint)
    #expect(finding.suggestion == "standardization")
    #expect(
      finding.message.english
        == "'Standardisation' (2× in the document) is spelled 'standardization' elsewhere (3×).")
  }

  @Test func `British and American spellings are two spellings`() {
    for pair in [
      ("labelling", "labeling"), ("the centre", "the center"), ("colour", "color"),
      ("analyse", "analyze"), ("catalogue", "catalog"), ("defence", "defense"),
      ("fulfil", "fulfill"), ("organisations", "organization"), ("paediatric", "pediatric"),
    ] { #expect(findings(pair.0, pair.1).count == 1, "\(pair)") }
  }

  @Test func `with and without a hyphen are two spellings`() {
    for pair in [
      ("e-commerce", "ecommerce"), ("tele-communication", "telecommunication"),
      ("co-operation", "cooperation"), ("cyber security", "cybersecurity"),
    ] { #expect(findings("the \(pair.0)", "the \(pair.1)").count == 1, "\(pair)") }
  }

  @Test func `inflection, case and other words are no spelling`() {
    for pair in [
      ("agency", "agencies"), ("analysis", "analyses"), ("Standard", "standard"),
      ("a licence", "to license"), ("practice", "practise"), ("a metre", "a meter"),
      ("criterion", "criteria"), ("to re-form", "to reform"), ("large-scale", "large scale"),
      ("data", "date"), ("advice", "advise"),
    ] { #expect(findings("We \(pair.0) it", "We \(pair.1) it").isEmpty, "\(pair)") }
  }

  @Test func `names keep the spelling that is theirs`() {
    #expect(
      findings("the International Labour Organization", "the labor market, labor law").isEmpty)
    #expect(findings("see https://organisation.example/x", "an organization").isEmpty)
  }

  @Test func `Chinese words in two forms are reported, the standard one to be written`() {
    let found = findings("开立帐户", "注销账户")
    #expect(found.map(\.suggestion) == ["账户"])
    #expect(findings("开立账户", "注销账户").isEmpty)
  }
}
