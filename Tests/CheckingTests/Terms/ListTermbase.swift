import Checking
import Terminology
import TextAnalysis

/// A few concepts, whose terms are held against each place of a text, the longest first.
struct ListTermbase: Termbase {
  private var concepts: [ConceptEntry]

  init(_ concepts: [ConceptEntry]) { self.concepts = concepts }

  private struct Place: Hashable {
    var start: Int
    var end: Int
  }

  func mentions(in text: String, language: LanguageTag) -> [TermMention] {
    var places: [Place: [TermReading]] = [:]
    for (row, concept) in concepts.enumerated() where concept.process == .approved {
      for (place, term) in concept.terms.enumerated()
      where term.recognise == .text && term.language.language == language.language {
        for range in Self.places(of: term, in: text) {
          places[range, default: []].append(TermReading(concept: Int64(row), term: place))
        }
      }
    }
    var taken: [TermMention] = []
    let sorted = places.sorted {
      ($1.key.end - $1.key.start, $0.key.start) < ($0.key.end - $0.key.start, $1.key.start)
    }
    for (place, readings) in sorted {
      let range = place.start..<place.end
      if taken.contains(where: { $0.scalars.overlaps(range) }) { continue }
      taken.append(TermMention(scalars: range, readings: readings))
    }
    return taken.sorted { $0.scalars.lowerBound < $1.scalars.lowerBound }
  }

  func entry(_ reading: TermReading) -> ConceptEntry? {
    concepts.indices.contains(Int(reading.concept)) ? concepts[Int(reading.concept)] : nil
  }

  func entry(id: String) -> ConceptEntry? { concepts.first { $0.id == id } }

  /// Where a term stands: in Chinese anywhere, in either script; in English at whole words, in any
  /// case and in the plural, unless it is an acronym.
  private static func places(of term: TermSection, in text: String) -> [Place] {
    let isBound = term.isCaseSensitive || term.text.allSatisfy { $0.isUppercase }
    func folded(_ text: String) -> [Unicode.Scalar] {
      let scalars = text.unicodeScalars.map(ScriptVariants.simplified)
      return isBound ? scalars : scalars.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
    }
    let (whole, part) = (folded(text), folded(term.text))
    guard !part.isEmpty, part.count <= whole.count else { return [] }
    var places: [Place] = []
    for start in 0...(whole.count - part.count) where whole[start...].starts(with: part) {
      var end = start + part.count
      if !term.language.isChinese {
        if start > 0, isWord(whole[start - 1]) { continue }
        if !isBound, end < whole.count, whole[end] == "s" { end += 1 }
        if end < whole.count, isWord(whole[end]) { continue }
      }
      places.append(Place(start: start, end: end))
    }
    return places
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
