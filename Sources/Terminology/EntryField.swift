import TextAnalysis

/// A data category as something that can be compared and copied, of a concept or of a term.
struct EntryField<Root: Sendable>: Sendable {
  /// The category; exactly one.
  let category: DataCategories
  /// Whether the value is what an empty cell means.
  let isEmpty: @Sendable (Root) -> Bool
  /// Whether two values are the same.
  let areEqual: @Sendable (Root, Root) -> Bool
  /// Gives the second the first one's value.
  let copy: @Sendable (Root, inout Root) -> Void

  private init<Value: Hashable & Sendable>(
    _ category: DataCategories, _ path: any WritableKeyPath<Root, Value> & Sendable, empty: Value?
  ) {
    self.category = category
    isEmpty = { $0[keyPath: path] == empty }
    areEqual = { $0[keyPath: path] == $1[keyPath: path] }
    copy = { $1[keyPath: path] = $0[keyPath: path] }
  }

  /// The category's name in the native CSV.
  var name: String { DataCategories.names[category.rawValue.trailingZeroBitCount] }
}

extension EntryField<ConceptEntry> {
  /// Every category of a concept, in the order of the native CSV.
  static let ofConcepts: [Self] = [
    Self(.kind, \.kind, empty: nil),
    Self(.subject, \.subjectField, empty: .some(nil)),
    Self(.definition, \.definition, empty: .some(nil)),
    Self(.process, \.process, empty: .approved),
    Self(.enforce, \.enforce, empty: false),
    Self(.issuers, \.issuers, empty: []),
    Self(.number, \.number, empty: .some(nil)),
    Self(.issued, \.issued, empty: .some(nil)),
    Self(.effective, \.effective, empty: .some(nil)),
    Self(.repealed, \.repealed, empty: .some(nil)),
    Self(.force, \.force, empty: .some(nil)),
    Self(.relations, \.relations, empty: []),
    Self(.conceptSource, \.source, empty: .some(nil)),
    Self(.conceptNote, \.note, empty: .some(nil)),
  ]
}

extension EntryField<TermSection> {
  /// Every category of a term, in the order of the native CSV.
  static let ofTerms: [Self] = [
    Self(.type, \.termType, empty: .some(nil)),
    Self(.status, \.administrativeStatus, empty: .some(nil)),
    Self(.register, \.register, empty: .neutral),
    Self(.region, \.geographicalUsage, empty: .some(nil)),
    Self(.caseSensitivity, \.isCaseSensitive, empty: false),
    Self(.partOfSpeech, \.partOfSpeech, empty: .some(nil)),
    Self(.recognise, \.recognise, empty: .text),
    Self(.since, \.since, empty: .some(nil)),
    Self(.until, \.until, empty: .some(nil)),
    Self(.authority, \.authority, empty: .some(nil)),
    Self(.source, \.source, empty: .some(nil)),
    Self(.seen, \.seen, empty: .some(nil)),
    Self(.note, \.note, empty: .some(nil)),
  ]
}

/// Which terms of two lists are the same term: of one language and text, and, where a text stands
/// several times, of one beginning.
struct TermPairing {
  /// How freely languages are compared.
  enum Languages {
    /// The same tag.
    case same
    /// One tag may be the other without its region.
    case withinRegions
  }

  /// Of each term of the first list, the place of its partner in the second.
  private(set) var partners: [Int?]

  private struct Name: Hashable {
    var language: LanguageTag
    var text: String
  }

  /// Pairs each term with at most one other.
  init(_ terms: [TermSection], with others: [TermSection], languages: Languages = .same) {
    partners = Array(repeating: nil, count: terms.count)
    var places: [Name: [Int]] = [:]
    for (place, other) in others.enumerated() {
      places[Name(language: other.language, text: other.text), default: []].append(place)
    }
    for wantsSince in [true, false] {
      for (place, term) in terms.enumerated() where partners[place] == nil {
        let name = Name(language: term.language, text: term.text)
        guard
          let found = places[name]?.firstIndex(where: {
            !wantsSince || others[$0].since == term.since
          })
        else { continue }
        partners[place] = places[name]?.remove(at: found)
      }
    }
    guard languages == .withinRegions, partners.contains(nil) else { return }
    var texts: [String: [Int]] = [:]
    let taken = Set(partners.compactMap(\.self))
    for (place, other) in others.enumerated() where !taken.contains(place) {
      texts[other.text, default: []].append(place)
    }
    for (place, term) in terms.enumerated() where partners[place] == nil {
      guard
        let found = texts[term.text]?.firstIndex(where: {
          others[$0].language.matches(term.language) || term.language.matches(others[$0].language)
        })
      else { continue }
      partners[place] = texts[term.text]?.remove(at: found)
    }
  }
}
