package import TextAnalysis

/// Offers the most useful units for a query: finds the pool, puts each target right, orders them,
/// rates them.
///
/// It sees neither index nor store: both are handed in, so that its answers can be compared with
/// those over a plain scan.
package struct Matcher {
  /// A unit that is near enough, as an index found it.
  package struct PoolMember: Hashable, Sendable {
    /// The store's number for the unit.
    package var row: Int64
    /// Its token edit distance from the query.
    package var distance: Int

    /// Names a unit and its distance.
    package init(row: Int64, distance: Int) {
      self.row = row
      self.distance = distance
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

  /// How many of the nearest units are put right and ordered.
  package static let poolSize = 100

  private let settings: MatchSettings
  private let statistics: Statistics
  private let rewriter: ((RepairedUnit, SegmentAlignment, StoredUnit) -> RewordedText?)?

  /// Begins with what is wanted and what is known.
  ///
  /// - Parameters:
  ///   - settings: What matches are wanted.
  ///   - statistics: What the memory knows of its tokens.
  ///   - rewriter: Replaces words of a repaired unit; without one no suggestion is reworded.
  package init(
    settings: MatchSettings, statistics: Statistics,
    rewriter: ((RepairedUnit, SegmentAlignment, StoredUnit) -> RewordedText?)? = nil
  ) {
    self.settings = settings
    self.statistics = statistics
    self.rewriter = rewriter
  }

  /// A unit of the pool on its way to a match.
  private struct Entry {
    var stored: StoredUnit
    var source: UnitVariant
    var target: UnitVariant
    var alignment: SegmentAlignment
    var base: Int
    var start: Int
    var penalties: [Penalty]
    var rate: Int
    var repaired: RepairedUnit
    var closeness = 0.0
    var score = 0.0
  }

  /// Returns the matches, the most useful first.
  ///
  /// - Parameters:
  ///   - query: The segment to be translated.
  ///   - prepared: The same, cut into tokens.
  ///   - pool: The units at or above the threshold by their base, at most ``poolSize``.
  /// - Returns: At most as many as are wanted, each at or above the threshold.
  package func matches(
    for query: MatchQuery, prepared: PreparedSegment, pool: [StoredUnit]
  ) -> [Match] {
    let closeness = Closeness(prepared, weight: statistics.weight)
    let figures = Figures.find(in: query.segment.text, language: query.language)
    let repair = VerbatimRepair(keepRate: statistics.keepRate)
    let severalTargets = Self.sourcesWithSeveralTargets(pool, language: query.language)
    var entries: [Entry] = []
    entries.reserveCapacity(pool.count)
    for stored in pool {
      guard let sides = stored.unit.sides(from: query.language) else { continue }
      let source = PreparedSegment(sides.source.segment)
      let longer = max(prepared.compared.count, source.compared.count)
      // The rate that is shown comes from the text, not from an index that may be damaged.
      let base = MatchRate.base(distance: closeness.distance(to: source), longer: longer)
      guard base >= min(settings.threshold, 100) else { continue }
      let alignment = SegmentAlignment(query: prepared, source: source)
      let start =
        !sides.isReversed && isInContext(query, stored.unit, sides.source)
        ? MatchRate.inContext : base
      var kinds = FormPenalties.kinds(alignment)
      if severalTargets.contains(sides.source.segment.text) { kinds.insert(.targets) }
      kinds.formUnion(unitKinds(stored, target: sides.target.language, query: query))
      let penalties = penalties(kinds, memory: stored.memory)
      let rate = max(0, start - penalties.reduce(0) { $0 + $1.points })
      guard rate >= settings.threshold else { continue }
      // What is equal token by token is never edited.
      let repaired =
        base == 100 && !kinds.contains(.numbers)
        ? RepairedUnit(
          target: sides.target.segment.text, source: sides.source.segment, adaptations: [])
        : repair.repair(
          alignment, queryFigures: figures, target: sides.target.segment.text,
          sourceLanguage: query.language, targetLanguage: sides.target.language)
      var entry = Entry(
        stored: stored, source: sides.source, target: sides.target, alignment: alignment,
        base: base, start: start, penalties: penalties, rate: rate, repaired: repaired)
      entry.closeness = closeness.of(
        repaired.adaptations.isEmpty ? source : PreparedSegment(repaired.source))
      entries.append(entry)
    }
    order(&entries, origin: query.origin)
    return entries.prefix(settings.limit).map { match($0, query: query) }
  }

  /// Puts 101 and 100 first, then what is closest, agrees with the others and is of the same origin.
  private func order(_ entries: inout [Entry], origin: String?) {
    let consensus = Consensus.of(
      entries.map(\.repaired.target), closeness: entries.map(\.closeness))
    for index in entries.indices {
      let sameOrigin = origin != nil && entries[index].stored.unit.origin == origin
      entries[index].score =
        entries[index].closeness + consensus[index] + (sameOrigin ? 0.05 : 0)
    }
    entries.sort { first, second in
      let (mine, other) = (max(first.rate, 99), max(second.rate, 99))
      if mine != other { return mine > other }
      if abs(first.score - second.score) > 1e-9 { return first.score > second.score }
      if first.base != second.base { return first.base > second.base }
      return first.stored.row < second.stored.row
    }
  }

  private func match(_ entry: Entry, query: MatchQuery) -> Match {
    let isWritten =
      entry.source.segment.text == query.segment.text
      && entry.source.segment.codes == query.segment.codes
    return Match(
      kind: entry.start == MatchRate.inContext ? .inContext : isWritten ? .exact : .fuzzy,
      rate: entry.rate, base: entry.base, penalties: entry.penalties, source: entry.source,
      target: entry.target, suggestion: entry.repaired.target,
      adapted: entry.repaired.adaptations,
      reworded: rewriter?(entry.repaired, entry.alignment, entry.stored),
      difference: entry.alignment.difference,
      flips: MeaningMarkers.flips(query: entry.alignment.query, source: entry.alignment.source),
      row: entry.stored.row, memory: entry.stored.memory, unit: entry.stored.unit)
  }
}

extension Matcher {
  /// Whether the source is written as the query is, and so are the segments around it.
  private func isInContext(
    _ query: MatchQuery, _ unit: TranslationUnit, _ source: UnitVariant
  ) -> Bool {
    guard let previous = query.previous, let next = query.next else { return false }
    return source.segment == query.segment && unit.previous == previous && unit.next == next
  }

  /// The penalties of a unit that do not come from its text.
  private func unitKinds(
    _ stored: StoredUnit, target: LanguageTag, query: MatchQuery
  ) -> Set<PenaltyKind> {
    var kinds: Set<PenaltyKind> = [.memory(stored.memory)]
    if query.targetLanguage.isOtherVariant(than: target) { kinds.insert(.variant) }
    switch stored.unit.state {
    case .reviewed: break
    case .draft: kinds.insert(.draft)
    case .aligned: kinds.insert(.aligned)
    case .machine: kinds.insert(.machine)
    }
    return kinds
  }

  private func penalties(_ kinds: Set<PenaltyKind>, memory: String) -> [Penalty] {
    (PenaltyKind.general + [.memory(memory)]).compactMap { kind in
      let points = settings.penalties[kind]
      return kinds.contains(kind) && points > 0 ? Penalty(kind, points: points) : nil
    }
  }

  /// The sources, as written, that have different targets among some units.
  private static func sourcesWithSeveralTargets(
    _ pool: [StoredUnit], language: LanguageTag
  ) -> Set<String> {
    var targets: [String: String] = [:]
    var several: Set<String> = []
    for stored in pool {
      guard let sides = stored.unit.sides(from: language) else { continue }
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
