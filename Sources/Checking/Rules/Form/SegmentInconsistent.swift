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
    let shortest = Int(max(1, min(100, context.number("shortestWords", of: Self.self))))
    let places = document.indices.filter { place in
      document[place].segment.block != .code && document[place].source != nil
        && !document[place].target.scalars.isAllBlank
    }
    var findings: [Finding] = []
    for group in Self.groups(places, { document[$0].source?.scalars ?? [] }) {
      findings += Self.severalTargets(group.map { document[$0] }, shortest)
    }
    if context.flag("sameTarget", of: Self.self) {
      for group in Self.groups(places, { document[$0].target.scalars }) {
        findings += Self.oneTarget(group.map { document[$0] })
      }
    }
    return findings.sorted { $0.segment < $1.segment }
  }

  /// The places that have the same text, in order of appearance; texts that stand at one place are
  /// left out.
  private static func groups(
    _ places: [Int], _ text: (Int) -> [Unicode.Scalar]
  ) -> [[Int]] {
    var first: [Int: Int] = [:]
    first.reserveCapacity(places.count)
    var groups: [[Int]] = []
    var groupOf: [Int: Int] = [:]
    for place in places {
      let scalars = text(place)
      // Two texts with one digest are told apart: the second takes the next free one.
      var digest = digest(of: scalars)
      while let other = first[digest], text(other) != scalars { digest &+= 1 }
      guard let other = first[digest] else {
        first[digest] = place
        continue
      }
      if let group = groupOf[other] {
        groups[group].append(place)
      } else {
        groupOf[other] = groups.count
        groups.append([other, place])
      }
    }
    return groups
  }

  /// A number that equal texts share, seeded anew in each process.
  private static func digest(of scalars: [Unicode.Scalar]) -> Int {
    var hasher = Hasher()
    unsafe scalars.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// Whether the two sides are of two languages.
  private static func isTranslated(_ segment: AnalysedSegment) -> Bool {
    segment.source?.isChinese != segment.target.isChinese
  }

  /// How long a source is, in words of English or pairs of Han characters.
  private static func wordCount(_ text: AnalysedText) -> Int {
    let units = LengthSuspicious.units(text.scalars)
    return text.isChinese ? (units + 1) / 2 : units
  }
}

extension SegmentInconsistent {
  /// What a group with one source has in other renderings than the most frequent one.
  private static func severalTargets(_ group: [AnalysedSegment], _ shortest: Int) -> [Finding] {
    guard let source = group[0].source, hasWords(source), isTranslated(group[0]),
      group.contains(where: { $0.target.scalars != group[0].target.scalars })
    else { return [] }
    let length = wordCount(source)
    guard length >= shortest else { return [] }
    var renderings: [[AnalysedSegment]] = []
    var known: [String: Int] = [:]
    for segment in group {
      let key = KeyFolder.squeezed(segment.target.text)
      if let rendering = known[key] {
        renderings[rendering].append(segment)
      } else {
        known[key] = renderings.count
        renderings.append([segment])
      }
    }
    guard
      let usual = renderings.indices.max(by: {
        (renderings[$0].count, -$0) < (renderings[$1].count, -$1)
      })
    else { return [] }
    return renderings.indices.filter { $0 != usual }.map { number in
      several(renderings[number][0], usual: renderings[usual], length < 4 ? .hint : severity)
    }
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
  /// What a group with one target has for sources that cannot well have it.
  private static func oneTarget(_ group: [AnalysedSegment]) -> [Finding] {
    let first = group[0]
    guard let source = first.source, wordCount(first.target) >= shortestTarget, isTranslated(first),
      hasWords(first.target)
    else { return [] }
    var seen: Set<String> = [source.text]
    let (words, figures) = (words(source.text), figures(source))
    return group.dropFirst().compactMap { segment in
      guard let other = segment.source, seen.insert(other.text).inserted,
        differs(other, from: words, figures)
      else { return nil }
      return same(segment, first)
    }
  }

  /// Shorter targets may well be the translation of several sources, in words.
  private static let shortestTarget = 5

  /// Whether a source cannot well have the translation of another: its figures differ, or it shares
  /// less than a third of its words.
  private static func differs(
    _ source: AnalysedText, from words: Set<String>, _ figures: [Figure.Value]
  ) -> Bool {
    let own = Self.words(source.text)
    if Self.figures(source) != figures { return true }
    return own != words && own.intersection(words).count * 3 < min(own.count, words.count)
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
