import TextAnalysis

/// Finds words that stand twice in a row: *the the*, 我们我们.
///
/// What a language doubles by itself is not reported: English of the words that may follow
/// themselves (*had had*, *that that*, *very very*) and of names; Chinese of all but particles and
/// words of grammar, for verbs, adjectives, measure words and kin are doubled freely (试试, 高高兴兴,
/// 天天, 讨论讨论, 妈妈). See ``ChineseDoubling``.
struct RepeatedWord: SegmentRule {
  static let id = RuleID.repeatedWord
  static let severity = Severity.warning
  static let summary = Phrase("the same word twice in a row", "连续重复的词")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let target = segment.target
    let ranges =
      target.isChinese
      ? ChineseDoubling.ranges(in: target.scalars) : Self.doubledWords(target.scalars)
    guard !ranges.isEmpty else { return [] }
    if let source = segment.source {
      guard source.isChinese || Self.doubledWords(source.scalars).isEmpty else { return [] }
      guard !source.isChinese || !ChineseDoubling.hasDoubledWord(source.scalars) else { return [] }
    }
    let notProse = NotProse(target)
    let shown = ranges.filter { !notProse.contains($0.lowerBound) }
    guard let range = shown.first else { return [] }
    let text = target.text(range)
    let once = target.isChinese ? String(text.prefix(text.count / 2)) : firstWord(text)
    return [
      Finding(
        Self.id, Self.severity, segment: segment.number, target: Array(shown.prefix(mostRanges)),
        suggestion: once,
        Phrase("'\(text)' is the same word twice; write it once.", "“\(text)”重复；请只写一次。"))
    ]
  }

  private func firstWord(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? text
  }
}

extension RepeatedWord {
  /// Where an English word follows itself, both words and what is between them.
  static func doubledWords(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var previous: LatinWords.Word?
    for word in LatinWords(scalars) {
      if let before = previous, word.shape == .small, word.letterCount == before.letterCount,
        word.letterCount > 1, before.shape != .other, isGap(scalars, before, word),
        isSame(scalars, before, word), word.key == 0 || !mayDouble.contains(word.key),
        before.shape == .small || FunctionWords.keys.contains(word.key)
      {
        ranges.append(before.range.lowerBound..<word.range.upperBound)
      }
      previous = word
    }
    return ranges
  }

  /// Words that good English writes twice in a row, and sounds.
  private static let mayDouble = LatinWords.keys(
    of: """
      had that in on do you her it so is very really much many more long far again no yes bye ha he
      ho hi hey la na da blah knock tut hear there now well hush night big little too wow yum oh ah
      tick tock ding dong beep ring meow woof buzz click clap chop choo quack cha log dot
      """)

  private static func isGap(
    _ scalars: [Unicode.Scalar], _ before: LatinWords.Word, _ word: LatinWords.Word
  ) -> Bool {
    let gap = before.range.upperBound..<word.range.lowerBound
    return !gap.isEmpty && gap.count <= 3 && scalars[gap].allSatisfy(\.isBlank)
  }

  private static func isSame(
    _ scalars: [Unicode.Scalar], _ before: LatinWords.Word, _ word: LatinWords.Word
  ) -> Bool {
    zip(scalars[before.range], scalars[word.range]).allSatisfy {
      $0 == $1 || $0.isASCIILetter && $0.value | 0x20 == $1.value
    }
  }
}
