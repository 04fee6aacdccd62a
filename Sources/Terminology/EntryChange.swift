public import TextAnalysis

/// One thing in which two versions of a concept differ.
public enum EntryChange: Hashable, Sendable {
  /// A category of the concept, by its name in the native CSV.
  case field(String)
  /// A term that is new.
  case termAdded(LanguageTag, String)
  /// A term that is gone.
  case termRemoved(LanguageTag, String)
  /// A term of which these categories differ.
  case termChanged(LanguageTag, String, fields: [String])
  /// The same terms in another order.
  case termOrder
}

extension EntryChange: Worded {
  /// The difference in a few words: `definition`, `+ en SAMR`, `zh-Hans 工信部: status, note`.
  public func message(in language: MessageLanguage) -> String {
    switch self {
    case .field(let name): name
    case .termAdded(let language, let text): "+ \(language) \(text)"
    case .termRemoved(let language, let text): "- \(language) \(text)"
    case .termChanged(let language, let text, let fields):
      "\(language) \(text): \(fields.joined(separator: ", "))"
    case .termOrder: Phrase("order of terms", "术语的顺序")(in: language)
    }
  }
}

extension ConceptEntry {
  /// In what a later version differs from this one; nothing where they are the same.
  ///
  /// - Parameter later: The other version.
  /// - Returns: Categories of the concept first, then terms: removed, changed, added, in their
  ///   orders.
  public func changes(to later: ConceptEntry) -> [EntryChange] {
    var changes: [EntryChange] = EntryField.ofConcepts
      .filter { !$0.areEqual(self, later) }.map { .field($0.name) }
    let partners = TermPairing(later.terms, with: terms).partners
    let kept = Set(partners.compactMap(\.self))
    for (place, term) in terms.enumerated() where !kept.contains(place) {
      changes.append(.termRemoved(term.language, term.text))
    }
    for (term, partner) in zip(later.terms, partners) {
      guard let partner else { continue }
      let fields = EntryField.ofTerms.filter { !$0.areEqual(terms[partner], term) }
      if !fields.isEmpty {
        changes.append(.termChanged(term.language, term.text, fields: fields.map(\.name)))
      }
    }
    for (term, partner) in zip(later.terms, partners) where partner == nil {
      changes.append(.termAdded(term.language, term.text))
    }
    let order = partners.compactMap(\.self)
    if order != order.sorted() { changes.append(.termOrder) }
    return changes
  }
}
