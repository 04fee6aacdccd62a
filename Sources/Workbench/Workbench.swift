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
  private let cacheFolder: String?
  private let search = Mutex<TermSearchFile?>(nil)

  /// Puts a workbench over an open store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - name: What the answers call it, usually its path.
  ///   - cacheFolder: Where derived files are kept; nothing keeps them in the temporary folder.
  public init(store: Store, name: String, cacheFolder: String?) {
    (self.store, storeName, self.cacheFolder) = (store, name, cacheFolder)
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
    try search.withLock { kept in
      let state = try snapshot.lastChange
      if let kept, kept.change == state.number { return kept }
      let made = try TermSearchFile.open(change: state.number) { builder in
        try snapshot.forEachEntry { entry, row in builder.add(entry, row: row) }
      }
      kept = made
      return made
    }
  }
}
