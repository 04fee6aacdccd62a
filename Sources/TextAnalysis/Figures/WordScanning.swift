/// What begins with a Latin word.
extension FigureScanner {
  mutating func scanWord(at place: Int) -> Int {
    let word = PackedWord(in: text, at: place)
    let meaning = EnglishWords.shared.meaning(of: word.key)
    if meaning == .address, let figure = address(at: place) { return take(figure, else: word.end) }
    if hasAt, let figure = email(at: place) { return take(figure, else: word.end) }
    if word.key == Self.fiscal, text.isCapital(place), let year = fiscalYear(word) {
      return take(year, else: word.end)
    }
    if text.isCapital(place) || text[place] == 0x76 {
      if let figure = capitalised(at: place, word, meaning) { return take(figure, else: word.end) }
    }
    guard let meaning, !joinsOther(word) else { return skipped(word) }
    switch meaning {
    case .clause(let level):
      if let clauses = englishClauses(at: place, level, wordEnd: word.end), let last = clauses.last
      {
        found.append(contentsOf: clauses)
        lastEnd = last.end
        return last.end
      }
      return word.end
    case .small, .tens, .ordinal, .ordinalTens, .dozen: return scanNumberWords(at: place, word)
    case .article: return take(counted(article: word), else: word.end)
    case .half: return take(half(word), else: word.end)
    case .multiple(let times): return take(multiple(word, times), else: word.end)
    case .stretch(let count, let unit): return take(stretch(word, count, unit), else: word.end)
    case .decade(let tens):
      return take(tensOfYears(tens, from: place, end: word.end, isSure: true), else: word.end)
    case .graded:
      guard text[word.end] == 32, let label = roman(at: word.end + 1),
        let number = Int64(label.text)
      else { return skipped(word) }
      return take(
        Found(word.end + 1, label.end, .number(Quantity(number)), isWeak: true), else: word.end)
    case .scale where isPer(before: place): return take(perScale(word), else: word.end)
    case .number: return take(numbered(word), else: word.end)
    case .order: return take(order(at: place, word.end), else: word.end)
    case .presidential, .state: return take(ledOrder(at: place, word.end), else: word.end)
    case .announcement: return take(announcement(at: place, word.end), else: word.end)
    default: return skipped(word)
    }
  }

  private static let fiscal = PackedWord.key(of: "fy")

  /// FY2021, FY 21, FY2020/21.
  private func fiscalYear(_ word: PackedWord) -> Found? {
    let start = text.skippingSpace(from: word.end)
    guard let number = shortNumber(at: start), !text.isLetter(number.end) else { return nil }
    if number.end == start + 4, let digits = digits(at: start),
      let span = yearSpan(at: start, digits)
    {
      return Found(word.start, span.end, span.value)
    }
    let year = number.end == start + 2 ? 2000 + number.value : number.value
    guard number.end == start + 2 || number.end == start + 4 && isYear(year),
      let date = FigureDate(year: year)
    else { return nil }
    return Found(word.start, number.end, .date(date))
  }

  private func multiple(_ word: PackedWord, _ times: Int64) -> Found {
    let isIdiom = holdsWords("down", at: word.end + 1)  // doubling down
    return Found(
      word.start, word.end, .multiple(Quantity(abs(times))), isWeak: times < 0 || isIdiom)
  }

  /// *a decade*, *the last decade*, *a fortnight*.
  private func stretch(_ word: PackedWord, _ count: Int64, _ unit: EnglishWords.StretchUnit)
    -> Found
  {
    Found(
      word.start, word.end, .measure(Quantity(count), unit == .day ? .day : .year), isWeak: true)
  }

  private func isPer(before place: Int) -> Bool {
    PackedWord(in: text, before: text.skippingSpaces(before: place)).key == Self.per
      && text[place - 1] == 32
  }

  private static let per = PackedWord.key(of: "per")

  /// *per million*.
  private func perScale(_ word: PackedWord) -> Found? {
    scaleWord(at: word.start).map {
      Found(
        word.start, $0.end, .number(Quantity(ExactNumber(digits: 1, exponent: $0.power))),
        isWeak: true)
    }
  }

  /// Names, amounts, versions and months, which begin with a capital letter.
  private func capitalised(
    at place: Int, _ word: PackedWord, _ meaning: EnglishWords.Meaning?
  ) -> Found? {
    if text.isCapital(place) {
      if case .month? = meaning, let figure = monthFirst(at: place) { return figure }
      if case .shortMonth? = meaning, let figure = monthFirst(at: place) { return figure }
      if text.isDigit(word.end), word.end == place + 1, let figure = quarterSign(at: place) {
        return figure
      }
      if let figure = identifier(at: place) ?? englishDocument(at: place) { return figure }
      if let figure = prefixedAmount(at: place) { return figure }
    }
    if word.end == place + 1, text[place] | 0x20 == 0x76, text.isDigit(word.end) {
      return version(at: place)
    }
    return nil
  }

  /// Whether a word is a piece of a name in code, such as `one` in `one_to_many`.
  private func joinsOther(_ word: PackedWord) -> Bool {
    text[word.end] == 0x5F || text[word.start - 1] == 0x5F || text.isDigit(word.end)
      || text[word.start - 1] == 0x2F || text[word.start - 1] == 0x5C
  }

