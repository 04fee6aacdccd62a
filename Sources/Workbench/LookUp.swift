import Foundation
import Storage
import Terminology
import TextAnalysis

extension Workbench {
  /// Finds the concepts that a query names, best first; the same query on the same store always
  /// gives the same list.
  ///
  /// - Parameter request: The query and what restricts it.
  /// - Returns: The answer, empty where nothing was found.
  /// - Throws: ``WorkbenchError`` where the store cannot be read.
  /// - Complexity: O(log *n*) for exact, folded, shortened and qualified names among *n* keys;
  ///   otherwise the derived search file is opened, and made if it is missing or stale.
  public func lookUp(_ request: LookUpRequest) throws(WorkbenchError) -> LookUpAnswer {
    try read { snapshot in
      try self.checkGlossaries(Set(request.glossaries), in: snapshot)
      let hunt = TermHunt(request, index: self.termSearch)
      let finds = try hunt.run(in: snapshot)
      let reporter = ConceptReporter(asOf: request.asOf)
      var results: [LookUpAnswer.Result] = []
      for find in finds.prefix(request.limit) {
        results.append(try reporter.result(find, in: snapshot))
      }
      return LookUpAnswer(
        query: request.query, store: self.storeName, asOf: request.asOf,
        bearers: finds.count { $0.by.score >= MatchKind.shortForm.score && $0.by != .id },
        results: results, nearest: results.isEmpty ? try hunt.nearest(in: snapshot) : [])
    }
  }
}

/// One concept that a query found, with the term that it was found by.
struct Find {
  var by: MatchKind
  var score: Int
  var concept: StoredConcept
  var term: TermSection
  var closeness: Int
  var title: ComposedTitle?

  init(_ by: MatchKind, _ concept: StoredConcept, _ term: TermSection, closeness: Int) {
    (self.by, self.concept, self.term, self.closeness) = (by, concept, term, closeness)
    score = by.score
  }
}

/// A look-up under way: the kinds of likeness, tried from the strongest to the weakest.
struct TermHunt {
  private let request: LookUpRequest
  private let index: (borrowing Snapshot) throws -> TermSearchFile
  private let spaced: String
  private let squeezed: String

  init(
    _ request: LookUpRequest, index: @escaping (borrowing Snapshot) throws -> TermSearchFile
  ) {
    (self.request, self.index) = (request, index)
    (spaced, squeezed) = KeyFolder.folded(request.query)
  }

  /// Returns what the query found, best first, each concept once.
  func run(in snapshot: borrowing Snapshot) throws -> [Find] {
    var finds = try named(request.query, squeezed, in: snapshot)
    if finds.isEmpty { finds = try explained(in: snapshot) }
    if let find = try identified(in: snapshot) { finds.append(find) }
    if finds.isEmpty || request.breadth == .all {
      for weaker in [holding, beginning, sounding] where !isEnough(finds) {
        finds += try weaker(snapshot)
      }
    } else if isPhrase {
      finds += try holding(snapshot)
    }
    if finds.allSatisfy({ $0.by.score <= MatchKind.words.score }) {
      finds += try composed(in: snapshot)
    }
    if finds.isEmpty { finds = try misspelled(in: snapshot) }
    return ordered(finds)
  }

  /// Whether the query is of several words, or four Han characters, so that terms in which it
  /// stands are worth naming behind the term that it is.
  private var isPhrase: Bool {
    spaced.contains(" ") || TextScript(of: spaced) == .han && spaced.unicodeScalars.count >= 4
  }

  /// Whether there are as many concepts as are wanted, so that weaker kinds of likeness, which
  /// stand behind, need not be tried.
  private func isEnough(_ finds: [Find]) -> Bool {
    Set(finds.map(\.concept.entry.id)).count >= request.limit
  }

  /// The concept whose identifier the query is.
  private func identified(in snapshot: borrowing Snapshot) throws -> Find? {
    guard let concept = try snapshot.concept(id: request.query), request.admits(concept),
      let term = concept.entry.terms.first
    else { return nil }
    return Find(.id, concept, term, closeness: 0)
  }

