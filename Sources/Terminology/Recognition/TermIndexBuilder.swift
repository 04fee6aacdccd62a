package import DerivedFiles
import TextAnalysis

/// Gathers the terms of a glossary for a ``TermIndex``.
///
/// Left out are the entries that are not approved, the terms that are not to be recognised in
/// running text, and what has nothing to be found by, or more than 255 words and characters.
package struct TermIndexBuilder: Sendable {
  private var read = TextUnits()
  private var words = WordNumbering()
  private var trie = TermTrie()
  /// A reference beside the node where its key ends.
  private var references: [(node: UInt32, reference: UInt64)] = []
  /// Of each node, whether its key is found in English text.
  private var nodesInEnglish: Set<UInt32> = []
  /// The words of which one in a certain case is looked for.
  private var casedWords: Set<UInt32> = []

  /// How many terms were added.
  package private(set) var termCount = 0

  /// Begins without terms.
  package init() {}

  /// Adds the terms of an entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - row: Where the store keeps it; 0 or more, and less than 2⁴⁰.
  package mutating func add(_ entry: ConceptEntry, row: Int) {
    guard entry.process == .approved else { return }
    for (place, term) in entry.terms.enumerated() where term.recognise == .text {
      guard place <= TermIndexReference.placeLimit else { return }
      add(term, place: place, row: row)
    }
  }

  private mutating func add(_ term: TermSection, place: Int, row: Int) {
    var text = term.text
    text.withUTF8 { bytes in
      unsafe read.read(bytes)
      guard let pattern = TermPattern(term, read) else { return }
      var node = pattern.isBound ? TermTrie.boundRoot : TermTrie.freeRoot
      for unit in read.units[pattern.units] {
        guard let next = trie.child(of: node, unsafe code(of: unit, pattern, bytes)) else { return }
        node = next
      }
      let isChinese = term.language.isChinese
      if pattern.hasHan || !isChinese { nodesInEnglish.insert(node) }
      references.append(
        (node, TermIndexReference.pack(row: row, place: place, isChinese: isChinese)))
      termCount += 1
    }
  }

  /// The code of a unit; see ``TermIndex``.
  private mutating func code(
    of unit: TextUnit, _ pattern: TermPattern, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    guard unit.kind == .word else { return unit.code }
    let word = words.number(of: Array(read.key(of: unit)), hash: unit.hash)
    guard pattern.isBound else { return TermIndex.wordCode(word) }
    casedWords.insert(word)
    let cased = unsafe TermIndex.casedKey(read.written(unit, in: text))
    return TermIndex.wordCode(words.number(of: cased, hash: TermIndex.hash(cased)))
  }

  /// Returns the index of what was added.
  package func index() -> TermIndex { TermIndex(tables()) }

  /// Writes the sections of a ``TermIndex`` into a file.
  package func write(to writer: inout DerivedFileWriter) throws(DerivedFileError) {
    try tables().write(to: &writer)
  }

  private func tables() -> TermIndexTables {
    var tables = TermIndexTables()
    let keyNodes = Set(references.map(\.node)).sorted()
    var keys: [UInt32: UInt32] = [:]
    keys.reserveCapacity(keyNodes.count)
    for (number, node) in keyNodes.enumerated() { keys[node] = UInt32(number) }
    let ordered = references.sorted { ($0.node, $0.reference) < ($1.node, $1.reference) }
    var last: UInt32?
    for (node, reference) in ordered {
      if node != last { tables.referenceStarts.append(UInt32(tables.references.count)) }
      last = node
      if tables.references.last != reference
        || tables.referenceStarts.last
          == UInt32(tables.references.count)
      {
        tables.references.append(reference)
      }
    }
    tables.referenceStarts.append(UInt32(tables.references.count))
    trie.layOut(into: &tables) { node in
      keys[node].map { ($0, nodesInEnglish.contains(node)) }
    }
    words.layOut(into: &tables)
    for (word, root) in trie.rootChildren(TermTrie.freeRoot) + trie.rootChildren(TermTrie.boundRoot)
    {
      if let word = TermIndex.word(ofCode: word) { tables.wordRoots[Int(word)] |= root << 1 }
    }
    for word in casedWords { tables.wordRoots[Int(word)] |= 1 }
    tables.ideographRoots = Array(repeating: 0, count: TermIndex.ideographs.count)
    for (code, root) in trie.rootChildren(TermTrie.freeRoot)
    where TermIndex.ideographs.contains(code) {
      tables.ideographRoots[Int(code - TermIndex.ideographs.lowerBound)] = root
    }
    return tables
  }
}

