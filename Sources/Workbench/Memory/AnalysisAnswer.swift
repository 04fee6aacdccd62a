public import TextAnalysis
public import TranslationMemory

/// Documents whose translation is to be paid for.
public struct AnalysisRequest: Sendable {
  /// A document.
  public struct Document: Sendable {
    /// What it is called.
    public var name: String
    /// Its text.
    public var text: String
    /// How it is written.
    public var format: DocumentFormat

    /// Names a document.
    public init(name: String, text: String, format: DocumentFormat) {
      self.name = name
      self.text = text
      self.format = format
    }
  }

  /// The documents in order; a segment that an earlier one holds is a repetition.
  public var documents: [Document]
  /// Their language; nothing lets each segment's script tell.
  public var from: LanguageTag?
  /// The language wanted.
  public var to: LanguageTag?
  /// The memories that count; empty means all.
  public var memories: Set<String>
  /// What lowers a rate.
  public var penalties: PenaltyTable
  /// Whether likeness to earlier segments of the documents counts.
  public var internalMatches: InternalMatches

  /// Whether likeness inside the documents counts.
  public enum InternalMatches: Sendable {
    /// It does, in columns of its own.
    case count
    /// It does not.
    case doNotCount
  }

  /// Asks for a leverage table.
  public init(
    _ documents: [Document], from: LanguageTag? = nil, to: LanguageTag? = nil,
    memories: Set<String> = [], penalties: PenaltyTable = PenaltyTable(),
    internalMatches: InternalMatches = .doNotCount
  ) {
    self.documents = documents
    self.from = from
    self.to = to
    self.memories = memories
    self.penalties = penalties
    self.internalMatches = internalMatches
  }
}

/// How much of some documents can be taken over, document by document and all together.
public struct AnalysisAnswer: Sendable, Codable {
  /// The store that answered.
  public var store: String
  /// The documents in order.
  public var documents: [Table]
  /// All together.
  public var total: Table

  /// The bands of a document.
  public struct Table: Sendable, Codable {
    /// What the document is called; empty for all together.
    public var name: String
    /// Every band, the dearest to leave first, also where it is empty.
    public var bands: [Row]
    /// The bands of likeness inside the documents; none unless it was asked for.
    public var internalBands: [Row]
    /// The sum.
    public var total: TextCount
  }

  /// A band.
  public struct Row: Sendable, Codable {
    /// The band.
    public var band: MatchBand
    /// How much is in it.
    public var count: TextCount
  }
}

extension AnalysisAnswer.Table {
  /// Tells a table as every interface gives it.
  init(name: String, _ table: LeverageTable, internalMatches: AnalysisRequest.InternalMatches) {
    self.name = name
    bands = MatchBand.allCases.map {
      AnalysisAnswer.Row(band: $0, count: table.bands[$0] ?? TextCount())
    }
    internalBands =
      internalMatches == .doNotCount
      ? []
      : [MatchBand.exact, .from95, .from85, .from75, .from50].map {
        AnalysisAnswer.Row(band: $0, count: table.internalBands[$0] ?? TextCount())
      }
    total = table.total
  }
}
