import TextAnalysis

/// Finds words that a document spells in two ways: British and American, with and without a
/// hyphen, as one word and as two; and numbers of standards with a space and without.
struct SpellingVariant: DocumentRule {
  static let id = RuleID.spellingVariant
  static let severity = Severity.hint
  static let summary = Phrase(
    "words that a document spells in two ways", "同一词在文中有两种拼写")

  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] {
    var words = SpelledWords()
    var characters = VariantCharacters()
    var identifiers = IdentifierSpacing()
    for segment in document where segment.segment.block != .code {
      identifiers.add(segment)
      if segment.target.isChinese {
        characters.add(segment)
      } else if segment.target.language.isEnglish {
        words.add(segment)
      }
    }
    let pairs =
      words.britishAndAmerican(in: document) + words.hyphenated(in: document) + characters.pairs
      + identifiers.pairs
    return pairs.map { finding($0, document) }.sorted {
      ($0.segment, $0.target.first?.lowerBound ?? 0)
        < ($1.segment, $1.target.first?.lowerBound ?? 0)
    }
  }

  private func finding(_ pair: SpellingPair, _ document: [AnalysedSegment]) -> Finding {
    let text = document[pair.place.segment].target.text(pair.place.range)
    let usual = pair.usual
    return Finding(
      Self.id, .hint, segment: pair.place.segment, target: [pair.place.range], suggestion: usual,
      evidence: Finding.Evidence(segments: [pair.usualSegment]),
      Phrase(
        "'\(text)' (\(pair.count)× in the document) is spelled '\(usual)' elsewhere "
          + "(\(pair.usualCount)×).",
        "“\(text)”（全文 \(pair.count) 处）别处写作“\(usual)”（\(pair.usualCount) 处）。"))
  }
}

/// A spelling and the one that is more usual in the document.
struct SpellingPair {
  /// Where the rarer spelling stands first.
  var place: DocumentPlace
  var count: Int
  var usual: String
  var usualCount: Int
  var usualSegment: Int
}
