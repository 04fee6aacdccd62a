public import TextAnalysis
public import TranslationMemory

/// A translation that somebody wants to keep.
public struct RememberRequest: Sendable {
  /// What was translated.
  public var source: String
  /// Its translation.
  public var target: String
  /// The language of the source; nothing lets the scripts tell.
  public var from: LanguageTag?
  /// The language of the target.
  public var to: LanguageTag?
  /// The memory to keep it in.
  public var memory: String
  /// How far it can be trusted.
  public var state: UnitState
  /// The store's number for the unit that it corrects; nothing adds a unit.
  public var unit: Int?
  /// Who keeps it.
  public var who: String

  /// Asks for a translation to be kept.
  public init(
    source: String, target: String, from: LanguageTag? = nil, to: LanguageTag? = nil,
    memory: String, state: UnitState = .reviewed, unit: Int? = nil, who: String
  ) {
    self.source = source
    self.target = target
    self.from = from
    self.to = to
    self.memory = memory
    self.state = state
    self.unit = unit
    self.who = who
  }
}

/// What became of a unit.
public struct RememberAnswer: Sendable, Codable {
  /// What was done.
  public enum Action: String, Sendable, Codable {
    /// There is a new unit.
    case added
    /// A unit says something else than before.
    case changed
    /// The memory had it already.
    case unchanged
    /// The unit is gone from its memory.
    case removed
  }

  /// The store.
  public var store: String
  /// What was done.
  public var action: Action
  /// The store's number for the unit.
  public var unit: Int
  /// The memory.
  public var memory: String
  /// The source.
  public var source: String
  /// The target.
  public var target: String
  /// The number of the change in the history; nothing where nothing changed.
  @ExplicitNull public var change: Int?
}
