/// The table of pairs and the lists of their places, as the sections of a ``CandidateIndex``.
struct BigramPlaces {
  private(set) var bucketBits = 0
  private(set) var buckets: [UInt32] = []
  private(set) var entries: [UInt64] = []
  private(set) var places: [UInt32] = []

  /// How many pairs a bucket holds, about.
  private static let pairsPerBucket = 4
  private static let none = UInt32.max

  /// Lists the places of every pair of neighbouring tokens.
  init(_ layout: SegmentLayout) {
    var (numbers, codes, counts) = Self.number(layout)
    let slots = arrange(codes)
    codes = []
    for index in numbers.indices where numbers[index] != Self.none {
      numbers[index] = slots[Int(numbers[index])]
    }
    fill(layout, numbers, counts: total(counts, by: slots))
  }

  /// Numbers the pairs: the pair that begins at each token, each code, and how often it stands.
  private static func number(
    _ layout: SegmentLayout
  ) -> (numbers: [UInt32], codes: [BigramCode], counts: [UInt32]) {
    var numbers = [UInt32](repeating: none, count: layout.tokens.count)
    var known = BigramNumbers()
    var counts: [UInt32] = []
    for entry in layout.classes where entry.length > 1 {
      var index = Int(entry.tokenStart)
      for _ in 0..<entry.count {
        for _ in 1..<entry.length {
          let code = BigramCode(layout.tokens[index], layout.tokens[index &+ 1])
          let number = known.number(of: code)
          numbers[index] = number
          if Int(number) == counts.count { counts.append(1) } else { counts[Int(number)] &+= 1 }
          index &+= 1
        }
        index &+= 1
      }
    }
    return (numbers, known.codes, counts)
  }

  /// Puts the codes into buckets, an entry for each that is another one in the file, and returns
  /// the entry of each.
  private mutating func arrange(_ codes: [BigramCode]) -> [UInt32] {
    while codes.count > Self.pairsPerBucket << bucketBits { bucketBits += 1 }
    var starts = [UInt32](repeating: 0, count: 1 << bucketBits + 1)
    for code in codes { starts[code.bucket(bits: bucketBits) + 1] += 1 }
    for bucket in 0..<(1 << bucketBits) { starts[bucket + 1] += starts[bucket] }
    var order = [UInt32](repeating: 0, count: codes.count)
    var next = starts
    for (number, code) in codes.enumerated() {
      let bucket = code.bucket(bits: bucketBits)
      order[Int(next[bucket])] = UInt32(number)
      next[bucket] += 1
    }
    // Codes that are equal share an entry.
    var slots = [UInt32](repeating: 0, count: codes.count)
    buckets = [0]
    for bucket in 0..<(1 << bucketBits) {
      let first = entries.count
      for number in order[Int(starts[bucket])..<Int(starts[bucket + 1])] {
        let print = codes[Int(number)].print
        let found = entries[first...].firstIndex { BigramEntry(bits: $0).print == print }
        slots[Int(number)] = UInt32(found ?? entries.count)
        if found == nil { entries.append(BigramEntry(print: print, count: 0, payload: 0).bits) }
      }
      buckets.append(UInt32(entries.count))
    }
    return slots
  }

  /// How often each entry's pairs stand.
  private func total(_ counts: [UInt32], by slots: [UInt32]) -> [UInt32] {
    var totals = [UInt32](repeating: 0, count: entries.count)
    for (number, slot) in slots.enumerated() { totals[Int(slot)] += counts[number] }
    return totals
  }

  /// Writes down the places: a single one in its entry, more of them in a list.
  private mutating func fill(_ layout: SegmentLayout, _ numbers: [UInt32], counts: [UInt32]) {
    var next = counts
    var end: UInt32 = 0
    for (slot, count) in counts.enumerated() {
      let start = end
      next[slot] = start
      if count > 1 {
        end += count
        if count >= BigramEntry.manyPlaces {
          end += 1
          next[slot] += 1
        }
      }
      entries[slot] =
        BigramEntry(
          print: BigramEntry(bits: entries[slot]).print, count: Int(count),
          payload: count > 1 ? start : 0
        ).bits
    }
    var places = [UInt32](repeating: 0, count: Int(end))
    for (slot, count) in counts.enumerated() where count >= BigramEntry.manyPlaces {
      places[Int(next[slot]) - 1] = count
    }
    layout.forEachPlace(holding: 2) { place, index in
      let slot = Int(numbers[index])
      if counts[slot] == 1 {
        entries[slot] |= UInt64(place)
      } else {
        places[Int(next[slot])] = place
        next[slot] &+= 1
      }
    }
    self.places = places
  }
}
