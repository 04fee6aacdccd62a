import Synchronization
package import Terminology
package import TextAnalysis

/// Glossaries in memory, with an index that finds their terms in texts.
///
/// Threads that ask at once each take a recogniser of their own, which are kept for those to come.
package final class GlossaryTermbase: Termbase {
  private let concepts: [Int64: ConceptEntry]
  private let rows: [String: Int64]
  private let index: TermIndex
  private let idle = Mutex<[Idle]>([])

  /// A recogniser that no thread has. It may go to another thread, for it leaves the list before
  /// it is used and comes back after, both under the lock.
  private struct Idle: @unchecked Sendable {
    let recogniser: TermRecogniser
  }

  /// Takes concepts, each with its row in a store; of several with one identifier the first counts.
  package convenience init(_ concepts: [(row: Int64, entry: ConceptEntry)]) {
    var builder = TermIndexBuilder()
    for (row, entry) in concepts { builder.add(entry, row: Int(row)) }
    self.init(concepts, index: builder.index())
  }

  /// Takes concepts and an index that was made of them.
  package init(_ concepts: [(row: Int64, entry: ConceptEntry)], index: TermIndex) {
    self.index = index
    self.concepts = Dictionary(concepts.map { ($0.row, $0.entry) }) { first, _ in first }
    rows = Dictionary(concepts.map { ($0.entry.id, $0.row) }) { first, _ in first }
  }

  /// Finds the terms in a text.
  package func mentions(in text: String, language: LanguageTag) -> [TermMention] {
    let kept = idle.withLock { $0.popLast() } ?? Idle(recogniser: TermRecogniser(index))
    defer { idle.withLock { $0.append(kept) } }
    let recogniser = kept.recogniser
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
  package func entry(_ reading: TermReading) -> ConceptEntry? { concepts[reading.concept] }

  /// Returns the concept with an identifier.
  package func entry(id: String) -> ConceptEntry? { rows[id].flatMap { concepts[$0] } }
}
