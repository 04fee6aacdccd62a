import Terminology
import TextAnalysis

/// What the cells of a native CSV file say.
///
/// What cells of closed lists, languages and dates say is remembered by their bytes, so that a value
/// that stands in every row is read once.
struct NativeCells {
  var notices = NoticeList()
  let header: NativeHeader
  let file: String
  let dates = Memo<PartialDate>()
  let languages = Memo<LanguageTag>()
  let statuses = Memo<TerminologyWords.Meaning>()
  let types = Memo<TerminologyWords.Meaning>()
  let processes = Memo<TerminologyWords.Meaning>()
  let registers = Memo<Register>()
  let partsOfSpeech = Memo<PartOfSpeech>()
  let recognitions = Memo<Recognition>()
  let authorities = Memo<Authority>()
  let kinds = Memo<ConceptKind>()
  private var noticedColumns: Set<NativeColumn> = []

  private let mayLackColumns: Bool

  init(_ header: NativeHeader, file: String) {
    (self.header, self.file) = (header, file)
    mayLackColumns = !header.carries.isSuperset(of: [.status, .type, .register])
  }
}

/// A concept while its rows are read.
struct ConceptDraft {
  var concept: IncomingConcept
  /// Whether the row with the concept's own columns has been read.
  var hasConcept = false
  /// What the rows say of the process, and the cell that said so.
  var process: (value: ProcessStatus, column: NativeColumn, text: String)?

  init(id: String, carries: DataCategories, location: SourceLocation) {
    concept = IncomingConcept(
      entry: ConceptEntry(id: id, kind: .technical), isIdentified: true,
      carries: carries, listsAllTerms: true, location: location)
  }

  var finished: IncomingConcept {
    var concept = concept
    concept.entry.process = process?.value ?? .approved
    return concept
  }
}

extension ConceptKind {
  /// The kind that an identifier's beginning tells; `technical` where it tells none.
  init(identifier: String) {
    self = Self.allCases.first { identifier.hasPrefix($0.identifierPrefix) } ?? .technical
  }
}

extension NativeCells {
  /// Refuses a row whose cells do not fit the header.
  func check(_ row: CSVRow) throws(InterchangeError) {
    if let fault = row.fault { throw failure(fault.problem, row, cell: fault.cell) }
    if row.count > header.count {
      throw failure(
        .rowLonger(columns: row.count, header: header.count), row, cell: header.count)
    }
    if row.count < header.count, row.isUnended {
      throw failure(.rowCut(columns: row.count, header: header.count), row, cell: row.count - 1)
    }
    guard !header.namesAll else { return }
    for cell in 0..<row.count where !row.isEmpty(cell) && header.isUnnamed(cell) {
      throw failure(.unnamedColumn(row.text(cell)), row, cell: cell)
    }
  }

  /// Refuses a later row that says something else of the concept than the first.
  func compare(_ row: CSVRow, with first: CSVRow) throws(InterchangeError) {
    for column in NativeColumn.ofConcepts {
      let cell = header[column]
      guard cell >= 0, !row.isEmpty(cell), column != .process, row[cell] != first[cell] else {
        continue
      }
      let (here, there) = (halfWidth(row.text(cell)), halfWidth(first.text(cell)))
      guard here != there, !here.isEmpty else { continue }
      throw failure(
        .differs(column: column.name, first: there, line: first.line, here: here), row, column)
    }
  }

  func identifier(in row: CSVRow) throws(InterchangeError) -> String {
    let id = text(.id, row).map(trimmed) ?? ""
    guard !id.isEmpty else { throw failure(.missingValue(column: "id"), row, .id) }
    guard isXMLName(id) else { throw failure(.notAnIdentifier(id), row, .id) }
    return id
  }

  /// Whether the row of a file of conflicts only shows what the store has.
  func isStoreSide(_ row: CSVRow) throws(InterchangeError) -> Bool {
    try side(.side, row) == .store
  }

