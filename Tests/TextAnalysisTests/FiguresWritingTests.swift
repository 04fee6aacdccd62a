import TestSupport
import Testing
import TextAnalysis

struct FiguresWritingTests {
  private static func language(of text: String) -> LanguageTag {
    TextScript(of: text) == .han || TextScript(of: text) == .mixed ? .simplifiedChinese : .english
  }

  /// What is to be written | the text where an old figure stands | what comes in its place.
  static let rows = pairs(
    """
    1 October 2021 | 2021年9月1日 | 2021年10月1日
    1 October 2021 | 2021-09-01 | 2021-10-01
    1 October 2021 | 二〇二一年九月一日 | 二〇二一年十月一日
    12 October 2021 | 2021.9.1 | 2021.10.12
    October 2021 | 2021年9月1日 | 2021年10月
    CNY 250 billion | 3000亿元 | 2500亿元
    CNY 250 billion | 人民币3000亿元 | 2500亿元
    2.5 million | 三百万 | 二百五十万
    35 percent | 30% | 35%
    35 percent | 百分之三十 | 百分之三十五
    2000亿元 | CNY 250 billion | CNY 200 billion
    2000亿元 | RMB 250 billion | RMB 200 billion
    2000亿元 | 250 billion yuan | 200 billion yuan
    2021年10月1日 | September 1, 2020 | October 1, 2021
    2021年10月1日 | 1 September 2020 | 1 October 2021
    2021年10月1日 | Sept. 1, 2020 | Oct. 1, 2021
    2021年10月3日 | 1st September 2020 | 3rd October 2021
    百分之三十五 | 20 percent | 35 percent
    35% | 20 per cent | 35 per cent
    560万人 | 1.2 million | 5.6 million
    5人 | 3 people | 5
    US$5 million | 300万元 | 500万美元
    500万美元 | CNY 3 million | USD 5 million
    500万美元 | US$3 million | US$5 million
    五天 | 1 day | 5 days
    1天 | 5 days | 1 day
    60天 | a 30-day period | 60-day
    3 months | 5年 | 3个月
    5年 | 3 months | 5 years
    two thirds | 五分之一 | 三分之二
    三分之二 | one third | two thirds
    the third meeting | 第二次会议 | 第三
    第三次会议 | the second meeting | third
    第21届会议 | the 20th session | 21st
    the 15th Five-Year Plan | “十四五”规划 | “十五五”规划
    “十五五”规划 | the 14th Five-Year Plan | 15th Five-Year Plan
    Guo Fa [2024] No. 12 | 国发〔2023〕1号 | 国发〔2024〕12号
    国发〔2024〕12号 | Guo Fa [2023] No. 1 | Guo Fa [2024] No. 12
    主席令第八十五号 | Presidential Order No. 84 | Presidential Order No. 85
    Presidential Order No. 85 | 主席令第八十四号 | 主席令第八十五号
    GB/T 1.1-2020 | GB/T 1.1—2009 | GB/T 1.1—2020
    GB 18030-2022 | GB/T 1.1—2009 | GB 18030—2022
    ISO 9001:2015 | ISO 9001：2008 | ISO 9001：2015
    Article 5 | 第三条 | 第五条
    第五条 | Article 3 | Article 5
    Article 12 | 第 3 条 | 第 12 条
    item (4) | 第（三）项 | 第（四）项
    Annex B | 附录A | 附录B
    第四章 | Chapter III | Chapter IV
    quadrupled | 翻一番 | 翻两番
    3 times as many | 2倍 | 3倍
    doubled | 增长3倍 | 1倍
    https://a.example/x | 见http://b.example/y。 | https://a.example/x
    %2$s | %1$s | %2$s
    v2.1.0 | v2.0.1 | v2.1.0
    2021-2025 | 2016-2020年 | 2021-2025年
    2021—2025年 | 2016-2020 | 2021-2025
    10 to 20 percent | 5%—8% | 10%—20%
    5%至8% | 10 to 20 percent | 5 to 8 percent
    the second half of 2021 | 2020年上半年 | 2021年下半年
    12,345 | 1,000 | 12,345
    25000 | 500 people | 25,000
    250万 | 1.2亿 | 250万
    30 million | 1.2亿 | 0.3亿
    3 billion | 500人 | 30亿
    11:30 | 10:00 | 11:30
    2 | 三个 | 两
    2 | 第三 | nil
    May 2022 | 2021年 | 2022年5月
    2022年 | in 2021 | 2022
    3000亿元 | CNY 250.5 million | CNY 300 billion
    50% | 三成 | 五成
    """
  ).map { first, rest in (first, pairs(rest)[0]) }

