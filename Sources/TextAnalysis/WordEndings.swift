/// The light inflection and spelling of ``WordTable``, as one automaton that reads a word from
/// its last letter: plural and singular, British and American English give one key.
///
///     agencies > agency    standardisation > standardization    centres > center
///     status > status      analysis > analysis                  programme > program
struct WordEndings: Sendable {
  /// Made once, at first use, in a fraction of a millisecond.
  static let shared = WordEndings()

  /// What a rule does: keep `keptCount` fewer letters than its ending has and append.
  private struct Rule: Sendable {
    var endingLength: Int
    var replacement: [UInt8]
    var shortestWord: Int
  }

  /// Children of each state for `a`…`z` and the beginning of the word; 0 where there is none.
  private var children: [UInt16] = []
  /// The rule that ends in each state, as its place in ``rules`` plus 1; 0 where there is none.
  private var accepted: [UInt16] = []
  private var rules: [Rule] = []

  private static let width = 27
  private static let wordBeginning = 26

  private init() {
    addState()
    for text in [WordTable.plurals, WordTable.spellings] {
      for rule in text.split(whereSeparator: \.isWhitespace) {
        let sides = rule.split(separator: ">", omittingEmptySubsequences: false)
        let right = sides[1].split(separator: ",", omittingEmptySubsequences: false)
        add(sides[0], replacement: right[0], shortest: right.count > 1 ? Int(right[1]) ?? 4 : 4)
      }
    }
    for stem in Self.words(WordTable.ourStems) {
      for ending in WordTable.ourEndings.split(separator: ",", omittingEmptySubsequences: false) {
        add(stem + "ur" + ending, replacement: stem + "r" + ending)
      }
    }
    for stem in Self.words(WordTable.doubledStems) {
      for ending in ["ing", "ed", "er"] {
        add(stem + "l" + ending, replacement: stem + ending)
      }
    }
    for ending in ["e", "ed", "er", "ing", "ation", "ational", "able"] {
      add("is" + ending, replacement: "iz" + ending, shortest: ending.utf8.count + 5)
      for stem in Self.words(WordTable.keptStems) {
        add(stem + ending, replacement: stem.drop { $0 == "^" } + ending)
      }
    }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  private mutating func addState() {
    children.append(contentsOf: repeatElement(0, count: Self.width))
    accepted.append(0)
  }

  private mutating func add(
    _ ending: some StringProtocol, replacement: some StringProtocol, shortest: Int = 4
  ) {
    var state = 0
    for byte in ending.utf8.reversed() {
      let letter = byte == UInt8(ascii: "^") ? Self.wordBeginning : Int(byte) - 97
      let place = state * Self.width + letter
      if children[place] == 0 {
        children[place] = UInt16(accepted.count)
        addState()
      }
      state = Int(children[place])
    }
    rules.append(
      Rule(
        endingLength: ending.utf8.count { $0 != UInt8(ascii: "^") },
        replacement: Array(replacement.utf8), shortestWord: shortest))
    accepted[state] = UInt16(rules.count)
  }

  /// Replaces the ending of the word that stands in `text` from `start` on, as often as a rule
  /// applies, so that a second call changes nothing.
  ///
  /// - Parameters:
  ///   - text: Bytes of which those from `start` on are lower-case ASCII letters.
  ///   - start: Where the word begins.
  /// - Complexity: O(letters of the longest ending).
  @inline(__always)
  func fold(_ text: inout [UInt8], from start: Int) {
    while text.count - start >= 4, replaceEnding(&text, from: start) {}
  }

  /// Applies the rule of the longest ending that matches; false where nothing changed.
  private func replaceEnding(_ text: inout [UInt8], from start: Int) -> Bool {
    var (state, found, place) = (0, 0, text.count)
    while place > start {
      place -= 1
      let next = Int(children[state &* Self.width &+ Int(text[place]) &- 97])
      if next == 0 { break }
      state = next
      if accepted[state] != 0 { found = Int(accepted[state]) }
      if place == start {
        let whole = Int(children[state &* Self.width &+ Self.wordBeginning])
        if whole != 0, accepted[whole] != 0 { found = Int(accepted[whole]) }
      }
    }
    guard found > 0 else { return false }
    let rule = rules[found - 1]
    guard text.count - start >= rule.shortestWord else { return false }
    let kept = text.count - rule.endingLength
    if text[kept...].elementsEqual(rule.replacement) { return false }
    text.removeLast(rule.endingLength)
    text.append(contentsOf: rule.replacement)
    return true
  }
}
