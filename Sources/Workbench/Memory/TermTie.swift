import Terminology
import TextAnalysis
import TranslationMemory

/// Ties a run of a text to the part of its translation that renders the term which the run is made
/// of.
struct TermTie {
  private let recogniser: TermRecogniser

  /// Knows the terms of an index.
  init(_ index: TermIndex) { recogniser = TermRecogniser(index) }

  /// Returns where a translation has the term of a run.
  ///
  /// - Parameters:
  ///   - run: A run of the source, in Unicode scalars.
  ///   - source: The source.
  ///   - target: Its translation.
  /// - Returns: The place, in Unicode scalars of the target, of a term of the concept whose term makes
  ///   up half of the run or more; nothing where there is no such term, or the target has it not
  ///   exactly once.
  func place(of run: Range<Int>, in source: UnitVariant, across target: UnitVariant) -> Range<Int>?
  {
    let own = occurrences(in: source)
      .filter { run.contains($0.scalars) && $0.scalars.count * 2 >= run.count }
    guard let term = own.max(by: { $0.scalars.count < $1.scalars.count }) else { return nil }
    let concepts = Set(recogniser.references(of: term).map(\.concept))
    let found = occurrences(in: target).filter { occurrence in
      recogniser.references(of: occurrence).contains { concepts.contains($0.concept) }
    }
    return found.count == 1 ? found[0].scalars : nil
  }

  private func occurrences(in variant: UnitVariant) -> [TermOccurrence] {
    recogniser.occurrences(
      in: variant.segment.text, language: variant.language.isChinese ? .chinese : .english)
  }
}
