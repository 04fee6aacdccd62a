public import Terminology
import TextAnalysis

/// Concepts as people and spreadsheets like them: one row a concept.
///
/// The columns are `id, kind, subject, en, en_abbr, en_other, en_deprecated, zh, zh_short,
/// zh_other, zh_deprecated, definition, source, note, rev`; ` | ` parts the terms of a cell. Terms
/// in `en` and `zh` are preferred, in `_deprecated` deprecated, in the others admitted; one of
/// another status says so: `(superseded)`, or `(?)` where nobody has judged it. What the form has
/// no place for is counted in ``losses``.
public struct WideCSVWriter {
  /// What was left out so far.
  public private(set) var losses = LossReport()
  private var table: CSVWriter

  /// Begins a file with its header.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - style: For programs or for spreadsheets.
  /// - Throws: What the sink throws.
  public init(_ sink: ByteSink, style: CSVStyle = .plain) throws(InterchangeError) {
    table = try CSVWriter(sink, style: style)
    for (name, _) in WideColumn.wide { table.add(name) }
    try table.endRow()
  }

  /// Adds a concept.
  ///
  /// - Parameter concept: What to write.
  /// - Throws: What the sink throws.
  public mutating func write(_ concept: StoredConcept) throws(InterchangeError) {
    let entry = concept.entry
    var cells: [WideColumn: [String]] = [:]
    for term in entry.terms {
      guard let role = role(of: term, in: entry) else {
        losses.add(
          Phrase("terms in \(term.language)", "\(term.language) 的术语"),
          because: Phrase("the wide form has en and zh only", "宽表只有 en 和 zh"))
        continue
      }
      cells[.terms(term.language, role), default: []].append(StatusMark.marked(term, in: role))
      countLosses(of: term, in: role)
    }
    countLosses(of: entry)
    for (_, column) in WideColumn.wide {
      switch column {
      case .id: table.add(entry.id)
      case .kind: table.add(entry.kind.rawValue)
      case .subject: table.add(entry.subjectField ?? "")
      case .definition: table.add(entry.definition ?? "")
      case .source: table.add(entry.source ?? "")
      case .note: table.add(entry.note ?? "")
      case .rev: table.add(String(concept.rev))
      default: table.add(CellList.joined(cells[column] ?? []))
      }
    }
    try table.endRow()
  }

  /// Sends the rest on its way; to be called at the end.
  ///
  /// - Throws: What the sink throws.
  public mutating func finish() throws(InterchangeError) { try table.finish() }
}

extension WideCSVWriter {
  /// Returns the column of a term, or nothing where its language has none.
  private func role(of term: TermSection, in entry: ConceptEntry) -> WideColumn.Role? {
    guard term.language == .english || term.language == .simplifiedChinese else { return nil }
    if term.administrativeStatus == .deprecated { return .deprecated }
    if term.termType?.isShortened == true { return .shortened }
    if term.administrativeStatus == .preferred { return .main }
    // Where no term is preferred, the ones that nobody has judged stand in the first column.
    let isMain =
      term.administrativeStatus == nil
      && !entry.terms.contains {
        $0.language == term.language && $0.administrativeStatus == .preferred
      }
    return isMain ? .main : .other
  }

  private mutating func countLosses(of entry: ConceptEntry) {
    lose("process", entry.process != .approved)
    lose("enforce", entry.enforce)
    lose("issuers", !entry.issuers.isEmpty)
    lose("number", entry.number != nil)
    lose("issued", entry.issued != nil)
    lose("effective", entry.effective != nil)
    lose("repealed", entry.repealed != nil)
    lose("force", entry.force != nil)
    lose("relations", !entry.relations.isEmpty, count: entry.relations.count)
  }

  private mutating func countLosses(of term: TermSection, in role: WideColumn.Role) {
    let told = role == .shortened ? shortenedType(of: term.text, in: term.language) : nil
    lose("termType", term.termType != nil && term.termType != told)
    lose("register", term.register != .neutral)
    lose("geographicalUsage", term.geographicalUsage != nil)
    lose("case", term.isCaseSensitive)
    lose("partOfSpeech", term.partOfSpeech != nil)
    lose("recognise", term.recognise != .text)
    lose("since", term.since != nil)
    lose("until", term.until != nil)
    lose("authority", term.authority != nil)
    lose(Phrase("source of a term", "术语的出处"), term.source != nil)
    lose("seen", term.seen != nil)
    lose(Phrase("note of a term", "术语的说明"), term.note != nil)
  }

  private mutating func lose(_ name: String, _ isLost: Bool, count: Int = 1) {
    lose(Phrase(name), isLost, count: count)
  }

  private mutating func lose(_ what: Phrase, _ isLost: Bool, count: Int = 1) {
    guard isLost else { return }
    losses.add(
      what, because: Phrase("the wide form has no column for it", "宽表没有这一列"), count: count)
  }
}
