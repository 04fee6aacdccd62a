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
