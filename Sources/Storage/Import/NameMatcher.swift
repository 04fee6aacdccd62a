import Terminology
import TextAnalysis

/// Finds the concept of a record that has no identifier, by its names in both languages, or makes
/// an identifier for a new one.
struct NameMatcher {
  /// What was found.
  enum Match {
    /// The names of both languages are this concept's, or of the only one that the record has.
    case concept(Int)
    /// The names of one language are this concept's, those of the other are nobody's.
    case oneSide(Int)
    /// The names belong to these concepts.
    case several([Int])
    /// An earlier record of the file has the same names.
    case repeated(String, isSame: Bool)
    /// The names are nobody's; the identifier is free.
    case new(String)
  }

  private let connection: Connection
  private var nextNumbers: [String: Int] = [:]
  private var givenIDs: Set<String> = []
  private var givenNames: [[String]: (id: String, bytes: [UInt8])] = [:]

  init(_ connection: Connection) { self.connection = connection }

  /// Finds the concept of a record.
  ///
  /// - Parameters:
  ///   - entry: What the record says.
  ///   - bytes: The same, encoded.
  /// - Returns: What was found.
  /// - Throws: ``StoreError``.
  mutating func match(_ entry: ConceptEntry, bytes: [UInt8]) throws(StoreError) -> Match {
    let names = Names(of: entry)
    let english = try concepts(named: names.english)
    let chinese = try concepts(named: names.chinese)
    let all = english.union(chinese)
    if !all.isEmpty {
      guard !names.english.isEmpty, !names.chinese.isEmpty else { return decided(all) }
      let both = english.intersection(chinese)
      if !both.isEmpty { return decided(both) }
      if all.count == 1, let one = all.first { return .oneSide(one) }
      return .several(all.sorted())
    }
    if let earlier = givenNames[names.key] {
      return .repeated(earlier.id, isSame: earlier.bytes == bytes)
    }
    return try new(entry, names: names, bytes: bytes)
  }

  private func decided(_ rows: Set<Int>) -> Match {
    if rows.count == 1, let row = rows.first { return .concept(row) }
    return .several(rows.sorted())
  }

  private func concepts(named names: Set<String>) throws(StoreError) -> Set<Int> {
    var found: Set<Int> = []
    let rows = try connection.statement("SELECT concept FROM term_key WHERE key=? AND kind=?")
    for name in names {
      defer { rows.reset() }
      rows.bind(name, at: 1)
      rows.bind(TermKeyKind.name.rawValue, at: 2)
      while try rows.step() { found.insert(rows.integer(0)) }
    }
    return found
  }

  /// Makes an identifier, unless it turns out to be that of the same concept out of use.
  private mutating func new(
    _ entry: ConceptEntry, names: Names, bytes: [UInt8]
  ) throws(StoreError) -> Match {
    let stem = entry.kind.identifierPrefix + entry.identifierStem
    for number in (nextNumbers[stem] ?? 1)... {
      let id = number == 1 ? stem : "\(stem)-\(number)"
      if givenIDs.contains(id) { continue }
      if let row = try connection.integer("SELECT row FROM concept WHERE id=?", .text(id)) {
        if try isOutOfUse(row, id: id, with: names) { return .concept(row) }
        continue
      }
      nextNumbers[stem] = number + 1
      givenIDs.insert(id)
      givenNames[names.key] = (id, bytes)
      return .new(id)
    }
    return .several([])
  }

  /// Whether a concept is retired or rejected and has these names.
  private func isOutOfUse(
    _ row: Int, id: String, with names: Names
  ) throws(StoreError) -> Bool {
    let statement = try connection.statement("SELECT entry FROM concept WHERE row=?")
    defer { statement.reset() }
    statement.bind(row, at: 1)
    guard try statement.step() else { return false }
    let entry = try connection.entry(of: statement.bytes(0), id: id)
    guard entry.process.isOutOfUse else { return false }
    let own = Names(of: entry)
    return names.english.isSubset(of: own.english) && names.chinese.isSubset(of: own.chinese)
  }
}

extension ConceptEntry {
  /// The entry with each term written as another entry writes it, where the two differ only in
  /// what folding takes away: a sheet's *Digital Twin* is the store's *digital twin*.
  func spelled(as other: ConceptEntry) -> ConceptEntry {
    let (names, otherNames) = (foldedNames, other.foldedNames)
    var entry = self
    for (place, term) in terms.enumerated() {
      guard let name = names[place],
        !other.terms.contains(where: { $0.text == term.text && $0.language == term.language }),
        let partner = other.terms.indices.first(where: {
          otherNames[$0] == name && other.terms[$0].language.language == term.language.language
        })
      else { continue }
      entry.terms[place].text = other.terms[partner].text
      entry.terms[place].language = other.terms[partner].language
    }
    return entry
  }

  /// The folded name of each term by its place, whether or not anybody is to find it.
  fileprivate var foldedNames: [Int: String] {
    var entry = self
    entry.process = .approved
    for place in entry.terms.indices where entry.terms[place].recognise == .none {
      entry.terms[place].recognise = .lookup
    }
    let keys = entry.termKeys.filter { $0.kind == .name }
    return Dictionary(keys.map { ($0.term, $0.text) }) { first, _ in first }
  }
}

/// The folded names of an entry by language: full ones, else whatever there is.
private struct Names {
  var english: Set<String> = []
  var chinese: Set<String> = []

  /// Both, in a stable order.
  var key: [String] { english.sorted() + [""] + chinese.sorted() }

  init(of entry: ConceptEntry) {
    let folded = entry.foldedNames
    for isEnglish in [true, false] {
      let places = entry.terms.indices.filter {
        isEnglish ? entry.terms[$0].language.isEnglish : entry.terms[$0].language.isChinese
      }
      let main = places.filter {
        entry.terms[$0].termType?.isShortened != true
          && entry.terms[$0].administrativeStatus != .deprecated
      }
      let used = Set(main.isEmpty ? places : main)
      let names = Set(used.compactMap { folded[$0] })
      if isEnglish { english = names } else { chinese = names }
    }
  }
}
