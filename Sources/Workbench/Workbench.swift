import DerivedFiles
public import Storage
import Synchronization
import Terminology

/// An open store and what a person can ask of it: one method a verb, each in a file of its own, each
/// taking a request and giving one answer that every interface shows as it is.
public final class Workbench: Sendable {
  /// What the answers call the store.
  public let storeName: String
  /// The store.
  public let store: Store
  let cacheFolder: String?
  let notify: @Sendable (OpeningNotice) -> Void
  private let search = Mutex<TermSearchFile?>(nil)
  /// The terms that were recognised last.
  let terms = Mutex<KeptTermIndex?>(nil)
  /// The state of the translation memory that was searched last.
  let memory = Mutex<KeptMemoryView?>(nil)

  /// Puts a workbench over an open store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - name: What the answers call it, usually its path.
  ///   - cacheFolder: Where derived files are kept; without one they last as long as the process.
  ///   - notify: Told what a person should know.
  public init(
    store: Store, name: String, cacheFolder: String?,
    notify: @escaping @Sendable (OpeningNotice) -> Void = { _ in }
  ) {
    (self.store, storeName, self.cacheFolder, self.notify) = (store, name, cacheFolder, notify)
  }

  /// Reads one state of the store.
  func read<Answer>(
    _ body: (borrowing Snapshot) throws -> Answer
  ) throws(WorkbenchError) -> Answer {
    do {
      return try store.read(body)
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Opens the search file that covers a state of the store, made first where it is missing, stale
  /// or damaged.
  func termSearch(_ snapshot: borrowing Snapshot) throws -> TermSearchFile {
    let stamp = DerivedFileStamp(
      try snapshot.lastChange, storeID: store.id, mark: TermSearchFile.mark,
      formatVersion: TermSearchFile.formatVersion)
    return try search.withLock { kept in
      if let kept, kept.covers(stamp) { return kept }
      let clock = ContinuousClock()
      var began: ContinuousClock.Instant?
      let file = try TermSearchFile.open(in: cacheFolder, stamp: stamp) { builder in
        began = clock.now
        try snapshot.forEachEntry { entry, row in builder.add(entry, row: row) }
      }
      if let began, clock.now - began > .seconds(1) {
        notify(.madeSearchFile(store: storeName, duration: clock.now - began))
      }
      kept = file
      return file
    }
  }
}

extension DerivedFileStamp {
  /// What a derived file is made from.
  init(_ change: ChangeMark, storeID: String, mark: String, formatVersion: UInt32) {
    let digest = Array(change.digest.utf8.prefix(Self.digestByteCount))
    self.init(
      mark: mark, formatVersion: formatVersion, storeID: storeID,
      changeNumber: UInt64(change.number),
      changeDigest: digest + Array(repeating: 0, count: Self.digestByteCount - digest.count))
  }
}
