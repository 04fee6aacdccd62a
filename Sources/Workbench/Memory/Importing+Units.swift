import Interchange
import Storage
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Takes a file of translation units in.
  func takeUnits(
    _ file: ImportableFile, _ request: ImportRequest, _ progress: (Int) -> Void
  ) throws -> ImportAnswer.File {
    var reader = try UnitReader(
      file.source, encoding: request.encoding, from: request.from, to: request.to,
      state: request.state)
    let memory = request.memory ?? file.set
    var count = 0
    let format = reader.format
    let summary = try ReadAhead.run {
      try reader.next()
    } size: {
      $0.unit.byteCount
    } body: { next in
      try store.importUnits(
        into: memory,
        file: FedFile(
          path: file.name, digest: file.digest, byteCount: file.byteCount,
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
    if !request.options.dryRun, summary.change != nil { try refreshMemoryIndex() }
    return ImportAnswer.File(summary, file: file.name, memory: memory, reader: reader)
  }

  /// Makes the index anew after an import, so that no query has to wait for it.
  private func refreshMemoryIndex() throws {
    guard cacheFolder != nil else { return }
    try store.read { _ = try memoryView($0) }
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
    case .forgotten: Phrase("the unit was forgotten in the store", "库中已遗忘该单元")
    }
  }
}
