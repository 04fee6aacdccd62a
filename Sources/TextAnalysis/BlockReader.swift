/// A paragraph, heading, item or cell: lines that are one text.
struct DocumentBlock {
  /// What it is.
  var kind: DocumentSegment.Block
  /// Its lines without markers, as places of the document.
  var lines: [Range<Int>]
}

/// Reads the blocks of a document, line by line.
struct BlockReader {
  private let scalars: [Unicode.Scalar]
  private let lines: [Range<Int>]
  private var blocks: [DocumentBlock] = []
  private var open: DocumentBlock?
  /// Whether the open block began with a number.
  private var isNumbered = false

  /// The longest line that is taken for a heading, in scalars.
  private static let longestHeading = 120

  /// Splits a document into lines.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var lines: [Range<Int>] = []
    var start = 0
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        if scalar == "\n", place > 0, scalars[place - 1] == "\r" {
          start = place + 1
          continue
        }
        lines.append(start..<place)
        start = place + 1
        if scalar == "\u{C}" || scalar == "\u{2029}" { lines.append(place..<place) }
      default: break
      }
    }
    lines.append(start..<scalars.count)
    self.lines = lines
  }

  /// Returns the blocks in order.
  mutating func blocks(format: DocumentFormat) -> [DocumentBlock] {
    switch format {
    case .plain: for line in lines { takePlain(line) }
    case .markdown: takeMarkdown()
    }
    close()
    return blocks
  }
}

extension BlockReader {
  private mutating func close() {
    guard var block = open else { return }
    open = nil
    if block.kind == .paragraph, block.lines.count == 1,
      block.lines[0].count <= Self.longestHeading,
      !endsSentence(block.lines[0])
    {
      block.kind = .heading
    }
    blocks.append(block)
  }

  private mutating func begin(_ kind: DocumentSegment.Block, _ line: Range<Int>) {
    close()
    isNumbered = false
    open = DocumentBlock(kind: kind, lines: [line])
  }

  private mutating func add(_ kind: DocumentSegment.Block, _ line: Range<Int>) {
    close()
    blocks.append(DocumentBlock(kind: kind, lines: [line]))
  }

  /// A line without the white space around it.
  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (low, high) = (line.lowerBound, line.upperBound)
    while low < high, scalars[low].properties.isWhitespace { low += 1 }
    while high > low, scalars[high - 1].properties.isWhitespace { high -= 1 }
    return low..<high
  }

  private func text(_ line: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[line]))
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    var end = line.upperBound
    while end > line.lowerBound, SegmentationRules.closings.contains(scalars[end - 1]) { end -= 1 }
    guard end > line.lowerBound else { return false }
    let last = scalars[end - 1]
    return SegmentationRules.wideEnds.contains(last) || SegmentationRules.ends.contains(last)
      || SegmentationRules.continuations.contains(last)
  }

  /// Where the text of a line with a bullet begins; nil for other lines.
  private func bulletEnd(_ line: Range<Int>, bullets: String) -> Int? {
    guard line.count > 1, bullets.unicodeScalars.contains(scalars[line.lowerBound]),
      scalars[line.lowerBound + 1].properties.isWhitespace
    else { return nil }
    return trimmed(line.lowerBound + 1..<line.upperBound).lowerBound
  }

  /// Where the text of a line with a number and a stop or bracket begins; nil for other lines.
  private func numberEnd(_ line: Range<Int>) -> Int? {
    var place = line.lowerBound
    while place < line.upperBound, (0x30...0x39).contains(scalars[place].value) { place += 1 }
    guard place > line.lowerBound, place - line.lowerBound <= 9, place + 1 < line.upperBound,
      scalars[place] == "." || scalars[place] == ")", scalars[place + 1].properties.isWhitespace
    else { return nil }
    return trimmed(place + 1..<line.upperBound).lowerBound
  }
}

