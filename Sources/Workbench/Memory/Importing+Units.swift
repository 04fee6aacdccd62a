import Interchange
import Storage
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// How many memories a file may be put back into; one that names more goes into one.
  private static let memoryLimit = 64

  /// Takes a file of translation units in: into the memory that was named, else into those that the
  /// file says its units are of, else into one of the file's name.
  func takeUnits(
    _ file: ImportableFile, _ request: ImportRequest, _ progress: (Int) -> Void
  ) throws -> [ImportAnswer.File] {
    let memories = request.memory == nil ? try self.memories(of: file, request) : []
    guard memories.count > 1, memories.count <= Self.memoryLimit else {
      return [
        try take(
          file, file.source, named: file.name, request,
          into: request.memory ?? memories.first.flatMap(\.self) ?? file.set, progress)
      ]
    }
    return try memories.map { memory in
      let name = memory ?? file.set
      return try take(
        file, ByteSource(path: file.name), named: "\(file.name)#\(name)", request, into: name,
        progress
      ) { $0.memory == memory }
    }
  }

  private func take(
    _ file: ImportableFile, _ source: ByteSource, named name: String, _ request: ImportRequest,
    into memory: String, _ progress: (Int) -> Void,
    where isWanted: @escaping (Interchange.IncomingUnit) -> Bool = { _ in true }
  ) throws -> ImportAnswer.File {
    try check(nameOfMemory: memory)
    var reader = try UnitReader(
      source, encoding: request.encoding, from: request.from, to: request.to,
      state: request.state)
    var count = 0
    let format = reader.format
    let summary = try ReadAhead.run {
      while let record = try reader.next() {
        if isWanted(record) { return record }
      }
      return nil
    } size: {
      $0.unit.byteCount
    } body: { next in
      try store.importUnits(
        into: memory,
        file: FedFile(
          path: name, digest: file.digest, byteCount: file.byteCount,
          isStarter: file.isStarter && format == .tmx),
        by: request.who, options: UnitImportOptions(request.options)
      ) { () throws in
        guard let record = try next() else { return nil }
        count += 1
        if count % 256 == 0 { progress(count) }
        return Storage.IncomingUnit(
          record.unit, carries: format == .tmx ? .all : .plainTable, location: record.location)
      }
    }
    if !request.options.dryRun, summary.change != nil { keepUpMemoryIndex() }
    return ImportAnswer.File(summary, file: file.name, memory: memory, reader: reader)
  }

  /// Refuses a name that nobody could ask for.
  func check(nameOfMemory name: String) throws(WorkbenchError) {
    guard name.contains(where: { !$0.isWhitespace }) else { throw .request(.namelessMemory) }
  }

  /// The memories that a file says its units are of, in the order of the file; nothing among them
  /// stands for units that do not say so. None where the file begins without saying so.
  private func memories(
    of file: ImportableFile, _ request: ImportRequest
  ) throws -> [String?] {
    guard file.canBeReadTwice else { return [] }
    var reader = try UnitReader(
      ByteSource(path: file.name), encoding: request.encoding, from: request.from, to: request.to)
    guard reader.format == .tmx, let first = try reader.next()?.memory else { return [] }
    var memories: [String?] = [first]
    while let unit = try reader.next() {
      if !memories.contains(unit.memory) { memories.append(unit.memory) }
      if memories.count > Self.memoryLimit { break }
    }
    return memories
  }
}

extension TranslationUnit {
  /// About how many bytes it takes in memory.
  fileprivate var byteCount: Int {
    var count = source.segment.byteCount + target.segment.byteCount
    for text in [id, previous, next, origin, creation.who, change.who] {
      count += text?.utf8.count ?? 0
    }
    for attribute in attributes {
      count += 64 + attribute.type.utf8.count + attribute.value.utf8.count
    }
    for note in notes { count += 32 + note.utf8.count }
    return count
  }
}

extension Segment {
  /// About how many bytes it takes in memory.
  var byteCount: Int { codes.reduce(text.utf8.count) { $0 + 64 + $1.markup.utf8.count } }
}

extension UnitFields {
  /// What a table of pairs can hold, whatever columns it has.
  fileprivate static let plainTable: UnitFields = [.state, .context, .origin, .notes]
}

extension UnitImportOptions {
  fileprivate init(_ options: ImportOptions) {
    let policy: UnitConflictPolicy =
      switch options.onConflict {
      case .takeFile: .takeFile
      case .keepStore: .keepStore
      case .report, .propose: .report
      }
    self.init(
      dryRun: options.dryRun, keepGoing: options.keepGoing, onConflict: policy,
      prune: options.prune, pruneConfirmed: options.pruneConfirmed)
  }
}

extension ImportAnswer.File {
  fileprivate init(
    _ summary: UnitImportSummary, file: String, memory: String, reader: UnitReader
  ) {
    self.init(
      file: file, glossary: nil, memory: memory, format: reader.format.rawValue,
      added: summary.added, changed: summary.changed, removed: summary.removed,
      unchanged: summary.unchanged, kept: summary.kept,
      conflicts: summary.conflicts.map { ImportAnswer.Conflict($0) }, ambiguous: [],
      refused: summary.refused.map { ImportAnswer.Refusal(reason: $0.reason) }, unresolved: [],
      changes: [], notices: reader.notices.map { Phrase($0) }, losses: reader.losses.losses,
      change: summary.change, counts: summary.counts)
  }
}

extension ImportAnswer.Conflict {
  fileprivate init(_ conflict: UnitConflict) {
    let (file, store) = (conflict.file, conflict.store)
    func difference(_ what: String, _ before: String?, _ after: String) -> ImportAnswer.Difference?
    {
      before == after ? nil : ImportAnswer.Difference(what: what, store: before, file: after)
    }
    self.init(
      id: "#\(conflict.row)", place: conflict.location.description,
      reason: conflict.reason.phrase,
      differences: [
        difference("source", store?.source.segment.text, file.source.segment.text),
        difference("target", store?.target.segment.text, file.target.segment.text),
        difference("state", store?.state.rawValue, file.state.rawValue),
      ].compactMap(\.self))
  }
}

extension UnitConflict.Reason {
  fileprivate var phrase: Phrase {
    switch self {
    case .olderRev:
      Phrase(
        "the record was exported before the unit was last changed in the store",
        "记录导出之后，库中的单元又有修改")
    case .editedInStore:
      Phrase("the unit was changed in the store since", "库中的单元此后又有修改")
    case .forgotten: Phrase("the unit was forgotten in the store", "库中已删除该单元")
    }
  }
}
