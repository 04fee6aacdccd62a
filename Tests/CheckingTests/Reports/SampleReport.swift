import Checking
import TextAnalysis

/// A small check with one of everything that a report may have to show.
enum SampleReport {
  static func report(limit: Int? = nil) -> CheckReport {
    CheckReport(
      judgement, on: document, files: ["notice.tsv", "long text.md"], store: "store.sqlite",
      limit: limit,
      notices: [Phrase("notice.tsv: nothing to speak of.", "notice.tsv：无可说明。")])
  }

  private static func text(
    _ text: String, _ language: LanguageTag, line: Int, column: Int, file: String = "notice.tsv"
  ) -> CheckedText {
    CheckedText(
      Segment(text), language: language, file: file,
      stretches: [.init(scalarOffset: 0, position: TextPosition(line: line, column: column))])
  }

  static let long = String(repeating: "The network operator keeps logs. ", count: 12)

  static let document: [CheckedSegment] = [
    CheckedSegment(
      source: text("The fund amounts to CNY 25 billion.", .english, line: 2, column: 1),
      target: text("基金总额为2500亿元。", .simplifiedChinese, line: 2, column: 37)),
    CheckedSegment(
      source: text("A & <b> \"quoted\" 'text'", .english, line: 3, column: 1),
      target: text("甲\u{200B}乙<b>&丙", .simplifiedChinese, line: 3, column: 26)),
    CheckedSegment(
      source: nil,
      target: text(
        long + "Here is is the place.", .english, line: 7, column: 3, file: "long text.md")
    ),
    CheckedSegment(
      source: nil,
      target: CheckedText("No place is known of it.", language: .english, file: "long text.md")),
    CheckedSegment(
      source: text("MIIT", .english, line: 9, column: 1),
      target: text("工信部", .simplifiedChinese, line: 9, column: 6), suppressed: [.termMissing]),
  ]

  static var judgement: Checker.Judgement {
    let place = long.unicodeScalars.count + 5
    return Checker.Judgement(
      findings: [
        Finding(
          .quantityMismatch, .error, segment: 0, source: [20..<34], target: [5..<11],
          suggestion: "250亿元",
          Phrase("2500亿元 is not CNY 25 billion.", "“2500亿元”与 CNY 25 billion 不等。")),
        Finding(
          .hiddenCharacter, .warning, segment: 1, target: [1..<2],
          Phrase("A zero-width space hides here.", "此处有零宽空格。")),
        Finding(
          .bracketUnpaired, .hint, segment: 1, source: [4..<7], target: [2..<7],
          Phrase("<b> & 'more' \"marks\".", "<b>与“更多”标记。")),
        Finding(
          .repeatedWord, .warning, segment: 2, target: [place..<place + 5], suggestion: "is",
          evidence: .init(segments: [3]),
          Phrase("'is' stands here twice.", "“is”重复。")),
        Finding(
          .nameInconsistent, .hint, segment: 3,
          evidence: .init(concept: "agency.samr", source: "samr.gov.cn", segments: [0, 1]),
          Phrase("One body has two names.", "同一机构有两个名称。")),
      ],
      suppressed: [
        Finding(
          .termMissing, .hint, segment: 4, source: [0..<4],
          Phrase("The full name is missing.", "缺少全称。"))
      ])
  }
}
