/// Reads the figures of one text, from left to right, the longest first.
///
/// It looks closer only where a figure can begin: at digits, at Han characters that count, at
/// words, and at the signs of money and placeholders. No regular expression takes part.
struct FigureScanner {
  let text: FigureText
  let language: LanguageTag
  let characters = FigureCharacters.shared
  /// Where the figure before ends.
  var lastEnd = 0
  var found: [Found] = []
  let hasAt: Bool
  /// Whether braces stand in the text: there `$1` is a placeholder.
  let hasBraces: Bool
  /// Whether a bare 兆 is 10¹².
  let readsTrillions: Bool

  /// A figure before its place in bytes is known.
  struct Found {
    var start: Int
    var end: Int
    var value: Figure.Value
    var isVague = false
    var isWeak = false

    init(
      _ start: Int, _ end: Int, _ value: Figure.Value, isVague: Bool = false, isWeak: Bool = false
    ) {
      (self.start, self.end, self.value) = (start, end, value)
      (self.isVague, self.isWeak) = (isVague, isWeak)
    }
  }

  init(_ text: FigureText, language: LanguageTag) {
    (self.text, self.language) = (text, language)
    hasAt = text.scalars.contains(64)
    hasBraces = text.scalars.contains(0x7B)
    readsTrillions = language.region == "TW"
  }

  mutating func scan() {
    var place = 0
    let count = text.count
    while place < count {
      let value = text.scalars[place]
      let row = characters.row(value)
      guard row >> FigureCharacters.startShift != 0 else {
        place += 1
        continue
      }
      place = scan(at: place, characters.start(value))
    }
  }

  /// Reads what begins at a place, and returns where to go on.
  private mutating func scan(at place: Int, _ start: FigureCharacters.Start) -> Int {
    switch start {
    case .letter: return scanWord(at: place)
    case .digit: return scanDigits(at: place)
    case .hanNumeral: return scanHanNumeral(at: place)
    case .ordinalMark: return scanOrdinalMark(at: place)
    case .half: return take(halfCharacter(at: place), else: place + 1)
    case .doubling: return take(doubling(at: place), else: place + 1)
    case .money: return take(prefixedAmount(at: place), else: place + 1)
    case .sign: return scanSign(at: place)
    case .quote: return take(quotedPlan(at: place), else: place + 1)
    case .label: return take(hanLabel(at: place), else: place + 1)
    case .tenths, .nothing: return place + 1
    }
  }

  /// Notes a figure and goes on behind it, or goes on at another place.
  mutating func take(_ figure: Found?, else next: Int) -> Int {
    guard let figure, figure.end > figure.start else { return next }
    found.append(figure)
    lastEnd = figure.end
    return figure.end
  }
}

/// Finds the figures of a text.
package enum Figures {
  /// Returns the figures of a text in their order, none inside another.
  ///
  /// What is no figure to a reader is none here: 一些, 十分, 万一, 三明市, 第三方, *one of the*,
  /// `IPv6`, `5G`, `COVID-19`.
  ///
  /// - Parameters:
  ///   - text: A segment; of any length.
  ///   - language: The language of the text. Its region decides what 兆, 元 and 項 mean.
  /// - Returns: The figures, the leftmost first.
  /// - Complexity: O(*n*) for a text of *n* scalars.
  package static func find(in text: String, language: LanguageTag) -> [Figure] {
    var scanner = FigureScanner(FigureText(text), language: language)
    scanner.scan()
    scanner.joinSpans()
    guard !scanner.found.isEmpty else { return [] }
    var figures: [Figure] = []
    figures.reserveCapacity(scanner.found.count)
    var (scalar, byte) = (0, 0)
    var rest = text.unicodeScalars.makeIterator()
    func bytes(upTo place: Int) -> Int {
      while scalar < place, let next = rest.next() {
        byte += UTF8.width(next)
        scalar += 1
      }
      return byte
    }
    for item in scanner.found {
      let low = bytes(upTo: item.start)
      let high = bytes(upTo: item.end)
      let words = scanner.surroundings(of: item)
      figures.append(
        Figure(
          scalars: item.start..<item.end, bytes: low..<high, value: item.value,
          bound: words.bound, isVague: item.isVague || words.isVague,
          isWeak: item.isWeak || scanner.isEveryHour(item)))
    }
    return figures
  }
}
