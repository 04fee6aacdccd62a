package import TextAnalysis

/// Finds the terms of a glossary in running text, all in one pass.
///
///     let recogniser = TermRecogniser(concepts: [(1, samr)])
///     recogniser.occurrences(in: "SAMR's rules", language: .english)   // one, scalars 0..<4
///
/// What is found, is found by units (`TextUnits`):
///
/// - A term stands where its units follow one another in the text, with nothing but spaces, hyphens,
///   quotation marks and at most one line break between them. Words are whole words in any case,
///   number and spelling; Han characters are of either script.
/// - An acronym of up to six capitals, and a term that says so, counts in its own case only.
///   A short word all in capitals is not by itself found as the word that it would be without its
///   *S*: *AIDS* is no *aid*.
/// - Parts of web and mail addresses are not terms.
/// - Of all places where a term stands, the **longest** counts first, in scalars; of equally long
///   ones the leftmost; and what overlaps one that counts does not count.
/// - A Chinese term without Han characters is not looked for in English text.
///
/// The buffers are kept from one text to the next: use one recogniser a thread.
package final class TermRecogniser {
  /// Where the terms are.
  package let index: TermIndex
  private var pass: RecognitionPass

  /// Takes an index.
  package init(_ index: TermIndex) {
    self.index = index
    pass = RecognitionPass(index)
  }

  /// Makes an index of entries, each with its row.
  package convenience init(concepts: some Sequence<(Int, ConceptEntry)>) {
    var builder = TermIndexBuilder()
    for (row, entry) in concepts { builder.add(entry, row: row) }
    self.init(builder.index())
  }

  /// Returns the terms that stand in a text, in order, none overlapping another.
  ///
  /// - Parameters:
  ///   - text: A segment, or any text.
  ///   - language: The language that it is in; names of the other one are found too.
  /// - Returns: The occurrences.
  /// - Complexity: O(units · units of the longest term); in ordinary text O(bytes).
  package func occurrences(in text: String, language: TextLanguage) -> [TermOccurrence] {
    pass.run(over: text, language: language)
  }

  /// Tells which terms an occurrence stands for, by row and place: those in the language of the
  /// text, or, where there are none, those in the other.
  package func references(of occurrence: TermOccurrence) -> [TermReference] {
    var found: [TermIndexReference] = []
    for key in [occurrence.keys.free, occurrence.keys.bound] where key > 0 {
      found += index.references(of: key - 1)
    }
    let own = found.filter { $0.isChinese == (occurrence.language == .chinese) }
    let references = Set((own.isEmpty ? found : own).map(\.reference))
    return references.sorted { ($0.concept, $0.term) < ($1.concept, $1.term) }
  }
}
