/// Words in *-s* that are not the plural of the word without it, so that neither is found where the
/// other stands: *securities* (证券) are no *security* (安全).
struct PluralNouns: Sendable {
  static let shared = PluralNouns()

  private static let words = """
    arms customs damages earnings futures goods headquarters means minutes premises proceeds
    remains savings securities spirits thanks works
    """

  private static let slotBits: UInt64 = 6

  /// The words by a hash of their first eight letters.
  private let slots: [[UInt8]]
  private let firstLetters: [UInt64]

  private init() {
    var slots = [[UInt8]](repeating: [], count: 1 << Self.slotBits)
    var firstLetters = [UInt64](repeating: 0, count: 1 << Self.slotBits)
    for word in Self.words.split(whereSeparator: \.isWhitespace) {
      let bytes = Array(word.utf8)
      let first = unsafe bytes.withUnsafeBufferPointer { unsafe Self.packed($0) }
      var slot = Self.slot(first)
      while firstLetters[slot] != 0 { slot = (slot + 1) % slots.count }
      (slots[slot], firstLetters[slot]) = (bytes, first)
    }
    (self.slots, self.firstLetters) = (slots, firstLetters)
  }

  /// Whether a word in small letters is one of them.
  @inline(__always)
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = unsafe Self.packed(word)
    var slot = Self.slot(first)
    while firstLetters[slot] != 0 {
      if firstLetters[slot] == first, unsafe slots[slot].elementsEqual(word) { return true }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return false
  }

  @inline(__always)
  private static func packed(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    for place in 0..<min(8, word.count) { packed = unsafe packed &<< 8 | UInt64(word[place]) }
    return packed
  }

  @inline(__always)
  private static func slot(_ first: UInt64) -> Int {
    Int(truncatingIfNeeded: (first &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- slotBits))
  }
}
