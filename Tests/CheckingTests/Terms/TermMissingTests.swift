import Checking
import Terminology
import Testing
import TextAnalysis

struct TermMissingTests {
  private let dsl = ConceptEntry(
    "policy.data-security-law", .policy, "+Data Security Law of the People's Republic of China",
    "Data Security Law", "DSL", "+中华人民共和国数据安全法", "数据安全法")
  private let twin = ConceptEntry("term.digital-twin", "+digital twin", "+数字孪生")
  private let cac = ConceptEntry(
    "agency.cac", .agency, "+Cyberspace Administration of China", "CAC", "+国家互联网信息办公室", "国家网信办")

  private func rules(_ findings: [Finding]) -> [RuleID] { findings.map(\.rule) }

  @Test func `a name without its equivalent is a warning with the name to write`() throws {
    let findings = TermCheck.findings([("《数据安全法》已经施行。", "The Information Act is in force.")], [dsl])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.rule == .termMissing)
    #expect(finding.severity == .warning)
    #expect(finding.source == [1..<6])
    #expect(finding.target.isEmpty)
    #expect(finding.suggestion == "Data Security Law")
    #expect(finding.evidence?.concept == "policy.data-security-law")
    #expect(finding.evidence?.source == "a source")
    #expect(
      finding.message.english
        == "'数据安全法' in the source is 'Data Security Law' (policy.data-security-law); the target "
        + "has no term of this concept. Write 'Data Security Law'.")
    #expect(finding.message.chinese.contains("“数据安全法”"))
  }

  @Test func `an ordinary term is a hint unless its concept is enforced`() {
    let pair = [("A digital twin helps.", "数字双胞胎有用。")]
    #expect(TermCheck.findings(pair, [twin]).map(\.severity) == [.hint])
    let enforced = ConceptEntry("term.digital-twin", enforce: true, "+digital twin", "+数字孪生")
    #expect(TermCheck.findings(pair, [enforced]).map(\.severity) == [.error])
  }

  @Test func `any admitted term of the concept is its equivalent`() {
    for target in ["DSL entered into force.", "The Data Security Law entered into force."] {
      #expect(TermCheck.findings([("《数据安全法》生效。", target)], [dsl]).isEmpty)
    }
  }

  @Test func `the form that is suggested is that of the source`() {
    let findings = TermCheck.findings([("CAC 发布通知。", "有关部门发布通知。")], [cac], source: .english)
    #expect(findings.first?.suggestion == "国家互联网信息办公室")
    let republic = TermCheck.findings([("《中华人民共和国数据安全法》", "The statute")], [dsl])
    #expect(republic.first?.suggestion == "Data Security Law of the People's Republic of China")
  }

  @Test func `the suggestion is the term of the document's day`() {
    var concept = ConceptEntry("agency.cnipa", .agency, "+国家知识产权局")
    concept.terms += [
      TermSection(
        language: .english, text: "State Intellectual Property Office",
        administrativeStatus: .admitted, until: PartialDate("2018-08")),
      TermSection(
        language: .english, text: "China National Intellectual Property Administration",
        administrativeStatus: .preferred, since: PartialDate("2018-08")),
    ]
    let pair = [("国家知识产权局公告", "A notice")]
    let old = TermCheck.findings(pair, [concept], asOf: "2015")
    #expect(old.first?.suggestion == "State Intellectual Property Office")
    let new = TermCheck.findings(pair, [concept], asOf: "2021")
    #expect(new.first?.suggestion == "China National Intellectual Property Administration")
  }

  @Test func `a term of the other script is no equivalent`() {
    let concept = ConceptEntry("term.software", "+software", "+软件", "+軟體")
    #expect(TermCheck.findings([("The software runs.", "软体在运行。")], [concept]).count == 1)
    #expect(
      TermCheck.findings(
        [("The software runs.", "軟體執行。")], [concept], target: .traditionalChinese
      ).isEmpty)
  }

  @Test func `a concept without a term in the language of the target is left alone`() {
    let english = ConceptEntry("term.only-english", "+mirror committee")
    #expect(TermCheck.findings([("A mirror committee met.", "某某会议召开。")], [english]).isEmpty)
    #expect(
      TermCheck.findings(
        [("A digital twin.", "數位分身。")], [twin], target: .traditionalChinese
      ).isEmpty)
  }

  @Test func `a concept whose terms there are for look-ups only is left alone`() {
    var concept = ConceptEntry("name.post", .name, "+Director General", "司长")
    concept.terms[1].recognise = .lookup
    #expect(TermCheck.findings([("The Director General spoke.", "他讲了话。")], [concept]).isEmpty)
  }

  @Test func `an empty and an untranslated target are for other rules`() {
    #expect(TermCheck.findings([("Digital twin", " ")], [twin], target: .simplifiedChinese).isEmpty)
    #expect(
      TermCheck.findings([("Digital twin", "Digital twin")], [twin], target: .simplifiedChinese)
        .isEmpty)
  }

  @Test func `two places of one missing term are one finding`() {
    let findings = TermCheck.findings([("Digital twin here, digital twin there", "这里那里")], [twin])
    #expect(findings.map(\.source) == [[0..<12, 19..<31]])
  }

  @Test func `the Ministry may stand for a ministry, which then is a hint`() {
    let mee = ConceptEntry(
      "agency.mee", .agency, "+Ministry of Ecology and Environment", "+生态环境部")
    let findings = TermCheck.findings([("生态环境部回应。", "The Ministry answered.")], [mee])
    #expect(findings.map(\.severity) == [.hint])
  }

  @Test func `initials and loose wordings of a name are near enough`() {
    let ccsa = ConceptEntry(
      "agency.ccsa", .agency, "+China Communications Standards Association", "+中国通信标准化协会")
    #expect(TermCheck.findings([("中国通信标准化协会", "CCSA")], [ccsa]).isEmpty)
    let mfa = ConceptEntry("agency.mfa", .agency, "+Ministry of Foreign Affairs", "+外交部")
    let findings = TermCheck.findings([("外交部表示", "China's Foreign Ministry said")], [mfa])
    #expect(findings.map(\.severity) == [.hint])
  }

  @Test func `bodies of other countries and words that only begin like a body are left alone`() {
    let mfa = ConceptEntry("agency.mfa", .agency, "+Ministry of Foreign Affairs", "+外交部")
    let moe = ConceptEntry("agency.moe", .agency, "+Ministry of Education", "+教育部")
    #expect(TermCheck.findings([("德国外交部说", "Berlin said")], [mfa]).isEmpty)
    #expect(TermCheck.findings([("外交部长讲话", "The foreign minister spoke")], [mfa]).isEmpty)
    #expect(TermCheck.findings([("当地教育部门", "the local education sector")], [moe]).isEmpty)
    let premier = ConceptEntry("name.premier", .name, "+Premier", "+国务院总理")
    #expect(TermCheck.findings([("the Premier League", "英超联赛")], [premier]).isEmpty)
  }

  @Test func `every finding speaks both languages`() {
    let findings = TermCheck.findings(
      [("CAC and a digital twin", "没有"), ("《数据安全法》", "nothing")], [cac, twin, dsl])
    #expect(rules(findings).count == 3)
    for finding in findings {
      #expect(TextScript(of: finding.message.english) != .other)
      #expect(finding.message.chinese.unicodeScalars.contains(where: ScriptVariants.isHan))
      #expect(finding.message.english != finding.message.chinese)
    }
  }
}
