@testable import Terminology
import TextAnalysis

/// Term recognition as it is defined: each term is held against each place of a text, and of those
/// that stand somewhere the longest counts first, then the leftmost.
struct SlowRecogniser {
  /// One term, and the units that a text must have.
  private struct Term {
    var reference: TermReference
    var isChinese: Bool
    var units: [String]
    var isBound: Bool
    var countsInEnglish: Bool
  }

  private struct Place: Hashable {
    var start: Int
    var end: Int
  }

  struct Occurrence: Hashable {
    var scalars: Range<Int>
    var references: [TermReference]
  }

  private var terms: [Term] = []

  init(_ concepts: [(Int, ConceptEntry)]) {
    for (row, entry) in concepts where entry.process == .approved {
      for (place, term) in entry.terms.enumerated() where term.recognise == .text {
        var read = TextUnits()
        read.read(term.text)
        guard let pattern = TermPattern(term, read) else { continue }
        let units = Self.spellings(read, term.text, cased: pattern.isBound)
        terms.append(
          Term(
            reference: TermReference(concept: row, term: place),
            isChinese: term.language.isChinese, units: Array(units[pattern.units]),
            isBound: pattern.isBound,
            countsInEnglish: pattern.hasHan || !term.language.isChinese))
      }
    }
  }

  /// The units of a text, each as a text that tells it from all others.
  private static func spellings(
    _ read: borrowing TextUnits, _ text: String, cased: Bool
  ) -> [String] {
    var text = text
    var spellings: [String] = []
    for unit in read.units {
      guard unit.kind == .word else {
        spellings.append("\(unit.code)")
        continue
      }
      let bytes =
        cased
        ? text.withUTF8 { unsafe read.written(unit, in: $0) }
        : unsafe Array(read.key(of: unit))
      spellings.append("w" + String(decoding: bytes, as: UTF8.self))
    }
    return spellings
  }

  func occurrences(in text: String, language: TextLanguage) -> [Occurrence] {
    var read = TextUnits()
    read.read(text)
    let units = read.units
    let free = Self.spellings(read, text, cased: false)
    let cased = Self.spellings(read, text, cased: true)
    var found: [Place: [Term]] = [:]
    for term in terms where language == .chinese || term.countsInEnglish {
      let spellings = term.isBound ? cased : free
      for start in units.indices where start + term.units.count <= units.count {
        let end = start + term.units.count
        guard spellings[start..<end].elementsEqual(term.units),
          !units[(start + 1)..<end].contains(where: { $0.traits.contains(.startsAnew) }),
          !units[start].traits.contains(.isJoinedToPrevious),
          !units[end - 1].traits.contains(.isJoinedToNext),
          term.isBound || end > start + 1 || !units[start].traits.contains(.isFoldedAcronym)
        else { continue }
        found[Place(start: start, end: end), default: []].append(term)
      }
    }
    func range(_ place: Place) -> Range<Int> {
      Int(units[place.start].scalarStart)..<Int(units[place.end - 1].scalarEnd)
    }
    let ordered = found.keys.sorted {
      (-range($0).count, $0.start) < (-range($1).count, $1.start)
    }
    var taken: [Place] = []
    for place in ordered
    where !taken.contains(where: { $0.start < place.end && place.start < $0.end }) {
      taken.append(place)
    }
    return taken.sorted { $0.start < $1.start }.map { place in
      let terms = found[place] ?? []
      let own = terms.filter { $0.isChinese == (language == .chinese) }
      let references = Set((own.isEmpty ? terms : own).map(\.reference))
      return Occurrence(
        scalars: range(place),
        references: references.sorted { ($0.concept, $0.term) < ($1.concept, $1.term) })
    }
  }
}

extension TermRecogniser {
  /// The answer in the form of the slow twin's.
  func slowForm(_ text: String, _ language: TextLanguage) -> [SlowRecogniser.Occurrence] {
    occurrences(in: text, language: language).map {
      SlowRecogniser.Occurrence(scalars: $0.scalars, references: references(of: $0))
    }
  }
}
