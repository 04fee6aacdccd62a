import TextAnalysis

/// Words numbered in the order in which they first come.
struct WordNumbering {
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)
  private var packed: [UInt64] = []
  private var starts: [UInt32] = [0]
  private var bytes: [UInt8] = []

  /// How many words there are.
  var count: Int { packed.count }

  /// Returns the number of a word, a new one if it is new.
  ///
  /// - Parameters:
  ///   - word: Its bytes.
  ///   - key: The same as `TextUnits.packed` packs them.
  /// - Returns: Its number.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, packed key: UInt64) -> UInt32 {
    if count * 2 >= slots.count { grow() }
    var slot = TermAutomaton.wordSlot(key, of: slots.count)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if packed[number] == key,
        unsafe bytes[Int(starts[number])..<Int(starts[number + 1])].elementsEqual(word)
      {
        return UInt32(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(count)
    slots[slot] = number + 1
    packed.append(key)
    unsafe bytes.append(contentsOf: word)
    starts.append(UInt32(bytes.count))
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, key) in packed.enumerated() {
      var slot = TermAutomaton.wordSlot(key, of: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }

  /// The slot of each word by its number, which is its number in the index.
  var places: [UInt32] {
    var places = [UInt32](repeating: 0, count: count)
    for (slot, number) in slots.enumerated() where number > 0 {
      places[Int(number - 1)] = UInt32(slot)
    }
    return places
  }

  /// Lays out the words, with the node that each leads to.
  func layOut(into tables: inout TermIndexTables, node: (UInt32) -> TermAutomaton.Node) {
    tables.words.reserveCapacity(slots.count * 2)
    tables.wordStarts = [0]
    for slot in slots {
      if slot > 0 {
        let number = Int(slot - 1)
        tables.words += [packed[number], node(slot - 1).bits]
        if packed[number] >> 63 != 0 {
          tables.wordBytes += bytes[Int(starts[number])..<Int(starts[number + 1])]
        }
      } else {
        tables.words += [0, 0]
      }
      tables.wordStarts.append(UInt32(tables.wordBytes.count))
    }
  }
}
