public import TextAnalysis
public import TranslationMemory

/// What a record of a file says of a unit.
public struct IncomingUnit: Sendable {
  /// What it says. An identifier that is there leads to the stored unit of that identifier; what
  /// is not known (no context, no date, no notes) leaves what is stored alone.
  public var unit: TranslationUnit
  /// What the file's format can say; the rest of the unit counts for new units only.
  public var carries: UnitFields
  /// The rev of the store that the record was exported from, if it tells.
  public var rev: Int?
  /// Where it stands.
  public var location: SourceLocation

  /// Describes a record.
  public init(
    _ unit: TranslationUnit, carries: UnitFields = .all, rev: Int? = nil, location: SourceLocation
  ) {
    (self.unit, self.carries, self.rev, self.location) = (unit, carries, rev, location)
  }
}

/// The parts of a unit that not every format can hold.
public struct UnitFields: OptionSet, Sendable, Hashable {
  /// The parts as bits.
  public let rawValue: Int

  /// Takes the parts as bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// How far it can be trusted.
  public static let state = UnitFields(rawValue: 1 << 0)
  /// Previous and next segment.
  public static let context = UnitFields(rawValue: 1 << 1)
  /// Who made and changed it, and when.
  public static let authorship = UnitFields(rawValue: 1 << 2)
  /// The document that it is from.
  public static let origin = UnitFields(rawValue: 1 << 3)
  /// What tools noted.
  public static let attributes = UnitFields(rawValue: 1 << 4)
  /// Remarks for people.
  public static let notes = UnitFields(rawValue: 1 << 5)
  /// All of them, as in TMX.
  public static let all: UnitFields = [.state, .context, .authorship, .origin, .attributes, .notes]
}

extension IncomingUnit {
  /// What a record that knows a stored unit's own rev says of what it leaves empty.
  enum Silence {
    /// Nothing.
    case leavesAlone
    /// That it is to be emptied.
    case clears
  }

  /// A stored unit with all that the record says.
  func laid(over stored: TranslationUnit, silence: Silence = .leavesAlone) -> TranslationUnit {
    func chosen<Value>(_ own: Value?, _ other: Value?) -> Value? {
      silence == .clears ? own : own ?? other
    }
    func chosen<Value>(_ own: [Value], _ other: [Value]) -> [Value] {
      silence == .clears || !own.isEmpty ? own : other
    }
    var merged = stored
    merged.id = unit.id ?? stored.id
    (merged.source, merged.target) = (unit.source, unit.target)
    if carries.contains(.state) { merged.state = unit.state }
    if carries.contains(.context) {
      merged.previous = chosen(unit.previous, stored.previous)
      merged.next = chosen(unit.next, stored.next)
    }
    if carries.contains(.authorship) {
      merged.creation.who = chosen(unit.creation.who, stored.creation.who)
      merged.creation.date = chosen(unit.creation.date, stored.creation.date)
      merged.change.who = chosen(unit.change.who, stored.change.who)
      merged.change.date = chosen(unit.change.date, stored.change.date)
    }
    if carries.contains(.origin) { merged.origin = chosen(unit.origin, stored.origin) }
    if carries.contains(.attributes) {
      merged.attributes = chosen(unit.attributes, stored.attributes)
    }
    if carries.contains(.notes) { merged.notes = chosen(unit.notes, stored.notes) }
    return merged
  }
}
