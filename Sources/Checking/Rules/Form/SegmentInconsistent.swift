import TextAnalysis

/// Finds sources that the document translates in several ways, and different sources with one
/// translation.
///
/// Spaces, case, width, final marks and what plurals add are no difference. One word, and what has
/// no words, is left alone: what *Open* is depends on where it stands. Different sources with one
/// translation are reported only where their figures differ or they have hardly a word in common:
/// *unsubscribe* and *Unsubscribe*, *playlist* and *playlists* are one thing in Chinese.
struct SegmentInconsistent: DocumentRule {
  static let id = RuleID.segmentInconsistent
  static let severity = Severity.warning
  static let summary = Phrase(
    "one source with several translations, or the reverse", "同源异译或异源同译")
  static let options = [
    RuleOption(
      "shortestWords", .number(2),
      Phrase("how many words a source has at least", "原文的最少词数")),
    RuleOption(
      "sameTarget", .flag(true),
      Phrase("report different sources with one translation", "报告异源同译")),
  ]

  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] {
    let pairs = document.filter { segment in
      guard segment.segment.block != .code, let source = segment.source else { return false }
      return source.isChinese != segment.target.isChinese && !segment.target.scalars.isAllBlank
    }
    let shortest = Int(max(1, min(100, context.number("shortestWords", of: Self.self))))
    var findings = Self.severalTargets(pairs, shortest)
    if context.flag("sameTarget", of: Self.self) { findings += Self.oneTarget(pairs) }
    return findings.sorted { $0.segment < $1.segment }
  }

  /// Groups of the places of segments with the same text on one side, in order of appearance; those
  /// of one are left out.
  private static func groups(
    _ pairs: [AnalysedSegment], by text: (AnalysedSegment) -> String
  ) -> [[Int]] {
    var first: [String: Int] = [:]
    first.reserveCapacity(pairs.count)
    var groups: [[Int]] = []
    var groupOf: [Int: Int] = [:]
    for (place, pair) in pairs.enumerated() {
      guard let other = first.updateValue(place, forKey: text(pair)) else { continue }
      first[text(pair)] = other
      if let group = groupOf[other] {
        groups[group].append(place)
      } else {
        groupOf[other] = groups.count
        groups.append([other, place])
      }
    }
    return groups
  }

  /// How long a source is, in words of English or pairs of Han characters.
  private static func wordCount(_ text: AnalysedText) -> Int {
    let units = LengthSuspicious.units(text.scalars)
    return text.isChinese ? (units + 1) / 2 : units
  }
}

extension SegmentInconsistent {
  private static func severalTargets(_ pairs: [AnalysedSegment], _ shortest: Int) -> [Finding] {
    var findings: [Finding] = []
    for group in groups(pairs, by: { $0.source?.text ?? "" }) {
      let texts = Set(group.map { pairs[$0].target.text })
      guard texts.count > 1, let source = pairs[group[0]].source, hasWords(source) else { continue }
      let length = wordCount(source)
      guard length >= shortest else { continue }
      var renderings: [(key: String, places: [Int])] = []
      var known: [String: Int] = [:]
      for place in group {
        let key = KeyFolder.squeezed(pairs[place].target.text)
        if let rendering = known[key] {
          renderings[rendering].places.append(place)
        } else {
          known[key] = renderings.count
          renderings.append((key, [place]))
        }
      }
      guard renderings.count > 1,
        let usual = renderings.indices.max(by: {
          (renderings[$0].places.count, -$0) < (renderings[$1].places.count, -$1)
        })
      else { continue }
      for (number, rendering) in renderings.enumerated() where number != usual {
        findings.append(
          several(
            pairs[rendering.places[0]], usual: renderings[usual].places.map { pairs[$0] },
            length < 4 ? .hint : severity))
      }
    }
    return findings
  }

  private static func several(
    _ segment: AnalysedSegment, usual: [AnalysedSegment], _ severity: Severity
  ) -> Finding {
    let other = cut(usual[0].target.text)
    let place = usual[0].number + 1
    return Finding(
      Self.id, severity, segment: segment.number,
      source: [0..<(segment.source?.scalars.count ?? 0)],
      target: [0..<segment.target.scalars.count],
      evidence: .init(segments: usual.prefix(mostRanges).map(\.number)),
      Phrase(
        "the same source is '\(other)' in segment \(place).",
        "相同的原文在第\(place)个句段译作“\(other)”。"))
  }

  private static func hasWords(_ text: AnalysedText) -> Bool {
    text.scalars.contains { $0.isHan || $0.isSmallASCIILetter }
  }

  private static func cut(_ text: String) -> String {
    text.count > 40 ? String(text.prefix(39)) + "…" : text
  }
}

extension SegmentInconsistent {
  private static func oneTarget(_ pairs: [AnalysedSegment]) -> [Finding] {
    var findings: [Finding] = []
    for group in groups(pairs, by: { $0.target.text }) {
      let first = pairs[group[0]]
      guard let source = first.source, wordCount(first.target) >= shortestTarget,
        hasWords(first.target)
      else { continue }
      var seen: Set<String> = [source.text]
      for place in group.dropFirst() {
        guard let other = pairs[place].source, seen.insert(other.text).inserted,
          differ(source, other)
        else { continue }
        findings.append(same(pairs[place], first))
        if findings.count >= 10_000 { return findings }
      }
    }
    return findings
  }

  /// Shorter targets may well be the translation of several sources, in words.
  private static let shortestTarget = 5

  /// Whether two sources cannot well have one translation: their figures differ, or they share less
  /// than a third of their words.
  private static func differ(_ left: AnalysedText, _ right: AnalysedText) -> Bool {
    let (leftWords, rightWords) = (words(left.text), words(right.text))
    guard leftWords != rightWords else { return false }
    if figures(left) != figures(right) { return true }
    let common = leftWords.intersection(rightWords).count
    return common * 3 < min(leftWords.count, rightWords.count)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(Tokenizer.compared(Tokenizer.tokens(of: text)).map(\.key))
  }

  private static func figures(_ text: AnalysedText) -> [Figure.Value] {
    text.figures.filter { !$0.isWeak && $0.kind != .placeholder }.map(\.value)
  }

  private static func same(_ segment: AnalysedSegment, _ first: AnalysedSegment) -> Finding {
    let other = cut(first.source?.text ?? "")
    let place = first.number + 1
    return Finding(
      Self.id, severity, segment: segment.number,
      source: [0..<(segment.source?.scalars.count ?? 0)],
      target: [0..<segment.target.scalars.count], evidence: .init(segments: [first.number]),
      Phrase(
        "'\(other)' in segment \(place) has the same translation.",
        "第\(place)个句段的“\(other)”译文与此相同。"))
  }
}
