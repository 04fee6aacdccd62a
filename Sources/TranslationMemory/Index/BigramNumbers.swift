/// Numbers for the pairs of neighbouring tokens, in the order in which they first come.
struct BigramNumbers {
  /// The pairs by their number: the first token in the upper half.
  private(set) var pairs: [UInt64] = []
  // For each slot, a number and one more; zero where it is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 16)

  /// Returns the number of a pair.
  @inline(__always)
  mutating func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let pair = UInt64(first) << 32 | UInt64(second)
    if pairs.count &* 3 >= slots.count &* 2 { grow() }
    let mask = slots.count &- 1
    var slot = Self.hash(pair) & mask
    while true {
      let found = slots[slot]
      if found == 0 {
        pairs.append(pair)
        slots[slot] = UInt32(pairs.count)
        return UInt32(pairs.count &- 1)
      }
      if pairs[Int(found &- 1)] == pair { return found &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Gives the pairs, and lets go of what was needed to number them.
  mutating func finish() -> [UInt64] {
    slots = []
    defer { pairs = [] }
    return pairs
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for (number, pair) in pairs.enumerated() {
      var slot = Self.hash(pair) & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  @inline(__always)
  private static func hash(_ pair: UInt64) -> Int {
    var mixed = (pair ^ (pair &>> 32)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed &>> 29
    return Int(truncatingIfNeeded: mixed & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
