import Foundation
import Interchange
import Storage
import TextAnalysis

/// A file that may hold concepts or units, with its bytes within reach.
struct ImportableFile {
  let name: String
  /// The glossary or memory that its contents go into, unless another is named.
  let set: String
  let source: ByteSource
  let digest: String
  let byteCount: Int
  /// Whether it is a file and no pipe, whose bytes are gone once they are read.
  let canBeReadTwice: Bool
  /// Whether it stands in a folder `Glossaries` or `Memories`, where contents live in their files.
  let isStarter: Bool

  private static let endings = [".csv", ".tsv", ".txt", ".tbx", ".xml", ".tmx"]

  /// Opens files, and of folders every file with an ending of ours, by name.
  static func all(of paths: [String]) throws -> [ImportableFile] {
    try paths.flatMap { path -> [ImportableFile] in
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else { return [try ImportableFile(path)] }
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      let folder = path.hasSuffix("/") ? path : path + "/"
      let files = names.filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
      guard !files.isEmpty else {
        throw WorkbenchError.request(.noFiles(folder: path, endings: endings))
      }
      return try files.map { try ImportableFile(folder + $0) }
    }
  }

  private init(_ path: String) throws {
    name = path
    let url = URL(fileURLWithPath: path)
    set = path == "-" ? "imported" : url.deletingPathExtension().lastPathComponent
    let folder = url.deletingLastPathComponent().lastPathComponent
    isStarter = path != "-" && StarterKind.allCases.contains { $0.folder == folder }
    canBeReadTwice = Self.isRegularFile(path)
    (digest, byteCount) = canBeReadTwice ? try Self.digest(of: path) : ("", 0)
    source = try ByteSource(path: path)
  }

  private static func isRegularFile(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
    return path != "-" && type as? FileAttributeType == .typeRegular
  }

  private static func digest(of path: String) throws -> (String, Int) {
    let source = try ByteSource(path: path)
    var digest = ContentDigest()
    var count = 0
    while true {
      let piece = try source.read()
      if piece.isEmpty { return (digest.hexadecimal, count) }
      digest.add(piece)
      count += piece.count
    }
  }
}
