import TextAnalysis

/// The tables of a ``TermIndex`` as the inner loop reads them: addresses and lengths, every access
/// checked. It is valid as long as the index lives.
@safe struct TermAutomaton {
  /// A list of integers.
  @safe struct List<Element: FixedWidthInteger & BitwiseCopyable> {
    let base: UnsafePointer<Element>
    let count: Int

    /// Returns an element, or zero where there is none.
    @inline(__always)
    subscript(place: Int) -> Element {
      UInt(bitPattern: place) < UInt(bitPattern: count) ? unsafe base[place] : 0
    }
  }

  /// A node: where its cells are, its key; 0 is no node.
  ///
  /// From the top: its first cell (32 bits), the binary logarithm of the number of its cells plus 1,
  /// or 0 for no cells (5), whether its key does not count in English text (1), of a word's node
  /// whether terms have the word in a certain case (1), its key plus 1, or 0 (25).
  struct Node {
    let bits: UInt64

    private static var notInEnglish: UInt64 { 1 << 26 }
    private static var cased: UInt64 { 1 << 25 }
    private static var keys: UInt64 { 1 << 25 - 1 }
    /// The most keys that there can be.
    static var keyLimit: Int { 1 << 25 - 1 }

    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    init(firstCell: Int, slotBits: Int?, key: UInt32?, countsInEnglish: Bool) {
      bits =
        UInt64(firstCell) << 32 | UInt64(slotBits.map { $0 + 1 } ?? 0) << 27
        | (countsInEnglish ? 0 : Self.notInEnglish) | UInt64(key.map { $0 + 1 } ?? 0)
    }

    /// The node of a word that terms have in a certain case.
    var ofCasedWord: Node { Node(bits: bits | Self.cased) }

    /// Whether no term goes this way.
    @inline(__always)
    var isMissing: Bool { bits & ~Self.cased == 0 }

    /// Whether terms have the word in a certain case.
    @inline(__always)
    var isCased: Bool { bits & Self.cased != 0 }

    @inline(__always)
    var firstCell: Int { Int(truncatingIfNeeded: bits &>> 32) }

    /// The binary logarithm of the number of cells; -1 for none.
    @inline(__always)
    var slotBits: Int { Int(truncatingIfNeeded: bits &>> 27) & 31 &- 1 }

    /// The key plus 1; 0 where there is none that counts.
    @inline(__always)
    func key(inEnglish: Bool) -> UInt32 {
      inEnglish && bits & Self.notInEnglish != 0 ? 0 : UInt32(truncatingIfNeeded: bits & Self.keys)
    }
  }

  /// A word of the index.
  struct Word {
    /// Its code.
    let code: UInt32
    /// Where it leads to from the root.
    let node: Node
  }

  let words: List<UInt64>
  let wordStarts: List<UInt32>
  let wordBytes: List<UInt8>
  let ideographs: List<UInt64>
  let cells: List<UInt64>
  /// Where keys begin that count in any case, and those that count in one.
  let freeRoot, boundRoot: Node

  /// The characters that lead on from the root by a table.
  static var ideographRange: ClosedRange<UInt32> { 0x4E00...0x9FFF }
  /// The mark of a word's code.
  private static var wordMark: UInt32 { 1 << 31 }

  /// The code of the word in a slot.
  @inline(__always)
  static func code(ofWord slot: UInt32) -> UInt32 { slot | wordMark }

  /// The slot of a word by its code; nothing for characters and signs.
  static func word(ofCode code: UInt32) -> UInt32? {
    code & wordMark == 0 ? nil : code & ~wordMark
  }

  /// The key of a word that counts in its case only.
  static func casedKey(_ written: [UInt8]) -> [UInt8] { [1] + written }

  /// The slot of a packed word among a power of two of them.
  @inline(__always)
  static func wordSlot(_ packed: UInt64, of count: Int) -> Int {
    let mixed = (packed ^ packed &>> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (count &- 1)
  }

  /// The slot of its node that a code is hashed to.
  @inline(__always)
  static func slot(_ code: UInt32, bits: Int) -> Int {
    Int(truncatingIfNeeded: UInt64(code &* 0x9E37_79B1) &>> UInt64(truncatingIfNeeded: 32 &- bits))
  }

  /// Reads what ``child(of:_:)`` will read first, so that it is on its way.
  @inline(__always)
  func touchChild(of node: Node, _ code: UInt32) -> UInt64 {
    cells[2 &* (node.firstCell &+ Self.slot(code, bits: node.slotBits))]
  }

  /// Reads what ``word(_:packed:)`` will read first, so that it is on its way.
  @inline(__always)
  func touchWord(_ packed: UInt64) -> UInt64 {
    words[2 &* Self.wordSlot(packed, of: words.count &>> 1)]
  }

  /// The child of a node by a code.
  @inline(__always)
  func child(of node: Node, _ code: UInt32) -> Node {
    let bits = node.slotBits
    if bits < 0 { return Node(bits: 0) }
    let first = node.firstCell
    let mask = 1 &<< bits &- 1
    var slot = Self.slot(code, bits: bits)
    for _ in 0...mask {
      let place = 2 &* (first &+ slot)
      let found = cells[place]
      if found == UInt64(code) { return Node(bits: cells[place &+ 1]) }
      if found == 0 { break }
      slot = (slot &+ 1) & mask
    }
    return Node(bits: 0)
  }

  /// The word with a key, or nothing.
  @inline(__always)
  func word(_ key: UnsafeBufferPointer<UInt8>, packed: UInt64) -> Word? {
    let count = words.count &>> 1
    var slot = Self.wordSlot(packed, of: count)
    for _ in 0..<count {
      let found = words[2 &* slot]
      if found == packed, unsafe packed &>> 63 == 0 || isWord(slot, key) {
        return Word(
          code: Self.code(ofWord: UInt32(truncatingIfNeeded: slot)),
          node: Node(bits: words[2 &* slot &+ 1]))
      }
      if found == 0 { return nil }
      slot = (slot &+ 1) & (count &- 1)
    }
    return nil
  }

  private func isWord(_ slot: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(wordStarts[slot]), Int(wordStarts[slot &+ 1]))
    guard end &- start == key.count, end <= wordBytes.count else { return false }
    for place in 0..<key.count where unsafe wordBytes.base[start &+ place] != key[place] {
      return false
    }
    return true
  }

  /// Whether a key that counts in one case may begin with a character or sign.
  var hasCasedSymbols: Bool {
    guard boundRoot.slotBits >= 0 else { return false }
    let first = boundRoot.firstCell
    let end = min(first + 1 << boundRoot.slotBits, cells.count / 2)
    return (min(first, end)..<end).contains { place in
      let code = cells[2 * place]
      return code != 0 && Self.word(ofCode: UInt32(truncatingIfNeeded: code)) == nil
    }
  }
}
