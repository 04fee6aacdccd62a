/// Where sentences end in English and Chinese text: one table for both, because one text often
/// holds both.
///
/// | Sign | Ends a sentence |
/// | --- | --- |
/// | `。！？；｡` | with the closing marks after it, unless `，、：` or the like follows |
/// | `.` `?` `!` `…` `...` | before white space and then a capital, a digit or a Han character |
/// | `?` `!` | also between Han characters |
/// | `.` | not after ``neverLast``; after ``beforeNumbers`` not before a number; after ``seldomLast``, an initial (`J.`) or letters with stops (`U.S.`) only before one of ``starters``; not after the number that a segment begins with (`3. Scope`) |
/// | any | not inside brackets that are closed within ``longestBracket`` characters; `。` before `）` only where the bracket began the segment |
///
/// `;`, `:`, `……` and `：` end nothing.
enum SegmentationRules {
  /// Signs that end a sentence wherever they stand.
  static let wideEnds = Set<Unicode.Scalar>("。！？；｡．".unicodeScalars)
  /// Signs that may end a sentence where white space follows.
  static let ends = Set<Unicode.Scalar>(".?!…".unicodeScalars)
  /// Marks that still belong to the sentence before them.
  static let closings = Set<Unicode.Scalar>("”’』」）》〉】〕］\"')]»*_".unicodeScalars)
  /// Marks that may stand before the first letter of a sentence.
  static let openings = Set<Unicode.Scalar>("“‘『「（《〈【〔［\"'([«*_#".unicodeScalars)
  /// Signs after closing marks that show the sentence goes on.
  static let continuations = Set<Unicode.Scalar>("，、：；。,;:".unicodeScalars)
  /// Brackets that keep what they hold together.
  static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "（": "）", "《": "》", "【": "】", "〔": "〕",
  ]
  /// How far apart two brackets may stand to be a pair, in scalars.
  static let longestBracket = 300

  /// Abbreviations that something always follows, in lower case and without the last stop.
  static let neverLast = words(
    """
    mr mrs ms dr prof messrs mme gen col capt cmdr lt sgt rev hon st sen rep gov pres supt amb
    e.g i.e eg ie viz vs cf approx ca incl excl esp resp ibid op cit aka
    """)
  /// Abbreviations that a number follows, unless they end the sentence.
  static let beforeNumbers = words(
    """
    no nos art arts fig figs sec secs sect para paras par vol vols pp p ch chs cl cls reg regs eq
    eqs ref refs tab ann app ver rev ed eds iss pt pts n jan feb mar apr jun jul aug sep sept oct
    nov dec tel ext
    """)
  /// Abbreviations that may end a sentence, but seldom do.
  static let seldomLast = words(
    """
    etc co ltd inc corp plc llc bros dept univ est govt assoc a.m p.m am.pm al jr sr ph.d m.sc b.sc
    std min max temp ave blvd rd
    """)
  /// Words that begin a sentence more often than a name.
  static let starters = words(
    """
    the this that these those it its he she they we you i there here in on at for from to by with
    of as if when while where after before since although though however moreover furthermore
    therefore thus hence meanwhile besides also and but or so yet such some many most all both each
    every any no not what which who how why a an according under during through our their his her
    note see then please only several another other new
    """)
  /// Words before a number that together head a clause: `Article 3. Scope`.
  static let heads = words("article chapter section annex part clause table figure step appendix")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

extension SegmentationRules {
  /// Returns where sentences end in a text: the place after each one's last mark, ascending, and
  /// last of all the end of the text.
  ///
  /// - Complexity: O(scalars).
  static func ends(in text: [Unicode.Scalar]) -> [Int] {
    let brackets = heldPlaces(in: text)
    var ends: [Int] = []
    var (start, place) = (0, 0)
    while place < text.count {
      let mark = text[place]
      guard wideEnds.contains(mark) || Self.ends.contains(mark) else {
        place += 1
        continue
      }
      let first = place
      while place < text.count, wideEnds.contains(text[place]) || Self.ends.contains(text[place]) {
        place += 1
      }
      let marksEnd = place
      while place < text.count, closings.contains(text[place]) { place += 1 }
      if let bracket = brackets[first] {
        let isInside = brackets[place - 1] != nil
        let isAside = wideEnds.contains(mark) && !isBlank(text[start..<max(start, bracket)])
        if isInside || isAside { continue }
      }
      guard isEnd(in: text, start: start, marks: first..<marksEnd, next: place) else { continue }
      ends.append(place)
      start = place
    }
    if start < text.count { ends.append(text.count) }
    return ends
  }

