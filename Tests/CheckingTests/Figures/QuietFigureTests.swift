import Testing
import TextAnalysis

@testable import Checking

/// What other tools report and is right, by name; and what showed itself in real translations.
struct QuietFigureTests {
  private func expectQuiet(_ source: String, _ target: String, profile: Profile = .mainlandGeneral)
  {
    for (left, right) in [(source, target), (target, source)] {
      let findings = figureFindings(left, right, profile: profile)
      #expect(findings.isEmpty, "\(left) | \(right): \(findings.map(\.message.english))")
    }
  }

  @Test func `Article 3 is 第三条`() {
    expectQuiet("as provided in Article 3 of this Law", "依照本法第三条的规定", profile: .mainlandLaw)
  }

  @Test func `20th is 第二十次`() {
    expectQuiet("the 20th National Congress", "第二十次全国代表大会")
    expectQuiet("the 20th National Congress", "二十大")
  }

  @Test func `3,5 million is 350万`() {
    expectQuiet("It has 3.5 million users.", "它有350万用户。")
    expectQuiet("It has 3.5 million users.", "它有三百五十万用户。")
  }

  @Test func `full-width digits are digits`() {
    expectQuiet("within 20 days", "２０日内")
    expectQuiet("It holds 1,234 files.", "共有１，２３４个文件。")
  }

  @Test func `brackets and quotation marks are no figures`() {
    expectQuiet("the Measures (2021) \"apply\"", "“办法”（2021）适用")
  }

  static let idioms = pairs(
    """
    one of the parties | 当事人之一
    One of them may go. | 其中一人可以离开。
    a further step | 进一步
    It is very important. | 这十分重要。
    the Belt and Road | “一带一路”
    the three major operators | 三大运营商
    a third party | 第三方
    integration | 一体化
    unify | 统一
    some agencies | 一些机构
    Sichuan | 四川
    a second-level inspector | 二级巡视员
    over the past decade | 过去十年
    in a fortnight | 两周后
    an hour later | 1个小时后
    a week or two | 一两周
    once or twice | 一两次
    both companies | 两家公司
    It has doubled. | 增加了一倍。
    twice as many | 两倍
    a family of four | 一家四口
    the Group of Seven | 七国集团
    a five-star review | 五星评价
    COVID-19 | 新冠肺炎（COVID-19）
    Windows 11 | windows11
    NASDAQ-100 | 纳斯达克 100 指数
    the 1992 Consensus | “九二共识”
    born after 1995 | 95后
    June 4th | 六四
    in the 1960s and 1970s | 上世纪六七十年代
    in his 40s | 40多岁
    the 1800s | 19世纪
    80-85mph | 80-85英里/小时
    at 5.30pm | 下午5:30
    a quarter past eight | 8点15分
    at 0500 | 凌晨五点
    four-in-ten patients | 十分之四的患者
    four of seven | 4/7
    a fifth of the sales | 五分之一的销售额
    the northern third of the state | 该州北部三分之一
    March to June | 3至6月
    the first three quarters of 2022 | 2022年前三季度
    in the next two quarters | 未来两个季度
    the 19th day of March 2020 | 2020年3月19日
    seven consecutive months | 连续7个月
    the 5 March issue of 2020 | 2020年3月5日
    5 and 8 March | 3月5日和8日
    from 2021 to 2023 | 2021-2023年
    between 2008 and 2018 | 2008年至2018年期间
    two months and three days | 两个月零三天
    3 points | 3分
    24 hours a day, seven days a week | 全天候
    $300+ billion | 3000多亿美元
    10.700 tests | 10,700次检测
    100% | 百分百
    section 713 | 第713条
    Table B.1 | 表 B.1
    Appendix C's rules | 附录C的规则
    the 14th Five-Year Plan | “十四五”规划
    the first half of the year | 上半年
    half a year | 半年
    six months | 半年
    30 percent | 三成
    more than a dozen groups | 十多个团体
    increased by 3 times | 增长3倍
    """)

  @Test(arguments: idioms)
  func `what is the same by habit gives no finding`(english: String, chinese: String) {
    expectQuiet(english, chinese)
  }

  @Test func `a figure said twice may be said once`() {
    expectQuiet(
      "isolate for 10 days, as will contacts isolate for 10 days", "必须隔离 10 天，密切接触者也必须隔离")
  }

  @Test func `figures in the name of a concept that both sides mention are none`() {
    let base = SampleTermbase(["Agenda 21": 1, "二十一世纪议程": 1, "二〇三〇年可持续发展议程": 2])
    #expect(!figureFindings("Agenda 21", "二十一世纪议程").isEmpty)
    #expect(figureFindings("Agenda 21", "二十一世纪议程", termbase: base).isEmpty)
    #expect(!figureFindings("Agenda 21", "二〇三〇年可持续发展议程", termbase: base).isEmpty)
  }
}
