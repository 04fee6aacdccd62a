public import Interchange
import Storage
import Terminology
public import TextAnalysis

/// What is to be changed of an entry.
public enum ConceptEdit: Sendable, Hashable {
  /// Cells of the concept itself.
  case concept([CellEdit])
  /// Cells of one of its terms.
  case term(String, language: LanguageTag?, [CellEdit])
  /// A term that is added, with cells of it; without a language, its script tells.
  case addTerm(String, language: LanguageTag?, [CellEdit])
  /// A term that is removed.
  case removeTerm(String, language: LanguageTag?)

  /// Returns an entry with the edit applied.
  func applied(to entry: ConceptEntry) throws -> ConceptEntry {
    do {
      return try changed(entry)
    } catch InterchangeError.table(let place, let problem) {
      // Nobody has seen the cells that the entry was written into.
      throw InterchangeError.table(SourceLocation(file: place.file), problem)
    }
  }

  private func changed(_ entry: ConceptEntry) throws -> ConceptEntry {
    var entry = entry
    switch self {
    case .concept(let edits):
      return try ConceptCells.edited(entry, edits)
    case .term(let text, let language, let edits):
      return try ConceptCells.edited(entry, term: try place(of: text, language, in: entry), edits)
    case .addTerm(let text, let language, let edits):
      let guessed = TextScript(of: text) == .latin ? LanguageTag.english : .simplifiedChinese
      entry.terms.append(TermSection(language: language ?? guessed, text: text))
      return try ConceptCells.edited(entry, term: entry.terms.count - 1, edits)
    case .removeTerm(let text, let language):
      entry.terms.remove(at: try place(of: text, language, in: entry))
      return entry
    }
  }

  private func place(
    of text: String, _ language: LanguageTag?, in entry: ConceptEntry
  ) throws -> Int {
    let found = entry.terms.indices.filter { place in
      entry.terms[place].text == text
        && (language?.matches(entry.terms[place].language) ?? true)
    }
    guard let place = found.first else {
      let known = entry.terms.map(\.text)
      throw WorkbenchError.request(.noTerm(id: entry.id, text: text, known: known))
    }
    guard found.count == 1 else {
      throw WorkbenchError.request(
        .severalTerms(id: entry.id, text: text, places: found.map { entry.terms[$0].place }))
    }
    return place
  }
}

extension TermSection {
  /// What tells the term from others of the same text.
  fileprivate var place: RequestFault.TermPlace {
    RequestFault.TermPlace(language: language, since: since, until: until)
  }
}
