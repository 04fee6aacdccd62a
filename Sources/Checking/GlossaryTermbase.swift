import Synchronization
package import Terminology
package import TextAnalysis

/// The glossaries of a store as a check knows them.
package final class GlossaryTermbase: Termbase {
  private let index: TermIndex
  private let entries: [Int64: ConceptEntry]
  private let rows: [String: Int64]
  /// Recognisers that no thread is using.
  private let idle = Mutex<[Recogniser]>([])

  /// A recogniser has buffers of its own; it is safe to hand on because a thread takes it out of the
  /// list before it uses it, and puts it back when it has done so.
  private struct Recogniser: @unchecked Sendable {
    let recogniser: TermRecogniser
  }

  /// Takes an index and the entries that it leads to.
  ///
  /// - Parameters:
  ///   - index: The terms to recognise.
  ///   - entries: The entries by row: those of the index, and others that these are related to.
  package init(index: TermIndex, entries: [Int64: ConceptEntry]) {
    self.index = index
    self.entries = entries
    rows = Dictionary(
      entries.map { ($0.value.id, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes a termbase of entries.
  package convenience init(_ entries: [ConceptEntry]) {
    var builder = TermIndexBuilder()
    for (row, entry) in entries.enumerated() { builder.add(entry, row: row) }
    self.init(
      index: builder.index(),
      entries: Dictionary(uniqueKeysWithValues: entries.enumerated().map { (Int64($0), $1) }))
  }

  /// Finds the terms in a text.
  package func mentions(in text: String, language: LanguageTag) -> [TermMention] {
    let taken =
      idle.withLock { $0.popLast() } ?? Recogniser(recogniser: TermRecogniser(index))
    defer { idle.withLock { $0.append(taken) } }
    let recogniser = taken.recogniser
    return recogniser.occurrences(in: text, language: language.isChinese ? .chinese : .english)
      .map { occurrence in
        TermMention(
          scalars: occurrence.scalars,
          readings: recogniser.references(of: occurrence).map {
            TermReading(concept: Int64($0.concept), term: $0.term)
          })
      }
  }

  /// Returns the concept of a reading.
  package func entry(_ reading: TermReading) -> ConceptEntry? { entries[reading.concept] }

  /// Returns the concept of an identifier.
  package func entry(id: String) -> ConceptEntry? { rows[id].flatMap { entries[$0] } }
}