extension BlockReader {
  private mutating func takePlain(_ line: Range<Int>) {
    let content = trimmed(line)
    if content.isEmpty {
      close()
    } else if scalars[content].contains("\t") {
      for cell in pieces(of: content, at: "\t") where !cell.isEmpty { add(.tableCell, cell) }
    } else if let start = bulletEnd(content, bullets: "-*+•·‣◦▪●○–—") {
      begin(.listItem, start..<line.upperBound)
    } else if isNumberedItem(content), startsAnew {
      begin(.paragraph, content.lowerBound..<line.upperBound)
      isNumbered = true
    } else if open != nil {
      open?.lines.append(line)
    } else {
      begin(.paragraph, line)
    }
  }

  /// Whether a numbered line is an item and no number of a wrapped sentence.
  private var startsAnew: Bool {
    guard let last = open?.lines.last else { return true }
    return isNumbered || endsSentence(last)
  }

  /// Whether a line begins with a number as items and clauses do: `1.`, `2)`, `1.2 `, `(a)`,
  /// `（一）`, `一、`, `第三条`.
  private func isNumberedItem(_ line: Range<Int>) -> Bool {
    if numberEnd(line) != nil { return true }
    let start = Array(scalars[line].prefix(12))
    let chinese = "一二三四五六七八九十百零〇0123456789"
    func isCount(_ scalar: Unicode.Scalar) -> Bool { chinese.unicodeScalars.contains(scalar) }
    guard let first = start.first else { return false }
    if first == "(" || first == "（" {
      guard let end = start.firstIndex(where: { $0 == ")" || $0 == "）" }), end > 1 else {
        return false
      }
      let inside = start[1..<end]
      return inside.allSatisfy(isCount) || inside.count <= 4 && inside.allSatisfy(\.isASCII)
    }
    if first == "第" {
      guard let end = start.dropFirst().firstIndex(where: { !isCount($0) }), end > 1 else {
        return false
      }
      return "条章节编款项條節項".unicodeScalars.contains(start[end])
    }
    guard let end = start.firstIndex(where: { !isCount($0) }), end > 0 else { return false }
    if start[end] == "、" || start[end] == "．" { return true }
    let rest = start[end...].prefix { $0 == "." || $0.properties.numericType == .decimal }
    return start[end] == "." && rest.count > 1
      && start.dropFirst(end + rest.count).first?.properties.isWhitespace == true
  }

  private func pieces(of line: Range<Int>, at separator: Unicode.Scalar) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    for place in line
    where scalars[place] == separator && (place == 0 || scalars[place - 1] != "\\") {
      pieces.append(trimmed(start..<place))
      start = place + 1
    }
    pieces.append(trimmed(start..<line.upperBound))
    return pieces
  }
}

extension BlockReader {
  private mutating func takeMarkdown() {
    var number = frontMatterEnd()
    if number > 0 { add(.code, lines[1].lowerBound..<lines[number - 2].upperBound) }
    var isInTable = false
    while number < lines.count {
      let line = lines[number]
      let content = unquoted(line)
      number += 1
      if let fence = fence(content) {
        number = takeFenced(from: number, fence: fence)
      } else if content.isEmpty {
        close()
        isInTable = false
      } else if isIndentedCode(line) {
        number = takeIndented(from: number - 1)
      } else if isRule(content, "=-"), open?.kind == .paragraph {
        open?.kind = .heading
        close()
      } else if isRule(content, "-*_") {
        close()
      } else if isDelimiterRow(content) {
        isInTable = true
      } else if scalars[content].contains("|"), isInTable || isTableStart(content, number) {
        isInTable = true
        for cell in pieces(of: content, at: "|") where !cell.isEmpty { add(.tableCell, cell) }
      } else {
        isInTable = false
        takeMarkdown(line, content)
      }
    }
  }

