/// What two spellings of one English word differ in.
///
/// Which words are one, the folding of keys says; here stands what of it is spelling and not
/// inflection or another word.
enum SpellingRules {
  /// What the British spelling has and the American one has in its place.
  private static let differences: [(String, String)] = [
    ("is", "iz"), ("ys", "yz"), ("our", "or"), ("re", "er"), ("red", "ered"), ("ring", "ering"),
    ("ll", "l"), ("l", "ll"), ("ogue", "og"), ("oguing", "oging"), ("ae", "e"), ("oe", "e"),
    ("ement", "ment"), ("ence", "ense"), ("mme", "m"), ("ium", "um"), ("grey", "gray"),
    ("ageing", "aging"), ("ph", "f"), ("arte", "arti"), ("ould", "old"), ("ough", "ow"),
    ("wards", "ward"), ("iser", "isor"), ("er", "or"), ("ality", "alty"), ("enq", "inq"),
    ("tyre", "tire"), ("jewell", "jewel"),
  ]

  /// Pairs that British English tells apart, or that are not spelling.
  private static let others: Set<String> = [
    "licence", "practise", "practised", "practising", "licenced", "licencing", "metre", "cheque",
    "draught", "draughting", "disc", "kerb", "storey", "whilst", "amongst", "maths", "programme",
    "enquiry", "moulding", "speciality", "despatch",
  ]

  /// Whether a word may be the American spelling of another, which its key cannot tell.
  static func mayBeAmerican(_ word: String) -> Bool {
    word.utf8.count >= 5
  }

  /// Whether two words, in the singular, are two spellings of one.
  static func areVariants(_ one: String, _ two: String) -> Bool {
    if others.contains(one) || others.contains(two) { return false }
    return differences.contains {
      differ(one, two, by: $0.0, $0.1) || differ(two, one, by: $0.0, $0.1)
    }
  }

  private static func differ(
    _ british: String, _ american: String, by part: String, _ other: String
  ) -> Bool {
    guard british.utf8.count - american.utf8.count == part.utf8.count - other.utf8.count else {
      return false
    }
    var start = british.startIndex
    while let found = british.range(of: part, from: start) {
      if british[..<found.lowerBound] + other + british[found.upperBound...] == american {
        return true
      }
      start = british.index(after: found.lowerBound)
    }
    return false
  }

  /// Takes the ending of a regular plural, of the third person, and of *-s* in general away.
  static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    let isPlural =
      word.hasSuffix("s") && !["ss", "us", "is", "as", "ics"].contains(where: word.hasSuffix)
    return isPlural ? String(word.dropLast()) : word
  }

  /// Words that mean something else without their hyphen.
  private static let otherWithHyphen: Set<String> = [
    "re-form", "re-sign", "re-cover", "re-present", "re-lease", "re-sort", "re-creation",
    "re-count", "re-collect", "re-dress", "re-mark", "re-press", "re-serve", "re-treat",
    "re-store", "re-act", "re-fund", "re-call", "re-search", "co-op", "co-operative", "un-ionized",
    "pre-position", "multi-ply", "ex-press", "in-put", "on-line", "off-set", "so-called",
  ]

  /// Whether a word means something else without its hyphen.
  static func isOtherWithHyphen(_ word: String) -> Bool { otherWithHyphen.contains(word) }
}

extension String {
  /// Where a text stands first from a place on.
  fileprivate func range(of part: String, from start: Index) -> Range<Index>? {
    var place = start
    while place < endIndex {
      if self[place...].hasPrefix(part) {
        return place..<index(place, offsetBy: part.count)
      }
      place = index(after: place)
    }
    return nil
  }
}
