public import TextAnalysis
public import TranslationMemory

/// Reads a bilingual table (TSV, CSV), one unit a row.
///
/// The first row is a header where it names two columns of segments: by their languages (`en`,
/// `zh-CN`, `English`, `中文`), the first of which is the source's, or by their parts (`source`,
/// `target`, `原文`, `译文`). Without one the source stands first and the target second. Which language is
/// which is what the header or the caller says; else the first rows tell, if Chinese characters
/// stand on one side only. Columns `id`, `previous`, `next`, `origin`, `state` and `note` are read
/// where a header names them, any other becomes an attribute of its name. Where a header names more
/// than two languages, a row is a unit for each translation.
///
/// A tab in the first line makes the table a TSV, whatever else stands there. In a TSV every line
/// is a row and quotation marks are text, unless a cell is enclosed in them and has all of those inside
/// doubled, as spreadsheets write it, or the whole header is enclosed.
public struct PairTableReader {
  /// What was left out so far.
  public private(set) var losses = LossReport()

  private var table: CSVReader
  private let columns: [PairColumn]?
  private let sides: PairSides
  private let state: UnitState
  private let isEnclosed: Bool
  private let use: UnitUse
  /// Rows that were read to tell the languages, the last first.
  private var waitingRows: [Row] = []
  /// Units of the row read last that were not given yet, the last first.
  private var waiting: [IncomingUnit] = []
  private var lines = IdentifierLines()
  private var hasEnded = false

  private struct Row {
    var cells: [String]
    var line: Int
    var fault: InterchangeError?
    /// The row as it was read, where its places are asked for.
    var raw: CSVRow?
  }

  /// Opens a table and reads what tells its columns and languages.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8, or what a byte-order mark says.
  ///   - from: The language of the source; nothing means that the table tells.
  ///   - to: The language of the target; nothing means that the table tells.
  ///   - state: What units are whose row does not say so.
  ///   - use: What they are read for.
  /// - Throws: ``InterchangeError`` where the table is empty or has bytes that are no text, or its
  ///   languages cannot be told.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, from: LanguageTag? = nil,
    to: LanguageTag? = nil, state: UnitState = .reviewed, use: UnitUse = .memory
  ) throws(InterchangeError) {
    self.use = use
    let first = try source.peek(4_096).prefix { $0 != lineFeed && $0 != carriageReturn }
    let isTabbed = first.contains(CSVDelimiter.tab.rawValue)
    table = try CSVReader(
      source, encoding: encoding, delimiter: isTabbed ? .tab : nil,
      quoting: isTabbed ? .literal : .enclosing)
    self.state = state
    guard try table.readRow() else { throw .file(source.name, .empty) }
    var rows = [Self.row(of: table, isEnclosed: false, use)]
    let firstRow = table.row
    let headings = (0..<firstRow.count).map { firstRow.text($0) }
    let areEnclosed =
      isTabbed && headings.allSatisfy { $0.count > 1 && $0.hasPrefix("\"") && $0.hasSuffix("\"") }
    let columns = PairHeadings.columns(
      of: areEnclosed ? headings.map { String($0.dropFirst().dropLast()) } : table.headings)
    self.columns = columns
    isEnclosed = areEnclosed && columns != nil
    if columns != nil { rows.removeAll() }
    let place = SourceLocation(file: source.name, line: table.row.line)
    while rows.count < Self.sampleSize, try table.readRow() {
      rows.append(Self.row(of: table, isEnclosed: isEnclosed, use))
    }
    sides = try PairSides(
      columns: columns, from: from, to: to, rows: rows.map(\.cells), place: place)
    waitingRows = rows.reversed()
  }

  /// How many rows are read to tell the languages.
  private static let sampleSize = 20

  /// Reads the next unit.
  ///
  /// - Returns: The unit, or nothing at the end.
  /// - Throws: ``InterchangeError`` where a row breaks the rules; it is then left out, and the next
  ///   call goes on, unless ``TableProblem/endsReading``.
  public mutating func next() throws(InterchangeError) -> IncomingUnit? {
    while true {
      if let unit = waiting.popLast() { return unit }
      guard let row = try nextRow() else { return nil }
      if let fault = row.fault { throw fault }
      try read(row)
    }
  }
}

extension PairTableReader {
  private mutating func nextRow() throws(InterchangeError) -> Row? {
    if let row = waitingRows.popLast() { return row }
    guard !hasEnded else { return nil }
    do {
      if try table.readRow() {
        return Self.row(of: table, isEnclosed: isEnclosed, use)
      }
    } catch {
      hasEnded = true
      throw error
    }
    hasEnded = true
    return nil
  }

  private static func row(of table: CSVReader, isEnclosed: Bool, _ use: UnitUse) -> Row {
    let cells = (0..<table.row.count).map { cell -> String in
      let bytes = table.row[cell]
      let text = table.delimiter == .tab ? TSVCell.read(bytes, isEnclosed: isEnclosed) : bytes
      return String(decoding: SpreadsheetGuard.withoutMark(text), as: UTF8.self)
    }
    let fault = table.row.fault.map { fault in
      InterchangeError.table(table.location(of: fault.cell), fault.problem)
    }
    return Row(
      cells: cells, line: table.row.line, fault: fault, raw: use == .check ? table.row : nil)
  }

  /// Where the text of a cell stands.
  private func runs(of cell: Int, _ row: Row) -> [PlacedRun] {
    guard let raw = row.raw else { return [] }
    let written = raw[cell]
    let isTabbed = table.delimiter == .tab
    let text = isTabbed ? TSVCell.read(written, isEnclosed: isEnclosed) : written
    let isCut = isTabbed && text.count < written.count
    let isGuarded = SpreadsheetGuard.withoutMark(text).count < text.count
    return raw.runs(
      of: cell, dropping: (isCut ? 1 : 0) + (isGuarded ? 1 : 0),
      text: cell < row.cells.count ? row.cells[cell] : "", doubles: isCut)
  }

