import Terminology
import TextAnalysis

@testable import Checking

/// A few terms by the row of their concept, found as they are written.
struct SampleTermbase: Termbase {
  private let terms: [String: Int64]

  init(_ terms: [String: Int64]) { self.terms = terms }

  func mentions(in text: String, language: LanguageTag) -> [TermMention] {
    terms.compactMap { term, concept in
      guard let range = text.firstRange(of: term) else { return nil }
      let start = text.unicodeScalars.distance(
        from: text.startIndex, to: range.lowerBound)
      return TermMention(
        scalars: start..<start + term.unicodeScalars.count,
        readings: [TermReading(concept: concept, term: 0)])
    }
  }

  func entry(_ reading: TermReading) -> ConceptEntry? { nil }
  func entry(id: String) -> ConceptEntry? { nil }
}
