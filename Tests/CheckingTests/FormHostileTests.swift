import Checking
import Foundation
import TestSupport
import Testing
import TextAnalysis

/// Texts that are made to break rules or to take their time.
struct FormHostileTests {
  static let form: Set<RuleID> = [
    .hiddenCharacter, .titleMarks, .segmentInconsistent, .untranslated, .sourceLeft, .codeMismatch,
    .punctuationWidth, .punctuationFinal, .bracketUnpaired, .quotationStyle, .spacing,
    .repeatedWord,
    .lengthSuspicious, .scriptMixed, .emptyTarget,
  ]

  private func findings(_ source: String?, _ target: String, isIntoChinese: Bool = true)
    -> [Finding]
  {
    let (own, other): (LanguageTag, LanguageTag) =
      isIntoChinese ? (.simplifiedChinese, .english) : (.english, .simplifiedChinese)
    return Checker(rules: RuleSet.all.keeping { Self.form.contains($0) }).findings(in: [
      CheckedSegment(
        source: source.map { CheckedText(Segment($0), language: other) },
        target: CheckedText(Segment(target), language: own))
    ])
  }

  @Test(arguments: [
    "\u{202E}", "\u{200D}", "”", "》", ")", "%", "{", "<", "`", "&", "\\", ".", "\u{301}", " ", "\n",
    "\"", "'", "的",
    "\u{FFFF}", "\u{10FFFF}", "\u{1F3F4}\u{E0067}", "的的", "的的的", "<a", "</", "%1$", "${", "{{",
    "``", "、", "……",
  ])
  func `lone marks harm no rule`(_ text: String) {
    for other in [nil, "", "Text", text] {
      for isIntoChinese in [true, false] {
        #expect(findings(other, text, isIntoChinese: isIntoChinese).count < 10)
        if let other { _ = findings(text, other, isIntoChinese: isIntoChinese) }
      }
    }
  }

  @Test(arguments: [
    "汉 字，", "(", ")", "<", "`", "the the ", "“a", "%s ", "{0} ", "《", "\u{200B}", "a  b ", "网絡",
    ",", "的的", "<b>", "''",
  ])
  func `a long segment is read in one pass and gives few findings`(_ piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(findings("Text.", text).count < 100)
    #expect(findings(text, text, isIntoChinese: false).count < 100)
    let ranges = findings("Text.", text).map { max($0.target.count, $0.source.count) }
    #expect(ranges.allSatisfy { $0 <= 50 })
  }

  @Test func `random marks give ranges inside the text, seed 51`() {
    var generator = SeededGenerator(seed: 51)
    let marks = Array(
      "的了我们他 a b the The .,;:?!()（）“”‘’「」《》〈〉[]{}<>%$&_\\`\"'-1 2，。；：？！、\u{200B}\u{200D}網络\n"
        .unicodeScalars)
    for _ in 0..<400 {
      func text() -> String {
        String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 0...40, using: &generator)).map { _ in
              marks[Int.random(in: 0..<marks.count, using: &generator)]
            }))
      }
      let (source, target) = (text(), text())
      for isIntoChinese in [true, false] {
        for finding in findings(source, target, isIntoChinese: isIntoChinese) {
          #expect(finding.target.allSatisfy { $0.upperBound <= target.unicodeScalars.count })
          #expect(finding.source.allSatisfy { $0.upperBound <= source.unicodeScalars.count })
          #expect(finding.message.english.hasSuffix(".") || finding.message.english.hasSuffix("?"))
          #expect(finding.message.chinese.hasSuffix("。") || finding.message.chinese.hasSuffix("？"))
        }
      }
    }
  }
}

/// What made users of other tools switch their checks off, asked of all rules about form.
struct FormFalseAlarmTests {
  private func findings(_ pairs: [(String, String)]) -> [Finding] {
    let rules = RuleSet.all.keeping { FormHostileTests.form.contains($0) }
    return Checker(rules: rules).findings(
      in: pairs.map { source, target in
        CheckedSegment(
          source: CheckedText(Segment(source), language: .english),
          target: CheckedText(Segment(target), language: .simplifiedChinese))
      })
  }

  @Test(arguments: [
    ("It applies (see Article 3).", "该法适用（见第三条）。"), ("the \"pilot\" zones", "“试点”区"),
    ("20 persons", "２０人"), ("the 20th Congress", "第二十次代表大会"), ("3.5 million yuan", "350万元"),
  ])
  func `pofilter: brackets, quotation marks and full-width digits of Chinese`(
    _ source: String, _ target: String
  ) {
    #expect(findings([(source, target)]).isEmpty)
  }

  @Test(arguments: [
    ("The end.", "结束。"), ("Name:", "名称："), ("one; two;", "一；二；"), ("Really?", "真的吗？"),
    ("Stop!", "停！"),
    ("Wait...", "请稍候……"),
  ])
  func `Weblate 13678, MateCat 1746: stops, colons and semicolons of full width`(
    _ source: String, _ target: String
  ) {
    #expect(findings([(source, target)]).isEmpty)
  }

  @Test func `Weblate 9450: one translation for capitals and plurals`() {
    let pairs = [
      ("Unsubscribe", "取消订阅"), ("unsubscribe", "取消订阅"), ("Playlist", "播放列表"), ("Playlists", "播放列表"),
      ("Delete the selected playlist", "删除所选播放列表"), ("Delete the selected playlists", "删除所选播放列表"),
    ]
    #expect(findings(pairs).isEmpty)
  }

  @Test func `Weblate 10296: a question may be exclaimed in either order`() {
    #expect(findings([("What?!", "什么！？"), ("What!?", "什么？！")]).isEmpty)
  }

  @Test func `microsoft Localization 52: spaces between Han and Latin, either way`() {
    #expect(findings([("Use Git.", "使用 Git。"), ("Use Python.", "使用Python。")]).isEmpty)
  }
}
