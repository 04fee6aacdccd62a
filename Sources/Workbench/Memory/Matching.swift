import Storage
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Finds earlier translations of a text.
  ///
  /// - Parameter request: The text, and what matches are wanted.
  /// - Returns: Of each segment, the most useful matches first.
  /// - Throws: ``WorkbenchError`` where the request makes no sense or the store cannot be read.
  public func match(_ request: MatchRequest) throws(WorkbenchError) -> MatchAnswer {
    try WorkbenchError.check(from: request.from, to: request.to)
    let queries = try request.queries()
    return try read { snapshot in
      try self.check(
        memories: request.memories.union(request.settings.penalties.memories), snapshot)
      let search = try MemorySearch(
        self.memoryView(snapshot), memories: request.memories, settings: request.settings,
        snapshot)
      var tie: TermTie?
      return MatchAnswer(
        store: self.storeName,
        segments: try queries.map { query in
          let matches = try search.matches(for: query, snapshot)
          var fragments: [MatchAnswer.Fragment] = []
          if matches.isEmpty || request.fragments == .always {
            let terms = try tie ?? TermTie(self.termIndex(snapshot))
            tie = terms
            fragments = try search.fragments(of: query, terms: terms, snapshot)
          }
          return MatchAnswer.Segment(
            text: query.segment.text, language: query.language, matches: matches,
            fragments: fragments)
        })
    }
  }

  /// Refuses names of memories that there are not.
  func check(memories: Set<String>, _ snapshot: borrowing Snapshot) throws {
    guard !memories.isEmpty else { return }
    let known = Set(try snapshot.memoryNames().values)
    if let missing = memories.subtracting(known).min() {
      throw WorkbenchError.request(.noMemory(missing, store: self.storeName, known: known.sorted()))
    }
  }
}

extension MatchRequest {
  /// The text, segment by segment.
  func queries() throws(WorkbenchError) -> [MatchQuery] {
    switch text {
    case .segment(let text):
      guard text.contains(where: { !$0.isWhitespace }) else {
        throw .request(.emptyText)
      }
      return [query(text, previous: nil, next: nil)]
    case .document:
      let segments = text.segments.map(\.text)
      return segments.indices.map { place in
        guard context == .counts else { return query(segments[place], previous: nil, next: nil) }
        return query(
          segments[place], previous: place > 0 ? segments[place - 1] : "",
          next: place + 1 < segments.count ? segments[place + 1] : "")
      }
    }
  }

  private func query(_ text: String, previous: String?, next: String?) -> MatchQuery {
    let language = from ?? LanguageTag(guessedFor: text)
    return MatchQuery(
      Segment(text), language: language, targetLanguage: to ?? language.opposite,
      previous: previous, next: next, origin: origin)
  }
}

extension LanguageTag {
  /// The language that a text's letters tell.
  init(guessedFor text: String) {
    self = TextLanguage.guess(of: text) == .chinese ? .simplifiedChinese : .english
  }

  /// The language on the other side, where nothing else is asked for.
  var opposite: LanguageTag { isChinese ? .english : .simplifiedChinese }
}
