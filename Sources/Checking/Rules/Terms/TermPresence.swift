import Terminology
import TextAnalysis

/// A text that is searched for a term with more lenience than recognition has, before anybody is
/// told that the term is missing.
///
/// In Chinese a term is present where its characters stand together, whatever punctuation and
/// spaces are among them and in whatever script. In English it is present where its words stand
/// near each other in any order and inflection, hyphenated or joined or not, or where its initials
/// stand.
struct TermPresence {
  private let language: LanguageTag
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let folded: [UInt8]
  private lazy var words: [Word] = language.isChinese ? [] : Self.words(of: text)
  /// The words in capitals.
  private lazy var capitals: Set<String> = Self.capitals(of: scalars)

  /// A word of a text, folded.
  private struct Word {
    /// Its key.
    let key: String
    /// Its key without the endings that a word takes in another part of speech.
    let stem: Substring
  }

  /// Prepares a text.
  init(_ text: AnalysedText) {
    language = text.language
    (self.text, scalars) = (text.text, text.scalars)
    folded = Array(KeyFolder.spaced(text.text).utf8)
  }

  /// Whether the text has one of several terms in some form.
  mutating func holdsAny(of terms: [TermSection]) -> Bool {
    if terms.contains(where: { holdsAsWritten($0.text) }) { return true }
    if language.isChinese { return false }
    for term in terms where holdsWords(of: term.text) { return true }
    return false
  }

  private func holdsAsWritten(_ term: String) -> Bool {
    guard Self.stands(Array(KeyFolder.spaced(term).utf8), in: folded) else { return false }
    return !Self.isShortInitials(term) || text.contains(term)
  }

  /// Whether the text has one of several titles without the markers around it, which may be worded
  /// otherwise.
  func holdsCore(ofAny titles: [TermSection]) -> Bool {
    titles.contains { title in
      guard let core = ComposedTitle(title.text)?.core else { return false }
      return holdsAsWritten(core)
    }
  }

  /// Whether most words of a term of three and more stand near each other: *Foreign Ministry* for
  /// *Ministry of Foreign Affairs*.
  mutating func holdsMost(of term: TermSection) -> Bool {
    guard !language.isChinese, term.language.isEnglish else { return false }
    let own = Self.words(of: term.text).filter { !Self.fillers.contains($0.key) }
    guard own.count >= 3 else { return false }
    let words = words
    return words.indices.contains { start in
      let window = words[start..<min(words.count, start + own.count + 2)]
      let found = own.count { word in window.contains { $0.key == word.key } }
      return found >= 2 && found * 5 >= own.count * 3
    }
  }

  /// Whether bytes stand in others and do not cut a word in Latin letters or a number.
  static func stands(_ part: [UInt8], in whole: [UInt8]) -> Bool {
    guard let first = part.first, let last = part.last, part.count <= whole.count else {
      return false
    }
    func isWordByte(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
    var start = 0
    while start <= whole.count - part.count {
      defer { start += 1 }
      guard whole[start] == first, whole[start..<start + part.count].elementsEqual(part) else {
        continue
      }
      let end = start + part.count
      if isWordByte(first), start > 0, isWordByte(whole[start - 1]) { continue }
      if isWordByte(last), end < whole.count, isWordByte(whole[end]) { continue }
      return true
    }
    return false
  }

  /// Whether a term is an acronym that a word may be, too: *IT*, *CAS*.
  private static func isShortInitials(_ text: String) -> Bool {
    text.utf8.count <= 4 && text.allSatisfy { $0.isASCII && $0.isUppercase }
  }
}

extension TermPresence {
  private static func words(of text: String) -> [Word] {
    Tokenizer.tokens(of: text).compactMap { token in
      guard token.kind != .punctuation, token.kind != .code else { return nil }
      let key = token.kind == .number ? String(token.text(in: text)) : token.key
      return Word(key: key, stem: stem(key))
    }
  }

