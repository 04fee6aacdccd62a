/// A sequence of tokens or scalars, by number, prepared for being compared with many others.
///
///     let query = SequencePattern([7, 3, 9])
///     query.distance(to: [7, 9], limit: 2)     // 1
///     query.distance(to: [1, 2], limit: 1)     // nil
///     query.insertionsAndDeletions(to: [7, 4, 9])   // 2
///
/// Distances are computed 64 places at a time, for sequences of any length: by the bit-parallel form
/// of Myers (1999) in the blocks of Hyyrö, *A Bit-Vector Algorithm for Computing Levenshtein and
/// Damerau Edit Distances* (2003), whose `PM`, `VP`, `VN`, `D0`, `HP` and `HN` are used here, and by
/// that of Hyyrö, *Bit-Parallel LCS-length Computation Revisited* (2004). `TestSupport` holds the
/// plain dynamic programming that defines the answers.
package struct SequencePattern: Sendable {
  /// The numbers of the sequence.
  package let elements: [UInt32]
  /// How many words of 64 places the sequence fills.
  let blockCount: Int
  /// Distinct elements in a hash table with open addressing; meaningless where the row is 0.
  private let slots: [UInt32]
  /// The row of ``masks`` of the element in the same slot.
  private let rows: [Int32]
  private let slotMask: UInt32
  /// `PM`: a row of ``blockCount`` words for each distinct element, a bit for each place where the
  /// sequence has it; row 0, all zero, is that of any other element.
  let masks: [UInt64]

  /// Prepares a sequence.
  ///
  /// - Complexity: O(elements) time; space O(distinct elements · elements / 64).
  package init(_ elements: [UInt32]) {
    self.elements = elements
    let blockCount = max(1, (elements.count + 63) / 64)
    var size = 16
    while size < elements.count * 2 { size *= 2 }
    let slotMask = UInt32(size - 1)
    var slots = [UInt32](repeating: 0, count: size)
    var rows = [Int32](repeating: 0, count: size)
    var masks = [UInt64](repeating: 0, count: blockCount)
    masks.reserveCapacity(blockCount * (min(elements.count, 64) + 1))
    var rowCount: Int32 = 1
    for (place, element) in elements.enumerated() {
      var slot = Int(Self.hash(element) & slotMask)
      while rows[slot] != 0, slots[slot] != element { slot = (slot + 1) & Int(slotMask) }
      if rows[slot] == 0 {
        (slots[slot], rows[slot]) = (element, rowCount)
        rowCount += 1
        masks.append(contentsOf: repeatElement(0, count: blockCount))
      }
      masks[Int(rows[slot]) * blockCount + place >> 6] |= 1 << UInt64(place & 63)
    }
    self.blockCount = blockCount
    self.slots = slots
    self.rows = rows
    self.slotMask = slotMask
    self.masks = masks
  }

  @inline(__always)
  private static func hash(_ element: UInt32) -> UInt32 {
    let mixed = element &* 0x9E37_79B1
    return mixed ^ mixed >> 15
  }

  /// Where the row of an element begins in ``masks``.
  @inline(__always)
  func row(of element: UInt32) -> Int {
    var slot = Int(Self.hash(element) & slotMask)
    while rows[slot] != 0 {
      if slots[slot] == element { return Int(rows[slot]) &* blockCount }
      slot = (slot &+ 1) & Int(slotMask)
    }
    return 0
  }
}

extension SequencePattern {
  /// Returns how many insertions, deletions and replacements turn this sequence into another, or
  /// nil once that is sure to exceed `limit`.
  ///
  /// - Parameters:
  ///   - other: The other sequence.
  ///   - limit: The largest distance of interest; zero or more.
  /// - Returns: A distance in `0...limit`, or nil.
  /// - Complexity: O(⌈*m* / 64⌉ · *n*) for *m* elements here and *n* there.
  package func distance(to other: [UInt32], limit: Int = .max) -> Int? {
    let difference = abs(elements.count - other.count)
    guard difference <= limit else { return nil }
    if elements.isEmpty || other.isEmpty { return difference }
    let distance =
      blockCount == 1 ? wordDistance(other, limit: limit) : blockDistance(other, limit: limit)
    return distance <= limit ? distance : nil
  }

