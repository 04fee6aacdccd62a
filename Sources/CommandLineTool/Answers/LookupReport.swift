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
    let named = answer.results.prefix { $0.match.by != .words }
    let cards = named.isEmpty ? answer.results[...] : answer.results.prefix(named.count)
    for (place, result) in cards.enumerated() {
      if place > 0 { try output.line() }
      let card = ConceptCard(
        result: result, asOf: answer.asOf, isLong: isLong, language: language)
      let width = terminal.isTerminal ? min(terminal.readingWidth, 120) : nil
      for line in card.lines(width: width, palette: terminal.palette) { try output.line(line) }
    }
    try printHolders(answer.results.dropFirst(cards.count))
  }

  /// One line each for terms in which the query merely stands.
  private func printHolders(_ results: ArraySlice<LookUpAnswer.Result>) throws {
    guard !results.isEmpty else { return }
    try output.line("\n" + Phrase("Also in:", "另见：")(in: language))
    for result in results {
      let names = [result.names.en, result.names.zhHans].compactMap(\.self)
      try output.line("  " + DisplayWidth.visible(names.joined(separator: " ")) + " [\(result.id)]")
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
    let names =
      answer.results.isEmpty ? answer.nearest : answer.results.prefix(3).map(\.match.term)
    let nearest = names.joined(separator: "; ")
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
    var rows: [NameRow] = []
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
      case .text: rows.append(NameRow(answer, in: language))
      }
    }
    switch options.layout {
    case .json: break
    case .csv: try writeCSV(of: ids, from: bench)
    case .text:
      let width = output.terminal.isTerminal ? output.terminal.readingWidth : nil
      for line in NameRow.lines(
        of: rows, width: width, palette: output.terminal.palette, in: language)
      {
        try output.line(line)
      }
    }
    return hasMissed ? .answerIsNo : .done
  }
}
