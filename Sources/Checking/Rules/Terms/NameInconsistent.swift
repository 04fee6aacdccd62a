import Terminology
import TextAnalysis

/// Finds one thing under two names in one language of a document.
///
/// Most of it needs no glossary: an abbreviation with two full names, a name with two
/// abbreviations, an abbreviation in two spellings, a title in two wordings.
struct NameInconsistent: DocumentRule {
  static let id = RuleID.nameInconsistent
  static let severity = Severity.warning
  static let summary = Phrase(
    "one body, title or abbreviation under two names in a document",
    "同一机构、文件或缩写在文中有两种名称")

  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] {
    var reader = NameReader()
    var chinese = ChineseNameReader()
    for segment in document where segment.segment.block != .code {
      if segment.target.isChinese {
        chinese.read(segment)
      } else if segment.target.language.isEnglish {
        reader.read(segment)
      }
    }
    let standing = NameStanding(document: document, context: context)
    return settled([
      reader.twoNames(standing), reader.twoAbbreviations(standing),
      reader.twoSpellings(in: document), reader.twoMarkers(),
      NameGroups(reader.runs, standing).variants(), chinese.variants(),
      GlossaryNames(context: context).variants(in: document),
    ])
  }

  /// Each place once: what an earlier question found before what a later one did, and in the order
  /// of the document what one did.
  private func settled(_ found: [[NameVariant]]) -> [Finding] {
    var taken: [Int: [Range<Int>]] = [:]
    var findings: [Finding] = []
    for variant in found.flatMap({ $0.sorted(by: NameVariant.isBefore) }) {
      let place = variant.place
      let isTaken = taken[place.segment]?.contains { $0.overlaps(place.range) } ?? false
      if isTaken { continue }
      taken[place.segment, default: []].append(place.range)
      findings.append(variant.finding)
    }
    return findings.sorted {
      ($0.segment, $0.target.first?.lowerBound ?? 0)
        < ($1.segment, $1.target.first?.lowerBound ?? 0)
    }
  }
}

/// A place that has another name than the rest of the document.
struct NameVariant {
  var place: DocumentPlace
  /// Another place, with the other name.
  var other: DocumentPlace
  var severity = Severity.warning
  /// The other name, where it is to be written instead.
  var suggestion: String?
  var concept: KnownTerm?
  var message: Phrase

  static func isBefore(_ one: NameVariant, _ two: NameVariant) -> Bool {
    if one.place != two.place { return one.place < two.place }
    return one.other < two.other
  }

  var finding: Finding {
    Finding(
      NameInconsistent.id, severity, segment: place.segment, target: [place.range],
      suggestion: suggestion,
      evidence: concept?.evidence(segments: [other.segment])
        ?? Finding.Evidence(segments: [other.segment]), message)
  }
}
