/// What the index knows a pair of neighbouring tokens by: a bucket and a print of 24 bits.
///
/// Pairs that share both share one list of places. Such a list names places too many, never too
/// few, and every candidate is compared in full: so that no pair need be kept.
///
/// In memory a code keeps all 64 bits of the pair, mixed in a way that can be undone: different
/// pairs have different codes until they are cut for the file.
struct BigramCode: Equatable {
  private let hash: UInt64

  /// Takes a code as it is.
  init(hash: UInt64) { self.hash = hash }

  /// Hashes a pair.
  @inline(__always)
  init(_ first: UInt32, _ second: UInt32) {
    var mixed = (UInt64(first) &<< 32 | UInt64(second)) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed &>> 32)) &* 0xD6E8_FEB8_6659_FD93
    mixed = (mixed ^ (mixed &>> 32)) &* 0xD6E8_FEB8_6659_FD93
    hash = mixed ^ (mixed &>> 32)
  }

  /// The bucket, of 2 to the power of `bits`; at most 32 bits.
  @inline(__always)
  func bucket(bits: Int) -> Int { bits == 0 ? 0 : Int(hash &>> UInt64(64 &- bits)) }

  /// Where a table in memory begins to look for it; non-negative.
  @inline(__always)
  var slot: Int { Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF) }

  /// The print, from bits that no bucket uses.
  @inline(__always)
  var print: UInt64 { hash & 0xFF_FFFF }
}

/// An entry of the table of pairs: print (24 bits), number of places (8 bits), and below it where
/// they stand (32 bits).
///
/// A single place stands in the entry itself. A number of ``manyPlaces`` says that the true number
/// stands as the first element of the list.
struct BigramEntry {
  /// The number that stands for itself and all above it.
  static let manyPlaces = 255
  /// The entry as it is stored.
  let bits: UInt64

  /// Takes an entry from the table.
  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// Makes an entry.
  init(print: UInt64, count: Int, payload: UInt32) {
    bits = print << 40 | UInt64(min(count, Self.manyPlaces)) << 32 | UInt64(payload)
  }

  /// The print of its pair.
  @inline(__always)
  var print: UInt64 { bits &>> 40 }
  /// The number of places, or ``manyPlaces``.
  @inline(__always)
  var count: Int { Int(bits &>> 32 & 0xFF) }
  /// The place, or where the list starts.
  @inline(__always)
  var payload: UInt32 { UInt32(truncatingIfNeeded: bits) }
}
