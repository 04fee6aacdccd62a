import Storage
import TextAnalysis
import TranslationMemory

/// Queries over one state of the store's translation memory.
struct MemorySearch {
  private let view: MemoryLayers
  private let settings: MatchSettings
  private let names: [Int: String]
  private let wanted: Set<String>
  private let lexicons: [MemorySide: PhraseLexicon]

  /// Begins.
  ///
  /// - Parameters:
  ///   - view: The memory.
  ///   - memories: The names of those that are searched; empty means all.
  ///   - settings: What matches are wanted.
  ///   - snapshot: The state of the store.
  /// - Throws: `StoreError` where the store cannot be read.
  init(
    _ view: MemoryLayers, memories: Set<String>, settings: MatchSettings,
    _ snapshot: borrowing Snapshot
  ) throws {
    self.view = view
    self.settings = settings
    wanted = memories
    // The largest part of a memory tells most.
    let index = view.indexes.max { $0.rowCount < $1.rowCount }
    lexicons =
      index.map {
        [.english: PhraseLexicon($0, from: .english), .chinese: PhraseLexicon($0, from: .chinese)]
      } ?? [:]
    names = try snapshot.memoryNames()
  }

  /// Returns the matches of a segment, the most useful first.
  func matches(
    for query: MatchQuery, _ snapshot: borrowing Snapshot
  ) throws -> [MatchAnswer.Match] {
    let prepared = PreparedSegment(query.segment)
    let pool = try pool(prepared, query, snapshot)
    guard !pool.isEmpty else { return [] }
    var matches = try matcher(for: query, pool, snapshot)
      .matches(for: query, prepared: prepared, pool: pool)
    try reword(&matches, query, prepared, snapshot)
    let units = try snapshot.units(rows: matches.map(\.row))
    let byRow = Dictionary(units.map { ($0.row, $0.unit) }) { first, _ in first }
    return matches.map { MatchAnswer.Match($0, unit: byRow[$0.row]) }
  }

  /// Gives the matches their second suggestions.
  private func reword(
    _ matches: inout [Match], _ query: MatchQuery, _ prepared: PreparedSegment,
    _ snapshot: borrowing Snapshot
  ) throws {
    let side = MemorySide(query.language)
    let repair = WordRepair(for: prepared, lexicon: side.flatMap { lexicons[$0] })
    var searches: [LanguageTag: TermChangeSearch] = [:]
    for place in matches.indices {
      let (match, language) = (matches[place], matches[place].target.language)
      let alignment = repair.alignment(match)
      var search = searches[language] ?? TermChangeSearch(from: query.language, to: language)
      let terms = try search.changes(alignment, target: match.suggestion, snapshot)
      searches[language] = search
      matches[place].reworded = try repair.reworded(match, alignment, terms: terms) { row in
        try side.flatMap { try text(of: Int(row), $0.other, snapshot) }
      }
    }
  }

  private func text(
    of row: Int, _ side: MemorySide, _ snapshot: borrowing Snapshot
  ) throws -> String? {
    try snapshot.unitPair(row: row)
      .flatMap { MemoryUnit($0, memories: names).variant(side)?.segment.text }
  }

  /// Returns the best rate that a segment finds; nothing where no unit reaches the threshold.
  func bestRate(for query: MatchQuery, _ snapshot: borrowing Snapshot) throws -> Int? {
    let prepared = PreparedSegment(query.segment)
    let pool = try pool(prepared, query, snapshot)
    guard !pool.isEmpty else { return nil }
    return try matcher(for: query, pool, snapshot)
      .bestRate(for: query, prepared: prepared, pool: pool)
  }

  private func matcher(
    for query: MatchQuery, _ pool: [MemoryUnit], _ snapshot: borrowing Snapshot
  ) throws -> Matcher {
    let contexts = query.previous == nil ? [:] : try contexts(of: pool, query, snapshot)
    return Matcher(settings: settings, statistics: statistics(query), context: { contexts[$0] })
  }