  func readDecision(in row: CSVRow, into draft: inout ConceptDraft) throws(InterchangeError) {
    guard let decision = try side(.decision, row) else { return }
    if let other = draft.concept.decision, other != decision {
      let problem = TableProblem.contradiction(
        column: "decision", value: decision.rawValue, otherColumn: "decision",
        otherValue: other.rawValue)
      throw failure(problem, row, .decision)
    }
    draft.concept.decision = decision
  }

  private func side(
    _ column: NativeColumn, _ row: CSVRow
  ) throws(InterchangeError) -> ConflictDecision? {
    guard let text = text(column, row), !isBlank(text) else { return nil }
    guard let side = ConflictDecision(rawValue: foldedWord(text)) else {
      let problem = TableProblem.notOneOf(
        column: column.name, value: trimmed(text), allowed: ["file", "store"])
      throw failure(problem, row, column)
    }
    return side
  }
}

extension NativeCells {
  mutating func readConcept(
    in row: CSVRow, into draft: inout ConceptDraft
  ) throws(InterchangeError) {
    if let kind = try picked(.kind, row, kinds) {
      draft.concept.entry.kind = kind
    } else {
      // A kind cannot be emptied; where none is given, the identifier tells a new concept's.
      draft.concept.carries.remove(.kind)
      draft.concept.entry.kind = ConceptKind(identifier: draft.concept.entry.id)
    }
    draft.concept.entry.subjectField = text(.subject, row)
    draft.concept.entry.definition = text(.definition, row)
    draft.concept.entry.enforce = try truth(.enforce, row)
    if let issuers = text(.issuers, row) {
      draft.concept.entry.issuers = CellList.values(in: issuers)
    }
    draft.concept.entry.number = text(.number, row)
    draft.concept.entry.issued = try date(.issued, row)
    draft.concept.entry.effective = try date(.effective, row)
    draft.concept.entry.repealed = try date(.repealed, row)
    if let force = text(.force, row), !isBlank(force) {
      draft.concept.entry.force = pick(force)
      if draft.concept.entry.force == nil {
        throw failure(notOneOf(Force.self, .force, force), row, .force)
      }
    }
    if let relations = text(.relations, row) {
      draft.concept.entry.relations = try readRelations(relations, row)
    }
    draft.concept.entry.source = text(.conceptSource, row)
    draft.concept.entry.note = text(.conceptNote, row)
    draft.concept.glossary = text(.glossary, row)
    if let rev = text(.rev, row).map(halfWidth), !rev.isEmpty {
      guard let number = Int(rev), number > 0 else {
        throw failure(.notARevision(rev), row, .rev)
      }
      draft.concept.rev = number
    }
  }

  private mutating func readRelations(
    _ cell: String, _ row: CSVRow
  ) throws(InterchangeError) -> [Relation] {
    var relations: [Relation] = []
    var gained: [Notice.Matter] = []
    do throws(TableProblem) {
      for value in CellList.values(in: cell) {
        let relation = try RelationNotation.read(value) { name, text throws(TableProblem) in
          let (date, hasGainedDay) = try readDate(text, column: name)
          if hasGainedDay { gained.append(.gainedDay(column: name, value: text)) }
          return date
        }
        relations.append(relation)
      }
    } catch {
      throw failure(error, row, .relations)
    }
    for matter in gained { notices.add(matter, at: location(row, .relations)) }
    return relations
  }
}

extension NativeCells {
  mutating func readTerm(
    in row: CSVRow, into draft: inout ConceptDraft
  ) throws(InterchangeError) {
    try readDecision(in: row, into: &draft)
    let meaning = try readWords(in: row, into: &draft)
    let language = try language(in: row)
    guard let text = text(.term, row), !isBlank(text) else {
      if let column = NativeColumn.ofTerms.first(where: { !row.isEmpty(header[$0]) }),
        meaning.status != nil || meaning.type != nil || (column != .status && column != .type)
      {
        throw failure(.valueWithoutTerm(column: column.name), row, column)
      }
      if language != nil { throw failure(.missingValue(column: "term"), row, .term) }
      return
    }
    guard let language else { throw failure(.missingValue(column: "language"), row, .language) }
    var term = TermSection(
      language: language, text: text, termType: meaning.type,
      administrativeStatus: meaning.status)
    let register = try picked(.register, row, registers)
    term.register = register ?? meaning.register ?? .neutral
    term.geographicalUsage = self.text(.region, row)
    term.isCaseSensitive = try truth(.caseSensitivity, row)
    term.partOfSpeech = try picked(.partOfSpeech, row, partsOfSpeech)
    term.recognise = try picked(.recognise, row, recognitions) ?? .text
    term.since = try date(.since, row)
    term.until = try date(.until, row)
    term.authority = try picked(.authority, row, authorities)
    term.source = self.text(.source, row)
    term.seen = try date(.seen, row)
    term.note = self.text(.note, row)
    draft.concept.entry.terms.append(term)
  }

