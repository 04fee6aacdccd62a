/// Renderings of short phrases in the other language, learned from a memory while they are asked
/// for.
///
/// Of a phrase of some words or characters, the runs of one to six Han characters, or of one to four
/// English words, are counted in the other sides of the shortest units that hold it, and each is
/// judged by the Dice coefficient: twice the units with both / (units with the phrase + units with
/// the run). A run is known by the folded keys of its tokens: characters are Simplified, and how an
/// English run is written is to be seen in a unit that has it.
///
/// One value serves one thread and remembers what it has learned.
package final class PhraseLexicon {
  /// A run of tokens that may render a phrase.
  package struct Rendering: Hashable, Sendable {
    /// The characters, or the keys of the words with spaces between them.
    package let text: String
    /// How many tokens there are.
    package let length: Int
    /// How much units with the phrase and units with the run are the same, 0...1.
    package let dice: Double
    /// The share of the units with the phrase that have the run.
    package let share: Double
    /// A unit that has it.
    package let example: Int64
  }

  /// The side whose phrases are rendered.
  let side: MemorySide
  private let index: MemoryIndex
  private let phrases: CandidateIndex
  private let others: CandidateIndex
  private lazy var segments = index.segments(side.other)
  private var known: [[String]: [Rendering]] = [:]
  private var words: [UInt32: String?] = [:]
  private var pairs: [UInt64: Int] = [:]
  private var counter = RunCounter()

  /// The least units that a phrase must stand in: in fewer too much stands as often.
  static let leastUnits = 3
  /// The most units that are looked at for a phrase.
  static let unitLimit = 300
  /// The most characters of targets that are looked at for a phrase.
  static let tokenLimit = 4_000
  /// The most places of a phrase that are counted; a phrase of more is taken to stand wherever its
  /// rarest pair does.
  static let countLimit = 5_000
  /// The most renderings that are kept of a phrase.
  static let renderingLimit = 30
  /// The most phrases that are remembered.
  private static let phraseLimit = 4_096

  /// Learns from an index how the phrases of one of its sides are rendered.
  package init(_ index: MemoryIndex, from side: MemorySide) {
    self.index = index
    self.side = side
    phrases = index.candidates(side)
    others = index.candidates(side.other)
  }

  /// Returns what may render a phrase, the likeliest first.
  ///
  /// - Parameter phrase: Token keys.
  /// - Returns: At most 30; none where the memory does not know the phrase well enough.
  package func renderings(of phrase: [String]) -> [Rendering] {
    if let found = known[phrase] { return found }
    let learned = learn(phrase)
    if known.count >= Self.phraseLimit { known.removeAll() }
    known[phrase] = learned
    return learned
  }

  private func learn(_ phrase: [String]) -> [Rendering] {
    var tokens: [UInt32] = []
    for key in phrase {
      guard let token = index.token(of: key, side) else { return [] }
      tokens.append(token)
    }
    var units: [UInt32] = []
    var seen: Set<UInt32> = []
    var places = 0
    let occurrences = phrases.occurrences(of: tokens)
    for occurrence in occurrences {
      places += 1
      if units.count < Self.unitLimit {
        if seen.insert(occurrence.row).inserted { units.append(occurrence.row) }
      } else if tokens.count == 1 || places > Self.countLimit {
        break
      }
    }
    guard units.count >= Self.leastUnits else { return [] }
    let frequency =
      tokens.count == 1
      ? index.documentFrequency(of: phrase[0], side)
      : places > Self.countLimit ? occurrences.countLimit : max(units.count, places)
    let lengthLimit = side == .english ? 2 + 2 * phrase.count : min(4, 1 + phrase.count / 2)
    return count(units, frequency: Double(frequency), lengthLimit: lengthLimit)
  }

  /// Counts the runs in the targets of some units and judges them.
  private func count(
    _ units: [UInt32], frequency: Double, lengthLimit: Int
  ) -> [Rendering] {
    counter.removeAll()
    var unitCount = 0
    var ends: [(end: Int, unit: UInt32)] = []
    for unit in units {
      guard Int(unit) < segments.count, segments[Int(unit)] != .max else { continue }
      counter.add(others.tokens(of: segments[Int(unit)]), unit: unitCount) {
        self.word(of: $0) != nil
      }
      unitCount += 1
      ends.append((counter.tokenCount, unit))
      if counter.tokenCount > Self.tokenLimit { break }
    }
    guard unitCount > 0 else { return [] }
    let least = max(1, (0.08 * Double(unitCount)).rounded(.up))
    var found: [(dice: Double, share: Double, run: RunCounter.Run)] = []
    for run in counter.runs
    where Double(run.count) >= least && run.length <= lengthLimit && isBounded(run) {
      let share = Double(run.count) / Double(unitCount)
      let across = Double(max(run.count, documentFrequency(of: counter.tokens(of: run))))
      let dice = min(1, 2 * share * frequency / (frequency + across))
      if dice >= WordRepair.leastDice / 2 { found.append((dice, share, run)) }
    }
    found.sort { first, second in
      if first.dice != second.dice { return first.dice > second.dice }
      let (mine, other) = (first.run, second.run)
      return mine.length != other.length ? mine.length > other.length : mine.start < other.start
    }
    return found.prefix(Self.renderingLimit).map { entry in
      let words = counter.tokens(of: entry.run).compactMap { word(of: $0) }
      let unit = ends.first { $0.end > entry.run.start }?.unit ?? 0
      return Rendering(
        text: words.joined(separator: side == .english ? "" : " "), length: entry.run.length,
        dice: entry.dice, share: entry.share, example: index.row(of: unit))
    }
  }

  /// Whether a run neither begins nor ends with a word that says nothing by itself.
  private func isBounded(_ run: RunCounter.Run) -> Bool {
    guard side == .chinese else { return true }
    let tokens = counter.tokens(of: run)
    return ![tokens.first, tokens.last].contains { token in
      token.flatMap { word(of: $0) }.map { Self.functionWords.contains($0) } ?? true
    }
  }

  private static let functionWords: Set<String> = [
    "a", "an", "and", "as", "at", "be", "by", "for", "from", "in", "is", "of", "on", "or", "that",
    "the", "this", "to", "with",
  ]

  /// In how many units a run stands: exact for one character, for more the places of its rarest
  /// pair, which are never fewer.
  private func documentFrequency(of tokens: ArraySlice<UInt32>) -> Int {
    guard tokens.count > 1 else { return others.occurrences(of: Array(tokens)).countLimit }
    var least = Int.max
    for (first, second) in zip(tokens, tokens.dropFirst()) {
      let pair = UInt64(first) << 32 | UInt64(second)
      let count = pairs[pair] ?? others.occurrences(of: [first, second]).countLimit
      if pairs.count > 1 << 16 { pairs.removeAll() }
      pairs[pair] = count
      least = min(least, count)
    }
    return least
  }

  /// The key of a token of the other side that may be part of a rendering: a Han character, or an
  /// English word; nothing where it is neither.
  private func word(of token: UInt32) -> String? {
    if let found = words[token] { return found }
    let key = index.key(of: token, side.other)
    let word = key.flatMap { side == .english ? Self.character($0) : Self.word($0) }
    words[token] = .some(word)
    return word
  }

  private static func character(_ key: String) -> String? {
    let scalars = key.unicodeScalars
    return scalars.count == 1 && scalars.first?.properties.isIdeographic == true ? key : nil
  }

  private static func word(_ key: String) -> String? {
    key.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x27 } ? key : nil
  }
}