  /// Terms that are the query, as written, folded or qualified.
  private func named(
    _ query: String, _ key: String, in snapshot: borrowing Snapshot
  ) throws -> [Find] {
    guard !key.isEmpty else { return [] }
    var finds = try bearing(key, in: snapshot)
    for form in Qualifier.forms(of: query).map(KeyFolder.squeezed) {
      for var find in try bearing(form, in: snapshot) {
        (find.by, find.score) = (.qualified, MatchKind.qualified.score)
        finds.append(find)
      }
    }
    return finds
  }

  /// The concept that the query gives two names of, the second in brackets behind the first:
  /// *State Administration for Market Regulation (SAMR)*.
  private func explained(in snapshot: borrowing Snapshot) throws -> [Find] {
    let text = request.query.trimmingCharacters(in: .whitespaces)
    guard let last = text.last, ")）".contains(last),
      let bracket = text.lastIndex(where: { "(（".contains($0) })
    else { return [] }
    let name = String(text[..<bracket])
    let other = KeyFolder.squeezed(String(text[text.index(after: bracket)...].dropLast()))
    return try named(name, KeyFolder.squeezed(name), in: snapshot).filter { find in
      find.concept.entry.foundTerms.contains { KeyFolder.squeezed($0.term.text) == other }
    }
  }

  /// Terms whose key, or whose key without its qualifier, is this one.
  private func bearing(_ key: String, in snapshot: borrowing Snapshot) throws -> [Find] {
    var finds: [Find] = []
    for hit in try snapshot.keyHits(equalTo: key) {
      switch hit.kind {
      case .name:
        finds += try found(hit.row, .folded, in: snapshot) { KeyFolder.squeezed($0.text) == key }
      case .qualified:
        finds += try found(hit.row, .qualified, in: snapshot) { term in
          Qualifier.forms(of: term.text).contains { KeyFolder.squeezed($0) == key }
        }
      case .pinyin, .initials: continue
      }
    }
    return finds
  }

  /// Terms in which the query's words stand.
  private func holding(_ snapshot: borrowing Snapshot) throws -> [Find] {
    var finds: [Find] = []
    for hit in try index(snapshot).termsHolding(spaced, limit: breadth) {
      let closeness = hit.isPhrase ? 0 : 1000
      finds += try found(hit.row, hit.term, .words, closeness: closeness, in: snapshot)
    }
    return finds
  }

  /// Terms that begin with the query.
  private func beginning(_ snapshot: borrowing Snapshot) throws -> [Find] {
    var finds: [Find] = []
    for hit in try snapshot.keyHits(withPrefix: squeezed, limit: breadth) {
      finds += try found(hit.row, hit.term, .prefix, in: snapshot)
    }
    return finds
  }

  /// Chinese terms that sound like the query, or whose initials it gives.
  private func sounding(_ snapshot: borrowing Snapshot) throws -> [Find] {
    guard request.from != .en else { return [] }
    var finds: [Find] = []
    for key in Pinyin.queryKeys(request.query) {
      for hit in try snapshot.keyHits(equalTo: key)
      where hit.kind == .pinyin || hit.kind == .initials {
        finds += try found(hit.row, hit.term, .pinyin, in: snapshot)
      }
    }
    return finds
  }

  /// A known title inside known markers.
  private func composed(in snapshot: borrowing Snapshot) throws -> [Find] {
    guard let title = ComposedTitle(request.query) else { return [] }
    var finds = try named(title.core, KeyFolder.squeezed(title.core), in: snapshot)
    for place in finds.indices {
      finds[place].by = .composed
      finds[place].score = MatchKind.composed.score
      finds[place].title = title
    }
    return finds
  }

  /// Terms that the query may be a misspelling of.
  private func misspelled(in snapshot: borrowing Snapshot) throws -> [Find] {
    var finds: [Find] = []
    for hit in try index(snapshot).termsNear((spaced, squeezed), limit: breadth) {
      for var find in try found(hit.row, hit.term, .misspelled, in: snapshot) {
        find.score = max(1, MatchKind.misspelled.score - 8 * (hit.distance - 1))
        finds.append(find)
      }
    }
    return finds
  }

