public import Terminology
import TextAnalysis

/// The concepts of a native CSV file, one at a time.
///
/// The rows of a concept stand together; its own columns stand in the first of them, and a blank in
/// the others clears nothing. Free text is taken as it stands; in identifiers, closed lists and
/// dates, spaces round the value do not count. Only `issuers` and `relations` hold several values
/// (` | `). A row may lack cells at its end, which are then empty, unless it is the last one and
/// has no line end: then the file was cut.
///
/// A reader that has thrown goes on with the next concept when asked again, unless
/// ``TableProblem/endsReading``: then it has ended, and the concept before that place is left out
/// too, for its rows might have gone on.
public struct NativeCSVReader {
  private var table: CSVReader
  private let header: NativeHeader
  private var cells: NativeCells
  private var lines = IdentifierLines()
  private var firstRow = CSVRow()
  /// The identifier of the concept that is being read, as its cell has it.
  private var identifier: [UInt8] = []
  /// Whether the table's row belongs to no concept yet.
  private var hasRow = false
  private var hasEnded = false
  /// What ended the reading while rows of a broken concept were passed over.
  private var pendingError: InterchangeError?

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8, or what a byte-order mark says.
  /// - Throws: ``InterchangeError`` where the file is empty, has bytes that are no text, or its
  ///   header names a column that is unknown, twice there, or lacks `id`, `language` or `term`.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil
  ) throws(InterchangeError) {
    try self.init(headed: try CSVReader(headOf: source, encoding: encoding))
  }

  /// Takes a table whose header has just been read.
  init(headed table: CSVReader) throws(InterchangeError) {
    self.table = table
    header = try NativeHeader(of: table)
    cells = NativeCells(header, file: table.name)
  }

  /// What somebody should look at, so far: the first thousand.
  public var notices: [Notice] { cells.notices.first }

  /// How many notices there are, so far.
  public var noticeCount: Int { cells.notices.count }

  /// Reads the next concept.
  ///
  /// - Returns: The concept, or nothing at the end.
  /// - Throws: ``InterchangeError`` where a row breaks the rules; its concept is then left out.
  public mutating func next() throws(InterchangeError) -> IncomingConcept? {
    if let error = pendingError {
      pendingError = nil
      throw error
    }
    guard !hasEnded else { return nil }
    do {
      guard try advance() else {
        hasEnded = true
        return nil
      }
      return try readConcept()
    } catch {
      passOver(after: error)
      throw error
    }
  }
}

extension NativeCSVReader {
  /// Reads on to the next row that is not blank, unless one is waiting.
  private mutating func advance() throws(InterchangeError) -> Bool {
    while !hasRow {
      guard try table.readRow() else { return false }
      hasRow = !table.row.isBlank
    }
    return true
  }

  private mutating func readConcept() throws(InterchangeError) -> IncomingConcept {
    identifier.removeAll(keepingCapacity: true)
    identifier.append(contentsOf: table.row[header[.id]])
    try cells.check(table.row)
    let id = try cells.identifier(in: table.row)
    if let line = lines.insert(id, line: table.row.line) {
      throw .table(table.location(of: header[.id]), .repeatedIdentifier(id, line: line))
    }
    var draft = ConceptDraft(
      id: id, carries: header.carries,
      location: SourceLocation(file: table.name, line: table.row.line))
    repeat {
      try cells.check(table.row)
      if try cells.isStoreSide(table.row) {
        try cells.readDecision(in: table.row, into: &draft)
      } else if draft.hasConcept {
        try cells.compare(table.row, with: firstRow)
        try cells.readTerm(in: table.row, into: &draft)
      } else {
        swap(&firstRow, &table.row)
        hasRow = false
        draft.hasConcept = true
        try cells.readConcept(in: firstRow, into: &draft)
        try cells.readTerm(in: firstRow, into: &draft)
      }
      hasRow = false
    } while try advance() && isSameConcept()
    guard draft.hasConcept else { throw .table(draft.concept.location, .onlyStoreSide(id)) }
    return draft.finished
  }

  private func isSameConcept() -> Bool { table.row.holds(identifier, in: header[.id]) }

  /// Passes over the other rows of a concept that cannot be read.
  private mutating func passOver(after error: InterchangeError) {
    guard case .table(_, let problem) = error, !problem.endsReading else {
      hasEnded = true
      return
    }
    do throws(InterchangeError) {
      while try advance(), isSameConcept() || table.row.isEmpty(header[.id]) { hasRow = false }
    } catch {
      (pendingError, hasEnded) = (error, true)
    }
  }
}

/// The line in which each identifier of a file first stood, in some 12 bytes each.
///
/// Identifiers are told apart by a hash of 64 bits that differs from process to process: among a
/// million of them, two are taken for one once in 37 million files.
struct IdentifierLines {
  private var lines: [Int: Int32] = [:]

  /// Returns the line in which the identifier stood before, or notes this one.
  mutating func insert(_ identifier: String, line: Int) -> Int? {
    let hash = identifier.hashValue
    if let line = lines[hash] { return Int(line) }
    lines[hash] = Int32(clamping: line)
    return nil
  }
}
