import DerivedFiles
import Storage
import Synchronization
import Terminology
import TextAnalysis

/// An index of terms, and the last change up to which it is known to hold.
struct KeptTermIndex: Sendable {
  var change: ChangeMark
  let index: TermIndex
}

extension Workbench {
  /// Makes the terms of a state of the store ready to be recognised: their rows are the store's.
  ///
  /// The index of all glossaries is kept as a file. It is made again where it is missing or damaged,
  /// or a concept was written since; units that were written do not matter. For some glossaries only
  /// an index is made that lasts as long as it is held.
  ///
  /// - Parameters:
  ///   - glossaries: Only these; empty means all.
  ///   - snapshot: The state.
  /// - Returns: The index.
  /// - Throws: ``WorkbenchError`` where there is no such glossary, and what the store throws.
  func termIndex(
    of glossaries: Set<String> = [], _ snapshot: borrowing Snapshot
  ) throws -> TermIndex {
    guard glossaries.isEmpty else { return try madeTermIndex(of: glossaries, snapshot) }
    let last = try snapshot.lastChange
    return try terms.withLock { kept in
      if let known = kept, try holds(known.change, until: last, snapshot) {
        if known.change.number < last.number { kept?.change = last }
        return known.index
      }
      let index = try storedTermIndex(until: last, snapshot) ?? madeTermIndex(last, snapshot)
      if (kept?.change.number ?? 0) <= last.number {
        kept = KeptTermIndex(change: last, index: index)
      }
      return index
    }
  }

  /// Whether the concepts are as they were after a change.
  private func holds(
    _ change: ChangeMark, until last: ChangeMark, _ snapshot: borrowing Snapshot
  ) throws -> Bool {
    if change == last { return true }
    guard change.number < last.number, try snapshot.mark(ofChange: change.number) == change else {
      return false
    }
    return try !snapshot.hasConcepts(changedAfter: change.number)
  }

  private func storedTermIndex(
    until last: ChangeMark, _ snapshot: borrowing Snapshot
  ) throws -> TermIndex? {
    guard let cacheFolder, let index = TermIndex.existing(in: cacheFolder, storeID: store.id),
      let stamp = index.stamp,
      stamp.changeNumber <= UInt64(last.number),
      let mark = try snapshot.mark(ofChange: Int(stamp.changeNumber)),
      stamp == termStamp(mark), try holds(mark, until: last, snapshot)
    else { return nil }
    return index
  }

  private func madeTermIndex(
    _ last: ChangeMark, _ snapshot: borrowing Snapshot
  ) throws -> TermIndex {
    let clock = ContinuousClock()
    let began = clock.now
    let index = try TermIndex.make(in: cacheFolder, stamp: termStamp(last)) { builder in
      try snapshot.forEachEntry { entry, row in builder.add(entry, row: row) }
    }
    if clock.now - began > .seconds(1) {
      notify(.madeTermIndex(store: storeName, duration: clock.now - began))
    }
    return index
  }

  private func madeTermIndex(
    of glossaries: Set<String>, _ snapshot: borrowing Snapshot
  ) throws -> TermIndex {
    try checkGlossaries(glossaries, in: snapshot)
    var builder = TermIndexBuilder()
    try snapshot.forEachConcept(glossaries: glossaries, processes: [.approved]) { concept in
      guard let row = try snapshot.conceptRow(id: concept.entry.id) else { return }
      builder.add(concept.entry, row: row)
    }
    return builder.index()
  }

  private func termStamp(_ change: ChangeMark) -> DerivedFileStamp {
    DerivedFileStamp(
      change, storeID: store.id, mark: TermIndex.mark, formatVersion: TermIndex.formatVersion)
  }
}
