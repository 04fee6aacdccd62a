import Foundation
public import TextAnalysis
public import TranslationMemory

/// What earlier translations a text finds: the answer that the command prints and every interface
/// gives. All offsets count Unicode scalars.
public struct MatchAnswer: Sendable, Codable {
  /// The store that answered.
  public var store: String
  /// The segments of the text in order.
  public var segments: [Segment]

  /// One segment and what was found for it.
  public struct Segment: Sendable, Codable {
    /// The segment.
    public var text: String
    /// Its language.
    public var language: LanguageTag
    /// The matches, the most useful first.
    public var matches: [Match]
    /// The longest runs of the segment that stand in some unit; none unless they were asked for or
    /// there are no matches.
    public var fragments: [Fragment]
  }

  /// One unit that is offered.
  public struct Match: Sendable, Codable {
    /// How it agrees with the segment.
    public var kind: TranslationMemory.Match.Kind
    /// How near it is after penalties, 0 to 101.
    public var rate: Int
    /// How near it is before penalties, 0 to 100.
    public var base: Int
    /// What lowered the rate.
    public var penalties: [Penalty]
    /// The language of ``source``.
    public var sourceLanguage: LanguageTag
    /// The language of ``target`` and ``suggestion``.
    public var targetLanguage: LanguageTag
    /// The unit's text in the language of the segment.
    public var source: String
    /// The unit's text in the other language.
    public var target: String
    /// The target with the figures and names of the segment.
    public var suggestion: String
    /// What was put into the suggestion.
    public var adapted: [Change]
    /// The suggestion with words replaced too, which is less sure.
    @ExplicitNull public var reworded: Reworded?
    /// Where segment and source differ.
    public var difference: [Difference]
    /// Differences that turn the meaning round.
    public var flips: [MeaningFlip]
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

  /// What lowered a rate.
  public struct Penalty: Sendable, Codable {
    /// What for: `case`, `numbers`, `memory:NAME`, ….
    public var name: String
    /// How much.
    public var points: Int
  }

  /// Something that was put into a text.
  public struct Change: Sendable, Codable {
    /// What it is.
    public var kind: Adaptation.Kind
    /// What stood there.
    public var from: String
    /// What stands there now.
    public var to: String
    /// Where it stands now: the first scalar, and the one after the last.
    public var range: [Int]
  }

  /// A suggestion with words replaced.
  public struct Reworded: Sendable, Codable {
    /// The text.
    public var text: String
    /// What was replaced.
    public var changes: [Change]
  }

  /// A stretch of the segment beside a stretch of the source.
  public struct Difference: Sendable, Codable {
    /// What happened to the source's stretch.
    public var op: DifferenceBlock.Operation
    /// The stretch of the segment.
    public var query: [Int]
    /// The stretch of the source.
    public var source: [Int]
  }

  /// A run of the segment that stands in a unit.
  public struct Fragment: Sendable, Codable {
    /// Where it stands in the segment.
    public var query: [Int]
    /// The store's number for the unit.
    public var unit: Int
    /// Where it stands in ``source``.
    public var sourceRange: [Int]
    /// The unit's text in the language of the segment.
    public var source: String
    /// The unit's text in the other language.
    public var target: String
    /// The part of the target that translates it, where that is known.
    @ExplicitNull public var targetRange: [Int]?
    /// The memory that the unit is of.
    public var memory: String
  }

  /// Whether every segment found something.
  public var isAnswered: Bool {
    segments.allSatisfy { !$0.matches.isEmpty || !$0.fragments.isEmpty }
  }
}

extension MatchAnswer.Match {
  /// Tells a match as every interface gives it.
  init(_ match: TranslationMemory.Match, unit stored: TranslationUnit?) {
    kind = match.kind
    rate = match.rate
    base = match.base
    penalties = match.penalties.map {
      MatchAnswer.Penalty(name: $0.kind.name, points: $0.points)
    }
    sourceLanguage = match.source.language
    targetLanguage = match.target.language
    source = match.source.segment.text
    target = match.target.segment.text
    suggestion = match.suggestion
    adapted = match.adapted.map(MatchAnswer.Change.init)
    reworded = match.reworded.map {
      MatchAnswer.Reworded(text: $0.text, changes: $0.changes.map(MatchAnswer.Change.init))
    }
    difference = match.difference.map {
      MatchAnswer.Difference(op: $0.operation, query: $0.query.bounds, source: $0.source.bounds)
    }
    flips = match.flips
    unit = match.row
    memory = match.memory
    state = match.state
    changedBy = stored?.lastHand.who
    changed = stored?.lastHand.date?.inUTC
  }
}

extension MatchAnswer.Change {
  fileprivate init(_ adaptation: Adaptation) {
    self.init(
      kind: adaptation.kind, from: adaptation.from, to: adaptation.to,
      range: adaptation.range.bounds)
  }
}

extension Range<Int> {
  /// The first place, and the one after the last.
  var bounds: [Int] { [lowerBound, upperBound] }
}

extension TranslationUnit {
  /// Who wrote it as it is now, and when, as far as that is known.
  var lastHand: Authorship {
    Authorship(who: change.who ?? creation.who, date: change.date ?? creation.date)
  }
}

extension Date {
  /// The time in UTC to the second, as ISO 8601 writes it.
  var inUTC: String { formatted(.iso8601) }
}
