import TextAnalysis

/// A term that a search found, before the concept is read.
package struct TermSearchHit: Hashable, Sendable {
  /// Where the store keeps the concept.
  package var row: Int
  /// The term's place in the concept.
  package var term: Int
  /// The term's rank among hits of the same kind.
  package var rank: Int
  /// The term's folded text with its spaces.
  package var text: String
  /// Edits between query and term; 0 for whole words.
  package var distance: Int
  /// Whether the words stand in the term side by side, as in the query.
  package var isPhrase: Bool
}

extension TermSearchSections {
  /// Returns the terms in which all words of a query stand, and its Han characters as one run.
  ///
  /// - Parameters:
  ///   - spaced: The query folded with its spaces.
  ///   - limit: How many are wanted at most.
  /// - Returns: Terms that hold the query as a phrase first, then by rank, then shorter ones first.
  func termsHolding(_ spaced: String, limit: Int) -> [TermSearchHit] {
    let wanted = TermPieces(spaced: spaced)
    let keys = wanted.pieces.filter { !$0.isHan || $0.bytes.count > 3 }.flatMap(\.indexKeys)
    guard !keys.isEmpty else { return [] }
    let lists = Set(keys).map { postingRange(of: $0) }.sorted { $0.count < $1.count }
    guard let shortest = lists.first else { return [] }
    var places = postings(in: shortest)
    for list in lists.dropFirst() where !places.isEmpty { places = common(places, list) }
    // What the index says of words and pairs is all that there is to say of them.
    if !wanted.pieces.allSatisfy({ !$0.isHan || $0.bytes.count == 6 }) {
      places.removeAll { !TermPieces(spaced: text(Int($0))).hold(wanted) }
    }
    var (phrases, others) = (places, [UInt32]())
    if wanted.pieces.count > 1 {
      let query = Array(spaced.utf8)
      phrases.removeAll(keepingCapacity: true)
      for place in places {
        if holds(query, Int(place)) { phrases.append(place) } else { others.append(place) }
      }
    }
    let found = best(phrases, limit: limit).map { ($0, true) }
    let rest = best(others, limit: limit).map { ($0, false) }
    return (found + rest).prefix(limit).map { place, isPhrase in
      hit(Int(place), distance: 0, isPhrase: isPhrase)
    }
  }

  private func hit(_ place: Int, distance: Int, isPhrase: Bool = false) -> TermSearchHit {
    TermSearchHit(
      row: row(place), term: term(place), rank: rank(place), text: text(place),
      distance: distance, isPhrase: isPhrase)
  }

  /// Returns the terms that a query may be a misspelling of.
  ///
  /// Counted are insertions, deletions, replacements and exchanges of neighbours, as many as
  /// ``MisspellingLimit`` allows for the query's length; up to four Han characters, only another
  /// character of the same sound or form.
  ///
  /// - Parameters:
  ///   - squeezed: The query folded without spaces.
  ///   - limit: How many are wanted at most.
  /// - Returns: The nearest first, then by rank, length and text.
  func termsNear(_ squeezed: String, limit: Int) -> [TermSearchHit] {
    let query = squeezed.unicodeScalars.map(\.value)
    let allowance = MisspellingLimit(for: query)
    guard allowance.edits > 0 else { return [] }
    var signature = TermSignature()
    for scalar in query { signature.insert(scalar) }
    let pattern = AlignmentPattern(query)
    let lengths = (query.count - allowance.edits)...(query.count + allowance.edits)
    var hits: [TermSearchHit] = []
    var scalars: [UInt32] = []
    forEach(in: places(lengths: lengths), near: signature.bits, limit: allowance.edits) { place in
      squeeze(place, into: &scalars)
      guard let distance = pattern.distance(to: scalars.span, limit: allowance.edits), distance > 0,
        !allowance.onlyLookalikes || isLookalike(query, scalars)
      else { return }
      hits.append(hit(place, distance: distance))
    }
    hits.sort { left, right in
      (left.distance, left.rank, left.text.utf8.count, left.text, left.row)
        < (right.distance, right.rank, right.text.utf8.count, right.text, right.row)
    }
    return Array(hits.prefix(limit))
  }
}

