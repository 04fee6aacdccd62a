import Checking
import Foundation
import Storage
import TestSupport
import Testing
import TextAnalysis

@testable import Workbench

/// A store without concepts in a folder of its own, removed afterwards.
private final class EmptyStore {
  let folder = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"
  let bench: Workbench

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let store = try Store.open(path: folder + "/store.sqlite", mode: .readWriteCreating)
    bench = Workbench(store: store, name: "empty", cacheFolder: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// What is read to be checked, and where its findings stand.
struct CheckTests {
  private func report(
    _ inputs: [CheckRequest.Input], _ change: (inout CheckRequest) -> Void = { _ in }
  ) throws -> CheckReport {
    var request = CheckRequest(inputs)
    change(&request)
    let store = try EmptyStore()
    return try store.bench.check(request, rules: SampleRule.rules)
  }

  private func text(_ text: String, _ name: String) -> CheckRequest.Text {
    .bytes(Array(text.utf8), name: name)
  }

  private func places(_ report: CheckReport) -> [String] {
    report.findings.map {
      "\($0.target.line ?? 0):\($0.target.column ?? 0)-\($0.target.endLine ?? 0):"
        + "\($0.target.endColumn ?? 0)"
    }
  }

  @Test func `a table is checked row by row, with places`() throws {
    let table = "en\tzh\tignore\nOne.\t这 bad 里。\t\nTwo.\t\t\nThree.\tbad\tspacing, spacng\n"
    let report = try report([.bilingual(text(table, "t.tsv"))])
    #expect(report.segmentCount == 3)
    #expect(report.files == ["t.tsv"])
    #expect(places(report) == ["2:8-2:11", "3:6-3:6"])
    #expect(report.findings.map(\.severity) == [.error, .warning])
    #expect(report.suppressed.map(\.segment) == [3])
    #expect(
      report.notices.map(\.english) == [
        "t.tsv:4: there is no rule 'spacng', so nothing is switched off by that name. "
          + "Did you mean 'spacing'?"
      ])
    #expect(report.fails)
  }

  @Test func `suppressions of a TMX are its properties and notes`() throws {
    let tmx = """
      <tmx version="1.4"><header srclang="en"/><body>
      <tu><prop type="x-zhengming-ignore">spacing repeated-word</prop>
      <tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="zh"><seg>bad odd</seg></tuv></tu>
      <tu><note>zhengming-ignore: spacing</note>
      <tuv xml:lang="en"><seg>B</seg></tuv><tuv xml:lang="zh"><seg>bad odd</seg></tuv></tu>
      </body></tmx>
      """
    let report = try report([.bilingual(text(tmx, "t.tmx"))])
    #expect(report.findings.map(\.rule) == [.repeatedWord])
    #expect(report.suppressed.count == 3)
    #expect(!report.fails)
    #expect(places(report) == ["5:66-5:69"])
  }

  @Test func `a wrapped paragraph tells the line of each finding`() throws {
    let document =
      "# Title\r\n\r\nThis paragraph is\r\nbad and it is   \r\n  odd too. And bad\r\nagain.\r\n"
    let report = try report([.document(text(document, "d.md"))])
    #expect(places(report) == ["4:1-4:4", "5:3-5:6", "5:16-5:19"])
    #expect(report.findings.allSatisfy { $0.source == nil })
  }

  @Test func `comments switch rules off for the next block or the file`() throws {
    let document = """
      <!-- zhengming-ignore spacing -->
      ## bad heading

      bad paragraph. Still bad.

      <!-- zhengming-ignore
           spacing repeated-word -->

      - bad odd item

      odd <!-- zhengming-ignore repeated-word --> odd.

      ```
      <!-- zhengming-ignore-file repeated-word -->
      bad
      ```
      """
    let report = try report([.document(text(document, "d.md"))])
    #expect(
      report.findings.map { "\($0.rule.rawValue) \($0.target.line ?? 0)" } == [
        "spacing 4", "spacing 4", "repeated-word 11", "repeated-word 11",
      ])
    let whole = "<!-- zhengming-ignore-file spacing -->\n\nbad odd.\n"
    let other = try self.report([.document(text(whole, "d.txt"))])
    #expect(other.findings.map(\.rule) == [.repeatedWord])
    #expect(other.suppressed.map(\.rule) == [.spacing])
  }

  @Test func `two documents are paired by paragraphs, inside them by sentences`() throws {
    let english = "# Title\n\nOne sentence. Another\none.\n\nThird.\n"
    let chinese = "# 标题\n\n第一句。bad 第二句。\n\n第三，\n一句。bad 又一句。\n"
    let report = try report([.pair(source: text(english, "a.md"), target: text(chinese, "b.md"))])
    #expect(report.segmentCount == 4)
    #expect(report.findings.map { $0.source?.text } == ["Another one.", "Third."])
    #expect(places(report) == ["3:5-3:8", "6:4-6:7"])
  }

  @Test func `plain documents of a line a segment are paired by lines`() throws {
    let report = try report([
      .pair(source: text("One\nTwo\nThree\n", "a.txt"), target: text("一\nbad\n三", "b.txt"))
    ])
    #expect(report.segmentCount == 3)
    #expect(report.findings.map { $0.source?.text } == ["Two"])
    #expect(places(report) == ["2:1-2:4"])
  }

