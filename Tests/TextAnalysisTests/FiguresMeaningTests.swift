import Testing
import TextAnalysis

/// Reads a table of one pair a line, the sides parted by ` | `.
func pairs(_ table: String) -> [(String, String)] {
  table.split(separator: "\n").compactMap { line in
    let sides = line.split(separator: "|", maxSplits: 1).map { trimmed($0) }
    return sides.count == 2 ? (sides[0], sides[1]) : nil
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return String(text)
}

struct FiguresMeaningTests {
  static let same = pairs(
    """
    CNY 250 billion | 2500亿元
    CNY 250 billion | 二千五百亿元
    RMB 250 billion | 人民币2500亿元
    ¥250 billion | 2,500亿元
    250 billion yuan | 0.25万亿元
    560 million | 5.6亿
    560 million people | 5.6亿人
    35 percent | 35%
    35 per cent | 百分之三十五
    35% | 百分之35
    3.5 per mille | 千分之三点五
    30 percent | 三成
    5 percentage points | 5个百分点
    0.8 percentage point | 零点八个百分点
    1 September 2021 | 2021年9月1日
    September 1, 2021 | 2021年9月1日
    1st September 2021 | 二〇二一年九月一日
    the 1st of September 2021 | 二○二一年九月一日
    Sept. 1, 2021 | 2021-09-01
    2021-09-01 | 2021年9月1日
    Sept. 2021 | 2021年9月
    September 2021 | 二〇二一年九月
    on 9 May | 5月9日
    in May | 5月
    by the end of June | 6月底
    by the end of 2025 | 2025年底
    mid-September | 9月中旬
    early May | 5月上旬
    in 2021 | 2021年
    since 2013 | 自2013年以来
    2021-2023 | 2021-2023年
    from 2021 to 2025 | 2021—2025年
    from 2021 to 2025 | 2021年至2025年
    the first quarter of 2021 | 2021年第一季度
    the first quarter | 一季度
    Q3 2021 | 2021年三季度
    the first half of 2021 | 2021年上半年
    the second half of the year | 下半年
    the 1990s | 20世纪90年代
    the 1990s | 上世纪90年代
    the 21st century | 21世纪
    at 10:30 | 10时30分
    at 10:30 p.m. | 晚上10点半
    3 p.m. | 下午3时
    the 14th Five-Year Plan | “十四五”规划
    the 14th Five-Year Plan period | 十四五时期
    the 13th Five-Year Plan | 第十三个五年规划
    the third meeting | 第三次会议
    the 20th National Congress | 第二十次全国代表大会
    the twenty-first session | 第21届会议
    No. 5 | 第5号
    No. 5 | 5号
    one third | 三分之一
    two-thirds | 三分之二
    three quarters | 四分之三
    a third of the total | 总数的三分之一
    2/3 of members | 三分之二成员
    doubled | 翻一番
    doubled | 翻了一番
    quadrupled | 翻两番
    tripled | 增长2倍
    3 times as many | 3倍
    threefold | 三倍
    two and a half years | 两年半
    six months | 半年
    half a year | 半年
    18 months | 一年半
    three hundred and five | 三百零五
    one hundred and twenty-three | 一百二十三
    twenty-five thousand | 两万五千
    25,000 | 2.5万
    2.5 million | 二百五十万
    1.2 trillion | 1.2万亿
    3 trillion yuan | 3万亿元
    12,345,678 | 1234.5678万
    5.6 million | 560万
    two dozen | 24
    a dozen countries | 12个国家
    a million | 一百万
    half a million | 50万
    US$5 million | 500万美元
    USD 5 million | 500万美元
    $3.5 billion | 35亿美元
    5 million US dollars | 五百万美元
    5 million U.S. dollars | 500万美元
    EUR 20 million | 2000万欧元
    €20 | 20欧元
    HK$100 | 100港元
    £1.5 billion | 15亿英镑
    JPY 300 million | 3亿日元
    NT$500 | 500新台币
    10—20 | 10至20
    10 to 20 percent | 10%—20%
    between 10 and 20 people | 10到20人
    5-10 million yuan | 500万至1000万元
    50,000 to 100,000 yuan | 5万至10万元
    100 kWh | 100千瓦时
    100 kWh | 100 kWh
    300 MW | 300兆瓦
    5 km | 5公里
    5 kilometres | 五千米
    1 km | 1000米
    30 square kilometers | 30平方公里
    30 km² | 30平方公里
    500 hectares | 500公顷
    6,000 mu | 6000亩
    3 million tonnes | 300万吨
    200 metric tons | 200吨
    -5°C | 零下5摄氏度
    38.5 °C | 38.5℃
    30 days | 30日
    30 days | 三十天
    a 30-day period | 30天
    3 months | 3个月
    three years | 三年
    a three-year plan | 三年计划
    10 working days | 10个工作日
    24 hours | 24小时
    24 hours | 二十四个小时
    100-year-old | 100岁
    5 kg | 5公斤
    2 weeks | 两周
    two weeks | 2个星期
    GB/T 1.1—2020 | GB/T 1.1-2020
    GB 18030-2022 | GB18030—2022
    ISO/IEC 27001:2022 | ISO/IEC 27001：2022
    ISO 30042 | ISO 30042
    SAC/TC 260 | SAC/TC260
    YD/T 1234-2019 | YD/T 1234—2019
    JJF 1001 | JJF1001
    RFC 9457 | RFC9457
    EN 301 549 | EN 301549
    A/RES/70/1 | A/RES/70/1
    ISO/IEC JTC 1/SC 42 | ISO/IEC JTC1/SC42
    Guo Fa [2023] No. 1 | 国发〔2023〕1号
    Guofa [2023] No. 1 | 国发（2023）1号
    Guo Ban Fa [2021] No. 33 | 国办发〔2021〕33号
    MIIT Science [2021] No. 59 | 工信部科〔2021〕59号
    Presidential Order No. 84 | 主席令第八十四号
    Order of the President No. 84 | 主席令第84号
    Order No. 84 of the President of the People's Republic of China | 中华人民共和国主席令第八十四号
    Decree No. 745 of the State Council | 国务院令第745号
    State Council Decree No. 745 | 国务院令第745号
    Order No. 5 | 令第5号
    Announcement No. 10 of 2021 | 公告2021年第10号
    Announcement [2021] No. 10 | 2021年第10号公告
    Article 3 | 第三条
    Article 21 | 第二十一条
    paragraph 2 | 第二款
    item (3) | 第（三）项
    subparagraph 3 | 第三项
    Annex A | 附录A
    Chapter III | 第三章
    Chapter 3 | 第 3 章
    Section 2 | 第二节
    Table 1 | 表1
    Figure 2 | 图2
    Part 1 | 第1部分
    https://www.example.org/a?b=1. | 见https://www.example.org/a?b=1。
    info@example.org | 邮箱：info@example.org
    version v2.0.1 | 2.0.1版
    %s of %1$d | %s，%1$d
    %(name)s | %(name)s
    Hello {0} | 你好{0}
    ${x} | ${x}
    &File | 文件(&F)
    _Open | 打开(_O)
    a\\n | 甲\\n
    1.5 | 一点五
    0.35 | 零点三五
    3‰ | 0.3%
    10 decades | 100年
    five hundred yuan | 伍佰圆
    12 million | 1200萬
    1–10 January 2020 | 2020年1月1日至10日
    1 January to 15 March 2020 | 2020年1月1日至3月15日
    31 January–15 March 2020 | 2020 年 1 月 31 日至 3 月 15 日
    in the 2019–20 season | 2019-2020 年
    the 1968/69 season | 1968/69 年
    one in five students | 五分之一的学生
    by about a third. | 约三分之一
    one sixth | 六分之一
    4-5x | 4-5 倍
    doubling | 翻一倍
    more than a hundred and two | 超过102
    over a million | 超过百万
    three per cent to five per cent | 3%到5%
    250 billion yuan | 2500億元
    """)

  @Test(arguments: same)
  func `pairs that mean the same`(english: String, chinese: String) {
    let left = Figures.find(in: english, language: .english)
    let right = Figures.find(in: chinese, language: .simplifiedChinese)
    #expect(
      left.contains { figure in right.contains { $0.means(figure) && figure.means($0) } },
      "\(left.map(\.value)) and \(right.map(\.value))")
  }

  static let different = pairs(
    """
    CNY 250 billion | 250亿元
    CNY 250 billion | 2500亿美元
    560 million | 56亿
    35 percent | 35个百分点
    35 percent | 百分之三十六
    1 September 2021 | 2021年1月9日
    1 September 2021 | 2021年9月
    1 September 2021 | 2020年9月1日
    in 2021 | 2012年
    2021-2023 | 2021年
    the 14th Five-Year Plan | “十三五”规划
    the third meeting | 第四次会议
    one third | 三分之二
    doubled | 翻两番
    tripled | 增长3倍
    3 trillion yuan | 3亿元
    2.5 million | 二百五十
    US$5 million | 500万港元
    10 to 20 percent | 10%—30%
    300 MW | 300千瓦
    5 km | 5米
    30 days | 30个月
    10 working days | 10天
    GB/T 1.1-2020 | GB/T 1.1-2009
    GB/T 1.1-2020 | GB 1.1-2020
    GB 18030-2022 | GB 18031-2022
    ISO 9001:2015 | ISO 9001:2008
    SAC/TC 260 | SAC/TC 28
    Guo Fa [2023] No. 1 | 国发〔2023〕2号
    Guo Fa [2023] No. 1 | 国发〔2022〕1号
    Guo Fa [2023] No. 1 | 国办发〔2023〕1号
    Presidential Order No. 84 | 国务院令第84号
    Presidential Order No. 84 | 主席令第八十五号
    Article 3 | 第三款
    Article 3 | 第四条
    Chapter 3 | 第三节
    Annex A | 附录B
    https://example.org/a | https://example.org/A
    %s | %d
    %1$s | %2$s
    {0} | {1}
    &File | 文件(&O)
    v2.0.1 | v2.0.2
    10:30 | 10时20分
    10:30 p.m. | 上午10点半
    the first half of 2021 | 2021年下半年
    the first quarter | 二季度
    five hundred yuan | 伍仟圆
    """)

  @Test(arguments: different)
  func `pairs that do not mean the same`(english: String, chinese: String) {
    let left = Figures.find(in: english, language: .english)
    let right = Figures.find(in: chinese, language: .simplifiedChinese)
    #expect(!left.isEmpty && !right.isEmpty)
    #expect(!left.contains { figure in right.contains { $0.means(figure) } })
  }
}
