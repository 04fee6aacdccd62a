import Testing
import TextAnalysis

@testable import Checking

extension Profile {
  static let mainlandLaw = Profile(.mainland, .law)
}

struct BoundMismatchTests {
  private func findings(_ source: String, _ target: String, _ profile: Profile) -> [Finding] {
    figureFindings(source, target, profile: profile).filter { $0.rule == .boundMismatch }
  }

  static let opposite = pairs(
    """
    at least 30 days | 30日以下
    not more than 30 days | 30日以上
    over 18 years of age | 不满18岁
    up to 5 million yuan | 500万元以上
    """)

  @Test(arguments: opposite)
  func `an upper bound for a lower one is an error everywhere`(english: String, chinese: String) {
    for profile in [Profile.mainlandGeneral, .mainlandLaw] {
      #expect(findings(english, chinese, profile).map(\.severity) == [.error])
      #expect(findings(chinese, english, profile).map(\.severity) == [.error])
    }
  }

  static let inclusion = pairs(
    """
    more than three years | 三年以上
    under 18 years of age | 18岁以下
    at least 30 persons | 超过30人
    not more than 10 days | 不满10日
    """)

  @Test(arguments: inclusion)
  func `whether the figure is included counts in laws`(english: String, chinese: String) throws {
    let finding = try #require(findings(english, chinese, .mainlandLaw).first)
    #expect(finding.severity == .error)
    #expect(finding.evidence?.source?.contains("1259") == true)
    #expect(findings(english, chinese, .mainlandGeneral).isEmpty)
    let asked = figureFindings(
      english, chinese, settings: [.boundMismatch: ["inclusion": .flag(true)]])
    #expect(asked.map(\.severity) == [.warning])
  }

  static let same = pairs(
    """
    at least 30 days | 30日以上
    not less than 30 days | 不少于三十日
    three years or more | 三年以上
    more than 30 persons | 超过30人
    within 15 days | 十五日内
    not exceeding 500,000 yuan | 不超过50万元
    under 18 years of age | 不满18岁
    not more than 20 minutes | 不要超过20分钟
    no higher than 600 degrees | 不能高于600度
    more than one minute | 不止1分钟
    beyond 30 km | 30公里以外
    """)

  @Test(arguments: same)
  func `bounds that agree give nothing`(english: String, chinese: String) {
    #expect(findings(english, chinese, .mainlandLaw).isEmpty)
    #expect(findings(chinese, english, .mainlandLaw).isEmpty)
  }

  @Test func `over may mean during`() {
    #expect(findings("over three years", "三年内", .mainlandGeneral).isEmpty)
    #expect(!findings("children over three years of age", "不满三岁的儿童", .mainlandGeneral).isEmpty)
  }

  @Test func `a bound on one side only is told in laws`() {
    #expect(findings("30日内提出", "file it 30 days later", .mainlandLaw).map(\.severity) == [.warning])
    #expect(findings("30日内提出", "file it 30 days later", .mainlandGeneral).isEmpty)
  }
}

struct ClauseWordTests {
  static let mainland = pairs(
    """
    Article 3 | 第三条
    paragraph 2 of Article 12 | 第十二条第二款
    item (3) | 第（三）项
    subparagraph 3 | 第三项
    Chapter III | 第三章
    Section 2 | 第二节
    Annex A | 附录A
    """)

  @Test(arguments: mainland)
  func `words of mainland laws`(english: String, chinese: String) {
    #expect(figureFindings(english, chinese, profile: .mainlandLaw).isEmpty)
    #expect(figureFindings(chinese, english, profile: .mainlandLaw).isEmpty)
  }

  @Test func `another level is an error, and the right word is given`() throws {
    let finding = try #require(
      figureFindings("第二款", "Article 2", profile: .mainlandLaw).first)
    #expect(finding.rule == .identifierMismatch && finding.severity == .error)
    #expect(finding.suggestion == "Paragraph 2")
    #expect(!figureFindings("第三节", "Article 3", profile: .mainlandLaw).isEmpty)
  }

  @Test func `a section of a foreign law may be 条, but not in mainland laws`() {
    #expect(figureFindings("section 713", "第713条").isEmpty)
    #expect(!figureFindings("section 713", "第713条", profile: .mainlandLaw).isEmpty)
    #expect(figureFindings("section 713", "第713條", profile: Profile(.hongkong, .law)).isEmpty)
  }

  @Test func `in Taiwan 項 is a paragraph and 款 a subparagraph`() {
    let taiwan = Profile(.taiwan, .law)
    #expect(figureFindings("第2項", "paragraph 2", profile: taiwan).isEmpty)
    #expect(figureFindings("第3款", "subparagraph 3", profile: taiwan).isEmpty)
    #expect(!figureFindings("第2項", "paragraph 2", profile: .mainlandLaw).isEmpty)
  }
}
