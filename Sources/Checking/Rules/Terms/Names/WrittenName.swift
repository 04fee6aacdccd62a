import TextAnalysis

/// A name or title in English as it is written somewhere, and what it is compared by.
struct WrittenName {
  /// The name as written.
  let text: String
  /// Its words without what makes no difference: case, spelling, articles, the plural of the last.
  let surface: String
  /// Its words of meaning by their first letters, in the order of the alphabet, whatever order and
  /// small words it has.
  let key: [String]
  /// Whether one of its words says that it is a title, a body, an event.
  let isNamed: Bool
  /// Whether it is most likely two names, or one and what is said of it: *University and the
  /// University of Brunei*.
  let isJoined: Bool
  /// How many words of meaning it has, those that are left out of the key among them.
  let wordCount: Int
  /// The years in it.
  let years: Set<String>

  /// How many letters of a word tell it apart: *development* and *developing* are one.
  private static let letters = 7

  /// Reads a name; the years after it, in brackets, are its years, too.
  init(_ text: String, yearsAfter: Set<String> = []) {
    self.text = text
    var words: [(raw: String, key: String)] = []
    for part in (Qualifier.stripped(text) ?? text).split(whereSeparator: \.isWhitespace) {
      let raw = part.lowercased()
      words.append((raw, KeyFolder.spaced(String(part))))
    }
    if words.first?.key == "chinese" { words.removeFirst() }
    var surface: [String] = []
    var content: [String] = []
    var years = yearsAfter
    var isNamed = false
    if words.count > 3, words.suffix(2).map(\.key) == ["in", "china"] { words.removeLast(2) }
    for (place, word) in words.enumerated() {
      if word.key == "the" || word.key == "a" || word.key == "an" || word.key.isEmpty { continue }
      // A plural before another noun is part of a name, that of the noun itself is not.
      let isHead = place + 1 == words.count || NameWords.small.contains(words[place + 1].key)
      let isPlural = !isHead && word.raw.hasSuffix("s") && !word.key.hasSuffix("s")
      surface.append((word.key == "&" ? "and" : word.key) + (isPlural ? "+" : ""))
      if Self.isYear(word.raw) {
        years.insert(word.raw)
        continue
      }
      if NameWords.small.contains(word.key) { continue }
      if let genre = Self.genre(word.key) {
        isNamed = true
        content.append("." + genre)
      } else {
        if NameWords.bodies.contains(word.key) { isNamed = true }
        content.append(word.key)
      }
    }
    self.surface = surface.filter { !years.contains($0) }.joined(separator: " ")
    let isTitle = content.contains { $0.hasPrefix(".") }
    let meant = content.filter {
      !NameWords.generic.contains($0) && !(isTitle && NameWords.genericInTitles.contains($0))
    }
    isJoined = Self.joints.contains(where: text.contains)
    wordCount = content.count
    let kept = meant.count >= 3 ? meant : content
    key = Set(kept.map { String($0.prefix(Self.letters + ($0.hasPrefix(".") ? 4 : 0))) }).sorted()
    self.isNamed = isNamed
    self.years = years
  }

  private static let joints = [
    " and the ", " at the ", " to the ", " by the ", " from the ", " with the ", " as the ",
  ]

  private static func genre(_ key: String) -> String? { NameWords.genres[key] }

  static func isYear(_ text: String) -> Bool {
    text.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
      && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether two names have years and none in common.
  func isOfAnotherYear(than other: WrittenName) -> Bool {
    !years.isEmpty && !other.years.isEmpty && years.isDisjoint(with: other.years)
  }
}
