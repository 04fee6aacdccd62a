import TextAnalysis

/// Why what a file says of a concept was not applied.
public enum ConflictReason: Hashable, Sendable {
  /// The record was exported from a revision that the store has left behind.
  case olderRevision(file: Int, store: Int)
  /// The record was exported from a revision that the store has not reached.
  case newerRevision(file: Int, store: Int)
  /// These values were edited in the store since the file was last taken in.
  case editedSince([String])
  /// These values differ, and the concept was never taken from a file.
  case madeByHand([String])
  /// The concept belongs to another glossary than the one imported into.
  case otherGlossary(String)
  /// The concept is retired or rejected.
  case outOfUse(ProcessStatus)
  /// The names of one language are the concept's, those of the other are not.
  case otherName
}

/// What becomes of a stored concept when a file speaks of it.
package enum MergeOutcome: Hashable, Sendable {
  /// The file says nothing that the store does not have.
  case unchanged
  /// The entry is to be written.
  case changed(ConceptEntry)
  /// Somebody decided that the store's side stays.
  case kept
  /// Nothing is written; `entry` is the file's side laid over the store's.
  case conflict(ConflictReason, entry: ConceptEntry)
}

/// How what a file says of a concept goes together with what the store has, so that an import
/// never takes back somebody's work.
///
/// - A record with the store's `rev` speaks for all that its file can express: an empty cell
///   clears, a missing term is removed. With another `rev` it must say the same, or conflicts.
/// - A record without `rev` is compared, value by value, with the *base*: what the file said when
///   it was last taken in. What the file has not changed is left as the store has it; what it has
///   changed is applied where the store still has the base's value, and conflicts elsewhere.
package struct ConceptMerge {
  /// What an empty cell or a missing term means in a record without `rev`.
  package enum Absence: Sendable {
    /// Nothing: the file may just not know.
    case saysNothing
    /// It was emptied or removed, if the base had it: the file is where the concept is from.
    case counts
  }

  private let incoming: IncomingConcept
  private let absence: Absence

  /// Prepares a merge.
  ///
  /// - Parameters:
  ///   - incoming: What the file says.
  ///   - absence: What an empty cell means where there is no `rev`.
  package init(_ incoming: IncomingConcept, absence: Absence) {
    self.incoming = incoming
    self.absence = absence
  }

  /// Decides what becomes of the stored concept.
  ///
  /// - Parameters:
  ///   - stored: The concept as the store has it.
  ///   - base: What the file, or else the last file, said of it; nothing where none ever did.
  ///   - glossary: The glossary that must be the concept's; nothing takes it where it is.
  /// - Returns: What is to be done.
  package func outcome(
    for stored: StoredConcept, base: ConceptEntry?, glossary: String?
  ) -> MergeOutcome {
    let result: ConceptEntry
    if let rev = incoming.rev {
      result = laidWhole(over: stored.entry)
      if result == stored.entry { return .unchanged }
      if incoming.decision == .store { return .kept }
      if rev < stored.rev {
        return .conflict(.olderRevision(file: rev, store: stored.rev), entry: result)
      }
      if rev > stored.rev {
        return .conflict(.newerRevision(file: rev, store: stored.rev), entry: result)
      }
    } else {
      let combined = combined(with: stored.entry, base: base, isUntouched: stored.rev == 1)
      if incoming.decision == .store, !combined.disputes.isEmpty { return .kept }
      if incoming.decision != .file, !combined.disputes.isEmpty {
        return .conflict(
          base == nil ? .madeByHand(combined.disputes) : .editedSince(combined.disputes),
          entry: combined.forced)
      }
      result = incoming.decision == .file ? combined.forced : combined.agreed
      if result == stored.entry { return .unchanged }
      if incoming.decision == .store { return .kept }
    }
    if let glossary, stored.glossary != glossary {
      return .conflict(.otherGlossary(stored.glossary), entry: result)
    }
    let saysProcess = incoming.rev != nil && incoming.carries.contains(.process)
    if stored.entry.process.isOutOfUse, result.process == stored.entry.process, !saysProcess {
      return .conflict(.outOfUse(stored.entry.process), entry: result)
    }
    return .changed(result)
  }

  /// What the file has said of a concept so far, after this record.
  ///
  /// - Parameters:
  ///   - base: What it had said before, or nothing.
  ///   - stored: The concept as the store has it, for what the file cannot say.
  /// - Returns: The next import's base.
  package func nextBase(after base: ConceptEntry?, stored: ConceptEntry) -> ConceptEntry {
    let base = base ?? ConceptEntry(id: stored.id, kind: stored.kind)
    return combined(with: base, base: base, isUntouched: true).agreed
  }
}

