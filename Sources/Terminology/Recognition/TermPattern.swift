import TextAnalysis

/// How a term is looked for: its units, and whether its case counts.
struct TermPattern {
  /// The units, without a leading *the* and a stop at the end.
  let units: Range<Int>
  /// Whether it is found only in the case in which it is written.
  let isBound: Bool
  /// Whether it has a Han character.
  let hasHan: Bool

  /// The most units that a term may have to be found.
  static let unitLimit = 255

  /// Judges a term whose text was just read; nothing where it has no units, or too many.
  init?(_ term: TermSection, _ read: borrowing TextUnits) {
    let all = read.units
    var (start, end) = (0, all.count)
    while end > 0, all[end - 1].kind == .sign, all[end - 1].code == 0x2E { end -= 1 }
    if end > 1, all[0].kind == .word, unsafe read.key(of: all[0]).elementsEqual("the".utf8) {
      start = 1
    }
    guard start < end, end - start <= Self.unitLimit else { return nil }
    units = start..<end
    hasHan = all[units].contains { $0.kind == .ideograph }
    isBound = term.isCaseSensitive || !hasHan && Self.isAcronym(all[units], read)
  }

  /// Whether units are an acronym that might be mistaken for a word in small letters: up to six
  /// letters, all capitals, and no digits, unless there are three characters at most (*5G*).
  private static func isAcronym(_ units: ArraySlice<TextUnit>, _ read: borrowing TextUnits) -> Bool
  {
    var (letterCount, digitCount) = (0, 0)
    for unit in units where unit.kind == .word {
      let letters = unsafe read.key(of: unit).count { !isDigit($0) }
      digitCount += unsafe read.key(of: unit).count - letters
      if letters == 0 { continue }
      guard isInCapitals(unit) else { return false }
      letterCount += letters
    }
    return (1...TextUnits.acronymLimit).contains(letterCount)
      && (digitCount == 0 || letterCount + digitCount <= 3)
  }

  /// Whether a word is all capitals, but for the small *s* of a plural.
  private static func isInCapitals(_ unit: TextUnit) -> Bool {
    unit.traits.contains(.isAllCapitals)
      || unit.traits.contains(.isPluralOfCapitals)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte == 0x2E }
}
