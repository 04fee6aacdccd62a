public import Terminology
public import TranslationMemory

/// A unit as the store has it.
public struct StoredUnit: Sendable, Hashable {
  /// Its number, which is its own for ever.
  public var row: Int
  /// What it says.
  public var unit: TranslationUnit
  /// The name of its memory.
  public var memory: String
  /// How often it was written: 1 for a new one.
  public var rev: Int
  /// Who put it into the store, and when.
  public var created: Stamp
  /// Who last changed it in the store, and when.
  public var changed: Stamp
}

/// The two sides of a unit and what a match needs to know besides: what can be read fast.
public struct UnitPair: Sendable, Hashable {
  /// The unit's number.
  public var row: Int
  /// The number of its memory.
  public var memory: Int
  /// What was translated.
  public var source: UnitVariant
  /// Its translation.
  public var target: UnitVariant
  /// How far it can be trusted.
  public var state: UnitState
}

/// What stands before and after a unit's source in its document.
public struct UnitContext: Sendable, Hashable {
  /// The segment before; empty at the beginning, nothing where it is not known.
  public var previous: String?
  /// The segment after; empty at the end, nothing where it is not known.
  public var next: String?
}

/// A memory and the number of its units.
public struct MemoryCount: Sendable, Hashable, Codable {
  /// Its number, as a ``UnitPair`` has it.
  public var number: Int
  /// Its name.
  public var name: String
  /// How many units it has.
  public var unitCount: Int
}

/// What became of units since a change: what an index that covers that change has to look at.
public struct UnitChanges: Sendable, Hashable {
  /// The rows of the units that were added or changed, ascending.
  public var written: [Int]
  /// The rows of the units that were forgotten, ascending; some may never have been indexed.
  public var forgotten: [Int]
}

/// One step in the life of a unit.
public struct UnitVersion: Sendable, Hashable {
  /// The rev that the unit had after it.
  public var rev: Int
  /// The change that made it.
  public var change: StoreChange
  /// The unit before; nothing where it was added or came back.
  public var before: TranslationUnit?
  /// The unit after; nothing where it was forgotten.
  public var after: TranslationUnit?
}

/// A file of units that the store was fed, as it was when it was last taken in.
public struct StoredMemoryFeed: Sendable, Hashable {
  /// Its path.
  public var path: String
  /// The digest of its bytes.
  public var digest: String
  /// How many bytes it had.
  public var byteCount: Int
  /// The memory that it went into.
  public var memory: String
  /// The number of the store's last change when it was taken in.
  public var change: Int
}
