import Testing
import TextAnalysis

/// What is read of each construct that texts of both languages have, in one form for both.
struct FiguresReadingTests {
  /// A text | what is read in it, several with ` + `; `~` before what may be left out.
  static let rows = pairs(
    """
    123.4万 | 1,234,000
    5.6亿 | 560,000,000
    560 million | 560,000,000
    1.2万亿元 | CNY 1,200,000,000,000
    10 thousand | 10,000
    2 million | 2,000,000
    3 billion | 3,000,000,000
    4 trillion | 4,000,000,000,000
    two dozen | 24
    a dozen | ~12
    half of them | ~0.5
    半数 | ~0.5
    一半 | ~0.5
    比去年增长近半 | ~0.5
    one third | 1/3
    三分之一 | 1/3
    一百二十三 | 123
    二〇二一年 | 2021
    两个 | ~2
    两年半 | 2.5 years
    三成 | 30 %
    几成 |
    千分之五 | 5 ‰
    万分之三 | 3 ‱
    3 basis points | 3 ‱
    3‰ | 3 ‰
    2个百分点 | 2 percentage points
    百分百 | ~100 %
    百分之七八十 | 70–80 %
    每万人20张床位 | ~10,000 + 20
    per million departures | ~1,000,000
    翻一番 | ×2
    翻两番 | ×4
    3倍 | ×3
    增长3倍 | ×4
    threefold | ×3
    twice | ~×2
    成倍 | ~×2
    3兆瓦 | 3 MW
    500mAh | 500 mAh
    “十四五”规划 | Five-Year Plan no. 14
    “ 十四五”开局 | Five-Year Plan no. 14
    ‘十四五’开局 | Five-Year Plan no. 14
    14th Five-Year Plan | Five-Year Plan no. 14
    第三 | no. 3
    the third-largest | no. 3
    a second summit | ~no. 2
    wait a second |
    6月底 | June (end)
    5月上旬 | May (first ten days)
    5月中旬 | May (middle)
    5月下旬 | May (last ten days)
    第二季度 | Q2
    the second quarter | Q2
    前三季度 | 9 months
    the first three quarters | ~no. 1 + 3 quarters
    未来两个季度 | 2 quarters
    the next two quarters | 2 quarters
    上半年 | H1
    the second half of next year | H2
    半年 | ~0.5 years
    six months | 6 months
    上半个月 | ~0.5 months
    21世纪 | 21st century
    上一世纪 |
    20世纪90年代 | 1990s
    上世纪六七十年代 | 1960s/1970s
    the 1990s | 1990s
    the nineties | 1990s
    the '80s | 1980s
    in his 40s | 40 years
    a 30s timeout | ~30
    the 2000s | ~2000s
    a decade | ~10 years
    in a fortnight | ~14 days
    a week or two | ~1–2 weeks
    one or two cases | ~1–2
    three or four hundred | 300–400
    三四百 | 300–400
    十四五年 | 14–15 years
    2021-2023年 | 2021/2023
    1986年到88年 | 1986/1988
    3至6月 | March/June
    March to June | March/June
    FY2021 | 2021
    fiscal year 2021 | 2021
    2021财年 | 2021
    the 2020-2021 academic year | 2020/2021
    2020-2021学年 | 2020/2021
    the 19th day of March 2020 | 2020-03-19
    at 5.30pm | 17:30
    下午5.30 | 17:30
    at 0430 | 04:30
    a quarter past eight | 08:15
    half past eight | 08:30
    five hundred yuan | CNY 500
    150rmb | CNY 150
    in 2013 dollars | 2013
    $300+ billion | USD 300,000,000,000
    N585 million | 585,000,000
    2 000 words | 2,000
    １，２３４．５ | 1,234.5
    99p | 99
    100k metres | ~100,000 m
    80-85mph | 80–85 mph
    30GBs | 30 GB
    6in wide | 6 in
    seven consecutive months | 7 months
    两个多小时 | 2 hours
    两分多钟 | 2 minutes
    13 to15 years | 13–15 years
    24 hours a day | ~24 hours
    百年历史 | ~100 years
    近千名毕业生 | ~1,000
    万元以上 | ~CNY 10,000
    四周 | ~4 weeks
    二四五年级 | ~245
    four-in-ten | 0.4
    Table B.1 | table B.1
    表 B.1 | table B.1
    插图3 |
    GB 18030 一 2005 | GB 18030-2005
    18 GB/T 13000 positions | 18 + GB/T 13000
    2 - -44 | 2 + 44
    -5°C | -5 °C
    在-40 ℃～85 ℃ | -40–85 °C
    Class III devices | ~3
    the first ten days of July | July (first ten days)
    第 3.12.5 节 | section 3.12.5
    Section 3.12.5 | section 3.12.5
    Part One: Format | part 1
    三元组 |
    $1个{{GENDER:$2}} | $1 + {{GENDER:$2}}
    500 or 600 yuan | CNY 500–600
    0.0525 or 5.25% | 0.0525 + 5.25 %
    """)

  @Test(arguments: rows)
  func `reads`(text: String, expected: String) {
    let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    let found = Figures.find(in: text, language: isChinese ? .simplifiedChinese : .english)
    let read = found.map { ($0.isWeak ? "~" : "") + $0.value.normalForm }.joined(separator: " + ")
    #expect(read == expected)
  }

  @Test(arguments: [
    "二元对立", "非二元性别", "十六进制", "二进制", "队伍日益壮大", "红十字会", "乱七八糟", "胡说八道", "五道口", "地表", "手表",
    "双字", "上一世纪", "才惊四座", "德国马克", "六安",
  ])
  func `finds nothing in words that count nothing`(text: String) {
    let found = Figures.find(in: text, language: .simplifiedChinese)
    #expect(found.isEmpty, "\(found.map(\.value))")
  }

  @Test func `the value has its bound before it`() {
    func form(_ text: String, _ language: LanguageTag) -> String? {
      Figures.find(in: text, language: language).first?.normalForm
    }
    #expect(form("at least 30 days", .english) == "≥ 30 days")
    #expect(form("不满18岁", .simplifiedChinese) == "< 18 years")
    #expect(form("3万多人", .simplifiedChinese) == "≈ 30,000")
    #expect(form("约有2500万", .simplifiedChinese) == "≈ 25,000,000")
    #expect(form("不会超过48分钟", .simplifiedChinese) == "≤ 48 minutes")
    #expect(form("whether or not within 20 days", .english) == "≤ 20 days")
  }
}
