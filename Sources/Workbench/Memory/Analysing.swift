import Storage
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Counts how much of some documents can be taken over from the memory.
  ///
  /// - Parameters:
  ///   - request: The documents.
  ///   - progress: Told how many segments of how many have been counted.
  /// - Returns: The leverage table of each document, and of all together.
  /// - Throws: ``WorkbenchError`` where the store cannot be read.
  public func analyse(
    _ request: AnalysisRequest, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(WorkbenchError) -> AnalysisAnswer {
    try WorkbenchError.check(from: request.from, to: request.to)
    let documents = request.documents.map { document in
      Segmenter.segments(of: document.text, format: document.format)
        .filter { $0.block != .code }.map(\.text) as [String]
    }
    let count = documents.map(\.count).reduce(0, +)
    return try read { snapshot in
      try self.check(memories: request.memories.union(request.penalties.memories), snapshot)
      let search = try MemorySearch(
        self.memoryView(snapshot), memories: request.memories,
        settings: MatchSettings(threshold: 50, limit: 1, penalties: request.penalties), snapshot)
      var earlier = EarlierSegments()
      var (all, done) = (LeverageTable(), 0)
      var tables: [AnalysisAnswer.Table] = []
      for (document, segments) in zip(request.documents, documents) {
        var table = all.emptied()
        for (place, text) in segments.enumerated() {
          let language = request.from ?? LanguageTag(guessedFor: text)
          let query = MatchQuery(
            Segment(text), language: language,
            targetLanguage: request.to ?? language.opposite,
            previous: place > 0 ? segments[place - 1] : "",
            next: place + 1 < segments.count ? segments[place + 1] : "")
          let rate = try search.bestRate(for: query, snapshot)
          let internalRate =
            request.internalMatches == .count ? earlier.bestRate(for: text) : nil
          table.add(text, rate: rate, internalRate: internalRate)
          all.add(text, rate: rate, internalRate: internalRate)
          done += 1
          if done % 64 == 0 { progress(done, count) }
        }
        tables.append(
          AnalysisAnswer.Table(
            name: document.name, table, internalMatches: request.internalMatches))
      }
      return AnalysisAnswer(
        store: self.storeName, documents: tables,
        total: AnalysisAnswer.Table(name: "", all, internalMatches: request.internalMatches))
    }
  }
}

/// The segments of some documents so far, to which later ones may be alike.
private struct EarlierSegments {
  private var units = RecentUnits()
  private var seen: Set<String> = []

  /// The best base rate of a segment among those before it, which it then joins; nothing where
  /// it has been seen as it is, for that is a repetition.
  mutating func bestRate(for text: String) -> Int? {
    guard seen.insert(text).inserted else { return nil }
    let keys = PreparedSegment(Segment(text)).compared.map(\.key)
    let near = units.near(keys, side: .english, threshold: 50)
    units.add(keys: keys, row: seen.count)
    return near.map { MatchRate.base(distance: $0.distance, longer: $0.longer) }.max()
  }
}
