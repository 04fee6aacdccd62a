import DerivedFiles
import Foundation
import TestSupport
import TranslationMemory

/// A folder for the files of one test, removed with it.
final class IndexFolder {
  let path = NSTemporaryDirectory() + "zhengming-index-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The stamp of all files here.
  static let stamp = DerivedFileStamp(
    mark: "ZMTESTS!", formatVersion: 1, storeID: "store", changeNumber: 1,
    changeDigest: [UInt8](repeating: 0, count: DerivedFileStamp.digestByteCount))

  /// Writes segments, their rows counted from 0, and opens the index.
  func index(of segments: [[UInt32]], name: String = "index") throws -> CandidateIndex? {
    var builder = CandidateIndexBuilder()
    for (row, tokens) in segments.enumerated() { builder.add(row: UInt32(row), tokens: tokens) }
    var writer = try DerivedFileWriter(path: path + "/" + name, stamp: Self.stamp)
    try builder.write(to: &writer, firstSection: 3)
    try writer.finish()
    return try index(name: name)
  }

  /// Opens an index that was written here.
  func index(name: String = "index") throws -> CandidateIndex? {
    let file = try DerivedFile.open(path: path + "/" + name, expecting: Self.stamp)
    return file.flatMap { CandidateIndex($0, firstSection: 3) }
  }
}
