/// The words of a text that are written in Latin letters, one after the other.
///
/// A word is a run of letters and digits that begins with a letter, with the apostrophes and
/// hyphens inside it: `don't`, `COVID-19`, `x86`.
struct LatinWords: Sequence, IteratorProtocol {
  /// How a word is written.
  enum Shape {
    /// In small letters: `measures`.
    case small
    /// Its first letter a capital: `Measures`.
    case capitalised
    /// Anything else: `SAMR`, `iPhone`, `x86`.
    case other
  }

  /// A word.
  struct Word {
    /// Where it stands.
    var range: Range<Int>
    /// How it is written.
    var shape: Shape
    /// Its letters in lower case where it has eight at most and no others than ASCII's; else 0.
    var key: UInt64
    /// How many letters and digits it has.
    var letterCount: Int
  }

  private let scalars: [Unicode.Scalar]
  private var place: Int
  private let end: Int

  /// Reads the words of a text.
  init(_ scalars: [Unicode.Scalar]) {
    self.init(scalars, in: 0..<scalars.count)
  }

  /// Reads the words of a part of a text.
  init(_ scalars: [Unicode.Scalar], in range: Range<Int>) {
    (self.scalars, place, end) = (scalars, range.lowerBound, range.upperBound)
  }

  /// Returns the next word.
  mutating func next() -> Word? {
    while place < end, !scalars[place].isLatinLetter { place += 1 }
    guard place < end else { return nil }
    let start = place
    var (key, letterCount, capitalCount, otherCount) = (UInt64(0), 0, 0, 0)
    var isPackable = true
    while place < end {
      let scalar = scalars[place]
      if scalar.isASCIILetter {
        key = key << 8 | UInt64(scalar.value | 0x20)
        if scalar.isCapitalASCIILetter { capitalCount += 1 }
        letterCount += 1
      } else if scalar.isLatinLetter {
        isPackable = false
        letterCount += 1
      } else if scalar.isASCIIDigit {
        otherCount += 1
        letterCount += 1
      } else if Self.joins(scalar), place + 1 < end, scalars[place + 1].isLatinLetter {
        isPackable = false
      } else {
        break
      }
      place += 1
    }
    let shape: Shape =
      if otherCount > 0 {
        .other
      } else if capitalCount == 0 {
        .small
      } else if capitalCount == 1, scalars[start].isCapitalASCIILetter {
        .capitalised
      } else {
        .other
      }
    if letterCount > 8 || otherCount > 0 { isPackable = false }
    return Word(
      range: start..<place, shape: shape, key: isPackable ? key : 0, letterCount: letterCount)
  }

  /// Whether a mark between two letters belongs to the word.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "-"
  }

  /// Returns what ``Word/key`` is for a word of eight small letters at most.
  static func key(of word: Substring) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 << 8 | UInt64($1.value | 0x20) }
  }

  /// Returns the keys of words that are written with spaces between them.
  static func keys(of words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: \.isWhitespace).map(key(of:)))
  }
}

/// The little words that hold English sentences together: a text that has them is English, not a
/// list of names.
enum FunctionWords {
  /// Articles, prepositions, conjunctions, pronouns, auxiliary verbs. Those that names and commands
  /// often hold by themselves, such as `no`, `on` or `all`, are not here.
  static let keys = LatinWords.keys(
    of: """
      the of and to is are was were be been being that this these those with for from by
      which who whose whom what when where while whether if than then because although though
      it its they them their we our us you your he his him she her not cannot
      has have had having will would should could may might must can shall does did do doing
      about between during into through under within without against among onto upon
      an as at or but also only such there here some any each every other more most
      """)

  /// Those of them that are no words of programs or commands.
  static let sure = LatinWords.keys(
    of: """
      the of to is are was were be been being that these those which whose by its they their our
      your an has have had will would should could must been about into
      """)
}
