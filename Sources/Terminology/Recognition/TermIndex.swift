package import DerivedFiles
import TextAnalysis

/// The sections of a ``TermIndex`` by number.
enum TermIndexSection: UInt32 {
  case wordSlots = 1
  case wordStarts, wordBytes, wordRoots, ideographRoots, nodes, cells, referenceStarts, references
}

/// All terms of a glossary that are recognised in running text, laid out so that one pass over a
/// text finds them.
///
/// A term is a path of *codes*, one a unit (`TextUnits`): of a Han character or sign its folded code
/// point, of a word its number and 2³¹. Paths begin at node 0, those of terms that are found in one
/// case only at node 1; the words of these are kept in their case, after a byte 1, beside those
/// that are not. A path that ends a term bears its *key*, a number, and each key has references to
/// the terms that it stands for.
///
/// ## Sections, version 1
///
/// Integers are little-endian; a list of *starts* ends with one more, the end of the last.
///
/// | No | Contents                                                                          |
/// | -- | --------------------------------------------------------------------------------- |
/// | 1  | words by their hash, 2ⁿ slots (8): upper half of the hash (upper 4 bytes), number plus 1 (lower 4); 0 for none; the next slot where it is taken |
/// | 2  | for each word: where it starts in section 3 (4)                                   |
/// | 3  | the words, UTF-8                                                                  |
/// | 4  | for each word: the node that it leads to from its root, 0 for none, times 2 (4); plus 1 where terms have it in one case |
/// | 5  | for each character from U+4E00 to U+9FFF: the node that it leads to from node 0 (4) |
/// | 6  | for each node (8): its first cell (upper 4 bytes); then, from the top, the binary logarithm of the number of its cells, 31 for no cells (5 bits), whether English text does not count (1), its key plus 1 or 0 (26) |
/// | 7  | cells (8): code (upper 4 bytes), the child that it leads to (lower 4); 0 for none; a child stands at the slot that its code is hashed to, or the next that is free |
/// | 8  | for each key: where its references start in section 9 (4)                         |
/// | 9  | references (8): row of the concept (upper 5 bytes), place of the term (2), 1 for Chinese (1) |
package struct TermIndex: Sendable {
  /// The mark of such files.
  package static let mark = "ZMRECOG!"
  /// The version of the layout above and of the folding of texts.
  package static let formatVersion: UInt32 = 1

  let wordSlots: IndexElements<UInt64>
  let wordStarts: IndexElements<UInt32>
  let wordBytes: IndexElements<UInt8>
  let wordRoots: IndexElements<UInt32>
  let ideographRoots: IndexElements<UInt32>
  let nodes: IndexElements<UInt64>
  let cells: IndexElements<UInt64>
  let referenceStarts: IndexElements<UInt32>
  let references: IndexElements<UInt64>
  /// What the index was made from; nothing where it was never in a file.
  package let stamp: DerivedFileStamp?
  /// The length of the file, in bytes; 0 where there is none.
  package let byteCount: Int

  /// Takes tables that are in memory.
  init(_ tables: TermIndexTables) {
    wordSlots = IndexElements(tables.wordSlots)
    wordStarts = IndexElements(tables.wordStarts)
    wordBytes = IndexElements(tables.wordBytes)
    wordRoots = IndexElements(tables.wordRoots)
    ideographRoots = IndexElements(tables.ideographRoots)
    nodes = IndexElements(tables.nodes)
    cells = IndexElements(tables.cells)
    referenceStarts = IndexElements(tables.referenceStarts)
    references = IndexElements(tables.references)
    (stamp, byteCount) = (nil, 0)
  }

  /// Takes an opened file, or nothing where it lacks a section.
  init?(_ file: DerivedFile) {
    func elements<Element>(_ section: TermIndexSection) -> IndexElements<Element>? {
      IndexElements(file.section(section.rawValue))
    }
    guard let wordSlots: IndexElements<UInt64> = elements(.wordSlots),
      let wordStarts: IndexElements<UInt32> = elements(.wordStarts),
      let wordBytes: IndexElements<UInt8> = elements(.wordBytes),
      let wordRoots: IndexElements<UInt32> = elements(.wordRoots),
      let ideographRoots: IndexElements<UInt32> = elements(.ideographRoots),
      let nodes: IndexElements<UInt64> = elements(.nodes),
      let cells: IndexElements<UInt64> = elements(.cells),
      let referenceStarts: IndexElements<UInt32> = elements(.referenceStarts),
      let references: IndexElements<UInt64> = elements(.references),
      wordSlots.count & (wordSlots.count - 1) == 0
    else { return nil }
    (self.wordSlots, self.wordStarts, self.wordBytes) = (wordSlots, wordStarts, wordBytes)
    (self.wordRoots, self.ideographRoots) = (wordRoots, ideographRoots)
    (self.nodes, self.cells) = (nodes, cells)
    (self.referenceStarts, self.references) = (referenceStarts, references)
    (stamp, byteCount) = (file.stamp, file.byteCount)
  }

  /// The number of keys: of different names.
  package var keyCount: Int { max(0, referenceStarts.count - 1) }
  /// The number of references: of terms.
  package var termCount: Int { references.count }
}