  /// The place behind a word; digits that belong to it (`IPv6`, `COVID-19`, `H2O`) go with it.
  private func skipped(_ word: PackedWord) -> Int {
    var place = word.end
    let isDesignation =
      text[place] == 45 && text.isDigit(place + 1) && text.isCapital(word.start)
      && !Self.joinsNumber.contains(word.key)
    guard text.isDigit(place) || isDesignation || text[place] == 0x5F else { return place }
    if text.isDigit(place), text.isCapital(word.start), place <= word.start + 3,
      let digits = digits(at: place), withMagnitude(digits).power >= 6
    {
      return place  // N585 million
    }
    if isDesignation { place += 1 }
    while text.isDigit(place) || text.isLetter(place) || text[place] == 0x5F
      || (text[place] == 46 || text[place] == 45) && text.isDigit(place + 1)
    {
      place += 1
    }
    return place
  }

  private static let joinsNumber = Set(
    ["mid", "pre", "post", "sub", "non", "over", "under", "age", "aged", "top", "early", "late"]
      .map(PackedWord.key(of:)))

  /// *three hundred and five*, *two thirds*, *first*, *one year*; *one* alone is no figure.
  private mutating func scanNumberWords(at place: Int, _ word: PackedWord) -> Int {
    guard let numeral = englishNumeral(at: place) else { return word.end }
    if numeral.isOrdinal { return take(ordinal(from: place, numeral), else: numeral.end) }
    if let top = numeral.value.whole, holdsWords("in", at: numeral.end + 1),
      text[numeral.end] == 32 || text[numeral.end] == 45,
      let parts = self.numeral(at: numeral.end + 4), let bottom = parts.value.whole, bottom > top,
      bottom <= 1000, parts.power == 0, unit(after: parts) == nil, !parts.isOrdinal,
      top == 1 || text[numeral.end] == 45 || top < 10 && bottom == 10,
      let fraction = ExactNumber(Int64(top), over: Int64(bottom))
    {
      return take(Found(place, parts.end, .number(Quantity(fraction))), else: numeral.end)
    }
    var figure = measured(from: place, numeral)
    let isOne = numeral.value == .one
    if isOne {
      guard figure.end > numeral.end || countsOne(from: place, end: numeral.end) else {
        return numeral.end
      }
      figure.isWeak = true
    }
    return take(figure, else: numeral.end)
  }

  /// Whether *one* counts: *one nurse*, not *one of*, *no one*, *one another*.
  private func countsOne(from place: Int, end: Int) -> Bool {
    guard text[end] == 32, text.isLetter(end + 1), !text.isCapital(end + 1) else { return false }
    let next = PackedWord(in: text, at: end + 1)
    let before = PackedWord(in: text, before: text.skippingSpaces(before: place))
    return !Self.afterPronoun.contains(next.key)
      && !(before.end > before.start && Self.beforePronoun.contains(before.key))
  }

  private static let afterPronoun = Set(
    """
    of another or who that which whose should can may must is was has had will would cannot could \
    might on in at for to with and by from as if does day thing side hand such
    """.split(separator: " ").map { PackedWord.key(of: String($0)) })
  private static let beforePronoun = Set(
    "no any every each this that the which another some someone new old same by".split(
      separator: " "
    )
    .map { PackedWord.key(of: String($0)) })

  private func ordinal(from place: Int, _ numeral: Numeral) -> Found? {
    guard let number = numeral.value.whole else { return nil }
    let end = numeral.end
    if let figure = plan(from: place, number, end: end) ?? quarter(from: place, number, end: end)
      ?? century(from: place, number, end: end)
    {
      return figure
    }
    // second-hand, first-class, third party, "a second"
    if text[end] == 45, number <= 3 {
      let next = PackedWord(in: text, at: end + 1)
      let isDegree = next.end > end + 5 && text.holds("est", before: next.end)  // third-largest
      return isDegree ? Found(place, end, .ordinal(number), isWeak: number == 1) : nil
    }
    if number == 3, ["party", "parties"].contains(where: { holdsWords($0, at: end + 1) }) {
      return nil
    }
    let isAlone = numeral.plainDigitCount == 0 && number <= 2
    if number == 2 {
      let before = PackedWord(in: text, before: text.skippingSpaces(before: place))
      if Self.secondsLead.contains(before.key), before.end > before.start {
        return isOrderedNoun(at: end) ? Found(place, end, .ordinal(2), isWeak: true) : nil
      }
    }
    // "Second, …" begins a point, which Chinese writes 其次.
    let isWeak = isAlone && number == 1 || text[end] == 44 && text.isCapital(place)
    return Found(place, end, .ordinal(number), isWeak: isWeak)
  }

  /// Whether *a second* is followed by what it counts: *a second summit*, not *a second later*.
  private func isOrderedNoun(at place: Int) -> Bool {
    guard text[place] == 32, text.isLetter(place + 1) else { return false }
    let next = PackedWord(in: text, at: place + 1)
    return next.end - next.start > 3 && !Self.afterTime.contains(next.key)
  }

