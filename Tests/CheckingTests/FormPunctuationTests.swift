import Checking
import Terminology
import Testing
import TextAnalysis

struct PunctuationWidthTests {
  let check = FormCheck(.punctuationWidth)

  @Test(arguments: [
    ("首先,其次", "，"), ("好吗?", "？"), ("结束.", "。"), ("他说:“好”", "："), ("一;二", "；"), ("好!", "！"),
    ("用 Python,然后", "，"),
    ("（附件）,以及", "，"),
  ])
  func `half-width marks in running Chinese are found`(_ text: String, _ mend: String) throws {
    let findings = check.intoChinese("text", Segment(text))
    #expect(findings.count == 1)
    #expect(findings.first?.suggestion == mend)
  }

  @Test(arguments: [
    "1,000人", "3.5亿元", "2021.6.7发布", "见https://a.cn/b,c说明", "用`a,b`表示", "（English, and more）文字",
    "包括A, B, C三类",
    "按Ctrl+C键", "时间为10:30", "比例为1:2", "文件a.txt:说明", "好:)", "没有标点", "参见 foo(a,b) 函数",
    "“Enter”, then",
    "版本2.0.1", "（１）全角２０", "圆括号(如本例)", "等等...", "",
  ])
  func `numbers, addresses, code and Latin runs are not`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).isEmpty)
  }

  @Test func `a full-width mark in English is found and mended with its space`() throws {
    let finding = try #require(check.intoEnglish("首先，其次", "First，second").first)
    #expect(finding.suggestion == ", ")
    #expect(check.intoEnglish("他", "He（she）").map(\.suggestion) == [" (", ")"])
    #expect(check.intoEnglish("他", "the term 北京，上海 in Chinese").isEmpty)
    #expect(check.intoEnglish("他", "He, she (they) “quoted”").isEmpty)
  }

  @Test func `a mark is found in one language alone`() {
    #expect(check.alone("首先,其次", language: .simplifiedChinese).count == 1)
    #expect(check.alone("First，second", language: .english).count == 1)
  }

  @Test func `a half-width colon is a hint, and nothing in texts of programs`() {
    #expect(check.intoChinese("Name:", "名称:").map(\.severity) == [.hint])
    var check = check
    check.profile = Profile(.mainland, .code)
    #expect(check.intoChinese("Name:", "名称:").isEmpty)
    #expect(check.intoChinese("Name, too", "名称,也").count == 1)
  }

  @Test func `all of one mark are one finding`() throws {
    let findings = check.intoChinese("text", "一,二,三;四")
    #expect(findings.map(\.target) == [[1..<2, 3..<4], [5..<6]])
  }
}

struct PunctuationFinalTests {
  let check = FormCheck(.punctuationFinal)

  @Test(arguments: [
    ("Is it so?", "是这样。", "？"), ("It is so.", "是这样", "。"), ("as follows:", "如下", "："),
    ("It is so", "是这样。", ""), ("It is so.", "是这样，", "。"),
  ])
  func `another mark at the end is found`(_ source: String, _ target: String, _ mend: String) {
    let findings = check.intoChinese(Segment(source), Segment(target))
    #expect(findings.count == 1)
    #expect(findings.first?.suggestion == mend)
  }

  @Test(arguments: [
    ("It is so.", "是这样。"), ("a, b;", "甲、乙；"), ("and so on...", "等等……"), ("as follows:", "如下："),
    ("Is it so?", "是吗？"),
    ("Is it so?!", "是吗！？"), ("Apple Inc.", "苹果公司"), ("and so on, etc.", "等"),
    ("in the U.S.", "在美国"),
    ("\"It is so.\"", "“是这样。”"), ("(It is so.)", "（是这样。）"), ("It is so!", "是这样。"),
    ("at 3 p.m.", "下午3时"),
    ("1.", "一、"), ("a; b;", "甲；乙。"), ("\"It is so.\"", "“是这样。“"), ("&nbsp;", "无"), ("", ""),
    ("It is so. ", "是这样。"),
  ])
  func `Chinese marks answer English ones`(_ source: String, _ target: String) {
    #expect(check.intoChinese(Segment(source), Segment(target)).isEmpty)
  }

  @Test func `Weblate 13678: stops, colons and semicolons of Chinese are no mismatch`() {
    for (source, target) in [("Stop.", "停。"), ("Name:", "名称："), ("one;", "一；"), ("Wait…", "等待……")] {
      #expect(check.intoChinese(Segment(source), Segment(target)).isEmpty)
    }
  }

