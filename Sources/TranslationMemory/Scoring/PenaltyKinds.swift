/// Some of the kinds of penalties that are not of single memories.
struct PenaltyKinds: OptionSet {
  let rawValue: UInt16

  static let letterCase = PenaltyKinds(rawValue: 1 << 0)
  static let width = PenaltyKinds(rawValue: 1 << 1)
  static let script = PenaltyKinds(rawValue: 1 << 2)
  static let inflection = PenaltyKinds(rawValue: 1 << 3)
  static let punctuation = PenaltyKinds(rawValue: 1 << 4)
  static let codes = PenaltyKinds(rawValue: 1 << 5)
  static let numbers = PenaltyKinds(rawValue: 1 << 6)
  static let targets = PenaltyKinds(rawValue: 1 << 7)
  static let variant = PenaltyKinds(rawValue: 1 << 8)
  static let draft = PenaltyKinds(rawValue: 1 << 9)
  static let aligned = PenaltyKinds(rawValue: 1 << 10)
  static let machine = PenaltyKinds(rawValue: 1 << 11)

  /// Them, in the order in which they are told: that of ``PenaltyKind/general``.
  var general: [PenaltyKind] {
    PenaltyKind.general.enumerated().filter { rawValue & 1 << UInt16($0.offset) != 0 }
      .map(\.element)
  }
}
