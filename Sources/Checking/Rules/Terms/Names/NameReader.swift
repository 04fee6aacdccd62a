import TextAnalysis

/// Where something stands in a document.
struct DocumentPlace: Hashable, Comparable {
  /// The place of the segment.
  var segment: Int
  /// The place in its target, in scalars.
  var range: Range<Int>

  static func < (one: DocumentPlace, two: DocumentPlace) -> Bool {
    (one.segment, one.range.lowerBound, one.range.upperBound)
      < (two.segment, two.range.lowerBound, two.range.upperBound)
  }
}

/// A name with its abbreviation: *Ministry of Transport (MoT)*.
struct AbbreviationDefinition {
  var abbreviation: String
  var abbreviationPlace: DocumentPlace
  var name: WrittenName
  var namePlace: DocumentPlace
}

/// Words with capitals that may be a name.
struct NameRun {
  var name: WrittenName
  var place: DocumentPlace
  /// Its words, in scalars of the segment.
  var words: [Range<Int>]
  /// Whether it is most likely the words of a headline, which are free.
  var isHeadline: Bool
}

/// Reads names and abbreviations out of the English segments of a document.
struct NameReader {
  /// The names with abbreviations, in order.
  private(set) var definitions: [AbbreviationDefinition] = []
  /// Runs of words with capitals, of three and more.
  private(set) var runs: [NameRun] = []
  /// How often each abbreviation is written how, and where first, by numbers made of its letters,
  /// whatever their case and in their case.
  private(set) var abbreviations: [UInt64: [UInt64: (count: Int, place: DocumentPlace)]] = [:]
  /// Bracketed markers after titles: *(Draft for Comments)*.
  private(set) var markers: [(text: String, place: DocumentPlace)] = []
  /// An abbreviation that fills a cell of a table, until the next cell has been read.
  private var cell: (text: String, place: DocumentPlace, line: Int?)?

  /// The longest name in words.
  private static let longest = 24

  /// Reads a segment.
  ///
  /// - Complexity: O(scalars), but for names, which are folded.
  mutating func read(_ segment: AnalysedSegment) {
    let text = segment.target
    let words = TextWords.words(of: text)
    defer { readCell(segment, words) }
    guard words.contains(where: { $0.capitals > 0 }) else { return }
    let isShouted = words.count > 3 && words.allSatisfy { $0.capitals > 0 && !$0.isLinker }
    if !isShouted { readAbbreviations(words, segment) }
    readRuns(words, segment)
    readBrackets(words, segment)
  }
}

extension NameReader {
  private mutating func readAbbreviations(_ words: [TextWord], _ segment: AnalysedSegment) {
    let scalars = segment.target.scalars
    for word in words where word.capitals >= 2 && word.scalars.count <= 10 {
      var range = word.scalars
      if range.count > 2, scalars[range.upperBound - 1] == "s",
        !scalars[range.upperBound - 2].properties.isLowercase
      {
        range = range.lowerBound..<range.upperBound - 1
      }
      var (loose, exact) = (LetterHash.seed, LetterHash.seed)
      var hasMark = false
      for place in range {
        let value = scalars[place].value
        hasMark = hasMark || value == 0x2D || value == 0x2E || value == 0x2011
        loose = LetterHash.mixed(loose, value)
        exact = LetterHash.mixed(exact, value << 8)
      }
      if hasMark || isCode(word.scalars, scalars) { continue }
      let place = DocumentPlace(segment: segment.number, range: range)
      abbreviations[loose, default: [:]][exact, default: (0, place)].count += 1
    }
  }

  /// What stands before and after a word of program code.
  private static let codeMarks = Set("_`$%~\\=#@<>.".unicodeScalars)

  private func isCode(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    if range.lowerBound > 0, Self.codeMarks.contains(scalars[range.lowerBound - 1]) { return true }
    guard range.upperBound < scalars.count else { return false }
    let next = scalars[range.upperBound]
    if next == "." {
      return range.upperBound + 1 < scalars.count
        && TextWords.isWord(scalars[range.upperBound + 1].value)
    }
    return next == "(" || Self.codeMarks.contains(next)
  }

  private mutating func readRuns(_ words: [TextWord], _ segment: AnalysedSegment) {
    var start = 0
    while start < words.count {
      guard words[start].startsUpper || words[start].startsDigit else {
        start += 1
        continue
      }
      var end = start + 1
      while end < words.count, joins(words[end - 1], words[end], segment.target.scalars) {
        end += 1
      }
      let next = end
      while words[end - 1].isLinker { end -= 1 }
      addRun(words[start..<end], segment)
      start = next
    }
  }

