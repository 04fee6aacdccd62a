import DerivedFiles

/// The sections of a ``TermSearchFile`` as lists. Every access is checked, so that a damaged file
/// gives a wrong candidate at worst.
struct TermSearchSections: Sendable {
  private let lengthStarts, signatures, rows, terms, textStarts, texts: DerivedSection
  private let wordStarts, words, postingStarts, postings, wordSignatures: DerivedSection

  /// Takes the sections of a file, or nothing where one is missing.
  init?(_ file: DerivedFile) {
    func section(_ section: TermSearchSection) -> DerivedSection? { file.section(section.rawValue) }
    guard let lengthStarts = section(.lengthStarts), let signatures = section(.signatures),
      let rows = section(.rows), let terms = section(.terms),
      let textStarts = section(.textStarts), let texts = section(.texts),
      let wordStarts = section(.wordStarts), let words = section(.words),
      let postingStarts = section(.postingStarts), let postings = section(.postings),
      let wordSignatures = section(.wordSignatures)
    else { return nil }
    (self.lengthStarts, self.signatures, self.rows) = (lengthStarts, signatures, rows)
    (self.terms, self.textStarts, self.texts) = (terms, textStarts, texts)
    (self.wordStarts, self.words) = (wordStarts, words)
    (self.postingStarts, self.postings) = (postingStarts, postings)
    self.wordSignatures = wordSignatures
  }

  /// How many terms there are.
  var count: Int { signatures.byteCount / 8 }

  /// The places of terms whose text without spaces has a number of scalars in a range.
  func places(lengths: ClosedRange<Int>) -> Range<Int> {
    let longest = max(0, lengthStarts.byteCount / 4 - 2)
    let (low, high) = (max(0, lengths.lowerBound), min(longest, lengths.upperBound))
    guard low <= high else { return 0..<0 }
    let start = min(count, lengthStarts[low])
    return start..<max(start, min(count, lengthStarts[high + 1]))
  }

  /// Calls a closure with each place in a range whose characters differ from a query's by at most
  /// `limit` on either side.
  ///
  /// - Complexity: O(places), about a nanosecond each.
  func forEach(in places: Range<Int>, near query: UInt64, limit: Int, _ body: (Int) -> Void) {
    signatures.forEach(in: places, near: query, limit: limit, body)
  }

  /// Calls a closure with each word whose characters differ from those of another by at most
  /// `limit` on either side.
  func forEachWord(near query: UInt64, limit: Int, _ body: ([UInt8]) -> Void) {
    let all = 0..<max(0, min(wordSignatures.byteCount / 8, wordStarts.byteCount / 4 - 1))
    wordSignatures.forEach(in: all, near: query, limit: limit) { body(word($0)) }
  }

  /// Where the store keeps the concept of a term.
  func row(_ place: Int) -> Int { rows[place] }

  /// A term's place in its concept.
  func term(_ place: Int) -> Int { terms[place] >> 16 }

  /// A term's rank among hits of the same kind.
  func rank(_ place: Int) -> Int { terms[place] & 0xFFFF }

  /// A term's folded text with its spaces.
  func text(_ place: Int) -> String {
    let start = textStarts[place]
    return texts.text(at: start, byteCount: textStarts[place + 1] - start) ?? ""
  }

  /// Where in section 10 the places of the terms stand in which a word or a pair of Han characters
  /// occurs; an empty range where no term has it.
  func postingRange(of word: some Collection<UInt8>) -> Range<Int> {
    var (low, high) = (0, max(0, wordStarts.byteCount / 4 - 1))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if self.word(middle).lexicographicallyPrecedes(word) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < end, self.word(low).elementsEqual(word) else { return 0..<0 }
    let (first, last) = (postingStarts[low], min(postingStarts[low + 1], postings.byteCount / 4))
    return first < last ? first..<last : 0..<0
  }

  /// The places in a range of section 10, ascending.
  func postings(in range: Range<Int>) -> [UInt32] {
    let count = UInt32(count)
    return postings.withElements(of: UInt32.self) { all in
      var places: [UInt32] = []
      places.reserveCapacity(range.count)
      for index in range where all[index] < count { places.append(all[index]) }
      return places
    } ?? []
  }

