/// Terms that wait to be chosen, the longest first, of equally long ones the leftmost.
struct CandidateHeap {
  struct Candidate {
    /// In scalars.
    var length: Int
    /// The unit where it begins.
    var start: Int

    func precedes(_ other: Self) -> Bool {
      length != other.length ? length > other.length : start < other.start
    }
  }

  private var candidates: [Candidate] = []

  mutating func insert(_ candidate: Candidate) {
    candidates.append(candidate)
    var place = candidates.count - 1
    while place > 0, candidates[place].precedes(candidates[(place - 1) / 2]) {
      candidates.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Candidate? {
    guard let first = candidates.first, let last = candidates.popLast() else { return nil }
    guard !candidates.isEmpty else { return first }
    candidates[0] = last
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2] where child < candidates.count {
        if candidates[child].precedes(candidates[best]) { best = child }
      }
      if best == place { return first }
      candidates.swapAt(place, best)
      place = best
    }
  }
}