/// Words numbered in the order in which they first come.
struct WordNumbering: Sendable {
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)
  private var hashes: [UInt64] = []
  private var starts: [UInt32] = [0]
  private var bytes: [UInt8] = []

  /// Returns the number of a word, a new one if it is new.
  mutating func number(of word: [UInt8], hash: UInt64) -> UInt32 {
    if hashes.count * 2 >= slots.count { grow() }
    let mask = UInt64(slots.count - 1)
    var slot = Int(hash & mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash,
        bytes[Int(starts[number])..<Int(starts[number + 1])].elementsEqual(word)
      {
        return UInt32(number)
      }
      slot = (slot + 1) & Int(mask)
    }
    let number = UInt32(hashes.count)
    slots[slot] = number + 1
    hashes.append(hash)
    bytes += word
    starts.append(UInt32(bytes.count))
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash & UInt64(mask))
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }

  func layOut(into tables: inout TermIndexTables) {
    tables.wordStarts = starts
    tables.wordBytes = bytes
    tables.wordRoots = Array(repeating: 0, count: hashes.count)
    tables.wordSlots = slots.map { number in
      number == 0 ? 0 : (hashes[Int(number) - 1] >> 32) << 32 | UInt64(number)
    }
  }
}

/// The trie of all keys while it grows: each child is found by its parent's number and its code.
struct TermTrie: Sendable {
  /// Where keys begin that count in any case.
  static let freeRoot: UInt32 = 0
  /// Where keys begin that count in one case only.
  static let boundRoot: UInt32 = 1
  /// The most nodes that an index holds.
  static let nodeLimit = 1 << 26

  private var children: [UInt64: UInt32] = [:]
  private var nodeCount: UInt32 = 2

  /// Returns the child of a node by a code, made if there is none; nothing where there is no room
  /// for more.
  mutating func child(of node: UInt32, _ code: UInt32) -> UInt32? {
    let key = UInt64(node) << 32 | UInt64(code)
    if let child = children[key] { return child }
    guard nodeCount < Self.nodeLimit else { return nil }
    children[key] = nodeCount
    nodeCount += 1
    return nodeCount - 1
  }

  /// The children of a root by their codes.
  func rootChildren(_ root: UInt32) -> [(code: UInt32, child: UInt32)] {
    children.filter { UInt32($0.key >> 32) == root }
      .map { (UInt32(truncatingIfNeeded: $0.key), $0.value) }
  }

  /// Lays out nodes and cells as ``TermIndex`` describes them.
  func layOut(
    into tables: inout TermIndexTables, key: (UInt32) -> (number: UInt32, inEnglish: Bool)?
  ) {
    let edges = children.map { (key: $0.key, child: $0.value) }.sorted { $0.key < $1.key }
    tables.nodes.reserveCapacity(Int(nodeCount))
    tables.cells.reserveCapacity(edges.count * 3 / 2)
    var edge = 0
    for node in 0..<nodeCount {
      var end = edge
      while end < edges.count, UInt32(edges[end].key >> 32) == node { end += 1 }
      let bits = TermIndex.slotBits(childCount: end - edge)
      let first = tables.cells.count
      if let bits {
        tables.cells.append(contentsOf: repeatElement(0, count: 1 << bits))
        for (place, child) in edges[edge..<end] {
          let code = UInt32(truncatingIfNeeded: place)
          var slot = TermIndex.slot(code, bits: bits)
          while tables.cells[first + slot] != 0 { slot = (slot + 1) & (1 << bits - 1) }
          tables.cells[first + slot] = UInt64(code) << 32 | UInt64(child)
        }
      }
      let (number, inEnglish) = key(node).map { ($0.number + 1, $0.inEnglish) } ?? (0, true)
      tables.nodes.append(
        UInt64(first) << 32 | UInt64(bits ?? TermIndex.noChildren) << 27
          | (inEnglish ? 0 : 1 << 26) | UInt64(number))
      edge = end
    }
  }
}
