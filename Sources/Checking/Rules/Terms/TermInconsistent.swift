import Terminology
import TextAnalysis

/// Finds terms that one document renders in two ways, and renderings that stand for two terms.
struct TermInconsistent: DocumentRule {
  static let id = RuleID.termInconsistent
  static let severity = Severity.hint
  static let summary = Phrase(
    "one term rendered in two ways in a document, or two terms in one",
    "同一术语在文中有两种译法，或两个术语译成一个")

  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] {
    var renderings = Renderings()
    for segment in document where segment.source != nil { renderings.add(segment) }
    if renderings.isEmpty { return [] }
    var findings = twoRenderings(renderings, document, context)
    var shared = SharedRenderings(renderings: renderings, context: context)
    for segment in document where segment.source != nil { shared.add(segment) }
    findings += shared.found.map { finding($0, document, context) }
    func rank(_ finding: Finding) -> (Int, Int, Int, String) {
      (
        finding.segment, finding.target.first?.lowerBound ?? 0,
        finding.source.first?.lowerBound ?? 0, finding.message.english
      )
    }
    return findings.sorted { rank($0) < rank($1) }
  }
}

/// By which terms the concepts of a document are rendered.
struct Renderings {
  /// A term of the source.
  typealias Key = TermReading

  /// One way to render it.
  struct Rendering {
    var count = 0
    var segment: Int
    var source: Range<Int>
    var target: Range<Int>
    /// The first segments that have it.
    var segments: [Int] = []
  }

  private(set) var found: [Key: [Int: Rendering]] = [:]
  /// The terms of translations by where they first render their concept.
  private(set) var firstSegment: [TermReading: Int] = [:]

  var isEmpty: Bool { found.isEmpty }

  /// Adds the renderings of a segment: those whose concept is in both sides.
  mutating func add(_ segment: AnalysedSegment) {
    guard let source = segment.source, !source.terms.isEmpty, !segment.target.terms.isEmpty
    else { return }
    var targets: [Int64: [(reading: TermReading, range: Range<Int>)]] = [:]
    for mention in segment.target.terms {
      for reading in mention.readings {
        targets[reading.concept, default: []].append((reading, mention.scalars))
      }
    }
    var seen: Set<TermReading> = []
    for mention in source.terms {
      guard let reading = mention.readings.first(where: { targets[$0.concept] != nil }),
        seen.insert(reading).inserted
      else { continue }
      for (target, range) in targets[reading.concept] ?? [] {
        firstSegment[target] = firstSegment[target] ?? segment.number
        add(
          reading, target.term,
          Rendering(segment: segment.number, source: mention.scalars, target: range))
      }
    }
  }

  private mutating func add(_ source: TermReading, _ term: Int, _ new: Rendering) {
    var rendering = found[source]?[term] ?? new
    rendering.count += 1
    if rendering.segments.count < 8, rendering.segments.last != new.segment {
      rendering.segments.append(new.segment)
    }
    found[source, default: [:]][term] = rendering
  }
}

extension TermInconsistent {
  /// How a term is made, for only like is compared with like.
  private enum Form: Hashable {
    case full, short, initials
  }

  private func form(_ term: TermSection) -> Form {
    switch term.termType {
    case .acronym: .initials
    case .abbreviation, .shortForm: .short
    default:
      term.text.allSatisfy({ $0.isASCII && !$0.isLowercase && !$0.isWhitespace })
        ? .initials : .full
    }
  }

  /// What two spellings of one term have in common.
  private func key(_ term: TermSection) -> String {
    KeyFolder.squeezed(Qualifier.stripped(term.text) ?? term.text)
  }

