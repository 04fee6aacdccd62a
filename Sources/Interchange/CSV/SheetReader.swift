public import Terminology
public import TextAnalysis

/// The concepts of a colleague's own sheet, one a row, by what its columns are called (English,
/// 英文, 中文, 简称, 备注, …; ``SheetHeadings``) or where they stand.
///
/// What a sheet does not say is left alone in the store, and so is every term that it does not
/// have. A reader that has thrown goes on with the next row, unless ``TableProblem/endsReading``.
public struct SheetReader {
  private var rows: SheetRows

  /// Opens a sheet and reads its header.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8, or what a byte-order mark says.
  ///   - columns: The number of each column that counts, from 1, by its name: one of the wide form
  ///     or of ``SheetHeadings``. The sheet then needs no header: its first row is taken for one if
  ///     a cell in these columns is a heading.
  ///   - from: The language of a column `source` beside a column `target`; nothing means that the
  ///     first row tells.
  ///   - to: The language of a column `target`.
  /// - Throws: ``InterchangeError`` where the sheet is empty, has bytes that are no text, or a
  ///   column that cannot be understood, or none with terms.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, columns: [String: Int]? = nil,
    from: LanguageTag? = nil, to: LanguageTag? = nil
  ) throws(InterchangeError) {
    let table = try CSVReader(headOf: source, encoding: encoding)
    try self.init(headed: table, columns: columns, from: from, to: to)
  }

  /// Takes a table whose first row has just been read.
  init(
    headed table: CSVReader, columns: [String: Int]? = nil, from: LanguageTag? = nil,
    to: LanguageTag? = nil
  ) throws(InterchangeError) {
    var languages: (from: LanguageTag, to: LanguageTag)?
    if from != nil || to != nil {
      let known = from ?? to ?? .english
      let other = known.isEnglish ? LanguageTag.simplifiedChinese : .english
      languages = (from ?? other, to ?? other)
    }
    let headings = table.headings
    guard let columns else {
      let placed = try table.placed(SheetHeadings.columns(of: headings), headings: headings) {
        .unknownHeading($0, known: SheetHeadings.shownNames)
      }
      rows = SheetRows(
        table, .sheet, columns: placed, width: headings.count, languages: languages)
      return
    }
    let placed = try Self.placed(columns, in: table)
    let meanings = SheetHeadings.columns(of: headings)
    rows = SheetRows(table, .sheet, columns: placed, width: nil, languages: languages)
    rows.hasRow = !placed.contains { $0.cell < meanings.count && meanings[$0.cell] != nil }
  }

  /// Reads the next concept.
  ///
  /// - Returns: The concept, or nothing at the end.
  /// - Throws: ``InterchangeError`` where the row breaks the rules; it is then left out.
  public mutating func next() throws(InterchangeError) -> IncomingConcept? { try rows.next() }

  private static func placed(
    _ columns: [String: Int], in table: CSVReader
  ) throws(InterchangeError) -> [(cell: Int, column: WideColumn)] {
    let named = columns.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let meanings = SheetHeadings.columns(of: named.map(\.key))
    var placed: [(cell: Int, column: WideColumn)] = []
    for ((name, number), meaning) in zip(named, meanings) {
      guard let meaning, (1...CSVReader.columnLimit).contains(number) else {
        let problem = TableProblem.unknownMapping(
          "\(name)=\(number)", known: SheetHeadings.shownNames)
        throw .table(SourceLocation(file: table.name), problem)
      }
      placed.append((number - 1, meaning))
    }
    guard placed.contains(where: \.column.holdsTerms) else {
      throw .table(SourceLocation(file: table.name), .noTermColumn)
    }
    return placed
  }
}

extension CSVReader {
  /// Opens a table and reads its first row.
  init(headOf source: ByteSource, encoding: TextEncoding?) throws(InterchangeError) {
    try self.init(source, encoding: encoding)
    guard try readRow() else { throw .file(source.name, .empty) }
  }

  /// The cells of the row as names of columns.
  var headings: [String] {
    (0..<row.count).map { cell in
      halfWidth(String(decoding: SpreadsheetGuard.withoutMark(row[cell]), as: UTF8.self))
    }
  }

  /// Returns where the columns of a header stand, or refuses it.
  func placed(
    _ columns: [WideColumn?], headings: [String], unknown: (String) -> TableProblem
  ) throws(InterchangeError) -> [(cell: Int, column: WideColumn)] {
    var placed: [(cell: Int, column: WideColumn)] = []
    for (cell, column) in columns.enumerated() {
      if headings[cell].isEmpty { continue }
      guard let column else {
        throw .table(location(of: cell), unknown(headings[cell]))
      }
      if placed.contains(where: { $0.column == column }) {
        throw .table(location(of: cell), .repeatedColumn(headings[cell]))
      }
      placed.append((cell, column))
    }
    guard placed.contains(where: \.column.holdsTerms) else {
      throw .table(SourceLocation(file: name, line: row.line), .noTermColumn)
    }
    return placed
  }
}
