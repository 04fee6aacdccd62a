public import Terminology
public import TextAnalysis

/// What somebody wants to look up.
public struct LookUpRequest: Sendable {
  /// Which language the query is in.
  public enum Side: String, Sendable, Codable, CaseIterable {
    /// English.
    case en
    /// Chinese, in either script.
    case zh
  }

  /// How far to look.
  public enum Breadth: Sendable {
    /// Weaker kinds of likeness only where stronger ones find nothing.
    case best
    /// Every kind of likeness but misspelling.
    case all
  }

  /// A name, a term, a title, their beginnings, words of them, pinyin, or an identifier.
  public var query: String
  /// The language of the query; nothing lets its script tell.
  public var from: Side?
  /// Only concepts of this sort.
  public var kind: ConceptKind?
  /// Only concepts of this field of knowledge.
  public var subject: String?
  /// Only concepts of these glossaries; empty means all.
  public var glossaries: [String]
  /// The day, month or year asked about.
  public var asOf: PartialDate?
  /// How many concepts are wanted at most; 1 or more.
  public var limit: Int
  /// How far to look.
  public var breadth: Breadth

  /// Asks for a query; what is not given does not restrict.
  public init(
    _ query: String, from: Side? = nil, kind: ConceptKind? = nil, subject: String? = nil,
    glossaries: [String] = [], asOf: PartialDate? = nil, limit: Int = 10,
    breadth: Breadth = .best
  ) {
    self.query = query
    self.from = from
    self.kind = kind
    self.subject = subject
    self.glossaries = glossaries
    self.asOf = asOf
    self.limit = limit
    self.breadth = breadth
  }

  /// Whether a concept is among those asked for.
  func admits(_ concept: StoredConcept) -> Bool {
    (kind == nil || concept.entry.kind == kind)
      && (subject == nil || concept.entry.subjectField?.lowercased() == subject?.lowercased())
      && (glossaries.isEmpty || glossaries.contains(concept.glossary))
  }

  /// Whether a term is in the language asked for.
  func admits(_ term: TermSection) -> Bool {
    switch from {
    case nil: true
    case .en: term.language.isEnglish
    case .zh: term.language.isChinese
    }
  }
}
