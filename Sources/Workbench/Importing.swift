import Foundation
public import Interchange
public import Storage
import Terminology
public import TextAnalysis

/// What somebody wants to import.
public struct ImportRequest: Sendable {
  /// Files and folders; of a folder, all files that hold concepts; `-` is standard input.
  public var paths: [String]
  /// The glossary; nothing takes each file's name without its ending for what is new, and leaves
  /// what the store has where it is.
  public var glossary: String?
  /// How conflicts, errors and what is missing are treated.
  public var options: ImportOptions
  /// What the bytes of tables are; nothing means UTF-8, or what a byte-order mark says.
  public var encoding: TextEncoding?
  /// Where the columns of a table without known headers stand, from 1.
  public var columns: [String: Int]?
  /// The language of a sheet's column `source`, where its rows do not tell.
  public var from: LanguageTag?
  /// The language of a sheet's column `target`.
  public var to: LanguageTag?
  /// Who imports.
  public var who: String

  /// Asks for an import.
  public init(
    paths: [String], glossary: String? = nil, options: ImportOptions = ImportOptions(),
    encoding: TextEncoding? = nil, columns: [String: Int]? = nil, from: LanguageTag? = nil,
    to: LanguageTag? = nil, who: String
  ) {
    self.paths = paths
    self.glossary = glossary
    self.options = options
    self.encoding = encoding
    self.columns = columns
    self.from = from
    self.to = to
    self.who = who
  }
}

/// What an import did.
///
/// Sentences in it are phrases: each face words them for its reader, and JSON has the English.
public struct ImportAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// Whether nothing was written.
  public var dryRun: Bool
  /// What became of each file.
  public var files: [File]

  /// What became of one file.
  public struct File: Sendable, Codable {
    /// The file as the user named it.
    public var file: String
    /// The glossary that it went into.
    public var glossary: String
    /// What it was read as.
    public var format: ConceptFormat
    /// How many concepts are new.
    public var added: Int
    /// How many were written anew.
    public var changed: Int
    /// How many were retired.
    public var removed: Int
    /// How many say nothing that the store does not have.
    public var unchanged: Int
    /// How many were left where somebody decided for the store.
    public var kept: Int
    /// Records that were not applied.
    public var conflicts: [Conflict]
    /// Records that may be one of several concepts.
    public var ambiguous: [Ambiguity]
    /// Records that could not be taken.
    public var refused: [Refusal]
    /// Concepts that records name and the store does not have.
    public var unresolved: [Phrase]
    /// What was changed, concept by concept.
    public var changes: [Change]
    /// What somebody should look at.
    public var notices: [Phrase]
    /// What the file holds and the model cannot.
    public var losses: [LossReport.Loss]
    /// The number of the change in the history.
    @ExplicitNull public var change: Int?
    /// The counts in a line.
    public var counts: Phrase
  }

  /// A record that was not applied.
  public struct Conflict: Sendable, Codable {
    /// The stored concept.
    public var id: String
    /// Where the record stands.
    public var place: String
    /// Why it was not applied.
    public var reason: Phrase
    /// In what the file's side differs from the store's.
    public var differences: [Difference]
  }

  /// One cell in which the two sides of a conflict differ.
  public struct Difference: Sendable, Codable {
    /// Which, in the words of the native CSV.
    public var what: String
    /// What the store says.
    @ExplicitNull public var store: String?
    /// What the file says.
    @ExplicitNull public var file: String?
  }

  /// A record that may be one of several concepts.
  public struct Ambiguity: Sendable, Codable {
    /// Where the record stands.
    public var place: String
    /// Its terms.
    public var terms: [String]
    /// The concepts that it may be.
    public var candidates: [String]
  }

  /// A record that could not be taken.
  public struct Refusal: Sendable, Codable {
    /// Why, with its place.
    public var reason: Phrase
  }

  /// What was done to one concept.
  public struct Change: Sendable, Codable {
    /// The concept.
    public var id: String
    /// What was done.
    public var action: ImportedChange.Action
    /// What differs.
    public var differences: [Phrase]
  }
}

extension Workbench {
  /// Takes files in, each all or nothing, or all but the records that are reported.
  ///
  /// - Parameters:
  ///   - request: The files and how they are treated.
  ///   - conflicts: Takes the conflicts of all files as native CSV, both sides of each, to be
  ///     decided and imported; nothing is written where there are none.
  ///   - progress: Told how many records of the file have been read.
  ///   - taken: Told what became of a file as soon as it is in.
  /// - Returns: What became of each file.
  /// - Throws: ``WorkbenchError`` at the first file that cannot be taken; files before it are in.
  public func importFiles(
    _ request: ImportRequest, conflicts: ByteSink? = nil, progress: (Int) -> Void = { _ in },
    taken: (ImportAnswer.File) throws -> Void = { _ in }
  ) throws(WorkbenchError) -> ImportAnswer {
    do {
      var answer = ImportAnswer(store: storeName, dryRun: request.options.dryRun, files: [])
      var all: [ImportConflict] = []
      for file in try ImportableFile.all(of: request.paths) {
        let (report, summary) = try take(file, request, progress)
        answer.files.append(report)
        all += summary.conflicts
        try taken(report)
      }
      if let conflicts, !all.isEmpty { try write(all, to: conflicts) }
      return answer
    } catch {
      throw WorkbenchError(error)
    }
  }

