import Foundation
import Synchronization

/// Chinese by its sound: readings without tones, in lower-case ASCII letters, *ü* written `u`.
///
///     Pinyin.readings(of: "行")          // ["xing", "hang", "heng"]
///     Pinyin.keys(of: "工信部").full      // ["gongxinbu"]
///     Pinyin.keys(of: "工信部").initials  // ["gxb"]
///     Pinyin.queryKeys("lǜ sè")          // ["luse"]
///
/// ICU is asked once for each character and knows one reading of it; where a character has
/// several, ``PinyinTable`` lists them. Words are not looked at: 银行 has a key for each reading
/// of 行, and one of them is right.
package enum Pinyin {
  /// The most keys that the readings of one text are combined to. A text with more combinations
  /// gets the first readings, and each other reading alone among first ones.
  static let combinationLimit = 32

  /// Returns the readings of a Han character, the commonest first; none for another scalar or a
  /// character without a known reading.
  package static func readings(of scalar: Unicode.Scalar) -> [String] {
    guard ScriptVariants.isHan(scalar) else { return [] }
    return knownReadings.withLock { readings(of: scalar, in: &$0) }
  }

  private static func readings(
    of scalar: Unicode.Scalar, in known: inout [UInt32: [String]]
  ) -> [String] {
    if let found = known[scalar.value] { return found }
    let found = findReadings(of: scalar)
    known[scalar.value] = found
    return found
  }

  /// Whether two characters share a reading, tones aside.
  package static func soundAlike(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    !Set(readings(of: first)).isDisjoint(with: readings(of: second))
  }

  private static let knownReadings = Mutex<[UInt32: [String]]>([:])

  private static let severalReadings: [UInt32: [String]] = {
    var table: [UInt32: [String]] = [:]
    for entry in PinyinTable.readings.split(whereSeparator: \.isWhitespace) {
      guard let character = entry.unicodeScalars.first else { continue }
      table[character.value] = entry.dropFirst().split(separator: "/").map { String($0) }
    }
    return table
  }()

  private static func findReadings(of scalar: Unicode.Scalar) -> [String] {
    if let several = severalReadings[scalar.value] { return several }
    let simplified = ScriptVariants.simplified(scalar)
    let own = readingByTransform(scalar)
    guard simplified != scalar else { return own }
    let shared = severalReadings[simplified.value] ?? readingByTransform(simplified)
    return shared + own.filter { !shared.contains($0) }
  }

  private static func readingByTransform(_ scalar: Unicode.Scalar) -> [String] {
    let marked = String(scalar).applyingTransform(StringTransform("Han-Latin"), reverse: false)
    guard let letters = marked.flatMap(PinyinLetters.plain), !letters.isEmpty else { return [] }
    return [letters]
  }
}

/// What a Chinese text is found by when its sound is typed.
package struct PinyinKeys: Sendable, Hashable {
  /// The readings of all characters, joined; one key for each combination.
  package var full: [String]
  /// The first letters of the readings, where the text has three Han characters or more.
  package var initials: [String]

  /// Makes keys.
  package init(full: [String] = [], initials: [String] = []) {
    (self.full, self.initials) = (full, initials)
  }
}

extension Pinyin {
  /// Returns the keys of a text: Han characters by their readings, ASCII letters and digits by
  /// themselves in lower case, everything else by nothing. A text without Han characters has no
  /// keys.
  ///
  /// The same text always gives the same keys in the same order, each once; the first is made of
  /// first readings.
  package static func keys(of text: String) -> PinyinKeys {
    let (parts, hanCount) = parts(of: text)
    guard hanCount > 0 else { return PinyinKeys() }
    guard hanCount >= 3 else { return PinyinKeys(full: combinations(of: parts)) }
    let firstLetters = parts.map { part in
      part.count == 1 ? [String(part[0].prefix(1))] : distinct(part.map { String($0.prefix(1)) })
    }
    return PinyinKeys(full: combinations(of: parts), initials: combinations(of: firstLetters))
  }

  /// The readings of each character that has a sound, and how many of them are Han characters.
  private static func parts(of text: String) -> (parts: [[String]], hanCount: Int) {
    knownReadings.withLock { known in
      var parts: [[String]] = []
      var hanCount = 0
      for scalar in text.unicodeScalars {
        if ScriptVariants.isHan(scalar) {
          let readings = readings(of: scalar, in: &known)
          guard !readings.isEmpty else { continue }
          hanCount += 1
          parts.append(readings)
        } else if let letter = PinyinLetters.letterOrDigit(scalar) {
          parts.append([String(letter)])
        }
      }
      return (parts, hanCount)
    }
  }

  private static func combinations(of parts: [[String]]) -> [String] {
    var count = 1
    for part in parts where count <= combinationLimit { count *= part.count }
    if count == 1 { return [parts.reduce(into: "") { $0 += $1[0] }] }
    guard count > combinationLimit else {
      var keys = [""]
      for part in parts {
        if part.count == 1 {
          for place in keys.indices { keys[place] += part[0] }
        } else {
          keys = keys.flatMap { key in part.map { key + $0 } }
        }
      }
      return distinct(keys)
    }
    let first = parts.map { $0[0] }
    var keys = [first.joined()]
    for (place, part) in parts.enumerated() {
      for reading in part.dropFirst() {
        var varied = first
        varied[place] = reading
        keys.append(varied.joined())
      }
    }
    return distinct(keys)
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Pinyin {
  /// Returns what a query equals, or begins, in ``keys(of:)`` if it is pinyin; nothing where it
  /// cannot be, because it has Han characters or anything but Latin letters, tone marks, tone
  /// digits (1 to 5), spaces, apostrophes and hyphens.
  ///
  /// *ü* is found as typed by `v`, `u` or `yu`: `lvse`, `luse` and `lyuse` all give `luse`. Where
  /// a letter may be meant both ways (*renyuan*, *TV*), both keys are given.
  package static func queryKeys(_ query: String) -> [String] {
    guard let typed = PinyinLetters.typed(query), typed.contains(where: \.isLetter) else {
      return []
    }
    let toneless = PinyinLetters.withoutToneDigits(typed)
    var keys: [String] = []
    for form in [toneless.replacing("v", with: "u"), toneless, typed] {
      keys += withoutGlide(form)
    }
    return distinct(keys)
  }

  /// The key with each *lyu* and *nyu* as it is and as *lu* and *nu*; the last three of them only.
  private static func withoutGlide(_ key: String) -> [String] {
    let letters = Array(key)
    let places = letters.indices.dropFirst().dropLast().filter { place in
      letters[place] == "y" && letters[place + 1] == "u" && "ln".contains(letters[place - 1])
    }.suffix(3)
    var keys: [[Character]] = [letters]
    for place in places.reversed() {
      keys += keys.map { key in
        var shorter = key
        shorter.remove(at: place)
        return shorter
      }
    }
    return keys.map { String($0) }
  }
}
