/// Where tokens stand in the segments of a ``CandidateIndex``, one after the other: first in the
/// shortest segments, then by position.
///
/// It walks through the shortest list of places among those of the phrase's tokens and pairs, and
/// compares the rest with the segment.
@safe package struct PhraseOccurrences: Sequence, IteratorProtocol {
  /// Where a phrase stands.
  package struct Element: Hashable, Sendable {
    /// The number of the segment in the index.
    package let segment: UInt32
    /// The row under which the segment was added.
    package let row: UInt32
    /// The position of the phrase's first token.
    package let position: Int
  }

  private let index: CandidateIndex
  private let phrase: [UInt32]
  private var list: PlaceList
  private var hasList = false
  /// The place of a list of one, which may stand in no list of the file.
  private var single: UInt32 = 0
  private var offset = 0
  private var cursor = 0
  private var classNumber = 0

  /// Finds a phrase of one token or more.
  init(_ index: CandidateIndex, _ phrase: [UInt32]) {
    self.index = index
    self.phrase = phrase
    unsafe list = PlaceList(base: index.tokenPlaces.base, count: 0)
    for (place, token) in phrase.enumerated() {
      consider(index.places(of: token), at: place)
      guard place + 1 < phrase.count, index.holds(token), index.holds(phrase[place + 1]) else {
        continue
      }
      let code = BigramCode(token, phrase[place + 1])
      var single: UInt32 = 0
      unsafe withUnsafeMutablePointer(to: &single) { pointer in
        let bucket = index.bucket(code.bucket(bits: index.bucketBits))
        unsafe consider(index.places(of: code, in: bucket, single: pointer), at: place)
      }
    }
  }

  /// The most occurrences that there can be.
  package var countLimit: Int { list.count }

  private mutating func consider(_ other: PlaceList, at place: Int) {
    guard !hasList || other.count < list.count else { return }
    hasList = true
    list = other
    offset = place
    if other.count == 1 { single = unsafe other.base[0] }
  }

  /// Returns the next occurrence.
  package mutating func next() -> Element? {
    while cursor < list.count {
      let place = list.count == 1 ? single : unsafe list.base[cursor]
      cursor += 1
      while unsafe classNumber < index.classCount && index.classes[classNumber].tokenEnd <= place {
        classNumber += 1
      }
      guard classNumber < index.classCount else { return nil }
      let entry = unsafe index.classes[classNumber]
      guard place >= entry.tokenStart else { continue }
      let local = (place - entry.tokenStart) % entry.count
      let position = Int((place - entry.tokenStart) / entry.count) - offset
      guard position >= 0, position + phrase.count <= entry.length else { continue }
      let start = Int(entry.tokenStart) + Int(local) * entry.length + position
      if phrase.indices.allSatisfy({ index.token(at: start + $0) == phrase[$0] }) {
        let segment = entry.first + local
        return Element(
          segment: segment, row: index.rows[Int(segment)], position: position)
      }
    }
    return nil
  }
}

extension CandidateIndex {
  /// Returns where a phrase of token ids stands; nowhere if it is empty.
  package func occurrences(of phrase: [UInt32]) -> PhraseOccurrences {
    PhraseOccurrences(self, phrase)
  }

  /// Returns the token ids of a segment, none where there is no such segment.
  package func tokens(of segment: UInt32) -> [UInt32] {
    guard let entry = segmentClass(of: segment) else { return [] }
    let start = Int(entry.tokenStart) + Int(segment - entry.first) * entry.length
    return (start..<(start + entry.length)).map { token(at: $0) }
  }

  /// Returns how many tokens a segment has, zero where there is no such segment.
  func tokenCount(of segment: UInt32) -> Int { segmentClass(of: segment)?.length ?? 0 }

  /// Returns the token at a position of a segment that has it.
  func token(of segment: UInt32, at position: Int) -> UInt32 {
    guard let entry = segmentClass(of: segment) else { return CandidateSearcher.unknownToken }
    return token(at: Int(entry.tokenStart) + Int(segment - entry.first) * entry.length + position)
  }

  /// Whether a token stands in some segment.
  func holds(_ token: UInt32) -> Bool {
    token < tokenLimit && tokenStarts[Int(token)] != tokenStarts[Int(token) + 1]
  }

  /// The token at a place in the order of segments.
  func token(at place: Int) -> UInt32 {
    let start = place * tokenByteCount
    var token: UInt32 = 0
    for byte in 0..<tokenByteCount { token |= UInt32(tokens[start + byte]) << UInt32(8 * byte) }
    return token
  }

  private func segmentClass(of segment: UInt32) -> SegmentClass? {
    var (low, high) = (0, classCount)
    while low < high {
      let middle = (low + high) / 2
      let entry = unsafe classes[middle]
      if entry.first + entry.count <= segment { low = middle + 1 } else { high = middle }
    }
    return low < classCount ? unsafe classes[low] : nil
  }
}
