public import Terminology
import TextAnalysis

/// Concepts as native CSV, one row a term: what ``NativeCSVReader`` reads back field by field.
///
/// Values that are the rule are written blank: process `approved`, enforce `no`, register
/// `neutral`, case `no`, recognise `text`. A concept without terms has one row. An empty text is
/// written, and read back, as an absent one.
public struct NativeCSVWriter {
  /// Which columns a file has besides those of the model.
  public enum Columns: Sendable {
    /// `rev`: an export, which may be edited and imported again.
    case withRevision
    /// No `rev`: the starter glossaries, whose truth is the file.
    case withoutRevision
    /// `rev`, `glossary`, `side` and `decision`: a file of conflicts.
    case withConflict
  }

  private var table: CSVWriter
  private let columns: [NativeColumn]

  /// Begins a file with its header.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - columns: Which columns it has.
  ///   - style: For programs or for spreadsheets.
  /// - Throws: What the sink throws.
  public init(
    _ sink: ByteSink, columns: Columns = .withRevision, style: CSVStyle = .plain
  ) throws(InterchangeError) {
    table = try CSVWriter(sink, style: style)
    let extra = columns == .withConflict ? NativeColumn.ofConflicts : []
    self.columns =
      NativeColumn.allCases.filter {
        !NativeColumn.ofConflicts.contains($0) && ($0 != .rev || columns != .withoutRevision)
      } + extra
    for column in self.columns { table.add(column.name) }
    try table.endRow()
  }

  /// Adds a concept of the store.
  ///
  /// - Parameter concept: What to write.
  /// - Throws: What the sink throws.
  public mutating func write(_ concept: StoredConcept) throws(InterchangeError) {
    try write(concept.entry, rev: concept.rev, glossary: concept.glossary)
  }

  /// Adds a concept, or in a file of conflicts one side of it.
  ///
  /// - Parameters:
  ///   - entry: What to write.
  ///   - rev: The store's revision, or nothing where it has none.
  ///   - glossary: The named set that it belongs to; written in a file of conflicts only.
  ///   - side: Whose side of a conflict this is; likewise.
  ///   - decision: What somebody decided; likewise.
  /// - Throws: What the sink throws.
  public mutating func write(
    _ entry: ConceptEntry, rev: Int?, glossary: String? = nil, side: ConflictDecision? = nil,
    decision: ConflictDecision? = nil
  ) throws(InterchangeError) {
    for place in 0..<max(1, entry.terms.count) {
      let term = place < entry.terms.count ? entry.terms[place] : nil
      for column in columns {
        switch column {
        case .id: table.add(entry.id)
        case .rev: table.add(rev.map { String($0) } ?? "")
        case .side: table.add(side?.rawValue ?? "")
        case .glossary: table.add(place == 0 ? glossary ?? "" : "")
        case .decision: table.add(place == 0 ? decision?.rawValue ?? "" : "")
        case _ where column.rawValue < NativeColumn.rev.rawValue:
          table.add(place == 0 ? text(column, of: entry) : "")
        default: table.add(term.map { text(column, of: $0) } ?? "")
        }
      }
      try table.endRow()
    }
  }

  /// Sends the rest on its way; to be called at the end.
  ///
  /// - Throws: What the sink throws.
  public mutating func finish() throws(InterchangeError) { try table.finish() }

  private func text(_ column: NativeColumn, of entry: ConceptEntry) -> String {
    switch column {
    case .kind: entry.kind.rawValue
    case .subject: entry.subjectField ?? ""
    case .definition: entry.definition ?? ""
    case .process: entry.process == .approved ? "" : entry.process.rawValue
    case .enforce: entry.enforce ? "yes" : ""
    case .issuers: CellList.joined(entry.issuers)
    case .number: entry.number ?? ""
    case .issued: entry.issued?.description ?? ""
    case .effective: entry.effective?.description ?? ""
    case .repealed: entry.repealed?.description ?? ""
    case .force: entry.force?.rawValue ?? ""
    case .relations: CellList.joined(entry.relations.map(RelationNotation.text))
    case .conceptSource: entry.source ?? ""
    case .conceptNote: entry.note ?? ""
    default: ""
    }
  }

  private func text(_ column: NativeColumn, of term: TermSection) -> String {
    switch column {
    case .language: term.language.description
    case .term: term.text
    case .type: term.termType?.rawValue ?? ""
    case .status: term.administrativeStatus?.rawValue ?? ""
    case .register: term.register == .neutral ? "" : term.register.rawValue
    case .region: term.geographicalUsage ?? ""
    case .caseSensitivity: term.isCaseSensitive ? "yes" : ""
    case .partOfSpeech: term.partOfSpeech?.rawValue ?? ""
    case .recognise: term.recognise == .text ? "" : term.recognise.rawValue
    case .since: term.since?.description ?? ""
    case .until: term.until?.description ?? ""
    case .authority: term.authority?.rawValue ?? ""
    case .source: term.source ?? ""
    case .seen: term.seen?.description ?? ""
    case .note: term.note ?? ""
    default: ""
    }
  }
}
