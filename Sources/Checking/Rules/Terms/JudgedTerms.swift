import Terminology
import TextAnalysis

/// Places of a translation, or of a document in one language, that have a term of a certain status.
struct JudgedTerms {
  let segment: AnalysedSegment
  let context: CheckContext

  /// Returns the places whose term can only be one of a status, with that term.
  ///
  /// A homograph counts only where the source has the judged concept and none of the others. An
  /// ordinary word that a glossary judges in the sense of one concept may well be right in
  /// another: in a translation it counts only where the source has that concept.
  func with(_ status: AdministrativeStatus) -> [(mention: TermMention, known: KnownTerm)] {
    segment.target.terms.compactMap { mention in
      let terms = context.terms(of: mention)
      let judged = terms.filter {
        $0.term.administrativeStatus == status && $0.term.isAtHome(in: segment.target.language)
      }
      guard !judged.isEmpty else { return nil }
      let others = terms.filter { $0.term.isUsable }
      if others.isEmpty {
        let known = judged.first {
          $0.concept.isName || $0.concept.enforce || segment.source == nil || isInSource($0)
        }
        return known.map { (mention, $0) }
      }
      guard segment.source != nil, !others.contains(where: isInSource) else { return nil }
      return judged.first(where: isInSource).map { (mention, $0) }
    }
  }

  private func isInSource(_ known: KnownTerm) -> Bool {
    segment.source?.terms.contains { mention in
      mention.readings.contains { $0.concept == known.reading.concept }
    } ?? false
  }

  /// Returns the term to write at a place, as it is written there; nothing where there is none or
  /// the same stands there.
  func replacement(
    for known: KnownTerm, at mention: TermMention
  ) -> (term: TermSection, written: String)? {
    let text = segment.target.text(mention.scalars)
    guard
      let term = TermChoice.term(
        of: known.concept, in: segment.target.language, on: context.asOf, like: known.term)
    else { return nil }
    let written = TermChoice.written(term, inPlaceOf: text, of: known.term)
    return written == text ? nil : (term, written)
  }
}

extension KnownTerm {
  /// *; write 'X'*, or nothing.
  static func advice(_ written: String?) -> Phrase {
    written.map { text in
      let quoted = Phrase(quoting: text)
      return Phrase(" Write \(quoted.english).", "应写\(quoted.chinese)。")
    } ?? Phrase("")
  }
}
