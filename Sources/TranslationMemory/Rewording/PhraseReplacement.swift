import TextAnalysis

/// Finds the renderings of a lexicon in a text and writes others in their place.
struct PhraseReplacement {
  let lexicon: PhraseLexicon

  /// The bytes of the places where a rendering stands in a text, two of them at most.
  func places(of rendering: PhraseLexicon.Rendering, in edits: TargetEdits) -> [Range<Int>] {
    guard lexicon.side == .chinese else { return edits.places(of: rendering.text) }
    return Array(
      Self.places(of: rendering.words, in: Tokenizer.tokens(of: edits.original)).prefix(2))
  }

  /// Writes a rendering in the place of another.
  ///
  /// - Parameters:
  ///   - rendering: What is written.
  ///   - old: What stands there, whose capitals it takes.
  ///   - isFirst: Whether that begins its text.
  ///   - text: Of a unit, by its row, the side that the rendering is of.
  /// - Returns: The rendering as a unit that has it writes it; nothing where there is none.
  func written(
    _ rendering: PhraseLexicon.Rendering, insteadOf old: String, isFirst: Bool,
    text: (Int64) throws -> String?
  ) rethrows -> String? {
    guard lexicon.side == .chinese else { return rendering.text }
    guard let example = try text(rendering.example) else { return nil }
    let tokens = Tokenizer.tokens(of: example)
    guard let place = Self.places(of: rendering.words, in: tokens).first else { return nil }
    let new = String(example[bytes: place])
    let begins = tokens.first.map { $0.bytes.lowerBound == place.lowerBound } ?? false
    return Self.cased(new, like: old, begins: begins, isFirst: isFirst)
  }

  /// Whether a rendering is a part of another.
  func isPart(_ rendering: PhraseLexicon.Rendering, of other: PhraseLexicon.Rendering) -> Bool {
    guard lexicon.side == .chinese else { return other.text.contains(rendering.text) }
    return " \(other.text) ".contains(" \(rendering.text) ")
  }

  private static func places(of words: [String], in tokens: [Token]) -> [Range<Int>] {
    guard !words.isEmpty, words.count <= tokens.count else { return [] }
    return (0...(tokens.count - words.count)).compactMap { start in
      let run = tokens[start..<start + words.count]
      guard run.elementsEqual(words, by: { $0.key == $1 }), let first = run.first,
        let last = run.last
      else { return nil }
      return first.bytes.lowerBound..<last.bytes.upperBound
    }
  }

  /// Gives a text the capitals of the one in whose place it stands.
  private static func cased(
    _ new: String, like old: String, begins: Bool, isFirst: Bool
  ) -> String {
    let (mine, theirs) = (new.split(separator: " "), old.split(separator: " "))
    func isCapital(_ word: Substring) -> Bool { word.first?.isUppercase == true }
    func isAcronym(_ word: Substring) -> Bool { word.dropFirst().contains { $0.isUppercase } }
    if theirs.count > 1 || !isFirst, theirs.allSatisfy(isCapital) {
      return mine.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
    var words = mine.map(String.init)
    guard let first = mine.first, !isAcronym(first) else { return new }
    if isFirst, theirs.first.map(isCapital) == true {
      words[0] = first.prefix(1).uppercased() + first.dropFirst()
    } else if begins || !isFirst && mine.allSatisfy(isCapital) {
      words[0] = first.prefix(1).lowercased() + first.dropFirst()
    }
    return words.joined(separator: " ")
  }
}

extension PhraseLexicon.Rendering {
  /// The keys of the words of an English rendering.
  fileprivate var words: [String] { text.split(separator: " ").map(String.init) }
}
