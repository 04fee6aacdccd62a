public import Interchange
import Storage
public import Terminology
public import TextAnalysis

/// What somebody wants to export.
public struct ExportRequest: Sendable {
  /// A form of file.
  public enum Form: Sendable, Hashable {
    /// The native CSV, which holds everything.
    case csv(CSVStyle)
    /// The wide CSV, one row a concept.
    case wide(CSVStyle)
    /// TBX-Basic.
    case tbx(TBXWriter.Edition, TBXWriter.Style)
  }

  /// The form.
  public var form: Form
  /// Only these glossaries; empty means all.
  public var glossaries: Set<String>
  /// Only these kinds; empty means all.
  public var kinds: Set<ConceptKind>
  /// Only these subject fields; empty means all.
  public var subjects: Set<String>
  /// Only terms of these statuses; empty means all. Concepts without such a term are left out.
  public var statuses: Set<AdministrativeStatus>
  /// Only entries that have come so far; empty means those in use and those proposed.
  public var processes: Set<ProcessStatus>
  /// The day of the export, for formats that say it.
  public var date: PartialDate

  /// Asks for an export of everything in a form, unless restricted.
  public init(
    _ form: Form, glossaries: Set<String> = [], kinds: Set<ConceptKind> = [],
    subjects: Set<String> = [], statuses: Set<AdministrativeStatus> = [],
    processes: Set<ProcessStatus> = [], date: PartialDate
  ) {
    self.form = form
    self.glossaries = glossaries
    self.kinds = kinds
    self.subjects = subjects
    self.statuses = statuses
    self.processes = processes
    self.date = date
  }
}

/// What an export wrote.
public struct ExportAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// How many concepts were written.
  public var concepts: Int
  /// How many terms were written.
  public var terms: Int
  /// What the form could not hold.
  public var losses: [LossReport.Loss]
}

extension Workbench {
  /// Writes concepts in a form that other tools read.
  ///
  /// - Parameters:
  ///   - request: The form, and which concepts.
  ///   - sink: Where the bytes go.
  /// - Returns: What was written, and what the form could not hold.
  /// - Throws: ``WorkbenchError`` where nothing is to be written, or writing fails.
  public func export(
    _ request: ExportRequest, to sink: ByteSink
  ) throws(WorkbenchError) -> ExportAnswer {
    try read { snapshot in
      try self.checkGlossaries(request.glossaries, in: snapshot)
      var writer = try ConceptWriting(
        request, glossaries: try self.names(request, in: snapshot),
        ids: try self.ids(request, in: snapshot), to: sink)
      var answer = ExportAnswer(store: self.storeName, concepts: 0, terms: 0, losses: [])
      try forEachConcept(request, in: snapshot) { concept in
        try writer.write(concept)
        answer.concepts += 1
        answer.terms += concept.entry.terms.count
      }
      answer.losses = try writer.finish().losses
      return answer
    }
  }

  private func ids(
    _ request: ExportRequest, in snapshot: borrowing Snapshot
  ) throws -> Set<String> {
    guard case .tbx = request.form else { return [] }
    var ids: Set<String> = []
    try forEachConcept(request, in: snapshot) { ids.insert($0.entry.id) }
    return ids
  }

  private func names(
    _ request: ExportRequest, in snapshot: borrowing Snapshot
  ) throws -> [String] {
    request.glossaries.isEmpty ? try snapshot.glossaryNames() : request.glossaries.sorted()
  }

  /// Refuses the name of a glossary that the store does not have.
  func checkGlossaries(
    _ names: Set<String>, in snapshot: borrowing Snapshot
  ) throws {
    guard !names.isEmpty else { return }
    let known = try snapshot.glossaryNames()
    for name in names.sorted() where !known.contains(name) {
      throw WorkbenchError.request(.noGlossary(name, store: storeName, known: known))
    }
  }

  private func forEachConcept(
    _ request: ExportRequest, in snapshot: borrowing Snapshot,
    _ body: (StoredConcept) throws -> Void
  ) throws {
    func orAll<Element>(_ set: Set<Element>) -> Set<Element>? { set.isEmpty ? nil : set }
    try snapshot.forEachConcept(
      glossaries: orAll(request.glossaries), kinds: orAll(request.kinds),
      subjects: orAll(request.subjects),
      processes: orAll(request.processes) ?? [.approved, .proposed]
    ) { concept in
      guard let statuses = orAll(request.statuses) else { return try body(concept) }
      var concept = concept
      concept.entry.terms.removeAll { term in
        term.administrativeStatus.map { !statuses.contains($0) } ?? true
      }
      if !concept.entry.terms.isEmpty { try body(concept) }
    }
  }
}

/// A writer of whatever form was asked for.
private struct ConceptWriting {
  private var native: NativeCSVWriter?
  private var wide: WideCSVWriter?
  private var tbx: TBXWriter?

  init(
    _ request: ExportRequest, glossaries: [String], ids: Set<String>, to sink: ByteSink
  ) throws(InterchangeError) {
    switch request.form {
    case .csv(let style): native = try NativeCSVWriter(sink, style: style)
    case .wide(let style): wide = try WideCSVWriter(sink, style: style)
    case .tbx(let edition, let style):
      tbx = TBXWriter(
        sink, edition: edition, style: style, glossaries: glossaries, date: request.date,
        exported: ids)
    }
  }

  mutating func write(_ concept: StoredConcept) throws(InterchangeError) {
    try native?.write(concept)
    try wide?.write(concept)
    try tbx?.write(concept)
  }

  mutating func finish() throws(InterchangeError) -> LossReport {
    try native?.finish()
    try wide?.finish()
    if tbx != nil { return try tbx?.finish() ?? LossReport() }
    return wide?.losses ?? LossReport()
  }
}

extension Workbench {
  /// Writes concepts as native CSV, in the order given; identifiers that the store does not have
  /// are passed over.
  ///
  /// - Parameters:
  ///   - ids: The concepts.
  ///   - sink: Where the bytes go.
  /// - Throws: ``WorkbenchError`` where the store cannot be read, or writing fails.
  public func exportConcepts(ids: [String], to sink: ByteSink) throws(WorkbenchError) {
    try read { snapshot in
      var writer = try NativeCSVWriter(sink)
      for id in ids {
        if let concept = try snapshot.concept(id: id) { try writer.write(concept) }
      }
      try writer.finish()
    }
  }
}
