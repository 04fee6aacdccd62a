import Terminology
import TextAnalysis

extension NameReader {
  /// Abbreviations that stand for two names.
  func twoNames(_ standing: NameStanding) -> [NameVariant] {
    var found: [NameVariant] = []
    for (_, group) in Dictionary(grouping: definitions, by: { Self.key($0.abbreviation) }) {
      let names = Dictionary(grouping: group) { $0.name.surface }
      guard names.count > 1, let (main, others) = Self.ranked(names, { standing.rank(of: $0.namePlace) }) else { continue }
      for other in others {
        let isPart =
          " \(main.name.surface) ".contains(" \(other.name.surface) ")
          || " \(other.name.surface) ".contains(" \(main.name.surface) ")
        let (short, name) = (other.abbreviation, Phrase(quoting: other.name.text))
        let usual = Phrase(quoting: main.name.text)
        found.append(
          NameVariant(
            place: other.namePlace, other: main.namePlace,
            severity: isPart ? .hint : .warning, suggestion: main.name.text,
            message: Phrase(
              "\(short) stands for \(name.english) here and for \(usual.english) elsewhere.",
              "\(short) 此处指\(name.chinese)，别处指\(usual.chinese)。")))
      }
    }
    return found
  }

  /// Names with two abbreviations that differ in more than case.
  func twoAbbreviations(_ standing: NameStanding) -> [NameVariant] {
    var found: [NameVariant] = []
    for (_, group) in Dictionary(grouping: definitions, by: { $0.name.surface }) {
      let shorts = Dictionary(grouping: group) { Self.key($0.abbreviation) }
      guard shorts.count > 1, let (main, others) = Self.ranked(
          shorts, { standing.rank(of: $0.abbreviationPlace) }) else { continue }
      for other in others {
        let (one, two) = (other.abbreviation, main.abbreviation)
        let name = Phrase(quoting: other.name.text)
        found.append(
          NameVariant(
            place: other.abbreviationPlace, other: main.abbreviationPlace, suggestion: two,
            message: Phrase(
              "\(name.english) is abbreviated to \(one) here and to \(two) elsewhere.",
              "\(name.chinese)此处缩写为 \(one)，别处缩写为 \(two)。")))
      }
    }
    return found
  }

  /// Abbreviations that are written in two ways: MoT and MOT.
  func twoSpellings(in document: [AnalysedSegment]) -> [NameVariant] {
    var found: [NameVariant] = []
    for forms in abbreviations.values where forms.count > 1 {
      let ranked = forms.values.sorted {
        ($1.count, $0.place.segment, $0.place.range.lowerBound)
          < ($0.count, $1.place.segment, $1.place.range.lowerBound)
      }
      guard let main = ranked.first else { continue }
      func text(_ place: DocumentPlace) -> String {
        document[place.segment].target.text(place.range)
      }
      let usual = text(main.place)
      for other in ranked.dropFirst() {
        let rare = text(other.place)
        found.append(
          NameVariant(
            place: other.place, other: main.place, suggestion: usual,
            message: Phrase(
              "\(rare) (\(other.count)× in the document) is \(usual) elsewhere (\(main.count)×).",
              "\(rare)（全文 \(other.count) 处）别处写作 \(usual)（\(main.count) 处）。")))
      }
    }
    return found
  }

  /// Markers after titles that one Chinese marker is rendered by: *(Draft for Comments)* and
  /// *(Draft to Solicit Comments)*.
  func twoMarkers() -> [NameVariant] {
    var groups: [String: [String: [(text: String, place: DocumentPlace)]]] = [:]
    for marker in markers {
      guard let title = ComposedTitle("X (\(marker.text))"), title.core == "X" else { continue }
      groups[title.rendered("", .chinese), default: [:]][
        marker.text.lowercased(), default: []
      ].append(marker)
    }
    var found: [NameVariant] = []
    for (chinese, forms) in groups where forms.count > 1 {
      let ranked = forms.values.sorted {
        ($1.count, $0[0].place.segment) < ($0.count, $1[0].place.segment)
      }
      for other in ranked.dropFirst() {
        let (one, two) = (Phrase(quoting: other[0].text), Phrase(quoting: ranked[0][0].text))
        found.append(
          NameVariant(
            place: other[0].place, other: ranked[0][0].place, severity: .hint,
            suggestion: ranked[0][0].text,
            message: Phrase(
              "\(one.english) (\(other.count)×) and \(two.english) (\(ranked[0].count)×) both mean "
                + "\(chinese).",
              "\(one.chinese)（\(other.count) 处）与\(two.chinese)（\(ranked[0].count) 处）都指\(chinese)。")))
      }
    }
    return found
  }

  /// An abbreviation without case and the *s* of a plural.
  private static func key(_ abbreviation: String) -> String {
    let isPlural =
      abbreviation.hasSuffix("s") && abbreviation.dropLast().last?.isUppercase == true
    return (isPlural ? String(abbreviation.dropLast()) : abbreviation).lowercased()
  }

  /// The first of the form that the glossary has or that is most often given, and the first of each
  /// other, in order.
  private static func ranked(
    _ groups: [String: [AbbreviationDefinition]], _ rank: (AbbreviationDefinition) -> Int
  ) -> (AbbreviationDefinition, [AbbreviationDefinition])? {
    let ranked = groups.values.sorted {
      (rank($0[0]), $1.count, $0[0].namePlace.segment, $0[0].namePlace.range.lowerBound)
        < (rank($1[0]), $0.count, $1[0].namePlace.segment, $1[0].namePlace.range.lowerBound)
    }
    guard let main = ranked.first?.first else { return nil }
    return (main, ranked.dropFirst().compactMap(\.first))
  }
}
