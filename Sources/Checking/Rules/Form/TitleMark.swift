import Terminology
import TextAnalysis

/// Finds titles of policies that stand in running Chinese without 《》, and 《》 inside 《》.
///
/// The titles are the terms of kind policy that the glossaries know. Headings, cells of tables and
/// segments that are nothing but the title have no marks, nor have short names, titles that stand
/// in quotation marks, and plans that are called after theirs: “十四五”规划.
struct TitleMark: SegmentRule {
  static let id = RuleID.titleMarks
  static let severity = Severity.warning
  static let summary = Phrase("titles of policies without 《》", "未加书名号的政策名称")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let target = segment.target
    guard target.isChinese, !target.scalars.isEmpty else { return [] }
    var findings: [Finding] = []
    if let nested = nested(in: segment, context) { findings.append(nested) }
    guard !target.terms.isEmpty, segment.segment.block != .heading,
      segment.segment.block != .tableCell, segment.segment.block != .code,
      TitleMarks.areRequired(context.profile, target.language)
    else { return findings }
    var depths: Enclosures?
    let labelEnd = Self.labelEnd(target.scalars)
    let letterCount = Self.letterCount(target.scalars[labelEnd...])
    for mention in target.terms {
      guard let concept = title(of: mention, target, context) else { continue }
      let enclosures = depths ?? Enclosures(target.scalars)
      depths = enclosures
      guard enclosures.of(mention.scalars.lowerBound).isDisjoint(with: [.title, .quotation]),
        Self.letterCount(target.scalars[mention.scalars]) < letterCount
      else { continue }
      let title = target.text(mention.scalars)
      findings.append(
        Finding(
          Self.id, Self.severity, segment: segment.number, target: [mention.scalars],
          suggestion: "《\(title)》",
          evidence: .init(concept: concept.id, source: TitleMarks.source(of: context.profile)),
          Phrase(
            "the title '\(title)' stands without 《》 in running text; write 《\(title)》.",
            "正文中的名称“\(title)”未加书名号；请写作《\(title)》。")))
      if findings.count > mostRanges { break }
    }
    return findings
  }

  /// The concept whose title a mention is, where that is sure.
  private func title(
    of mention: TermMention, _ text: AnalysedText, _ context: CheckContext
  ) -> ConceptEntry? {
    var found: ConceptEntry?
    for reading in mention.readings {
      guard let entry = context.termbase.entry(reading), entry.kind == .policy,
        entry.terms.indices.contains(reading.term), isTitle(entry.terms[reading.term])
      else { return nil }
      found = found ?? entry
    }
    guard found != nil, !TitleMarks.bare.contains(text.text(mention.scalars)) else { return nil }
    return found
  }

  private func isTitle(_ term: TermSection) -> Bool {
    switch term.termType {
    case .acronym?, .abbreviation?, .shortForm?: return false
    default: break
    }
    return !term.text.unicodeScalars.contains { "“”「」《》".unicodeScalars.contains($0) }
  }

  /// Where the number of an item ends that the text begins with: 一、 （二） 3.
  private static func labelEnd(_ scalars: [Unicode.Scalar]) -> Int {
    let end = scalars.prefix(5).lastIndex { $0 == "、" || $0 == "." || $0 == "）" || $0 == ")" }
    return end.map { $0 + 1 } ?? 0
  }

  /// How many characters of words there are: a title that has all of them stands alone.
  private static func letterCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + ($1.isHan || $1.isLatinLetter ? 1 : 0) }
  }
}

extension TitleMark {
  /// 《 between 《 and its 》.
  private func nested(in segment: AnalysedSegment, _ context: CheckContext) -> Finding? {
    let scalars = segment.target.scalars
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for (place, scalar) in scalars.enumerated() {
      if scalar == "《" {
        open.append(place)
      } else if scalar == "》", let start = open.popLast(), !open.isEmpty {
        ranges += [start..<start + 1, place..<place + 1]
        if ranges.count >= mostRanges { break }
      }
    }
    guard !ranges.isEmpty else { return nil }
    return Finding(
      Self.id, Self.severity, segment: segment.number,
      target: ranges.sorted { $0.lowerBound < $1.lowerBound }, suggestion: "〈",
      evidence: .init(source: TitleMarks.source(of: context.profile)),
      Phrase(
        "《》 stand inside 《》; a title inside a title is in 〈〉.", "书名号内又用书名号时，里面一层应为〈〉。"))
  }
}