  /// Names that begin as the query does, or else sound so, then names that begin so as far as any
  /// does: in two characters at least, in Latin script in three.
  func nearest(in snapshot: borrowing Snapshot) throws -> [String] {
    var key = Substring(squeezed.prefix(40))
    let least = TextScript(of: squeezed) == .latin ? 3 : 2
    while key.unicodeScalars.count >= least {
      for kind in key == squeezed ? [TermKeyKind.name, .pinyin] : [.name] {
        var names: [String] = []
        for hit in try snapshot.keyHits(withPrefix: String(key), kind: kind, limit: 12) {
          for find in try found(hit.row, hit.term, .prefix, in: snapshot)
          where !names.contains(find.term.text) {
            names.append(find.term.text)
          }
        }
        if !names.isEmpty { return Array(names.prefix(3)) }
      }
      key = key.dropLast()
    }
    return []
  }

  /// How many terms each kind of likeness may contribute before concepts are read: some of them are
  /// terms of one concept, and where the request restricts, most may be left out.
  private var breadth: Int {
    let isRestricted =
      request.from != nil || request.kind != nil || request.subject != nil
      || !request.glossaries.isEmpty
    return isRestricted ? max(1_000, request.limit * 20) : max(24, request.limit * 2)
  }

  /// Reads the concept of a hit and takes the term that was found.
  private func found(
    _ row: Int, _ place: Int, _ kind: MatchKind, closeness: Int = 0,
    in snapshot: borrowing Snapshot
  ) throws -> [Find] {
    guard let concept = try snapshot.concept(row: row), request.admits(concept),
      concept.entry.terms.indices.contains(place)
    else { return [] }
    return finds(kind, concept, [concept.entry.terms[place]], closeness)
  }

  /// Reads the concept of a hit and takes the terms that have what was found.
  private func found(
    _ row: Int, _ kind: MatchKind, in snapshot: borrowing Snapshot,
    where isFound: (TermSection) -> Bool
  ) throws -> [Find] {
    guard let concept = try snapshot.concept(row: row), request.admits(concept) else { return [] }
    return finds(kind, concept, concept.entry.foundTerms.map(\.term).filter(isFound), 0)
  }

  private func finds(
    _ kind: MatchKind, _ concept: StoredConcept, _ terms: [TermSection], _ closeness: Int
  ) -> [Find] {
    terms.filter(request.admits).map { term in
      let difference = abs(term.text.unicodeScalars.count - request.query.unicodeScalars.count)
      return Find(likeness(kind, term), concept, term, closeness: closeness + difference)
    }
  }

  /// Sharpens *folded* into what it is: as written, or by a shortened term.
  private func likeness(_ kind: MatchKind, _ term: TermSection) -> MatchKind {
    guard kind == .folded else { return kind }
    switch term.termType {
    case .acronym, .abbreviation: return .abbreviation
    case .shortForm: return .shortForm
    default: return term.text == request.query ? .exact : .folded
    }
  }

  /// Orders finds and keeps the best of each concept.
  private func ordered(_ finds: [Find]) -> [Find] {
    var seen: Set<String> = []
    return finds.map { (find: $0, order: order(of: $0)) }
      .sorted { $0.order < $1.order }
      .map(\.find)
      .filter { seen.insert($0.concept.entry.id).inserted }
  }

  private func order(of find: Find) -> Order {
    let validity = request.asOf.map {
      Validity(since: find.term.since, until: find.term.until, on: $0)
    }
    let holds =
      switch validity {
      case .valid: 0
      case .sinceUnknown: 1
      case .notYet, .over: 2
      case nil: find.term.until == nil ? 0 : 1
      }
    return Order(
      numbers: [
        -find.score, holds, find.term.text == request.query ? 0 : 1,
        find.concept.entry.rank(of: find.term), find.closeness,
      ],
      name: find.term.text, id: find.concept.entry.id)
  }

  private struct Order: Comparable {
    var numbers: [Int]
    var name: String
    var id: String

    static func < (left: Order, right: Order) -> Bool {
      if left.numbers != right.numbers {
        return left.numbers.lexicographicallyPrecedes(right.numbers)
      }
      return (left.name, left.id) < (right.name, right.id)
    }
  }
}
