public import Terminology
public import TextAnalysis

/// The terms in a text: the answer that the command prints and every interface gives. All offsets
/// count Unicode scalars.
public struct AnnotateAnswer: Sendable, Codable {
  /// The store that answered.
  public var store: String
  /// The day, month or year asked about.
  @ExplicitNull public var asOf: PartialDate?
  /// The segments of the text in order, without program code.
  public var segments: [Segment]

  /// One segment and its terms.
  public struct Segment: Sendable, Codable {
    /// The segment.
    public var text: String
    /// Its language.
    public var language: LanguageTag
    /// What kind of block it is from: `paragraph`, `heading`, `listItem`, `tableCell`.
    public var block: String
    /// The number of its block, from 0: segments of one paragraph have the same.
    public var blockNumber: Int
    /// Its terms in order, none overlapping another.
    public var terms: [Occurrence]
  }

  /// A place where a term stands.
  public struct Occurrence: Sendable, Codable {
    /// Where it stands in the segment: the first scalar, and the one after the last.
    public var range: [Int]
    /// What stands there.
    public var text: String
    /// The line of the text, from 1.
    public var line: Int
    /// The scalar of that line, from 1.
    public var column: Int
    /// What it may be, the likeliest first: several of a homograph.
    public var readings: [Reading]
  }

  /// A term that may be meant.
  public struct Reading: Sendable, Codable {
    /// The concept's identifier.
    public var id: String
    /// What sort of thing the concept is.
    public var kind: ConceptKind
    /// The term as the glossary has it.
    public var term: Term
    /// What to write instead where the term is not to be used, in its language.
    @ExplicitNull public var instead: Term?
    /// What it is called in the language wanted.
    @ExplicitNull public var equivalent: Term?
    /// The glossary that the concept belongs to.
    public var glossary: String
  }

  /// A term and how far it may be used.
  public struct Term: Sendable, Codable {
    /// The term.
    public var text: String
    /// Its language.
    public var language: LanguageTag
    /// Whether it is to be used.
    @ExplicitNull public var administrativeStatus: AdministrativeStatus?
    /// Whether it holds on the day asked about.
    @ExplicitNull public var validity: Validity?
    /// Whether it may be called official.
    public var official: Bool
  }

  /// Whether any term was found.
  public var isAnswered: Bool { segments.contains { !$0.terms.isEmpty } }
}

extension AnnotateAnswer.Term {
  /// Tells a term as of a day.
  init(_ term: TermSection, on day: PartialDate?) {
    self.init(
      text: term.text, language: term.language, administrativeStatus: term.administrativeStatus,
      validity: day.map { Validity(since: term.since, until: term.until, on: $0) },
      official: term.isOfficial)
  }
}
