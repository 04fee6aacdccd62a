/// The light inflection and spelling of ``WordTable``, as one automaton that reads a word from
/// its last letter: plural and singular, British and American English give one key.
///
///     agencies > agency    standardisation > standardization    centres > center
///     status > status      analysis > analysis                  programme > program
final class WordEndings: Sendable {
  /// Made once, at first use, in a fraction of a millisecond.
  static let shared = WordEndings()

  private let machine: Machine

  private init() {
    var machine = Machine()
    for text in [WordTable.plurals, WordTable.spellings] {
      for rule in Self.words(text) {
        let sides = rule.split(separator: ">", omittingEmptySubsequences: false)
        let right = sides[1].split(separator: ",", omittingEmptySubsequences: false)
        let shortest = right.count > 1 ? Int(right[1]) ?? 4 : 4
        machine.add(sides[0], replacement: right[0], shortest: shortest)
      }
    }
    for stem in Self.words(WordTable.ourStems) {
      for ending in WordTable.ourEndings.split(separator: ",", omittingEmptySubsequences: false) {
        machine.add(stem + "ur" + ending, replacement: stem + "r" + ending)
      }
    }
    for stem in Self.words(WordTable.doubledStems) {
      for ending in ["ing", "ed", "er"] {
        machine.add(stem + "l" + ending, replacement: stem + ending)
      }
    }
    for ending in ["e", "ed", "er", "ing", "ation", "ational", "able"] {
      machine.add("is" + ending, replacement: "iz" + ending, shortest: ending.utf8.count + 5)
      for stem in Self.words(WordTable.keptStems) {
        machine.add(stem + ending, replacement: stem.drop { $0 == "^" } + ending)
      }
    }
    self.machine = machine
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
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
    while text.count - start >= 4, machine.replaceEnding(&text, from: start) {}
  }

  /// Does the same to a word that stands alone.
  ///
  /// - Parameters:
  ///   - word: Lower-case ASCII letters, with room for ``longestGrowth`` more.
  ///   - count: How many.
  /// - Returns: How many there are then.
  @inline(__always)
  func fold(_ word: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    var count = count
    while count >= 4, let shorter = unsafe machine.replaceEnding(word, count: count) {
      count = shorter
    }
    return count
  }

  /// More bytes than folding ever adds to a word.
  static let longestGrowth = 64
}

/// The automaton: states that are reached by reading a word backwards.
private struct Machine: Sendable {
  /// What a rule does: take the ending away and append the replacement.
  private struct Rule: Sendable {
    var endingLength: Int
    var replacement: [UInt8]
    var shortestWord: Int
  }

  /// Children of each state for `a`…`z` and the beginning of the word; 0 where there is none.
  private var children = [UInt16](repeating: 0, count: width)
  /// The rule that ends in each state, as its place in ``rules`` plus 1; 0 where there is none.
  private var accepted: [UInt16] = [0]
  private var rules: [Rule] = []

  private static let width = 27
  private static let wordBeginning = 26

  mutating func add(
    _ ending: some StringProtocol, replacement: some StringProtocol, shortest: Int = 4
  ) {
    var state = 0
    for byte in ending.utf8.reversed() {
      let letter = byte == UInt8(ascii: "^") ? Self.wordBeginning : Int(byte) - 97
      let place = state * Self.width + letter
      if children[place] == 0 {
        children[place] = UInt16(accepted.count)
        children.append(contentsOf: repeatElement(0, count: Self.width))
        accepted.append(0)
      }
      state = Int(children[place])
    }
    rules.append(
      Rule(
        endingLength: ending.utf8.count { $0 != UInt8(ascii: "^") },
        replacement: Array(replacement.utf8), shortestWord: shortest))
    accepted[state] = UInt16(rules.count)
  }

  /// Applies the rule of the longest ending that matches; false where nothing changed.
  func replaceEnding(_ text: inout [UInt8], from start: Int) -> Bool {
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

  /// Applies the rule of the longest ending that matches, and returns the length; nil where nothing
  /// changed.
  @inline(__always)
  func replaceEnding(_ text: UnsafeMutablePointer<UInt8>, count: Int) -> Int? {
    let found = unsafe children.withUnsafeBufferPointer { children in
      unsafe accepted.withUnsafeBufferPointer { accepted in
        var (state, found, place) = (0, 0, count)
        while place > 0 {
          place &-= 1
          let next = unsafe Int(children[state &* Self.width &+ Int(text[place]) &- 97])
          if next == 0 { break }
          state = next
          if unsafe accepted[state] != 0 { found = unsafe Int(accepted[state]) }
          if place == 0 {
            let whole = unsafe Int(children[state &* Self.width &+ Self.wordBeginning])
            if unsafe whole != 0 && accepted[whole] != 0 { found = unsafe Int(accepted[whole]) }
          }
        }
        return found
      }
    }
    return found > 0 ? unsafe replace(text, count: count, rules[found &- 1]) : nil
  }

  private func replace(_ text: UnsafeMutablePointer<UInt8>, count: Int, _ rule: Rule) -> Int? {
    guard count >= rule.shortestWord else { return nil }
    let kept = count - rule.endingLength
    var isSame = rule.endingLength == rule.replacement.count
    for (place, byte) in rule.replacement.enumerated() {
      if unsafe isSame && text[kept + place] != byte { isSame = false }
      unsafe text[kept + place] = byte
    }
    return isSame ? nil : kept + rule.replacement.count
  }
}
