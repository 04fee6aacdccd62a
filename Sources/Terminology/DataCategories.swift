/// The data categories that a file can hold or a record carries: what it does not name, an import
/// leaves alone.
public struct DataCategories: OptionSet, Hashable, Sendable {
  /// One bit a category, in the order of ``names``.
  public let rawValue: UInt32

  /// Makes a set of its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The names of the categories in the native CSV, in the order of its columns.
  public static let names = [
    "kind", "subject", "definition", "process", "enforce", "issuers", "number", "issued",
    "effective", "repealed", "force", "relations", "concept_source", "concept_note",
    "type", "status", "register", "region", "case", "part_of_speech", "recognise", "since",
    "until", "authority", "source", "seen", "note",
  ]

  /// The category of a native column, or nothing if it is none (`id`, `rev`, `language`, `term`).
  public init?(named name: String) {
    guard let place = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt32(place))
  }

  /// ``ConceptEntry/kind``.
  public static let kind = Self(rawValue: 1 << 0)
  /// ``ConceptEntry/subjectField``.
  public static let subject = Self(rawValue: 1 << 1)
  /// ``ConceptEntry/definition``.
  public static let definition = Self(rawValue: 1 << 2)
  /// ``ConceptEntry/process``.
  public static let process = Self(rawValue: 1 << 3)
  /// ``ConceptEntry/enforce``.
  public static let enforce = Self(rawValue: 1 << 4)
  /// ``ConceptEntry/issuers``.
  public static let issuers = Self(rawValue: 1 << 5)
  /// ``ConceptEntry/number``.
  public static let number = Self(rawValue: 1 << 6)
  /// ``ConceptEntry/issued``.
  public static let issued = Self(rawValue: 1 << 7)
  /// ``ConceptEntry/effective``.
  public static let effective = Self(rawValue: 1 << 8)
  /// ``ConceptEntry/repealed``.
  public static let repealed = Self(rawValue: 1 << 9)
  /// ``ConceptEntry/force``.
  public static let force = Self(rawValue: 1 << 10)
  /// ``ConceptEntry/relations``.
  public static let relations = Self(rawValue: 1 << 11)
  /// ``ConceptEntry/source``.
  public static let conceptSource = Self(rawValue: 1 << 12)
  /// ``ConceptEntry/note``.
  public static let conceptNote = Self(rawValue: 1 << 13)
  /// ``TermSection/termType``.
  public static let type = Self(rawValue: 1 << 14)
  /// ``TermSection/administrativeStatus``.
  public static let status = Self(rawValue: 1 << 15)
  /// ``TermSection/register``.
  public static let register = Self(rawValue: 1 << 16)
  /// ``TermSection/geographicalUsage``.
  public static let region = Self(rawValue: 1 << 17)
  /// ``TermSection/isCaseSensitive``.
  public static let caseSensitivity = Self(rawValue: 1 << 18)
  /// ``TermSection/partOfSpeech``.
  public static let partOfSpeech = Self(rawValue: 1 << 19)
  /// ``TermSection/recognise``.
  public static let recognise = Self(rawValue: 1 << 20)
  /// ``TermSection/since``.
  public static let since = Self(rawValue: 1 << 21)
  /// ``TermSection/until``.
  public static let until = Self(rawValue: 1 << 22)
  /// ``TermSection/authority``.
  public static let authority = Self(rawValue: 1 << 23)
  /// ``TermSection/source``.
  public static let source = Self(rawValue: 1 << 24)
  /// ``TermSection/seen``.
  public static let seen = Self(rawValue: 1 << 25)
  /// ``TermSection/note``.
  public static let note = Self(rawValue: 1 << 26)

  /// Everything that stands once a concept.
  public static let ofConcepts = Self(rawValue: 1 << 14 - 1)
  /// Everything that stands once a term.
  public static let ofTerms = Self(rawValue: (1 << 27 - 1) & ~(1 << 14 - 1))
  /// All of them.
  public static let all: Self = [.ofConcepts, .ofTerms]
}
