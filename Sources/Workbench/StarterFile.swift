import CAssets
import Foundation
import Interchange
import Storage

/// What a file holds that a store is fed by itself.
enum StarterKind: CaseIterable {
  /// Concepts, as native CSV.
  case glossary
  /// Translation units, as TMX.
  case memory

  /// The folder in which such files stand.
  var folder: String { self == .glossary ? "Glossaries" : "Memories" }
  /// How their names end.
  var ending: String { self == .glossary ? ".csv" : ".tmx" }
}

/// A file as the store remembers it.
struct KnownFile {
  let digest: String
  let byteCount: Int

  /// Notes what the store remembers.
  init(_ digest: String, _ byteCount: Int) { (self.digest, self.byteCount) = (digest, byteCount) }
}

/// One of the files that a store is fed by itself.
struct StarterFile {
  /// Where its bytes are.
  enum Content {
    /// On the disk.
    case file(String)
    /// In the program.
    case bytes([UInt8])
  }

  let kind: StarterKind
  /// How a person names it.
  let name: String
  /// The glossary or memory that it goes into.
  let set: String
  let content: Content

  /// From this size on, a file counts as changed where its size is another one: to read it whole at
  /// every command would take longer than the command.
  private static let digestLimit = 4 << 20

  /// Opens it.
  func source() throws(InterchangeError) -> ByteSource {
    switch content {
    case .file(let path): try ByteSource(path: path, name: name)
    case .bytes(let bytes): ByteSource(bytes: bytes, name: name)
    }
  }

  /// Its size; 0 where it cannot be read.
  var byteCount: Int {
    switch content {
    case .file(let path):
      (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    case .bytes(let bytes): bytes.count
    }
  }

  /// The same digest as an import of the file by name notes; empty where it cannot be read.
  var digest: String {
    guard let source = try? source() else { return "" }
    var digest = ContentDigest()
    while let piece = try? source.read(), !piece.isEmpty { digest.add(piece) }
    return digest.hexadecimal
  }

  /// Whether it is as the store remembers it.
  func isSame(as known: KnownFile?) -> Bool {
    guard let known else { return false }
    if byteCount >= Self.digestLimit { return byteCount == known.byteCount }
    return digest == known.digest
  }

  /// The starters in the program.
  static func embedded() -> [StarterFile] {
    let glossaries = unsafe UnsafeBufferPointer(
      start: zm_starter_glossaries_start(), count: zm_starter_glossary_count)
    let memories = unsafe UnsafeBufferPointer(
      start: zm_starter_memories_start(), count: zm_starter_memory_count)
    return unsafe glossaries.map { unsafe StarterFile(.glossary, $0) }
      + memories.map { unsafe StarterFile(.memory, $0) }
  }

  private init(_ kind: StarterKind, _ starter: zm_starter) {
    let set = unsafe String(cString: starter.name)
    let bytes = unsafe Array(UnsafeBufferPointer(start: starter.start, count: starter.size))
    self.init(
      kind: kind, name: "starter:" + set + kind.ending, set: set, content: .bytes(bytes))
  }

  /// Describes a file.
  init(kind: StarterKind, name: String, set: String, content: Content) {
    (self.kind, self.name, self.set, self.content) = (kind, name, set, content)
  }
}
