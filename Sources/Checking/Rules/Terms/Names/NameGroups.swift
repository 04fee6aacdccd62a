import TextAnalysis

/// The names and titles of a document that have the same words of meaning, or nearly.
struct NameGroups {
  /// One wording of a name, with how often it is there and where first.
  private struct Wording {
    var name: WrittenName
    var place: DocumentPlace
    var isHeadline: Bool
    var count: Int
  }

  private let standing: NameStanding
  private var groups: [[String]: [String: Wording]] = [:]
  /// The keys in the order in which they come first.
  private var keys: [[String]] = []

  /// The most words of a name whose endings are compared with other names.
  private static let longestHeadline = 16
  /// The most names that one word is compared in.
  private static let crowd = 24

  /// Groups names.
  init(_ runs: [NameRun], _ standing: NameStanding) {
    self.standing = standing
    for run in runs where run.name.isNamed && !run.name.isJoined { add(run.name, run.place, run.isHeadline) }
    let whole = groups
    var known: [String: [[String]]] = [:]
    for key in keys {
      if let rarest = key.last { known[rarest, default: []].append(key) }
    }
    for run in runs where run.words.count <= Self.longestHeadline {
      addEnding(of: run, among: whole, known)
    }
  }

  private mutating func add(
    _ name: WrittenName, _ place: DocumentPlace, _ isHeadline: Bool
  ) {
    if groups[name.key] == nil { keys.append(name.key) }
    let new = Wording(name: name, place: place, isHeadline: isHeadline, count: 0)
    groups[name.key, default: [:]][name.surface, default: new].count += 1
  }

  /// Adds the ending of a headline that is another wording of a name: *Railway Radio Management
  /// Measures* in *China Updates Railway Radio Management Measures*.
  private mutating func addEnding(
    of run: NameRun, among whole: [[String]: [String: Wording]], _ known: [String: [[String]]]
  ) {
    guard run.words.count > 3, let start = run.words.first?.lowerBound,
      let end = run.words.last?.upperBound
    else { return }
    // Only the words of the run can be those of another name.
    let words = Set(run.name.key)
    guard
      run.name.key.contains(where: { word in
        known[word, default: []].prefix(Self.crowd).contains {
          words.count > $0.count && words.isSuperset(of: $0)
        }
      })
    else { return }
    let scalars = Array(run.name.text.unicodeScalars)
    for word in run.words[1...(run.words.count - 3)]
    where !scalars[word.lowerBound - start].properties.isLowercase {
      let range = word.lowerBound..<end
      let text = String(String.UnicodeScalarView(scalars[(word.lowerBound - start)...]))
      let name = WrittenName(text, yearsAfter: run.name.years)
      guard name.isNamed, !name.isJoined, !startsGeneric(name), name.key != run.name.key,
        let group = whole[name.key] else { continue }
      if group[name.surface] == nil {
        add(name, DocumentPlace(segment: run.place.segment, range: range), true)
      }
      return
    }
  }

  private func startsGeneric(_ name: WrittenName) -> Bool {
    name.surface.split(separator: " ").first.map { NameWords.generic.contains(String($0)) } ?? true
  }

  /// Whether two names of a body have all words in common: *CPC Central Committee*, *Central
  /// Committee of the CPC*.
  private func isReordered(_ one: WrittenName, _ two: WrittenName) -> Bool {
    one.wordCount == two.wordCount && !one.key.contains { $0.hasPrefix(".") }
      && Set(one.surface.split(separator: " ").filter { !NameWords.small.contains(String($0)) })
        == Set(two.surface.split(separator: " ").filter { !NameWords.small.contains(String($0)) })
  }

  /// Returns the places of names that are worded otherwise elsewhere.
  ///
  /// - Complexity: O(names · words of a name), for no word is compared in more than a few names.
  func variants() -> [NameVariant] {
    var found: [NameVariant] = []
    for key in keys {
      guard let group = groups[key], group.count > 1 else { continue }
      let ranked = ranked(group)
      for other in ranked.dropFirst() where !other.name.isOfAnotherYear(than: ranked[0].name) {
        let isReordered = isReordered(other.name, ranked[0].name)
        found.append(variant(other, of: ranked[0], isReordered ? .hint : .warning))
      }
    }
    return found + nearTitles()
  }

  private func ranked(_ group: [String: Wording]) -> [Wording] {
    group.values.map { (standing.rank(of: $0.place, isHeadline: $0.isHeadline), $0) }.sorted {
      ($0.0, $1.1.count, $0.1.place.segment, $0.1.place.range.lowerBound)
        < ($1.0, $0.1.count, $1.1.place.segment, $1.1.place.range.lowerBound)
    }.map(\.1)
  }

  private func variant(_ other: Wording, of main: Wording, _ severity: Severity) -> NameVariant {
    let (one, two) = (Phrase(quoting: other.name.text), Phrase(quoting: main.name.text))
    return NameVariant(
      place: other.place, other: main.place, severity: severity, suggestion: main.name.text,
      message: Phrase(
        "\(one.english) (\(other.count)× in the document) looks like another wording of "
          + "\(two.english) (\(main.count)×).",
        "\(one.chinese)（全文 \(other.count) 处）似为\(two.chinese)（\(main.count) 处）的另一种说法。"))
  }

  /// Titles of one kind of which one has all words of the other and a few more.
  private func nearTitles() -> [NameVariant] {
    let titles = keys.filter { key in key.contains { $0.hasPrefix(".") } && key.count >= 4 }
    var byWord: [String: [Int]] = [:]
    for (number, key) in titles.enumerated() {
      for word in key where !word.hasPrefix(".") { byWord[word, default: []].append(number) }
    }
    var found: [NameVariant] = []
    for (number, key) in titles.enumerated() {
      var near: Set<Int> = []
      for word in key {
        guard let others = byWord[word], others.count <= Self.crowd else { continue }
        near.formUnion(others.filter { $0 > number })
      }
      for other in near.sorted() where isNear(key, titles[other]) {
        guard let one = groups[key].flatMap({ ranked($0).first }),
          let two = groups[titles[other]].flatMap({ ranked($0).first }),
          !one.name.isOfAnotherYear(than: two.name)
        else { continue }
        let isFirstMain = (two.count, one.place.segment) <= (one.count, two.place.segment)
        found.append(variant(isFirstMain ? two : one, of: isFirstMain ? one : two, .hint))
      }
    }
    return found
  }

  private func isNear(_ one: [String], _ two: [String]) -> Bool {
    let (first, second) = (Set(one), Set(two))
    let shared = first.intersection(second)
    let genres = { (words: Set<String>) in words.filter { $0.hasPrefix(".") } }
    guard genres(first) == genres(second), shared.count >= 4,
      shared.count == min(first.count, second.count)
    else { return false }
    return shared.count * 3 >= max(first.count, second.count) * 2
  }
}
