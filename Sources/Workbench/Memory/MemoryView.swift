import DerivedFiles
import Storage
import TextAnalysis
import TranslationMemory

/// A state of the store's translation memory, ready to be searched: an index, and the units that
/// were written since it was made.
struct MemoryView: Sendable {
  /// The index; nothing where the store has no units.
  let index: MemoryIndex?
  /// Units that the index has and that are gone or say something else by now.
  let masked: Set<Int>
  /// Units that the index does not have as they are now.
  let recent: RecentUnits

  /// How many units written since may be looked through one by one before an index is made anew.
  static let recentLimit = 1_000

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
    var pool =
      index?.nearest(
        to: keys, side: side, threshold: threshold, limit: limit, excluding: masked) ?? []
    let near = recent.near(keys, side: side, threshold: threshold)
    guard !near.isEmpty else { return pool }
    pool += near
    pool.sort { $0.isBetter(than: $1) }
    return Array(pool.prefix(limit))
  }
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
    guard last.number > 0 else {
      return MemoryView(index: nil, masked: [], recent: RecentUnits())
    }
    let memories = try snapshot.memoryNames()
    if let older = try MemoryIndex.latest(
      in: cacheFolder, storeID: store.id, covering: { try snapshot.isChange($0) })
    {
      let since = try snapshot.units(
        changedAfter: older.changeNumber, limit: MemoryView.recentLimit + 1)
      if max(since.written.count, since.forgotten.count) <= MemoryView.recentLimit {
        var recent = RecentUnits()
        for pair in try snapshot.unitPairs(rows: since.written) {
          recent.add(MemoryUnit(pair, memories: memories))
        }
        return MemoryView(
          index: older, masked: Set(since.written).union(since.forgotten), recent: recent)
      }
    }
    let index = try makeMemoryIndex(snapshot, last: last)
    return MemoryView(index: index, masked: [], recent: RecentUnits())
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
