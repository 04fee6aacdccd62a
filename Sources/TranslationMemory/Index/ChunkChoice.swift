/// A piece of the query whose list is walked through: one token, or two neighbours.
struct Chunk {
  /// Where it stands in the query.
  var position: Int
  /// Its number of tokens, 1 or 2.
  var length: Int
}

/// The cheapest pieces of the query one of which is in every match.
///
/// **Why it is enough.** An edit touches at most one of several disjoint pieces of the query. So
/// of *d* + 1 of them, one stands unchanged in any segment that *d* edits make of the query.
/// Where the segment has *e* tokens more than the query, at least *e* of the edits are
/// insertions; those cannot hurt a single token, and of all edits *e* + (deletions) are
/// insertions, so that deletions and replacements together are at most *d* − *e*: as many single
/// tokens and one more are enough.
extension SearchState {
  /// The longest query for which the best mixture of single tokens and pairs is computed; a longer
  /// one takes its rarest tokens.
  private static let programmeLimit = 1_024
  private static let never: Float = 1e30

  /// Chooses chunks for the segments of some classes, all of them longer than the query or none,
  /// and walks through their lists.
  mutating func searchBlock(_ block: Range<Int>) {
    var (wanted, wantedSingles) = (0, 0)
    for place in block {
      let (allowed, length) = unsafe (allowance.base[place], index.classes[place].length)
      guard abs(length - count) <= allowed else { continue }
      wanted = max(wanted, allowed + 1)
      wantedSingles = max(wantedSingles, allowed - max(0, length - count) + 1)
    }
    guard wanted > 0 else { return }
    let isLonger = unsafe index.classes[block.lowerBound].length > count
    let isProgrammed = wanted <= count && count <= Self.programmeLimit
    var singlesCost = Float.infinity
    if wantedSingles < wanted || !isProgrammed {
      wantedSingles = min(wantedSingles, count)
      singlesCost = chooseSingles(wantedSingles)
    }
    var takesSingles = true
    if isProgrammed {
      if costWidth < wanted + 1 { fillCosts(upTo: min(count, wanted + wanted / 4)) }
      takesSingles = unsafe singlesCost < costTable.base[count * costWidth + wanted]
    }
    if takesSingles {
      chunks.removeAll(keepingCapacity: true)
      for choice in cheapest[..<wantedSingles] {
        chunks.append(Chunk(position: choice.position, length: 1))
      }
      chunks.sort { $0.position < $1.position }
    } else {
      traceChunks(wanted)
    }
    touchLists(block)
    for number in chunks.indices {
      scan(number, shape: takesSingles && isLonger ? .singles : .diamond, in: block)
    }
  }

  /// Has the tokens stand in `cheapest`, shortest lists first, and returns what the first cost.
  private mutating func chooseSingles(_ wanted: Int) -> Float {
    if cheapest.isEmpty {
      for position in 0..<count {
        cheapest.append((unsafe singleCosts.base[position], position))
      }
      cheapest.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.position < $1.position }
    }
    return cheapest[..<wanted].reduce(0) { $0 + $1.cost }
  }

  /// Fills the table of costs: in row *i*, column *x*, the least cost of *x* disjoint chunks in
  /// the first *i* tokens.
  private mutating func fillCosts(upTo most: Int) {
    let width = most + 1
    costWidth = width
    costTable.reserve((count + 1) * width)
    let table = unsafe costTable.base
    unsafe table.update(repeating: Self.never, count: (count + 1) * width)
    unsafe table[0] = 0
    for end in 1...count {
      let row = unsafe table + end * width
      let before = unsafe row - width
      let beforeTwo = unsafe end > 1 ? before - width : before
      let single = unsafe singleCosts.base[end - 1]
      let pair = unsafe end > 1 ? pairCosts.base[end - 2] : Self.never
      unsafe row[0] = 0
      var column = 1
      let last = min(end, most)
      while column <= last {
        let withSingle = unsafe before[column &- 1] + single
        let withPair = unsafe beforeTwo[column &- 1] + pair
        let chosen = withSingle < withPair ? withSingle : withPair
        let without = unsafe before[column]
        unsafe row[column] = without < chosen ? without : chosen
        column &+= 1
      }
    }
  }

  /// Reads from the table which chunks have the least cost, from left to right.
  private mutating func traceChunks(_ wanted: Int) {
    chunks.removeAll(keepingCapacity: true)
    let width = costWidth
    var (end, left) = (count, wanted)
    while left > 0 {
      let before = unsafe costTable.base + (end - 1) * width
      let without = unsafe end > left ? before[left] : .infinity
      let withSingle = unsafe before[left - 1] + singleCosts.base[end - 1]
      let withPair =
        unsafe end > 1 && end > left
        ? (before - width)[left - 1] + pairCosts.base[end - 2] : .infinity
      if without <= withSingle && without <= withPair {
        end -= 1
        continue
      }
      let length = withPair < withSingle ? 2 : 1
      end -= length
      left -= 1
      chunks.append(Chunk(position: end, length: length))
    }
    chunks.reverse()
  }
}
