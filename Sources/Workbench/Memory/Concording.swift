import Storage
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Finds words in what was translated before.
  ///
  /// - Parameter request: The words.
  /// - Returns: The units that hold them.
  /// - Throws: ``WorkbenchError`` where there is nothing to look for or the store cannot be read.
  public func concordance(
    _ request: ConcordanceRequest
  ) throws(WorkbenchError) -> ConcordanceAnswer {
    let language = request.from ?? LanguageTag(guessedFor: request.query)
    let query = ConcordanceQuery(
      request.query, order: request.order == .phrase ? .phrase : .allWords)
    guard let side = MemorySide(language), !query.keys.isEmpty else {
      throw .request(.emptyText)
    }
    return try read { snapshot in
      try self.check(memories: request.memories, snapshot)
      let names = try snapshot.memoryNames()
      let view = try self.memoryView(snapshot)
      var answer = ConcordanceAnswer(
        store: self.storeName, query: request.query, language: language, hits: [], hasMore: false)
      for row in view.candidates(for: query, side: side) {
        guard let pair = try snapshot.unitPair(row: row) else { continue }
        let unit = MemoryUnit(pair, memories: names)
        guard request.memories.isEmpty || request.memories.contains(unit.memory),
          let variant = unit.variant(side), let other = unit.variant(side.other)
        else { continue }
        let ranges = query.ranges(in: variant.segment)
        guard !ranges.isEmpty else { continue }
        guard answer.hits.count < request.limit else {
          answer.hasMore = true
          return answer
        }
        let stored = try snapshot.unit(row: pair.row)?.unit.lastHand
        answer.hits.append(
          ConcordanceAnswer.Hit(
            source: variant.segment.text, ranges: ranges.map(\.bounds),
            target: other.segment.text, sourceLanguage: variant.language,
            targetLanguage: other.language, unit: pair.row, memory: unit.memory,
            state: unit.state, changedBy: stored?.who, changed: stored?.date?.inUTC))
      }
      return answer
    }
  }
}
