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
  ///   - isWanted: Tells by its row whether a unit counts.
  /// - Returns: The runs of ``Fragment/leastCount(_:)`` tokens and more, the longest first.
  /// - Throws: What `isWanted` throws.
  /// - Complexity: For each place of the query, as much as there are places of the rarest pair of
  ///   the tokens from there on.
  package func fragments(
    of keys: [String], _ side: MemorySide, where isWanted: (Int) throws -> Bool = { _ in true }
  ) rethrows -> [Fragment] {
    let least = Fragment.leastCount(side)
    let numbered = numbered(keys, side)
    let recentTokens = recent.tokens(of: keys)
    var found: [Fragment] = []
    var end = 0
    for start in keys.indices {
      // A run that ends where the one before does, or earlier, is inside it.
      let shortest = max(start + least, end + 1)
      guard shortest <= keys.count else { break }
      var run = try recent.longestRun(
        of: recentTokens, from: start, to: shortest, side, where: isWanted)
      for layer in numbered {
        guard
          let other = try layer.longestRun(from: start, to: shortest, side, where: isWanted)
        else { continue }
        if run.map({ other.isBetter(than: $0) }) ?? true { run = other }
      }
      guard let run else { continue }
      found.append(run)
      end = run.query.upperBound
    }
    return found.inOrder(of: keys)
  }

  /// Where some tokens stand one after the other: the first places by row, then position.
  ///
  /// - Parameters:
  ///   - keys: The tokens.
  ///   - side: The side that is searched.
  ///   - limit: The most places.
  ///   - isWanted: Tells by its row whether a unit counts; asked only of those that may be among
  ///     the first.
  /// - Returns: The places, ascending.
  /// - Throws: What `isWanted` throws.
  package func places(
    of keys: [String], _ side: MemorySide, limit: Int,
    where isWanted: (Int) throws -> Bool = { _ in true }
  ) rethrows -> [Place] {
    var first = FirstPlaces(limit: limit)
    for place in recent.places(of: recent.tokens(of: keys), side) {
      try first.add(place, where: isWanted)
    }
    for layer in numbered(keys, side) {
      for place in layer.places(side) { try first.add(place, where: isWanted) }
    }
    return first.places
  }

  /// Where a run of tokens begins.
  package struct Place: Hashable, Comparable, Sendable {
    /// The store's number for the unit.
    package let row: Int
    /// Where among the compared tokens of the unit's segment.
    package let position: Int

    /// Names a place.
    package init(row: Int, position: Int) { (self.row, self.position) = (row, position) }

    package static func < (first: Place, second: Place) -> Bool {
      (first.row, first.position) < (second.row, second.position)
    }
  }

  private func numbered(_ keys: [String], _ side: MemorySide) -> [NumberedLayer] {
    layers.map { layer in
      NumberedLayer(
        index: layer.index, mask: layer.mask,
        tokens: keys.map { layer.index.token(of: $0, side) })
    }
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
  func longestRun(
    from start: Int, to shortest: Int, _ side: MemorySide, where isWanted: (Int) throws -> Bool
  ) rethrows -> Fragment? {
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
      if try best.map({ run.isBetter(than: $0) }) ?? true && isWanted(row) { best = run }
    }
    return best
  }

  /// Where all the tokens stand one after the other.
  func places(_ side: MemorySide) -> some Sequence<MemoryLayers.Place> {
    let known = tokens.compactMap(\.self)
    let phrase = known.count == tokens.count ? known : []
    return index.candidates(side).occurrences(of: phrase).lazy
      .filter { !mask.rows.contains($0.row) }
      .map { MemoryLayers.Place(row: Int(index.row(of: $0.row)), position: $0.position) }
  }
}

/// The first of some places, as many as are wanted.
private struct FirstPlaces {
  let limit: Int
  private(set) var places: [MemoryLayers.Place] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(
    _ place: MemoryLayers.Place, where isWanted: (Int) throws -> Bool
  ) rethrows {
    if places.count >= limit, let last = places.last, last < place { return }
    guard try isWanted(place.row) else { return }
    places.insert(place, at: places.firstIndex { place < $0 } ?? places.endIndex)
    if places.count > limit { places.removeLast() }
  }
}
