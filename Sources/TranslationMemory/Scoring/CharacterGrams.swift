/// The runs of one to six characters of a text, white space left out, counted: what chrF compares.
///
/// chrF (Popović 2015) without words: the F-score, recall counting four times as much as
/// precision (β = 2), of the runs that two texts share, averaged over their lengths.
package struct CharacterGrams: Sendable {
  /// Of each length, the hashes of the runs in ascending order, repeated as often as they occur.
  private let grams: [[UInt]]

  private static let longest = 6

  /// Counts the runs of a text.
  ///
  /// - Complexity: O(n log n) for n characters.
  package init(_ text: String) {
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
    grams = (1...Self.longest).map { length in
      guard scalars.count >= length else { return [] }
      var runs: [UInt] = []
      runs.reserveCapacity(scalars.count - length + 1)
      for start in 0...(scalars.count - length) {
        var hash: UInt = 0
        for place in start..<start + length {
          hash = (hash &+ UInt(scalars[place]) &+ 1) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        runs.append(hash)
      }
      runs.sort()
      return runs
    }
  }

  /// Returns the chrF of this text as a translation, held against another as reference.
  ///
  /// - Returns: 0...100.
  /// - Complexity: O(characters of both).
  package func score(against reference: CharacterGrams) -> Double {
    var (precision, recall, lengths) = (0.0, 0.0, 0.0)
    for (mine, other) in zip(grams, reference.grams) where !mine.isEmpty && !other.isEmpty {
      let shared = Double(Self.shared(mine, other))
      precision += shared / Double(mine.count)
      recall += shared / Double(other.count)
      lengths += 1
    }
    guard precision > 0 else { return 0 }
    precision /= lengths
    recall /= lengths
    return 500 * precision * recall / (4 * precision + recall)
  }

  private static func shared(_ first: [UInt], _ second: [UInt]) -> Int {
    var (place, other, count) = (0, 0, 0)
    while place < first.count, other < second.count {
      let (mine, theirs) = (first[place], second[other])
      count += mine == theirs ? 1 : 0
      place += mine <= theirs ? 1 : 0
      other += theirs <= mine ? 1 : 0
    }
    return count
  }
}
