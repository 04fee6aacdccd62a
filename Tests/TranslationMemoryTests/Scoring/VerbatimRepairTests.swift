import TestSupport
import TextAnalysis
import Testing

@testable import TranslationMemory

/// A query, a unit that is put right for it, and what comes out.
struct RepairSample: Sendable, CustomTestStringConvertible {
  var query, source, target, expected: String
  var kept: Set<String> = []

  init(
    _ query: String, _ source: String, _ target: String, _ expected: String,
    keeping kept: Set<String> = []
  ) {
    (self.query, self.source, self.target, self.expected) = (query, source, target, expected)
    self.kept = kept
  }

  var testDescription: String { "\(query) | \(source) | \(target)" }

  /// The unit put right; a query with Han characters is Chinese.
  var repaired: RepairedUnit {
    let isChinese = query.unicodeScalars.contains { $0.properties.isIdeographic }
    let (from, to): (LanguageTag, LanguageTag) =
      isChinese ? (.simplifiedChinese, .english) : (.english, .simplifiedChinese)
    let alignment = SegmentAlignment(
      query: ComparableQuery(PreparedSegment(Segment(query))),
      source: PreparedSegment(Segment(source)))
    return VerbatimRepair(keepRate: { kept.contains($0) ? 1 : 0 }).repair(
      alignment, queryFigures: Figures.find(in: query, language: from), target: target,
      sourceLanguage: from, targetLanguage: to)
  }
}

struct VerbatimRepairTests {
  static let figures = [
    RepairSample(
      "These Measures shall come into force on 1 October 2021.",
      "These Measures shall come into force on 1 September 2021.", "本办法自2021年9月1日起施行。",
      "本办法自2021年10月1日起施行。"),
    RepairSample(
      "a loan of CNY 250 billion", "a loan of CNY 300 billion", "3000亿元的贷款", "2500亿元的贷款"),
    RepairSample("up by 35 percent", "up by 20 percent", "增长百分之二十", "增长百分之三十五"),
    RepairSample(
      "see GB/T 1.1-2020", "see GB/T 1.1-2009", "见GB/T 1.1—2009", "见GB/T 1.1—2020"),
    RepairSample("Page 7 of 12", "Page 3 of 12", "第3页，共12页", "第7页，共12页"),
    RepairSample("Open %s?", "Open %d?", "打开 %d？", "打开 %s？"),
    RepairSample("in 2022", "in 2021", "在2021年", "在2022年"),
    RepairSample("in 2022", "in 2021", "去年", "去年"),
    RepairSample("Pay 30 yuan", "Pay 20 yuan", "支付20元（20元）", "支付20元（20元）"),
    RepairSample("Port 81", "Port 80", "端口 8080", "端口 8080"),
    RepairSample("A third of the screen", "Half of the screen", "屏幕的一半", "屏幕的一半"),
    RepairSample("Step 2 of 3", "Step 1 of 3", "第 1 步，共 3 步", "第 2 步，共 3 步"),
    RepairSample("%1 of %3", "%1 of %2", "%2 中的 %1", "%3 中的 %1"),
  ]

