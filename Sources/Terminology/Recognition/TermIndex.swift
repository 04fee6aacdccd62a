package import DerivedFiles

/// The sections of a ``TermIndex`` by number.
enum TermIndexSection: UInt32 {
  case roots = 1
  case words, wordStarts, wordBytes, ideographs, cells, referenceStarts, references
  case tags
}

/// All terms of a glossary that are recognised in running text, laid out so that one pass over a
/// text finds them.
///
/// A term is a path of *codes*, one a unit (`TextUnits`): of a Han character or sign its folded code
/// point, of a word the slot where it stands and 2³¹. Paths begin at one root, those of terms that
/// are found in one case only at another; the words of these are kept in their case, after a byte 1,
/// beside those that are not. A path that ends a term bears its *key*, a number, and each key has
/// references to the terms that it stands for.
///
/// A *node* (8) is, from the top: its first cell (32 bits), the binary logarithm of the number of its
/// cells plus 1, or 0 for no cells (5), whether its key does not count in English text (1), of a
/// word's node whether terms have the word in a certain case (1), its key plus 1, or 0 for none (25).
/// 0 is no node.
///
/// ## Sections, version 1
///
/// Integers are little-endian; a list of *starts* ends with one more, the end of the last.
///
/// | No | Contents                                                                          |
/// | -- | --------------------------------------------------------------------------------- |
/// | 1  | the node where paths begin (8), that of the paths in one case (8), 1 if a word in one case has no capitals (8) |
/// | 2  | 2ⁿ slots of words: the word packed (8), the node that it leads to from the root (8); 0 for none; a word stands at the slot that it is hashed to, or the next that is free. Packed are up to 7 bytes with their number; of more, a hash with the highest bit set |
/// | 3  | for each slot: where its word starts in section 4 (4)                             |
/// | 4  | the words of more than 7 bytes, UTF-8                                             |
/// | 5  | for each character from U+4E00 to U+9FFF: the node that it leads to from the root (8) |
/// | 6  | cells: code (8), the child that it leads to (8); 0 for none; a child stands at the slot that its code is hashed to, or the next that is free |
/// | 7  | for each key: where its references start in section 8 (4)                         |
/// | 8  | references (8): row of the concept (upper 5 bytes), place of the term (2), 1 for Chinese (1) |
/// | 9  | for each cell: one byte of another hash of its code, odd; 0 for none (1)           |
package struct TermIndex: Sendable {
  /// The mark of such files.
  package static let mark = "ZMRECOG!"
  /// The version of the layout above and of the folding of texts.
  package static let formatVersion: UInt32 = 1

  private let roots: IndexElements<UInt64>
  private let words: IndexElements<UInt64>
  private let wordStarts: IndexElements<UInt32>
  private let wordBytes: IndexElements<UInt8>
  private let ideographs: IndexElements<UInt64>
  private let cells: IndexElements<UInt64>
  private let referenceStarts: IndexElements<UInt32>
  private let references: IndexElements<UInt64>
  private let tags: IndexElements<UInt8>
  /// What the index was made from; nothing where it was never in a file.
  package let stamp: DerivedFileStamp?
  /// The length of the file, in bytes; 0 where there is none.
  package let byteCount: Int

  /// Takes tables that are in memory.
  init(_ tables: TermIndexTables) {
    roots = IndexElements(tables.roots)
    words = IndexElements(tables.words)
    wordStarts = IndexElements(tables.wordStarts)
    wordBytes = IndexElements(tables.wordBytes)
    ideographs = IndexElements(tables.ideographs)
    cells = IndexElements(tables.cells)
    referenceStarts = IndexElements(tables.referenceStarts)
    references = IndexElements(tables.references)
    tags = IndexElements(tables.tags)
    (stamp, byteCount) = (nil, 0)
  }

  /// Takes an opened file, or nothing where it lacks a section.
  init?(_ file: DerivedFile) {
    func elements<Element>(_ section: TermIndexSection) -> IndexElements<Element>? {
      IndexElements(file.section(section.rawValue))
    }
    guard let roots: IndexElements<UInt64> = elements(.roots),
      let words: IndexElements<UInt64> = elements(.words),
      let wordStarts: IndexElements<UInt32> = elements(.wordStarts),
      let wordBytes: IndexElements<UInt8> = elements(.wordBytes),
      let ideographs: IndexElements<UInt64> = elements(.ideographs),
      let cells: IndexElements<UInt64> = elements(.cells),
      let referenceStarts: IndexElements<UInt32> = elements(.referenceStarts),
      let references: IndexElements<UInt64> = elements(.references),
      let tags: IndexElements<UInt8> = elements(.tags),
      (words.count / 2).nonzeroBitCount == 1
    else { return nil }
    (self.roots, self.words) = (roots, words)
    (self.wordStarts, self.wordBytes) = (wordStarts, wordBytes)
    (self.ideographs, self.cells) = (ideographs, cells)
    (self.referenceStarts, self.references) = (referenceStarts, references)
    self.tags = tags
    (stamp, byteCount) = (file.stamp, file.byteCount)
  }

  /// The tables as the inner loop reads them.
  var automaton: TermAutomaton {
    TermAutomaton(
      words: words.list, wordStarts: wordStarts.list, wordBytes: wordBytes.list,
      ideographs: ideographs.list, cells: cells.list, tags: tags.list,
      hasSmallCased: roots[2] != 0,
      freeRoot: TermAutomaton.Node(bits: roots[0]), boundRoot: TermAutomaton.Node(bits: roots[1]))
  }

  /// The number of keys: of different names.
  package var keyCount: Int { max(0, referenceStarts.count - 1) }
  /// The number of references: of terms.
  package var termCount: Int { references.count }
}

extension TermIndex {
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
  var roots: [UInt64] = []
  var words: [UInt64] = []
  var wordStarts: [UInt32] = []
  var wordBytes: [UInt8] = []
  var ideographs: [UInt64] = []
  var cells: [UInt64] = []
  var referenceStarts: [UInt32] = []
  var references: [UInt64] = []
  var tags: [UInt8] = []

  func write(to writer: inout DerivedFileWriter) throws(DerivedFileError) {
    try writer.write(.roots, roots)
    try writer.write(.words, words)
    try writer.write(.wordStarts, wordStarts)
    try writer.write(.wordBytes, wordBytes)
    try writer.write(.ideographs, ideographs)
    try writer.write(.cells, cells)
    try writer.write(.referenceStarts, referenceStarts)
    try writer.write(.references, references)
    try writer.write(.tags, tags)
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
