import TextAnalysis

/// Lines in two or three columns: a label, and beside it either a term with what is said of it, or
/// prose. Terms of all languages share a column, so that what is said of them stands aligned.
struct Ledger: Sendable {
  private enum Content: Sendable {
    case term(String, [TextStyle], remarks: [String])
    case prose(String, [TextStyle], indent: Int)
  }

  private var rows: [(label: String, content: Content)] = []

  /// Adds a term; a label equal to that of the row above is not repeated.
  mutating func add(term: String, _ styles: [TextStyle], remarks: [String], label: String) {
    let remarks = remarks.map { DisplayWidth.visible($0) }
    rows.append((label, .term(DisplayWidth.visible(term), styles, remarks: remarks)))
  }

  /// Adds prose.
  mutating func add(prose: String, _ styles: TextStyle..., label: String) {
    rows.append((label, .prose(DisplayWidth.visible(prose), styles, indent: 0)))
  }

  /// Adds prose that belongs to the row above.
  mutating func add(aside: String, label: String) {
    rows.append((label, .prose(DisplayWidth.visible(aside), [.dim], indent: 2)))
  }

  /// Returns the lines, within `width` columns where one is given.
  func lines(width: Int?, palette: Palette) -> [String] {
    let labelWidth = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    let indent = 2 + labelWidth + 2
    let termWidth = termWidth(within: width.map { $0 - indent })
    var lines: [String] = []
    var lastLabel = ""
    for (label, content) in rows {
      let texts: [String]
      switch content {
      case .term(let text, let styles, let remarks):
        texts = term(
          text, styles, remarks, termWidth: termWidth, width: width.map { $0 - indent }, palette)
      case .prose(let text, let styles, let inner):
        let room = width.map { max(8, $0 - indent - inner) }
        texts = (room.map { wrapped(text, to: $0) } ?? [text])
          .map { String(repeating: " ", count: inner) + palette($0, styles) }
      }
      for (place, text) in texts.enumerated() {
        let shown = place == 0 && label != lastLabel ? label : ""
        lines.append(
          "  " + palette(DisplayWidth.padded(shown, to: labelWidth), .dim) + "  " + text)
      }
      lastLabel = label
    }
    return lines
  }

  private func term(
    _ text: String, _ styles: [TextStyle], _ remarks: [String], termWidth: Int, width: Int?,
    _ palette: Palette
  ) -> [String] {
    let left = width == nil ? [text] : wrapped(text, to: termWidth)
    let room = width.map { max(8, $0 - termWidth - 2) }
    let right = Self.joined(remarks, width: room)
    return (0..<max(left.count, right.count)).map { place in
      let part = place < left.count ? left[place] : ""
      guard place < right.count, !right[place].isEmpty else { return palette(part, styles) }
      let gap = String(repeating: " ", count: max(0, termWidth - DisplayWidth.of(part)))
      return palette(part, styles) + gap + "  " + right[place]
    }
  }

  /// Joins remarks by middle dots, broken between them where they are too many for a line.
  private static func joined(_ remarks: [String], width: Int?) -> [String] {
    guard let width else { return [remarks.joined(separator: " · ")] }
    var lines: [String] = []
    for remark in remarks {
      if let last = lines.last, DisplayWidth.of(last + " · " + remark) <= width {
        lines[lines.count - 1] = last + " · " + remark
      } else {
        lines += wrapped(remark, to: width)
      }
    }
    return lines
  }

  /// As wide as the widest term, unless that leaves too little room for what is said of it.
  private func termWidth(within width: Int?) -> Int {
    var widest = 0
    var widestRemarks = 0
    for case (_, .term(let text, _, let remarks)) in rows {
      widest = max(widest, DisplayWidth.of(text))
      let line = DisplayWidth.of(remarks.joined(separator: " · "))
      widestRemarks = max(widestRemarks, line)
    }
    // Without a margin to keep to, a long title does not push all remarks out of sight.
    guard let width else { return min(widest, 60) }
    let remarks = min(widestRemarks, max(min(24, width / 2), width * 2 / 5))
    return min(widest, max(8, width - 2 - remarks))
  }
}
