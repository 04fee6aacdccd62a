import Foundation
import Storage
import TextAnalysis

extension Workbench {
  /// Opens the store of a place, made and fed where the place says so.
  ///
  /// - Parameters:
  ///   - place: Where it is.
  ///   - writing: Whether something is to be written.
  ///   - who: Who feeds it; asked only where it is fed.
  ///   - cacheFolder: Where derived files are kept.
  ///   - notify: Told what a person should know.
  /// - Returns: The workbench over the store.
  /// - Throws: ``WorkbenchError`` where the store cannot be opened.
  public static func open(
    _ place: StorePlace, writing: Bool, by who: @autoclosure () -> String, cacheFolder: String?,
    notify: @escaping @Sendable (OpeningNotice) -> Void
  ) throws(WorkbenchError) -> Workbench {
    do {
      let (store, isNew) = try opened(place, writing: writing)
      let bench = Workbench(
        store: store, name: place.path, cacheFolder: cacheFolder, notify: notify)
      guard store.mode != .readOnly || !isNew else { return bench }
      let feed = StarterFeed(place, bench: bench)
      try isNew ? feed.fill(by: who, notify: notify) : feed.refresh(by: who, notify: notify)
      return bench
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Opens the store of a place, and tells whether it was made.
  private static func opened(
    _ place: StorePlace, writing: Bool
  ) throws(StoreError) -> (store: Store, isNew: Bool) {
    let isThere = FileManager.default.fileExists(atPath: place.path)
    do throws(StoreError) {
      let mode = mode(for: place, writing: writing, isNew: !isThere)
      return (try Store.open(path: place.path, mode: mode), !isThere)
    } catch {
      // An empty file: somebody makes the store at this moment, or was killed before it was made.
      guard isThere, case .missing = error else { throw error }
      let mode = mode(for: place, writing: writing, isNew: true)
      return (try Store.open(path: place.path, mode: mode), true)
    }
  }

  private static func mode(for place: StorePlace, writing: Bool, isNew: Bool) -> Store.Mode {
    if isNew {
      if case .named = place { return writing ? .readWriteCreating : .readWrite }
      return .readWriteCreating
    }
    let isWritable = FileManager.default.isWritableFile(atPath: place.path)
    return writing || isWritable ? .readWrite : .readOnly
  }
}
