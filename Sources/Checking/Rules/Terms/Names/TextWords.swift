import TextAnalysis

/// A word of an English text as the rules about names read it; hyphens join words, a possessive
/// *'s* is no part of one.
struct TextWord {
  /// Where it stands, in scalars.
  var scalars: Range<Int>
  /// How many of its letters are capitals.
  var capitals = 0
  /// Whether it begins with a capital letter.
  var startsUpper = false
  /// Whether it begins with a digit.
  var startsDigit = false
  /// Whether it is one of the small words that names have inside: *of*, *for*.
  var isLinker = false
  /// Whether nothing but spaces stands between it and the word before.
  var followsSpace = false
  /// Whether a possessive *'s* follows.
  var isPossessive = false
}

/// Cuts an English text into words.
enum TextWords {
  /// Returns the words of a text without those in Web addresses and the like.
  ///
  /// - Complexity: O(scalars).
  static func words(of text: AnalysedText) -> [TextWord] {
    let scalars = text.scalars
    var words: [TextWord] = []
    words.reserveCapacity(scalars.count / 5)
    let skipped = text.figures.filter(isSkipped)
    var nextSkipped = skipped.startIndex
    var place = 0
    var hasOnlySpace = false
    while place < scalars.count {
      if nextSkipped < skipped.endIndex, place >= skipped[nextSkipped].scalars.lowerBound {
        place = max(place, skipped[nextSkipped].scalars.upperBound)
        nextSkipped += 1
        hasOnlySpace = false
        continue
      }
      let value = scalars[place].value
      if isWord(value) {
        var word = self.word(at: place, scalars)
        word.followsSpace = hasOnlySpace && !words.isEmpty
        place = word.scalars.upperBound + (word.isPossessive ? 2 : 0)
        if isArticle(scalars, word.scalars) { (word.capitals, word.startsUpper) = (0, false) }
        word.isLinker = word.capitals == 0 && isLinker(scalars, word.scalars)
        words.append(word)
        hasOnlySpace = !word.isPossessive
      } else {
        if !(value == 0x20 || value == 0xA0 || value == 0x0A || value == 0x09) {
          if value == 0x26, hasOnlySpace {
            words.append(
              TextWord(scalars: place..<place + 1, isLinker: true, followsSpace: true))
          } else {
            hasOnlySpace = false
          }
        }
        place += 1
      }
    }
    return words
  }

  private static func isSkipped(_ figure: Figure) -> Bool {
    switch figure.kind {
    case .url, .email, .placeholder, .version: true
    default: false
    }
  }

  private static func word(at start: Int, _ scalars: [Unicode.Scalar]) -> TextWord {
    var word = TextWord(scalars: start..<start)
    let first = scalars[start].value
    word.startsUpper = isUpper(first)
    word.startsDigit = 0x30...0x39 ~= first
    var place = start
    while place < scalars.count {
      let value = scalars[place].value
      if isWord(value) {
        if isUpper(value) { word.capitals += 1 }
      } else if value == 0x2D || value == 0x2011 || value == 0x2E {
        // A hyphen between letters, a point between digits.
        guard place + 1 < scalars.count, isWord(scalars[place + 1].value) else { break }
        let isDigit = 0x30...0x39 ~= scalars[place + 1].value
        if value == 0x2E, !isDigit || !(0x30...0x39 ~= scalars[place - 1].value) { break }
      } else {
        break
      }
      place += 1
    }
    word.scalars = start..<place
    if place + 1 < scalars.count, scalars[place].value == 0x27 || scalars[place].value == 0x2019,
      scalars[place + 1].value | 0x20 == 0x73,
      place + 2 == scalars.count || !isWord(scalars[place + 2].value)
    {
      word.isPossessive = true
    }
    return word
  }

  @inline(__always)
  static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    default: false
    }
  }

  @inline(__always)
  static func isUpper(_ value: UInt32) -> Bool { 0x41...0x5A ~= value || 0xC0...0xDE ~= value }

  /// Whether a word is *The*, *A* or *An*, which is no part of a name although it may begin a
  /// sentence.
  private static func isArticle(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    switch (range.count, scalars[range.lowerBound]) {
    case (1, "A"): true
    case (2, "A"): scalars[range.lowerBound + 1] == "n"
    case (3, "T"): scalars[range.lowerBound + 1] == "h" && scalars[range.lowerBound + 2] == "e"
    default: false
    }
  }

  private static func isLinker(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard (2...4).contains(range.count) else { return false }
    var code: UInt32 = 0
    for place in range { code = code << 8 | scalars[place].value & 0xFF | 0x20 }
    return linkers.contains(code)
  }

  /// The small words by their letters as one number.
  private static let linkers: Set<UInt32> = Set(
    ["of", "for", "and", "the", "in", "on", "to", "with", "by", "at", "from", "as"].map { word in
      word.unicodeScalars.reduce(0) { $0 << 8 | $1.value }
    })
}
