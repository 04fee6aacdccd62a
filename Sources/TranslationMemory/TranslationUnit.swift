public import Foundation
public import TextAnalysis

/// A segment and its translation, and where they are from (TMX *tu*).
public struct TranslationUnit: Hashable, Sendable {
  /// The identifier that a file or tool gave it (TMX `tuid`), unique in its memory; nothing where
  /// it has none.
  public var id: String?
  /// What was translated.
  public var source: UnitVariant
  /// Its translation.
  public var target: UnitVariant
  /// The source segment before it in its document, as plain text; empty at the beginning of a
  /// document, nothing where it is not known.
  public var previous: String?
  /// The source segment after it in its document; empty at the end, nothing where not known.
  public var next: String?
  /// Who made it and when.
  public var creation: Authorship
  /// Who last changed it and when.
  public var change: Authorship
  /// The document or catalogue that it is from, in words or as a path.
  public var origin: String?
  /// How far it can be trusted.
  public var state: UnitState
  /// What else a tool noted of it (TMX `prop`), in order; types may repeat.
  public var attributes: [UnitAttribute]
  /// Remarks for people (TMX `note`).
  public var notes: [String]

  /// Describes a unit; all but the two segments may be left out.
  public init(
    id: String? = nil, source: UnitVariant, target: UnitVariant, previous: String? = nil,
    next: String? = nil, creation: Authorship = Authorship(), change: Authorship = Authorship(),
    origin: String? = nil, state: UnitState = .reviewed, attributes: [UnitAttribute] = [],
    notes: [String] = []
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.previous = previous
    self.next = next
    self.creation = creation
    self.change = change
    self.origin = origin
    self.state = state
    self.attributes = attributes
    self.notes = notes
  }
}

/// One side of a unit: a segment in a language (TMX *tuv*).
public struct UnitVariant: Hashable, Sendable {
  /// The language, with script and region as far as they are known.
  public var language: LanguageTag
  /// The segment.
  public var segment: Segment

  /// Puts a segment into a language.
  public init(_ language: LanguageTag, _ segment: Segment) {
    self.language = language
    self.segment = segment
  }
}

/// Who did something and when; either may not be known.
public struct Authorship: Hashable, Sendable {
  /// Who (TMX `creationid`, `changeid`).
  public var who: String?
  /// When, to the second (TMX `creationdate`, `changedate`).
  public var date: Date?

  /// Notes who and when.
  public init(who: String? = nil, date: Date? = nil) {
    self.who = who
    self.date = date
  }
}

/// A property that a tool noted of a unit (TMX *prop*).
public struct UnitAttribute: Hashable, Sendable, Codable {
  /// What is noted, such as `x-client`.
  public var type: String
  /// What is said of it.
  public var value: String

  /// Notes a property.
  public init(type: String, value: String) {
    self.type = type
    self.value = value
  }
}

/// How far a unit can be trusted.
public enum UnitState: String, Hashable, Sendable, Codable, CaseIterable {
  /// A person has checked it.
  case reviewed
  /// A person has written it and nobody has checked it.
  case draft
  /// A machine has translated it.
  case machine
  /// A program has paired it from two texts.
  case aligned
}
