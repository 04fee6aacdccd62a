public import TextAnalysis

/// What a concept entry breaks of the rules that a well-kept glossary obeys.
public enum GlossaryFault: Hashable, Sendable {
  /// The identifier is not lower-case ASCII with the prefix of its kind.
  case identifier(String, ConceptKind)
  /// Two preferred terms of one language hold on the same day.
  case twoPreferred(LanguageTag, String, String)
  /// The same term stands twice with the same dates.
  case repeatedTerm(LanguageTag, String)
  /// The entry has no term.
  case noTerm
  /// A relation or an issuer points to nothing.
  case unresolved(String)
  /// The other side does not say the same of the relation.
  case unmirrored(Relation.Kind, String)
  /// A relation points to the entry itself.
  case selfRelation(Relation.Kind)
  /// The first date must not be after the second.
  case datesReversed(String, PartialDate, String, PartialDate)
  /// A Latin punctuation mark stands in Chinese.
  case latinPunctuation(Character, String)
  /// A Chinese title stands in its outer 《》.
  case outerTitleMarks(String)
  /// Space stands at an end of the term.
  case spaceAtEnd(String)
  /// An authority is claimed without a source.
  case authorityWithoutSource(String)
  /// A wrong form is preferred as well.
  case preferredAndWrong(LanguageTag, String)
}

/// The rules that a well-kept glossary obeys.
public enum GlossaryRules {
  /// Returns what an entry breaks of the rules.
  ///
  /// - Parameters:
  ///   - entry: The entry to judge.
  ///   - concept: Finds another entry by identifier.
  /// - Returns: The faults, in the order of the entry's fields and terms.
  /// - Throws: What `concept` throws.
  public static func faults<Failure: Error>(
    of entry: ConceptEntry, concept: (String) throws(Failure) -> ConceptEntry?
  ) throws(Failure) -> [GlossaryFault] {
    var faults: [GlossaryFault] = []
    if !isWellFormed(entry.id, entry.kind) { faults.append(.identifier(entry.id, entry.kind)) }
    if entry.terms.isEmpty { faults.append(.noTerm) }
    for issuer in entry.issuers where try concept(issuer) == nil {
      faults.append(.unresolved(issuer))
    }
    for relation in entry.relations {
      if relation.target == entry.id {
        faults.append(.selfRelation(relation.kind))
      } else if let target = try concept(relation.target) {
        if !mirrors(target, relation, of: entry.id) {
          faults.append(.unmirrored(relation.kind, relation.target))
        }
      } else {
        faults.append(.unresolved(relation.target))
      }
      faults += reversed("since", relation.since, "until", relation.until)
    }
    faults += reversed("issued", entry.issued, "effective", entry.effective)
    faults += reversed("effective", entry.effective, "repealed", entry.repealed)
    for term in entry.terms { faults += self.faults(of: term) }
    faults += clashes(in: entry)
    return faults
  }

  private static func isWellFormed(_ id: String, _ kind: ConceptKind) -> Bool {
    guard id.hasPrefix(kind.identifierPrefix), id.utf8.count > kind.identifierPrefix.utf8.count
    else { return false }
    return id.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || [45, 46, 95].contains(byte)
    }
  }

  private static func mirrors(
    _ target: ConceptEntry, _ relation: Relation, of id: String
  ) -> Bool {
    guard let mirror = relation.kind.mirror else { return true }
    return target.relations.contains {
      $0.kind == mirror && $0.target == id && $0.since == relation.since
        && $0.until == relation.until && $0.scope == relation.scope
    }
  }

  private static func reversed(
    _ first: String, _ firstDate: PartialDate?, _ second: String, _ secondDate: PartialDate?
  ) -> [GlossaryFault] {
    guard let firstDate, let secondDate, firstDate.firstDay > secondDate.lastDay else { return [] }
    return [.datesReversed(first, firstDate, second, secondDate)]
  }

  private static func faults(of term: TermSection) -> [GlossaryFault] {
    var faults = reversed("since", term.since, "until", term.until)
    if term.text.first?.isWhitespace == true || term.text.last?.isWhitespace == true {
      faults.append(.spaceAtEnd(term.text))
    }
    if term.authority != nil, term.authority != .house, term.source == nil {
      faults.append(.authorityWithoutSource(term.text))
    }
    guard term.language.isChinese else { return faults }
    if let mark = latinPunctuation(in: term.text) {
      faults.append(.latinPunctuation(mark, term.text))
    }
    if hasOuterTitleMarks(term.text) { faults.append(.outerTitleMarks(term.text)) }
    return faults
  }

  /// Returns a Latin comma, colon, semicolon, bracket or mark that has a Han character right beside
  /// it; half-width hyphens in spans of years stay, as the originals print them.
  private static func latinPunctuation(in text: String) -> Character? {
    let characters = Array(text)
    for (place, mark) in characters.enumerated() where ",;:?!()\"".contains(mark) {
      let neighbours = [place - 1, place + 1].filter(characters.indices.contains)
      if neighbours.contains(where: { isHan(characters[$0]) }) { return mark }
    }
    return nil
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.isIdeographic == true
  }

  private static func hasOuterTitleMarks(_ text: String) -> Bool {
    guard text.first == "《", text.last == "》" else { return false }
    return !text.dropFirst().dropLast().contains { $0 == "《" || $0 == "》" }
  }

  private static func clashes(in entry: ConceptEntry) -> [GlossaryFault] {
    var faults: [GlossaryFault] = []
    for (place, term) in entry.terms.enumerated() {
      for other in entry.terms[(place + 1)...]
      where other.language == term.language && overlap(term, other)
        && term.geographicalUsage == other.geographicalUsage
      {
        let statuses = [term.administrativeStatus, other.administrativeStatus]
        if term.text == other.text {
          faults.append(
            statuses.contains(.preferred) && statuses.contains(.deprecated)
              ? .preferredAndWrong(term.language, term.text)
              : .repeatedTerm(term.language, term.text))
        } else if statuses == [.preferred, .preferred] {
          faults.append(.twoPreferred(term.language, term.text, other.text))
        }
      }
    }
    return faults
  }

  /// Whether two terms surely hold on one day: within the month or year in which one name gave way
  /// to the other, that is not sure.
  private static func overlap(_ term: TermSection, _ other: TermSection) -> Bool {
    max(term.since?.lastDay ?? 0, other.since?.lastDay ?? 0)
      <= min(term.until?.firstDay ?? Int.max, other.until?.firstDay ?? Int.max)
  }
}
