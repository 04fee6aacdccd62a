/// A digest of 128 bits that tells contents apart; it guards against mix-ups, not attackers.
///
/// Words of eight bytes are folded in one after the other, each multiplied by the prime of
/// FNV-1a (128 bits) and its upper half mixed back into the lower. Every piece is preceded by its
/// length, so that pieces cannot run into each other.
package struct ContentDigest: Hashable, Sendable {
  private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  /// Starts a digest of nothing.
  package init() {}

  /// Adds a number.
  package mutating func add(_ number: Int) { fold(UInt64(bitPattern: Int64(number))) }

  /// Adds a text.
  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    add(bytes.count)
    var (place, word) = (0, UInt64(0))
    for byte in bytes {
      word |= UInt64(byte) << UInt64(place * 8)
      place += 1
      if place == 8 {
        fold(word)
        (place, word) = (0, 0)
      }
    }
    if place > 0 { fold(word) }
  }

  private mutating func fold(_ word: UInt64) {
    state = (state ^ UInt128(word)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    state ^= state >> 64
  }

  /// The lower half of the digest as a number.
  var number: Int { Int(truncatingIfNeeded: state) }

  /// The digest as 32 hexadecimal digits.
  package var hexadecimal: String {
    let text = String(state, radix: 16)
    return String(repeating: "0", count: 32 - text.count) + text
  }
}
