import TextAnalysis
import TranslationMemory
import Workbench

/// The leverage table, document by document.
struct AnalysisReport {
  let answer: AnalysisAnswer
  let invocation: Invocation

  private var tables: [AnalysisAnswer.Table] {
    answer.documents.count == 1 ? answer.documents : answer.documents + [answer.total]
  }

  func print() throws {
    let terminal = invocation.output.terminal
    for (place, document) in tables.enumerated() {
      if place > 0 { try invocation.output.line() }
      let name = document.name.isEmpty ? word(Phrase("all together", "合计")) : document.name
      try invocation.output.line(terminal.palette(DisplayWidth.visible(name), .bold))
      var table = Table(indent: 2)
      table.add(headings.map { Table.Cell($0, .dim) })
      for row in rows(of: document) {
        table.add([Table.Cell(word(row.label))] + row.count.numbers.map { Table.Cell(grouped($0)) })
      }
      for line in table.lines(
        width: terminal.isTerminal ? terminal.readingWidth : nil, palette: terminal.palette)
      {
        try invocation.output.line(line)
      }
    }
  }

  /// Programs read the bands in English, whatever the reader's language.
  func printCSV() throws {
    try invocation.output.line("document,band,segments,words,chineseCharacters,characters")
    for document in tables {
      let quoted = "\"" + document.name.replacing("\"", with: "\"\"") + "\""
      for row in rows(of: document) {
        let cells = [quoted, row.label.english] + row.count.numbers.map(String.init)
        try invocation.output.line(cells.joined(separator: ","))
      }
    }
  }

  private var headings: [String] {
    [
      word(Phrase("match", "匹配率")), word(Phrase("segments", "语段")),
      word(Phrase("words", "英文词数")), "字数", word(Phrase("characters", "字符数")),
    ]
  }

  private func rows(of document: AnalysisAnswer.Table) -> [(label: Phrase, count: TextCount)] {
    document.bands.map { (label($0.band), $0.count) }
      + document.internalBands.map {
        (Phrase("internal ", "内部 ") + label($0.band), $0.count)
      } + [(Phrase("total", "总计"), document.total)]
  }

  private func label(_ band: MatchBand) -> Phrase {
    switch band {
    case .repetition: Phrase("repetitions", "重复")
    case .new: Phrase("new", "新增")
    default: Phrase(band.rawValue)
    }
  }

  private func word(_ phrase: Phrase) -> String { phrase(in: invocation.language) }
}

extension TextCount {
  /// The counts in the order of the table's columns.
  fileprivate var numbers: [Int] { [segments, words, chineseCharacters, characters] }
}
