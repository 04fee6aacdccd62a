import TextAnalysis

/// One pass over a text: it is cut into units, from each of which the longest term is looked for,
/// and of those that overlap the longest are chosen.
struct RecognitionPass: ~Copyable {
  /// A unit of the text as the index knows it.
  struct Step {
    /// Where it leads to from the root, where a term may begin here.
    var node = TermAutomaton.Node(bits: 0)
    /// Its code, and that of the word in its case; 0 where no term has it.
    var code: UInt32 = 0
    var casedCode: UInt32 = 0
    /// The latter, where a term may begin with it that counts in its case.
    var casedStart: UInt32 = 0
    var traits: UInt8 = 0
  }

  /// The longest term that begins at a unit: where it ends, 0 for none, and its keys.
  struct Found {
    var end = 0
    var keys = FoundKeys()
  }

  private let index: TermIndex
  private let automaton: TermAutomaton
  private let hasCasedSymbols: Bool
  private var read = TextUnits()
  /// The units of the text, and after them those of an earlier one.
  private var steps: [Step] = []
  /// The longest term from each.
  private var longest: [Found] = []

  /// What was read so that it is on its way; its value means nothing.
  private var touched: UInt64 = 0

  init(_ index: TermIndex) {
    (self.index, automaton) = (index, index.automaton)
    hasCasedSymbols = automaton.hasCasedSymbols
  }

  /// Returns the occurrences in a text.
  mutating func run(over text: String, language: TextLanguage) -> [TermOccurrence] {
    var text = text
    return text.withUTF8 { unsafe run(over: $0, language) }
  }

  private mutating func run(
    over text: UnsafeBufferPointer<UInt8>, _ language: TextLanguage
  ) -> [TermOccurrence] {
    unsafe read.read(text)
    let count = read.units.count
    if steps.count < count {
      steps = Array(repeating: Step(), count: 2 * count)
      longest = Array(repeating: Found(), count: 2 * count)
    }
    unsafe takeSteps(text)
    let foundCount = unsafe steps.withUnsafeBufferPointer { steps in
      unsafe longest.withUnsafeMutableBufferPointer { longest in
        let walk = unsafe TermWalk(
          automaton: automaton, steps: UnsafeBufferPointer(rebasing: steps[..<count]),
          inEnglish: language == .english)
        touched ^= walk.touchSecondSteps()
        var foundCount = 0
        for start in 0..<count {
          let found = walk.longest(from: start, limit: count)
          unsafe longest[start] = found
          foundCount &+= found.end > 0 ? 1 : 0
        }
        return foundCount
      }
    }
    return foundCount == 0 ? [] : chosen(count, foundCount, language)
  }

  /// Looks every unit up, one independently of the other.
  private mutating func takeSteps(_ text: UnsafeBufferPointer<UInt8>) {
    let (automaton, hasCasedSymbols) = (automaton, hasCasedSymbols)
    var casedPlaces: [Int] = []
    var touched: UInt64 = 0
    unsafe read.units.withUnsafeBufferPointer { units in
      for place in 0..<units.count { touched ^= unsafe automaton.touchWord(units[place].packed) }
      unsafe steps.withUnsafeMutableBufferPointer { steps in
        for place in 0..<units.count {
          let unit = unsafe units[place]
          var step = Step()
          step.traits = unit.traits.rawValue
          if unit.isWord {
            if let word = unsafe automaton.word(read.key(of: unit), packed: unit.packed) {
              step.code = word.code
              step.node = word.node
              if word.node.isCased, automaton.hasSmallCased || unit.traits.rawValue & 2 != 0 {
                casedPlaces.append(place)
              }
            }
          } else {
            step.code = unit.code
            step.node = automaton.rootChild(unit.code)
            step.casedCode = unit.code
            if hasCasedSymbols { step.casedStart = unit.code }
          }
          unsafe steps[place] = step
        }
      }
    }
    self.touched ^= touched
    for place in casedPlaces { unsafe takeCased(place, text) }
  }

  @inline(never)
  private mutating func takeCased(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) {
    let key = unsafe TermAutomaton.casedKey(read.written(read.units[place], in: text))
    let word = unsafe key.withUnsafeBufferPointer {
      unsafe automaton.word($0, packed: TextUnits.packed($0))
    }
    steps[place].casedCode = word?.code ?? 0
    steps[place].casedStart = steps[place].casedCode
  }
}

extension RecognitionPass {
  /// Chooses among the terms that were found; see ``TermRecogniser``.
  private mutating func chosen(
    _ count: Int, _ foundCount: Int, _ language: TextLanguage
  ) -> [TermOccurrence] {
    var occurrences: [TermOccurrence] = []
    occurrences.reserveCapacity(foundCount)
    var start = 0
    while start < count {
      guard longest[start].end > 0 else {
        start &+= 1
        continue
      }
      // As far as terms overlap one another.
      var end = longest[start].end
      var isNested = true
      var inner = start &+ 1
      while inner < end {
        if longest[inner].end > end { (end, isNested) = (longest[inner].end, false) }
        inner &+= 1
      }
      if isNested {
        occurrences.append(occurrence(start, language))
      } else {
        choose(in: start..<end, language)
        for place in start..<end where longest[place].end > 0 {
          occurrences.append(occurrence(place, language))
        }
      }
      start = end
    }
    return occurrences
  }

  @inline(__always)
  private func occurrence(_ start: Int, _ language: TextLanguage) -> TermOccurrence {
    let first = read.units[start].scalarStart
    let last = read.units[longest[start].end &- 1].scalarEnd
    return TermOccurrence(
      scalars: Int(first)..<Int(last), language: language, keys: longest[start].keys)
  }

  /// Of the terms in a stretch, keeps those in ``longest`` that count.
  private mutating func choose(in stretch: Range<Int>, _ language: TextLanguage) {
    var waiting = CandidateHeap()
    for start in stretch where longest[start].end > 0 { waiting.insert(candidate(start)) }
    var taken = [Bool](repeating: false, count: stretch.count)
    while let next = waiting.removeFirst() {
      let start = next.start
      let end = longest[start].end
      guard let obstacle = (start..<end).first(where: { taken[$0 - stretch.lowerBound] }) else {
        for place in start..<end { taken[place - stretch.lowerBound] = true }
        continue
      }
      longest[start] =
        obstacle == start ? Found() : shorter(from: start, limit: obstacle, language)
      if longest[start].end > 0 { waiting.insert(candidate(start)) }
    }
  }

  private func shorter(from start: Int, limit: Int, _ language: TextLanguage) -> Found {
    unsafe steps.withUnsafeBufferPointer { steps in
      unsafe TermWalk(automaton: automaton, steps: steps, inEnglish: language == .english)
        .longest(from: start, limit: limit)
    }
  }

  private func candidate(_ start: Int) -> CandidateHeap.Candidate {
    CandidateHeap.Candidate(
      length: Int(read.units[longest[start].end - 1].scalarEnd - read.units[start].scalarStart),
      start: start)
  }
}
