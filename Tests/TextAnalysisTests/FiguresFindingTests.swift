import Testing
import TextAnalysis

struct FiguresFindingTests {
  @Test(arguments: [
    "一些", "一般", "十分重要", "万一", "统一", "三明市", "第三方", "五四运动", "千万不要", "“一带一路”", "一个", "之一", "一体化",
    "进一步", "四川", "一方面", "二级巡视员", "几十年", "十几个", "数百万", "百姓", "万物", "星期三", "周三", "三星公司", "五台山",
    "九江", "一旦", "唯一", "一致", "八卦", "六安", "百度", "千方百计", "半导体", "上半身", "第三产业", "亿嘉和", "点点", "成为",
    "三国演义", "5G网络", "COVID-19疫情", "IPv6地址", "H2O", "条例", "表面", "图书", "翻译", "附近",
  ])
  func `finds nothing in Chinese that counts nothing`(text: String) {
    let found = Figures.find(in: text, language: .simplifiedChinese)
    #expect(found.isEmpty, "\(found.map(\.value))")
  }

  @Test(arguments: [
    "one of the", "one another", "you may go", "May I", "IPv6", "5G", "COVID-19", "H2O",
    "a second-hand car",
    "third party", "first-class", "no one", "march on", "the table", "part of", "in order to",
    "state of the art", "x86_64", "file_name", "utf8", "2FA", "Boeing-747", "MP3", "some articles",
    "A/B test", "thousands of people", "one-off", "AT&T", "article", "figure out",
    "August body of men",
    "Page Up", "Section head", "CO2", "word2vec", "per second",
  ])
  func `finds nothing in English that counts nothing`(text: String) {
    let found = Figures.find(in: text, language: .english)
    #expect(found.isEmpty, "\(found.map(\.value))")
  }

  @Test(
    arguments: pairs(
      """
      在2021年9月1日施行 | 2021年9月1日
      共计人民币2500亿元。 | 2500亿元
      根据国发〔2023〕1号文件 | 国发〔2023〕1号
      第三条第二款 | 第三条
      增长百分之三十五左右 | 百分之三十五
      约3万多人 | 3万多
      ＧＢ／Ｔ １．１—２０２０ | ＧＢ／Ｔ １．１—２０２０
      見第３條 | 第３條
      """))
  func `gives the place in scalars and in bytes`(text: String, words: String) throws {
    let figure = try #require(Figures.find(in: text, language: .simplifiedChinese).first)
    let scalars = Array(text.unicodeScalars)[figure.scalars]
    #expect(String(String.UnicodeScalarView(scalars)) == words)
    #expect(String(decoding: Array(text.utf8)[figure.bytes], as: UTF8.self) == words)
  }

  @Test func `figures do not overlap and stand in their order`() {
    let text = "根据第三条第二款，2021年GDP增长8.1%，达114.4万亿元，见https://example.org（%s）。"
    let found = Figures.find(in: text, language: .simplifiedChinese)
    #expect(found.map(\.kind) == [.clause, .clause, .date, .measure, .amount, .url, .placeholder])
    for (one, next) in zip(found, found.dropFirst()) {
      #expect(one.scalars.upperBound <= next.scalars.lowerBound)
    }
  }

  @Test func `several clauses after one word are several figures`() {
    let english = Figures.find(in: "Articles 3, 5 and 7", language: .english)
    let chinese = Figures.find(in: "第三、五、七条", language: .simplifiedChinese)
    #expect(english.map(\.value) == chinese.map(\.value))
    #expect(english.count == 3)
  }

