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
      let isNew = !FileManager.default.fileExists(atPath: place.path)
      let mode = mode(for: place, writing: writing, isNew: isNew)
      let store = try Store.open(path: place.path, mode: mode)
      let bench = Workbench(
        store: store, name: place.path, cacheFolder: cacheFolder, notify: notify)
      guard mode != .readOnly || !isNew else { return bench }
      let feed = StarterFeed(place, bench: bench)
      try isNew ? feed.fill(by: who, notify: notify) : feed.refresh(by: who, notify: notify)
      return bench
    } catch {
      throw WorkbenchError(error)
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
