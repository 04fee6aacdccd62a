/// Traditional and Simplified characters, for search and never for output: one character is
/// mapped at a time, whatever stands beside it.
///
///     ScriptVariants.simplified("數")            // 数
///     ScriptVariants.looksTraditional("數據")    // true
///     ScriptVariants.looksTraditional("中文")    // false: the same in both
package enum ScriptVariants {
  /// Returns the Simplified character that a look-up compares a character by: itself, if it is
  /// not Traditional or a variant.
  ///
  /// - Complexity: O(1), one table access.
  package static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(ScriptMap.shared.simplified(scalar.value)) ?? scalar
  }

  /// Whether a text has a character that only Traditional text writes.
  package static func looksTraditional(_ text: String) -> Bool {
    text.unicodeScalars.contains { ScriptMarks.shared.traditionalOnly.contains($0.value) }
  }

  /// Whether a text has a character that only Simplified text writes.
  package static func looksSimplified(_ text: String) -> Bool {
    text.unicodeScalars.contains { ScriptMarks.shared.simplifiedOnly.contains($0.value) }
  }

  /// Whether a scalar is a Han character, 々 and 〇 included.
  package static func isHan(_ scalar: Unicode.Scalar) -> Bool { isHan(scalar.value) }

  /// Whether a code point is a Han character's.
  static func isHan(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF,
      0x20000...0x2FA1F, 0x30000...0x323AF:
      true
    default: false
    }
  }
}

/// Which of the two scripts that this product translates between a text is written in.
package enum TextScript: Sendable, Hashable {
  /// Han characters and no Latin letters: 国家标准, 2021年.
  case han
  /// Latin letters and no Han characters: GB/T 1.1.
  case latin
  /// Both: 5G网络.
  case mixed
  /// Neither: 1.1, Росстандарт.
  case other

  /// Judges a text by its letters and Han characters; digits and punctuation do not count.
  package init(of text: String) {
    var (hasHan, hasLatin) = (false, false)
    for scalar in text.unicodeScalars {
      if ScriptVariants.isHan(scalar) {
        hasHan = true
      } else if Self.isLatin(scalar) {
        hasLatin = true
      }
    }
    self = hasHan ? (hasLatin ? .mixed : .han) : hasLatin ? .latin : .other
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    case 0xC0...0x24F, 0x1E00...0x1EFF: scalar.properties.isAlphabetic
    default: false
    }
  }
}

/// The pairs of ``ScriptTable`` as one flat table over the two blocks that they are from.
final class ScriptMap: Sendable {
  /// Made once, at first use, in a fraction of a millisecond.
  static let shared = ScriptMap()

  /// The code points that the table covers.
  static let covered: ClosedRange<UInt32> = 0x3400...0x9FFF

  /// The Simplified code point of each covered one.
  let targets: [UInt32]

  private init() {
    var targets = Array(Self.covered)
    for (source, target) in ScriptTable.pairs() {
      targets[Int(source - Self.covered.lowerBound)] = target
    }
    self.targets = targets
  }

  /// The Simplified code point of any code point.
  @inline(__always)
  func simplified(_ value: UInt32) -> UInt32 {
    Self.covered.contains(value) ? targets[Int(value &- Self.covered.lowerBound)] : value
  }
}

/// The characters that show which script a text is in.
private struct ScriptMarks: Sendable {
  static let shared = ScriptMarks()

  let traditionalOnly: Set<UInt32>
  let simplifiedOnly: Set<UInt32>

  private init() {
    let pairs = ScriptTable.pairs()
    traditionalOnly = Set(pairs.map(\.source))
      .subtracting(ScriptTable.alsoSimplified.unicodeScalars.map(\.value))
    simplifiedOnly = Set(pairs.map(\.target))
      .subtracting(ScriptTable.alsoTraditional.unicodeScalars.map(\.value))
  }
}

extension ScriptTable {
  /// Every pair as code points.
  static func pairs() -> [(source: UInt32, target: UInt32)] {
    var pairs: [(source: UInt32, target: UInt32)] = []
    pairs.reserveCapacity(3_400)
    for table in [standardPairs, furtherPairs] {
      var first: UInt32?
      for scalar in table.unicodeScalars where scalar != "\n" {
        if let source = first {
          pairs.append((source, scalar.value))
          first = nil
        } else {
          first = scalar.value
        }
      }
    }
    return pairs
  }
}
