/// Returns how many scalars must be inserted, deleted, replaced or exchanged with their neighbour
/// to turn one text into the other, or nil once that is sure to exceed `limit`.
///
/// No scalar is edited twice (*optimal string alignment*), so the measure is not a metric:
///
///     alignmentDistance("abcd", "acbd")  // 1
///     alignmentDistance("ca", "abc")     // 3: exchanged and then parted would be 2
///
/// For one query against many texts, make an ``AlignmentPattern`` once.
///
/// - Parameters:
///   - first: The scalars of one text.
///   - second: Those of the other.
///   - limit: The largest distance of interest; zero or more.
/// - Returns: A distance in `0...limit`, or nil.
package func alignmentDistance(_ first: [UInt32], _ second: [UInt32], limit: Int) -> Int? {
  AlignmentPattern(first).distance(to: second.span, limit: limit)
}

/// A text prepared for being compared with many others by ``alignmentDistance(_:_:limit:)``.
///
/// Up to 64 scalars the distance is computed by the bit-parallel form of Hyyrö, *A Bit-Vector
/// Algorithm for Computing Levenshtein and Damerau Edit Distances* (2003); `PM`, `VP`, `VN`, `D0`,
/// `HP`, `HN` and `TR` are the paper's. Beyond that by dynamic programming in a band of the width
/// of the limit. `TestSupport` holds the plain form that defines the answer.
package struct AlignmentPattern: Sendable {
  /// The scalars of the text.
  package let scalars: [UInt32]
  /// The scalars at their places in a hash table with open addressing; meaningless where the
  /// mask is 0.
  private let slots: [UInt32]
  /// `PM`: for the scalar in the same slot, a bit for each place where the text has it.
  private let masks: [UInt64]

  /// More than twice as many slots as a text of one machine word can have distinct scalars.
  private static let slotCount = 256
  /// The longest text whose places fit in a word.
  private static let wordLength = 64

  /// Prepares a text.
  ///
  /// - Complexity: O(scalars).
  package init(_ scalars: [UInt32]) {
    self.scalars = scalars
    var slots = [UInt32](repeating: 0, count: Self.slotCount)
    var masks = [UInt64](repeating: 0, count: Self.slotCount)
    if scalars.count <= Self.wordLength {
      for (place, scalar) in scalars.enumerated() {
        var slot = Int(scalar) & (Self.slotCount - 1)
        while masks[slot] != 0, slots[slot] != scalar { slot = (slot + 1) & (Self.slotCount - 1) }
        slots[slot] = scalar
        masks[slot] |= 1 << UInt64(place)
      }
    }
    (self.slots, self.masks) = (slots, masks)
  }

  /// Returns the distance to another text, or nil once it is sure to exceed `limit`.
  ///
  /// - Parameters:
  ///   - candidate: The scalars of the other text.
  ///   - limit: The largest distance of interest; zero or more.
  /// - Returns: A distance in `0...limit`, or nil.
  /// - Complexity: O(*n*) for *n* scalars in the candidate and up to 64 in the pattern, else
  ///   O(*n* · `limit`).
  package func distance(to candidate: Span<UInt32>, limit: Int) -> Int? {
    precondition(limit >= 0, "An edit distance limit cannot be negative.")
    let (m, n) = (scalars.count, candidate.count)
    guard abs(m - n) <= limit else { return nil }
    guard m > 0, n > 0 else { return max(m, n) }
    return m <= Self.wordLength
      ? distanceInOneWord(to: candidate, limit: limit)
      : distanceInBand(to: candidate, limit: limit)
  }

  private func distanceInOneWord(to candidate: Span<UInt32>, limit: Int) -> Int? {
    let slots = slots.span
    let masks = masks.span
    let last = UInt64(1) &<< UInt64(scalars.count - 1)
    var (VP, VN, D0, previousPM) = (~UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var distance = scalars.count
    // The distance falls by one a scalar at most: above this it can no longer come within limit.
    var bound = limit + candidate.count
    for place in candidate.indices {
      let scalar = candidate[place]
      var slot = Int(scalar) & (Self.slotCount - 1)
      while masks[slot] != 0, slots[slot] != scalar { slot = (slot &+ 1) & (Self.slotCount - 1) }
      let PM = masks[slot]
      let TR = ((~D0 & PM) &<< 1) & previousPM
      D0 = (((PM & VP) &+ VP) ^ VP) | PM | VN | TR
      var HP = VN | ~(D0 | VP)
      var HN = D0 & VP
      if HP & last != 0 { distance &+= 1 } else if HN & last != 0 { distance &-= 1 }
      bound &-= 1
      if distance > bound { return nil }
      HP = HP &<< 1 | 1
      HN = HN &<< 1
      VP = HN | ~(D0 | HP)
      VN = D0 & HP
      previousPM = PM
    }
    return distance <= limit ? distance : nil
  }

  /// Rows of the table of distances between beginnings, a row for each scalar of the pattern; of
  /// each only the cells that are no farther than the limit from the diagonal.
  private func distanceInBand(to candidate: Span<UInt32>, limit: Int) -> Int? {
    let (m, n) = (scalars.count, candidate.count)
    let far = limit + 1
    var beforePrevious = [Int](repeating: far, count: n + 1)
    var previous = (0...n).map { min($0, far) }
    var current = beforePrevious
    for i in 1...m {
      let (low, high) = (max(1, i - limit), min(n, i + limit))
      guard low <= high else { return nil }
      current[low - 1] = low == 1 ? min(i, far) : far
      if high < n { current[high + 1] = far }
      var smallest = current[low - 1]
      for j in low...high {
        let isSame = scalars[i - 1] == candidate[j - 1]
        var cost = min(
          previous[j - 1] + (isSame ? 0 : 1), previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, scalars[i - 1] == candidate[j - 2], scalars[i - 2] == candidate[j - 1] {
          cost = min(cost, beforePrevious[j - 2] + 1)
        }
        current[j] = min(cost, far)
        smallest = min(smallest, current[j])
      }
      if smallest > limit, previous.allSatisfy({ $0 > limit }) { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[n] <= limit ? previous[n] : nil
  }
}
