import Terminology
import TextAnalysis
import TranslationMemory
import Workbench

extension InfoAnswer {
  /// The store's contents in a table of labels and counts.
  func ledger(in language: MessageLanguage) -> Ledger {
    var ledger = Ledger()
    func add(_ label: Phrase, _ text: String) {
      ledger.add(prose: text, label: label(in: language))
    }
    func share(_ count: Int) -> String {
      terms == 0 ? grouped(count) : "\(grouped(count)) (\(count * 100 / terms)%)"
    }
    add(Phrase("store", "库"), store)
    add(
      Phrase("size", "大小"),
      Phrase("\(grouped((bytes + 1023) / 1024)) KiB", "\(grouped((bytes + 1023) / 1024)) KiB")(
        in: language))
    add(Phrase("concepts", "概念"), grouped(concepts) + listed(conceptsByProcess, in: language))
    let kinds = conceptsByKind.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { kind, count in
        let chinese = ConceptKind(rawValue: kind)?.phrase.chinese ?? kind
        return Phrase(kind, chinese)(in: language) + " \(grouped(count))"
      }
    if !kinds.isEmpty {
      add(Phrase("kinds", "类别"), kinds.joined(separator: Phrase(", ", "，")(in: language)))
    }
    add(Phrase("terms", "术语"), grouped(terms))
    add(Phrase("verified", "有出处"), share(verifiedTerms))
    add(Phrase("official", "官方"), share(officialTerms))
    for glossary in glossaries {
      add(Phrase("glossary", "术语表"), "\(glossary.name): \(grouped(glossary.concepts))")
    }
    add(Phrase("units", "翻译单元"), grouped(units) + listedStates(in: language))
    for memory in memories {
      add(Phrase("memory", "记忆库"), "\(memory.name): \(grouped(memory.units))")
    }
    for feed in feeds {
      add(
        Phrase("fed from", "来源文件"),
        feed.path + Phrase(" (change \(feed.change))", "（修改 \(feed.change)）")(in: language))
    }
    add(Phrase("changes", "修改"), grouped(changes))
    return ledger
  }

  private func listedStates(in language: MessageLanguage) -> String {
    let parts = UnitState.allCases.compactMap { state in
      unitsByState[state.rawValue].map { count in
        Phrase("\(grouped(count)) \(state.rawValue)", "\(state.phrase.chinese) \(grouped(count))")
      }
    }
    guard !parts.isEmpty else { return "" }
    return Phrase(
      " (\(parts.map(\.english).joined(separator: ", ")))",
      "（\(parts.map(\.chinese).joined(separator: "，"))）")(in: language)
  }

  private func listed(_ counts: [String: Int], in language: MessageLanguage) -> String {
    let parts = counts.sorted { $0.key < $1.key }.filter { $0.value > 0 }
      .map { process, count in
        let chinese = ProcessStatus(rawValue: process)?.phrase.chinese ?? process
        return Phrase("\(grouped(count)) \(process)", "\(chinese) \(grouped(count))")
      }
    guard !parts.isEmpty else { return "" }
    return Phrase(
      " (\(parts.map(\.english).joined(separator: ", ")))",
      "（\(parts.map(\.chinese).joined(separator: "，"))）")(in: language)
  }
}

extension Invocation {
  /// Prints a ledger as wide as the terminal.
  func print(_ ledger: Ledger) throws {
    let terminal = output.terminal
    let width = terminal.isTerminal ? min(terminal.readingWidth, 120) : nil
    for line in ledger.lines(width: width, palette: terminal.palette) { try output.line(line) }
  }
}