  private func twoRenderings(
    _ renderings: Renderings, _ document: [AnalysedSegment], _ context: CheckContext
  ) -> [Finding] {
    var findings: [Finding] = []
    for (source, ways) in renderings.found where ways.count > 1 {
      guard let known = KnownTerm(source, in: context.termbase),
        let segment = ways.values.first?.segment,
        let language = document[segment].source?.language, known.term.isAtHome(in: language)
      else { continue }
      let terms = known.concept.terms
      let usable = ways.filter { way in
        terms.indices.contains(way.key) && terms[way.key].isUsable
          && terms[way.key].isAtHome(in: document[way.value.segment].target.language)
      }
      for (_, group) in Dictionary(grouping: usable, by: { form(terms[$0.key]) }) {
        let spellings = Dictionary(grouping: group) { key(terms[$0.key]) }
        guard spellings.count > 1 else { continue }
        let ranked = spellings.values.compactMap { $0.max { $0.value.count < $1.value.count } }
          .sorted {
            ($1.value.count, $0.value.segment, $0.key) < ($0.value.count, $1.value.segment, $1.key)
          }
        guard let main = ranked.first else { continue }
        let usual = key(terms[main.key])
        for other in ranked.dropFirst() {
          let own = key(terms[other.key])
          if form(terms[other.key]) == .short, own.contains(usual) || usual.contains(own) {
            continue
          }
          findings.append(finding(known, main, other, document))
        }
      }
    }
    return findings
  }

  private func finding(
    _ known: KnownTerm, _ main: (key: Int, value: Renderings.Rendering),
    _ other: (key: Int, value: Renderings.Rendering), _ document: [AnalysedSegment]
  ) -> Finding {
    let segment = document[other.value.segment]
    let source = Phrase(quoting: segment.source?.text(other.value.source) ?? known.term.text)
    let written = Phrase(quoting: segment.target.text(other.value.target))
    let usual = known.concept.terms[main.key]
    let quoted = Phrase(quoting: usual.text)
    let severity: Severity =
      known.concept.isName || known.concept.enforce ? .warning : .hint
    return Finding(
      Self.id, severity, segment: other.value.segment, source: [other.value.source],
      target: [other.value.target],
      suggestion: TermChoice.written(
        usual, inPlaceOf: segment.target.text(other.value.target),
        of: known.concept.terms[other.key]),
      evidence: Finding.Evidence(
        concept: known.concept.id, source: usual.source ?? known.concept.source,
        segments: main.value.segments),
      Phrase(
        "\(source.english) (\(known.concept.id)) is \(written.english) here "
          + "(\(other.value.count)× in the document) and \(quoted.english) elsewhere "
          + "(\(main.value.count)×).",
        "\(source.chinese)（\(known.concept.id)）此处译为\(written.chinese)（全文 \(other.value.count) 处），"
          + "别处译为\(quoted.chinese)（\(main.value.count) 处）。"))
  }

  private func finding(
    _ shared: SharedRenderings.Shared, _ document: [AnalysedSegment], _ context: CheckContext
  ) -> Finding {
    let segment = document[shared.segment]
    let source = Phrase(quoting: segment.source?.text(shared.source) ?? "")
    let written = Phrase(quoting: segment.target.text(shared.target))
    let known = KnownTerm(shared.own, in: context.termbase)
    let other = KnownTerm(shared.other, in: context.termbase)
    let choice = known.flatMap {
      TermChoice.term(
        of: $0.concept, in: segment.target.language, on: context.asOf, like: other?.term)
    }
    let isName = known?.concept.isName == true || known?.concept.enforce == true
    return Finding(
      Self.id, isName ? .warning : .hint, segment: shared.segment, source: [shared.source],
      target: [shared.target], suggestion: choice?.text,
      evidence: Finding.Evidence(
        concept: known?.concept.id, source: choice?.source ?? known?.concept.source,
        segments: [shared.elsewhere]),
      Phrase(
        "\(written.english) renders \(source.english) (\(known?.concept.id ?? "")) here and another "
          + "term (\(other?.concept.id ?? "")) elsewhere.",
        "\(written.chinese)此处译\(source.chinese)（\(known?.concept.id ?? "")），"
          + "别处译另一术语（\(other?.concept.id ?? "")）。") + KnownTerm.advice(choice?.text))
  }
}
