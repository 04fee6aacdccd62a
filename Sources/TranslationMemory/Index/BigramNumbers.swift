/// Numbers for the codes of pairs of tokens, in the order in which they first come.
struct BigramNumbers {
  /// The codes by their number.
  private(set) var codes: [BigramCode] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 16)

  private struct Slot {
    var code = BigramCode(hash: 0)
    /// The number and one more; zero where the slot is free.
    var number: UInt32 = 0
  }

  /// Returns the number of a code.
  @inline(__always)
  mutating func number(of code: BigramCode) -> UInt32 {
    if codes.count &* 3 >= slots.count &* 2 { grow() }
    let mask = slots.count &- 1
    var slot = code.slot & mask
    while slots[slot].number != 0 {
      if slots[slot].code == code { return slots[slot].number &- 1 }
      slot = (slot &+ 1) & mask
    }
    codes.append(code)
    slots[slot] = Slot(code: code, number: UInt32(codes.count))
    return UInt32(codes.count &- 1)
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry.number != 0 {
      var slot = entry.code.slot & mask
      while larger[slot].number != 0 { slot = (slot &+ 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}
