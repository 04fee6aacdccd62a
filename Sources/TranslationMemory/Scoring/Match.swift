public import TextAnalysis

/// A unit offered for a query.
public struct Match: Sendable {
  /// How it agrees with the query.
  public enum Kind: String, Sendable, Codable {
    /// It resembles the query.
    case fuzzy
    /// Its source is written as the query is.
    case exact
    /// Its source is written as the query is, and so are the segments around it.
    case inContext
  }

  /// How it agrees with the query.
  public var kind: Kind
  /// How near it is after penalties: 0...101.
  public var rate: Int
  /// How near it is before penalties: 0...100.
  public var base: Int
  /// What lowered the rate.
  public var penalties: [Penalty]
  /// The unit's side in the language of the query.
  public var source: UnitVariant
  /// The unit's other side.
  public var target: UnitVariant
  /// The target with the figures and names of the query, ``adapted`` tells which.
  public var suggestion: String
  /// What was put into the suggestion, in order.
  public var adapted: [Adaptation]
  /// The source with what ``adapted`` tells: what the suggestion is the translation of.
  package var repairedSource: Segment
  /// The suggestion with words replaced too, which is less sure; nothing where none were.
  public var reworded: RewordedText?
  /// Where query and source differ, in order.
  public var difference: [DifferenceBlock]
  /// Differences that turn the meaning round.
  public var flips: [MeaningFlip]
  /// The store's number for the unit.
  public var row: Int
  /// The memory that it is of.
  public var memory: String
  /// How far the unit can be trusted.
  public var state: UnitState
}

/// A suggestion with words replaced.
public struct RewordedText: Hashable, Sendable {
  /// The text.
  public var text: String
  /// What was replaced, in order; ranges are of ``text``.
  public var changes: [Adaptation]
}

/// A stretch of a query beside a stretch of a source.
public struct DifferenceBlock: Hashable, Sendable {
  /// What happened to the source's stretch to make the query's.
  public enum Operation: String, Sendable, Codable {
    /// Nothing.
    case equal
    /// The query has something that the source has not.
    case insert
    /// The source has something that the query has not.
    case delete
    /// They have something different.
    case replace
  }

  /// What happened.
  public var operation: Operation
  /// The stretch of the query, in Unicode scalars.
  public var query: Range<Int>
  /// The stretch of the source, in Unicode scalars.
  public var source: Range<Int>
}

/// A segment that is to be translated, and what is known around it.
public struct MatchQuery: Sendable {
  /// The segment.
  public var segment: Segment
  /// Its language.
  public var language: LanguageTag
  /// The language wanted.
  public var targetLanguage: LanguageTag
  /// The segment before it; empty at the beginning of a document, nothing where not known.
  public var previous: String?
  /// The segment after it; empty at the end, nothing where not known.
  public var next: String?
  /// The document that it is from, as units name theirs.
  public var origin: String?

  /// Asks for matches of a segment.
  public init(
    _ segment: Segment, language: LanguageTag, targetLanguage: LanguageTag,
    previous: String? = nil, next: String? = nil, origin: String? = nil
  ) {
    self.segment = segment
    self.language = language
    self.targetLanguage = targetLanguage
    self.previous = previous
    self.next = next
    self.origin = origin
  }
}

/// What matches are wanted, and how they are rated.
public struct MatchSettings: Sendable {
  /// The least rate, 50...101.
  public var threshold: Int
  /// The most matches.
  public var limit: Int
  /// What lowers a rate, by how much.
  public var penalties: PenaltyTable

  /// Asks for the five best matches of at least 70 per cent.
  public init(threshold: Int = 70, limit: Int = 5, penalties: PenaltyTable = PenaltyTable()) {
    self.threshold = threshold
    self.limit = limit
    self.penalties = penalties
  }
}
