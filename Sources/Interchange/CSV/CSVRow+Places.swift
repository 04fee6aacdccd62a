extension CSVRow {
  /// Returns where the text of a cell stands in the file.
  ///
  /// Quotes that enclose a cell, and the first of each two inside, are no text. A text that was cut
  /// out of the cell is given with the number of characters of the cell that stand before it.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - dropped: How many characters of the cell stand before the text.
  ///   - text: The text, if it is not the cell as it stands.
  ///   - doubles: Whether each quotation mark of the text stands there twice.
  /// - Returns: The runs, in order.
  /// - Complexity: O(*n*) for the *n* bytes of the row up to the cell's end.
  func runs(
    of cell: Int, dropping dropped: Int = 0, text: String? = nil, doubles: Bool = false
  ) -> [PlacedRun] {
    var (line, column) = (line, 1)
    for earlier in 0..<min(max(0, cell), count) {
      let isQuoted = quoted.contains(earlier)
      let bytes = self[earlier]
      let lineEnds = lineEndCount(in: bytes)
      if lineEnds > 0 {
        line += lineEnds
        let last = bytes.lastIndex { $0 == lineFeed || $0 == carriageReturn } ?? bytes.startIndex
        column = 1
        column += Self.width(of: bytes[(last + 1)...], isQuoted: isQuoted)
      } else {
        column += (isQuoted ? 1 : 0) + Self.width(of: bytes, isQuoted: isQuoted)
      }
      column += (isQuoted ? 1 : 0) + 1
    }
    let isQuoted = quoted.contains(cell)
    var runs: [PlacedRun] = []
    column += (isQuoted ? 1 : 0) + dropped
    if !isQuoted, !doubles {
      // No line end stands in such a cell.
      return [PlacedRun(scalarOffset: 0, line: line, column: column)]
    }
    let scalars = (text ?? self.text(cell)).unicodeScalars
    runs.add(scalars, at: 0, line: line, column: column)
    return runs.dividedBehindQuotes(in: scalars)
  }

  private static func width(of bytes: ArraySlice<UInt8>, isQuoted: Bool) -> Int {
    var count = 0
    for byte in bytes {
      if byte & 0xC0 != 0x80 { count += 1 }
      if isQuoted, byte == quotationMark { count += 1 }
    }
    return count
  }
}

extension [PlacedRun] {
  /// The runs of a text whose quotation marks each stand twice in the file.
  fileprivate func dividedBehindQuotes(in text: String.UnicodeScalarView) -> [PlacedRun] {
    guard text.contains("\"") else { return self }
    var runs: [PlacedRun] = []
    var next = 0
    for (offset, scalar) in text.enumerated() {
      if next < count, self[next].scalarOffset == offset {
        runs.append(self[next])
        next += 1
      }
      guard scalar == "\"", let run = runs.last else { continue }
      if next < count, self[next].scalarOffset == offset + 1 { continue }
      runs.append(
        PlacedRun(
          scalarOffset: offset + 1, line: run.line,
          column: run.column + offset + 2 - run.scalarOffset))
    }
    return runs
  }
}
