/// Numbers written with English words: *twenty-five*, *three hundred and five*, *two thirds*.
extension FigureScanner {
  /// Reads number words from a place on; *one* alone is read too.
  func englishNumeral(at place: Int, after article: Int64 = 0) -> Numeral? {
    var sum = EnglishSum(article)
    var next = place
    var end = place
    var mayFollow = true
    while mayFollow, text.isLetter(next) {
      let word = PackedWord(in: text, at: next)
      guard let meaning = EnglishWords.shared.meaning(of: word.key) else { break }
      if meaning == .and {
        guard sum.isAfterHundred, text[word.end] == 32 else { break }
        next = word.end + 1
        let following = PackedWord(in: text, at: next)
        switch EnglishWords.shared.meaning(of: following.key) {
        case .small, .tens, .ordinal: continue
        default: mayFollow = false
        }
        continue
      }
      guard sum.add(meaning) else { break }
      end = word.end
      next = end
      mayFollow = !sum.isOrdinal && (text[end] == 32 || text[end] == 45)
      next += 1
    }
    guard end > place, let value = sum.value else { return nil }
    var numeral = Numeral(value: value, end: end, form: .words)
    numeral.isOrdinal = sum.isOrdinal
    if sum.hasScale { numeral.power = 1 }
    return withEnglishFraction(numeral, isSmall: sum.isSmall)
  }

  /// *one third*, *two-fifths*, *three quarters*, *one and a half*.
  private func withEnglishFraction(_ numeral: Numeral, isSmall: Bool) -> Numeral {
    var numeral = numeral
    guard text[numeral.end] == 32 || text[numeral.end] == 45, !numeral.isOrdinal else {
      return numeral
    }
    if holdsWords("and a half", at: numeral.end + 1), let half = ExactNumber(1, over: 2),
      let sum = numeral.value.adding(half)
    {
      (numeral.value, numeral.end) = (sum, numeral.end + 11)
      return numeral
    }
    guard isSmall, let count = numeral.value.whole, count > 0 else { return numeral }
    let word = PackedWord(in: text, at: numeral.end + 1)
    let parts: Int64?
    switch EnglishWords.shared.meaning(of: word.key) {
    case .parts(let number): parts = number
    case .ordinal(let number) where number >= 3 && count == 1: parts = Int64(number)
    case .quarter where !isQuarterOfYear(numeral, word): parts = 4
    case .half where count == 1: parts = 2
    default: parts = nil
    }
    guard let parts, let fraction = ExactNumber(Int64(count), over: parts) else { return numeral }
    (numeral.value, numeral.end) = (fraction, word.end)
    return numeral
  }

  /// *the first three quarters*, *over the next two quarters*.
  private func isQuarterOfYear(_ numeral: Numeral, _ word: PackedWord) -> Bool {
    guard text[word.end - 1] | 0x20 == 0x73 else { return false }
    var start = numeral.end
    while start > 0, text.isLetter(start - 1) { start -= 1 }
    let before = PackedWord(in: text, before: text.skippingSpaces(before: start))
    return before.end > before.start && Self.leadsQuarters.contains(before.key)
  }

  private static let leadsQuarters = Set(
    ["first", "last", "next", "past", "previous", "preceding", "following", "consecutive"]
      .map(PackedWord.key(of:)))

  /// Whether English words stand at a place, without regard to case, and end there.
  func holdsWords(_ words: String, at place: Int) -> Bool {
    var place = place
    for byte in words.utf8 {
      let value = text[place]
      guard value == UInt32(byte) || FigureText.isLetter(value) && value | 0x20 == UInt32(byte)
      else { return false }
      place += 1
    }
    return !text.isLetter(place)
  }
}

/// The sum of English number words in the order in which they are read.
struct EnglishSum {
  private var total: Int64 = 0
  private var section: Int64 = 0
  private var lastScale = 20
  private var count = 0
  private(set) var isOrdinal = false
  private(set) var hasScale = false
  private(set) var isAfterHundred = false

  /// Starts with 1 behind *a*, as in *a hundred and two*, else with nothing.
  init(_ section: Int64) { self.section = section }

  var isSmall: Bool { count == 1 && !hasScale && section < 20 }

  mutating func add(_ meaning: EnglishWords.Meaning) -> Bool {
    switch meaning {
    case .small(let number):
      guard section % 10 == 0, section % 100 == 0 || number < 10 && number > 0, section % 100 != 10
      else { return false }
      if count > 0, number == 0 { return false }
      if count > 0, section == 0, !isAfterHundred { return false }
      section += number
    case .tens(let number):
      guard section % 100 == 0, count == 0 || isAfterHundred else { return false }
      section += number
    default: return addScale(meaning)
    }
    count += 1
    isAfterHundred = false
    return true
  }

  private mutating func addScale(_ meaning: EnglishWords.Meaning) -> Bool {
    switch meaning {
    case .ordinal(let number):
      guard section % 10 == 0, section % 100 == 0 || number < 10,
        count == 0 || section > 0 || isAfterHundred
      else { return false }
      section += Int64(number)
      isOrdinal = true
    case .ordinalTens(let number):
      guard section % 100 == 0 else { return false }
      section += Int64(number)
      isOrdinal = true
    case .scale(2):
      guard section > 0, section < 100 else { return false }
      section *= 100
      (hasScale, isAfterHundred) = (true, true)
    case .scale(let power):
      guard section > 0, power < lastScale else { return false }
      var factor: Int64 = 1
      for _ in 0..<power { factor *= 10 }
      total += section * factor
      (section, lastScale, hasScale, isAfterHundred) = (0, power, true, true)
    case .dozen:
      guard section > 0, section < 100, !hasScale else { return false }
      section *= 12
      hasScale = true
    default: return false
    }
    count += 1
    return true
  }

  var value: ExactNumber? { count == 0 ? nil : ExactNumber(total + section) }
}
