import TextAnalysis

/// The words of the English segments of a document, each with how often it is there.
struct SpelledWords {
  /// A spelling.
  private struct Spelling {
    var count = 0
    /// How often it stands in what may be a name, whose spelling is its own.
    var namedCount = 0
    var segment: Int32
    var start: Int32
    var length: Int32

    var place: DocumentPlace {
      DocumentPlace(segment: Int(segment), range: Int(start)..<Int(start + length))
    }
  }

  /// Words without hyphens, by a number made of their letters.
  private var words: [UInt64: Spelling] = [:]
  /// Words with hyphens, by the number of their letters alone.
  private var hyphenated: [UInt64: Spelling] = [:]
  /// Two words that may be one, by the number of the letters of both.
  private var parted: [UInt64: Spelling] = [:]

  /// Adds the words of a segment.
  ///
  /// - Complexity: O(scalars).
  mutating func add(_ segment: AnalysedSegment) {
    let scalars = segment.target.scalars
    let skipped = segment.target.figures.filter { $0.kind == .url || $0.kind == .email }
    var next = skipped.startIndex
    var place = 0
    var before: (hash: UInt64, start: Int, end: Int, isUpper: Bool)?
    var pending: UInt64?
    while place < scalars.count {
      if next < skipped.endIndex, place >= skipped[next].scalars.lowerBound {
        place = max(place, skipped[next].scalars.upperBound)
        next += 1
        (before, pending) = (nil, nil)
        continue
      }
      guard Self.isLetter(scalars[place].value) else {
        place += 1
        continue
      }
      let start = place
      var hash = LetterHash.seed
      var hyphens = 0
      while place < scalars.count {
        let value = scalars[place].value
        if Self.isLetter(value) {
          hash = LetterHash.mixed(hash, value)
        } else if value == 0x2D, place > start, place + 1 < scalars.count,
          Self.isLetter(scalars[place + 1].value)
        {
          hyphens += 1
        } else {
          break
        }
        place += 1
      }
      // Letters that go on in digits or others are codes and names of other languages.
      if place < scalars.count, TextWords.isWord(scalars[place].value) {
        while place < scalars.count, TextWords.isWord(scalars[place].value) { place += 1 }
        (before, pending) = (nil, nil)
        continue
      }
      let isUpper = scalars[start].value < 0x61
      let isNeighbour =
        before.map { start - $0.end == 1 && scalars[$0.end] == " " } ?? false
      if place - start >= 4 {
        let spelling = Spelling(
          segment: Int32(truncatingIfNeeded: segment.number),
          start: Int32(truncatingIfNeeded: start),
          length: Int32(truncatingIfNeeded: place - start))
        let isNamed = isUpper && isNeighbour && before?.isUpper == true
        if hyphens == 0 {
          Self.count(hash, spelling, isNamed, &words)
        } else if hyphens == 1 {
          Self.count(hash, spelling, isNamed, &hyphenated)
        }
      }
      // The word before stood in a name, too, when this one begins with a capital.
      if isUpper, isNeighbour, before?.isUpper == true, let pending {
        words[pending]?.namedCount += 1
      }
      if isNeighbour, let before, hyphens == 0, place - start >= 4, place - before.start >= 10,
        before.end - before.start <= 6, Self.prefixes.contains(before.hash)
      {
        var joined = LetterHash.seed
        for scalar in scalars[before.start..<place] where scalar != " " {
          joined = LetterHash.mixed(joined, scalar.value)
        }
        let spelling = Spelling(
          segment: Int32(truncatingIfNeeded: segment.number),
          start: Int32(truncatingIfNeeded: before.start),
          length: Int32(truncatingIfNeeded: place - before.start))
        Self.count(joined, spelling, false, &parted)
      }
      pending = hyphens == 0 && place - start >= 4 && !(isUpper && isNeighbour && before?.isUpper == true) ? hash : nil
      before = (hash, start, place, isUpper)
    }
  }

  private static func count(
    _ hash: UInt64, _ spelling: Spelling, _ isNamed: Bool, _ table: inout [UInt64: Spelling]
  ) {
    table[hash, default: spelling].count += 1
    if isNamed { table[hash]?.namedCount += 1 }
  }

