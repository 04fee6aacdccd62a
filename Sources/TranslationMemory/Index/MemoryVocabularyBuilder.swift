import DerivedFiles

/// Numbers token keys in the order in which they first come, and counts in how many segments each
/// stands, and in how many of these the other side has it too.
struct MemoryVocabularyBuilder {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  // A number and one more in the lower half, half of the hash in the upper; zero where free.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var segmentCount: UInt32 = 0

  private struct Entry {
    var start: UInt32
    var end: UInt32
    var frequency: UInt32 = 0
    /// In how many units the other side has the key too.
    var keptFrequency: UInt32 = 0
    /// The last segment that held the key.
    var segment: UInt32 = 0
  }

  /// Starts with no key.
  init() {}

  /// Numbers the keys of a segment.
  ///
  /// - Parameters:
  ///   - keys: The keys, in order.
  ///   - others: Keys of the segment on the other side.
  ///   - numbers: Takes their numbers.
  mutating func numbers(
    of keys: [String], keptAs others: [String], into numbers: inout [UInt32]
  ) {
    segmentCount += 1
    numbers.removeAll(keepingCapacity: true)
    for key in keys {
      var key = key
      let number = key.withUTF8 { text in
        unsafe self.number(of: Span(_unsafeElements: text))
      }
      if entries[Int(number)].segment != segmentCount {
        entries[Int(number)].segment = segmentCount
        entries[Int(number)].frequency += 1
        if let first = key.utf8.first, first < 0x80, others.contains(key) {
          entries[Int(number)].keptFrequency += 1
        }
      }
      numbers.append(number)
    }
  }

  /// Returns the number of a key.
  private mutating func number(of key: Span<UInt8>) -> UInt32 {
    let hash = TokenKeyHash.of(key)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let found = slots[slot]
      let number = Int(found & 0xFFFF_FFFF) &- 1
      if found &>> 32 == hash &>> 32, isKey(key, number) { return UInt32(number) }
      slot = (slot &+ 1) & mask
    }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(entries.count &+ 1)
    let start = UInt32(bytes.count)
    for place in key.indices { bytes.append(key[place]) }
    entries.append(Entry(start: start, end: UInt32(bytes.count)))
    if entries.count * 2 > slots.count { grow() }
    return UInt32(entries.count - 1)
  }

  private func isKey(_ key: Span<UInt8>, _ number: Int) -> Bool {
    let entry = entries[number]
    let start = Int(entry.start)
    guard Int(entry.end) &- start == key.count else { return false }
    for place in key.indices where bytes[start &+ place] != key[place] { return false }
    return true
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for (number, entry) in entries.enumerated() {
      let hash = TokenKeyHash.of(
        bytes.span.extracting(Int(entry.start)..<Int(entry.end)))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
    slots = larger
  }

  /// Lays out the keys, and lets go of them.
  mutating func write(
    to writer: inout DerivedFileWriter, firstSection first: UInt32
  ) throws(DerivedFileError) {
    writer.beginSection(MemoryVocabularySection.slots.number(from: first), alignment: 64)
    try writer.append(contentsOf: slots)
    writer.beginSection(MemoryVocabularySection.ends.number(from: first), alignment: 64)
    try writer.append(contentsOf: entries.map(\.end) + [0])
    writer.beginSection(MemoryVocabularySection.keys.number(from: first), alignment: 64)
    try writer.append(contentsOf: bytes + [0])
    writer.beginSection(MemoryVocabularySection.frequencies.number(from: first), alignment: 64)
    try writer.append(contentsOf: entries.map(\.frequency) + [0])
    writer.beginSection(
      MemoryVocabularySection.keptFrequencies.number(from: first), alignment: 64)
    try writer.append(contentsOf: entries.map(\.keptFrequency) + [0])
    self = MemoryVocabularyBuilder()
  }
}
