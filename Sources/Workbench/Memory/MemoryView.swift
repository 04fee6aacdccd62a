import DerivedFiles
import Storage
import Synchronization
import TextAnalysis
import TranslationMemory

/// A state of the memory and the change that it covers.
struct KeptMemoryView: Sendable {
  let change: ChangeMark
  let view: MemoryLayers

  /// How many units written or forgotten since the last index was made are looked through one by
  /// one: at most 1,000, fewer in a small memory, whose indexes have to know its words.
  static func tailLimit(indexed count: Int) -> Int { min(1_000, max(50, count / 8)) }

  /// An index is made together with those before it that are not this many times as large, so that
  /// there are few of them and each unit is laid out a few times only.
  static let growth = 4
}

/// The translation memory as a store has it, and the indexes that cover it.
///
/// The units of a store are covered by a chain of ``MemoryIndex`` files, each of the changes after
/// those of the one before it; what was written since the last of them, the *tail*, is looked
/// through one by one. Where the tail grows beyond its limit, who writes lays it out as one more
/// index, together with the indexes before it that are not much larger. A query does so only where
/// files are missing or damaged, or the writer was killed before it could.
extension Workbench {
  /// Makes a state of the store's translation memory ready to be searched.
  func memoryView(_ snapshot: borrowing Snapshot) throws -> MemoryLayers {
    let last = try snapshot.lastUnitChange
    return try memory.withLock { kept in
      if let kept, kept.change == last { return kept.view }
      let view = try makeMemoryView(kept, snapshot, last: last)
      if (kept?.change.number ?? 0) <= last.number {
        kept = KeptMemoryView(change: last, view: view)
      }
      return view
    }
  }

  /// Lays out what was written, where that is due, so that no query has to; what keeps it from being
  /// done keeps nothing that was written from being there.
  func keepUpMemoryIndex() { try? store.read { _ = try memoryView($0) } }

  private func makeMemoryView(
    _ kept: KeptMemoryView?, _ snapshot: borrowing Snapshot, last: ChangeMark
  ) throws -> MemoryLayers {
    guard last.number > 0 else { return MemoryLayers([]) }
    var isKept = false
    if let kept { isKept = try snapshot.mark(ofChange: kept.change.number) == kept.change }
    if isKept, let kept, !kept.view.indexes.isEmpty,
      let view = try brought(kept.view, from: kept.change.number, snapshot)
    {
      return view
    }
    var indexes = try storedIndexes(snapshot)
    if let covered = indexes.last?.stamp.changeNumber,
      let view = try brought(MemoryLayers(indexes), from: Int(covered), snapshot)
    {
      return view
    }
    if indexes.isEmpty, isKept, let kept { indexes = kept.view.indexes }
    // The files of a later state are left to it.
    let folder = kept.map { $0.change.number > last.number } ?? false ? nil : cacheFolder
    return try extended(indexes, snapshot, last: last, in: folder)
  }

  /// The chain of indexes that are there, as far as they were made from earlier states of this store
  /// or from this one.
  private func storedIndexes(_ snapshot: borrowing Snapshot) throws -> [MemoryIndex] {
    guard let cacheFolder else { return [] }
    var indexes: [MemoryIndex] = []
    var covered = 0
    while let index = MemoryIndex.existing(in: cacheFolder, storeID: store.id, after: covered),
      index.stamp.changeNumber > UInt64(covered),
      let mark = try snapshot.mark(ofChange: Int(index.stamp.changeNumber)),
      index.stamp == memoryStamp(mark), isSound(index, in: cacheFolder)
    {
      indexes.append(index)
      covered = mark.number
    }
    return indexes
  }

  /// Brings a view from the state after a change to the snapshot's; nil where too much has been
  /// written since.
  private func brought(
    _ view: MemoryLayers, from change: Int, _ snapshot: borrowing Snapshot
  ) throws -> MemoryLayers? {
    let limit = KeptMemoryView.tailLimit(indexed: view.indexedCount)
    let since = try snapshot.units(changedAfter: change, limit: limit + 1)
    guard since.written.count + since.forgotten.count <= limit else { return nil }
    var recent = view.recent
    recent.remove(Set(since.written).union(since.forgotten))
    for pair in try snapshot.unitPairs(rows: since.written) {
      recent.add(MemoryUnit(pair, memories: [:]))
    }
    let forgotten = view.forgotten.subtracting(since.written).union(since.forgotten)
    guard recent.count + forgotten.count <= limit else { return nil }
    return MemoryLayers(view.indexes, recent: recent, forgotten: forgotten)
  }

  /// Lays out what was written since some indexes, together with those that are not much larger.
  private func extended(
    _ indexes: [MemoryIndex], _ snapshot: borrowing Snapshot, last: ChangeMark, in folder: String?
  ) throws -> MemoryLayers {
    let clock = ContinuousClock()
    let began = clock.now
    var indexes = indexes
    func covered() -> Int { Int(indexes.last?.stamp.changeNumber ?? 0) }
    if !indexes.isEmpty {
      let since = try snapshot.units(changedAfter: covered())
      var count = since.written.count + since.forgotten.count
      while let end = indexes.last,
        end.rowCount + end.forgottenCount < KeptMemoryView.growth * count
      {
        count += end.rowCount + end.forgottenCount
        indexes.removeLast()
      }
    }
    let earlier = covered()
    let index = try MemoryIndex.open(in: folder, stamp: memoryStamp(last), after: earlier) {
      builder in
      func add(_ pair: UnitPair) {
        let unit = MemoryUnit(pair, memories: [:])
        builder.add(
          row: Int64(pair.row), english: unit.keys(.english), chinese: unit.keys(.chinese))
      }
      guard earlier > 0 else { return try builder.addUnits(of: snapshot) }
      let since = try snapshot.units(changedAfter: earlier)
      builder.forget(since.forgotten)
      for start in stride(from: 0, to: since.written.count, by: 256) {
        let rows = since.written[start..<min(start + 256, since.written.count)]
        for pair in try snapshot.unitPairs(rows: rows) { add(pair) }
      }
    }
    indexes.append(index)
    if let folder {
      MemoryIndex.removeOthers(
        in: folder, storeID: store.id, than: Set(indexes.map(\.earlierChange)))
    }
    if clock.now - began > .seconds(1) {
      notify(.madeMemoryIndex(store: storeName, duration: clock.now - began))
    }
    return MemoryLayers(indexes)
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
