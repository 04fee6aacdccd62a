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

/// Token sequences that are hard on an index: few different tokens, repetitions, near copies of one
/// another, all lengths.
struct TokenSampler {
  var generator: SeededGenerator
  var vocabularyCount: UInt32
  var longest: Int

  init(seed: UInt64, longest: Int = 300) {
    generator = SeededGenerator(seed: seed)
    vocabularyCount = [1, 2, 3, 5, 20, 200, 70_000].randomElement(using: &generator) ?? 5
    self.longest = Int.random(in: 1...longest, using: &generator)
  }

  /// A random sequence, short ones more often.
  mutating func sequence() -> [UInt32] {
    let most = Bool.random(using: &generator) ? longest : min(longest, 12)
    let count = Int.random(in: 1...most, using: &generator)
    return (0..<count).map { _ in token() }
  }

  /// A sequence that some edits make of another.
  mutating func edited(_ tokens: [UInt32]) -> [UInt32] {
    var edited = tokens
    for _ in 0..<Int.random(in: 0...(tokens.count / 2 + 1), using: &generator) {
      let place = Int.random(in: 0...edited.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: edited.insert(token(), at: place)
      case 1 where edited.count > 1 && place < edited.count: edited.remove(at: place)
      case 2 where place < edited.count: edited[place] = token()
      default:
        if let first = edited.first, edited.count > 2 {
          edited.removeFirst()
          edited.append(first)
        }
      }
    }
    return edited
  }

  /// Segments, some of them near others.
  mutating func segments(_ count: Int) -> [[UInt32]] {
    var segments: [[UInt32]] = []
    for _ in 0..<count {
      if let near = segments.randomElement(using: &generator),
        Int.random(in: 0..<3, using: &generator) > 0
      {
        segments.append(edited(near))
      } else {
        segments.append(sequence())
      }
    }
    return segments
  }

  /// A query: near a segment more often than not; now and then with tokens that no segment has.
  mutating func query(near segments: [[UInt32]]) -> [UInt32] {
    var query = sequence()
    if Int.random(in: 0..<4, using: &generator) > 0,
      let near = segments.randomElement(using: &generator)
    {
      query = edited(near)
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      for place in query.indices where Int.random(in: 0..<6, using: &generator) == 0 {
        query[place] = Bool.random(using: &generator) ? .max : 1_000_000
      }
    }
    return query
  }

  private mutating func token() -> UInt32 {
    UInt32.random(in: 0..<vocabularyCount, using: &generator)
  }
}