  /// Returns how many insertions and deletions turn this sequence into another when nothing is
  /// replaced.
  ///
  /// - Complexity: O(⌈*m* / 64⌉ · *n*) for *m* elements here and *n* there.
  package func insertionsAndDeletions(to other: [UInt32]) -> Int {
    elements.count + other.count - 2 * commonCount(with: other)
  }

  private func wordDistance(_ other: [UInt32], limit: Int) -> Int {
    let last = UInt64(1) << UInt64(elements.count - 1)
    var (VP, VN) = (~UInt64(0), UInt64(0))
    var distance = elements.count
    var left = other.count
    for element in other {
      let PM = masks[row(of: element)]
      let D0 = (((PM & VP) &+ VP) ^ VP) | PM | VN
      var HP = VN | ~(D0 | VP)
      var HN = D0 & VP
      if HP & last != 0 { distance &+= 1 } else if HN & last != 0 { distance &-= 1 }
      left &-= 1
      if distance &- left > limit { return .max }
      HP = HP << 1 | 1
      HN <<= 1
      VP = HN | ~(D0 | HP)
      VN = HP & D0
    }
    return distance
  }

  private func blockDistance(_ other: [UInt32], limit: Int) -> Int {
    var VP = [UInt64](repeating: ~0, count: blockCount)
    var VN = [UInt64](repeating: 0, count: blockCount)
    var distance = elements.count
    var left = other.count
    for element in other {
      distance += column(of: element, &VP, &VN) { _, _ in }
      left &-= 1
      if distance &- left > limit { return .max }
    }
    return distance
  }

  /// Advances by one element of the other sequence; returns by how much the distance of the whole
  /// pattern changes.
  @inline(__always)
  func column(
    of element: UInt32, _ VP: inout [UInt64], _ VN: inout [UInt64], note: (Int, UInt64) -> Void
  ) -> Int {
    let row = row(of: element)
    let last = UInt64(1) << UInt64((elements.count - 1) & 63)
    var (carriedHP, carriedHN) = (UInt64(1), UInt64(0))
    var change = 0
    for block in 0..<blockCount {
      let X = masks[row &+ block] | carriedHN
      let D0 = (((X & VP[block]) &+ VP[block]) ^ VP[block]) | X | VN[block]
      var HP = VN[block] | ~(D0 | VP[block])
      var HN = D0 & VP[block]
      if block == blockCount &- 1 { change = HP & last != 0 ? 1 : HN & last != 0 ? -1 : 0 }
      let (nextHP, nextHN) = (HP >> 63, HN >> 63)
      HP = HP << 1 | carriedHP
      HN = HN << 1 | carriedHN
      (carriedHP, carriedHN) = (nextHP, nextHN)
      VP[block] = HN | ~(D0 | HP)
      VN[block] = HP & D0
      note(block, D0)
    }
    return change
  }

  /// The length of the longest common subsequence.
  private func commonCount(with other: [UInt32]) -> Int {
    if blockCount == 1 {
      var S = ~UInt64(0)
      for element in other {
        let U = S & masks[row(of: element)]
        S = (S &+ U) | (S &- U)
      }
      return zeroCount(S, block: 0)
    }
    var S = [UInt64](repeating: ~0, count: blockCount)
    for element in other {
      let row = row(of: element)
      var carry: UInt64 = 0
      for block in 0..<blockCount {
        let U = S[block] & masks[row &+ block]
        let (partial, first) = S[block].addingReportingOverflow(U)
        let (sum, second) = partial.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        S[block] = sum | (S[block] &- U)
      }
    }
    return S.indices.reduce(0) { $0 + zeroCount(S[$1], block: $1) }
  }

  private func zeroCount(_ word: UInt64, block: Int) -> Int {
    let places = min(64, elements.count - block * 64)
    guard places > 0 else { return 0 }
    return (~word << UInt64(64 - places)).nonzeroBitCount
  }
}