extension TermSearchSections {
  /// Returns the terms in which the words of a query stand once those that no term has are replaced
  /// by words that they may be misspellings of.
  ///
  /// - Parameters:
  ///   - spaced: The query folded with its spaces.
  ///   - limit: How many are wanted at most.
  /// - Returns: Those with the fewest edits first, then as ``termsHolding(_:limit:)`` orders them.
  func termsHoldingWordsNear(_ spaced: String, limit: Int) -> [TermSearchHit] {
    let words = spaced.split(separator: " ").map(String.init)
    guard words.count <= 16 else { return [] }
    var readings: [(text: String, edits: Int)] = [("", 0)]
    for word in words {
      let choices = wordsNear(word)
      readings = readings.flatMap { reading in
        choices.map {
          (reading.text + (reading.text.isEmpty ? "" : " ") + $0.text, reading.edits + $0.edits)
        }
      }
      readings = Array(readings.sorted { ($0.edits, $0.text) < ($1.edits, $1.text) }.prefix(24))
    }
    var hits: [TermSearchHit] = []
    for reading in readings where reading.edits > 0 {
      hits += termsHolding(reading.text, limit: limit).map { hit in
        var hit = hit
        hit.distance = reading.edits
        return hit
      }
      if hits.count >= limit { break }
    }
    return Array(hits.prefix(limit))
  }

  /// Returns a word if some term has it, else the words that it may be a misspelling of, at most
  /// four, the nearest and then the most frequent first; a number is no misspelling of another.
  private func wordsNear(_ word: String) -> [(text: String, edits: Int)] {
    guard postingRange(of: Array(word.utf8)).isEmpty else { return [(word, 0)] }
    let letters = word.unicodeScalars.map(\.value)
    let allowance = MisspellingLimit(for: letters)
    guard allowance.edits > 0, !letters.contains(where: { isHanScalar($0) || isDigit($0) }) else {
      return []
    }
    let pattern = AlignmentPattern(letters)
    var found: [(text: String, edits: Int, uses: Int)] = []
    forEachWord(
      near: TermSignature(utf8: Array(word.utf8)).bits, limit: allowance.edits
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let scalars = text.unicodeScalars.map(\.value)
      guard abs(scalars.count - letters.count) <= allowance.edits,
        let edits = pattern.distance(to: scalars.span, limit: allowance.edits)
      else { return }
      found.append((text, edits, postingRange(of: bytes).count))
    }
    found.sort { ($0.edits, -$0.uses, $0.text) < ($1.edits, -$1.uses, $1.text) }
    return found.prefix(4).map { ($0.text, $0.edits) }
  }
}

/// Whether a scalar is one of the digits that folding leaves.
private func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

/// How many edits a query may be from the term that was meant.
struct MisspellingLimit {
  /// The largest distance.
  let edits: Int
  /// Whether the only edit is a character for one of the same sound or form.
  let onlyLookalikes: Bool

  /// Judges a query by its length: none below 4 letters or 2 Han characters; one to 7 letters or 8
  /// Han characters; two to 14 letters; three beyond.
  init(for query: [UInt32]) {
    let han = query.count { isHanScalar($0) }
    if han * 2 > query.count {
      onlyLookalikes = query.count <= 4
      edits = query.count < 2 ? 0 : query.count <= 8 ? 1 : 2
    } else {
      onlyLookalikes = false
      edits = query.count < 4 ? 0 : query.count <= 7 ? 1 : query.count <= 14 ? 2 : 3
    }
  }
}

/// Whether two texts of the same length differ in one character that sounds or looks the same.
private func isLookalike(_ query: [UInt32], _ term: [UInt32]) -> Bool {
  guard query.count == term.count else { return false }
  let pairs = zip(query, term).filter { $0 != $1 }
  guard pairs.count == 1, let typed = Unicode.Scalar(pairs[0].0),
    let meant = Unicode.Scalar(pairs[0].1)
  else { return false }
  return Pinyin.soundAlike(typed, meant) || SimilarForms.alike(typed, meant)
}