  /// Reads `status`, `type` and `process`, in which words of the table of Chinese words may stand
  /// that speak of another of the three.
  private mutating func readWords(
    in row: CSVRow, into draft: inout ConceptDraft
  ) throws(InterchangeError) -> TerminologyWords.Meaning {
    var meaning = TerminologyWords.Meaning()
    for column in [NativeColumn.status, .type, .process] where !row.isEmpty(header[column]) {
      guard let word = try word(in: column, row) else { continue }
      if contradicts(meaning, word) { throw try contradiction(of: word, in: column, row) }
      meaning.status = meaning.status ?? word.status
      meaning.type = meaning.type ?? word.type
      meaning.register = meaning.register ?? word.register
      if let process = word.process { try note(process, column, row, &draft) }
      if mayLackColumns { noticeMissingColumns(of: word, column, row) }
    }
    return meaning
  }

  private func word(
    in column: NativeColumn, _ row: CSVRow
  ) throws(InterchangeError) -> TerminologyWords.Meaning? {
    switch column {
    case .status: try words(column, row, AdministrativeStatus.self, statuses) { .init(status: $0) }
    case .type: try words(column, row, TermType.self, types) { .init(type: $0) }
    default: try words(column, row, ProcessStatus.self, processes) { .init(process: $0) }
    }
  }

  private func contradicts(
    _ one: TerminologyWords.Meaning, _ other: TerminologyWords.Meaning
  ) -> Bool {
    func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
      left != nil && right != nil && left != right
    }
    return differ(one.status, other.status) || differ(one.type, other.type)
  }

  private func contradiction(
    of word: TerminologyWords.Meaning, in column: NativeColumn, _ row: CSVRow
  ) throws(InterchangeError) -> InterchangeError {
    var other = NativeColumn.status
    if let status = try self.word(in: .status, row), !contradicts(status, word) { other = .type }
    let problem = TableProblem.contradiction(
      column: column.name, value: trimmed(text(column, row) ?? ""), otherColumn: other.name,
      otherValue: trimmed(text(other, row) ?? ""))
    return failure(problem, row, column)
  }

  private func note(
    _ process: ProcessStatus, _ column: NativeColumn, _ row: CSVRow,
    _ draft: inout ConceptDraft
  ) throws(InterchangeError) {
    let text = trimmed(text(column, row) ?? "")
    if let other = draft.process, other.value != process {
      let problem = TableProblem.contradiction(
        column: column.name, value: text, otherColumn: other.column.name, otherValue: other.text)
      throw failure(problem, row, column)
    }
    draft.process = draft.process ?? (process, column, text)
    draft.concept.carries.insert(.process)
  }

  /// Says once a column that a word speaks of a column which the file does not have: to take the
  /// word's part for the whole column would empty it for all other terms.
  private mutating func noticeMissingColumns(
    of word: TerminologyWords.Meaning, _ column: NativeColumn, _ row: CSVRow
  ) {
    let text = trimmed(text(column, row) ?? "")
    func notice(_ column: NativeColumn, isMeant: Bool) {
      guard isMeant, header[column] < 0, noticedColumns.insert(column).inserted else { return }
      let line = SourceLocation(file: file, line: row.line)
      notices.add(.noColumn(column.name, word: text), at: line)
    }
    notice(.status, isMeant: word.status != nil)
    notice(.type, isMeant: word.type != nil)
    notice(.register, isMeant: word.register != nil)
  }
}
