import TextAnalysis

/// Offers the most useful units for a query: finds the pool, puts each target right, orders them,
/// rates them.
///
/// It sees neither index nor store: both are handed in, so that its answers can be compared with
/// those over a plain scan.
package struct Matcher {
  /// A unit that is near enough, as an index found it.
  package struct PoolMember: Hashable, Sendable {
    /// The store's number for the unit.
    package var row: Int
    /// Its token edit distance from the query.
    package var distance: Int
    /// How many tokens the longer of the two has; more than 0.
    package var longer: Int

    /// Names a unit and its distance.
    package init(row: Int, distance: Int, longer: Int) {
      self.row = row
      self.distance = distance
      self.longer = longer
    }

    /// Whether this one comes before another in a pool: nearer by distance / longer, else of the
    /// lower row.
    package func isBetter(than other: PoolMember) -> Bool {
      let (mine, theirs) = (distance * other.longer, other.distance * longer)
      return mine != theirs ? mine < theirs : row < other.row
    }
  }

  /// What a memory knows of its tokens, frozen with its index.
  package struct Statistics {
    /// Of a key of the query's language, ln((N + 1) / (units with it + ½)).
    package var weight: (String) -> Double
    /// Of a key of the query's language, the share of units with it whose other side has it too.
    package var keepRate: (String) -> Double

    /// Takes two functions.
    package init(
      weight: @escaping (String) -> Double, keepRate: @escaping (String) -> Double
    ) {
      self.weight = weight
      self.keepRate = keepRate
    }
  }

  /// The segments before and after a unit's source in its document.
  package typealias Context = (previous: String?, next: String?)

  /// How many of the nearest units are put right and ordered.
  package static let poolSize = 100

  /// What the query's own origin is worth beside closeness and consensus, each at most 1.
  private static let originBonus = 0.15
  /// What a target in another variant than the one asked for loses against the others.
  private static let variantMalus = 0.2

  private let settings: MatchSettings
  private let statistics: Statistics
  private let context: (Int) -> Context?

  /// Begins with what is wanted and what is known.
  ///
  /// - Parameters:
  ///   - settings: What matches are wanted.
  ///   - statistics: What the memory knows of its tokens.
  ///   - context: Of a unit, by its number, the segments around its source.
  package init(
    settings: MatchSettings, statistics: Statistics,
    context: @escaping (Int) -> Context? = { _ in nil }
  ) {
    self.settings = settings
    self.statistics = statistics
    self.context = context
  }

  /// A unit of the pool with its rate.
  private struct Rated {
    var unit: MemoryUnit
    var source: UnitVariant
    var target: UnitVariant
    var numbered: NumberedSource
    var alignment: SegmentAlignment
    var base: Int
    var start: Int
    var kinds: PenaltyKinds
    var penalties: [Penalty]
    var rate: Int
  }

  /// A unit of the pool, put right.
  private struct Entry {
    var rated: Rated
    var repaired: RepairedUnit
    var closeness: Double
  }

  /// What an entry is ordered by, and its place among the entries.
  private struct Rank {
    var place: Int
    /// At least 99: below that, rates do not count.
    var rate: Int
    var score: Double
    var base: Int
    var row: Int

    func comesBefore(_ other: Rank) -> Bool {
      if rate != other.rate { return rate > other.rate }
      if abs(score - other.score) > 1e-9 { return score > other.score }
      return base != other.base ? base > other.base : row < other.row
    }
  }

  /// Returns the matches, the most useful first.
  ///
  /// - Parameters:
  ///   - query: The segment to be translated.
  ///   - prepared: The same, cut into tokens.
  ///   - pool: The units at or above the threshold by their base, at most ``poolSize``.
  /// - Returns: At most as many as are wanted, each at or above the threshold.
  package func matches(
    for query: MatchQuery, prepared: PreparedSegment, pool: [MemoryUnit]
  ) -> [Match] {
    let comparable = ComparableQuery(prepared)
    let closeness = Closeness(comparable, weight: statistics.weight)
    let figures = Figures.find(in: query.segment.text, language: query.language)
    let pool = rated(query, comparable, pool)
    var usualMark = UsualMark(for: query.segment.text, origin: query.origin)
    for unit in pool {
      usualMark.count(
        unit.source.segment.text, unit.target.segment.text, origin: unit.unit.origin)
    }
    let repair = VerbatimRepair(usualMark: usualMark, keepRate: statistics.keepRate)
    var entries = pool.map { rated in
      let repaired = repair.repair(
        rated.alignment, queryFigures: figures, target: rated.target.segment.text,
        sourceLanguage: query.language, targetLanguage: rated.target.language)
      let nearness =
        repaired.source == rated.source.segment
        ? closeness.of(rated.numbered) : closeness.of(PreparedSegment(repaired.source))
      return Entry(rated: rated, repaired: repaired, closeness: nearness)
    }
    order(&entries, origin: query.origin)
    guard !entries.isEmpty else { return [] }
    let markers = MeaningMarkers.markers(in: prepared)
    return entries.map { match($0, query: query, markers: markers) }
  }

  /// Returns the best rate of a pool; nothing where no unit reaches the threshold.
  package func bestRate(
    for query: MatchQuery, prepared: PreparedSegment, pool: [MemoryUnit]
  ) -> Int? {
    rated(query, ComparableQuery(prepared), pool).map(\.rate).max()
  }

  /// The units of a pool that reach the threshold, with what lowered their rates.
  private func rated(
    _ query: MatchQuery, _ comparable: ComparableQuery, _ pool: [MemoryUnit]
  ) -> [Rated] {
    var ofMemory = (memory: "", penalty: penalty(.memory("")))
    let sides = pool.map { $0.sides(from: query.language) }
    let severalTargets = Self.sourcesWithSeveralTargets(sides)
    return zip(pool, sides).compactMap { unit, sides in
      guard let sides else { return nil }
      let source = comparable.numbered(PreparedSegment(sides.source.segment))
      let longer = max(comparable.comparedNumbers.count, source.comparedNumbers.count)
      // The rate that is shown comes from the text, not from an index that may be damaged.
      let base = MatchRate.base(
        distance: comparable.distance(to: source.comparedNumbers), longer: longer)
      guard base >= min(settings.threshold, 100) else { return nil }
      let alignment = SegmentAlignment(query: comparable, source: source)
      let isInContext = !sides.isReversed && isInContext(query, unit.row, sides.source)
      let start = isInContext ? MatchRate.inContext : base
      var kinds = FormPenalties.kinds(alignment)
      if severalTargets.contains(sides.source.segment.text) { kinds.insert(.targets) }
      kinds.formUnion(unitKinds(unit, target: sides.target.language, query: query))
      if unit.memory != ofMemory.memory {
        ofMemory = (unit.memory, penalty(.memory(unit.memory)))
      }
      let penalties = penalties(kinds) + (ofMemory.penalty.map { [$0] } ?? [])
      let rate = max(0, start - penalties.reduce(0) { $0 + $1.points })
      guard rate >= settings.threshold else { return nil }
      return Rated(
        unit: unit, source: sides.source, target: sides.target, numbered: source,
        alignment: alignment, base: base, start: start, kinds: kinds, penalties: penalties,
        rate: rate)
    }
  }

  /// Keeps as many as are wanted: 101 and 100 first, then what is closest, agrees with the others
  /// and is of the same origin.
  private func order(_ entries: inout [Entry], origin: String?) {
    let consensus = Consensus.of(
      entries.map(\.repaired.target), closeness: entries.map(\.closeness))
    let ranks = zip(entries, consensus).enumerated().map { place, pair in
      let rated = pair.0.rated
      let sameOrigin = origin != nil && rated.unit.origin == origin
      return Rank(
        place: place, rate: max(rated.rate, 99),
        score: pair.0.closeness + pair.1 + (sameOrigin ? Self.originBonus : 0)
          - (rated.kinds.contains(.variant) ? Self.variantMalus : 0),
        base: rated.base, row: rated.unit.row)
    }
    entries = ranks.sorted { $0.comesBefore($1) }.prefix(settings.limit).map { entries[$0.place] }
  }

  private func match(
    _ entry: Entry, query: MatchQuery, markers: [MeaningMarkers.Marker]
  ) -> Match {
    let rated = entry.rated
    let isInContext = rated.start == MatchRate.inContext
    let isWritten = rated.source.segment == query.segment
    return Match(
      kind: isInContext ? .inContext : isWritten ? .exact : .fuzzy, rate: rated.rate,
      base: rated.base, penalties: rated.penalties, source: rated.source, target: rated.target,
      suggestion: entry.repaired.target, adapted: entry.repaired.adaptations,
      repairedSource: entry.repaired.source,
      difference: rated.alignment.difference,
      flips: MeaningMarkers.flips(query: markers, source: rated.alignment.source),
      row: rated.unit.row, memory: rated.unit.memory, state: rated.unit.state)
  }
}

