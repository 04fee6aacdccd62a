/// Rows of cells as RFC 4180 writes them, in UTF-8, in quotes only where needed.
struct CSVWriter {
  private var sink: ByteSink
  private let style: CSVStyle
  private var row: [UInt8] = []
  private var isFirst = true

  init(_ sink: ByteSink, style: CSVStyle) throws(InterchangeError) {
    (self.sink, self.style) = (sink, style)
    if style == .spreadsheet { try self.sink.add(bytes: [0xEF, 0xBB, 0xBF]) }
  }

  /// Adds a cell to the row.
  mutating func add(_ text: String) {
    if isFirst { isFirst = false } else { row.append(UInt8(ascii: ",")) }
    guard !text.isEmpty else { return }
    let start = row.count
    row.append(contentsOf: text.utf8)
    if SpreadsheetGuard.needsMark(row[start...], forSpreadsheet: style == .spreadsheet) {
      row.insert(SpreadsheetGuard.mark, at: start)
    }
    guard row[start...].contains(where: needsQuotes) else { return }
    var quoted = [quotationMark]
    for byte in row[start...] {
      if byte == quotationMark { quoted.append(byte) }
      quoted.append(byte)
    }
    quoted.append(quotationMark)
    row.replaceSubrange(start..., with: quoted)
  }

  /// Ends the row.
  mutating func endRow() throws(InterchangeError) {
    if style == .spreadsheet { row.append(carriageReturn) }
    row.append(lineFeed)
    try sink.add(bytes: row)
    row.removeAll(keepingCapacity: true)
    isFirst = true
  }

  /// Sends the rest on its way.
  mutating func finish() throws(InterchangeError) { try sink.flush() }
}

/// For whom a table is written.
public enum CSVStyle: Sendable {
  /// For programs and for version control: line ends LF, no byte-order mark.
  case plain
  /// For spreadsheets: byte-order mark, line ends CRLF, and an apostrophe before every cell that
  /// would run as a formula or turn into a date or a number; reading takes it off again.
  case spreadsheet
}

private func needsQuotes(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == quotationMark || byte == lineFeed || byte == carriageReturn
}
