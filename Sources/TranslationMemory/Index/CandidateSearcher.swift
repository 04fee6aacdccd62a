/// Finds the segments of a ``CandidateIndex`` that are nearest to a query.
///
/// It keeps memory from one search to the next and is for one thread; make one for each.
package final class CandidateSearcher {
  private var state: SearchState

  /// The number that stands for a token of the query that the index does not know.
  package static let unknownToken = UInt32.max

  /// Prepares searches of an index.
  package init(_ index: CandidateIndex) { state = SearchState(index) }

  /// Finds the nearest segments.
  ///
  /// A segment of *l* tokens that *d* edits part from the query of *n* is near enough where
  /// *d* ≤ ⌊(100 − `threshold`) · max(*n*, *l*) / 100⌋. The result is that of a comparison with
  /// every segment.
  ///
  /// - Parameters:
  ///   - tokens: The query's token ids; those that no segment holds differ from all.
  ///   - threshold: The least rate in percent, 50 to 100.
  ///   - limit: The largest number of candidates; zero or more.
  ///   - excluding: Rows that are not to be found.
  /// - Returns: All whose share of edits allows the threshold, at most `limit` of them, those first
  ///   that ``Candidate/precedes(_:)`` puts first.
  package func search(
    _ tokens: [UInt32], threshold: Int, limit: Int, excluding: Set<UInt32> = []
  ) -> [Candidate] {
    precondition((50...100).contains(threshold), "A threshold is 50 to 100 percent.")
    precondition(limit >= 0, "A limit cannot be negative.")
    return state.search(tokens, threshold: threshold, limit: limit, excluding: excluding)
  }
}

extension SearchState {
  /// See ``CandidateSearcher/search(_:threshold:limit:excluding:)``.
  mutating func search(
    _ tokens: [UInt32], threshold: Int, limit: Int, excluding: Set<UInt32>
  ) -> [Candidate] {
    guard !tokens.isEmpty, limit > 0 else { return [] }
    (count, self.threshold, self.limit) = (tokens.count, threshold, limit)
    excluded = excluding
    best.removeAll(keepingCapacity: true)
    chooseClasses()
    guard !classRange.isEmpty else { return [] }
    beginMarks()
    take(tokens)
    lookUpLists()
    searchBlocks()
    forgetTokens()
    return best
  }

  /// Finds the classes of a possible length, and how many edits each allows.
  private mutating func chooseClasses() {
    let shortest = (threshold * count + 99) / 100
    let longest = 100 * count / threshold
    classRange = index.firstClass(from: shortest)..<index.firstClass(from: longest + 1)
    for place in classRange {
      let longer = max(count, unsafe index.classes[place].length)
      unsafe allowance.base[place] = (100 - threshold) * longer / 100
    }
  }

  /// Begins a search with no segment marked.
  private mutating func beginMarks() {
    if epoch == .max {
      unsafe marks.base.update(repeating: 0, count: marks.capacity)
      epoch = 0
    }
    epoch += 1
    (metCount, runCount, siftedCount) = (0, 0, 0)
    sketchedSizes = 0
  }

  /// Searches the classes block by block: those not longer than the query share one choice of
  /// chunks; those above share one while their allowance grows by at most a fifth, as long as a
  /// block has few segments.
  private mutating func searchBlocks() {
    let classes = unsafe index.classes
    let middle = index.firstClass(from: count + 1)
    if classRange.lowerBound < min(middle, classRange.upperBound) {
      searchBlock(classRange.lowerBound..<min(middle, classRange.upperBound))
    }
    var start = max(middle, classRange.lowerBound)
    while start < classRange.upperBound,
      unsafe allowance.base[start] >= classes[start].length - count
    {
      let allowed = unsafe allowance.base[start]
      let growth = max(1, allowed / 5)
      var end = start + 1
      while end < classRange.upperBound {
        let more = unsafe allowance.base[end] - allowed
        guard
          unsafe more == 0
            || (more <= growth
              && classes[end].first + classes[end].count - classes[start].first < 10_000)
        else { break }
        end += 1
      }
      searchBlock(start..<end)
      start = end
    }
  }
}

extension CandidateIndex {
  /// Returns the first class of segments with at least a number of tokens, or the number of
  /// classes.
  func firstClass(from length: Int) -> Int {
    var (low, high) = (0, classCount)
    while low < high {
      let middle = (low + high) / 2
      if unsafe classes[middle].length < length { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