extension ProcessStatus {
  /// Whether an entry is found by its identifier only.
  package var isOutOfUse: Bool { self == .retired || self == .rejected }
}

extension ConceptMerge {
  /// The stored entry with everything that the record's file can express replaced.
  private func laidWhole(over stored: ConceptEntry) -> ConceptEntry {
    var result = stored
    for field in EntryField.ofConcepts where incoming.carries.contains(field.category) {
      field.copy(incoming.entry, &result)
    }
    let partners = TermPairing(
      incoming.entry.terms, with: stored.terms,
      languages: incoming.listsAllTerms ? .same : .withinRegions
    ).partners
    var slots = TermSlots(stored.terms)
    var listed: [TermSection] = []
    for (term, partner) in zip(incoming.entry.terms, partners) {
      guard let partner else {
        slots.insert(term)
        listed.append(term)
        continue
      }
      var merged = stored.terms[partner]
      for field in EntryField.ofTerms where incoming.carries.contains(field.category) {
        field.copy(term, &merged)
      }
      slots.replace(partner, by: merged)
      listed.append(merged)
    }
    if incoming.listsAllTerms {
      let isKept = Set(partners.compactMap(\.self))
      for (origin, term) in stored.terms.enumerated()
      where !isKept.contains(origin) && canHold(term.language) {
        slots.remove(origin)
      }
    }
    // A file that groups terms by language cannot say how the languages stood among each other.
    let keepsOrder = incoming.languages != nil || keepsOrderWithinLanguages(partners)
    result.terms = incoming.listsAllTerms && !keepsOrder ? listed : slots.terms
    return result
  }

  /// Whether the file has a place for terms of a language.
  private func canHold(_ language: LanguageTag) -> Bool {
    incoming.languages?.contains(language) ?? true
  }

  /// Whether the terms of each language stand in the file in the order of their partners in the
  /// store, new ones behind.
  private func keepsOrderWithinLanguages(_ partners: [Int?]) -> Bool {
    var last: [LanguageTag: Int] = [:]
    for (term, partner) in zip(incoming.entry.terms, partners) {
      let place = partner ?? Int.max
      if let before = last[term.language], before > place { return false }
      last[term.language] = place
    }
    return true
  }

  /// What comes of comparing three sides value by value.
  private struct Combination {
    /// The stored entry with all that is undisputed.
    var agreed: ConceptEntry
    /// The same with the file's side of what is disputed.
    var forced: ConceptEntry
    /// What is disputed, in words.
    var disputes: [String]
  }

  /// What to do with one value.
  private enum Verdict {
    case leave, take, dispute
  }

  /// Compares one value of three sides; there is no base where no file ever spoke of the concept.
  private func verdict<Root>(
    _ field: EntryField<Root>, file: Root, stored: Root, base: Root?, isUntouched: Bool
  ) -> Verdict {
    guard incoming.carries.contains(field.category), !field.areEqual(file, stored) else {
      return .leave
    }
    guard let base else {
      if field.isEmpty(file) { return .leave }
      return isUntouched && field.isEmpty(stored) ? .take : .dispute
    }
    if field.areEqual(file, base) { return .leave }
    if field.isEmpty(file), absence == .saysNothing { return .leave }
    return field.areEqual(stored, base) ? .take : .dispute
  }

  private func combined(
    with stored: ConceptEntry, base: ConceptEntry?, isUntouched: Bool
  ) -> Combination {
    var result = Combination(agreed: stored, forced: stored, disputes: [])
    for field in EntryField.ofConcepts {
      let verdict = verdict(
        field, file: incoming.entry, stored: stored, base: base, isUntouched: isUntouched)
      if verdict != .leave { field.copy(incoming.entry, &result.forced) }
      if verdict == .take { field.copy(incoming.entry, &result.agreed) }
      if verdict == .dispute { result.disputes.append(field.name) }
    }
    combineTerms(of: stored, base: base, isUntouched: isUntouched, into: &result)
    return result
  }