extension Matcher {
  /// Whether the source is written as the query is, and so are the segments around it.
  private func isInContext(
    _ query: MatchQuery, _ row: Int, _ source: UnitVariant
  ) -> Bool {
    guard let previous = query.previous, let next = query.next, source.segment == query.segment,
      let around = context(row)
    else { return false }
    return around.previous == previous && around.next == next
  }

  /// The penalties of a unit that do not come from its text.
  private func unitKinds(
    _ stored: MemoryUnit, target: LanguageTag, query: MatchQuery
  ) -> PenaltyKinds {
    var kinds: PenaltyKinds = []
    if query.targetLanguage.isOtherVariant(than: target) { kinds.insert(.variant) }
    switch stored.state {
    case .reviewed: break
    case .draft: kinds.insert(.draft)
    case .aligned: kinds.insert(.aligned)
    case .machine: kinds.insert(.machine)
    }
    return kinds
  }

  private func penalties(_ kinds: PenaltyKinds) -> [Penalty] {
    kinds.isEmpty ? [] : kinds.general.compactMap { penalty($0) }
  }

  private func penalty(_ kind: PenaltyKind) -> Penalty? {
    let points = settings.penalties[kind]
    return points > 0 ? Penalty(kind, points: points) : nil
  }

  /// The sources, as written, that have different targets among some units.
  private static func sourcesWithSeveralTargets(
    _ units: [MemoryUnit.Sides?]
  ) -> Set<String> {
    guard units.count > 1 else { return [] }
    var targets: [String: String] = [:]
    var several: Set<String> = []
    // Most sources are of a length that no other has.
    let lengths = units.map { $0?.source.segment.text.utf8.count ?? -1 }
    let counts = Dictionary(lengths.map { ($0, 1) }, uniquingKeysWith: +)
    for (sides, length) in zip(units, lengths) where counts[length, default: 0] > 1 {
      guard let sides else { continue }
      let (source, target) = (sides.source.segment.text, sides.target.segment.text)
      if let known = targets[source] {
        if known != target { several.insert(source) }
      } else {
        targets[source] = target
      }
    }
    return several
  }
}