  @Test func `a bare zhao is a power of ten in Taiwan only`() throws {
    let taiwan = try #require(LanguageTag("zh-TW"))
    let number = Quantity(ExactNumber(digits: 3, exponent: 12))
    #expect(Figures.find(in: "3兆", language: taiwan).first?.value == .number(number))
    #expect(
      Figures.find(in: "3兆", language: .simplifiedChinese).first?.value == .number(Quantity(3)))
    #expect(Figures.find(in: "3兆瓦", language: taiwan).first?.kind == .measure)
  }

  @Test func `clauses follow the region`() throws {
    let taiwan = try #require(LanguageTag("zh-TW"))
    let hongKong = try #require(LanguageTag("zh-HK"))
    #expect(
      Figures.find(in: "第2項", language: taiwan).first?.value == .clause(Clause(.paragraph, "2")))
    #expect(
      Figures.find(in: "第2條", language: hongKong).first?.value == .clause(Clause(.section, "2")))
  }

  @Test(arguments: [
    "", "%", "第", "第（", "〔2021〕", "$", "{", "{{", "&", "9999999999999999999999999999", "1e999",
    "万万万万万万万万亿亿亿亿", "一一一一一一一一一一一一一一一一一一一一一一", "2021-13-45", "99:99:99", "1/0", "0分之一",
    "零分之一", "999999999999999999万亿万亿", "翻九十九番", "\u{0}\u{FFFF}5", "５．５．５．５", "第九九九九九九九九九九九九条",
    "one hundred trillion trillion trillion", "A/", "www.", "@", "a@", "\\",
    "0.000000000000000001%",
    "999999999999999999 miles", "10-", "-", "--5", "5--", "二十一百", "十十十", "March 99", "Feb 30, 2021",
  ])
  func `odd input does no harm`(text: String) {
    for language in [LanguageTag.english, .simplifiedChinese, .traditionalChinese] {
      for figure in Figures.find(in: text, language: language) {
        #expect(figure.scalars.upperBound <= text.unicodeScalars.count)
        #expect(figure.bytes.upperBound <= text.utf8.count)
        #expect(figure.means(figure))
      }
    }
  }
}

struct BoundTests {
  @Test(arguments: [
    ("at least 30 days", Bound.atLeast), ("not less than 30 days", .atLeast),
    ("no fewer than 30", .atLeast), ("30 or more", .atLeast), ("more than 30", .moreThan),
    ("over 30 people", .moreThan), ("exceeding 30", .moreThan), ("not exceeding 30", .atMost),
    ("no more than 30", .atMost), ("up to 30", .atMost), ("within 30 days", .atMost),
    ("at most 30", .atMost), ("less than 30", .lessThan), ("under 30", .lessThan),
    ("fewer than thirty", .lessThan), ("30 or less", .atMost),
  ])
  func `reads the bounds of English`(text: String, bound: Bound) {
    #expect(Figures.find(in: text, language: .english).first?.bound == bound)
  }

  @Test(arguments: [
    ("30日以上", Bound.atLeast), ("30人以下", .atMost), ("30日以内", .atMost), ("30日内", .atMost),
    ("超过30人", .moreThan), ("不超过30人", .atMost), ("不得超过30日", .atMost), ("不满三十岁", .lessThan),
    ("不少于30天", .atLeast), ("至少30天", .atLeast), ("至多30天", .atMost), ("不足30人", .lessThan),
    ("30人以外", .moreThan), ("逾30亿元", .moreThan), ("三年以上有期徒刑", .atLeast), ("未滿18歲", .lessThan),
  ])
  func `reads the bounds of Chinese`(text: String, bound: Bound) {
    #expect(Figures.find(in: text, language: .simplifiedChinese).first?.bound == bound)
  }

  @Test func `the figure is included or it is not`() {
    #expect(Bound.allCases.filter(\.isInclusive) == [.atLeast, .atMost])
    #expect(Bound.allCases.filter(\.isLower) == [.atLeast, .moreThan])
  }

  @Test(arguments: ["约30人", "30余人", "30多人", "about 30", "近30年", "30人左右"])
  func `knows what is about right`(text: String) {
    #expect(Figures.find(in: text, language: .simplifiedChinese).first?.isVague == true)
  }
}