  private func combineTerms(
    of stored: ConceptEntry, base: ConceptEntry?, isUntouched: Bool, into result: inout Combination
  ) {
    let terms = incoming.entry.terms
    let partners = TermPairing(terms, with: stored.terms, languages: .withinRegions).partners
    let basePartners = TermPairing(terms, with: base?.terms ?? [], languages: .withinRegions)
      .partners
    var (agreed, forced) = (TermSlots(stored.terms), TermSlots(stored.terms))
    for (place, term) in terms.enumerated() {
      let baseTerm = basePartners[place].flatMap { base?.terms[$0] }
      guard let partner = partners[place] else {
        // The store has no such term: it is new, or somebody removed it.
        if let baseTerm {
          guard !saysTheSame(term, baseTerm) else { continue }
        } else if base != nil || isUntouched {
          agreed.insert(term)
          forced.insert(term)
          continue
        }
        result.disputes.append("term '\(term.text)'")
        forced.insert(term)
        continue
      }
      let storedTerm = stored.terms[partner]
      let absentTerm = TermSection(language: term.language, text: term.text)
      var (quiet, loud) = (storedTerm, storedTerm)
      for field in EntryField.ofTerms {
        let verdict = verdict(
          field, file: term, stored: storedTerm,
          base: base == nil ? nil : baseTerm ?? absentTerm, isUntouched: isUntouched)
        if verdict != .leave { field.copy(term, &loud) }
        if verdict == .take { field.copy(term, &quiet) }
        if verdict == .dispute { result.disputes.append("\(field.name) of '\(term.text)'") }
      }
      agreed.replace(partner, by: quiet)
      forced.replace(partner, by: loud)
    }
    if absence == .counts, incoming.listsAllTerms, let base {
      let gone = base.terms.indices.filter { !basePartners.contains($0) }.map { base.terms[$0] }
        .filter { canHold($0.language) }
      let taken = Set(partners.compactMap(\.self))
      for (term, partner) in zip(gone, TermPairing(gone, with: stored.terms).partners) {
        guard let partner, !taken.contains(partner) else { continue }
        forced.remove(partner)
        if saysTheSame(stored.terms[partner], term) {
          agreed.remove(partner)
        } else {
          result.disputes.append("term '\(term.text)'")
        }
      }
      if stored.terms.map(\.text) == base.terms.map(\.text) {
        agreed.order(by: partners)
        forced.order(by: partners)
      }
    }
    result.agreed.terms = agreed.terms
    result.forced.terms = forced.terms
  }

  /// Whether two terms agree in all that the file can say.
  private func saysTheSame(_ term: TermSection, _ other: TermSection) -> Bool {
    EntryField.ofTerms.allSatisfy {
      !incoming.carries.contains($0.category) || $0.areEqual(term, other)
    }
  }
}

/// A list of terms in which single ones are replaced, removed, or put in after their neighbours.
private struct TermSlots {
  private struct Slot {
    var origin: Int?
    var term: TermSection
  }

  private var slots: [Slot]
  private var cursor: Int

  init(_ terms: [TermSection]) {
    slots = terms.enumerated().map { Slot(origin: $0, term: $1) }
    cursor = terms.count
  }

  var terms: [TermSection] { slots.map(\.term) }

  mutating func replace(_ origin: Int, by term: TermSection) {
    guard let place = slots.firstIndex(where: { $0.origin == origin }) else { return }
    slots[place].term = term
    cursor = place + 1
  }

  mutating func insert(_ term: TermSection) {
    slots.insert(Slot(origin: nil, term: term), at: cursor)
    cursor += 1
  }

  mutating func remove(_ origin: Int) { slots.removeAll { $0.origin == origin } }

  /// Puts the terms of the file in the file's order, the others after them.
  mutating func order(by partners: [Int?]) {
    var new = slots.filter { $0.origin == nil }.makeIterator()
    var byOrigin: [Int: Slot] = [:]
    for slot in slots { if let origin = slot.origin { byOrigin[origin] = slot } }
    var ordered: [Slot] = []
    for partner in partners {
      if let partner {
        if let slot = byOrigin.removeValue(forKey: partner) { ordered.append(slot) }
      } else if let slot = new.next() {
        ordered.append(slot)
      }
    }
    while let slot = new.next() { ordered.append(slot) }
    ordered += slots.filter { $0.origin.map { byOrigin[$0] != nil } ?? false }
    slots = ordered
  }
}
