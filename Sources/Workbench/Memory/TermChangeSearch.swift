import Storage
import Terminology
import TextAnalysis
import TranslationMemory

/// Looks up in the glossaries which of the differing words of a query and a source are terms, and
/// how they are rendered.
struct TermChangeSearch {
  private let from: LanguageTag
  private let to: LanguageTag
  private var known: [String: ConceptEntry?] = [:]
  private var isTerm: [String: Bool] = [:]

  /// Begins for a query in a language and translations into another.
  init(from: LanguageTag, to: LanguageTag) {
    self.from = from
    self.to = to
  }

  /// Returns the terms that differ and whose old rendering stands in a target.
  mutating func changes(
    _ alignment: SegmentAlignment, target: String, _ snapshot: borrowing Snapshot
  ) throws -> [TermChange] {
    var changes: [TermChange] = []
    for candidates in WordDifference.candidates(alignment) {
      for candidate in candidates {
        guard let old = try concept(candidate.old, snapshot),
          let new = try concept(candidate.new, snapshot), old.id != new.id,
          let preferred = usable(new).first
        else { continue }
        let renderings = renderings(old).map { term in
          let same = usable(new).first { $0.termType == term.termType }
          return TermChange.Rendering(old: term.text, new: (same ?? preferred).text)
        }
        let covering = try covering(renderings.map(\.old), in: target, snapshot)
        changes.append(
          TermChange(query: candidate.query, renderings: renderings, covering: covering))
        break
      }
    }
    return changes
  }

  /// The one approved concept that a text names; nothing where there is none, or several.
  private mutating func concept(
    _ text: String, _ snapshot: borrowing Snapshot
  ) throws -> ConceptEntry? {
    if let found = known[text] { return found }
    var concepts: [String: ConceptEntry] = [:]
    for hit in try snapshot.keyHits(equalTo: KeyFolder.squeezed(text)) where hit.kind == .name {
      guard let entry = try snapshot.concept(row: hit.row)?.entry, entry.process == .approved,
        entry.terms.indices.contains(hit.term)
      else { continue }
      let term = entry.terms[hit.term]
      guard term.recognise == .text, term.language.language == from.language,
        !term.isCaseSensitive || term.text == text
      else { continue }
      concepts[entry.id] = entry
    }
    let only = concepts.count == 1 ? concepts.values.first : nil
    known[text] = .some(only)
    return only
  }

  /// The terms of a concept in the language wanted that are recognised in text, the best first.
  private func renderings(_ entry: ConceptEntry) -> [TermSection] {
    entry.terms.enumerated()
      .filter {
        $0.element.recognise == .text && $0.element.language.language == to.language
          && $0.element.language.script == to.script
      }
      .sorted {
        (entry.rank(of: $0.element), $0.offset) < (entry.rank(of: $1.element), $1.offset)
      }
      .map(\.element)
  }

  /// Those that may be put into a text.
  private func usable(_ entry: ConceptEntry) -> [TermSection] {
    renderings(entry).filter {
      $0.administrativeStatus != .deprecated && $0.administrativeStatus != .superseded
    }
  }

  /// The terms in a target that hold one of some renderings and are longer.
  private mutating func covering(
    _ renderings: [String], in target: String, _ snapshot: borrowing Snapshot
  ) throws -> [String] {
    var found: Set<String> = []
    for rendering in renderings where !rendering.isEmpty {
      let own = KeyFolder.squeezed(rendering)
      for wider in TermSurroundings.wider(than: rendering, in: target) {
        let key = KeyFolder.squeezed(wider)
        // *the Ministry* is the Ministry.
        guard key != own else { continue }
        let isKnown: Bool
        if let remembered = isTerm[key] {
          isKnown = remembered
        } else {
          isKnown = try snapshot.keyHits(equalTo: key).contains { $0.kind == .name }
          isTerm[key] = isKnown
        }
        if isKnown { found.insert(wider) }
      }
    }
    return found.sorted()
  }
}
