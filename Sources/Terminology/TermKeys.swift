import TextAnalysis

/// What kind of key a look-up finds a term by.
public enum TermKeyKind: Int, Sendable, CaseIterable {
  /// The term folded.
  case name = 1
  /// The term folded, without *of the People's Republic of China* and its like.
  case qualified = 2
  /// The Chinese term's pinyin without tones and spaces.
  case pinyin = 3
  /// The initials of the Chinese term's pinyin, from three letters.
  case initials = 4
}

/// One way to find a concept: by the best of its terms that have this key.
public struct TermKey: Sendable, Hashable {
  /// What a folded query must equal, or begin.
  public var text: String
  /// What it was made by.
  public var kind: TermKeyKind
  /// The term's place in ``ConceptEntry/terms``.
  public var term: Int
  /// Where a hit stands among hits of the same kind, lower first: status, register, process.
  public var rank: Int

  /// Makes a key.
  public init(text: String, kind: TermKeyKind, term: Int, rank: Int) {
    (self.text, self.kind, self.term, self.rank) = (text, kind, term, rank)
  }
}

extension ConceptEntry {
  /// The keys by which look-ups find the entry, each text and kind once: none for what is rejected
  /// or retired, which is found by id only, nor for terms that nobody is to find.
  ///
  /// - Complexity: O(characters of all terms), but for Chinese characters of several readings,
  ///   whose combinations are limited by `Pinyin`.
  public var termKeys: [TermKey] {
    var keys: [TermKey] = []
    func add(_ text: String, _ kind: TermKeyKind, _ term: Int, _ rank: Int) {
      if let place = keys.firstIndex(where: { $0.kind == kind && $0.text == text }) {
        if rank < keys[place].rank { (keys[place].term, keys[place].rank) = (term, rank) }
      } else {
        keys.append(TermKey(text: text, kind: kind, term: term, rank: rank))
      }
    }
    for (place, term) in foundTerms {
      let rank = rank(of: term)
      add(KeyFolder.squeezed(term.text), .name, place, rank)
      for form in Qualifier.forms(of: term.text) {
        add(KeyFolder.squeezed(form), .qualified, place, rank)
      }
      guard term.language.isChinese else { continue }
      let pinyin = Pinyin.keys(of: term.text)
      for key in pinyin.full { add(key, .pinyin, place, rank) }
      for key in pinyin.initials { add(key, .initials, place, rank) }
    }
    return keys
  }

  /// The terms that a look-up finds, with their places.
  package var foundTerms: [(place: Int, term: TermSection)] {
    guard process == .approved || process == .proposed else { return [] }
    return terms.enumerated().filter { $0.element.recognise != .none }
      .map { (place: $0.offset, term: $0.element) }
  }

  /// Where a term of this entry stands among hits of the same kind, lower first: by status, then
  /// register, then process.
  package func rank(of term: TermSection) -> Int {
    let status =
      switch term.administrativeStatus {
      case .preferred: 0
      case nil: 1
      case .admitted: 2
      case .superseded: 3
      case .deprecated: 4
      }
    let register =
      switch term.register {
      case .neutral: 0
      case .technical: 1
      case .colloquial: 2
      }
    return status * 8 + register * 2 + (process == .proposed ? 1 : 0)
  }
}
