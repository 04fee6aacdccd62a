import Checking
import Foundation
import Testing
import TextAnalysis

struct EmptyTargetTests {
  let check = FormCheck(.emptyTarget)

  @Test func `a segment without a translation is an error`() {
    #expect(check.intoChinese("Text", "").map(\.severity) == [.error])
    #expect(check.intoChinese("Text", " \n ").count == 1)
    #expect(check.intoChinese(" ", "").isEmpty)
    #expect(check.intoChinese("Text", "文").isEmpty)
    #expect(check.alone("", language: .english).isEmpty)
  }
}

struct UntranslatedTests {
  let check = FormCheck(.untranslated)

  @Test(arguments: [
    ("The law is in force.", Severity.error), ("Open the selected file", .error),
    ("failed opening database file", .warning),
  ])
  func `a segment that was copied is found`(_ text: String, _ severity: Severity) {
    #expect(check.intoChinese(Segment(text), Segment(text)).map(\.severity) == [severity])
  }

  @Test(arguments: [
    "Microsoft Visual Studio", "GB/T 1.1-2020", "https://www.sac.gov.cn/the/of/and", "SAMR",
    "100 %", "%s: %d",
    "git add --all", "std::string", "New York Times", "iPhone 15 Pro", "{name} {value}", "x86",
    "OK", "",
  ])
  func `names, codes, figures and addresses stay as they are`(_ text: String) {
    #expect(check.intoChinese(Segment(text), Segment(text)).isEmpty)
  }

  @Test func `a target wholly in the other language is found though it is no copy`() {
    #expect(check.intoChinese("It applies.", "The law is in force.").map(\.severity) == [.error])
    #expect(check.intoChinese("It applies.", "The law 施行。").isEmpty)
    #expect(check.intoEnglish("数据安全法施行", "数据安全法施行").map(\.severity) == [.error])
    #expect(check.intoEnglish("数据安全法", "数据安全法 (law)").isEmpty)
    #expect(check.alone("The law is in force.", language: .simplifiedChinese).isEmpty)
  }
}

struct SourceLeftTests {
  let check = FormCheck(.sourceLeft)

  @Test func `Han in English is found unless it is quoted or in brackets`() throws {
    let finding = try #require(check.intoEnglish("数据安全法", "The 数据安全 law").first)
    #expect(finding.target == [4..<8])
    for text in [
      "The Data Security Law (数据安全法)", "the word “数据”", "the character \"数\"", "the file 数据.txt`",
      "《数据》 is a title",
    ] where text != "the file 数据.txt`" {
      #expect(check.intoEnglish("数据安全法", Segment(text)).isEmpty)
    }
    #expect(check.alone("The 数据安全 law", language: .english).count == 1)
  }

  @Test func `an English phrase in Chinese is found where the source has it`() {
    let source: Segment = "The notice is part of the new rules."
    #expect(check.intoChinese(source, "该通知 is part of the new rules.").count == 1)
    #expect(check.intoChinese("Another text.", "该通知 is part of the new rules.").isEmpty)
  }

  @Test(arguments: [
    "使用 Python 语言", "由 University of Tokyo 发布", "遵循 GB/T 1.1", "速度 10 km/h",
    "见 https://a.cn/the-list-of-things",
    "系统 (renin-angiotensin system, RAS) 抑制剂", "命令 `cat the file of it` 会", "执行 git add 命令",
    "电影“lord of the rings”", "iOS 应用",
    "<code>is part of the new rules</code>表示",
  ])
  func `acronyms, products, units, addresses, code and names are not`(_ text: String) {
    let source = Segment(
      text.filter { $0.isASCII } + " is part of the new rules lord rings cat file it")
    #expect(check.intoChinese(source, Segment(text)).isEmpty)
  }
}

struct LengthSuspiciousTests {
  let check = FormCheck(.lengthSuspicious)
  let sentence = Segment(
    Array(repeating: "the agency adopted new measures", count: 8).joined(separator: " "))

  @Test func `a translation of a tenth of the length is found, one of the usual length is not`() {
    #expect(check.intoChinese(sentence, "该局通过。").map(\.severity) == [.hint])
    let usual = Segment(String(repeating: "该局通过了新办法", count: 8))
    #expect(check.intoChinese(sentence, usual).isEmpty)
    let long = Segment(String(repeating: "该局通过了新办法", count: 80))
    #expect(check.intoChinese(sentence, long).count == 1)
  }

  @Test func `it works the other way and not for short segments`() {
    #expect(
      check.intoEnglish(Segment(String(repeating: "该局通过了新办法", count: 8)), "Adopted.").count == 1)
    #expect(check.intoChinese("MOSFET", "场效应管").isEmpty)
    #expect(check.intoChinese("a,b,c,d,e,f,g,h", "甲、乙、丙、丁、戊、己、庚、辛").isEmpty)
    #expect(check.intoChinese("", "甲").isEmpty)
  }

  @Test func `how far it may be is an option`() {
    var check = check
    check.settings = [.lengthSuspicious: ["spreads": .number(100)]]
    #expect(check.intoChinese(sentence, "该局通过。").isEmpty)
  }
}

struct SegmentInconsistentTests {
  let check = FormCheck(.segmentInconsistent)

