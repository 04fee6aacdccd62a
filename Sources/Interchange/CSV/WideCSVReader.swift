public import Terminology

/// The concepts of a file in the wide form, one a row; see ``WideCSVWriter`` for its columns.
///
/// A row without an `id` is a concept that is to be found by its terms. A row lists all terms in
/// `en` and `zh-Hans` where the file has all eight columns of terms; types, dates, sources of terms
/// and whatever else the form has no column for is left alone in the store. A reader that has
/// thrown goes on with the next row, unless ``TableProblem/endsReading``.
public struct WideCSVReader {
  private var rows: SheetRows

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8, or what a byte-order mark says.
  /// - Throws: ``InterchangeError`` where the file is empty, has bytes that are no text, or its
  ///   header names a column that is unknown or twice there, or none with terms.
  public init(_ source: ByteSource, encoding: TextEncoding? = nil) throws(InterchangeError) {
    try self.init(headed: try CSVReader(headOf: source, encoding: encoding))
  }

  /// Takes a table whose header has just been read.
  init(headed table: CSVReader) throws(InterchangeError) {
    let names = WideColumn.wide.map(\.name)
    let headings = table.headings
    let columns = headings.map { heading in
      WideColumn.wide.first { $0.name == heading.lowercased() }?.column
    }
    let placed = try table.placed(columns, headings: headings) {
      .unknownColumn($0, known: names)
    }
    rows = SheetRows(table, .wide, columns: placed, width: headings.count)
  }

  /// Reads the next concept.
  ///
  /// - Returns: The concept, or nothing at the end.
  /// - Throws: ``InterchangeError`` where the row breaks the rules; it is then left out.
  public mutating func next() throws(InterchangeError) -> IncomingConcept? { try rows.next() }
}
