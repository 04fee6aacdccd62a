extension MemoryIndex {
  /// The units that may hold what is looked for, by their rows: each once, the shortest segments
  /// first. Those of a phrase hold all its tokens in order; those of several words the rarest one.
  ///
  /// What may stand beyond whole words, as ``ConcordanceQuery/standsBeyondWords`` tells, may be in
  /// any unit: behind those with the whole words all others are then given.
  ///
  /// - Parameters:
  ///   - query: What is looked for.
  ///   - side: The side that is searched.
  ///   - mask: Units that are not to be found.
  /// - Returns: Rows; finding the next costs as much as there are places up to it.
  package func units(
    holding query: ConcordanceQuery, _ side: MemorySide, excluding mask: MemoryMask = .none
  ) -> AnySequence<Int> {
    let phrase =
      query.order == .phrase
      ? query.keys
      : query.keys.min { documentFrequency(of: $0, side) < documentFrequency(of: $1, side) }
        .map { [$0] } ?? []
    let candidates = candidates(side)
    let tokens = phrase.map { token(of: $0, side) ?? CandidateSearcher.unknownToken }
    let found = candidates.occurrences(of: tokens).lazy.map(\.row)
      .filter { !mask.rows.contains($0) }.map { Int(self.row(of: $0)) }
    guard query.standsBeyondWords else { return AnySequence(EachRowOnce(rows: found)) }
    let all = (0..<UInt32(rowCount)).lazy.filter { !mask.rows.contains($0) }
      .map { Int(self.row(of: $0)) }
    return AnySequence(EachRowOnce(rows: [AnySequence(found), AnySequence(all)].joined()))
  }
}

/// Rows without their repetitions.
private struct EachRowOnce<Rows: Sequence>: Sequence where Rows.Element == Int {
  let rows: Rows

  func makeIterator() -> AnyIterator<Int> {
    var (rows, seen) = (rows.makeIterator(), Set<Int>())
    return AnyIterator {
      while let row = rows.next() {
        if seen.insert(row).inserted { return row }
      }
      return nil
    }
  }
}