  private static func isEnd(
    in text: [Unicode.Scalar], start: Int, marks: Range<Int>, next: Int
  ) -> Bool {
    guard next < text.count else { return true }
    let last = text[marks.upperBound - 1]
    if wideEnds.contains(last) {
      if last == "．", marks.count == 1 { return !isNumber(text[next]) }
      return !continuations.contains(text[next])
    }
    let isStop = last == "." && marks.count == 1
    guard text[next].properties.isWhitespace else {
      let isBetweenHan =
        marks.lowerBound > start && isWide(text[marks.lowerBound - 1]) && isWide(text[next])
      return isBetweenHan && !isStop && last != "…" && !continuations.contains(text[next])
    }
    var place = next
    while place < text.count, text[place].properties.isWhitespace { place += 1 }
    var letter = place
    while letter < text.count, openings.contains(text[letter]) { letter += 1 }
    guard letter < text.count, startsSentence(text[letter]) else { return false }
    if marks.count == 1, last == "…", isWide(text[letter]) { return false }
    return !isStop || next > marks.upperBound
      || !isAbbreviation(in: text, start: start, stop: marks.lowerBound, next: letter)
  }

  private static func isAbbreviation(
    in text: [Unicode.Scalar], start: Int, stop: Int, next: Int
  ) -> Bool {
    var wordStart = stop
    while wordStart > start, isWordPart(text[wordStart - 1]) { wordStart -= 1 }
    let word = lowered(text[wordStart..<stop])
    if word.isEmpty { return false }
    if isNumbering(word), isHeading(text[start..<wordStart]) { return true }
    if neverLast.contains(word) { return true }
    if beforeNumbers.contains(word) {
      return isNumber(text[next]) || isRoman(text, from: next)
    }
    let letters = word.unicodeScalars
    let isInitial = letters.count == 1 && text[wordStart].properties.isUppercase
    let hasStops = letters.contains(".") && !letters.contains(where: isNumber)
    guard isInitial || hasStops || seldomLast.contains(word) else { return false }
    var wordEnd = next
    while wordEnd < text.count, text[wordEnd].properties.isAlphabetic { wordEnd += 1 }
    return !starters.contains(lowered(text[next..<wordEnd])) && !isWide(text[next])
  }
}

extension SegmentationRules {
  /// For each place inside a pair of brackets, where the outermost one opens.
  private static func heldPlaces(in text: [Unicode.Scalar]) -> [Int?] {
    var held = [Int?](repeating: nil, count: text.count)
    var open: [(place: Int, closing: Unicode.Scalar)] = []
    for (place, scalar) in text.enumerated() {
      if let closing = brackets[scalar] {
        open.append((place, closing))
        if open.count > 8 { open.removeFirst() }
      } else if let match = open.lastIndex(where: { $0.closing == scalar }) {
        let begin = open[match].place
        open.removeSubrange(match...)
        guard place - begin <= longestBracket else { continue }
        for inside in begin..<place { held[inside] = begin }
      }
    }
    return held
  }

  private static func isBlank(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.allSatisfy(\.properties.isWhitespace)
  }

  /// Whether a scalar is of Chinese writing: a Han character, kana, or a full-width mark.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x30FF, 0xFF01...0xFF60: true
    default: ScriptVariants.isHan(scalar)
    }
  }

  private static func startsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || isNumber(scalar) || ScriptVariants.isHan(scalar)
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar.properties.isAlphabetic && !isWide(scalar) || isNumber(scalar)
  }

  private static func isRoman(_ text: [Unicode.Scalar], from place: Int) -> Bool {
    var end = place
    while end < text.count, "IVXLC".unicodeScalars.contains(text[end]) { end += 1 }
    return end > place && (end == text.count || !text[end].properties.isAlphabetic)
  }

  /// `3`, `1.2`, `iv`, `a`: what may number a heading or an item.
  private static func isNumbering(_ word: String) -> Bool {
    let letters = word.unicodeScalars
    if letters.allSatisfy({ isNumber($0) || $0 == "." }) { return letters.count <= 8 }
    return letters.count == 1
      || letters.count <= 4 && letters.allSatisfy("ivx".unicodeScalars.contains)
  }

  /// Whether nothing, or only a word such as *Article*, stands before a number.
  private static func isHeading(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    if before.count > 24 { return false }
    let rest = before.filter { $0.properties.isAlphabetic || isNumber($0) }
    return rest.isEmpty || heads.contains(lowered(rest[...]))
  }

  private static func lowered(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars { text += scalar.properties.lowercaseMapping }
    return text
  }
}
