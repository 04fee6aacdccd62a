import Terminology
import TextAnalysis

/// The names of a document in one language that the glossary knows as one thing.
struct GlossaryNames {
  let context: CheckContext

  /// How a name is made, for only like is compared with like: a full name and its abbreviation go
  /// together.
  private enum Form: Hashable {
    case full, short, initials
  }

  private struct Kind: Hashable {
    var form: Form
    var language: String
  }

  private struct Use {
    var known: KnownTerm
    var place: DocumentPlace
    var text: String
    var count: Int
  }

  /// Returns the places of names that have another name of the same kind elsewhere.
  func variants(in document: [AnalysedSegment]) -> [NameVariant] {
    var uses: [Int64: [TermReading: Use]] = [:]
    for segment in document where segment.source == nil {
      for mention in segment.target.terms where mention.readings.count == 1 {
        let reading = mention.readings[0]
        if uses[reading.concept]?[reading] != nil {
          uses[reading.concept]?[reading]?.count += 1
        } else if let known = KnownTerm(reading, in: context.termbase), known.concept.isName,
          known.term.isUsable, known.term.isAtHome(in: segment.target.language),
          known.term.text.first?.isLowercase == false
        {
          let place = DocumentPlace(segment: segment.number, range: mention.scalars)
          uses[reading.concept, default: [:]][reading] = Use(
            known: known, place: place, text: segment.target.text(mention.scalars), count: 1)
        }
      }
    }
    return uses.values.filter { $0.count > 1 }.flatMap {
      variants($0.values.sorted { $0.place < $1.place })
    }
  }

  private func variants(_ uses: [Use]) -> [NameVariant] {
    var found: [NameVariant] = []
    let kinds = Dictionary(grouping: uses) {
      Kind(form: form($0.known.term), language: $0.known.term.language.language)
    }
    for (_, group) in kinds {
      let wordings = Dictionary(grouping: group) { key($0.known.term) }
      guard wordings.count > 1 else { continue }
      let ranked = wordings.values.compactMap(\.first).sorted {
        ($1.count, $0.place.segment, $0.place.range.lowerBound)
          < ($0.count, $1.place.segment, $1.place.range.lowerBound)
      }
      for other in ranked.dropFirst() where !isShorter(other, ranked[0]) {
        let (one, two) = (Phrase(quoting: other.text), Phrase(quoting: ranked[0].text))
        let id = other.known.concept.id
        found.append(
          NameVariant(
            place: other.place, other: ranked[0].place, suggestion: ranked[0].text,
            concept: other.known,
            message: Phrase(
              "\(one.english) (\(other.count)×) and \(two.english) (\(ranked[0].count)×) are both "
                + "\(id).",
              "\(one.chinese)（\(other.count) 处）与\(two.chinese)（\(ranked[0].count) 处）同指 \(id)。")))
      }
    }
    return found
  }

  private func form(_ term: TermSection) -> Form {
    switch term.termType {
    case .acronym: .initials
    case .abbreviation, .shortForm: .short
    default:
      term.text.split(separator: " ").allSatisfy { word in
        word.allSatisfy { $0.isASCII && !$0.isLowercase }
      } ? .initials : .full
    }
  }

  /// Whether one of two names is the other without some words, or is given beside it.
  private func isShorter(_ one: Use, _ two: Use) -> Bool {
    if one.place.segment == two.place.segment,
      abs(one.place.range.lowerBound - two.place.range.upperBound) <= 3
        || abs(two.place.range.lowerBound - one.place.range.upperBound) <= 3
    {
      return true
    }
    guard one.known.term.language.isEnglish else {
      return form(one.known.term) == .short
        && (Self.isPart(one.text, of: two.text) || Self.isPart(two.text, of: one.text))
    }
    let (first, second) = (WrittenName(one.text).key, WrittenName(two.text).key)
    let shared = Set(first).intersection(second).count
    return shared == min(first.count, second.count) && first.count != second.count
  }

  /// Whether the characters of a name stand in another in their order: 发改委 in 国家发展改革委.
  private static func isPart(_ short: String, of long: String) -> Bool {
    var rest = long.unicodeScalars[...]
    return short.unicodeScalars.allSatisfy { scalar in
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
      return true
    }
  }

  private func key(_ term: TermSection) -> String {
    let text = KeyFolder.squeezed(Qualifier.stripped(term.text) ?? term.text)
    return "\(term.language.script ?? "")\(text)"
  }
}