  /// Words that carry no meaning of their own.
  private static let fillers: Set<String> = [
    "the", "a", "an", "of", "for", "and", "in", "on", "to", "with", "by", "or", "at", "from",
  ]

  private static let endings = [
    "ization", "ation", "ing", "ity", "ion", "ive", "ous", "ed", "al", "ly", "er",
  ].map { Array($0.utf8) }

  /// Takes off the endings of verbs, adjectives and nouns that are made of each other.
  private static func stem(_ key: String) -> Substring {
    let letters = key.utf8
    var count = letters.count
    for ending in endings
    where count >= ending.count + 4 && letters.suffix(ending.count).elementsEqual(ending) {
      count -= ending.count
      break
    }
    if count > 4, let last = letters.prefix(count).last,
      last == 0x61 || last == 0x65 || last == 0x69 || last == 0x79
    {
      count -= 1
    }
    return Substring(letters.prefix(count))
  }

  private mutating func holdsWords(of term: String) -> Bool {
    if Self.isShortInitials(term) { return false }
    let all = Self.words(of: term)
    let own = all.filter { !Self.fillers.contains($0.key) }
    guard !own.isEmpty else { return false }
    if holdsJoined(all.map(\.key).joined()) { return true }
    if holdsTogether(own) { return true }
    return own.count >= 3 && holdsInitials(of: term)
  }

  /// Whether neighbouring words are a term when they are written together: *data centre* in
  /// *data-centre* and *datacentre*.
  private mutating func holdsJoined(_ joined: String) -> Bool {
    let words = words
    let first = joined.utf8.first
    for start in words.indices
    where words[start].key.utf8.first == first && joined.hasPrefix(words[start].key) {
      var rest = joined.dropFirst(words[start].key.count)
      var place = start + 1
      while !rest.isEmpty, place < words.count, rest.hasPrefix(words[place].key) {
        rest = rest.dropFirst(words[place].key.count)
        place += 1
      }
      if rest.isEmpty { return true }
    }
    return false
  }

  /// Whether all words of a term stand in a stretch of twice as many and four.
  private mutating func holdsTogether(_ own: [Word]) -> Bool {
    let reach = 2 * own.count + 4
    let words = words
    for start in words.indices where own.contains(where: { alike($0, words[start], own.count) }) {
      let window = words[start..<min(words.count, start + reach)]
      let isThere = own.allSatisfy { word in window.contains { alike(word, $0, own.count) } }
      if isThere { return true }
    }
    return false
  }

  private func alike(_ one: Word, _ other: Word, _ count: Int) -> Bool {
    if one.key == other.key || one.stem == other.stem { return true }
    guard count > 1 else { return false }
    let shared = zip(one.key.utf8, other.key.utf8).prefix { $0 == $1 }.count
    return shared >= max(4, min(one.key.utf8.count, other.key.utf8.count) - 3)
  }

  /// Whether a word in capitals is made of the initials of a term.
  private mutating func holdsInitials(of term: String) -> Bool {
    if capitals.isEmpty { return false }
    let initials = term.split { !$0.isLetter && !$0.isNumber }
      .filter { !Self.fillers.contains($0.lowercased()) }
      .compactMap { $0.first.map { $0.uppercased() } }.joined()
    return capitals.contains(initials)
  }

  /// The words of a text that are three or more capitals.
  private static func capitals(of scalars: [Unicode.Scalar]) -> Set<String> {
    var found: Set<String> = []
    var start = 0
    var isCapitals = true
    for place in 0...scalars.count {
      if place < scalars.count, TextWords.isWord(scalars[place].value) {
        isCapitals = isCapitals && TextWords.isUpper(scalars[place].value)
        continue
      }
      if isCapitals, place - start >= 3 {
        found.insert(String(String.UnicodeScalarView(scalars[start..<place])))
      }
      (start, isCapitals) = (place + 1, true)
    }
    return found
  }
}
