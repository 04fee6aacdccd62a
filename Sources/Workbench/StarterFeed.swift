import CAssets
import Foundation
import Interchange
import Storage
import TextAnalysis

/// The files that a store is fed by itself: the glossaries and memories beside it, or the starters in
/// the program.
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

  /// Takes everything in, into a store that was just made.
  func fill(by who: () -> String, notify: (OpeningNotice) -> Void) throws {
    let files = files()
    guard !files.isEmpty else { return }
    for file in files { try take(file, by: who()) }
    let (concepts, units) = try bench.store.read { snapshot in
      (
        try snapshot.glossaries().map(\.conceptCount).reduce(0, +),
        try snapshot.memories().map(\.unitCount).reduce(0, +)
      )
    }
    let folders = StarterKind.allCases.filter { kind in files.contains { $0.kind == kind } }
      .map { shown(folder ?? "") + $0.folder + "/" }
    notify(
      .made(
        path: bench.storeName, folders: folder == nil ? [] : folders, concepts: concepts,
        units: units))
  }

  /// Takes in again what has changed, unless the store holds edits of its own.
  func refresh(by who: () -> String, notify: (OpeningNotice) -> Void) throws {
    let known = try bench.store.read { snapshot in
      let concepts = try snapshot.feeds().map { ($0.path, KnownFile($0.digest, $0.byteCount)) }
      let units = try snapshot.memoryFeeds().map { ($0.path, KnownFile($0.digest, $0.byteCount)) }
      return Dictionary(concepts + units) { $1 }
    }
    let changed = files().filter { !$0.isSame(as: known[$0.name]) }
    guard !changed.isEmpty else { return }
    let isEdited = try bench.store.read { try $0.changes().contains { $0.verb != "import" } }
    for file in changed {
      if isEdited || bench.store.mode == .readOnly {
        notify(.newer(file: file.name, folder: shown(folder ?? "") + file.kind.folder + "/"))
        continue
      }
      do {
        notify(.takenAgain(file: file.name, counts: try take(file, by: who())))
      } catch {
        notify(.refused(Phrase(WorkbenchError(error))))
      }
    }
  }

  @discardableResult
  private func take(_ file: StarterFile, by who: String) throws -> Phrase {
    let source = try file.source()
    let fed = FedFile(
      path: file.name, digest: file.digest, byteCount: file.byteCount, isStarter: true)
    switch file.kind {
    case .glossary:
      var reader = try NativeCSVReader(source)
      return try bench.store.importConcepts(
        into: file.set, file: fed, by: who, options: ImportOptions()
      ) { () throws in try reader.next() }.counts
    case .memory:
      var reader = try UnitReader(source)
      return try bench.store.importUnits(into: file.set, file: fed, by: who) { () throws in
        try reader.next().map { Storage.IncomingUnit($0.unit, location: $0.location) }
      }.counts
    }
  }

  private func files() -> [StarterFile] {
    guard !isOwn else { return StarterFile.embedded() }
    guard let folder else { return [] }
    return StarterKind.allCases.flatMap { kind -> [StarterFile] in
      let home = folder + "/" + kind.folder
      let names = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
      return names.filter { $0.hasSuffix(kind.ending) }.sorted().map { name in
        StarterFile(
          kind: kind, name: shown(folder) + kind.folder + "/" + name,
          set: String(name.dropLast(kind.ending.count)), content: .file(home + "/" + name))
      }
    }
  }

  /// A folder as a person in the current folder would name it: without the current folder's path.
  private func shown(_ folder: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    if folder == current || folder.isEmpty { return "" }
    if folder.hasPrefix(current + "/") { return folder.dropFirst(current.count + 1) + "/" }
    return folder + "/"
  }
}