  /// Whether a word goes on a name: *People's* does.
  private func joins(_ one: TextWord, _ two: TextWord, _ scalars: [Unicode.Scalar]) -> Bool {
    guard two.startsUpper || two.startsDigit || two.isLinker else { return false }
    if one.isPossessive {
      let place = one.scalars.upperBound + 2
      return one.startsUpper && two.startsUpper && two.scalars.lowerBound == place + 1
        && one.scalars.count == 6 && scalars[one.scalars.lowerBound] == "P"
    }
    return two.followsSpace
  }

  /// Verbs of headlines, which end what is no part of a name.
  private static let headlineVerbs: Set<String> = [
    "releases", "released", "issues", "issued", "updates", "publishes", "introduces", "revises",
    "announces", "launches", "approves", "adopts", "promulgates", "amends", "unveils",
  ]

  /// A run without what a headline has before a name: *MIIT Releases*, *China Updates*.
  private func withoutHeadline(
    _ words: ArraySlice<TextWord>, _ text: AnalysedText
  ) -> ArraySlice<TextWord> {
    var words = words
    if let verb = words.dropLast(3).lastIndex(where: {
      "sd".unicodeScalars.contains(text.scalars[$0.scalars.upperBound - 1])
        && Self.headlineVerbs.contains(text.text($0.scalars).lowercased())
    }) {
      words = words[(verb + 1)...]
    }
    while words.count > 3, let first = words.first, first.capitals == first.scalars.count,
      first.capitals >= 2
    {
      words = words.dropFirst()
    }
    while let first = words.first, first.isLinker { words = words.dropFirst() }
    return words
  }

  private mutating func addRun(_ words: ArraySlice<TextWord>, _ segment: AnalysedSegment) {
    let whole = words
    let words = withoutHeadline(whole, segment.target)
    let isHeadline =
      segment.segment.block == .heading
      || words.count < whole.count && whole.first?.capitals == 1
    guard words.count >= 3, words.count <= Self.longest,
      words.filter(\.startsUpper).count >= 3,
      let first = words.first, let last = words.last
    else { return }
    let scalars = segment.target.scalars
    let hasNoun = words.contains { word in
      let hash = word.scalars.reduce(LetterHash.seed) { LetterHash.mixed($0, scalars[$1].value) }
      return NameWords.nouns.contains(hash)
    }
    guard hasNoun else { return }
    let range = first.scalars.lowerBound..<last.scalars.upperBound
    let name = WrittenName(
      segment.target.text(range), yearsAfter: yearsInBracket(after: range.upperBound, segment))
    guard name.key.count >= 3 else { return }
    runs.append(
      NameRun(
        name: name, place: DocumentPlace(segment: segment.number, range: range),
        words: words.map(\.scalars), isHeadline: isHeadline))
  }

  private func yearsInBracket(after place: Int, _ segment: AnalysedSegment) -> Set<String> {
    guard let inside = bracket(after: place, segment.target.scalars) else { return [] }
    let parts = segment.target.text(inside).split { !$0.isNumber }.map(String.init)
    return Set(parts.filter(WrittenName.isYear))
  }

  /// What stands between brackets that follow a place, spaces and a backslash aside.
  private func bracket(after place: Int, _ scalars: [Unicode.Scalar]) -> Range<Int>? {
    var start = place
    while start < scalars.count, scalars[start] == " " || scalars[start] == "\\" { start += 1 }
    guard start < scalars.count, scalars[start] == "(" else { return nil }
    guard let end = scalars[start...].prefix(80).firstIndex(of: ")") else { return nil }
    return start + 1..<end
  }

  /// Reads what stands in brackets after a word: an abbreviation, or the marker of a title.
  private mutating func readBrackets(_ words: [TextWord], _ segment: AnalysedSegment) {
    let scalars = segment.target.scalars
    guard scalars.contains("(") else { return }
    for (place, word) in words.enumerated() where word.scalars.upperBound < scalars.count {
      let next = scalars[word.scalars.upperBound]
      guard next == " " || next == "(" || next == "*" || next == "\\",
        let inside = bracket(after: word.scalars.upperBound, scalars)
      else { continue }
      var text = segment.target.text(inside)
      if text.hasSuffix("\\") { text.removeLast() }
      if Self.isAbbreviation(text) {
        define(text, inside, by: words[...place], segment)
      } else if word.startsUpper, text.count >= 5, text.count <= 40 {
        markers.append((text, DocumentPlace(segment: segment.number, range: inside)))
      }
    }
  }

  /// Whether a text is a word of capitals, at least two, with or without the *s* of a plural.
  static func isAbbreviation(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter { TextWords.isUpper($0.value) }.count
    return letters >= 2 && text.count <= 10 && letters * 2 >= text.count
      && text.unicodeScalars.allSatisfy { TextWords.isWord($0.value) }
      && !text.contains(where: \.isNumber)
  }
}

