import Interchange
import Terminology
import TextAnalysis
import Workbench

// What a look-up found, as text, as a table of many queries, as JSON, or as native CSV.

extension Invocation {
  /// Prints what one query found.
  func report(
    _ answer: LookUpAnswer, from bench: Workbench, as options: LookupOptions
  ) throws -> ExitStatus {
    switch options.layout {
    case .json:
      try output.json(answer)
    case .csv:
      try writeCSV(of: answer.results.map(\.id), from: bench)
      if !answer.isAnswered { diagnostics.say(notFound(answer), prefix: "") }
    case .text(let isLong):
      try printCards(of: answer, isLong: isLong)
    }
    return answer.isAnswered ? .done : .answerIsNo
  }

  private func printCards(of answer: LookUpAnswer, isLong: Bool) throws {
    let terminal = output.terminal
    guard !answer.results.isEmpty else {
      diagnostics.say(notFound(answer), prefix: "")
      return
    }
    let query = DisplayWidth.visible(answer.query)
    if !answer.isAnswered {
      let sentence = Phrase(
        "'\(query)' was not found. Did you mean:", "未查到“\(query)”。是否指：")(in: language)
      try output.line(sentence + "\n")
    } else if answer.bearers > 1 {
      try output.line(homographs(answer, query) + "\n")
    }
    for (place, result) in answer.results.enumerated() {
      if place > 0 { try output.line() }
      let card = ConceptCard(
        result: result, asOf: answer.asOf, isLong: isLong, language: language)
      let width = terminal.isTerminal ? min(terminal.readingWidth, 120) : nil
      for line in card.lines(width: width, palette: terminal.palette) { try output.line(line) }
    }
  }

  private func homographs(_ answer: LookUpAnswer, _ query: String) -> String {
    let areBodies = answer.results.prefix(answer.bearers).allSatisfy { $0.kind == .agency }
    let count = answer.bearers
    return
      (areBodies
      ? Phrase("\(query): \(count) bodies use this name", "\(query)：\(count) 个机构用此名称")
      : Phrase("\(query): \(count) entries have this name", "\(query)：\(count) 个词条用此名称"))(
        in: language)
  }

  /// One sentence for what was not found, with the nearest names.
  private func notFound(_ answer: LookUpAnswer) -> String {
    let nearest = answer.nearest.joined(separator: "; ")
    let sentence = Phrase(
      "'\(answer.query)' was not found in \(answer.store).",
      "在 \(answer.store) 中未查到“\(answer.query)”。")
    guard !nearest.isEmpty else { return sentence(in: language) }
    return Phrase(
      sentence.english + " The nearest names: \(nearest).",
      sentence.chinese + "最接近的名称：\(nearest)。")(in: language)
  }

  /// Prints concepts, each once, as native CSV.
  private func writeCSV(of ids: [String], from bench: Workbench) throws {
    try output.sinking { sink in try bench.exportConcepts(ids: ids, to: sink) }
  }
}

extension Invocation {
  /// Looks up every line of the file of names, and prints a row, a JSON object or the concepts of
  /// each.
  func reportTable(from bench: Workbench, as options: LookupOptions) throws -> ExitStatus {
    let names = try NameList.read(options.file ?? "-")
    var hasMissed = false
    var ids: [String] = []
    var table = Table(gap: 2)
    table.add(NameRow.heading(in: language))
    for name in names {
      let answer = try bench.lookUp(options.request(for: name))
      if !answer.isAnswered { hasMissed = true }
      switch options.layout {
      case .json: try output.json(answer, layout: .oneLine)
      case .csv:
        if answer.isAnswered {
          ids += answer.results.map(\.id).filter { !ids.contains($0) }
        } else {
          diagnostics.say(notFound(answer), prefix: "")
        }
      case .text: table.add(NameRow.cells(of: answer, in: language))
      }
    }
    switch options.layout {
    case .json: break
    case .csv: try writeCSV(of: ids, from: bench)
    case .text:
      let terminal = output.terminal
      let width = terminal.isTerminal ? terminal.readingWidth : nil
      for line in table.lines(width: width, palette: terminal.palette) { try output.line(line) }
    }
    return hasMissed ? .answerIsNo : .done
  }
}

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

/// A line of the table that answers a file of names.
enum NameRow {
  static func heading(in language: MessageLanguage) -> [Table.Cell] {
    [
      Phrase("query", "查询"), Phrase("found by", "查得方式"), Phrase("English", "英文"),
      Phrase("Chinese", "中文"), Phrase("standing", "依据"),
    ].map { Table.Cell($0(in: language), .dim) }
  }

  static func cells(of answer: LookUpAnswer, in language: MessageLanguage) -> [Table.Cell] {
    guard let best = answer.results.first else {
      let words = Phrase("NOT FOUND", "未查到")(in: language)
      return [Table.Cell(answer.query), Table.Cell(words, .red)]
    }
    var found = best.match.by.rawValue
    if !answer.isAnswered { found = Phrase("did you mean", "是否指")(in: language) }
    if answer.bearers > 1 {
      found += Phrase(" (1 of \(answer.bearers))", "（\(answer.bearers) 之一）")(in: language)
    }
    func name(_ isWanted: (LanguageTag) -> Bool) -> Table.Cell {
      let term = best.sections.first { isWanted($0.language) }?.terms.first
      return Table.Cell(term?.text ?? "—", .bold)
    }
    let standing = (best.answer?.standing ?? .unverified).phrase(in: language)
    return [
      Table.Cell(answer.query), answer.isAnswered ? Table.Cell(found) : Table.Cell(found, .red),
      name(\.isEnglish), name(\.isChinese), Table.Cell(standing),
    ]
  }
}