  private mutating func takeMarkdown(_ line: Range<Int>, _ content: Range<Int>) {
    let level = scalars[content].prefix { $0 == "#" }.count
    let afterMarks = content.lowerBound + level
    if (1...6).contains(level),
      afterMarks == content.upperBound || scalars[afterMarks].properties.isWhitespace
    {
      var heading = trimmed(afterMarks..<content.upperBound)
      let marks = scalars[heading].reversed().prefix { $0 == "#" }.count
      let end = heading.upperBound - marks
      if marks > 0, end == heading.lowerBound || scalars[end - 1].properties.isWhitespace {
        heading = trimmed(heading.lowerBound..<end)
      }
      add(.heading, heading)
      return
    }
    var item = bulletEnd(content, bullets: "-*+") ?? numberEnd(content)
    if let start = item {
      let box = text(start..<min(start + 4, content.upperBound))
      if ["[ ] ", "[x] ", "[X] "].contains(box) { item = start + 4 }
    }
    if let item {
      begin(.listItem, item..<line.upperBound)
    } else if open != nil {
      open?.lines.append(content.lowerBound..<line.upperBound)
    } else {
      begin(.paragraph, content.lowerBound..<line.upperBound)
    }
  }

  /// A line without the marks of a quotation and the white space around it.
  private func unquoted(_ line: Range<Int>) -> Range<Int> {
    var content = trimmed(line)
    while let first = scalars[content].first, first == ">" {
      content = trimmed(content.lowerBound + 1..<content.upperBound)
    }
    return content
  }

  private func fence(_ content: Range<Int>) -> (mark: Unicode.Scalar, count: Int)? {
    guard let mark = scalars[content].first, mark == "`" || mark == "~" else { return nil }
    let count = scalars[content].prefix { $0 == mark }.count
    let rest = scalars[content].dropFirst(count)
    return count >= 3 && !(mark == "`" && rest.contains("`")) ? (mark, count) : nil
  }

  private mutating func takeFenced(from start: Int, fence: (mark: Unicode.Scalar, count: Int))
    -> Int
  {
    close()
    var end = start
    while end < lines.count {
      let content = unquoted(lines[end])
      let isClosing =
        content.count >= fence.count && scalars[content].allSatisfy { $0 == fence.mark }
      if isClosing { break }
      end += 1
    }
    if end > start { add(.code, lines[start].lowerBound..<lines[end - 1].upperBound) }
    return min(end + 1, lines.count)
  }

  private func isIndentedCode(_ line: Range<Int>) -> Bool {
    guard open == nil, blocks.last?.kind != .listItem else { return false }
    return scalars[line].first == "\t" || scalars[line].prefix(4).allSatisfy { $0 == " " }
  }

  private mutating func takeIndented(from start: Int) -> Int {
    var end = start
    while end < lines.count, !trimmed(lines[end]).isEmpty, isIndentedCode(lines[end]) { end += 1 }
    add(.code, lines[start].lowerBound..<lines[end - 1].upperBound)
    return end
  }

  /// Whether a line is three or more of one of some marks, spaces aside (one `=` is enough).
  private func isRule(_ content: Range<Int>, _ marks: String) -> Bool {
    guard let mark = scalars[content].first, marks.unicodeScalars.contains(mark) else {
      return false
    }
    let rest = scalars[content].filter { $0 != " " }
    return rest.allSatisfy { $0 == mark } && (rest.count >= 3 || mark == "=")
  }

  private func isDelimiterRow(_ content: Range<Int>) -> Bool {
    let row = scalars[content]
    return row.contains("|") && row.contains("-")
      && row.allSatisfy { "|-: ".unicodeScalars.contains($0) }
  }

  private func isTableStart(_ content: Range<Int>, _ next: Int) -> Bool {
    scalars[content].first == "|" || next < lines.count && isDelimiterRow(unquoted(lines[next]))
  }

  /// The number of the first line after what stands between two lines of `---` at the beginning.
  private func frontMatterEnd() -> Int {
    guard lines.count > 2, text(lines[0]) == "---",
      let end = lines.indices.dropFirst().first(where: { text(lines[$0]) == "---" }), end > 1
    else { return 0 }
    return end + 1
  }
}
