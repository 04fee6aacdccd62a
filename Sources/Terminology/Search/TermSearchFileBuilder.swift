package import DerivedFiles
import TextAnalysis

/// Gathers the terms of a store and lays them out for search.
///
/// See ``TermSearchFile`` for the layout.
package struct TermSearchFileBuilder {
  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  private var words = WordNumbers()
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
      for key in TermPieces(spaced: spaced).pieces.lazy.flatMap(\.indexKeys) {
        wordUses.append(UInt64(words.number(of: key)) << 32 | number)
      }
    }
  }

  /// Lays out everything added, and lets go of it.
  ///
  /// - Parameter writer: Takes the sections of ``TermSearchFile``.
  /// - Throws: ``DerivedFileError`` where the file cannot be written.
  package mutating func write(to writer: inout DerivedFileWriter) throws(DerivedFileError) {
    let order = entries.indices.sorted { left, right in
      let (first, second) = (entries[left], entries[right])
      return (first.scalarCount, first.rank, first.row, first.term)
        < (second.scalarCount, second.rank, second.row, second.term)
    }
    var places = [UInt32](repeating: 0, count: entries.count)
    for (place, number) in order.enumerated() { places[number] = UInt32(place) }
    let sorted = order.map { entries[$0] }

    try writer.write(.lengthStarts, Self.starts(of: sorted.lazy.map { Int($0.scalarCount) }))
    try writer.write(.signatures, sorted.map(\.signature))
    try writer.write(.rows, sorted.map(\.row))
    try writer.write(.terms, sorted.map { UInt32($0.term) << 16 | UInt32($0.rank) })
    try writer.write(.textStarts, Self.running(sorted.lazy.map(\.textCount)))
    writer.beginSection(TermSearchSection.texts.rawValue)
    for entry in sorted {
      try writer.append(texts[Int(entry.textStart)..<Int(entry.textStart + entry.textCount)])
    }

    let words = words.sorted
    var wordPlaces = [UInt32](repeating: 0, count: words.count)
    for (place, word) in words.enumerated() { wordPlaces[Int(word.number)] = UInt32(place) }
    var uses = wordUses.map { use in
      UInt64(wordPlaces[Int(use >> 32)]) << 32 | UInt64(places[Int(use & 0xFFFF_FFFF)])
    }
    uses.sort()
    Self.removeRepetitions(&uses)
    try writer.write(.wordStarts, Self.running(words.lazy.map { UInt32($0.word.count) }))
    writer.beginSection(TermSearchSection.words.rawValue)
    for word in words { try writer.append(word.word) }
    try writer.write(.postingStarts, Self.starts(of: uses.lazy.map { Int($0 >> 32) }))
    try writer.write(.postings, uses.map { UInt32($0 & 0xFFFF_FFFF) })
    try writer.write(.wordSignatures, words.map { TermSignature(utf8: $0.word).bits })
    self = TermSearchFileBuilder()
  }

  /// Returns for each number where it first stands in an ascending list, or would, and last the
  /// length of the list.
  private static func starts(of ascending: some Sequence<Int>) -> [UInt32] {
    var starts: [UInt32] = [0]
    var count: UInt32 = 0
    for number in ascending {
      while starts.count <= number { starts.append(count) }
      count += 1
    }
    return starts + [count]
  }

  /// Returns the sums of all counts before each, and last of all.
  private static func running(_ counts: some Sequence<UInt32>) -> [UInt32] {
    var sums: [UInt32] = [0]
    for count in counts { sums.append((sums.last ?? 0) + count) }
    return sums
  }

  private static func removeRepetitions(_ ascending: inout [UInt64]) {
    var kept = 0
    for place in ascending.indices where place == 0 || ascending[place] != ascending[place - 1] {
      ascending[kept] = ascending[place]
      kept += 1
    }
    ascending.removeSubrange(kept...)
  }
}

extension DerivedFileWriter {
  fileprivate mutating func write<Value: FixedWidthInteger & BitwiseCopyable>(
    _ section: TermSearchSection, _ values: [Value]
  ) throws(DerivedFileError) {
    beginSection(section.rawValue)
    try append(contentsOf: values)
  }
}

/// Which characters occur in a text, hashed into 64 bits: an edit adds or removes at most one of
/// them.
struct TermSignature {
  private(set) var bits: UInt64 = 0

  init() {}

  init(utf8 bytes: [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { insert(scalar.value) }
  }

  mutating func insert(_ scalar: UInt32) {
    bits |= 1 << UInt64((scalar &* 0x9E37_79B1) >> 26)
  }
}