  private static let afterTime = Set(
    ["later", "before", "after", "when", "that", "longer", "then", "from", "hand", "with"]
      .map(PackedWord.key(of:)))
  private static let secondsLead = Set(["per", "a", "each", "every"].map(PackedWord.key(of:)))

  /// *a hundred*, *a third of*, *a quarter of*, *a dozen*, *an hour and a half* not.
  private func counted(article word: PackedWord) -> Found? {
    guard text[word.end] == 32 else { return nil }
    let next = PackedWord(in: text, at: word.end + 1)
    switch EnglishWords.shared.meaning(of: next.key) {
    case .scale(let power):
      if text.isCapital(next.start) { return nil }
      guard power <= 12, var numeral = englishNumeral(at: next.start, after: 1) else { return nil }
      numeral.power = power
      return measured(from: word.start, numeral)
    case .dozen:
      var numeral = Numeral(value: ExactNumber(12), end: next.end, form: .words)
      numeral.power = 1
      var figure = measured(from: word.start, numeral)
      figure.isWeak = true
      return figure
    case .ordinal(let parts)
    where parts >= 3
      && (holdsWords("of", at: next.end + 1) || holdsWords("the", at: next.end + 1)
        || !text.isLetter(next.end + 1) && text[next.end] != 45):
      return ExactNumber(1, over: Int64(parts)).map {
        Found(word.start, next.end, .number(Quantity($0)))
      }
    case .quarter
    where holdsWords("of", at: next.end + 1) && !holdsWords("of the year", at: next.end + 1):
      return Found(word.start, next.end, .number(Quantity(ExactNumber(digits: 25, exponent: -2))))
    case .quarter: return quarterHour(from: word.start, next)
    default: return orTwo(from: word.start, next)
    }
  }

  /// *a quarter past eight*, *a quarter to eight*.
  private func quarterHour(from place: Int, _ noun: PackedWord) -> Found? {
    let isPast = holdsWords("past", at: noun.end + 1)
    guard isPast || holdsWords("to", at: noun.end + 1),
      let hour = numeral(at: noun.end + (isPast ? 6 : 4)), let number = hour.value.whole,
      (1...12).contains(number),
      let time = TimeOfDay(hour: isPast ? number : number - 1, minute: isPast ? 15 : 45)
    else { return nil }
    return Found(place, hour.end, .time(time))
  }

  /// *half past eight*.
  private func halfPast(_ word: PackedWord) -> Found? {
    guard holdsWords("past", at: word.end + 1), let hour = numeral(at: word.end + 6),
      let number = hour.value.whole, (1...12).contains(number),
      let time = TimeOfDay(hour: number, minute: 30)
    else { return nil }
    return Found(word.start, hour.end, .time(time))
  }

  /// *a week or two*.
  private func orTwo(from place: Int, _ noun: PackedWord) -> Found? {
    guard holdsWords("or two", at: noun.end + 1), text[noun.end] == 32 else { return nil }
    let quantity = Quantity(.one, to: ExactNumber(2))
    guard let row = UnitTable.shared.words[noun.key] else {
      return Found(place, noun.end + 7, .number(quantity), isWeak: true)
    }
    return Found(
      place, noun.end + 7, .measure(quantity, UnitTable.shared.units[row]), isWeak: true)
  }

  /// *half a million*, *half of*, *half a year*, *half an hour*.
  private func half(_ word: PackedWord) -> Found? {
    var next = word.end
    guard text[next] == 32 || text[next] == 45 else { return nil }
    if let time = halfPast(word) { return time }
    for article in ["a", "an"] where holdsWords(article, at: next + 1) {
      next += 1 + article.utf8.count
    }
    var numeral = Numeral(value: .oneHalf, end: next, form: .words)
    if text[next] == 32, let scale = scaleWord(at: next + 1) {
      (numeral.value, numeral.end, numeral.power) = (
        numeral.value.scaled(by: scale.power), scale.end, scale.power
      )
      return measured(from: word.start, numeral)
    }
    if unit(after: numeral) != nil {
      var figure = measured(from: word.start, numeral)
      figure.isWeak = true
      return figure
    }
    guard holdsWords("of", at: word.end + 1) else { return nil }
    return Found(word.start, word.end, .number(Quantity(.oneHalf)), isWeak: true)
  }

  /// *No. 5*, *No. 10 of 2021*.
  private func numbered(_ word: PackedWord) -> Found? {
    var next = word.end
    guard text[next] == 46 || text.isCapital(word.start) else { return nil }
    if text[next] == 46 { next += 1 }
    next = text.skippingSpace(from: next)
    guard let digits = digits(at: next), digits.plainDigitCount > 0,
      let number = digits.value.whole,
      !text.isLetter(digits.end), text[digits.end] != 45
    else { return nil }
    if let year = yearOfDocument(at: digits.end) {
      return Found(
        word.start, year.end,
        .identifier(Identifier(kind: .announcement, number: String(number), year: year.year)))
    }
    return Found(word.start, digits.end, .ordinal(number))
  }
}
