import TextAnalysis

/// Gathers the terms of a glossary for a ``TermIndex``.
///
/// Left out are the entries that are not approved, the terms that are not to be recognised in
/// running text, and what has nothing to be found by, or more than 255 words and characters.
package struct TermIndexBuilder: ~Copyable {
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
    let word = unsafe words.number(of: read.key(of: unit), packed: unit.packed)
    guard pattern.isBound else { return TermAutomaton.code(ofWord: word) }
    casedWords.insert(word)
    let cased = unsafe TermAutomaton.casedKey(read.written(unit, in: text))
    let number = unsafe cased.withUnsafeBufferPointer {
      unsafe words.number(of: $0, packed: TextUnits.packed($0))
    }
    return TermAutomaton.code(ofWord: number)
  }

  /// Returns the index of what was added.
  package func index() -> TermIndex { TermIndex(tables()) }

  /// Lays out what was added.
  func tables() -> TermIndexTables {
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
    let places = words.places
    let laidOut = trie.layOut(
      code: { code in
        TermAutomaton.word(ofCode: code).map { TermAutomaton.code(ofWord: places[Int($0)]) } ?? code
      },
      key: { node in keys[node].map { ($0, nodesInEnglish.contains(node)) } })
    tables.cells = laidOut.cells
    tables.roots = laidOut.roots.map(\.bits)
    tables.ideographs = Array(repeating: 0, count: TermAutomaton.ideographRange.count)
    var wordNodes = [TermAutomaton.Node](
      repeating: TermAutomaton.Node(bits: 0), count: words.count)
    for (code, node) in laidOut.rootChildren {
      if let word = TermAutomaton.word(ofCode: code) {
        wordNodes[Int(word)] = node
      } else if TermAutomaton.ideographRange.contains(code) {
        tables.ideographs[Int(code - TermAutomaton.ideographRange.lowerBound)] = node.bits
      }
    }
    words.layOut(into: &tables) { word in
      let node = wordNodes[Int(word)]
      return casedWords.contains(word) ? node.ofCasedWord : node
    }
    return tables
  }
}