extension TermIndex {
  /// The characters that lead on from node 0 by a table.
  static let ideographs: ClosedRange<UInt32> = 0x4E00...0x9FFF
  /// What stands for the number of cells where a node has no children.
  static let noChildren = 31
  private static let wordMark: UInt32 = 1 << 31

  static func wordCode(_ word: UInt32) -> UInt32 { word | wordMark }

  static func word(ofCode code: UInt32) -> UInt32? {
    code & wordMark == 0 ? nil : code & ~wordMark
  }

  /// The key of a word that counts in its case only.
  static func casedKey(_ written: [UInt8]) -> [UInt8] { [1] + written }

  static func hash(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe TextUnits.hash($0) }
  }

  /// The binary logarithm of the number of cells for children; nothing for none.
  static func slotBits(childCount: Int) -> Int? {
    switch childCount {
    case 0: return nil
    case 1: return 0
    default:
      let wanted = childCount + (childCount + 1) / 2
      return Int.bitWidth - (wanted - 1).leadingZeroBitCount
    }
  }

  /// The slot that a code is hashed to.
  @inline(__always)
  static func slot(_ code: UInt32, bits: Int) -> Int {
    Int(truncatingIfNeeded: UInt64(code &* 0x9E37_79B1) &>> UInt64(32 &- bits))
  }

  /// The child of a node by a code; 0 where there is none.
  @inline(__always)
  func child(of node: UInt32, _ code: UInt32) -> UInt32 {
    let record = nodes[Int(node)]
    let bits = Int(truncatingIfNeeded: record &>> 27) & 31
    if bits == Self.noChildren { return 0 }
    let first = Int(truncatingIfNeeded: record &>> 32)
    let mask = 1 &<< bits &- 1
    var slot = Self.slot(code, bits: bits)
    for _ in 0...mask {
      let cell = cells[first &+ slot]
      if UInt32(truncatingIfNeeded: cell &>> 32) == code { return UInt32(truncatingIfNeeded: cell) }
      if cell == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// The key that ends at a node, plus 1; 0 where none does that counts in a language.
  @inline(__always)
  func key(at node: UInt32, inEnglish: Bool) -> UInt32 {
    let record = nodes[Int(node)]
    if inEnglish, record & (1 << 26) != 0 { return 0 }
    return UInt32(truncatingIfNeeded: record) & (1 << 26 - 1)
  }

  /// The number of a word, or nothing.
  @inline(__always)
  func word(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32? {
    let mask = wordSlots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0...mask {
      let entry = wordSlots[slot]
      if entry == 0 { return nil }
      if entry &>> 32 == hash &>> 32 {
        let word = UInt32(truncatingIfNeeded: entry) &- 1
        if unsafe isWord(Int(word), key) { return word }
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func isWord(_ word: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(wordStarts[word]), Int(wordStarts[word &+ 1]))
    guard end &- start == key.count, end <= wordBytes.count else { return false }
    for place in 0..<key.count where unsafe wordBytes.base[start &+ place] != key[place] {
      return false
    }
    return true
  }

  /// The references of a key.
  func references(of key: UInt32) -> [TermIndexReference] {
    let (start, end) = (Int(referenceStarts[Int(key)]), Int(referenceStarts[Int(key) + 1]))
    guard start < end, end <= references.count else { return [] }
    return (start..<end).map { TermIndexReference(packed: references[$0]) }
  }
}

/// A reference as the index keeps it.
struct TermIndexReference {
  /// The greatest place of a term in its concept.
  static let placeLimit = 0xFFFF

  let reference: TermReference
  let isChinese: Bool

  init(packed: UInt64) {
    reference = TermReference(concept: Int(packed >> 24), term: Int(packed >> 8 & 0xFFFF))
    isChinese = packed & 1 != 0
  }

  static func pack(row: Int, place: Int, isChinese: Bool) -> UInt64 {
    precondition(row >= 0 && row < 1 << 40, "The row of a concept has at most 40 bits.")
    return UInt64(row) << 24 | UInt64(place) << 8 | (isChinese ? 1 : 0)
  }
}

/// The sections of a ``TermIndex`` while they are made.
struct TermIndexTables {
  var wordSlots: [UInt64] = []
  var wordStarts: [UInt32] = []
  var wordBytes: [UInt8] = []
  var wordRoots: [UInt32] = []
  var ideographRoots: [UInt32] = []
  var nodes: [UInt64] = []
  var cells: [UInt64] = []
  var referenceStarts: [UInt32] = []
  var references: [UInt64] = []

  func write(to writer: inout DerivedFileWriter) throws(DerivedFileError) {
    try writer.write(.wordSlots, wordSlots)
    try writer.write(.wordStarts, wordStarts)
    try writer.write(.wordBytes, wordBytes)
    try writer.write(.wordRoots, wordRoots)
    try writer.write(.ideographRoots, ideographRoots)
    try writer.write(.nodes, nodes)
    try writer.write(.cells, cells)
    try writer.write(.referenceStarts, referenceStarts)
    try writer.write(.references, references)
  }
}

extension DerivedFileWriter {
  fileprivate mutating func write<Value: FixedWidthInteger & BitwiseCopyable>(
    _ section: TermIndexSection, _ values: [Value]
  ) throws(DerivedFileError) {
    beginSection(section.rawValue)
    try append(contentsOf: values)
  }
}
