/// Bytes that grow at their end, for loops in which the checks of an array are too dear.
///
/// Whoever uses `base` keeps within `count`, or what was reserved.
@safe package struct ByteBuffer: ~Copyable {
  /// The first byte.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// How many bytes there are; no more than were reserved.
  var count = 0
  private var capacity: Int

  init() {
    capacity = 1024
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The last byte.
  @inline(__always)
  var last: UInt8? { count > 0 ? unsafe base[count &- 1] : nil }

  /// Makes room for more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(count &+ more) }
  }

  @inline(never)
  private mutating func grow(_ wanted: Int) {
    let larger = max(wanted, 2 * capacity)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe room.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = room
    capacity = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count &+= 1
  }

  mutating func append(contentsOf bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Appends ASCII letters in lower case, and returns how many of them are capitals.
  @inline(__always)
  mutating func appendLowered(_ letters: UnsafeBufferPointer<UInt8>) -> Int {
    reserve(letters.count)
    var smalls = 0
    for place in 0..<letters.count {
      let letter = unsafe letters[place]
      smalls &+= Int(letter & 0x20)
      unsafe base[count &+ place] = letter | 0x20
    }
    count &+= letters.count
    return letters.count &- smalls / 0x20
  }

  /// The bytes from a place on.
  @inline(__always)
  func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: base + start, count: count &- start)
  }
}

extension TextUnits {
  /// Packs a word into a number that is never zero: up to seven bytes with their count, so that no
  /// two words have the same; of more bytes a hash, whose highest bit is set.
  @inline(__always)
  package static func packed(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = bytes.count
    if count < 8 {
      var packed = UInt64(truncatingIfNeeded: count)
      for place in 0..<count { packed = unsafe packed &<< 8 | UInt64(bytes[place]) }
      return packed
    }
    var hash = UInt64(truncatingIfNeeded: count)
    var place = 0
    while place < count {
      // The last eight bytes may overlap the ones before.
      let start = min(place, count &- 8)
      let word = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: start, as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash &>> 32
      place &+= 8
    }
    return hash | 1 << 63
  }
}
