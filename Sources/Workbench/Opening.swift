import CAssets
import Foundation
import Interchange
import Storage
import Terminology
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

/// The files that a store is fed by itself: the glossaries beside it, or the starters in the
/// program.
struct StarterFeed {
  private let bench: Workbench
  private let folder: String?
  private let isOwn: Bool

  /// Finds what feeds the store of a place.
  init(_ place: StorePlace, bench: Workbench) {
    self.bench = bench
    switch place {
    case .made(_, of: let folder): (self.folder, isOwn) = (folder, false)
    case .found(let path):
      // FOLDER/.zhengming/store.sqlite stands beside FOLDER/Glossaries.
      let home = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
      (folder, isOwn) = (home.path, false)
    case .own: (folder, isOwn) = (nil, true)
    case .named: (folder, isOwn) = (nil, false)
    }
  }

  /// One file of the feed.
  private struct File {
    /// How a person names it.
    var name: String
    var glossary: String
    var bytes: [UInt8]

    /// The same digest as an import of the file by name notes.
    var digest: String {
      var digest = ContentDigest()
      for start in stride(from: 0, to: bytes.count, by: 65_536) {
        digest.add(Array(bytes[start..<min(bytes.count, start + 65_536)]))
      }
      return digest.hexadecimal
    }
  }

  /// Takes everything in, into a store that was just made.
  func fill(by who: () -> String, notify: (OpeningNotice) -> Void) throws {
    let files = files()
    guard !files.isEmpty else { return }
    for file in files { try take(file, by: who()) }
    let count = try bench.store.read { try $0.glossaries().map(\.conceptCount).reduce(0, +) }
    let source = folder.map { shown($0) + "Glossaries/" }
    notify(.made(path: bench.storeName, folder: source, concepts: count))
  }

  /// Takes in again what has changed, unless the store holds edits of its own.
  func refresh(by who: () -> String, notify: (OpeningNotice) -> Void) throws {
    let known = try bench.store.read { snapshot in
      Dictionary(try snapshot.feeds().map { ($0.path, $0.digest) }) { $1 }
    }
    let changed = files().filter { file in known[file.name] != file.digest }
    guard !changed.isEmpty else { return }
    let isEdited = try bench.store.read { try $0.changes().contains { $0.verb != "import" } }
    for file in changed {
      if isEdited || bench.store.mode == .readOnly {
        notify(.newer(file: file.name, folder: shown(folder ?? "") + "Glossaries/"))
        continue
      }
      do {
        notify(.takenAgain(file: file.name, counts: try take(file, by: who()).counts))
      } catch {
        notify(.refused(Phrase(WorkbenchError(error))))
      }
    }
  }

  @discardableResult
  private func take(_ file: File, by who: String) throws -> ImportSummary {
    var reader = try NativeCSVReader(ByteSource(bytes: file.bytes, name: file.name))
    return try bench.store.importConcepts(
      into: file.glossary,
      file: FedFile(
        path: file.name, digest: file.digest, byteCount: file.bytes.count,
        isStarter: true),
      by: who, options: ImportOptions()
    ) { () throws in try reader.next() }
  }

  private func files() -> [File] {
    guard !isOwn else { return embedded() }
    guard let folder else { return [] }
    let glossaries = folder + "/Glossaries"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: glossaries)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: glossaries + "/" + name) else {
        return nil
      }
      return File(
        name: shown(folder) + "Glossaries/" + name, glossary: String(name.dropLast(4)),
        bytes: Array(data))
    }
  }

  private func embedded() -> [File] {
    func file(_ glossary: String, _ start: UnsafePointer<UInt8>?, _ count: Int) -> File {
      let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
      return File(name: "starter:\(glossary).csv", glossary: glossary, bytes: bytes)
    }
    return unsafe [
      file("agencies", zm_starter_agencies_start(), zm_starter_agencies_size),
      file("policies", zm_starter_policies_start(), zm_starter_policies_size),
      file("technical", zm_starter_technical_start(), zm_starter_technical_size),
    ]
  }

  /// A folder as a person in the current folder would name it: without the current folder's path.
  private func shown(_ folder: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    if folder == current || folder.isEmpty { return "" }
    if folder.hasPrefix(current + "/") { return folder.dropFirst(current.count + 1) + "/" }
    return folder + "/"
  }
}
