public import TextAnalysis

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

/// One way to find one term of one concept.
public struct TermKey: Sendable, Hashable {
  /// What a folded query must equal, or begin.
  public var text: String
  /// What it was made by.
  public var kind: TermKeyKind
  /// The term's place in ``ConceptEntry/terms``.
  public var term: Int
  /// Where a hit stands among hits of the same kind, lower first: process, status, register.
  public var rank: Int

  /// Makes a key.
  public init(text: String, kind: TermKeyKind, term: Int, rank: Int) {
    (self.text, self.kind, self.term, self.rank) = (text, kind, term, rank)
  }
}

extension ConceptEntry {
  /// The keys by which look-ups find the entry: none for what is rejected or retired, which is
  /// found by id only, nor for terms that nobody is to find.
  public var termKeys: [TermKey] {
    guard process == .approved || process == .proposed else { return [] }
    var keys: [TermKey] = []
    for (place, term) in terms.enumerated() where term.recognise != .none {
      keys.append(TermKey(text: term.text.lowercased(), kind: .name, term: place, rank: 0))
    }
    return keys
  }
}