  private func pool(
    _ prepared: PreparedSegment, _ query: MatchQuery, _ snapshot: borrowing Snapshot
  ) throws -> [MemoryUnit] {
    guard let side = MemorySide(query.language) else { return [] }
    let found = try nearest(
      prepared.compared.map(\.key), side: side,
      threshold: min(100, max(50, settings.threshold)), snapshot)
    return try units(found.map(\.row), query, snapshot)
  }

  /// The units of a pool; where they are from is read only where it counts.
  private func units(
    _ rows: [Int], _ query: MatchQuery, _ snapshot: borrowing Snapshot
  ) throws -> [MemoryUnit] {
    guard query.origin != nil else {
      return try snapshot.unitPairs(rows: rows).map { MemoryUnit($0, memories: names) }
    }
    return try snapshot.units(rows: rows).map {
      MemoryUnit(row: $0.row, memory: $0.memory, unit: $0.unit)
    }
  }

  /// The surroundings of the units whose source is written as the query is.
  private func contexts(
    of pool: [MemoryUnit], _ query: MatchQuery, _ snapshot: borrowing Snapshot
  ) throws -> [Int: Matcher.Context] {
    var contexts: [Int: Matcher.Context] = [:]
    for unit in pool where unit.source.segment == query.segment {
      if let context = try snapshot.unitContext(row: unit.row) {
        contexts[unit.row] = (context.previous, context.next)
      }
    }
    return contexts
  }

  private func nearest(
    _ keys: [String], side: MemorySide, threshold: Int, _ snapshot: borrowing Snapshot
  ) throws -> [Matcher.PoolMember] {
    guard !wanted.isEmpty else {
      return view.nearest(
        to: keys, side: side, threshold: threshold, limit: Matcher.poolSize)
    }
    var isWanted: [Int: Bool] = [:]
    let memories = Set(names.filter { wanted.contains($0.value) }.keys)
    // Asked again for more where too many of those found are of other memories.
    var limit = Matcher.poolSize
    while true {
      let found = view.nearest(
        to: keys, side: side, threshold: threshold, limit: limit)
      for pair in try snapshot.unitPairs(rows: found.map(\.row).filter { isWanted[$0] == nil }) {
        isWanted[pair.row] = memories.contains(pair.memory)
      }
      let kept = found.filter { isWanted[$0.row] == true }
      if kept.count >= Matcher.poolSize || found.count < limit {
        return Array(kept.prefix(Matcher.poolSize))
      }
      limit *= 4
    }
  }

  private func statistics(_ query: MatchQuery) -> Matcher.Statistics {
    guard let side = MemorySide(query.language) else {
      return Matcher.Statistics(weight: { _ in 1 }, keepRate: { _ in 0 })
    }
    return view.statistics(side)
  }

  /// Of how many of the units that hold a run with numbers the numbers are compared.
  static let comparedPlaces = 16