  static let words = [
    RepairSample("Start Firefox", "Start Chrome", "启动 Chrome", "启动 Firefox", keeping: ["firefox"]),
    RepairSample("Start servers", "Start Chrome", "启动 Chrome", "启动 Chrome"),
    RepairSample("Read the UTF-8 file", "Read the UTF-16 file", "读取 UTF-16 文件", "读取 UTF-8 文件"),
    RepairSample("the HTTP server", "the FTP server", "FTP 服务器", "HTTP 服务器"),
    // Capitals of a heading make no names of its words.
    RepairSample("DERIVED TYPE", "IK TYPE", "IK 类型", "IK 类型"),
    RepairSample("Add Local Book", "KDE Book", "KDE 簿", "KDE 簿"),
    // The words of a sentence are no placeholder because one stands among them.
    RepairSample(
      "Could not open '%1' for writing", "Could not open %s", "无法打开 %s", "无法打开 %s"),
    // Edges: the full stop is the sentence's, a bracket wants its other half.
    RepairSample("won by %2.", "won by %4 points", "胜出 %4 分", "胜出 %4 分"),
    RepairSample("in (%d files)", "in [%s]", "在 [%s]", "在 [%d]"),
    // The s of %s is no word.
    RepairSample("Package url", "Package %s", "软件包 %s", "软件包 %s", keeping: ["url"]),
    RepairSample("Expected r", "Expected %s", "应为 %s", "应为 %s", keeping: ["r"]),
    // What changed places is left alone.
    RepairSample(
      "from DB to XMP", "from XMP to DB", "从 XMP 到数据库", "从 XMP 到数据库", keeping: ["db", "xmp"]),
    RepairSample(
      "387 disabled, using SSE", "SSE disabled, using 387", "SSE 已禁用，使用指令", "SSE 已禁用，使用指令",
      keeping: ["0", "sse"]),
    // As often in the target as in the source, or not at all.
    RepairSample(
      "Use Qt in Qt apps", "Use GTK in Qt apps", "在 Qt 应用中使用 GTK（GTK）",
      "在 Qt 应用中使用 GTK（GTK）", keeping: ["qt"]),
    RepairSample("run xterm", "run bash", "运行 bashrc", "运行 bashrc", keeping: ["xterm"]),
    RepairSample("Attri_bute value", "ID value", "ID 值", "ID 值"),
    RepairSample("Load/Save settings", "LibreOffice settings", "LibreOffice 设置", "LibreOffice 设置"),
  ]

  static let endings = [
    RepairSample("Open file...", "Open file", "打开文件", "打开文件..."),
    RepairSample("Open file", "Open file...", "打开文件…", "打开文件"),
    RepairSample("No match found", "No match found.", "未找到匹配。", "未找到匹配"),
    RepairSample("No match found.", "No match found", "未找到匹配", "未找到匹配。"),
    RepairSample("Open it!", "Open it.", "打开它。", "打开它！"),
    // A question is put in other words.
    RepairSample("Remove password?", "Remove password", "移除密码", "移除密码"),
    // Whether a colon is wide or narrow is for the memory to say.
    RepairSample("File name:", "File name", "文件名", "文件名"),
    RepairSample("File name", "File name:", "文件名：", "文件名"),
    RepairSample("change to: or", "change to:", "更改为：", "更改为："),
    RepairSample("Saved (as text)", "Saved.", "已保存。", "已保存。"),
    RepairSample("Saved.", "Saved (as text)", "已保存（文本）", "已保存（文本）"),
    RepairSample("_Save", "_Open", "打开(_O)", "打开(_S)"),
    RepairSample("Save", "_Save", "保存(_S)", "保存"),
    RepairSample("_Save", "Save", "保存", "保存(_S)"),
    RepairSample("&Save as...", "Save as", "另存为", "另存为(&S)..."),
    RepairSample("_Save", "_Open", "打开（_O）", "打开（_S）"),
    RepairSample("&Save as:", "&Open as:", "打开为(&O)：", "打开为(&S)："),
    RepairSample("Newer &raquo;", "Newer", "较新", "较新"),
    RepairSample("E_xit", "Exit", "退出", "退出(_X)"),
    RepairSample("Set all_threads", "Set threads", "设置线程", "设置线程"),
    RepairSample("Save", "&Save...", "保存(&S)...", "保存"),
    // Equal token by token: never edited.
    RepairSample("Open file...", "Open file...", "打开文件", "打开文件"),
    RepairSample("open files", "Open file", "打开文件。", "打开文件。"),
  ]

