/// The words that the rules about names go by.
enum NameWords {
  /// Nouns that the title of a legal text or plan has, by the class of those that one Chinese word
  /// is rendered by: 规定 is *Provisions*, *Regulations* or *Rules*.
  static let genres: [String: String] = [
    "law": "law", "code": "law", "act": "act", "measure": "measure", "provision": "rule",
    "regulation": "rule", "rule": "rule", "guideline": "guideline", "guide": "guideline",
    "plan": "plan", "planning": "plan", "outline": "outline", "notice": "notice",
    "circular": "notice", "announcement": "announcement", "opinion": "opinion",
    "catalog": "catalog", "directory": "catalog", "roadmap": "roadmap", "decision": "decision",
    "convention": "convention", "agreement": "agreement", "point": "point",
    "specification": "specification", "programme": "program", "program": "program",
    "strategy": "strategy", "white": "white", "paper": "paper",
  ]

  /// Nouns that the name of a body, an event or a scheme has.
  static let bodies: Set<String> = [
    "ministry", "commission", "administration", "agency", "bureau", "office", "department",
    "authority", "council", "committee", "institute", "academy", "association", "organization",
    "center", "court", "union", "federation", "alliance", "group", "congress", "corporation",
    "company", "university", "institution", "society", "foundation", "bank", "board", "market",
    "forum", "conference", "symposium", "project", "system", "initiative", "fund", "mechanism",
    "partnership", "chamber", "laboratory",
  ]

  /// Words that are added to names and left out of them without making another.
  static let generic: Set<String> = [
    "management", "administration", "administrative", "general", "several", "work", "construction",
    "establishment", "people", "republic", "new",
  ]

  /// Words that, besides, are added to titles and left out of them: a body's country tells it apart.
  static let genericInTitles: Set<String> = ["china", "chinese"]

  /// Words that carry no meaning of their own.
  static let small: Set<String> = [
    "of", "for", "and", "the", "in", "on", "to", "with", "by", "at", "from", "as", "a", "an", "&",
  ]

  /// The nouns of names by a number made of their letters, in the singular and the plural, in
  /// British and American spelling.
  static let nouns: Set<UInt64> = {
    var nouns: Set<UInt64> = []
    for noun in Array(genres.keys) + Array(bodies) + ["centre", "organisation", "catalogue"] {
      nouns.insert(LetterHash.of(noun))
      nouns.insert(LetterHash.of(noun + "s"))
      if noun.hasSuffix("y") { nouns.insert(LetterHash.of(noun.dropLast() + "ies")) }
    }
    return nouns
  }()
}

/// A number made of the letters of a word, the same in any case.
enum LetterHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a letter (FNV-1a, by code point).
  @inline(__always)
  static func mixed(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter | 0x20)) &* 0x0000_0100_0000_01B3
  }

  /// The number of a word.
  static func of(_ word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(seed) { mixed($0, $1.value) }
  }
}
