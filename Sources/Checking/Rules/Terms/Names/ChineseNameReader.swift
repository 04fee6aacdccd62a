import TextAnalysis

/// Reads titles and abbreviated names out of the Chinese segments of a document.
struct ChineseNameReader {
  /// A title or name and how often it is there.
  private struct Name {
    var scalars: [Unicode.Scalar]
    var place: DocumentPlace
    var count: Int
  }

  private var titles: [String: Name] = [:]
  /// The names that stand before an abbreviation in brackets, as far as they reach.
  private var names: [String: [Name]] = [:]
  private var cell: (text: String, line: Int?)?

  /// The longest name before an abbreviation.
  private static let longestName = 24
  /// Where a name before an abbreviation ends to the left.
  private static let stops = Set("，。、；：！？（）()《》“”\"「」\t 由经和与及在向对据是为的".unicodeScalars)

  /// Reads a segment.
  mutating func read(_ segment: AnalysedSegment) {
    let scalars = segment.target.scalars
    readCell(segment)
    var open: Int?
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "《": open = open ?? place
      case "》":
        if let start = open { addTitle(start + 1..<place, segment) }
        open = nil
      case "（", "(": readBracket(at: place, segment)
      default: break
      }
    }
  }

  private mutating func addTitle(_ range: Range<Int>, _ segment: AnalysedSegment) {
    let text = segment.target.text(range)
    let core = (Qualifier.stripped(text) ?? text).unicodeScalars.filter {
      !$0.properties.isWhitespace && !"“”‘’".unicodeScalars.contains($0)
    }
    guard core.count >= 5 else { return }
    let place = DocumentPlace(segment: segment.number, range: range)
    let new = Name(scalars: core.map(ScriptVariants.simplified), place: place, count: 0)
    titles[String(String.UnicodeScalarView(core)), default: new].count += 1
  }

  private mutating func readBracket(at place: Int, _ segment: AnalysedSegment) {
    let scalars = segment.target.scalars
    guard
      let end = scalars[place...].prefix(14).firstIndex(where: { $0 == "）" || $0 == ")" }),
      NameReader.isAbbreviation(segment.target.text(place + 1..<end))
    else { return }
    var start = place
    while start > 0, place - start < Self.longestName, !Self.stops.contains(scalars[start - 1]),
      ScriptVariants.isHan(scalars[start - 1])
    {
      start -= 1
    }
    addName(segment.target.text(place + 1..<end), start..<place, segment)
  }

  private mutating func readCell(_ segment: AnalysedSegment) {
    let before = cell
    cell = nil
    guard segment.segment.block == .tableCell else { return }
    let line = segment.segment.target.position(of: 0)?.line
    let text = segment.target.text
    if NameReader.isAbbreviation(text) {
      cell = (text, line)
    } else if let before, before.line == line {
      addName(before.text, 0..<segment.target.scalars.count, segment)
    }
  }

  private mutating func addName(
    _ abbreviation: String, _ range: Range<Int>, _ segment: AnalysedSegment
  ) {
    guard range.count >= 4 else { return }
    let scalars = segment.target.scalars[range].map(ScriptVariants.simplified)
    let place = DocumentPlace(segment: segment.number, range: range)
    names[abbreviation, default: []].append(Name(scalars: scalars, place: place, count: 1))
  }
}

extension ChineseNameReader {
  /// Returns the places of titles and names that are worded otherwise elsewhere.
  func variants() -> [NameVariant] { twoTitles() + twoNames() }

  /// Titles that differ in one character, or in the order of their characters.
  private func twoTitles() -> [NameVariant] {
    var byPart: [[Unicode.Scalar]: [Name]] = [:]
    for name in titles.values {
      let half = name.scalars.count / 2
      for part in [
        Array(name.scalars[..<half]) + ["<"], [">"] + Array(name.scalars[half...]),
        name.scalars.sorted { $0.value < $1.value },
      ] { byPart[part, default: []].append(name) }
    }
    var found: [NameVariant] = []
    for group in byPart.values where (2...24).contains(group.count) {
      let ranked = group.sorted {
        ($1.count, $0.place.segment, $0.place.range.lowerBound)
          < ($0.count, $1.place.segment, $1.place.range.lowerBound)
      }
      for (number, other) in ranked.enumerated() {
        if let main = ranked[..<number].first(where: { isOne($0.scalars, other.scalars) }) {
          found.append(variant(other, of: main, nil))
        }
      }
    }
    return found
  }

  /// What tells titles apart although it is one character.
  private static let telling = Set(
    "0123456789０１２３４５６７８９〇零一二三四五六七八九十百甲乙丙丁上中下新旧东西南北省市县".unicodeScalars)

  private func isOne(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Bool {
    guard one.count == two.count, one != two, one.count >= 6 else { return false }
    let differing = zip(one, two).filter { $0.0 != $0.1 }
    if differing.count == 1 {
      return !Self.telling.contains(differing[0].0) && !Self.telling.contains(differing[0].1)
    }
    return differing.count > 2
      && one.sorted { $0.value < $1.value } == two.sorted { $0.value < $1.value }
  }

  /// Names of one abbreviation of which neither ends in the other and that are alike.
  private func twoNames() -> [NameVariant] {
    var found: [NameVariant] = []
    for (abbreviation, group) in names {
      guard let first = group.first else { continue }
      for other in group.dropFirst().prefix(200) where areAlike(first.scalars, other.scalars) {
        found.append(variant(other, of: first, abbreviation))
        break
      }
    }
    return found
  }

  /// Whether two stretches end in names that differ in a few characters between the same others.
  private func areAlike(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Bool {
    let (first, second) = (Array(one.reversed()), Array(two.reversed()))
    let shared = zip(first, second).prefix { $0.0 == $0.1 }.count
    let (rest, other) = (first.dropFirst(shared), second.dropFirst(shared))
    guard shared > 0, !rest.isEmpty, !other.isEmpty else { return false }
    for (skip, also) in [(1, 1), (0, 2), (2, 0), (0, 1), (1, 0), (2, 2), (1, 2), (2, 1)] {
      let (left, right) = (rest.dropFirst(skip), other.dropFirst(also))
      let again = zip(left, right).prefix { $0.0 == $0.1 }.count
      if again >= 2, again + shared >= 4 { return true }
    }
    return false
  }

  private func variant(_ other: Name, of main: Name, _ abbreviation: String?) -> NameVariant {
    let (one, two) = (Self.text(other), Self.text(main))
    let lead = abbreviation.map { Phrase("\($0): ", "\($0)：") } ?? Phrase("")
    return NameVariant(
      place: other.place, other: main.place, suggestion: two,
      message: lead
        + Phrase(
          "'\(one)' looks like another wording of '\(two)'.", "“\(one)”似为“\(two)”的另一种写法。"))
  }

  private static func text(_ name: Name) -> String {
    String(String.UnicodeScalarView(name.scalars))
  }
}
