import TextAnalysis

/// Rows of cells whose columns stand under each other by display width, so that English and
/// Chinese can stand side by side.
struct Table: Sendable {
  /// A piece of data and how it stands out; control characters in it are shown, not sent.
  struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    let text: String
    let styles: [TextStyle]

    init(_ text: String, _ styles: TextStyle...) {
      self.text = DisplayWidth.visible(text)
      self.styles = styles
    }

    /// A cell of several lines.
    init(lines: [String], _ styles: TextStyle...) {
      text = lines.map { DisplayWidth.visible($0) }.joined(separator: "\n")
      self.styles = styles
    }

    init(stringLiteral text: String) { self.init(text) }

    /// The columns that its widest line takes.
    fileprivate var width: Int {
      text.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
    }
  }

  private(set) var rows: [[Cell]] = []
  /// Columns between two columns.
  let gap: Int
  /// Columns before the first.
  let indent: Int

  init(gap: Int = 2, indent: Int = 0) {
    self.gap = gap
    self.indent = indent
  }

  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// Returns the lines of the table, as wide as it needs or within `width` columns.
  ///
  /// To keep to a width the widest columns of the table are narrowed and their cells wrapped, but
  /// none below 8.
  func lines(width: Int?, palette: Palette) -> [String] {
    let widths = columnWidths(within: width)
    return rows.flatMap { row -> [String] in
      let cells = row.enumerated().map { place, cell in wrapped(cell.text, to: widths[place]) }
      return (0..<(cells.map(\.count).max() ?? 0)).map { lineNumber in
        line(lineNumber, of: cells, styledAs: row, widths: widths, palette: palette)
      }
    }
  }

  private func line(
    _ number: Int, of cells: [[String]], styledAs row: [Cell], widths: [Int], palette: Palette
  ) -> String {
    var line = String(repeating: " ", count: indent)
    // Spaces are held back until something follows them, so that no line ends in them.
    var pending = 0
    for (place, parts) in cells.enumerated() {
      let text = number < parts.count ? parts[number] : ""
      if !text.isEmpty {
        line += String(repeating: " ", count: pending) + palette(text, row[place].styles)
        pending = 0
      }
      pending += widths[place] - DisplayWidth.of(text) + gap
    }
    return line
  }

  private func columnWidths(within width: Int?) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], cell.width)
      }
    }
    guard let width else { return widths.map { max(2, $0) } }
    let available = width - indent - gap * max(0, widths.count - 1)
    var excess = widths.reduce(0, +) - available
    while excess > 0, let widest = widths.max(), widest > 8,
      let place = widths.firstIndex(of: widest)
    {
      let next = widths.filter { $0 < widest }.max() ?? 0
      let cut = min(excess, max(1, widest - max(next, 8)))
      widths[place] -= cut
      excess -= cut
    }
    return widths.map { max(2, $0) }
  }
}
