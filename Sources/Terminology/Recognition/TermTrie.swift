/// The trie of all keys while it grows: each child is found by its parent's number and its code.
struct TermTrie {
  /// Where keys begin that count in any case.
  static let freeRoot: UInt32 = 0
  /// Where keys begin that count in one case only.
  static let boundRoot: UInt32 = 1
  /// The most nodes, keys and words that an index holds.
  static let limit: UInt32 = 1 << 25 - 2

  private var children: [UInt64: UInt32] = [:]
  private var nodeCount: UInt32 = 2

  /// Returns the child of a node by a code, made if there is none; nothing where there is no room
  /// for more.
  mutating func child(of node: UInt32, _ code: UInt32) -> UInt32? {
    let key = UInt64(node) << 32 | UInt64(code)
    if let child = children[key] { return child }
    guard nodeCount < Self.limit else { return nil }
    children[key] = nodeCount
    nodeCount += 1
    return nodeCount - 1
  }

  /// Nodes and cells as ``TermIndex`` describes them, and the children of the first root.
  struct Layout {
    var cells: [UInt64]
    var roots: [TermAutomaton.Node]
    var rootChildren: [(code: UInt32, node: TermAutomaton.Node)]
  }

  /// Lays out the nodes.
  ///
  /// - Parameters:
  ///   - indexCode: The code of the index for a code that was added.
  ///   - key: Of a node, the number of the key that ends there, and whether it counts in English
  ///     text.
  /// - Returns: The layout.
  func layOut(
    code indexCode: (UInt32) -> UInt32, key: (UInt32) -> (number: UInt32, inEnglish: Bool)?
  ) -> Layout {
    let edges = children.map { (key: $0.key, child: $0.value) }.sorted { $0.key < $1.key }
    var starts = [Int](repeating: 0, count: Int(nodeCount) + 1)
    for edge in edges { starts[Int(edge.key >> 32) + 1] += 1 }
    for node in 0..<Int(nodeCount) { starts[node + 1] += starts[node] }

    var nodes: [TermAutomaton.Node] = []
    nodes.reserveCapacity(Int(nodeCount))
    var cellCount = 0
    for node in 0..<nodeCount {
      let bits = Self.slotBits(childCount: starts[Int(node) + 1] - starts[Int(node)])
      let key = key(node)
      nodes.append(
        TermAutomaton.Node(
          firstCell: cellCount, slotBits: bits, key: key?.number,
          countsInEnglish: key?.inEnglish ?? true))
      cellCount += bits.map { 1 << $0 } ?? 0
    }

    var layout = Layout(
      cells: Array(repeating: 0, count: 2 * cellCount), roots: Array(nodes[0..<2]),
      rootChildren: [])
    for edge in edges {
      let (parent, code) = (Int(edge.key >> 32), UInt32(truncatingIfNeeded: edge.key))
      let child = nodes[Int(edge.child)]
      if parent == Self.freeRoot { layout.rootChildren.append((code, child)) }
      let (first, bits) = (nodes[parent].firstCell, nodes[parent].slotBits)
      let written = indexCode(code)
      var slot = TermAutomaton.slot(written, bits: bits)
      while layout.cells[2 * (first + slot)] != 0 { slot = (slot + 1) & (1 << bits - 1) }
      layout.cells[2 * (first + slot)] = UInt64(written)
      layout.cells[2 * (first + slot) + 1] = child.bits
    }
    return layout
  }

  /// The binary logarithm of the number of cells for children; nothing for none.
  private static func slotBits(childCount: Int) -> Int? {
    switch childCount {
    case 0: return nil
    case 1: return 0
    default:
      let wanted = childCount + (childCount + 1) / 2
      return Int.bitWidth - (wanted - 1).leadingZeroBitCount
    }
  }
}
