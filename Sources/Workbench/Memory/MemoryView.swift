import DerivedFiles
import Storage
import Synchronization
import TextAnalysis
import TranslationMemory

/// A state of the store's translation memory, ready to be searched: an index, and the units that
/// were written since it was made.
struct MemoryView: Sendable {
  /// The index; nothing where the store has no units.
  let index: MemoryIndex?
  /// Units that the index has and that are gone or say something else by now.
  private let gone: Set<Int>
  private let mask: MemoryMask
  /// Units that the index does not have as they are now.
  let recent: RecentUnits

  /// How many units written since may be looked through one by one before an index is made anew.
  static let recentLimit = 1_000

  /// Joins an index and what became of units since it was made.
  init(index: MemoryIndex?, gone: Set<Int> = [], recent: RecentUnits = RecentUnits()) {
    self.index = index
    self.gone = gone
    self.recent = recent
    mask = gone.isEmpty ? .none : index?.mask(gone.map { Int64($0) }) ?? .none
  }

  /// Returns the units nearest to a query, the nearest first.
  ///
  /// - Parameters:
  ///   - keys: The query's tokens.
  ///   - side: The side that is compared.
  ///   - threshold: The least base rate, 50...100.
  ///   - limit: The most units.
  func nearest(
    to keys: [String], side: MemorySide, threshold: Int, limit: Int
  ) -> [Matcher.PoolMember] {
    let found = index?.search(
      side, keys: keys, threshold: threshold, limit: limit, excluding: mask)
    var pool = (found ?? []).map {
      Matcher.PoolMember(row: Int($0.row), distance: $0.distance, longer: $0.longer)
    }
    let near = recent.near(keys, side: side, threshold: threshold)
    guard !near.isEmpty else { return pool }
    pool += near
    pool.sort { $0.isBetter(than: $1) }
    return Array(pool.prefix(limit))
  }

  /// The longest runs of a query that stand in some unit, the longest first.
  func fragments(of keys: [String], _ side: MemorySide) -> [Fragment] {
    MemoryIndex.fragments(of: keys, side, in: index, recent: recent, without: gone)
  }

  /// The units that may hold what is looked for: first those written since the index was made, then
  /// the index's, the shortest segments first.
  func candidates(for query: ConcordanceQuery, side: MemorySide) -> AnySequence<Int> {
    guard let index else { return AnySequence(recent.rows) }
    let gone = gone
    let indexed = index.units(holding: query, side).lazy.filter { !gone.contains($0) }
    return AnySequence(ChainedRows(first: recent.rows, rest: AnySequence(indexed)))
  }
}

/// Some rows, and others behind them.
private struct ChainedRows: Sequence {
  let first: [Int]
  let rest: AnySequence<Int>

  func makeIterator() -> AnyIterator<Int> {
    var (before, after) = (first.makeIterator(), rest.makeIterator())
    return AnyIterator { before.next() ?? after.next() }
  }
}

/// A state of the memory and the change that it covers.
struct KeptMemoryView: Sendable {
  let change: ChangeMark
  let view: MemoryView
}

extension Workbench {
  /// Makes a state of the store's translation memory ready to be searched.
  func memoryView(_ snapshot: borrowing Snapshot) throws -> MemoryView {
    let last = try snapshot.lastUnitChange
    return try memory.withLock { kept in
      if let kept, kept.change == last { return kept.view }
      let view = try makeMemoryView(snapshot, last: last)
      kept = KeptMemoryView(change: last, view: view)
      return view
    }
  }

  private func makeMemoryView(
    _ snapshot: borrowing Snapshot, last: ChangeMark
  ) throws -> MemoryView {
    guard last.number > 0 else { return MemoryView(index: nil) }
    if let older = try earlierIndex(snapshot) {
      let since = try snapshot.units(
        changedAfter: Int(older.stamp.changeNumber), limit: MemoryView.recentLimit + 1)
      if max(since.written.count, since.forgotten.count) <= MemoryView.recentLimit {
        let memories = try snapshot.memoryNames()
        var recent = RecentUnits()
        for pair in try snapshot.unitPairs(rows: since.written) {
          recent.add(MemoryUnit(pair, memories: memories))
        }
        return MemoryView(
          index: older, gone: Set(since.written).union(since.forgotten), recent: recent)
      }
    }
    return MemoryView(index: try makeMemoryIndex(snapshot, last: last))
  }

  /// The index that is there, where it was made from an earlier state of this store or from this one.
  private func earlierIndex(_ snapshot: borrowing Snapshot) throws -> MemoryIndex? {
    guard let cacheFolder,
      let index = soundMemoryIndex(in: cacheFolder),
      let mark = try snapshot.mark(ofChange: Int(index.stamp.changeNumber))
    else { return nil }
    return index.stamp == memoryStamp(mark) ? index : nil
  }

  private func makeMemoryIndex(
    _ snapshot: borrowing Snapshot, last: ChangeMark
  ) throws -> MemoryIndex {
    let clock = ContinuousClock()
    let began = clock.now
    let index = try MemoryIndex.open(in: cacheFolder, stamp: memoryStamp(last)) { builder in
      try snapshot.forEachUnitPair(memory: nil) { pair in
        let unit = MemoryUnit(pair, memories: [:])
        builder.add(
          row: Int64(pair.row), english: unit.keys(.english), chinese: unit.keys(.chinese))
      }
    }
    if clock.now - began > .seconds(1) {
      notify(.madeMemoryIndex(store: storeName, duration: clock.now - began))
    }
    return index
  }

  private func memoryStamp(_ change: ChangeMark) -> DerivedFileStamp {
    DerivedFileStamp(
      change, storeID: store.id, mark: MemoryIndex.mark, formatVersion: MemoryIndex.formatVersion)
  }
}

extension MemoryUnit {
  /// Takes what the store reads fast.
  init(_ pair: UnitPair, memories: [Int: String], origin: String? = nil) {
    self.init(
      row: pair.row, memory: memories[pair.memory] ?? "", source: pair.source,
      target: pair.target, state: pair.state, origin: origin)
  }
}
