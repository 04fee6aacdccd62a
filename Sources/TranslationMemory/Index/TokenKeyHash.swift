/// The hash of a token's key, over its UTF-8; part of the layout of ``MemoryVocabulary``.
enum TokenKeyHash {
  /// Hashes a text.
  @inline(__always)
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &+ 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place < bytes.count {
      var word: UInt64 = 0
      var shift: UInt64 = 0
      while shift < 64, place < bytes.count {
        word |= UInt64(bytes[place]) &<< shift
        shift &+= 8
        place &+= 1
      }
      hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash &>> 32
    }
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash &>> 32)
  }
}
