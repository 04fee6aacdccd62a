import TestSupport
import Testing
import TextAnalysis

@testable import Checking

struct FigurePairingTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `what has no equal on the other side is reported, in any order and number`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = Int.random(in: 1...45, using: &generator)
    func numbers() -> [Int] {
      (0..<size).map { _ in Int.random(in: 10...60, using: &generator) * 7 + 1 }
    }
    let (left, right) = (numbers(), numbers())
    let findings = figureFindings(
      left.map(String.init).joined(separator: " ; "),
      right.map(String.init).joined(separator: " ; "))
    // The slow answer: each value that stands in one list only, as often as it stands there.
    let missing = left.filter { !right.contains($0) }.count
    let added = right.filter { !left.contains($0) }.count
    #expect(findings.count == max(missing, added), "seed \(seed)")
    #expect(
      findings.filter { !$0.source.isEmpty && !$0.target.isEmpty }.count == min(missing, added))
  }

  @Test(arguments: QuietFigureTests.idioms)
  func `a text beside itself gives no finding`(english: String, chinese: String) {
    #expect(figureFindings(english, english).isEmpty)
    #expect(figureFindings(chinese, chinese).isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a figure made wrong is found`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for (english, chinese) in WrongFigureTests.right {
      let figures = Figures.find(in: chinese, language: .simplifiedChinese)
      #expect(figureFindings(english, chinese).isEmpty)
      guard let wrong = FigureMutation(chinese, figures: figures, using: &generator) else {
        Issue.record("nothing to change in \(chinese)")
        continue
      }
      #expect(
        !figureFindings(english, wrong.text).isEmpty,
        "seed \(seed): \(wrong.kind): \(english) | \(wrong.text)")
    }
  }
}

extension WrongFigureTests {
  /// Pairs in which any figure may be made wrong.
  static let right = pairs(
    """
    CNY 250 billion | 2500亿元
    35 percent | 35%
    3.5 million users | 350万用户
    on 12 September 2021 | 2021年9月12日
    within 30 days | 30天内
    12 members | 12名成员
    the third meeting | 第三次会议
    Article 21 | 第二十一条
    the 14th Five-Year Plan | “十四五”规划
    from 2021 to 2025 | 2021—2025年
    US$5 million | 500万美元
    45 kg | 45公斤
    """)
}
