import Terminology
import TextAnalysis

/// What the glossary says of the names of a document, for which of two is to be written.
struct NameStanding {
  let document: [AnalysedSegment]
  let context: CheckContext

  /// Where a name ranks, the best first: where the glossary has it, where nobody knows it, where it
  /// is the words of a headline, where the glossary says not to use it.
  func rank(of place: DocumentPlace, isHeadline: Bool = false) -> Int {
    let mention = document[place.segment].target.terms.first { mention in
      let shared = mention.scalars.clamped(to: place.range)
      return shared.count * 3 >= place.range.count * 2
    }
    let terms = mention.map(context.terms) ?? []
    if terms.isEmpty { return isHeadline ? 2 : 1 }
    return terms.contains { $0.term.isUsable } ? 0 : 3
  }
}
