/// Chinese renderings of English phrases, learned from a memory while they are asked for.
///
/// Of a phrase of some words, the runs of one to six Han characters are counted in the targets of
/// the shortest units that hold it, and each is judged by the Dice coefficient: twice the units with
/// both / (units with the phrase + units with the run). A run is known by the folded keys of its
/// characters, which are Simplified.
///
/// One value serves one thread and remembers what it has learned.
package final class PhraseLexicon {
  /// A run of Han characters that may render a phrase.
  package struct Rendering: Hashable, Sendable {
    /// The characters.
    package let text: String
    /// How many there are.
    package let length: Int
    /// How much units with the phrase and units with the run are the same, 0...1.
    package let dice: Double
    /// The share of the units with the phrase that have the run.
    package let share: Double
  }

  private let index: MemoryIndex
  private let english: CandidateIndex
  private let chinese: CandidateIndex
  private lazy var segments = index.segments(.chinese)
  private var known: [[String]: [Rendering]] = [:]
  private var characters: [UInt32: Unicode.Scalar?] = [:]
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

  /// Learns from an index.
  package init(_ index: MemoryIndex) {
    self.index = index
    english = index.candidates(.english)
    chinese = index.candidates(.chinese)
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
      guard let token = index.token(of: key, .english) else { return [] }
      tokens.append(token)
    }
    var units: [UInt32] = []
    var seen: Set<UInt32> = []
    var places = 0
    let occurrences = english.occurrences(of: tokens)
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
      ? index.documentFrequency(of: phrase[0], .english)
      : places > Self.countLimit ? occurrences.countLimit : max(units.count, places)
    return count(
      units, frequency: Double(frequency), lengthLimit: 2 + 2 * phrase.count)
  }

  /// Counts the runs in the targets of some units and judges them.
  private func count(
    _ units: [UInt32], frequency: Double, lengthLimit: Int
  ) -> [Rendering] {
    counter.removeAll()
    var unitCount = 0
    for unit in units {
      guard Int(unit) < segments.count, segments[Int(unit)] != .max else { continue }
      counter.add(chinese.tokens(of: segments[Int(unit)]), unit: unitCount) {
        self.character(of: $0) != nil
      }
      unitCount += 1
      if counter.tokenCount > Self.tokenLimit { break }
    }
    guard unitCount > 0 else { return [] }
    let least = max(1, (0.08 * Double(unitCount)).rounded(.up))
    var found: [(dice: Double, share: Double, run: RunCounter.Run)] = []
    for run in counter.runs where Double(run.count) >= least && run.length <= lengthLimit {
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
      var text = String.UnicodeScalarView()
      for token in counter.tokens(of: entry.run) {
        if let character = character(of: token) { text.append(character) }
      }
      return Rendering(
        text: String(text), length: entry.run.length, dice: entry.dice, share: entry.share)
    }
  }

  /// In how many units a run stands: exact for one character, for more the places of its rarest
  /// pair, which are never fewer.
  private func documentFrequency(of tokens: ArraySlice<UInt32>) -> Int {
    guard tokens.count > 1 else { return chinese.occurrences(of: Array(tokens)).countLimit }
    var least = Int.max
    for (first, second) in zip(tokens, tokens.dropFirst()) {
      let pair = UInt64(first) << 32 | UInt64(second)
      let count = pairs[pair] ?? chinese.occurrences(of: [first, second]).countLimit
      if pairs.count > 1 << 16 { pairs.removeAll() }
      pairs[pair] = count
      least = min(least, count)
    }
    return least
  }

  /// The Han character that a token of the Chinese side is; nothing where it is none.
  private func character(of token: UInt32) -> Unicode.Scalar? {
    if let found = characters[token] { return found }
    let scalars = index.key(of: token, .chinese)?.unicodeScalars
    let only = scalars?.count == 1 ? scalars?.first : nil
    let character = only.flatMap { $0.properties.isIdeographic ? $0 : nil }
    characters[token] = .some(character)
    return character
  }
}
