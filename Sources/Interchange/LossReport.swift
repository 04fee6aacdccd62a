public import TextAnalysis

/// What a format could not hold, or a reader could not keep, counted by what and why.
public struct LossReport: Sendable, Hashable {
  /// One sort of loss.
  ///
  /// In JSON its words are English, whatever the reader's language.
  public struct Loss: Sendable, Hashable, Codable {
    /// What was left out, in the words of the model: `since`, `relations`, `enforce`.
    public var what: Phrase
    /// Why, in words: *TBX-Basic has no place for it*.
    public var why: Phrase
    /// How often.
    public var count: Int

    /// What and how often, as a person says it: *1 unit*, *2 variants in fr*.
    public var counted: Phrase {
      Phrase("\(count) \(count == 1 ? what.english : plural)", "\(count) \(what.chinese)")
    }

    private static let nouns: Set<String> = [
      "attribute", "cell", "character", "code", "combination", "concept", "end", "id", "name",
      "note", "prop", "region", "row", "source", "tag", "term", "unit", "variant",
    ]

    /// The English words with the first noun in the plural; names of fields, which are the same in
    /// both languages, stay.
    private var plural: String {
      guard what.english != what.chinese else { return what.english }
      var words = what.english.split(separator: " ", omittingEmptySubsequences: false)
        .map(String.init)
      if let place = words.firstIndex(where: { Self.nouns.contains($0) }) { words[place] += "s" }
      return words.joined(separator: " ")
    }
  }

  /// Every sort of loss, in the order in which they first occurred.
  public private(set) var losses: [Loss] = []

  /// Starts with nothing lost.
  public init() {}

  /// Whether nothing was lost.
  public var isEmpty: Bool { losses.isEmpty }

  /// Counts a loss.
  ///
  /// - Parameters:
  ///   - what: What was left out.
  ///   - why: Why.
  ///   - count: How many.
  public mutating func add(_ what: Phrase, because why: Phrase, count: Int = 1) {
    if let place = losses.firstIndex(where: { $0.what == what && $0.why == why }) {
      losses[place].count += count
    } else {
      losses.append(Loss(what: what, why: why, count: count))
    }
  }

  /// Counts a loss of something that the model has a name for, the same in both languages.
  ///
  /// - Parameters:
  ///   - name: What was left out.
  ///   - why: Why.
  ///   - count: How many.
  public mutating func add(_ name: String, because why: Phrase, count: Int = 1) {
    add(Phrase(name), because: why, count: count)
  }
}