  /// Those of some ascending places that stand in a range of section 10 too.
  ///
  /// - Complexity: O(places + range), or O(places · log range) where these are few.
  func common(_ places: [UInt32], _ range: Range<Int>) -> [UInt32] {
    postings.withElements(of: UInt32.self) { all in
      var index = range.lowerBound
      let areFew = places.count * 16 < range.count
      return places.filter { place in
        if areFew {
          var high = range.upperBound
          while index < high {
            let middle = (index + high) / 2
            if all[middle] < place { index = middle + 1 } else { high = middle }
          }
        } else {
          while index < range.upperBound, all[index] < place { index += 1 }
        }
        return index < range.upperBound && all[index] == place
      }
    } ?? []
  }

  /// Returns the first of some ascending places by rank, then place.
  ///
  /// - Complexity: O(places).
  func best(_ places: [UInt32], limit: Int) -> [UInt32] {
    guard places.count > limit else {
      return places.sorted { (rank(Int($0)), $0) < (rank(Int($1)), $1) }
    }
    var byRank: [[UInt32]] = []
    for place in places {
      let rank = min(rank(Int(place)), 255)
      while byRank.count <= rank { byRank.append([]) }
      if byRank[rank].count < limit { byRank[rank].append(place) }
    }
    return Array(byRank.joined().prefix(limit))
  }

  /// Whether a folded query stands in a term's folded text as it is, words as wholes.
  func holds(_ query: [UInt8], _ place: Int) -> Bool {
    let (start, end) = (textStarts[place], textStarts[place + 1])
    guard !query.isEmpty, start <= end, end <= texts.byteCount else { return false }
    return texts.withElements(of: UInt8.self) { bytes in
      var from = start
      while from + query.count <= end {
        var length = 0
        while length < query.count, bytes[from + length] == query[length] { length += 1 }
        let to = from + length
        if length == query.count,
          from == start || endsWord(bytes[from - 1], query[0]),
          to == end || endsWord(query[query.count - 1], bytes[to])
        {
          return true
        }
        from += 1
      }
      return false
    } ?? false
  }

  /// Puts the scalars of a term's folded text, without its spaces, into a buffer.
  func squeeze(_ place: Int, into scalars: inout [UInt32]) {
    scalars.removeAll(keepingCapacity: true)
    let (start, end) = (textStarts[place], textStarts[place + 1])
    guard start <= end, end <= texts.byteCount else { return }
    texts.withElements(of: UInt8.self) { bytes in
      var index = start
      while index < end {
        let lead = bytes[index]
        if lead < 0x80 {
          if lead != 0x20 { scalars.append(UInt32(lead)) }
          index += 1
          continue
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for next in (index + 1)..<min(end, index + length) {
          scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
        }
        scalars.append(scalar)
        index += length
      }
    }
  }

  private func word(_ number: Int) -> [UInt8] {
    let (start, end) = (wordStarts[number], wordStarts[number + 1])
    guard start <= end, end <= words.byteCount else { return [] }
    return (start..<end).compactMap { words.byte(at: $0) }
  }
}

/// Whether a word may end between two bytes of folded UTF-8: beside a space, or where Han characters,
/// whose bytes are all high, meet ASCII or each other.
private func endsWord(_ byte: UInt8, _ next: UInt8) -> Bool {
  byte == 0x20 || next == 0x20 || byte >= 0x80 || next >= 0x80
}

extension DerivedSection {
  /// Calls a closure with each place in a range of this list of signatures that is near another.
  fileprivate func forEach(
    in places: Range<Int>, near query: UInt64, limit: Int, _ body: (Int) -> Void
  ) {
    _ = withElements(of: UInt64.self) { signatures in
      for place in places {
        let bits = signatures[place]
        if (query & ~bits).nonzeroBitCount <= limit, (bits & ~query).nonzeroBitCount <= limit {
          body(place)
        }
      }
    }
  }

  /// An integer of a list of four bytes each; 0 outside.
  fileprivate subscript(index: Int) -> Int { Int(integer(UInt32.self, at: index * 4) ?? 0) }
}