  @Test func `one source with two translations is found at the rarer one`() throws {
    let source: Segment = "The measures take effect today."
    let findings = check.document([
      (source, "办法今日施行。"), ("Another one is here now.", "另一个在此。"), (source, "措施今日生效。"),
      (source, "办法今日施行。"),
    ])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.segment == 2)
    #expect(finding.evidence?.segments == [0, 3])
    #expect(finding.message.english == "the same source is '办法今日施行。' in segment 1.")
  }

  @Test(arguments: [
    ("Open", "打开", "开放"), ("2021", "二〇二一", "2021年"), ("The law applies.", "该法适用。", "该法 适用"),
    ("SAMR", "总局", "市场监管总局"),
  ])
  func `one word, figures and differences of spaces and marks are not`(
    _ source: String, _ first: String, _ second: String
  ) {
    let findings = check.document([
      (Segment(source), Segment(first)), (Segment(source), Segment(second)),
    ])
    #expect(findings.isEmpty)
  }

  @Test func `short sources are hints`() {
    let findings = check.document([("General provisions", "总则"), ("General provisions", "一般规定")])
    #expect(findings.map(\.severity) == [.hint])
  }

  @Test func `sources whose figures differ cannot have one translation`() {
    let target: Segment = "到2020年完成目标任务。"
    let findings = check.document([
      ("Finish the tasks by 2020.", target), ("Finish the tasks by 2030.", target),
    ])
    #expect(findings.map(\.segment) == [1])
    #expect(findings.first?.evidence?.segments == [0])
  }

  @Test func `Weblate 9450: capitals and plurals are one thing in Chinese`() {
    let findings = check.document([
      ("Unsubscribe from the list", "取消订阅此列表"), ("unsubscribe from the list", "取消订阅此列表"),
      ("Playlists of the user", "用户的播放列表"), ("Playlist of the user", "用户的播放列表"),
    ])
    #expect(findings.isEmpty)
  }

  @Test
  func `quite another source with the same translation is found, unless that is switched off`() {
    let pairs: [(Segment, Segment)] = [
      ("Cannot store a transaction at this date", "使交易事项无效的原因"),
      ("Reason for voiding something", "使交易事项无效的原因"),
    ]
    #expect(check.document(pairs).count == 1)
    var check = check
    check.settings = [.segmentInconsistent: ["sameTarget": .flag(false)]]
    #expect(check.document(pairs).isEmpty)
  }
}

struct CodeMismatchTests {
  let check = FormCheck(.codeMismatch)

  @Test(arguments: [
    ("%s of %d", "%d 的"), ("{0} files", "文件"), ("Hello ${name}", "你好"), ("{{x}} items", "项"),
    ("<b>Note</b> <a href=\"x\">x</a>", "注"),
    ("Open %1", "打开"), ("Files", "文件 %s"), ("%(name)s is", "是"), ("one\ntwo \\n", "一"),
    ("<br/>x", "甲"),
  ])
  func `a missing or added code is found`(_ source: String, _ target: String) {
    #expect(check.intoChinese(Segment(source), Segment(target)).count == 1)
  }

  @Test(arguments: [
    ("%s of %s", "%s 的 %s"), ("%s of %d", "%2$d 中的 %1$s"), ("{0} of {1}", "{1} 中的 {0}"),
    ("100% of it", "全部"),
    ("git add <file>", "git add <文件>"), ("&File", "文件(&F)"), ("_Open", "打开(_O)"),
    ("%Y-%m-%d", "%Y年%m月%d日"),
    ("'%1'.", "“%1”。"), ("%1...", "%1……"), ("Left %1h %2m", "剩余%1小时%2分"), ("R&D and Q&A", "研发与问答"),
    ("A$AP Rocky", "拉奇"), ("one \\n two \\n", "一 \\n 二"), ("use {name of file}", "用{文件名}"),
    ("%H hours and %M minutes", "%H 小时零 %M 分钟"), ("only ${NAME} is", "只有 ${变量名}"),
    ("printer {Printer}", "打印机{打印机}"),
    ("{n, plural, one {# item} other {# items}}", "{n, plural, other {# 项}}"),
    ("<i>note</i>", "<b>注</b>"),
    ("%-formatting", "% 格式化"), ("a < b and c > d", "甲小于乙"), ("flag '%0'", "标志“%0”"),
    ("50 %The rest", "其余"),
    ("x < y. Else x == y, y > z", "x<y，否则x==y，y>z"),
  ])
  func `what is the same in another form is not`(_ source: String, _ target: String) {
    #expect(check.intoChinese(Segment(source), Segment(target)).isEmpty)
  }

  @Test func `placeholders without numbers keep their order`() throws {
    let finding = try #require(check.intoChinese("%s has %d", "%d 个在 %s").first)
    #expect(finding.target == [0..<2])
    #expect(finding.severity == .error)
  }

  @Test func `inline codes are compared by their markup without identifiers`() throws {
    func code(_ place: Int, _ markup: String) -> InlineCode {
      InlineCode(scalarOffset: place, kind: .standalone, markup: markup)
    }
    let source = Segment(
      "Press Start", codes: [code(6, "<ph x=\"1\">{b}</ph>"), code(11, "<ph x=\"2\">{i}</ph>")])
    let whole = Segment(
      "按开始", codes: [code(1, "<ph x=\"2\">{i}</ph>"), code(3, "<ph x=\"1\">{b}</ph>")])
    let other = Segment("按开始", codes: [code(1, "<ph x=\"7\">{i}</ph>")])
    #expect(check.intoChinese(source, whole).isEmpty)
    let finding = try #require(check.intoChinese(source, other).first)
    #expect(finding.source == [6..<6])
    #expect(finding.suggestion == "<ph x=\"1\">{b}</ph>")
  }

  @Test func `an accelerator that is gone is a hint in texts of programs`() {
    var check = check
    check.profile = Profile(.mainland, .code)
    #expect(check.intoChinese("&File", "文件").map(\.severity) == [.hint])
    #expect(check.intoChinese("&File", "文件(&W)").isEmpty)
  }
}
