public import Terminology
public import TextAnalysis

/// How a query found a term, best first.
public enum MatchKind: String, Sendable, Codable, CaseIterable {
  /// The identifier was given.
  case id
  /// As written.
  case exact
  /// But for case, width, script, hyphens, spaces, plural, *the*, quotation and title marks.
  case folded
  /// As an acronym or abbreviation.
  case abbreviation
  /// As a short form.
  case shortForm
  /// With or without *of the People's Republic of China* and its like.
  case qualified
  /// Whole words, or a phrase, inside the term.
  case words
  /// The term begins so.
  case prefix
  /// The Chinese term sounds so, or these are its initials.
  case pinyin
  /// A known title with known markers around it.
  case composed
  /// But for a few letters or characters.
  case misspelled

  /// How good a find of this kind is, 0 to 100.
  public var score: Int {
    switch self {
    case .id, .exact: 100
    case .folded: 95
    case .abbreviation, .shortForm: 90
    case .qualified: 80
    case .words: 70
    case .prefix: 60
    case .pinyin: 50
    case .composed: 40
    case .misspelled: 30
    }
  }
}

/// What a look-up found: the answer that the command prints and every interface gives.
public struct LookUpAnswer: Sendable, Codable {
  /// The query as given.
  public var query: String
  /// The store that answered.
  public var store: String
  /// The day, month or year asked about.
  @ExplicitNull public var asOf: PartialDate?
  /// How many concepts bear the name that was asked for, as written, folded, or as an abbreviation
  /// or short form; more than one makes it a homograph.
  public var bearers: Int
  /// What was found, best first.
  public var results: [Result]
  /// Where nothing was found, names that begin as the query does.
  public var nearest: [String]

  /// Whether something was found that is not merely like the query.
  public var isAnswered: Bool { results.contains { !$0.match.approximate } }

  /// One concept that was found.
  public struct Result: Sendable, Codable {
    /// The concept's identifier.
    public var id: String
    /// What sort of thing it is.
    public var kind: ConceptKind
    /// The field of knowledge.
    @ExplicitNull public var subjectField: String?
    /// How far the entry has come.
    public var process: ProcessStatus
    /// How the query found it.
    public var match: Match
    /// Its terms, those that hold on the day asked about first.
    public var terms: [Term]
    /// Its ties to other concepts on the day asked about.
    public var relations: [RelationAnswer]
    /// Where it is gone, who took over, down to the bodies of the day asked about.
    public var heirs: [HeirAnswer]
    /// The concepts that issued it.
    public var issuers: [String]
    /// What the issuers are called, in the order of ``issuers``.
    public var issuerNames: [Names]
    /// Its number as printed.
    @ExplicitNull public var number: String?
    /// The day of issue.
    @ExplicitNull public var issued: PartialDate?
    /// The first day in force.
    @ExplicitNull public var effective: PartialDate?
    /// The day from which it is in force no more.
    @ExplicitNull public var repealed: PartialDate?
    /// Whether it applies on the day asked about.
    @ExplicitNull public var force: Force?
    /// Whether a check reports any other rendering.
    public var enforce: Bool
    /// The glossary that it belongs to.
    public var glossary: String
    /// What the concept is.
    @ExplicitNull public var definition: String?
    /// Where the entry is from.
    @ExplicitNull public var source: String?
    /// A remark on the entry.
    @ExplicitNull public var note: String?
    /// How often the concept was written.
    public var rev: Int
    /// For a composed match, the title put together in both languages.
    @ExplicitNull public var composed: Names?
  }

  /// How a query found a concept.
  public struct Match: Sendable, Codable {
    /// By what kind of likeness.
    public var by: MatchKind
    /// The term that was found.
    public var term: String
    /// The term's language.
    public var language: LanguageTag
    /// How good the find is, 0 to 100.
    public var score: Int
    /// Whether it is only like the query.
    public var approximate: Bool
  }

  /// One term of a concept.
  public struct Term: Sendable, Codable {
    /// Its language.
    public var language: LanguageTag
    /// The term itself.
    public var text: String
    /// What form it has.
    @ExplicitNull public var termType: TermType?
    /// Whether it is to be used.
    @ExplicitNull public var administrativeStatus: AdministrativeStatus?
    /// In what style it is at home.
    public var register: Register
    /// The first day on which it is right.
    @ExplicitNull public var since: PartialDate?
    /// The last day on which it is right.
    @ExplicitNull public var until: PartialDate?
    /// Whether it holds on the day asked about.
    @ExplicitNull public var validity: Validity?
    /// Who stands behind it.
    @ExplicitNull public var authority: Authority?
    /// Where it was seen.
    @ExplicitNull public var source: String?
    /// When it was seen there.
    @ExplicitNull public var seen: PartialDate?
    /// Whether it has a source.
    public var verified: Bool
    /// Whether it may be called official.
    public var official: Bool
    /// Where it is used.
    @ExplicitNull public var geographicalUsage: String?
    /// Its word class.
    @ExplicitNull public var partOfSpeech: PartOfSpeech?
    /// Whether it counts only in its own case.
    public var `case`: Bool
    /// Who finds it where.
    public var recognise: Recognition
    /// A remark.
    @ExplicitNull public var note: String?
  }

  /// A tie to another concept.
  public struct RelationAnswer: Sendable, Codable {
    /// How the two are tied.
    public var type: Relation.Kind
    /// The other concept.
    public var target: String
    /// What the other concept is called.
    public var name: Names
    /// The first day of the tie.
    @ExplicitNull public var since: PartialDate?
    /// The last day of the tie.
    @ExplicitNull public var until: PartialDate?
    /// What part it holds for.
    @ExplicitNull public var scope: String?
  }

  /// A body that took over the work of one that is gone.
  public struct HeirAnswer: Sendable, Codable {
    /// The body.
    public var id: String
    /// What it is called.
    public var name: Names
    /// When it took over.
    @ExplicitNull public var since: PartialDate?
    /// What part of the work.
    @ExplicitNull public var scope: String?
    /// Through which bodies the work came to it.
    public var via: [String]
    /// Whether it is itself gone.
    public var gone: Bool
  }
}

/// What a concept is called in English and in Chinese.
public struct Names: Sendable, Codable, Hashable {
  /// In English.
  @ExplicitNull public var en: String?
  /// In Chinese, Simplified characters.
  @ExplicitNull public var zhHans: String?

  private enum CodingKeys: String, CodingKey {
    case en
    case zhHans = "zh-Hans"
  }

  /// Pairs two names.
  public init(en: String?, zhHans: String?) { (self.en, self.zhHans) = (en, zhHans) }
}
