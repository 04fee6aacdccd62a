import Foundation
public import Interchange
public import Storage
import Terminology
public import TextAnalysis
public import TranslationMemory

/// What somebody wants to import.
public struct ImportRequest: Sendable {
  /// Files and folders; of a folder, all files that hold concepts; `-` is standard input.
  public var paths: [String]
  /// The memory that units go into; nothing takes each file's name without its ending. With one, a
  /// table that may hold either holds units.
  public var memory: String?
  /// What units are that do not say so.
  public var state: UnitState
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
    paths: [String], glossary: String? = nil, memory: String? = nil,
    state: UnitState = .reviewed, options: ImportOptions = ImportOptions(),
    encoding: TextEncoding? = nil, columns: [String: Int]? = nil, from: LanguageTag? = nil,
    to: LanguageTag? = nil, who: String
  ) {
    self.paths = paths
    self.glossary = glossary
    self.memory = memory
    self.state = state
    self.options = options
    self.encoding = encoding
    self.columns = columns
    self.from = from
    self.to = to
    self.who = who
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
        let reports: [ImportAnswer.File]
        if try holdsUnits(file, request) {
          reports = try takeUnits(file, request, progress)
        } else {
          let (concepts, summary) = try takeConcepts(file, request, progress)
          reports = [concepts]
          all += summary.conflicts
        }
        answer.files += reports
        for report in reports { try taken(report) }
      }
      if let conflicts, !all.isEmpty { try write(all, to: conflicts) }
      return answer
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Whether a file holds translation units; what may hold either does so where a memory is named.
  private func holdsUnits(_ file: ImportableFile, _ request: ImportRequest) throws -> Bool {
    switch try FileKind.detect(file.source, encoding: request.encoding) {
    case .units: true
    case .eitherTable: request.memory != nil
    case .concepts, .other: false
    }
  }

  /// How many contradictions of a file are told, about.
  private static let contradictionLimit = 1_000

  private func takeConcepts(
    _ file: ImportableFile, _ request: ImportRequest, _ progress: (Int) -> Void
  ) throws -> (ImportAnswer.File, ImportSummary) {
    var reader = try ConceptReader(
      file.source, encoding: request.encoding, columns: request.columns, from: request.from,
      to: request.to)
    let glossary = request.glossary ?? file.set
    var options = request.options
    options.acrossGlossaries = request.glossary == nil
    var count = 0
    var contradictions: [Phrase] = []
    let summary = try store.importConcepts(
      into: glossary,
      file: FedFile(
        path: file.name, digest: file.digest, byteCount: file.byteCount,
        isStarter: file.isStarter && reader.format == .csv),
      by: request.who, options: options
    ) { () throws in
      var record = try reader.next()
      if reader.format == .csv { record?.stayInConflictUntilDecided() }
      if let record, contradictions.count < Self.contradictionLimit {
        contradictions += record.contradictions
      }
      count += 1
      if count % 256 == 0 { progress(count) }
      return record
    }
    var report = try ImportAnswer.File(
      summary, file: file.name, glossary: glossary, reader: reader)
    report.notices += contradictions
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
      file: file, glossary: glossary, memory: nil, format: reader.format.rawValue,
      added: summary.added,
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

extension IncomingConcept {
  /// What it says against itself: it is taken in all the same, for ``Workbench/validate()`` finds
  /// it, but who imports is told.
  fileprivate var contradictions: [Phrase] {
    GlossaryRules.faults(of: entry) { _ in nil }.filter(\.isContradiction).map { fault in
      let name = entry.id.isEmpty ? entry.terms.first?.text ?? "" : entry.id
      return Phrase("\(location): \(name): ", "\(location)：\(name)：") + Phrase(fault)
    }
  }
}

extension GlossaryFault {
  /// Whether two things that an entry says of itself cannot both be meant.
  fileprivate var isContradiction: Bool {
    switch self {
    case .repeatedTerm, .datesReversed, .twoPreferred, .preferredAndWrong: true
    default: false
    }
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
