/// One state of a translation memory, ready to be searched: indexes, of which each covers what was
/// written after the one before it, and behind them the units written since the last.
///
/// A search asks every layer and joins what they give: the answer is that of one index over the
/// units as they are now. What a later layer holds, or knows to be gone, is masked in the earlier.
package struct MemoryLayers: Sendable {
  /// An index, and which of its units are gone or say something else by now.
  private struct Layer: Sendable {
    let index: MemoryIndex
    let mask: MemoryMask
  }

  private let layers: [Layer]
  /// The indexes, that which covers the earliest changes first.
  package let indexes: [MemoryIndex]
  /// Units that no index has as they are now.
  package let recent: RecentUnits
  /// Units that are gone since the last index was made.
  package let forgotten: Set<Int>

  /// Joins indexes and what became of units since the last of them was made.
  ///
  /// - Parameters:
  ///   - indexes: In the order of the changes that they cover.
  ///   - recent: The units written since.
  ///   - forgotten: The rows of those that are gone since.
  package init(
    _ indexes: [MemoryIndex], recent: RecentUnits = RecentUnits(), forgotten: Set<Int> = []
  ) {
    (self.indexes, self.recent, self.forgotten) = (indexes, recent, forgotten)
    let tail = Set(recent.rows).union(forgotten)
    layers = indexes.indices.map { place in
      let index = indexes[place]
      var mask = index.mask(tail.lazy.map { Int64($0) })
      for later in indexes[(place + 1)...] { mask.formUnion(index.mask(of: later)) }
      return Layer(index: index, mask: mask)
    }
  }

  /// How many units the indexes hold, those counted that are masked.
  package var indexedCount: Int { indexes.reduce(0) { $0 + $1.rowCount } }

  /// How many units have been written or forgotten since the last index was made.
  package var tailCount: Int { recent.count + forgotten.count }

  /// Returns the units nearest to a query, the nearest first.
  ///
  /// - Parameters:
  ///   - keys: The query's tokens.
  ///   - side: The side that is compared.
  ///   - threshold: The least base rate, 50...100.
  ///   - limit: The most units.
  /// - Returns: As a comparison with every unit would: the smallest share of edits first, then the
  ///   lowest row.
  package func nearest(
    to keys: [String], side: MemorySide, threshold: Int, limit: Int
  ) -> [Matcher.PoolMember] {
    var pool: [Matcher.PoolMember] = []
    var sources = 0
    for layer in layers {
      let found = layer.index.search(
        side, keys: keys, threshold: threshold, limit: limit, excluding: layer.mask)
      guard !found.isEmpty else { continue }
      sources += 1
      pool += found.lazy.map {
        Matcher.PoolMember(row: Int($0.row), distance: $0.distance, longer: $0.longer)
      }
    }
    let near = recent.near(keys, side: side, threshold: threshold)
    if sources < 2, near.isEmpty { return pool }
    pool += near
    pool.sort { $0.isBetter(than: $1) }
    return Array(pool.prefix(limit))
  }

  /// The longest runs of a query that stand in some unit, none inside another.
  ///
  /// - Parameters:
  ///   - keys: The query's tokens.
  ///   - side: The side that is searched.
  /// - Returns: The runs of ``Fragment/leastCount(_:)`` tokens and more, the longest first.
  /// - Complexity: For each place of the query, as much as there are places of the rarest pair of
  ///   the tokens from there on.
  package func fragments(of keys: [String], _ side: MemorySide) -> [Fragment] {
    let least = Fragment.leastCount(side)
    let numbered = layers.map { layer in
      NumberedLayer(
        index: layer.index, mask: layer.mask,
        tokens: keys.map { layer.index.token(of: $0, side) })
    }
    let recentTokens = recent.tokens(of: keys)
    var found: [Fragment] = []
    var end = 0
    for start in keys.indices {
      // A run that ends where the one before does, or earlier, is inside it.
      let shortest = max(start + least, end + 1)
      guard shortest <= keys.count else { break }
      var run = recent.longestRun(of: recentTokens, from: start, to: shortest, side)
      for layer in numbered {
        guard let other = layer.longestRun(from: start, to: shortest, side) else { continue }
        if run.map({ other.isBetter(than: $0) }) ?? true { run = other }
      }
      guard let run else { continue }
      found.append(run)
      end = run.query.upperBound
    }
    return found.inOrder(of: keys)
  }

  /// The units that may hold what is looked for: first those written since the last index was made,
  /// then those of each index, the shortest segments first.
  package func candidates(for query: ConcordanceQuery, side: MemorySide) -> AnySequence<Int> {
    let indexed = layers.reversed().lazy.flatMap { layer in
      layer.index.units(holding: query, side, excluding: layer.mask)
    }
    return AnySequence([AnySequence(recent.rows), AnySequence(indexed)].joined())
  }

  /// How many segments of a side hold a token key, units counted as often as indexes have them.
  private func documentFrequency(of key: String, _ side: MemorySide) -> Int {
    indexes.reduce(0) { $0 + $1.documentFrequency(of: key, side) }
  }

  /// What a token costs where it differs, ln((N + 1) / (df + ½)).
  package func weight(of key: String, _ side: MemorySide) -> Double {
    if indexes.count == 1 { return indexes[0].weight(of: key, side) }
    guard !indexes.isEmpty else { return 1 }
    let count = indexes.reduce(0) { $0 + $1.unitCount(side) }
    return MemoryIndex.weight(documentFrequency(of: key, side), of: count)
  }

  /// The share of units with a token key whose other side has it too, (both + ½) / (df + 1).
  package func keepRate(of key: String, _ side: MemorySide) -> Double {
    let kept = indexes.reduce(0) { $0 + $1.keptFrequency(of: key, side) }
    return (Double(kept) + 0.5) / (Double(documentFrequency(of: key, side)) + 1)
  }

  /// What the indexes know of the tokens of a side.
  package func statistics(_ side: MemorySide) -> Matcher.Statistics {
    Matcher.Statistics(
      weight: { weight(of: $0, side) }, keepRate: { keepRate(of: $0, side) })
  }
}

/// A layer, and the ids that the tokens of a query have in it.
private struct NumberedLayer {
  let index: MemoryIndex
  let mask: MemoryMask
  let tokens: [UInt32?]

  /// The longest run that begins at a place and goes beyond another; of several the lowest row, and
  /// in it the first position.
  func longestRun(from start: Int, to shortest: Int, _ side: MemorySide) -> Fragment? {
    let known = tokens[start...].prefix(while: { $0 != nil }).compactMap(\.self)
    let window = shortest - start
    guard known.count >= window else { return nil }
    let candidates = index.candidates(side)
    var best: Fragment?
    for place in candidates.occurrences(of: Array(known[..<window])) {
      guard !mask.rows.contains(place.row) else { continue }
      let length = candidates.tokenCount(of: place.segment)
      var count = window
      while count < known.count, place.position + count < length,
        candidates.token(of: place.segment, at: place.position + count) == known[count]
      {
        count += 1
      }
      let row = Int(index.row(of: place.row))
      let run = Fragment(query: start..<start + count, row: row, position: place.position)
      if best.map({ run.isBetter(than: $0) }) ?? true { best = run }
    }
    return best
  }
}
