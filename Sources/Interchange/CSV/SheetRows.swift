import Terminology
import TextAnalysis

/// The rows of a table with one concept a row: the wide form, or a colleague's own sheet.
struct SheetRows {
  /// What a row means where the two differ.
  enum Form {
    /// Ours: its columns say what status their terms have, and list all of them.
    case wide
    /// Somebody's: it adds to what there is.
    case sheet
  }

  /// Whether the table's first row is data, since it has no header.
  var hasRow = false
  private var table: CSVReader
  private let form: Form
  private let columns: [(cell: Int, column: WideColumn)]
  /// How many cells a row may have; nothing where no header says so.
  private let width: Int?
  private let carries: DataCategories
  private let listsAllTerms: Bool
  private var languages: (from: LanguageTag, to: LanguageTag)?
  private var lines = IdentifierLines()
  private var hasEnded = false

  init(
    _ table: CSVReader, _ form: Form, columns: [(cell: Int, column: WideColumn)], width: Int?,
    languages: (from: LanguageTag, to: LanguageTag)? = nil
  ) {
    (self.table, self.form, self.columns, self.width) = (table, form, columns, width)
    self.languages = languages
    var carries: DataCategories = form == .wide ? [.status] : []
    for (_, column) in columns { carries.formUnion(column.category) }
    self.carries = carries
    let held = Set(columns.map(\.column))
    listsAllTerms =
      form == .wide
      && WideColumn.wide.allSatisfy { !$0.column.holdsTerms || held.contains($0.column) }
  }

  /// Reads the concept of the next row.
  mutating func next() throws(InterchangeError) -> IncomingConcept? {
    guard !hasEnded else { return nil }
    do {
      while true {
        if !hasRow {
          guard try table.readRow() else { break }
        }
        hasRow = false
        if !isBlankRow { return try readRow() }
      }
    } catch {
      if case .table(_, let problem) = error {
        hasEnded = problem.endsReading
      } else {
        hasEnded = true
      }
      throw error
    }
    hasEnded = true
    return nil
  }

  /// Whether nothing stands in the row; a serial number alone is nothing.
  private var isBlankRow: Bool {
    table.row.isBlank && table.row.fault == nil
      || columns.contains { $0.column == .serial }
        && columns.allSatisfy { $0.column == .serial || table.row.isEmpty($0.cell) }
  }
}

extension SheetRows {
  private mutating func readRow() throws(InterchangeError) -> IncomingConcept {
    try check()
    var concept = IncomingConcept(
      entry: ConceptEntry(id: "", kind: .technical), isIdentified: false, carries: carries,
      listsAllTerms: listsAllTerms,
      languages: form == .wide ? [.english, .simplifiedChinese] : nil,
      location: SourceLocation(file: table.name, line: table.row.line))
    var kind: ConceptKind?
    var status = TerminologyWords.Meaning()
    for (cell, column) in columns where !table.row.isEmpty(cell) {
      let text = text(cell)
      switch column {
      case .id: try readIdentifier(text, cell, into: &concept)
      case .kind: kind = try readKind(text, cell)
      case .subject: concept.entry.subjectField = text
      case .definition: concept.entry.definition = text
      case .source: concept.entry.source = text
      case .note: concept.entry.note = text
      case .rev: concept.rev = try readRevision(text, cell)
      case .status: status = try readStatus(text, cell)
      case .terms(let language, let role):
        for value in CellList.values(in: text) { add(value, language, role, to: &concept.entry) }
      case .sourceTerms, .targetTerms:
        let languages = try knownLanguages()
        let language = column == .sourceTerms ? languages.from : languages.to
        for value in CellList.values(in: text) { add(value, language, .main, to: &concept.entry) }
      case .serial: break
      }
    }
    concept.entry.kind = kind ?? ConceptKind(identifier: concept.entry.id)
    if kind == nil { concept.carries.remove(.kind) }
    if !concept.isIdentified, concept.entry.terms.isEmpty {
      throw failure(.noTerms, columns.first { $0.column.holdsTerms }?.cell ?? 0)
    }
    apply(status, to: &concept)
    return concept
  }

  private func check() throws(InterchangeError) {
    let row = table.row
    if let fault = row.fault { throw failure(fault.problem, fault.cell) }
    guard let width else { return }
    if row.count > width {
      throw failure(.rowLonger(columns: row.count, header: width), width)
    }
    if row.count < width, row.isUnended {
      throw failure(.rowCut(columns: row.count, header: width), row.count - 1)
    }
    guard columns.count < width else { return }
    for cell in 0..<row.count
    where !row.isEmpty(cell) && !columns.contains(where: { $0.cell == cell }) {
      throw failure(.unnamedColumn(row.text(cell)), cell)
    }
  }

