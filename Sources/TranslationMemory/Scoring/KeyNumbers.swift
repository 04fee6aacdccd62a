/// The keys of a query's tokens, numbered from 1.
///
/// Keys are composed, so that equal ones have equal bytes: what a dictionary of strings does for
/// other texts is left out.
struct KeyNumbers: Sendable {
  private var keys: [String] = []
  /// Hashes with open addressing, and numbers of keys at the same places; 0 is a free place.
  private var hashes: [UInt64]
  private var numbers: [UInt32]

  /// Makes room for some keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    numbers = [UInt32](repeating: 0, count: size)
  }

  /// The number of a key; 0 where it has none.
  func number(of key: String) -> UInt32 { numbers[place(of: key, Self.hash(key))] }

  /// Gives a key a number, if it has none. There must not be more keys than there is room for.
  mutating func add(_ key: String) {
    let hash = Self.hash(key)
    let place = place(of: key, hash)
    guard numbers[place] == 0 else { return }
    keys.append(key)
    (hashes[place], numbers[place]) = (hash, UInt32(keys.count))
  }

  private static func hash(_ key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { text in unsafe TokenKeyHash.of(Span(_unsafeElements: text)) }
  }

  private func place(of key: String, _ hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while numbers[place] != 0 {
      if hashes[place] == hash, keys[Int(numbers[place]) - 1].utf8.elementsEqual(key.utf8) { break }
      place = (place + 1) & mask
    }
    return place
  }
}
