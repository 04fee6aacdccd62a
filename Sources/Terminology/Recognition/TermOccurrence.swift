package import TextAnalysis

/// A place in a text where a term stands.
///
/// Which terms these are, ``TermRecogniser/references(of:)`` tells: several concepts may have the
/// same name, and one concept may have it in both languages.
package struct TermOccurrence: Hashable, Sendable {
  /// Where it stands, in Unicode scalars of the text.
  package let scalars: Range<Int>
  /// The language of the text.
  package let language: TextLanguage
  /// The key that was found whatever its case, and the one that was found in its case, each plus 1;
  /// 0 for none.
  let keys: FoundKeys
}

/// The two keys that may end at one place; see ``TermOccurrence``.
struct FoundKeys: Hashable, Sendable {
  /// The number of the key that counts in any case, plus 1; 0 for none.
  var free: UInt32 = 0
  /// The number of the key that counts in one case, plus 1; 0 for none.
  var bound: UInt32 = 0

  var isEmpty: Bool { free | bound == 0 }
}

/// A term of a concept.
package struct TermReference: Hashable, Sendable {
  /// The row of the concept in the store.
  package let concept: Int
  /// The term's place in ``ConceptEntry/terms``.
  package let term: Int

  /// Names a term.
  package init(concept: Int, term: Int) { (self.concept, self.term) = (concept, term) }
}
