/// Words numbered in the order in which they first come.
///
/// A word of up to seven bytes, and that is every pair of Han characters of the basic block, is
/// its own key; only longer ones are hashed as texts.
struct WordNumbers {
  private var short: [UInt64: UInt32] = [:]
  private var long: [String: UInt32] = [:]
  private var count: UInt32 = 0

  /// Returns the number of a word, a new one if it is new.
  mutating func number(of word: ArraySlice<UInt8>) -> UInt32 {
    guard word.count > 7 else {
      var key = UInt64(word.count)
      for byte in word { key = key << 8 | UInt64(byte) }
      return Self.number(of: key, in: &short, &count)
    }
    return Self.number(of: String(decoding: word, as: UTF8.self), in: &long, &count)
  }

  /// The words in the order of their bytes, each with its number.
  var sorted: [(word: [UInt8], number: UInt32)] {
    var words: [(word: [UInt8], number: UInt32)] = []
    words.reserveCapacity(Int(count))
    for (key, number) in short {
      let length = (0..<8).first { key >> UInt64($0 * 8) == UInt64($0) } ?? 0
      let bytes = (0..<length).map {
        UInt8(truncatingIfNeeded: key >> UInt64((length - 1 - $0) * 8))
      }
      words.append((bytes, number))
    }
    for (word, number) in long { words.append((Array(word.utf8), number)) }
    return words.sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }

  private static func number<Key: Hashable>(
    of key: Key, in numbers: inout [Key: UInt32], _ count: inout UInt32
  ) -> UInt32 {
    if let number = numbers[key] { return number }
    numbers[key] = count
    count += 1
    return count - 1
  }
}
