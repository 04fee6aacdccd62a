public import TextAnalysis

/// A concept as a file gives it: perhaps not all of it, perhaps without an identifier.
public struct IncomingConcept: Sendable {
  /// What the file says. Where ``isIdentified`` is false, ``ConceptEntry/id`` is empty.
  public var entry: ConceptEntry
  /// Whether the file names the concept by identifier.
  public var isIdentified: Bool
  /// What the file is able to say: a category outside is left alone in the store, an absent value
  /// of one inside is an emptied cell.
  public var carries: DataCategories
  /// Whether the terms are the concept's whole list, so that a term that is missing was removed.
  public var listsAllTerms: Bool
  /// The languages that the file can hold, by their exact tags, so that terms of others are left
  /// alone; nothing means all.
  public var languages: Set<LanguageTag>?
  /// The store's revision that the record was exported from, where it carries one.
  public var rev: Int?
  /// The glossary that the file itself names for the concept.
  public var glossary: String?
  /// What somebody decided in a file of conflicts: take the file's side or keep the store's.
  public var decision: ConflictDecision?
  /// Where the record begins.
  public var location: SourceLocation

  /// Gathers what a file says of one concept.
  public init(
    entry: ConceptEntry, isIdentified: Bool, carries: DataCategories, listsAllTerms: Bool,
    languages: Set<LanguageTag>? = nil, rev: Int? = nil, glossary: String? = nil,
    decision: ConflictDecision? = nil,
    location: SourceLocation
  ) {
    self.entry = entry
    self.isIdentified = isIdentified
    self.carries = carries
    self.listsAllTerms = listsAllTerms
    self.languages = languages
    self.rev = rev
    self.glossary = glossary
    self.decision = decision
    self.location = location
  }
}

/// Which side of a conflict wins.
public enum ConflictDecision: String, Sendable, Codable {
  /// The imported file's.
  case file
  /// The store's.
  case store
}
