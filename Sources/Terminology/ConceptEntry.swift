public import TextAnalysis

/// One unit of thought and everything that it is called (ISO 30042 `conceptEntry`).
///
/// Each version of a legal text is a concept of its own, joined to its neighbours by
/// ``Relation``s.
public struct ConceptEntry: Hashable, Sendable {
  /// A stable, readable name such as `agency.samr`: lower-case ASCII, an XML name, beginning with
  /// its kind's ``ConceptKind/identifierPrefix``.
  public var id: String
  /// What sort of thing it is.
  public var kind: ConceptKind
  /// The field of knowledge (TBX `subjectField`).
  public var subjectField: String?
  /// What the concept is, in words.
  public var definition: String?
  /// How far the entry has come.
  public var process: ProcessStatus
  /// Whether a check reports every rendering but the preferred and the admitted ones.
  public var enforce: Bool
  /// Of a policy or standard, the concepts that issued it.
  public var issuers: [String]
  /// Of a policy or standard, its number as printed: 主席令第八十四号.
  public var number: String?
  /// Of a policy or standard, the day of issue.
  public var issued: PartialDate?
  /// Of a policy or standard, the first day in force.
  public var effective: PartialDate?
  /// Of a policy or standard, the day from which it is in force no more.
  public var repealed: PartialDate?
  /// Of a policy or standard, whether it applies, where somebody has said so; see
  /// ``force(on:)``.
  public var force: Force?
  /// How it is tied to other concepts.
  public var relations: [Relation]
  /// Where the entry as a whole is from.
  public var source: String?
  /// A remark on the entry as a whole.
  public var note: String?
  /// Its terms in all languages, in the order in which they are shown.
  public var terms: [TermSection]

  /// Makes an entry; what is not given is absent.
  public init(
    id: String, kind: ConceptKind, subjectField: String? = nil, definition: String? = nil,
    process: ProcessStatus = .approved, enforce: Bool = false, issuers: [String] = [],
    number: String? = nil, issued: PartialDate? = nil, effective: PartialDate? = nil,
    repealed: PartialDate? = nil, force: Force? = nil, relations: [Relation] = [],
    source: String? = nil, note: String? = nil, terms: [TermSection] = []
  ) {
    self.id = id
    self.kind = kind
    self.subjectField = subjectField
    self.definition = definition
    self.process = process
    self.enforce = enforce
    self.issuers = issuers
    self.number = number
    self.issued = issued
    self.effective = effective
    self.repealed = repealed
    self.force = force
    self.relations = relations
    self.source = source
    self.note = note
    self.terms = terms
  }
}

extension ConceptEntry {
  /// The terms by language, each language once, English first (ISO 30042 `langSec`).
  public var languageSections: [LanguageSection] {
    var sections: [LanguageTag: [TermSection]] = [:]
    for term in terms { sections[term.language, default: []].append(term) }
    return sections.keys.sorted().map { LanguageSection(language: $0, terms: sections[$0] ?? []) }
  }

  /// Whether the text applies on a day, as its dates tell, else as ``force`` says.
  ///
  /// A text that has ended was in force before; where nobody recorded when it ended, nothing is
  /// said of any day.
  ///
  /// - Parameter day: A whole day; nothing means what ``force`` says.
  /// - Returns: The force on that day, or nothing where it is not known.
  public func force(on day: PartialDate?) -> Force? {
    guard let day else { return force }
    let hasEnded = force == .repealed || force == .superseded || force == .expired
    if let issued, day.lastDay < issued.firstDay { return nil }
    if let end = repealed ?? (hasEnded ? supersededSince : nil) {
      if day.firstDay >= end.firstDay { return hasEnded ? force : .repealed }
    } else if hasEnded {
      return nil
    }
    if let effective {
      if day.firstDay < effective.firstDay { return issued == nil ? nil : .adopted }
      return hasEnded || force == .adopted ? .inForce : force ?? .inForce
    }
    guard hasEnded else { return force }
    return issued == nil ? nil : .inForce
  }

  /// Since when another text stands in its place as a whole.
  private var supersededSince: PartialDate? {
    relations.lazy.filter { $0.kind == .replacedBy && $0.scope == nil }.compactMap(\.since)
      .min { $0.firstDay < $1.firstDay }
  }
}

/// The terms of one concept in one language (ISO 30042 `langSec`).
public struct LanguageSection: Hashable, Sendable {
  /// The language of all ``terms``.
  public var language: LanguageTag
  /// The terms, in the order in which they are shown.
  public var terms: [TermSection]

  /// Gathers terms of one language.
  public init(language: LanguageTag, terms: [TermSection]) {
    (self.language, self.terms) = (language, terms)
  }
}