  @Test(arguments: rows)
  func `a value is written in the way of the old one`(text: String, rest: (String, String)) throws {
    let (old, expected) = rest
    let language = Self.language(of: old + expected)
    let value = try #require(Figures.find(in: text, language: Self.language(of: text)).first)
    let exemplar = try #require(Figures.find(in: old, language: language).first)
    let written = value.written(in: language, like: exemplar, in: old)
    #expect((written ?? "nil") == expected)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `what is written is read as the same value`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = FiguresMeaningTests.same
    for _ in 0..<60 {
      guard let value = texts.randomElement(using: &generator),
        let model = texts.randomElement(using: &generator)
      else { return }
      let fromEnglish = Bool.random(using: &generator)
      let (source, target) = fromEnglish ? (value.0, model.1) : (value.1, model.0)
      let language: LanguageTag = fromEnglish ? .simplifiedChinese : .english
      let other: LanguageTag = fromEnglish ? .english : .simplifiedChinese
      for figure in Figures.find(in: source, language: other) {
        for exemplar in Figures.find(in: target, language: language) {
          guard let written = figure.written(in: language, like: exemplar, in: target) else {
            continue
          }
          var scalars = Array(target.unicodeScalars)
          scalars.replaceSubrange(exemplar.scalars, with: Array(written.unicodeScalars))
          let put = String(String.UnicodeScalarView(scalars))
          #expect(
            Figures.find(in: put, language: language).contains {
              $0.means(figure) && $0.scalars.lowerBound == exemplar.scalars.lowerBound
            }, "seed \(seed): \(source) into \(target): \(written)")
        }
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `numbers of any size go over and back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let models = ["3000亿", "三百万人", "500人", "1,000人", "2.5万人", "250 million", "1,000 people"]
    for _ in 0..<40 {
      let digits = Int64.random(in: 1...99_999, using: &generator)
      let number = ExactNumber(digits: digits, exponent: Int.random(in: 0...7, using: &generator))
      let figure = Figure(scalars: 0..<0, bytes: 0..<0, value: .number(Quantity(number)))
      for model in models {
        let language = Self.language(of: model)
        let exemplar = try #require(Figures.find(in: model, language: language).first)
        #expect(
          figure.written(in: language, like: exemplar, in: model) != nil, "\(number) \(model)")
      }
    }
  }
}

struct ExactNumberTests {
  @Test func `one value has one form`() throws {
    #expect(ExactNumber(digits: 2_500, exponent: 8) == ExactNumber(digits: 250, exponent: 9))
    #expect(ExactNumber(1, over: 4) == ExactNumber(digits: 25, exponent: -2))
    #expect(ExactNumber(2, over: 6) == ExactNumber(1, over: 3))
    #expect(ExactNumber(6, over: 3) == ExactNumber(2))
    #expect(ExactNumber(1, over: 0) == nil)
  }

  @Test func `adds and multiplies without rounding`() throws {
    let third = try #require(ExactNumber(1, over: 3))
    #expect(third.adding(third)?.adding(third) == .one)
    #expect(third.multiplied(by: ExactNumber(3)) == .one)
    #expect(ExactNumber(Int64.max).multiplied(by: ExactNumber(Int64.max)) == nil)
    #expect(ExactNumber(digits: 5, exponent: -1).adding(ExactNumber(2))?.description == "2.5")
    #expect(ExactNumber(digits: 1, exponent: 400).adding(.one) == nil)
  }
}
