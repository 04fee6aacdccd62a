public import TextAnalysis
public import TranslationMemory

/// Words that somebody looks for in what was translated before.
public struct ConcordanceRequest: Sendable {
  /// How the words have to stand.
  public enum Order: String, Sendable, Codable {
    /// One after the other.
    case phrase
    /// All of them, anywhere in the segment.
    case allWords
  }

  /// The words or characters; in quotation marks they are taken as written.
  public var query: String
  /// Their language; nothing lets the script tell.
  public var from: LanguageTag?
  /// How they have to stand.
  public var order: Order
  /// The memories that are searched; empty means all.
  public var memories: Set<String>
  /// The most hits, at least 1.
  public var limit: Int

  /// Asks for the places of some words.
  public init(
    _ query: String, from: LanguageTag? = nil, order: Order = .phrase,
    memories: Set<String> = [], limit: Int = 20
  ) {
    self.query = query
    self.from = from
    self.order = order
    self.memories = memories
    self.limit = limit
  }
}

/// Where words stand in what was translated before. All offsets count Unicode scalars.
public struct ConcordanceAnswer: Sendable, Codable {
  /// The store that answered.
  public var store: String
  /// The query as given.
  public var query: String
  /// The language that was searched.
  public var language: LanguageTag
  /// The hits, the shortest segments first.
  public var hits: [Hit]
  /// Whether there are more than were asked for.
  public var hasMore: Bool

  /// A unit that holds the words.
  public struct Hit: Sendable, Codable {
    /// The unit's text in the language that was searched.
    public var source: String
    /// Where the words stand in it.
    public var ranges: [[Int]]
    /// The unit's text in the other language.
    public var target: String
    /// The language of ``source``.
    public var sourceLanguage: LanguageTag
    /// The language of ``target``.
    public var targetLanguage: LanguageTag
    /// The store's number for the unit.
    public var unit: Int
    /// The memory that it is of.
    public var memory: String
    /// How far it can be trusted.
    public var state: UnitState
    /// Who last changed it.
    @ExplicitNull public var changedBy: String?
    /// When it was last changed, ISO 8601 in UTC.
    @ExplicitNull public var changed: String?
  }
}
