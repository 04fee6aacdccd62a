import Terminology
import TextAnalysis

/// A term that a place of a text may be, with its concept.
struct KnownTerm {
  /// Its concept.
  let concept: ConceptEntry
  /// The row of the concept and the place of the term.
  let reading: TermReading
  /// The term.
  let term: TermSection

  /// Looks a reading up; nothing where the glossary does not know it.
  init?(_ reading: TermReading, in termbase: some Termbase) {
    guard let concept = termbase.entry(reading), concept.terms.indices.contains(reading.term)
    else { return nil }
    (self.concept, self.reading) = (concept, reading)
    term = concept.terms[reading.term]
  }

  /// What a finding about it relies on.
  func evidence(segments: [Int] = []) -> Finding.Evidence {
    Finding.Evidence(
      concept: concept.id, source: term.source ?? concept.source, segments: segments)
  }
}

extension CheckContext {
  /// Returns what a place of a text may be.
  func terms(of mention: TermMention) -> [KnownTerm] {
    mention.readings.compactMap { KnownTerm($0, in: termbase) }
  }
}

extension TermSection {
  /// Whether a translation may write it: preferred, admitted, or judged by nobody.
  var isUsable: Bool {
    switch administrativeStatus {
    case .preferred, .admitted, nil: true
    case .deprecated, .superseded: false
    }
  }

  /// Whether a text in a language can have it: in its script, and not in that of another region.
  func isAtHome(in text: LanguageTag) -> Bool {
    guard language.language == text.language, language.script == text.script else { return false }
    guard text.isChinese, let own = language.region, let asked = text.region else { return true }
    return own == asked
  }
}

extension ConceptEntry {
  /// Whether it is what something is called that there is once: a body, a text, a scheme.
  var isName: Bool { kind != .technical }

  /// The terms that a translation into a language may write.
  func usableTerms(in language: LanguageTag) -> [TermSection] {
    terms.filter { $0.isUsable && $0.recognise != .none && $0.isAtHome(in: language) }
  }
}

extension Phrase {
  /// Quotes a text as each language does, cut where it is long.
  init(quoting text: String) {
    let shown = text.unicodeScalars.count > 80 ? String(text.prefix(79)) + "…" : text
    self.init("'\(shown)'", "“\(shown)”")
  }

  /// Joins phrases by commas.
  init(listing phrases: [Phrase]) {
    self.init(
      phrases.map(\.english).joined(separator: ", "),
      phrases.map(\.chinese).joined(separator: "、"))
  }
}
