import Checking
import Terminology
import TextAnalysis

/// Short forms for the tests of the rules about terms.
enum TermCheck {
  static let rules: Set<RuleID> = [
    .termMissing, .termDeprecated, .termSuperseded, .termInconsistent, .nameAnachronism,
    .nameInconsistent, .spellingVariant,
  ]

  /// Checks pairs, the source in English if the target is in Chinese, else in Chinese.
  static func findings(
    _ pairs: [(String, String)], _ concepts: [ConceptEntry] = [], asOf: String? = nil,
    source: LanguageTag? = nil, target: LanguageTag? = nil
  ) -> [Finding] {
    let document = pairs.map { pair in
      CheckedSegment(
        source: CheckedText(Segment(pair.0), language: source ?? language(of: pair.0)),
        target: CheckedText(Segment(pair.1), language: target ?? language(of: pair.1)))
    }
    return findings(in: document, concepts, asOf: asOf)
  }

  /// Checks a document in one language.
  static func findings(
    _ texts: [String], _ concepts: [ConceptEntry] = [], asOf: String? = nil,
    blocks: DocumentSegment.Block = .paragraph
  ) -> [Finding] {
    let document = texts.map {
      CheckedSegment(
        source: nil, target: CheckedText(Segment($0), language: language(of: $0)), block: blocks)
    }
    return findings(in: document, concepts, asOf: asOf)
  }

  static func findings(
    in document: [CheckedSegment], _ concepts: [ConceptEntry], asOf: String?
  ) -> [Finding] {
    let context = CheckContext(
      asOf: asOf.flatMap { PartialDate($0) }, termbase: ListTermbase(concepts))
    let kept = RuleSet.all.keeping { rules.contains($0) }
    return Checker(rules: kept, context: context).findings(in: document)
  }

  private static func language(of text: String) -> LanguageTag {
    TextScript(of: text) == .latin ? .english : .simplifiedChinese
  }
}

extension ConceptEntry {
  /// A concept of terms in English and Chinese; those after `-` are deprecated, after `~`
  /// superseded, after `+` preferred, others admitted.
  init(
    _ id: String, _ kind: ConceptKind, enforce: Bool = false,
    relations: [Relation] = [], since: String? = nil, until: String? = nil, _ terms: String...
  ) {
    self.init(
      id, kind, enforce: enforce, relations: relations, since: since, until: until, all: terms)
  }

  /// A technical concept, its terms written in the same way.
  init(_ id: String, enforce: Bool = false, _ terms: String...) {
    self.init(id, .technical, enforce: enforce, all: terms)
  }

  private init(
    _ id: String, _ kind: ConceptKind, enforce: Bool, relations: [Relation] = [],
    since: String? = nil, until: String? = nil, all terms: [String]
  ) {
    let sections = terms.map { text in
      let status: AdministrativeStatus? =
        switch text.first {
        case "+": .preferred
        case "-": .deprecated
        case "~": .superseded
        default: .admitted
        }
      let plain = "+-~".contains(text.prefix(1)) ? String(text.dropFirst()) : text
      let isAcronym = plain.allSatisfy { $0.isASCII && $0.isUppercase }
      let language: LanguageTag =
        TextScript(of: plain) == .latin ? .english
        : ScriptVariants.looksTraditional(plain) ? .traditionalChinese : .simplifiedChinese
      return TermSection(
        language: language, text: plain, termType: isAcronym ? .acronym : nil,
        administrativeStatus: status, since: since.flatMap { PartialDate($0) },
        until: until.flatMap { PartialDate($0) }, source: "a source")
    }
    self.init(id: id, kind: kind, enforce: enforce, relations: relations, terms: sections)
  }
}
