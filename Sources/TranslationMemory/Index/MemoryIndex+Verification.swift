package import DerivedFiles
import Foundation

extension MemoryIndex {
  /// Reads the indexes of a store whole, whatever states of the store they were made from, and
  /// compares them with their checksums; there need be none.
  ///
  /// - Parameters:
  ///   - folder: Where such files are kept.
  ///   - storeID: The store.
  /// - Throws: ``DerivedFileError``, where a file is none of this kind, cut or damaged.
  /// - Complexity: O(bytes).
  package static func verify(in folder: String, storeID: String) throws(DerivedFileError) {
    for path in files(in: folder, storeID: storeID) {
      guard
        let file = try DerivedFile.open(path: path, mark: mark, formatVersion: formatVersion),
        file.stamp.storeID == storeID
      else { continue }
      try file.verify()
      guard MemoryIndex(file) != nil else { throw .damaged(path: path, part: .sectionTable) }
    }
  }

  /// Deletes the indexes of a store, so that they are made again; who has them open keeps them.
  package static func discard(in folder: String, storeID: String) {
    for path in files(in: folder, storeID: storeID) {
      unsafe unlink(path)
    }
  }

  private static func files(in folder: String, storeID: String) -> [String] {
    let place = "\(folder)/\(storeID)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.filter { $0 == "units" || $0.hasPrefix(layerPrefix) }.sorted()
      .map { "\(place)/\($0)" }
  }
}