  private func add(
    _ value: String, _ language: LanguageTag, _ role: WideColumn.Role, to entry: inout ConceptEntry
  ) {
    var (text, status) = (value, AdministrativeStatus?.none)
    if form == .wide {
      (text, status) = StatusMark.read(value, in: role)
    } else {
      text = trimmed(value)
      if role == .other || role == .deprecated { status = role.status }
    }
    guard !text.isEmpty else { return }
    let type = role == .shortened ? shortenedType(of: text, in: language) : nil
    entry.terms.append(
      TermSection(language: language, text: text, termType: type, administrativeStatus: status))
  }

  /// Gives the status of a sheet's row to the terms whose columns say nothing of it.
  private func apply(_ status: TerminologyWords.Meaning, to concept: inout IncomingConcept) {
    if let process = status.process {
      concept.entry.process = process
      concept.carries.insert(.process)
    }
    for place in concept.entry.terms.indices
    where concept.entry.terms[place].administrativeStatus == nil && form == .sheet {
      let term = concept.entry.terms[place]
      concept.entry.terms[place].administrativeStatus = status.status
      concept.entry.terms[place].termType = term.termType ?? status.type
      concept.entry.terms[place].register = status.register ?? .neutral
    }
  }
}

extension SheetRows {
  private func text(_ cell: Int) -> String {
    String(decoding: SpreadsheetGuard.withoutMark(table.row[cell]), as: UTF8.self)
  }

  private mutating func readIdentifier(
    _ text: String, _ cell: Int, into concept: inout IncomingConcept
  ) throws(InterchangeError) {
    let id = trimmed(text)
    if id.isEmpty { return }
    guard isXMLName(id) else { throw failure(.notAnIdentifier(id), cell) }
    if let line = lines.insert(id, line: table.row.line) {
      throw failure(.repeatedIdentifier(id, line: line), cell)
    }
    (concept.entry.id, concept.isIdentified) = (id, true)
  }

  private func readKind(_ text: String, _ cell: Int) throws(InterchangeError) -> ConceptKind? {
    if let kind = pick(text, as: ConceptKind.self) { return kind }
    if isBlank(text) { return nil }
    let allowed = ConceptKind.allCases.map(\.rawValue)
    throw failure(.notOneOf(column: "kind", value: trimmed(text), allowed: allowed), cell)
  }

  private func readRevision(_ text: String, _ cell: Int) throws(InterchangeError) -> Int? {
    if isBlank(text) { return nil }
    guard let rev = Int(halfWidth(text)), rev > 0 else {
      throw failure(.notARevision(trimmed(text)), cell)
    }
    return rev
  }

  /// Reads the status of a row: a status, a process, or a word of the table of Chinese words.
  private func readStatus(
    _ text: String, _ cell: Int
  ) throws(InterchangeError) -> TerminologyWords.Meaning {
    let word = trimmed(text)
    if word.isEmpty { return TerminologyWords.Meaning() }
    if let meaning = TerminologyWords.meaning(of: word) { return meaning }
    if let status = pick(word, as: AdministrativeStatus.self) { return .init(status: status) }
    if let process = pick(word, as: ProcessStatus.self) { return .init(process: process) }
    let allowed =
      AdministrativeStatus.allCases.map(\.rawValue) + ProcessStatus.allCases.map(\.rawValue)
    throw failure(.notOneOf(column: "status", value: word, allowed: allowed), cell)
  }

  /// Returns the languages of `source` and `target`, told by the first row that has Chinese
  /// characters in one of them and not in the other.
  private mutating func knownLanguages() throws(InterchangeError) -> (
    from: LanguageTag, to: LanguageTag
  ) {
    if let languages { return languages }
    func hasHan(_ column: WideColumn) -> Bool {
      guard let cell = columns.first(where: { $0.column == column })?.cell else { return false }
      return table.row.text(cell).unicodeScalars.contains { $0.properties.isIdeographic }
    }
    let (from, to) = (hasHan(.sourceTerms), hasHan(.targetTerms))
    guard from != to else {
      throw .table(SourceLocation(file: table.name, line: table.row.line), .languagesUnclear)
    }
    let told: (from: LanguageTag, to: LanguageTag) =
      from ? (.simplifiedChinese, .english) : (.english, .simplifiedChinese)
    languages = told
    return told
  }

  private func failure(_ problem: TableProblem, _ cell: Int) -> InterchangeError {
    .table(table.location(of: cell), problem)
  }
}
