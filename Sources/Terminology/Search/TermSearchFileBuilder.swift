import TextAnalysis

/// Gathers the terms of a store and lays them out for search.
///
/// See ``TermSearchFile`` for the layout.
package struct TermSearchFileBuilder {
  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  private var wordNumbers: [[UInt8]: UInt32] = [:]
  private var wordUses: [UInt64] = []

  private struct Entry {
    var textStart: UInt32
    var textCount: UInt32
    var scalarCount: UInt32
    var signature: UInt64
    var row: UInt32
    var term: UInt16
    var rank: UInt16
  }

  /// Starts with no term.
  package init() {}

  /// Adds every term of a concept that a look-up finds, each folded text once.
  ///
  /// - Parameters:
  ///   - concept: The concept.
  ///   - row: Where the store keeps it.
  package mutating func add(_ concept: ConceptEntry, row: Int) {
    var seen: Set<String> = []
    for (place, term) in concept.foundTerms {
      let (spaced, squeezed) = KeyFolder.folded(term.text)
      guard seen.insert(spaced).inserted else { continue }
      var signature = TermSignature()
      var scalarCount: UInt32 = 0
      for scalar in squeezed.unicodeScalars {
        signature.insert(scalar.value)
        scalarCount += 1
      }
      let number = UInt64(entries.count)
      entries.append(
        Entry(
          textStart: UInt32(texts.count), textCount: UInt32(spaced.utf8.count),
          scalarCount: scalarCount, signature: signature.bits, row: UInt32(clamping: row),
          term: UInt16(clamping: place), rank: UInt16(clamping: concept.rank(of: term))))
      texts.append(contentsOf: spaced.utf8)
      for key in Set(TermPieces(spaced: spaced).pieces.flatMap(\.indexKeys)) {
        let word = wordNumbers[key, default: UInt32(wordNumbers.count)]
        wordNumbers[key] = word
        wordUses.append(UInt64(word) << 32 | number)
      }
    }
  }

  /// Lays out everything added, and lets go of it.
  ///
  /// - Returns: The sections of the file in their order.
  package mutating func sections() -> [[UInt8]] {
    let order = entries.indices.sorted { left, right in
      let (first, second) = (entries[left], entries[right])
      return (first.scalarCount, first.rank, first.row, first.term)
        < (second.scalarCount, second.rank, second.row, second.term)
    }
    var places = [UInt32](repeating: 0, count: entries.count)
    for (place, number) in order.enumerated() { places[number] = UInt32(place) }

    var lengthStarts = Section()
    var signatures = Section()
    var concepts = Section()
    var terms = Section()
    var textStarts = Section()
    var text: [UInt8] = []
    var length: UInt32 = 0
    lengthStarts.add(UInt32(0))
    for (place, number) in order.enumerated() {
      let entry = entries[number]
      while length < entry.scalarCount {
        length += 1
        lengthStarts.add(UInt32(place))
      }
      signatures.add(entry.signature)
      concepts.add(entry.row)
      terms.add(UInt32(entry.term) << 16 | UInt32(entry.rank))
      textStarts.add(UInt32(text.count))
      text += texts[Int(entry.textStart)..<Int(entry.textStart + entry.textCount)]
    }
    lengthStarts.add(UInt32(order.count))
    textStarts.add(UInt32(text.count))

    let words = wordNumbers.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var wordPlaces = [UInt32](repeating: 0, count: words.count)
    for (place, word) in words.enumerated() { wordPlaces[Int(word.value)] = UInt32(place) }
    var uses = wordUses.map { use in
      UInt64(wordPlaces[Int(use >> 32)]) << 32 | UInt64(places[Int(use & 0xFFFF_FFFF)])
    }
    uses.sort()
    var wordStarts = Section()
    var wordText: [UInt8] = []
    for word in words {
      wordStarts.add(UInt32(wordText.count))
      wordText += word.key
    }
    wordStarts.add(UInt32(wordText.count))
    var useStarts = Section()
    var postings = Section()
    var word = 0
    useStarts.add(UInt32(0))
    for (place, use) in uses.enumerated() {
      while word < Int(use >> 32) {
        word += 1
        useStarts.add(UInt32(place))
      }
      postings.add(UInt32(use & 0xFFFF_FFFF))
    }
    useStarts.add(UInt32(uses.count))

    self = TermSearchFileBuilder()
    return [
      lengthStarts.bytes, signatures.bytes, concepts.bytes, terms.bytes, textStarts.bytes, text,
      wordStarts.bytes, wordText, useStarts.bytes, postings.bytes,
    ]
  }
}

/// Integers laid out one after the other, little-endian.
private struct Section {
  var bytes: [UInt8] = []

  mutating func add<Integer: FixedWidthInteger>(_ integer: Integer) {
    var rest = integer.littleEndian
    for _ in 0..<MemoryLayout<Integer>.size {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

/// Which characters occur in a text, hashed into 64 bits: an edit adds or removes at most one of
/// them.
struct TermSignature {
  private(set) var bits: UInt64 = 0

  mutating func insert(_ scalar: UInt32) {
    bits |= 1 << UInt64((scalar &* 0x9E37_79B1) >> 26)
  }
}