  static let fromChinese = [
    RepairSample(
      "本办法自2022年3月1日起施行。", "本办法自2021年9月1日起施行。",
      "These Measures shall come into force on September 1, 2021.",
      "These Measures shall come into force on March 1, 2022."),
    RepairSample("见GB/T 7714—2015", "见GB/T 7714—2005", "see GB/T 7714-2005", "see GB/T 7714-2015"),
    RepairSample("启动 Firefox", "启动 Chrome", "Start Chrome", "Start Firefox", keeping: ["firefox"]),
    RepairSample("第7页", "第3页", "page 3", "page 7"),
    RepairSample("未找到匹配。", "未找到匹配", "No match found", "No match found."),
    RepairSample("未找到匹配", "未找到匹配。", "No match found.", "No match found"),
    RepairSample("移除密码？", "移除密码", "Remove password", "Remove password"),
    // An English target has no brackets for its key, and no mark of Chinese.
    RepairSample("设为无限制(&U)", "设为无限制", "Set Unlimited", "Set &Unlimited"),
    RepairSample("属性值(_B)", "属性值", "attribute value", "attri_bute value"),
    RepairSample("视频过滤器(&Q)", "视频过滤器", "Video filters", "Video filters"),
    RepairSample("设为 %s.", "设为 %d", "Set to %d", "Set to %s"),
    RepairSample("打开 %s", "打开 %d", "Open %d", "Open %s"),
    RepairSample("增长35%", "增长20%", "up 20 percent", "up 35 percent"),
  ]

  @Test(arguments: figures + words + endings + fromChinese)
  func `a target is put right where that is sure`(_ sample: RepairSample) {
    #expect(sample.repaired.target == sample.expected)
  }

  @Test(arguments: figures + words + endings + fromChinese)
  func `what was put in is told with its place`(_ sample: RepairSample) {
    expectTold(sample)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `undoing what is told gives the unit's target`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Open", "%s", "%d", "2021", "35", "Firefox", "UTF-8", "_File", "&Save", "(x)", "file", ":",
      ".", "...", "1 May 2020", "GB/T 1.1-2020", "文件", "年", "HTTP", "(_F)", "。", "：", " ",
    ]
    func text() -> String {
      (0..<Int.random(in: 1...7, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }
    for _ in 0..<20 {
      let source = text()
      expectTold(
        RepairSample(text(), source, source + text(), "", keeping: ["firefox", "http", "open"]))
    }
  }

  /// Expects that the ranges of the adaptations read what was put in, in order, and that with what
  /// stood there before in their place the text is the unit's again.
  private func expectTold(_ sample: RepairSample) {
    let unit = sample.repaired
    var scalars = Array(unit.target.unicodeScalars)
    var last = 0
    for adaptation in unit.adaptations {
      #expect(adaptation.range.lowerBound >= last)
      last = adaptation.range.upperBound
      #expect(String(String.UnicodeScalarView(scalars[adaptation.range])) == adaptation.to)
      #expect(adaptation.from != adaptation.to)
    }
    for adaptation in unit.adaptations.reversed() {
      scalars.replaceSubrange(adaptation.range, with: Array(adaptation.from.unicodeScalars))
    }
    #expect(String(String.UnicodeScalarView(scalars)) == sample.target)
  }

  @Test func `the source is repaired with the target`() {
    #expect(RepairSample("in 2022", "in 2021", "在2021年", "").repaired.source.text == "in 2022")
  }
}

struct UsualMarkTests {
  private func form(_ targets: [(String, String?)], origin: String? = nil) -> String? {
    var mark = UsualMark(for: "Name:", origin: origin)
    for (target, origin) in targets { mark.count("Size:", target, origin: origin) }
    return mark.sureForm
  }

  @Test func `three units that agree are enough, one that does not is too much`() {
    #expect(form([("大小：", nil), ("高：", nil), ("宽：", nil)]) == "：")
    #expect(form([("大小:", nil), ("高:", nil)]) == nil)
    #expect(form([("大小：", nil), ("高：", nil), ("宽：", nil), ("长:", nil)]) == nil)
  }

  @Test func `units of the query's origin count for more than all others`() {
    let others: [(String, String?)] = [("大小：", "b"), ("高：", "b"), ("宽：", nil)]
    #expect(form(others + [("长:", "a")], origin: "a") == ":")
    #expect(form(others + [("长:", "a"), ("深：", "a")], origin: "a") == nil)
  }

  @Test func `units that end otherwise do not count`() {
    var mark = UsualMark(for: "Name:", origin: nil)
    mark.count("Size.", "大小。", origin: nil)
    #expect(mark.form == nil)
  }
}