  private func take(
    _ file: ImportableFile, _ request: ImportRequest, _ progress: (Int) -> Void
  ) throws -> (ImportAnswer.File, ImportSummary) {
    var reader = try ConceptReader(
      file.source, encoding: request.encoding, columns: request.columns, from: request.from,
      to: request.to)
    let glossary = request.glossary ?? file.glossary
    var options = request.options
    options.acrossGlossaries = request.glossary == nil
    var count = 0
    let summary = try store.importConcepts(
      into: glossary,
      file: FedFile(
        path: file.name, digest: file.digest, byteCount: file.byteCount,
        isStarter: file.isStarter && reader.format == .csv),
      by: request.who, options: options
    ) { () throws in
      var record = try reader.next()
      if reader.format == .csv { record?.stayInConflictUntilDecided() }
      count += 1
      if count % 256 == 0 { progress(count) }
      return record
    }
    let report = try ImportAnswer.File(
      summary, file: file.name, glossary: glossary, reader: reader)
    return (report, summary)
  }

  private func write(_ conflicts: [ImportConflict], to sink: ByteSink) throws {
    var writer = try NativeCSVWriter(sink, columns: .withConflict)
    for conflict in conflicts {
      let (rev, glossary) = (conflict.store.rev, conflict.store.glossary)
      try writer.write(conflict.file, rev: rev, glossary: glossary, side: .file)
      try writer.write(conflict.store.entry, rev: rev, glossary: glossary, side: .store)
    }
    try writer.finish()
  }
}

extension ImportAnswer.File {
  fileprivate init(
    _ summary: ImportSummary, file: String, glossary: String, reader: ConceptReader
  ) throws(InterchangeError) {
    self.init(
      file: file, glossary: glossary, format: reader.format, added: summary.added,
      changed: summary.changed, removed: summary.removed, unchanged: summary.unchanged,
      kept: summary.kept,
      conflicts: try summary.conflicts.map { (conflict) throws(InterchangeError) in
        try ImportAnswer.Conflict(conflict)
      },
      ambiguous: summary.ambiguous.map { record in
        ImportAnswer.Ambiguity(
          place: record.location.description, terms: record.entry.terms.map(\.text),
          candidates: record.candidates)
      },
      refused: summary.refused.map { ImportAnswer.Refusal(reason: $0.reason) },
      unresolved: summary.unresolved.map { unresolved in
        Phrase(unresolved)
      },
      changes: summary.changes.map { change in
        ImportAnswer.Change(
          id: change.id, action: change.action,
          differences: change.differences.map { Phrase($0) })
      },
      notices: reader.notices.map { Phrase($0) }, losses: reader.losses.losses,
      change: summary.change, counts: summary.counts)
  }
}

extension IncomingConcept {
  /// Of a file of conflicts, which alone names glossaries, the file's side carries the revision that
  /// the store's side has; until somebody decides, it counts as the older one that it was.
  fileprivate mutating func stayInConflictUntilDecided() {
    if glossary != nil, decision == nil { rev = rev.map { $0 - 1 } }
  }
}

extension ImportAnswer.Conflict {
  fileprivate init(_ conflict: ImportConflict) throws(InterchangeError) {
    let cells = try ConceptCells.differences(from: conflict.store.entry, to: conflict.file)
    self.init(
      id: conflict.id, place: conflict.location.description,
      reason: Phrase(conflict.reason),
      differences: cells.map {
        ImportAnswer.Difference(what: $0.what, store: $0.before, file: $0.after)
      })
  }
}

/// A file that may hold concepts, with its bytes within reach.
struct ImportableFile {
  let name: String
  let glossary: String
  let source: ByteSource
  let digest: String
  let byteCount: Int
  /// Whether it stands in a folder `Glossaries`, where concepts live in their files.
  let isStarter: Bool

  private static let endings = [".csv", ".tsv", ".txt", ".tbx", ".xml"]

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
    glossary = path == "-" ? "imported" : url.deletingPathExtension().lastPathComponent
    isStarter = path != "-" && url.deletingLastPathComponent().lastPathComponent == "Glossaries"
    (digest, byteCount) = Self.canBeReadTwice(path) ? try Self.digest(of: path) : ("", 0)
    source = try ByteSource(path: path)
  }

  /// Whether it is a file and no pipe, whose bytes are gone once they are read.
  private static func canBeReadTwice(_ path: String) -> Bool {
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

extension ImportAnswer {
  /// Whether something was not taken that somebody has to decide or mend.
  public var needsSomebody: Bool {
    files.contains { !$0.conflicts.isEmpty || !$0.ambiguous.isEmpty || !$0.refused.isEmpty }
  }
}