  @Test func `documents that cannot be paired say how many lines and where they part`() throws {
    let error = #expect(throws: WorkbenchError.self) {
      try report([
        .pair(
          source: text("One.\n\nTwo 2.\n\nThree 3.", "a.md"),
          target: text("一。\n\n三 3。", "b.md"))
      ])
    }
    #expect(
      error?.description
        == "a.md has 3 lines in 3 paragraphs, b.md has 2 lines in 2 paragraphs; one number of "
        + "either must be the same in both. They first drift apart about a.md:3 and b.md:3. "
        + "Mend one of them, or check a TMX or a table.")
  }

  @Test func `what cannot be checked is said, in both languages`() throws {
    typealias Input = CheckRequest.Input
    let inputs: [(Input, String)] = [
      (.bilingual(text("plain words", "a.tmx")), "a.tmx: the name says TMX"),
      (.bilingual(text("# A\n", "a.md")), "a.md: this is a document"),
      (.bilingual(text("words\nof one", "a.txt")), "a.txt: this is a document"),
      (.bilingual(text("<xliff version=\"1.2\"/>", "a.xlf")), "a.xlf: XLIFF is not read yet"),
      (.bilingual(text("<html/>", "a.html")), "a.html: <html> is of no format"),
      (.bilingual(text("<tbx type=\"TBX-Basic\"/>", "a.tbx")), "a.tbx: the file holds concepts"),
      (.bilingual(text("", "a.tsv")), "a.tsv: the file is empty"),
      (.document(text(" \n\n", "a.txt")), "a.txt: there is no text in it"),
      (.document(text("x", "a.docx")), "a.docx: the name says DOCX"),
      (.pair(source: text("One.", "a.txt"), target: text("Two.", "b.txt")), "a.txt and b.txt are"),
    ]
    for (input, beginning) in inputs {
      let error = #expect(throws: WorkbenchError.self) { try report([input]) }
      #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
    }
  }

  @Test func `every fault of a check is worded in Chinese`() {
    let size = CheckFault.DocumentSize(file: "a.md", lines: 3, blocks: 2)
    let faults: [CheckFault] = [
      .noRule("spacng", nearest: "spacing"), .noRule("x", nearest: nil),
      .notAsNamed(file: "a.tmx", format: "TMX"), .oneDocument(file: "a.md"),
      .concepts(file: "a.tbx"), .xliff(file: "a.xlf"),
      .otherMarkup(file: "a.html", root: "html"), .noText(file: "a.txt"),
      .unpaired(source: size, target: size, drift: nil),
      .unpaired(source: size, target: size, drift: .init(source: 4, target: 5)),
      .sameLanguage(source: "a.md", target: "b.md", .english),
    ]
    for fault in faults { #expect(wordingFaults(of: fault) == []) }
    #expect(caseNames(faults).count == 9)
  }

  @Test func `rules are chosen by name, with and without`() throws {
    let input = CheckRequest.Input.document(text("bad odd", "d.txt"))
    func rules(_ words: String..., project: ProjectFile? = nil) throws -> [RuleID] {
      try report([input]) {
        $0.rules = words
        $0.project = project
      }.findings.map(\.rule)
    }
    #expect(try rules() == [.spacing, .repeatedWord])
    #expect(try rules("-spacing") == [.repeatedWord])
    #expect(try rules("repeated-word, empty-target") == [.repeatedWord])
    var project = ProjectFile()
    project.rulesOff = [.spacing, .repeatedWord]
    #expect(try rules(project: project) == [])
    #expect(try rules("+spacing", project: project) == [.spacing])
    let error = #expect(throws: WorkbenchError.self) { try rules("+spacng") }
    #expect(error?.description == "There is no rule 'spacng'. Did you mean 'spacing'?")
  }

  @Test func `the project's severities and failOn count, and the request wins`() throws {
    let input = CheckRequest.Input.document(text("odd", "d.txt"))
    var project = ProjectFile()
    project.severities = [.repeatedWord: .warning]
    project.failOn = .warning
    let report = try report([input]) { $0.project = project }
    #expect(report.findings.map(\.severity) == [.warning])
    #expect(report.fails)
    let milder = try self.report([input]) {
      $0.project = project
      $0.failOn = .error
    }
    #expect(!milder.fails && milder.failOn == .error)
  }

  @Test func `a glossary that is not there is refused`() throws {
    let input = CheckRequest.Input.document(text("odd", "d.txt"))
    let error = #expect(throws: WorkbenchError.self) {
      try report([input]) { $0.glossaries = ["laws"] }
    }
    #expect(error?.description.hasPrefix("There is no glossary 'laws'") == true)
  }

  @Test func `a very long segment is checked`() throws {
    let long = String(repeating: "words and ", count: 20_000) + "bad"
    let report = try report([.document(text(long, "d.txt"))])
    #expect(report.findings.count == 1)
  }

  @Test func `Traditional Chinese that is only called Chinese is taken for what it is`() throws {
    let table = "en\tzh\nOne\t這裡 bad 數據\nTwo\t標準\n"
    let report = try report([.bilingual(text(table, "t.tsv"))])
    #expect(report.findings.map(\.target.language) == [.traditionalChinese])
  }

  @Test func `every rule is listed with its options`() {
    let listed = Workbench.listRules().rules
    #expect(Set(listed.map(\.id)) == Set(RuleSet.all.rules.map { $0.id }))
  }
}
