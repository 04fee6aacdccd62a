import TextAnalysis

/// One pass over a text: it is cut into units, from each of which the longest term is looked for,
/// and of those that overlap the longest are chosen.
struct RecognitionPass {
  private let index: TermIndex
  private var read = TextUnits()
  /// The code of each unit, 0 where no term has it; and as terms have it that count in their case.
  private var codes: [UInt32] = []
  private var casedCodes: [UInt32] = []
  /// The longest term that begins at each unit.
  private var longest: [Found] = []
  private var inEnglish = false

  /// A term that was found: where it ends, 0 for none, and its keys.
  private struct Found {
    var end = 0
    var keys = FoundKeys()
  }

  init(_ index: TermIndex) { self.index = index }

  /// Returns the occurrences in a text.
  mutating func run(over text: String, language: TextLanguage) -> [TermOccurrence] {
    var text = text
    text.withUTF8 { bytes in
      unsafe read.read(bytes)
      unsafe findCodes(bytes)
    }
    inEnglish = language == .english
    let count = codes.count
    longest.removeAll(keepingCapacity: true)
    for start in 0..<count { longest.append(found(from: start, limit: count)) }
    return chosen(language)
  }

  private mutating func findCodes(_ text: UnsafeBufferPointer<UInt8>) {
    codes.removeAll(keepingCapacity: true)
    casedCodes.removeAll(keepingCapacity: true)
    for unit in read.units {
      guard unit.kind == .word else {
        codes.append(unit.code)
        casedCodes.append(unit.code)
        continue
      }
      let word = unsafe read.keys.withUnsafeBufferPointer { keys in
        unsafe index.word(
          UnsafeBufferPointer(rebasing: keys[Int(unit.keyStart)..<Int(unit.keyEnd)]),
          hash: unit.hash)
      }
      codes.append(word.map(TermIndex.wordCode) ?? 0)
      var cased: UInt32 = 0
      if let word, index.wordRoots[Int(word)] & 1 != 0 {
        let key = unsafe TermIndex.casedKey(read.written(unit, in: text))
        let number = unsafe key.withUnsafeBufferPointer {
          unsafe index.word($0, hash: TextUnits.hash($0))
        }
        cased = number.map(TermIndex.wordCode) ?? 0
      }
      casedCodes.append(cased)
    }
  }

  /// The longest term that begins at a unit and ends by another.
  @inline(__always)
  private func found(from start: Int, limit: Int) -> Found {
    if read.units[start].traits.contains(.isJoinedToPrevious) { return Found() }
    var found = Found()
    if codes[start] != 0 {
      walk(codes, from: start, limit: limit, cased: false, into: &found)
    }
    if casedCodes[start] != 0 {
      walk(casedCodes, from: start, limit: limit, cased: true, into: &found)
    }
    return found
  }

  @inline(__always)
  private func walk(
    _ codes: [UInt32], from start: Int, limit: Int, cased: Bool, into found: inout Found
  ) {
    var node = root(codes[start], cased: cased)
    var place = start
    while node != 0 {
      let key = index.key(at: node, inEnglish: inEnglish)
      if key != 0, mayEnd(from: start, at: place, cased: cased) {
        if place &+ 1 > found.end { found = Found(end: place &+ 1) }
        if place &+ 1 == found.end {
          if cased { found.keys.bound = key } else { found.keys.free = key }
        }
      }
      place &+= 1
      guard place < limit, codes[place] != 0, !read.units[place].traits.contains(.startsAnew)
      else { return }
      node = index.child(of: node, codes[place])
    }
  }

  @inline(__always)
  private func root(_ code: UInt32, cased: Bool) -> UInt32 {
    if let word = TermIndex.word(ofCode: code) { return index.wordRoots[Int(word)] &>> 1 }
    if !cased, TermIndex.ideographs.contains(code) {
      return index.ideographRoots[Int(code &- TermIndex.ideographs.lowerBound)]
    }
    return index.child(of: cased ? TermTrie.boundRoot : TermTrie.freeRoot, code)
  }

  @inline(__always)
  private func mayEnd(from start: Int, at last: Int, cased: Bool) -> Bool {
    let traits = read.units[last].traits
    return !traits.contains(.isJoinedToNext)
      && (cased || start != last || !traits.contains(.isFoldedAcronym))
  }
}

extension RecognitionPass {
  /// Chooses among the terms that were found; see ``TermRecogniser``.
  private mutating func chosen(_ language: TextLanguage) -> [TermOccurrence] {
    var occurrences: [TermOccurrence] = []
    var start = 0
    while start < longest.count {
      guard longest[start].end > 0 else {
        start += 1
        continue
      }
      // As far as terms overlap one another.
      var end = longest[start].end
      var isNested = true
      var inner = start + 1
      while inner < end {
        if longest[inner].end > end { (end, isNested) = (longest[inner].end, false) }
        inner += 1
      }
      if !isNested { choose(in: start..<end) }
      if isNested {
        occurrences.append(occurrence(start, language))
      } else {
        for place in start..<end where longest[place].end > 0 {
          occurrences.append(occurrence(place, language))
        }
      }
      start = end
    }
    return occurrences
  }

  private func occurrence(_ start: Int, _ language: TextLanguage) -> TermOccurrence {
    let (first, last) = (read.units[start], read.units[longest[start].end - 1])
    return TermOccurrence(
      scalars: Int(first.scalarStart)..<Int(last.scalarEnd), language: language,
      keys: longest[start].keys)
  }

  /// Of the terms in a stretch, keeps those in ``longest`` that count.
  private mutating func choose(in stretch: Range<Int>) {
    var waiting = CandidateHeap()
    for start in stretch where longest[start].end > 0 { waiting.insert(candidate(start)) }
    var taken = [Bool](repeating: false, count: stretch.count)
    while let next = waiting.removeFirst() {
      let start = next.start
      let end = longest[start].end
      let obstacle = (start..<end).first { taken[$0 - stretch.lowerBound] }
      guard let obstacle else {
        for place in start..<end { taken[place - stretch.lowerBound] = true }
        continue
      }
      longest[start] = obstacle == start ? Found() : found(from: start, limit: obstacle)
      if longest[start].end > 0 { waiting.insert(candidate(start)) }
    }
  }

  private func candidate(_ start: Int) -> CandidateHeap.Candidate {
    CandidateHeap.Candidate(
      length: Int(read.units[longest[start].end - 1].scalarEnd - read.units[start].scalarStart),
      start: start)
  }
}

/// Terms that wait to be chosen, the longest first, of equally long ones the leftmost.
private struct CandidateHeap {
  struct Candidate {
    var length: Int
    var start: Int

    func precedes(_ other: Self) -> Bool {
      length != other.length ? length > other.length : start < other.start
    }
  }

  private var candidates: [Candidate] = []

  mutating func insert(_ candidate: Candidate) {
    candidates.append(candidate)
    var place = candidates.count - 1
    while place > 0, candidates[place].precedes(candidates[(place - 1) / 2]) {
      candidates.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Candidate? {
    guard let first = candidates.first, let last = candidates.popLast() else { return nil }
    guard !candidates.isEmpty else { return first }
    candidates[0] = last
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2] where child < candidates.count {
        if candidates[child].precedes(candidates[best]) { best = child }
      }
      if best == place { return first }
      candidates.swapAt(place, best)
      place = best
    }
  }
}
