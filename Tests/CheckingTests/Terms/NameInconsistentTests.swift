import Checking
import Terminology
import Testing
import TextAnalysis

struct NameInconsistentTests {
  private func findings(_ texts: String..., concepts: [ConceptEntry] = []) -> [Finding] {
    TermCheck.findings(texts, concepts).filter { $0.rule == .nameInconsistent }
  }

  @Test func `an abbreviation with two full names is reported at the rarer`() throws {
    let found = findings(
      "The China Communications Standards Association (CCSA) met.",
      "The China Communication Standardization Association (CCSA) agreed.")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.segment == 1)
    #expect(finding.target == [4..<51])
    #expect(finding.suggestion == "China Communications Standards Association")
    #expect(finding.evidence?.segments == [0])
    #expect(
      finding.message.english
        == "CCSA stands for 'China Communication Standardization Association' here and for "
        + "'China Communications Standards Association' elsewhere.")
  }

  @Test func `a table of abbreviations is read row by row`() {
    func cell(_ text: String, line: Int) -> CheckedSegment {
      CheckedSegment(
        source: nil,
        target: CheckedText(
          Segment(text), language: .english,
          stretches: [.init(scalarOffset: 0, position: TextPosition(line: line, column: 1))]),
        block: .tableCell)
    }
    let document = [
      cell("MEE", line: 1), cell("Ministry of Ecology and Environment", line: 1),
      cell("NEA", line: 2), cell("Something Else Entirely", line: 3),
      CheckedSegment(
        source: nil,
        target: CheckedText(
          "Vice Minister of the Ministry of Ecological and Environment (MEE)", language: .english)),
    ]
    let found = TermCheck.findings(in: document, [], asOf: nil)
    #expect(found.map(\.segment) == [4])
    #expect(found.first?.target == [21..<59])
  }

  @Test func `the glossary says which of two names is to be written`() {
    let mee = ConceptEntry(
      "agency.mee", .agency, "+Ministry of Ecology and Environment",
      "-Ministry of Ecological and Environment")
    let found = findings(
      "The Ministry of Ecological and Environment (MEE) said.",
      "The Ministry of Ecological and Environment (MEE) said.",
      "The Ministry of Ecology and Environment (MEE) said.", concepts: [mee])
    #expect(found.map(\.suggestion) == ["Ministry of Ecology and Environment"])
  }

  @Test func `a name with two abbreviations is reported`() {
    let found = findings(
      "the Instrumentation Technology and Economy Institute (IETI)",
      "the Instrumentation Technology and Economy Institute (ITEI)")
    #expect(found.map(\.segment) == [1])
    #expect(found.first?.suggestion == "IETI")
  }

  @Test func `one abbreviation in two spellings is reported once with both counts`() throws {
    let finding = try #require(
      findings("the Ministry of Transport (MoT)", "MoT said", "MOT said, and IoVs").first)
    #expect(finding.segment == 2)
    #expect(finding.suggestion == "MoT")
    #expect(
      finding.message.english == "MOT (1× in the document) is MoT elsewhere (2×).")
  }

  @Test func `plurals of abbreviations and headings in capitals are no other spelling`() {
    #expect(findings("the IoV and all IoVs", "TC and TCs").isEmpty)
    #expect(findings("The MoU was signed.", "MOU SIGNED IN BEIJING TODAY").isEmpty)
    #expect(findings("call PyMem_Free", "set PYMEM_DOMAIN_RAW and `PYMEM`").isEmpty)
  }

  @Test func `one decree under two titles is reported`() {
    for pair in [
      (
        "the Regulations on Automobile Data Security Management (Draft)",
        "the Several Provisions on the Administration of Automobile Data Security"
      ),
      ("the Measures for the Administration of Railway Radio", "Railway Radio Management Measures"),
      (
        "Key Points of Automotive Standardization Work in 2021",
        "Key Points of Automotive Standardization in 2021"
      ),
      (
        "the Personal Information Protection Law",
        "the Law on the Protection of Personal Information"
      ),
    ] { #expect(findings(pair.0, pair.1).count == 1, "\(pair)") }
  }

  @Test func `titles of other years, kinds and subjects are other titles`() {
    for pair in [
      (
        "the Industrial Internet Development Action Plan (2018-2020)",
        "the Industrial Internet Development Action Plan (2021-2023)"
      ),
      (
        "Administrative Measures for Carbon Emissions Trading",
        "Interim Regulations on the Management of Carbon Emissions Trading"
      ),
      (
        "Guidelines for the Standardization of Industrial Internet (2021 Edition)",
        "Guidelines for the Standardization of Industrial Internet"
      ),
      ("the Measures for Cybersecurity Review", "MIIT Releases Measures for Cybersecurity Review"),
      ("National Health Commission", "National Health Commission of China"),
      ("the Cybersecurity Law", "the Data Security Law"),
    ] { #expect(findings(pair.0, pair.1).isEmpty, "\(pair)") }
  }

  @Test func `the marker of a draft in two wordings is a hint`() {
    let found = findings(
      "Measures for Review (Draft for Comments)", "Rules on Data (Draft to Solicit Comments)")
    #expect(found.map(\.severity) == [.hint])
    #expect(found.first?.message.english.contains("征求意见稿") == true)
  }

  @Test func `a name with the plural inside and without is reported`() {
    let found = findings(
      "the National Carbon Emission Trading Market", "a National Carbon Emissions Trading Market")
    #expect(found.count == 1)
    #expect(
      findings("Standard System Group of Experts", "Standard System Groups of Experts").isEmpty)
  }

  @Test func `Chinese titles and names that differ in a character are reported`() {
    #expect(findings("《网络安全审查办法》施行", "根据《网络安全审核办法》").count == 1)
    #expect(findings("中国通信标准化协会（CCSA）", "中国通讯标准化协会（CCSA）").count == 1)
    #expect(findings("中国标准化研究院（CNIS）", "中国国家标准化研究院（CNIS）").count == 1)
  }

  @Test func `Chinese titles of another number, and names with other words before, are not`() {
    #expect(findings("《第一批重点目录清单》", "《第二批重点目录清单》").isEmpty)
    #expect(findings("《中华人民共和国数据安全法》", "《数据安全法》").isEmpty)
    #expect(findings("领先的德国工业联合会（BDI）", "随后德国工业联合会（BDI）").isEmpty)
  }

  @Test func `one body under two full names of the glossary is reported`() {
    let cnis = ConceptEntry("agency.cnis", .agency, "+中国标准化研究院", "国家标准化研究院", "CNIS")
    #expect(findings("中国标准化研究院", "国家标准化研究院", concepts: [cnis]).count == 1)
    #expect(findings("中国标准化研究院", "CNIS", concepts: [cnis]).isEmpty)
  }
}

extension NameInconsistentTests {
  @Test func `the same document has the same findings in the same order`() {
    let texts = (0..<12).flatMap { number in
      [
        "The Bureau of Standards Number\(number) Affairs Office (BS) and MoT, MOT, MoH and MOH",
        "the Measures for the Administration of Railway Radio and Railway Radio Measures",
        "《网络安全审查办法》和《网络安全审核办法》及《网络安全审察办法》",
      ]
    }
    let first = TermCheck.findings(texts)
    #expect(!first.isEmpty)
    for _ in 0..<5 { #expect(TermCheck.findings(texts) == first) }
  }
}