  /// Returns the longest runs of a segment that stand in some unit.
  ///
  /// Numbers are the same whatever their digits. A run that has some is given from the unit that
  /// writes them as the segment does, where one of the first ``comparedPlaces`` places does so; a
  /// run of numbers alone is given only then.
  ///
  /// - Parameters:
  ///   - query: The segment.
  ///   - terms: What ties a run to a part of the target where no unit is the run and no more.
  ///   - snapshot: The state of the store.
  /// - Returns: The runs, the longest first.
  /// - Throws: `StoreError` where the store cannot be read.
  func fragments(
    of query: MatchQuery, terms: TermTie, _ snapshot: borrowing Snapshot
  ) throws -> [MatchAnswer.Fragment] {
    guard let side = MemorySide(query.language) else { return [] }
    let prepared = PreparedSegment(query.segment)
    let keys = prepared.compared.map(\.key)
    var rows = WantedRows(
      wanted.isEmpty ? nil : Set(names.filter { wanted.contains($0.value) }.keys))
    let found = try view.fragments(of: keys, side) { try rows.contains($0, snapshot) }
    return try found.compactMap { fragment in
      guard let place = try nearest(fragment, prepared, side, &rows, snapshot),
        let pair = try snapshot.unitPair(row: place.row)
      else { return nil }
      let unit = MemoryUnit(pair, memories: names)
      guard let variant = unit.variant(side), let other = unit.variant(side.other) else {
        return nil
      }
      let source = PreparedSegment(variant.segment)
      let end = place.position + fragment.query.count
      // What an index says is held against the text: it may be damaged.
      guard end <= source.compared.count,
        source.compared[place.position..<end].elementsEqual(
          prepared.compared[fragment.query], by: { $0.key == $1.key })
      else { return nil }
      let target = other.segment.text
      let run = source.scalars(of: place.position..<end)
      let identical = try equivalent(
        of: Array(keys[fragment.query]), in: target, side, snapshot)
      return MatchAnswer.Fragment(
        query: prepared.scalars(of: fragment.query).bounds, unit: place.row,
        sourceRange: run.bounds,
        source: variant.segment.text, target: target,
        targetRange: identical ?? terms.place(of: run, in: variant, across: other)?.bounds,
        memory: unit.memory)
    }
  }

  /// The first place where a run stands with the numbers that the query has in it; where there is
  /// none among those that are compared, the first, or none for a run of numbers alone.
  private func nearest(
    _ fragment: Fragment, _ query: PreparedSegment, _ side: MemorySide, _ rows: inout WantedRows,
    _ snapshot: borrowing Snapshot
  ) throws -> MemoryLayers.Place? {
    let first = MemoryLayers.Place(row: fragment.row, position: fragment.position)
    let numbers = query.numbers(in: fragment.query)
    guard !numbers.isEmpty else { return first }
    let keys = query.compared[fragment.query].map(\.key)
    let places = try view.places(of: keys, side, limit: Self.comparedPlaces) {
      try rows.contains($0, snapshot)
    }
    for place in places {
      guard let pair = try snapshot.unitPair(row: place.row),
        let variant = MemoryUnit(pair, memories: names).variant(side)
      else { continue }
      let source = PreparedSegment(variant.segment)
      let end = place.position + fragment.query.count
      if end <= source.compared.count, source.numbers(in: place.position..<end) == numbers {
        return place
      }
    }
    return numbers.count < fragment.query.count ? first : nil
  }

  /// Where the target of a unit whose whole source is a run stands in a text, exactly once; nothing
  /// where there is no such unit.
  private func equivalent(
    of keys: [String], in text: String, _ side: MemorySide, _ snapshot: borrowing Snapshot
  ) throws -> [Int]? {
    let same = view.nearest(to: keys, side: side, threshold: 100, limit: 5)
    for pair in try snapshot.unitPairs(rows: same.map(\.row)) {
      let unit = MemoryUnit(pair, memories: names)
      guard let target = unit.variant(side.other)?.segment.text else { continue }
      let places = ConcordanceQuery("\"" + target + "\"", order: .phrase)
        .ranges(in: Segment(text))
      if places.count == 1 { return places[0].bounds }
    }
    return nil
  }
}

/// Which units are of the memories that are searched; each is looked up once.
private struct WantedRows {
  /// The memories by their numbers; nothing means all.
  private let memories: Set<Int>?
  private var known: [Int: Bool] = [:]

  init(_ memories: Set<Int>?) { self.memories = memories }

  mutating func contains(_ row: Int, _ snapshot: borrowing Snapshot) throws -> Bool {
    guard let memories else { return true }
    if let known = known[row] { return known }
    let memory = try snapshot.unitMemory(row: row)
    let isWanted = memory.map { memories.contains($0) } ?? false
    known[row] = isWanted
    return isWanted
  }
}

extension PreparedSegment {
  /// The digits of the numbers among some compared tokens, in order.
  fileprivate func numbers(in range: Range<Int>) -> [String] {
    compared[range].filter { $0.kind == .number }.map { TokenLayers.figures(text(of: $0)).value }
  }
}