extension NameReader {
  private mutating func define(
    _ abbreviation: String, _ place: Range<Int>, by words: ArraySlice<TextWord>,
    _ segment: AnalysedSegment
  ) {
    guard let start = nameStart(abbreviation, words, segment.target.scalars),
      let last = words.last
    else { return }
    let range = words[start].scalars.lowerBound..<last.scalars.upperBound
    let name = WrittenName(segment.target.text(range))
    guard !name.surface.isEmpty else { return }
    definitions.append(
      AbbreviationDefinition(
        abbreviation: abbreviation,
        abbreviationPlace: DocumentPlace(segment: segment.number, range: place), name: name,
        namePlace: DocumentPlace(segment: segment.number, range: range)))
  }

  /// Where the name of an abbreviation begins: where the initials of its words begin, else where
  /// the words with capitals do.
  private func nameStart(
    _ abbreviation: String, _ words: ArraySlice<TextWord>, _ scalars: [Unicode.Scalar]
  ) -> Int? {
    var letters = Array(abbreviation.unicodeScalars)
    if letters.last == "s", letters.count > 2 { letters.removeLast() }
    func initial(_ place: Int) -> UInt32 { scalars[words[place].scalars.lowerBound].value | 0x20 }
    func joins(_ place: Int) -> Bool { place < words.endIndex && words[place].followsSpace }
    // Words in small letters: each initial in turn.
    var (place, letter) = (words.endIndex - 1, letters.count - 1)
    let reach = max(words.startIndex, words.endIndex - Self.longest)
    while place >= reach, letter >= 0 {
      if words[place].isLinker, initial(place) != letters[letter].value | 0x20 {
        place -= 1
        continue
      }
      guard initial(place) == letters[letter].value | 0x20 else { break }
      if letter == 0 { return extended(place, words) }
      guard joins(place) else { break }
      (place, letter) = (place - 1, letter - 1)
    }
    return runStart(words, letters, initial)
  }

  /// The beginning of the run of words with capitals that ends here, or of the part of it that has
  /// the letters among its initials.
  private func runStart(
    _ words: ArraySlice<TextWord>, _ letters: [Unicode.Scalar], _ initial: (Int) -> UInt32
  ) -> Int? {
    var start = words.endIndex - 1
    guard start >= words.startIndex, words[start].startsUpper || words[start].startsDigit else {
      return nil
    }
    let reach = max(words.startIndex, words.endIndex - Self.longest)
    while start > reach, words[start].followsSpace,
      words[start - 1].startsUpper || words[start - 1].startsDigit || words[start - 1].isLinker,
      !words[start - 1].isPossessive
    {
      start -= 1
    }
    while start < words.endIndex, words[start].isLinker { start += 1 }
    guard words.endIndex - start >= 2 else { return nil }
    var letter = letters.count - 1
    for place in stride(from: words.endIndex - 1, through: start, by: -1) {
      guard initial(place) == letters[letter].value | 0x20 else { continue }
      if letter == 0 { return extended(place, words) }
      letter -= 1
    }
    let first = letters[0].value | 0x20
    return (start...words.endIndex - 2).first { initial($0) == first } ?? start
  }

  /// Takes the words with capitals before a place with it, up to a small word.
  private func extended(_ place: Int, _ words: ArraySlice<TextWord>) -> Int {
    var start = place
    guard words[place].startsUpper else { return place }
    let reach = max(words.startIndex, words.endIndex - Self.longest)
    while start > reach, words[start].followsSpace, words[start - 1].startsUpper,
      !words[start - 1].isPossessive
    {
      start -= 1
    }
    return start
  }

  /// Reads the row of a table that has an abbreviation in one cell and its name in the next.
  private mutating func readCell(_ segment: AnalysedSegment, _ words: [TextWord]) {
    let before = cell
    cell = nil
    guard segment.segment.block == .tableCell else { return }
    let text = segment.target.text
    let line = segment.segment.target.position(of: 0)?.line
    if let before, words.count >= 2, words[0].startsUpper, before.line == line {
      let range = 0..<segment.target.scalars.count
      definitions.append(
        AbbreviationDefinition(
          abbreviation: before.text, abbreviationPlace: before.place, name: WrittenName(text),
          namePlace: DocumentPlace(segment: segment.number, range: range)))
    } else if Self.isAbbreviation(text) {
      let place = DocumentPlace(
        segment: segment.number, range: 0..<segment.target.scalars.count)
      cell = (text, place, line)
    }
  }
}