  private mutating func read(_ row: Row) throws(InterchangeError) {
    if row.cells.allSatisfy(isBlank) { return }
    if let columns, row.cells.count > columns.count {
      throw failure(
        .rowLonger(columns: row.cells.count, header: columns.count), row, columns.count)
    }
    var unit = TranslationUnit(
      source: UnitVariant(sides.source.language, ""), target: UnitVariant(.english, ""),
      state: state)
    unit.source.segment.text = try segment(sides.source, "source", row)
    try readColumns(of: row, into: &unit)
    var isFirst = true
    for side in sides.targets {
      var made = unit
      made.target = UnitVariant(side.language, Segment(try segment(side, "target", row)))
      let isUntranslated = isBlank(made.target.segment.text)
      if isBlank(made.source.segment.text) || isUntranslated && use == .memory {
        losses.add(
          Phrase("row", "行"), because: Phrase("its source or its target is empty", "其原文或译文为空"))
        continue
      }
      if !isFirst, let id = unit.id { made.id = "\(id)#\(side.language)" }
      isFirst = false
      let place = SourceLocation(file: table.name, line: row.line)
      var incoming = IncomingUnit(made, at: place)
      if use == .check {
        incoming.sourceRuns = runs(of: sides.source.cell, row)
        incoming.targetRuns = runs(of: side.cell, row)
      }
      waiting.insert(incoming, at: 0)
    }
  }

  private func segment(
    _ side: PairSides.Side, _ name: String, _ row: Row
  ) throws(InterchangeError) -> String {
    guard side.cell < row.cells.count else {
      if use == .check, side != sides.source { return "" }
      throw failure(.missingValue(column: name), row, side.cell)
    }
    return row.cells[side.cell]
  }

  private mutating func readColumns(
    of row: Row, into unit: inout TranslationUnit
  ) throws(InterchangeError) {
    let used = Set([sides.source.cell] + sides.targets.map(\.cell))
    for (cell, text) in row.cells.enumerated() where !used.contains(cell) && !isBlank(text) {
      guard let columns else {
        losses.add(Phrase("cell", "单元格"), because: Phrase("no header says what it is", "没有表头说明其内容"))
        continue
      }
      switch columns[cell] {
      case .id:
        let id = trimmed(text)
        if let line = lines.insert(id, line: row.line) {
          throw failure(.repeatedIdentifier(id, line: line), row, cell)
        }
        unit.id = id
      case .previous: unit.previous = text
      case .next: unit.next = text
      case .origin: unit.origin = trimmed(text)
      case .note: unit.notes += text.split(whereSeparator: \.isNewline).map(String.init)
      case .state: unit.state = try state(text, row, cell)
      case .attribute(let name) where !name.isEmpty:
        unit.attributes.append(UnitAttribute(type: name, value: text))
      case .attribute: throw failure(.unnamedColumn(text), row, cell)
      case .language(let tag, _):
        losses.add(
          Phrase("cell in \(tag)", "\(tag) 单元格"),
          because: Phrase("it was not asked for, or is a second source", "未要求该语言，或已另有原文"))
      case .source, .target:
        losses.add(
          Phrase("cell", "单元格"), because: Phrase("other columns name the languages", "已有其他列注明语言"))
      }
    }
  }

  private func state(_ text: String, _ row: Row, _ cell: Int) throws(InterchangeError) -> UnitState
  {
    if let state = pick(text, as: UnitState.self) ?? Self.states[foldedWord(text)] { return state }
    let allowed = UnitState.allCases.map(\.rawValue)
    throw failure(.notOneOf(column: "state", value: trimmed(text), allowed: allowed), row, cell)
  }

  private static let states: [String: UnitState] = [
    "已审": .reviewed, "已审校": .reviewed, "已审定": .reviewed, "草稿": .draft, "初稿": .draft,
    "机翻": .machine, "机器翻译": .machine, "对齐": .aligned,
  ]

  private func failure(_ problem: TableProblem, _ row: Row, _ cell: Int) -> InterchangeError {
    .table(SourceLocation(file: table.name, line: row.line, column: cell + 1), problem)
  }
}

/// A cell of a TSV, in which quotation marks are text unless they visibly enclose it.
enum TSVCell {
  /// Returns the text of a cell.
  static func read(_ cell: ArraySlice<UInt8>, isEnclosed: Bool = false) -> ArraySlice<UInt8> {
    guard cell.count >= 2, cell.first == quotationMark, cell.last == quotationMark else {
      return cell
    }
    var text: [UInt8] = []
    var hasDoubled = false
    let inner = cell.dropFirst().dropLast()
    var place = inner.startIndex
    while place < inner.endIndex {
      text.append(inner[place])
      if inner[place] == quotationMark {
        guard place + 1 < inner.endIndex, inner[place + 1] == quotationMark else { return cell }
        hasDoubled = true
        place += 1
      }
      place += 1
    }
    return hasDoubled || isEnclosed ? text[...] : cell
  }

  /// Returns a cell that ``read(_:isEnclosed:)`` takes for the text.
  static func write(_ text: [UInt8]) -> [UInt8] {
    guard read(text[...]) != text[...] else { return text }
    return [quotationMark] + text.flatMap { $0 == quotationMark ? [$0, $0] : [$0] }
      + [quotationMark]
  }
}