  @Test func `it works into English and says both marks`() throws {
    let finding = try #require(check.intoEnglish("是吗？", "It is so.").first)
    #expect(finding.suggestion == "?")
    #expect(
      finding.message.english
        == "the source ends with a question mark, the translation with a full stop.")
    #expect(check.alone("No mark", language: .english).isEmpty)
  }
}

struct BracketUnpairedTests {
  let check = FormCheck(.bracketUnpaired)

  @Test(arguments: [
    "（一", "数据）二", "《数据安全法", "“他说", "【注", "〔2023）1号", "”广告联盟”", "(如下]", "他说\"好", "「好", "‘甲", "{甲",
  ])
  func `a bracket without its other half is found`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).count == 1)
  }

  @Test(arguments: [
    "（一）二", "(一）", "a) 甲 b) 乙", "1）甲", "一）甲", "iv) 甲", "好 :)", "好；）", "5\"的屏幕", "people’s",
    "‘%s’的值", "‘a’和‘b’",
    "“‘甲’乙”", "《〈甲〉乙》", "国发〔2023〕1号", "[0, 1]", "",
  ])
  func `pairs, labels of items, apostrophes and smileys are not`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).isEmpty)
  }

  @Test func `pofilter: round brackets and quotation marks of Chinese answer those of English`() {
    #expect(check.intoChinese("It (he) said \"yes\".", "它（他）说“是”。").isEmpty)
  }

  @Test func `what the source has unpaired too is a piece of something longer`() {
    #expect(check.intoChinese("\"It is so, he said.", "“是这样，他说。").isEmpty)
    #expect(check.intoChinese("in [0, 1)", "在[0, 1)内").isEmpty)
  }

  @Test func `in one language a pair may span the segments of a paragraph`() {
    #expect(check.alone("（甲。", "乙。）", language: .simplifiedChinese).isEmpty)
    #expect(check.alone("（甲。", "乙。", language: .simplifiedChinese).map(\.segment) == [0])
    #expect(check.alone("“甲。", "乙。", language: .simplifiedChinese).isEmpty)
  }
}

struct QuotationStyleTests {
  let check = FormCheck(.quotationStyle)

  @Test func `the mainland quotes with “”`() throws {
    let finding = try #require(check.intoChinese("\"Data\"", "「数据」").first)
    #expect(finding.suggestion == "“")
    #expect(finding.evidence?.source == "GB/T 15834—2011")
    #expect(check.intoChinese("\"Data\"", "“数据”和‘甲’").isEmpty)
    #expect(check.intoChinese("\"Data\"", "\"数据\"").count == 1)
    #expect(check.intoChinese("\"data\"", "参数 \"data\"").isEmpty)
  }

  @Test func `Taiwan and Hong Kong quote with 「」`() {
    for profile in [Profile(.taiwan, .general), Profile(.hongkong, .law)] {
      var check = check
      (check.profile, check.chinese) = (profile, .traditionalChinese)
      #expect(check.intoChinese("\"Data\"", "「數據」『甲』").isEmpty)
      #expect(check.intoChinese("\"Data\"", "“數據”").first?.suggestion == "「")
    }
  }

  @Test func `Traditional text is held to 「」 where nobody chose a place`() {
    var check = check
    check.chinese = .traditionalChinese
    #expect(check.intoChinese("\"Data\"", "「數據」").isEmpty)
  }

  @Test func `a document that keeps to another kind is told once`() throws {
    let findings = check.document((0..<10).map { ("\"Data\"", Segment("「数据」\($0)")) })
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.evidence?.segments == Array(1..<10))
    #expect(finding.message.english.contains("10 segments"))
  }

  @Test func `English is as the document mostly is`() {
    let straight = Array(repeating: Segment("He said \"yes\"."), count: 9)
    let checked = FormCheck(.quotationStyle)
    let texts = straight + ["He said “yes”."]
    let findings = checked.english(texts)
    #expect(findings.map(\.segment) == [9])
    #expect(findings.first?.severity == .hint)
    #expect(checked.english(["He said “yes”.", "He said \"no\"."]).isEmpty)
    #expect(checked.english(["He said 「yes」."]).count == 1)
  }
}

extension FormCheck {
  /// What is found in an English document.
  func english(_ texts: [Segment]) -> [Finding] {
    Checker(rules: RuleSet.all.keeping { $0 == rule }).findings(
      in: texts.map {
        CheckedSegment(source: nil, target: CheckedText($0, language: .english))
      })
  }
}

struct SpacingTests {
  let check = FormCheck(.spacing)

  @Test(arguments: [
    ("It is  so.", " "), ("It is , so", ""), ("It is so .", ""),
    ("This is over.The next one is not.", ". "),
  ])
  func `spaces of English are found`(_ text: String, _ mend: String) {
    let findings = check.alone(Segment(text), language: .english)
    #expect(findings.count == 1)
    #expect(findings.first?.suggestion == mend)
  }

