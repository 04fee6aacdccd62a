package import Terminology
package import TextAnalysis

/// The glossaries that a check knows.
package protocol Termbase: Sendable {
  /// Finds the terms in a text that checks take part in, in order, none inside another; several
  /// threads may ask at once.
  func mentions(in text: String, language: LanguageTag) -> [TermMention]

  /// Returns the concept of a reading.
  func entry(_ reading: TermReading) -> ConceptEntry?

  /// Returns the concepts with one of some identifiers, for the relations of entries.
  func entry(id: String) -> ConceptEntry?
}

/// A place where a text has a term, and what that may be.
package struct TermMention: Hashable, Sendable {
  /// Where it stands, in Unicode scalars of the text.
  package var scalars: Range<Int>
  /// The terms that are written so: one, or several of a homograph.
  package var readings: [TermReading]

  /// Says what a range of a text may be.
  package init(scalars: Range<Int>, readings: [TermReading]) {
    (self.scalars, self.readings) = (scalars, readings)
  }
}

/// A term of a concept.
package struct TermReading: Hashable, Sendable {
  /// The row of the concept in its store.
  package var concept: Int64
  /// The place of the term in ``ConceptEntry/terms``.
  package var term: Int

  /// Names a term of a concept.
  package init(concept: Int64, term: Int) { (self.concept, self.term) = (concept, term) }
}

/// No glossary.
package struct NoTermbase: Termbase {
  /// Makes it.
  package init() {}

  /// Nothing.
  package func mentions(in text: String, language: LanguageTag) -> [TermMention] { [] }

  /// Nothing.
  package func entry(_ reading: TermReading) -> ConceptEntry? { nil }

  /// Nothing.
  package func entry(id: String) -> ConceptEntry? { nil }
}
