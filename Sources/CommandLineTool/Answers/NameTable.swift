import Interchange
import TextAnalysis
import Workbench

/// A file of names, one a line.
enum NameList {
  /// Reads the names; blank lines are passed over, and so is a byte-order mark.
  static func read(_ path: String) throws(InterchangeError) -> [String] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while true {
      let piece = try source.read()
      if piece.isEmpty { break }
      bytes += piece
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .map { String(decoding: $0, as: UTF8.self).trimmed }
      .filter { !$0.isEmpty }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}

/// What a file of names gives for one of them: the best answer in a row.
struct NameRow {
  private let query: String
  private let foundBy: String
  private let names: Names?
  private let standing: String
  private let isAnswered: Bool

  init(_ answer: LookUpAnswer, in language: MessageLanguage) {
    query = answer.query
    isAnswered = answer.isAnswered
    let best = answer.results.first
    names = best?.names
    standing = best?.standing.phrase(in: language) ?? ""
    var found = (best?.match.by.phrase ?? Phrase("NOT FOUND", "未查到"))(in: language)
    if best != nil, !answer.isAnswered { found = Phrase("did you mean", "是否指")(in: language) }
    if answer.bearers > 1 {
      found += Phrase(" (1 of \(answer.bearers))", "（\(answer.bearers) 之一）")(in: language)
    }
    foundBy = found
  }

  /// Lays rows out: each name's answer on one line where that is not too wide, else English and
  /// Chinese under each other.
  static func lines(
    of rows: [NameRow], width: Int?, palette: Palette, in language: MessageLanguage
  ) -> [String] {
    var table = Table()
    table.add(
      [
        Phrase("query", "查询"), Phrase("found by", "查得方式"), Phrase("English", "英文"),
        Phrase("Chinese", "中文"), Phrase("standing", "依据"),
      ].map { Table.Cell($0(in: language), .dim) })
    for row in rows { table.add(row.cells) }
    let isNarrow = table.lines(width: nil, palette: Palette(isOn: false)).contains { line in
      width.map { DisplayWidth.of(line) > $0 } ?? false
    }
    guard isNarrow else { return table.lines(width: width, palette: palette) }
    var stacked = Table()
    for row in rows { stacked.add(row.stackedCells) }
    return stacked.lines(width: width, palette: palette)
  }

  private var cells: [Table.Cell] {
    guard let names else { return [Table.Cell(query), foundCell] }
    return [
      Table.Cell(query), foundCell, Table.Cell(names.en ?? "—", .bold),
      Table.Cell(names.zhHans ?? "—", .bold), Table.Cell(standing),
    ]
  }

  private var stackedCells: [Table.Cell] {
    guard let names else { return [Table.Cell(query), foundCell] }
    return [
      Table.Cell(query), Table.Cell(lines: [names.en ?? "—", names.zhHans ?? "—"], .bold),
      isAnswered
        ? Table.Cell(lines: [foundBy, standing]) : Table.Cell(lines: [foundBy, standing], .red),
    ]
  }

  private var foundCell: Table.Cell {
    isAnswered ? Table.Cell(foundBy) : Table.Cell(foundBy, .red)
  }
}
