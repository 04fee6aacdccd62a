import Foundation
import Storage
import Terminology
import TextAnalysis

extension Workbench {
  /// Writes in one change and reports it.
  func write(
    by who: String, verb: String, summary: String,
    _ body: (borrowing Transaction) throws -> (ids: [String], warnings: [EntryWarning])
  ) throws(WorkbenchError) -> ChangeAnswer {
    do {
      return try store.write(by: who, verb: verb, summary: summary) { transaction in
        let (ids, warnings) = try body(transaction)
        return ChangeAnswer(
          store: self.storeName, change: transaction.changeNumber, ids: ids, units: [],
          warnings: warnings.map { Phrase($0) })
      }
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Holds an entry to the rules of a well-kept glossary: what it breaks anew is refused, except
  /// ties that the other side does not say yet, which are warned of.
  func checked(
    _ entry: ConceptEntry, before: ConceptEntry? = nil, in snapshot: borrowing Snapshot
  ) throws -> [EntryWarning] {
    let faults = try faults(of: entry, in: snapshot)
    let old = try before.map { try self.faults(of: $0, in: snapshot) } ?? []
    let new = faults.filter { !old.contains($0) }
    let ties = new.filter(\.isTie)
    if let worst = new.first(where: { !$0.isTie }) {
      throw WorkbenchError.request(.breaksRule(id: entry.id, worst))
    }
    return ties.map { .breaksRule(id: entry.id, $0) }
  }

  private func faults(
    of entry: ConceptEntry, in snapshot: borrowing Snapshot
  ) throws -> [GlossaryFault] {
    try GlossaryRules.faults(of: entry) { try snapshot.concept(id: $0)?.entry }
  }

  /// Refuses an entry whose terms all stand, in both languages, in another one, and warns of names
  /// that it shares with others.
  func checkTwins(
    of entry: ConceptEntry, in snapshot: borrowing Snapshot
  ) throws -> [EntryWarning] {
    var shared: [String: [TermSection]] = [:]
    for term in Set(entry.terms) {
      let key = KeyFolder.squeezed(term.text)
      for hit in try snapshot.keyHits(equalTo: key) where hit.kind == .name {
        guard let other = try snapshot.concept(row: hit.row)?.entry else { continue }
        let bears = other.terms.contains {
          $0.language == term.language && KeyFolder.squeezed($0.text) == key
        }
        if bears { shared[other.id, default: []].append(term) }
      }
    }
    let twins = shared.sorted { $0.key < $1.key }.map { id, terms in
      (id: id, terms: terms, names: terms.map(\.text).sorted())
    }
    if Set(entry.terms.map(\.language)).count > 1,
      let twin = twins.first(where: { $0.terms.count == Set(entry.terms).count })
    {
      throw WorkbenchError.request(.sameNames(id: twin.id, names: twin.names))
    }
    return twins.map { .sharesNames(id: $0.id, names: $0.names) }
  }

  /// Says that an entry does not exist, and which one might be meant.
  func noEntry(_ id: String, in snapshot: borrowing Snapshot) throws -> RequestFault {
    .noEntry(id: id, store: storeName, nearest: try nearestIdentifier(to: id, in: snapshot))
  }

  /// The identifier that a mistyped one was probably meant to be: the one that the fewest edits
  /// make of it, at most a third of its letters after the kind, and of several the one that most
  /// entries are tied to; else that of the concept with such a name.
  private func nearestIdentifier(
    to id: String, in snapshot: borrowing Snapshot
  ) throws -> String? {
    let end = id.split(separator: ".").last.map(String.init) ?? id
    let pattern = AlignmentPattern(id.lowercased().unicodeScalars.prefix(100).map(\.value))
    var limit = min(6, max(1, end.count / 3))
    var nearest: [String] = []
    try snapshot.forEachIdentifier { candidate in
      let letters = candidate.unicodeScalars.map(\.value)
      guard let distance = pattern.distance(to: letters.span, limit: limit) else { return }
      if distance < limit { nearest = [] }
      nearest.append(candidate)
      limit = distance
    }
    var best: (id: String, ties: Int)?
    for candidate in nearest {
      let ties = try snapshot.tieCount(to: candidate)
      if ties > best?.ties ?? -1 { best = (candidate, ties) }
    }
    if let best { return best.id }
    let hit = try snapshot.keyHits(equalTo: KeyFolder.squeezed(end)).first
    return try hit.flatMap { try snapshot.concept(row: $0.row)?.entry.id }
  }

  /// Makes an identifier of an entry's first English, else Chinese term that no entry has yet.
  func freeIdentifier(
    for entry: ConceptEntry, in snapshot: borrowing Snapshot
  ) throws -> String {
    let stem = entry.kind.identifierPrefix + entry.identifierStem
    var id = stem
    var number = 2
    while try snapshot.concept(id: id) != nil {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }
}

extension GlossaryFault {
  /// Whether it is about another entry, which may come later.
  fileprivate var isTie: Bool {
    switch self {
    case .unresolved, .unmirrored: true
    default: false
    }
  }
}
