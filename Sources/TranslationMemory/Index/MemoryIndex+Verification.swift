package import DerivedFiles
import Foundation

extension MemoryIndex {
  /// Reads the whole index of a store, whatever state of the store it was made from, and compares
  /// it with its checksums; there need be none.
  ///
  /// - Parameters:
  ///   - folder: Where such files are kept.
  ///   - storeID: The store.
  /// - Throws: ``DerivedFileError``, where the file is none of this kind, cut or damaged.
  /// - Complexity: O(bytes).
  package static func verify(in folder: String, storeID: String) throws(DerivedFileError) {
    let path = path(in: folder, storeID: storeID)
    guard
      let file = try DerivedFile.open(path: path, mark: mark, formatVersion: formatVersion),
      file.stamp.storeID == storeID
    else { return }
    try file.verify()
    guard existing(in: folder, storeID: storeID) != nil else {
      throw .damaged(path: path, part: .sectionTable)
    }
  }

  /// Deletes the index of a store, so that it is made again; who has it open keeps it.
  package static func discard(in folder: String, storeID: String) {
    try? FileManager.default.removeItem(atPath: path(in: folder, storeID: storeID))
  }
}
