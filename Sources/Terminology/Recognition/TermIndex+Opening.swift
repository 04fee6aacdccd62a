package import DerivedFiles
import Foundation

extension TermIndex {
  /// Opens the file of a store if there is one that can be used, whatever change it was made after:
  /// ``stamp`` tells.
  ///
  /// A file that somebody has written to since it was made, as its time tells, is compared with its
  /// checksum as a whole: what is found in it later is what its writer wrote.
  ///
  /// - Parameters:
  ///   - folder: Where such files are kept.
  ///   - storeID: The store.
  /// - Returns: The index; nothing where there is none, or it is of another version or store, or
  ///   damaged.
  package static func existing(in folder: String, storeID: String) -> TermIndex? {
    guard
      let file = try? DerivedFile.open(
        path: path(in: folder, storeID: storeID), mark: mark, formatVersion: formatVersion),
      file.stamp.storeID == storeID, file.isAsWritten || (try? file.verify()) != nil
    else { return nil }
    if !file.isAsWritten { file.markAsWritten() }
    return TermIndex(file)
  }

  /// Makes the file of a state of a store; where it cannot be written, or there is no folder, the
  /// index stays in memory.
  ///
  /// - Parameters:
  ///   - folder: Where such files are kept.
  ///   - stamp: The state.
  ///   - fill: Adds every concept.
  /// - Returns: The index.
  /// - Throws: What `fill` throws.
  package static func make(
    in folder: String?, stamp: DerivedFileStamp, fill: (inout TermIndexBuilder) throws -> Void
  ) throws -> TermIndex {
    var builder = TermIndexBuilder()
    try fill(&builder)
    let tables = builder.tables()
    if let folder, let made = try? write(tables, in: folder, stamp) { return made }
    return TermIndex(tables)
  }

  private static func write(
    _ tables: TermIndexTables, in folder: String, _ stamp: DerivedFileStamp
  ) throws(DerivedFileError) -> TermIndex? {
    let path = path(in: folder, storeID: stamp.storeID)
    var writer = try DerivedFileWriter(path: path, stamp: stamp)
    try tables.write(to: &writer)
    try writer.finish()
    return try DerivedFile.open(path: path, expecting: stamp).flatMap(TermIndex.init)
  }

  /// Compares the file of a store with its checksum.
  ///
  /// - Throws: ``DerivedFileError``, where there is a file that is damaged or is not one of this
  ///   kind.
  package static func verify(in folder: String, storeID: String) throws(DerivedFileError) {
    try DerivedFile.open(
      path: path(in: folder, storeID: storeID), mark: mark, formatVersion: formatVersion)?
      .verify()
  }

  /// Removes the file of a store.
  package static func discard(in folder: String, storeID: String) {
    try? FileManager.default.removeItem(atPath: path(in: folder, storeID: storeID))
  }

  private static func path(in folder: String, storeID: String) -> String {
    "\(folder)/\(storeID)/recognition"
  }
}