  @Test(arguments: [
    "It is so.  It is.", "a    b", "the .NET platform", "see os.path.Join now", "use Node.Js now",
    "so ...",
    " It is so", "It is so ", "in the file.Name field", "wait :-)", "",
  ])
  func `columns, names and code are not`(_ text: String) {
    #expect(check.alone(Segment(text), language: .english).isEmpty)
  }

  @Test(arguments: ["这一规定自发布之日 起施行，至今有效。", "他说 ，这样可以", "首先， 其次", "甲 。"])
  func `spaces of Chinese are found`(_ text: String) {
    let findings = check.intoChinese("text", Segment(text))
    #expect(findings.count == 1)
    #expect(findings.first?.suggestion == "")
  }

  @Test(arguments: [
    "第一条 总则", "目 录", "李 明", "男 女 老 少", "第一章 总则和适用范围的规定。", "这是第一句。 这是第二句。", "使用 Python 语言",
    "甲　乙", "附录 术语和定义", "（记者王海洲 胡冠）昨天在北京报道了这件事。", "正版图书 无忧售后", "名称： 值",
  ])
  func `labels, names and lists of Chinese are not`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).isEmpty)
  }

  @Test func `a space where a code stands is the code's`() {
    let code = InlineCode(scalarOffset: 9, kind: .standalone, markup: "<ph/>")
    let target = Segment("这一规定自发布之日 起施行，至今有效。", codes: [code])
    #expect(check.intoChinese(Segment("text", codes: [code]), target).isEmpty)
  }

  @Test func `Han and Latin are compared only on request`() {
    #expect(check.intoChinese("text", "在Python中使用 Git 管理").isEmpty)
    var check = check
    check.settings = [.spacing: ["hanLatin": .flag(true)]]
    #expect(check.intoChinese("text", "在Python中使用 Git 管理").count == 1)
    #expect(check.intoChinese("text", "在Python中使用Git管理").isEmpty)
  }
}

struct TitleMarkTests {
  var check: FormCheck {
    var check = FormCheck(.titleMarks)
    check.termbase = TitleTermbase(["数据安全法", "网络安全审查办法"])
    return check
  }

  @Test func `a title in running Chinese is in 《》`() throws {
    let finding = try #require(check.intoChinese("text", "根据数据安全法的规定").first)
    #expect(finding.target == [2..<7])
    #expect(finding.suggestion == "《数据安全法》")
    #expect(finding.evidence?.concept == "policy.title-0")
    #expect(check.alone("根据数据安全法的规定", language: .simplifiedChinese).count == 1)
  }

  @Test(arguments: [
    "根据《数据安全法》的规定", "《关于修改〈网络安全审查办法〉的决定》已公布", "数据安全法", "一、数据安全法", "以下简称“数据安全法”",
    "《中华人民共和国数据安全法释义》出版", "“十四五”规划纲要提出", "",
  ])
  func `titles with marks, alone, or quoted are not`(_ text: String) {
    #expect(check.intoChinese("text", Segment(text)).isEmpty)
  }

  @Test func `headings, tables, Taiwan, short names and other kinds are left alone`() {
    var check = check
    check.block = .heading
    #expect(check.intoChinese("text", "数据安全法解读").isEmpty)
    check.block = .tableCell
    #expect(check.intoChinese("text", "数据安全法解读").isEmpty)
    check.block = .paragraph
    check.profile = Profile(.taiwan, .law)
    #expect(check.intoChinese("text", "依数据安全法").isEmpty)
    check.profile = .mainlandGeneral
    check.termbase = TitleTermbase(["数安法"], termType: .abbreviation)
    #expect(check.intoChinese("text", "根据数安法的规定").isEmpty)
    check.termbase = TitleTermbase(["“十四五”规划"])
    #expect(check.intoChinese("text", "根据“十四五”规划的要求").isEmpty)
    check.termbase = TitleTermbase(["宪法"])
    #expect(check.intoChinese("text", "根据宪法，制定本法").isEmpty)
    check.termbase = TitleTermbase(["数据安全"], kind: .technical)
    #expect(check.intoChinese("text", "根据数据安全的要求").isEmpty)
  }

  @Test func `《》 inside 《》 are 〈〉`() throws {
    let finding = try #require(
      check.intoChinese("text", "《关于印发《办法》的通知》").first)
    #expect(finding.target == [5..<6, 8..<9])
    #expect(finding.suggestion == "〈")
    #expect(check.intoChinese("text", "《关于印发〈办法〉的通知》《办法》").isEmpty)
  }
}
