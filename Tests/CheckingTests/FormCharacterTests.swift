import Checking
import Testing
import TextAnalysis

struct HiddenCharacterTests {
  let check = FormCheck(.hiddenCharacter)

  @Test(arguments: [
    "网\u{200B}络", "网络\u{200E}安全", "合\u{AD}作", "网\u{2060}络", "\u{FEFF}网络", "网络\u{7}",
    "网络\u{85}安\u{9B}全", "网\u{FFFD}", "图标\u{E001}", "网\u{202E}络", "a\u{200D}b",
  ])
  func `what nobody sees is found`(_ text: String) {
    #expect(check.intoChinese("network", Segment(text)).count == 1)
  }

  @Test(arguments: [
    "网络\n安全\t法", "👨‍👩‍👧 家庭", "🏳️‍🌈", "नेपाल्‍क", "می‌خواهم", "网络 安全", "\u{1F3F4}\u{E0067}\u{E007F}",
    "葛\u{E0100}", "שלום\u{200F} 你好", "ภาษา\u{200B}ไทย", "",
  ])
  func `joiners of emoji and of scripts that need them, marks of right-to-left text are not`(
    _ text: String
  ) {
    #expect(check.intoChinese("network", Segment(text)).isEmpty)
  }

  @Test func `what the source has too is a hint, a private character then nothing`() {
    let copied = check.intoChinese("a\u{200B}b", "甲\u{200B}乙")
    #expect(copied.map(\.severity) == [.hint])
    #expect(check.intoChinese("\u{E001} menu", "\u{E001} 菜单").isEmpty)
  }

  @Test func `it says which character it is, where, and that it goes`() throws {
    let finding = try #require(check.intoChinese("network", "网\u{200B}络\u{200B}").first)
    #expect(finding.target == [1..<2, 3..<4])
    #expect(finding.suggestion == "")
    #expect(finding.message.english == "the text holds a zero-width space (U+200B); take it out.")
    #expect(finding.message.chinese == "文中有零宽空格（U+200B）；请删去。")
    let lost = try #require(check.intoChinese("network", "网\u{FFFD}").first)
    #expect(lost.suggestion == nil)
  }

  @Test func `a document in one language is checked too`() {
    #expect(check.alone("net\u{200B}work", language: .english).count == 1)
  }
}

struct ScriptMixedTests {
  let check = FormCheck(.scriptMixed)

  @Test func `a Traditional character in Simplified text is found and put right`() throws {
    let finding = try #require(check.intoChinese("data security", "数據安全与網絡").first)
    #expect(finding.target == [1..<2, 5..<7])
    #expect(finding.suggestion == "据")
  }

  @Test(arguments: ["后面里程干净的征程", "繁體中文", "简称“臺灣”", "台湾（臺灣）", "宏碁公司", "华为昇腾", "2021年"])
  func `shared forms, names of scripts, quotations and names are not found`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).isEmpty)
  }

  @Test func `a Simplified character in Traditional text is found`() {
    var check = check
    check.chinese = .traditionalChinese
    #expect(check.intoChinese("data security", "數据安全").isEmpty)  // 据 is written in both
    #expect(check.intoChinese("rules", "規則与规定").count == 1)
    #expect(check.intoChinese("behind", "皇后在裡面").isEmpty)
  }
}

struct RepeatedWordTests {
  let check = FormCheck(.repeatedWord)

  @Test(arguments: [
    "It is the the law.", "The the law.", "in order to to do", "measures measures", "of  of",
  ])
  func `an English word that stands twice is found`(_ text: String) {
    #expect(check.alone(Segment(text), language: .english).count == 1)
  }

  @Test(arguments: [
    "He had had it.", "I know that that is so.", "Duran Duran", "very very good", "Walla Walla",
    "bye bye",
    "no, no", "the theory", "The The", "2021 2021", "a a", "Please log in in the app.",
    "gave her her book",
  ])
  func `what English doubles is not`(_ text: String) {
    #expect(check.alone(Segment(text), language: .english).isEmpty)
  }

  @Test(arguments: ["法律的的规定", "我们我们认为", "他在在北京", "这是是规定", "已从从数据库载入", "如果如果没有", "缺少了了一条"])
  func `a particle or a word of grammar that stands twice is found in Chinese`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).count == 1)
  }

  @Test(arguments: [
    "常常", "人人", "天天", "试试", "看看", "高高兴兴", "讨论讨论", "妈妈", "一个一个", "目的的实现", "为了了解情况", "对对象进行",
    "是是非非", "的的确确", "存在在库中", "共和和平", "参与与否", "以及及时", "不了了之", "数据数据库", "从从容容", "好好学习",
    "其他他们", "将将军", "打的的士", "中国中央",
  ])
  func `reduplication and words that meet are not`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).isEmpty)
  }

  @Test func `it is written once`() throws {
    let finding = try #require(check.alone("It is The the law.", language: .english).first)
    #expect(finding.target == [6..<13])
    #expect(finding.suggestion == "The")
    #expect(check.intoChinese("text", "我们我们认为").first?.suggestion == "我们")
    #expect(check.intoChinese("text", "法律的的规定").first?.suggestion == "的")
  }

  @Test func `a word that the source doubles too is not`() {
    #expect(check.intoChinese("so so so so", "的的").count == 1)
    #expect(check.intoEnglish("看看看看", "look at at it").isEmpty)
  }
}
