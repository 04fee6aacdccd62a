import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Checking

struct ReportTests {
  private func text(
    of report: CheckReport, in language: MessageLanguage, width: Int = 72
  ) -> String {
    var lines: [String] = []
    TextReport(report, language: language, width: width).lines { lines.append($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func page(of report: CheckReport, in language: MessageLanguage) -> String {
    var page = ""
    HTMLReport(report, language: language).pieces { page += $0 }
    return page
  }

  private func log(of report: CheckReport) -> String {
    var log = ""
    SARIFReport(report, version: "1.2.3", rules: SampleRules.all).pieces { log += $0 }
    return log
  }

  @Test func `the text report is the one in the snapshot, in both languages`() throws {
    try expectSnapshot(text(of: SampleReport.report(), in: .english), named: "report.txt")
    try expectSnapshot(text(of: SampleReport.report(), in: .chinese), named: "report.zh.txt")
  }

  @Test func `the page is the one in the snapshot, in both languages`() throws {
    try expectSnapshot(page(of: SampleReport.report(), in: .english), named: "report.html")
    try expectSnapshot(page(of: SampleReport.report(), in: .chinese), named: "report.zh.html")
  }

  @Test func `the SARIF log is the one in the snapshot`() throws {
    try expectSnapshot(log(of: SampleReport.report()), named: "report.sarif")
  }

  @Test func `the JSON is the one in the snapshot and reads back the same`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let data = try encoder.encode(SampleReport.report())
    try expectSnapshot(String(decoding: data, as: UTF8.self) + "\n", named: "report.json")
    let again = try JSONDecoder().decode(CheckReport.self, from: data)
    #expect(try encoder.encode(again) == data)
  }

  @Test func `the SARIF log is valid by the published schema`() throws {
    guard let schema = SharedData.text(of: "sarif/sarif-schema-2.1.0.json") else { return }
    let faults = try JSONSchema(schema).faults(of: JSONNode(log(of: SampleReport.report())))
    #expect(faults == [])
    let empty = CheckReport(
      .init(findings: [], suppressed: []), on: [], files: [], store: "s")
    #expect(try JSONSchema(schema).faults(of: JSONNode(log(of: empty))) == [])
    let broken = log(of: SampleReport.report()).replacing("\"note\"", with: "\"hint\"")
    #expect(try !JSONSchema(schema).faults(of: JSONNode(broken)).isEmpty)
  }

  @Test func `marks stand under what they mean, wide characters counted`() {
    let excerpt = Excerpt("基金总额为2500亿元。", [5..<11], width: 40)
    #expect(excerpt.text == "基金总额为2500亿元。")
    #expect(excerpt.marks == "          ^^^^^^^^")
    let hidden = Excerpt("甲\u{200B}乙", [1..<2], width: 40)
    #expect(hidden.text == "甲⟨U+200B⟩乙")
    #expect(hidden.marks == "  ^^^^^^^^")
  }

  @Test(arguments: [8, 20, 33, 60], [0, 7, 40, 95])
  func `a long text is cut around what is meant and never too wide`(width: Int, start: Int) {
    let text = String(repeating: "法律law ", count: 20)
    let excerpt = Excerpt(text, [start..<start + 3], width: width)
    #expect(DisplayWidth.of(excerpt.text) <= width)
    #expect(excerpt.marks.contains("^"))
    #expect(DisplayWidth.of(excerpt.marks) <= DisplayWidth.of(excerpt.text))
  }

  @Test func `the gravest findings are listed first to go in, and rules share what is left`() {
    var findings: [Finding] = []
    for number in 0..<100 {
      findings.append(Finding(.spacing, .hint, segment: number, Phrase("s", "间")))
      if number % 2 == 0 {
        findings.append(Finding(.repeatedWord, .warning, segment: number, Phrase("r", "重")))
      }
      if number == 40 {
        findings.append(Finding(.dateMismatch, .error, segment: number, Phrase("d", "日")))
        findings.append(Finding(.emptyTarget, .warning, segment: number, Phrase("e", "空")))
      }
    }
    let document = Array(
      repeating: CheckedSegment(source: nil, target: CheckedText("x", language: .english)),
      count: 100)
    let report = CheckReport(
      .init(findings: findings, suppressed: []), on: document, files: [], store: "s", limit: 10)
    #expect(report.findingCount == 152)
    #expect(report.findings.count == 10)
    #expect(report.findings.count { $0.rule == .dateMismatch } == 1)
    #expect(report.findings.count { $0.rule == .emptyTarget } == 1)
    #expect(report.findings.count { $0.rule == .repeatedWord } == 8)
    #expect(report.counts.first?.rule == .dateMismatch)
    #expect(report.leftOut?.english.hasPrefix("142 of 152 findings are left out") == true)
    #expect(report.fails)
  }

  @Test func `a segment of a megabyte is not written over and over`() {
    let document = [
      CheckedSegment(
        source: nil,
        target: CheckedText(
          Segment(String(repeating: "a", count: 1_000_000)), language: .english))
    ]
    let findings = (0..<100_000).map {
      Finding(.spacing, .hint, segment: 0, target: [$0..<$0 + 1], Phrase("s", "间"))
    }
    let report = CheckReport(
      .init(findings: findings, suppressed: []), on: document, files: [], store: "s")
    #expect(report.findingCount == 100_000)
    #expect(report.findings.count == 30)
    #expect(page(of: report, in: .english).utf8.count < 50_000)
  }

  @Test func `what is not listed is said`() {
    let report = SampleReport.report(limit: 1)
    #expect(text(of: report, in: .english).contains("4 of 5 findings are left out"))
    #expect(text(of: report, in: .chinese).contains("共 5 处，略去 4 处"))
    #expect(page(of: report, in: .chinese).contains("共 5 处，略去 4 处"))
  }

  @Test func `a check fails from the severity on that was asked for`() {
    typealias FailOn = CheckReport.FailOn
    #expect(FailOn.error.includes(.error) && !FailOn.error.includes(.warning))
    #expect(FailOn.warning.includes(.warning) && !FailOn.warning.includes(.hint))
    #expect(FailOn.hint.includes(.hint) && !FailOn.never.includes(.error))
  }
}

/// Rules for a SARIF log to describe.
enum SampleRules {
  static let all = RuleSet(segmentRules: [Quantity()], documentRules: [Names()])

  struct Quantity: SegmentRule {
    static let id = RuleID.quantityMismatch
    static let severity = Severity.error
    static let summary = Phrase("Figures that differ", "数字不一致")
    static let options = [RuleOption("least", .number(3), Phrase("From here on", "起点"))]
    func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] { [] }
  }

  struct Names: DocumentRule {
    static let id = RuleID.nameInconsistent
    static let severity = Severity.hint
    static let summary = Phrase("One thing, two names", "一物二名")
    func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] { [] }
  }
}
