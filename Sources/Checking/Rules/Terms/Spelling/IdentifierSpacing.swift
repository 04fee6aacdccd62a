import TextAnalysis

/// The numbers of standards and committees that a document writes with a space and without:
/// *SAC/TC 114* and *SAC/TC28*.
struct IdentifierSpacing {
  private struct Use {
    var count: Int
    var place: DocumentPlace
    var text: String
  }

  /// The uses by what is before the number: with a space, without.
  private var spaced: [String: Use] = [:]
  private var joined: [String: Use] = [:]

  /// Adds the numbers of a segment.
  mutating func add(_ segment: AnalysedSegment) {
    for figure in segment.target.figures {
      guard case .identifier(let identifier) = figure.value,
        case .standard(let kind) = identifier.kind
      else { continue }
      let scalars = segment.target.scalars[figure.scalars]
      guard let digit = scalars.firstIndex(where: { 0x30...0x39 ~= $0.value }),
        digit > figure.scalars.lowerBound
      else { continue }
      let use = Use(
        count: 0, place: DocumentPlace(segment: segment.number, range: figure.scalars),
        text: segment.target.text(figure.scalars))
      switch segment.target.scalars[digit - 1] {
      case " ", "\u{A0}": spaced[kind, default: use].count += 1
      case let before where before.properties.isAlphabetic: joined[kind, default: use].count += 1
      default: break
      }
    }
  }

  /// The rarer way of each that is written in both.
  var pairs: [SpellingPair] {
    spaced.compactMap { kind, one in
      guard let two = joined[kind] else { return nil }
      let isFirstRarer = (one.count, two.place.segment) <= (two.count, one.place.segment)
      let (rare, usual) = isFirstRarer ? (one, two) : (two, one)
      return SpellingPair(
        place: rare.place, count: rare.count, usual: Self.written(rare.text, like: usual.text),
        usualCount: usual.count, usualSegment: usual.place.segment)
    }
  }

  /// A number with a space or without, as another one has it.
  private static func written(_ text: String, like other: String) -> String {
    guard let digit = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return text }
    let lead = text[..<digit].filter { !$0.isWhitespace }
    let space = other.contains(" ") || other.contains("\u{A0}") ? " " : ""
    return lead + space + text[digit...]
  }
}
