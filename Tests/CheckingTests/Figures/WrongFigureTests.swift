import Testing
import TextAnalysis

@testable import Checking

/// Errors that must be found, with what is said of them.
struct WrongFigureTests {
  static let quantities = pairs(
    """
    It has 10 million users. | 它有100万用户。
    It has 10 million users. | 它有10亿用户。
    It has 12 users. | 它有112个用户。
    a loan of 500 million yuan | 5亿美元贷款
    a rise of 35 percent | 上升35个百分点
    40 percentage points | 40%
    3.5 kg | 35公斤
    5 km | 5米
    300 MW | 300千瓦
    for two years | 为期三年
    five months | 五年
    6 decades of experience | 6年以上的经验
    10 working days | 10天
    the third meeting | 第四次会议
    the 20th National Congress | 十九大
    doubled | 翻两番
    the 14th Five-Year Plan | “十三五”规划
    three companies | 四家公司
    six topics | 八个专题
    between 1.27 and 2.5 million | 127万到25万
    SGD 18.9 billion | 18.9亿新元
    a fifth | 四分之一
    20% | 20‰
    88-92% | 88-95%
    $500 | 500英镑
    """)

  @Test(arguments: quantities)
  func `a quantity that differs is an error`(english: String, chinese: String) {
    for (source, target) in [(english, chinese), (chinese, english)] {
      let findings = figureFindings(source, target)
      #expect(findings.contains { $0.rule == .quantityMismatch }, "\(source) | \(target)")
    }
  }

  static let dates = pairs(
    """
    on 1 September 2021 | 2021年9月2日
    on 1 September 2021 | 2021年1月9日
    on 1 September 2021 | 2012年9月1日
    in November | 九月份
    the first half of 2021 | 2021年下半年
    the first quarter | 第二季度
    from 2021 to 2023 | 2021-2025年
    at 10:30 p.m. | 上午9点半
    December 8 to 12 | 12月8日至10日
    the 19th century | 18世纪
    """)

  @Test(arguments: dates)
  func `a date that differs is an error`(english: String, chinese: String) {
    for (source, target) in [(english, chinese), (chinese, english)] {
      let findings = figureFindings(source, target)
      #expect(
        findings.contains { $0.rule == .dateMismatch && $0.severity == .error },
        "\(source) | \(target)")
    }
  }

  static let identifiers = pairs(
    """
    Guo Fa [2023] No. 1 | 国发〔2023〕2号
    GB/T 1.1-2020 | GB/T 1.1—2009
    SAC/TC 260 | SAC/TC28
    A/RES/70/1 | A/RES/71/1
    Article 3 | 第四条
    Annex A | 附录B
    Presidential Order No. 84 | 主席令第八十五号
    Article 12, paragraph 2 | 第十二条第三款
    """)

  @Test(arguments: identifiers)
  func `an identifier that differs is an error`(english: String, chinese: String) {
    for (source, target) in [(english, chinese), (chinese, english)] {
      let findings = figureFindings(source, target)
      #expect(
        findings.contains { $0.rule == .identifierMismatch && $0.severity == .error },
        "\(source) | \(target)")
    }
  }

  static let addresses = pairs(
    """
    See https://example.org/a. | 见https://example.org/A。
    Write to info@example.org. | 请致函info@example.com。
    Version v2.0.1 is out. | 2.1.0版已发布。
    See https://example.org/a. | 见附件。
    """)

  @Test(arguments: addresses)
  func `an address is compared letter for letter`(english: String, chinese: String) {
    #expect(figureFindings(english, chinese).contains { $0.rule == .urlMismatch })
    #expect(figureFindings(english, english).isEmpty)
  }

  @Test func `a finding names both values and places and writes the right one the target's way`()
    throws
  {
    let finding = try #require(
      figureFindings("It has 10 million users.", "它有100万用户。").first)
    #expect(finding.severity == .error)
    #expect(finding.source == [7..<17])
    #expect(finding.target == [2..<6])
    #expect(finding.suggestion == "1000万")
    #expect(
      finding.message.english
        == "the source says '10 million' (10,000,000), the target '100万' (1,000,000).")
    #expect(finding.message.chinese == "原文为“10 million”（10,000,000），译文为“100万”（1,000,000）。")
  }

  @Test func `of several figures the one without counterpart is named`() throws {
    let findings = figureFindings(
      "In 2021, 12 firms paid 5% of 300 million yuan.", "2021年，12家企业缴纳了3亿元的6%。")
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.suggestion == "5%")
  }

  @Test func `what is missing is an error if it weighs, else a warning`() {
    func severities(_ source: String, _ target: String) -> [Severity] {
      figureFindings(source, target).map(\.severity)
    }
    #expect(severities("within 30 days of notice", "收到通知后") == [.error])
    #expect(severities("It hurt 25 people.", "多人受伤。") == [.error])
    #expect(severities("between three defenders", "在后卫之间") == [.warning])
    #expect(severities("a man", "一名男子") == [])
    #expect(severities("之后", "after 1 hour") == [])
    #expect(severities("他们", "these four men") == [.warning])
  }

  @Test func `a text of many figures is paired in time`() {
    let numbers = (1000..<3000).map(String.init)
    let (source, target) = (
      numbers.joined(separator: " ; "), numbers.reversed().joined(separator: " ; ")
    )
    #expect(figureFindings(source, target).isEmpty)
    #expect(figureFindings(source, target + " ; 77777").count == 1)
  }
}
