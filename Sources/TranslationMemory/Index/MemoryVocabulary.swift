import DerivedFiles

/// The sections of a ``MemoryVocabulary``, counted from the number at which it begins.
enum MemoryVocabularySection: UInt32, CaseIterable {
  case slots, ends, keys, frequencies, keptFrequencies

  /// The number of the section in a file whose vocabulary begins at a number.
  func number(from first: UInt32) -> UInt32 { first + rawValue }
}

/// The token keys of one side of a translation memory, and their numbers; read in place.
///
/// ## Sections
///
/// Integers are little-endian. Sections are counted from the number at which the vocabulary begins;
/// all but the first end with one more element, zero.
///
/// | No | Contents                                                                          |
/// | -- | --------------------------------------------------------------------------------- |
/// | 0  | a hash table of a power of two of slots (8): upper half of the key's hash (4), the key's number plus 1 or 0 (4); a key stands at the slot that its hash's lower bits name, or after it |
/// | 1  | for each number: where its key ends in section 2 (4)                              |
/// | 2  | the keys, UTF-8                                                                   |
/// | 3  | for each number: how many segments hold it (4)                                    |
/// | 4  | for each number: in how many of these units the other side holds the key too (4)  |
struct MemoryVocabulary: Sendable {
  private let slots: MappedElements<UInt64>
  private let ends: MappedElements<UInt32>
  private let keys: MappedElements<UInt8>
  private let frequencies: MappedElements<UInt32>
  private let keptFrequencies: MappedElements<UInt32>
  private let keySection: DerivedSection

  /// Takes the sections of a vocabulary, or gives nothing where they are not those of one.
  init?(_ file: DerivedFile, firstSection first: UInt32) {
    func section(_ section: MemoryVocabularySection) -> DerivedSection? {
      file.section(section.number(from: first))
    }
    guard let slots = MappedElements<UInt64>(section(.slots)),
      slots.count & (slots.count - 1) == 0,
      let ends = MappedElements<UInt32>(section(.ends)),
      let keySection = section(.keys), let keys = MappedElements<UInt8>(keySection),
      let frequencies = MappedElements<UInt32>(section(.frequencies)),
      let keptFrequencies = MappedElements<UInt32>(section(.keptFrequencies))
    else { return nil }
    (self.slots, self.ends, self.keys, self.keySection) = (slots, ends, keys, keySection)
    (self.frequencies, self.keptFrequencies) = (frequencies, keptFrequencies)
  }

  /// The number of keys.
  var count: Int { ends.count - 1 }

  /// Returns the number of a key, or nil where the memory does not hold it.
  func number(of key: String) -> UInt32? {
    var key = key
    return key.withUTF8 { text in
      unsafe self.number(of: Span(_unsafeElements: text))
    }
  }

  private func number(of key: Span<UInt8>) -> UInt32? {
    let hash = TokenKeyHash.of(key)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    // Half of the slots are free; in a damaged table perhaps none.
    for _ in 0..<slots.count {
      let found = slots[slot]
      guard found != 0 else { return nil }
      let number = Int(found & 0xFFFF_FFFF) - 1
      if found >> 32 == hash >> 32, isKey(key, number) { return UInt32(number) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Returns the key of a number, or nil where there is none.
  func key(of number: UInt32) -> String? {
    guard let range = range(of: Int(number)) else { return nil }
    return keySection.text(at: range.lowerBound, byteCount: range.count)
  }

  /// How many segments hold the token of a number.
  func frequency(of number: UInt32) -> Int { Int(frequencies[Int(number)]) }

  /// In how many of these units the other side holds the key too.
  func keptFrequency(of number: UInt32) -> Int { Int(keptFrequencies[Int(number)]) }

  private func range(of number: Int) -> Range<Int>? {
    guard number >= 0, number < count else { return nil }
    let start = number == 0 ? 0 : Int(ends[number - 1])
    let end = Int(ends[number])
    return start <= end && end < keys.count ? start..<end : nil
  }

  private func isKey(_ key: Span<UInt8>, _ number: Int) -> Bool {
    guard let range = range(of: number), range.count == key.count else { return false }
    for place in key.indices where keys[range.lowerBound + place] != key[place] { return false }
    return true
  }
}
