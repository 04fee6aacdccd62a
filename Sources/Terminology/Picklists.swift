// The closed lists of values that a concept entry or a term may have. Raw values are the words of
// the native CSV and of every JSON answer.

/// What sort of thing a concept is.
public enum ConceptKind: String, Sendable, Codable, CaseIterable {
  /// A body: a ministry, a commission, an association, a company.
  case agency
  /// A law, measure, plan, guideline or notice.
  case policy
  /// A standard or another numbered technical document.
  case standard
  /// A technical term.
  case technical
  /// A scheme, an event or a post.
  case name

  /// What the identifiers of this kind begin with, full stop included.
  public var identifierPrefix: String { self == .technical ? "term." : rawValue + "." }
}

/// How far an entry has come in the work on the termbase (ISO 12620 `processStatus`).
public enum ProcessStatus: String, Sendable, Codable, CaseIterable {
  /// Suggested and not yet decided on: looked up as such, used by no check.
  case proposed
  /// In use.
  case approved
  /// Suggested and turned down: kept with its history, found by id only.
  case rejected
  /// Once in use: kept with its history, found by id only.
  case retired
}

/// Whether a legal or normative text applies.
public enum Force: String, Sendable, Codable, CaseIterable {
  /// Published for comment, not adopted.
  case draft
  /// Adopted and not yet in force.
  case adopted
  /// In force.
  case inForce
  /// In force as amended since.
  case amended
  /// Replaced by another text.
  case superseded
  /// Past the end that the text itself set.
  case expired
  /// Annulled.
  case repealed
}

/// What form a term has (TBX-Basic `termType`).
public enum TermType: String, Sendable, Codable, CaseIterable {
  /// The name in full.
  case fullForm
  /// Initial letters: *SAMR*.
  case acronym
  /// Any other shortening.
  case abbreviation
  /// A shorter name made of the name's own words: 工业和信息化部, *State Council*.
  case shortForm
  /// Another spelling or wording.
  case variant
  /// A set phrase.
  case phrase

  /// Whether the term stands for a longer one.
  public var isShortened: Bool {
    self == .acronym || self == .abbreviation || self == .shortForm
  }
}

/// Whether a term is to be used (TBX-Basic `administrativeStatus`).
public enum AdministrativeStatus: String, Sendable, Codable, CaseIterable {
  /// The one to use.
  case preferred
  /// Right, though another is preferred.
  case admitted
  /// Wrong or unwanted.
  case deprecated
  /// Right in its time.
  case superseded
}

/// In what style of language a term is at home (TBX `register`).
public enum Register: String, Sendable, Codable, CaseIterable {
  /// In any text.
  case neutral
  /// In speech and in the press, not in formal text: 工信部.
  case colloquial
  /// Among specialists.
  case technical
}

/// The word class of a term (TBX-Basic `partOfSpeech`).
public enum PartOfSpeech: String, Sendable, Codable, CaseIterable {
  /// The classes that TBX-Basic lists.
  case noun, verb, adjective, adverb, other
}

/// Who finds a term where.
public enum Recognition: String, Sendable, Codable, CaseIterable {
  /// Found by look-ups and in running text.
  case text
  /// Found by look-ups only; no check ever fires on it.
  case lookup
  /// Found by neither.
  case none
}

/// Who stands behind a term.
public enum Authority: String, Sendable, Codable, CaseIterable {
  /// The enacted text itself.
  case enacted
  /// The body's own usage.
  case issuer
  /// A government's or the United Nations' term base.
  case database
  /// ISO, the United Nations, a treaty.
  case international
  /// Newspapers, newsletters, encyclopaedias.
  case press
  /// The house that keeps this termbase.
  case house

  /// Whether a term of this authority, with a source, may be called official.
  public var isOfficial: Bool { self != .press && self != .house }
}
