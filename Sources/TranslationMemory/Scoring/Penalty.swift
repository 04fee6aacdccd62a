/// What lowers a match rate, by name.
public enum PenaltyKind: Hashable, Sendable {
  /// Capitals where the other has small letters.
  case letterCase
  /// Full width where the other has half width.
  case width
  /// Traditional characters where the other has Simplified ones.
  case script
  /// Another form of the same word: *measure*, *measures*.
  case inflection
  /// Other punctuation marks.
  case punctuation
  /// Other inline codes.
  case codes
  /// Other numbers.
  case numbers
  /// The memory has several different targets for the same source.
  case targets
  /// The target is in another variant of the language than the one asked for.
  case variant
  /// The unit is a draft.
  case draft
  /// The unit was paired by a program.
  case aligned
  /// The unit was translated by a machine.
  case machine
  /// The unit is of a memory that counts less, as its user says.
  case memory(String)
}

extension PenaltyKind {
  /// All kinds but those of single memories, in the order in which they are told.
  public static let general: [PenaltyKind] = [
    .letterCase, .width, .script, .inflection, .punctuation, .codes, .numbers, .targets, .variant,
    .draft, .aligned, .machine,
  ]

  /// The word for it on the command line and in answers: `case`, `numbers`, `memory:NAME`.
  public var name: String {
    switch self {
    case .letterCase: "case"
    case .width: "width"
    case .script: "script"
    case .inflection: "inflection"
    case .punctuation: "punctuation"
    case .codes: "codes"
    case .numbers: "numbers"
    case .targets: "targets"
    case .variant: "variant"
    case .draft: "draft"
    case .aligned: "aligned"
    case .machine: "machine"
    case .memory(let name): "memory:" + name
    }
  }

  /// Finds a kind by its word; nothing where there is none of it.
  public init?(name: String) {
    if name.hasPrefix("memory:"), name.utf8.count > 7 {
      self = .memory(String(name.dropFirst(7)))
    } else if let kind = Self.general.first(where: { $0.name == name }) {
      self = kind
    } else {
      return nil
    }
  }
}

/// A penalty that a match paid.
public struct Penalty: Hashable, Sendable {
  /// What for.
  public var kind: PenaltyKind
  /// How much, in points of per cent; more than 0.
  public var points: Int

  /// Takes points for something.
  public init(_ kind: PenaltyKind, points: Int) {
    self.kind = kind
    self.points = points
  }
}

/// How many points each kind of penalty takes.
public struct PenaltyTable: Hashable, Sendable {
  private var points: [PenaltyKind: Int] = [
    .letterCase: 1, .width: 1, .script: 1, .inflection: 1, .punctuation: 1, .codes: 2,
    .numbers: 1, .targets: 1, .variant: 5, .draft: 2, .aligned: 2, .machine: 10,
  ]

  /// The table that is used unless somebody changes it.
  public init() {}

  /// The points of a kind, 0...100; single memories have none unless they are given some.
  public subscript(kind: PenaltyKind) -> Int {
    get { points[kind] ?? 0 }
    set { points[kind] = min(100, max(0, newValue)) }
  }

  /// The memories whose units pay for being of them.
  package var memories: Set<String> {
    Set(points.keys.compactMap { if case .memory(let name) = $0 { name } else { nil } })
  }
}