  @inline(__always)
  private static func isLetter(_ value: UInt32) -> Bool {
    0x61...0x7A ~= value || 0x41...0x5A ~= value
  }

  /// First parts of compounds that are written as two words as well as one.
  private static let prefixes: Set<UInt64> = Set(
    [
      "cyber", "data", "health", "smart", "broad", "band", "work", "net", "soft", "hard", "web",
      "life", "cross", "block", "supply", "micro", "nano", "bio", "multi", "tele", "video", "eco",
      "road", "infra", "semi", "super", "hyper", "down", "stake", "bench", "frame",
    ].map { LetterHash.of($0) })
}

extension SpelledWords {
  /// Returns words that are spelled both in the British and in the American way.
  func britishAndAmerican(in document: [AnalysedSegment]) -> [SpellingPair] {
    var groups: [String: [(text: String, spelling: Spelling)]] = [:]
    for spelling in words.values where spelling.length >= 4 {
      let text = Self.text(spelling, document)
      let key = KeyFolder.spaced(text)
      if key == text, !SpellingRules.mayBeAmerican(text) { continue }
      groups[key, default: []].append((text, spelling))
    }
    var pairs: [SpellingPair] = []
    for (_, group) in groups where group.count > 1 {
      var forms: [String: (count: Int, named: Int, first: Spelling)] = [:]
      for (text, spelling) in group {
        let base = SpellingRules.singular(text)
        let known = forms[base]
        let isFirst = known.map { Self.isBefore(spelling, $0.first) } ?? true
        forms[base] = (
          (known?.count ?? 0) + spelling.count, (known?.named ?? 0) + spelling.namedCount,
          isFirst ? spelling : known?.first ?? spelling
        )
      }
      pairs += self.pairs(of: forms, document)
    }
    return pairs
  }

  private func pairs(
    of forms: [String: (count: Int, named: Int, first: Spelling)], _ document: [AnalysedSegment]
  ) -> [SpellingPair] {
    guard forms.count > 1 else { return [] }
    let ranked = forms.sorted {
      ($1.value.count, $0.value.first.segment, $0.key)
        < ($0.value.count, $1.value.first.segment, $1.key)
    }
    guard let main = ranked.first else { return [] }
    return ranked.dropFirst().compactMap { other in
      guard SpellingRules.areVariants(main.key, other.key),
        other.value.named < other.value.count, main.value.named < main.value.count
      else { return nil }
      return SpellingPair(
        place: other.value.first.place, count: other.value.count, usual: main.key,
        usualCount: main.value.count, usualSegment: Int(main.value.first.segment))
    }
  }

  /// Returns words that are written with a hyphen, or as two words, and as one.
  func hyphenated(in document: [AnalysedSegment]) -> [SpellingPair] {
    var pairs: [SpellingPair] = []
    for (hash, spelling) in hyphenated {
      let text = Self.text(spelling, document)
      guard let joined = words[hash], !SpellingRules.isOtherWithHyphen(text),
        joined.namedCount < joined.count, spelling.namedCount < spelling.count
      else { continue }
      pairs.append(Self.pair(spelling, joined, document))
    }
    for (hash, spelling) in parted {
      guard let joined = words[hash] else { continue }
      pairs.append(Self.pair(spelling, joined, document))
    }
    return pairs
  }

  private static func pair(
    _ one: Spelling, _ two: Spelling, _ document: [AnalysedSegment]
  ) -> SpellingPair {
    let isFirstRarer = (one.count, two.segment) <= (two.count, one.segment)
    let (rare, usual) = isFirstRarer ? (one, two) : (two, one)
    return SpellingPair(
      place: rare.place, count: rare.count, usual: text(usual, document), usualCount: usual.count,
      usualSegment: Int(usual.segment))
  }

  private static func isBefore(_ one: Spelling, _ two: Spelling) -> Bool {
    (one.segment, one.start) < (two.segment, two.start)
  }

  private static func text(_ spelling: Spelling, _ document: [AnalysedSegment]) -> String {
    document[Int(spelling.segment)].target.text(spelling.place.range).lowercased()
  }
}
