public import TextAnalysis
public import TranslationMemory

/// Writes units as a bilingual table with a header, one unit a row.
///
/// The columns are `id`, the two languages, `previous`, `next`, `origin`, `state` and `note`, and
/// ``PairTableReader`` reads them all. Inline codes, attributes, and who and when have no place
/// there and are counted; in a TSV tabs and line ends become spaces.
public struct PairTableWriter {
  /// How a table is written.
  public enum Form: Hashable, Sendable {
    /// Cells parted by tabs, a line a row.
    case tsv
    /// Cells parted by commas, for programs or for spreadsheets.
    case csv(CSVStyle)
  }

  /// What was left out so far.
  public private(set) var losses = LossReport()
  /// How many units were written so far.
  public private(set) var count = 0

  private enum Table {
    case tsv(ByteSink)
    case csv(CSVWriter)
  }

  private var table: Table
  private let from: LanguageTag
  private let to: LanguageTag

  /// Begins a table with its header.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - form: How it is written.
  ///   - from: The language of the source; units are written where theirs matches it.
  ///   - to: The language of the target.
  /// - Throws: What the sink throws.
  public init(
    _ sink: ByteSink, form: Form = .tsv, from: LanguageTag, to: LanguageTag
  ) throws(InterchangeError) {
    (self.from, self.to) = (from, to)
    table =
      switch form {
      case .tsv: .tsv(sink)
      case .csv(let style): .csv(try CSVWriter(sink, style: style))
      }
    try write([
      "id", from.description, to.description, "previous", "next", "origin", "state", "note",
    ])
  }

  /// Writes a unit; one in other languages, or without text on a side, is left out.
  ///
  /// - Throws: What the sink throws.
  public mutating func write(_ unit: TranslationUnit) throws(InterchangeError) {
    guard from.matches(unit.source.language), to.matches(unit.target.language) else {
      return losses.add(
        Phrase(
          "unit from \(unit.source.language) to \(unit.target.language)",
          "从 \(unit.source.language) 到 \(unit.target.language) 的单元"),
        because: Phrase("the table is from \(from) to \(to)", "表格是从 \(from) 到 \(to)"))
    }
    guard !isBlank(unit.source.segment.text), !isBlank(unit.target.segment.text) else {
      return losses.add(
        Phrase("unit", "单元"), because: Phrase("its source or its target has no text", "其原文或译文没有文字"))
    }
    countLosses(of: unit)
    count += 1
    try write([
      unit.id ?? "", unit.source.segment.text, unit.target.segment.text, unit.previous ?? "",
      unit.next ?? "", unit.origin ?? "", unit.state.rawValue, unit.notes.joined(separator: "\n"),
    ])
  }

  /// Sends the rest on its way; to be called at the end.
  ///
  /// - Returns: What the table could not hold.
  /// - Throws: What the sink throws.
  public mutating func finish() throws(InterchangeError) -> LossReport {
    switch table {
    case .tsv(var sink):
      try sink.flush()
      table = .tsv(sink)
    case .csv(var csv):
      try csv.finish()
      table = .csv(csv)
    }
    return losses
  }
}

extension PairTableWriter {
  private mutating func countLosses(of unit: TranslationUnit) {
    let why = Phrase("a table has no place for it", "表格容纳不下")
    let codeCount = unit.source.segment.codes.count + unit.target.segment.codes.count
    if codeCount > 0 { losses.add(Phrase("inline code", "行内代码"), because: why, count: codeCount) }
    if !unit.attributes.isEmpty {
      losses.add(Phrase("attribute", "属性"), because: why, count: unit.attributes.count)
    }
    if unit.creation != Authorship() {
      losses.add(Phrase("who added it and when", "添加人与时间"), because: why)
    }
    if unit.change != Authorship() {
      losses.add(Phrase("who changed it and when", "修改人与时间"), because: why)
    }
    if unit.source.language != from || unit.target.language != to {
      losses.add(
        Phrase("region of a language", "语言的地区"),
        because: Phrase("a column has one language", "一列只有一种语言"))
    }
    if unit.previous == "" || unit.next == "" {
      losses.add(
        Phrase("end of a document", "文档的首尾"),
        because: Phrase("an empty cell says nothing", "空单元格不说明任何内容"))
    }
  }

  private mutating func write(_ cells: [String]) throws(InterchangeError) {
    // Taken out and put back, so that its buffer is not copied.
    switch table {
    case .csv(var csv):
      table = .tsv(ByteSink { _ in })
      for cell in cells { csv.add(cell) }
      try csv.endRow()
      table = .csv(csv)
    case .tsv(var sink):
      table = .tsv(ByteSink { _ in })
      var row: [UInt8] = []
      for (place, cell) in cells.enumerated() {
        if place > 0 { row.append(CSVDelimiter.tab.rawValue) }
        row += written(cell)
      }
      row.append(lineFeed)
      try sink.add(bytes: row)
      table = .tsv(sink)
    }
  }

  private mutating func written(_ cell: String) -> [UInt8] {
    var bytes = Array(cell.utf8)
    var isChanged = false
    for place in bytes.indices where [9, 10, 13, 0].contains(bytes[place]) {
      (bytes[place], isChanged) = (32, true)
    }
    if isChanged {
      losses.add(
        Phrase("tab or line end", "制表符或换行"),
        because: Phrase("a cell of a TSV holds none; it became a space", "TSV 单元格容纳不下；已改为空格"))
    }
    if SpreadsheetGuard.needsMark(bytes[...], forSpreadsheet: false) {
      bytes.insert(SpreadsheetGuard.mark, at: 0)
    }
    return TSVCell.write(bytes)
  }
}
