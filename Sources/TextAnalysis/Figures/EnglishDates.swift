/// Dates in English: *1 September 2021*, *Sept. 1, 2021*, *September 2021*, *the first quarter*,
/// *the 21st century*, *the 14th Five-Year Plan*.
extension FigureScanner {
  /// *1 September 2021*, *1st of September*, from the day on.
  func dayAndMonth(at place: Int, _ digits: Numeral) -> Found? {
    guard digits.plainDigitCount <= 2, let day = digits.value.whole, (1...31).contains(day) else {
      return nil
    }
    var next = ordinalSuffix(at: digits.end) ?? digits.end
    guard text[next] == 32 || text[next] == 45 || text[next] == FigureText.dash else { return nil }
    if let span = daySpan(from: place, day, at: next) { return span }
    guard text[next] != FigureText.dash else { return nil }
    next += 1
    if holdsWords("day of", at: next), text[next + 6] == 32 { next += 4 }
    if holdsWords("of", at: next), text[next + 2] == 32 { next += 3 }
    guard let month = monthName(at: next) else { return nil }
    let year = yearAfterMonth(at: month.end)
    guard let date = FigureDate(year: year?.year, month: month.month, day: day) else { return nil }
    return Found(place, year?.end ?? month.end, .date(date))
  }

  /// *1–10 January 2020*, *1 to 10 January*.
  private func daySpan(from place: Int, _ day: Int, at end: Int) -> Found? {
    guard let next = rangeSeparator(at: end, from: place), let last = shortNumber(at: next),
      last.value > day, last.value <= 31, text[last.end] == 32,
      let month = monthName(at: last.end + 1)
    else { return nil }
    let year = yearAfterMonth(at: month.end)
    guard let from = FigureDate(year: year?.year, month: month.month, day: day),
      let to = FigureDate(year: year?.year, month: month.month, day: last.value)
    else { return nil }
    return Found(place, year?.end ?? month.end, .dateSpan(from, to))
  }

  /// The month whose name stands at a place, its point taken with it.
  func monthName(at place: Int) -> (month: Int, end: Int, isShort: Bool)? {
    guard text.isCapital(place) else { return nil }
    let word = PackedWord(in: text, at: place)
    switch EnglishWords.shared.meaning(of: word.key) {
    case .month(let month): return (month, word.end, false)
    case .shortMonth(let month):
      return (month, text[word.end] == 46 ? word.end + 1 : word.end, true)
    default: return nil
    }
  }

  private func yearAfterMonth(at place: Int) -> (year: Int, end: Int)? {
    var next = place
    if text[next] == 44 { next += 1 }
    if text[next] == 32 || text[next] == 45 { next += 1 }
    if holdsWords("of", at: next), text[next + 2] == 32 { next += 3 }
    guard next > place, let year = shortNumber(at: next), year.end == next + 4, isYear(year.value),
      !text.isLetter(year.end)
    else { return nil }
    return (year.value, year.end)
  }

  /// *September 1, 2021*, *September 1—5, 2021*, *September 2021*, *in September*.
  func monthFirst(at place: Int) -> Found? {
    guard let month = monthName(at: place) else { return nil }
    let next = text.skippingSpace(from: month.end)
    if next > month.end || month.end > place && text[month.end - 1] == 46,
      let day = shortNumber(at: next), day.end <= next + 2, (1...31).contains(day.value)
    {
      let end = ordinalSuffix(at: day.end) ?? day.end
      if !text.isLetter(end), text[end] != 58 {
        return monthAndDay(from: place, month.month, day.value, end: end)
      }
    }
    if let year = yearAfterMonth(at: month.end),
      let date = FigureDate(year: year.year, month: month.month)
    {
      return Found(place, year.end, .date(partOfYear(before: place, date)))
    }
    guard let date = FigureDate(month: month.month) else { return nil }
    if isMonth(from: place, month) {
      return Found(place, month.end, .date(partOfYear(before: place, date)))
    }
    return isInside(place) && (!month.isShort || text[month.end - 1] == 46)
      ? Found(place, month.end, .date(date), isWeak: true) : nil
  }

  private func monthAndDay(from place: Int, _ month: Int, _ day: Int, end: Int) -> Found? {
    var (end, last) = (end, Int?.none)
    if let next = rangeSeparator(at: end, from: place), let to = shortNumber(at: next),
      to.end <= next + 2, to.value > day, !text.isLetter(to.end)
    {
      (end, last) = (to.end, to.value)
    }
    let year = yearAfterMonth(at: end)
    guard let date = FigureDate(year: year?.year, month: month, day: day) else { return nil }
    if let last {
      guard let to = FigureDate(year: year?.year, month: month, day: last) else { return nil }
      return Found(place, year?.end ?? end, .dateSpan(date, to))
    }
    return Found(place, year?.end ?? end, .date(date))
  }

  /// Whether the name of a month alone is one: *in May*, not *May I*; *March* only so as well.
  private func isMonth(from place: Int, _ month: (month: Int, end: Int, isShort: Bool)) -> Bool {
    if month.isShort { return false }
    let isJoined = text[place - 1] == 45
    let before = PackedWord(
      in: text, before: isJoined ? place - 1 : text.skippingSpaces(before: place))
    let isLed = before.end > before.start && Self.leadsMonth.contains(before.key)
    if holdsWords("to", at: month.end + 1), monthName(at: month.end + 4) != nil { return true }
    return isLed || !isJoined && ![3, 5, 8].contains(month.month)
  }

  /// Whether a capital letter does not begin a sentence.
  private func isInside(_ place: Int) -> Bool {
    let end = text.skippingSpaces(before: place)
    return end < place && end > 0 && (text.isLetter(end - 1) || text[end - 1] == 44)
      || text[end - 1] == 45
  }

  private static let leadsMonth = Set(
    "in since by of from until till to after before during early late mid last next this and or through"
      .split(separator: " ").map { PackedWord.key(of: String($0)) })

  /// The *14th* of *Five-Year Plan*, from the ordinal's end.
  func plan(from place: Int, _ number: Int, end: Int) -> Found? {
    guard text[end] == 32, holdsWords("five", at: end + 1),
      text[end + 5] == 45 || text[end + 5] == 32,
      holdsWords("year", at: end + 6), text[end + 10] == 32, holdsWords("plan", at: end + 11)
    else { return nil }
    return Found(place, end + 15, .plan(number))
  }

  /// *the first quarter (of 2021)*, *the second half of the year*.
  func quarter(from place: Int, _ number: Int, end: Int) -> Found? {
    guard text[end] == 32 else { return nil }
    if holdsWords("ten days of", at: end + 1), let month = monthName(at: end + 13) {
      let year = yearAfterMonth(at: month.end)
      return FigureDate(year: year?.year, month: month.month, part: .tenDays(number)).map {
        Found(place, year?.end ?? month.end, .date($0))
      }
    }
    let word = PackedWord(in: text, at: end + 1)
    let part: FigureDate.Part
    switch EnglishWords.shared.meaning(of: word.key) {
    case .quarter where number <= 4: part = .quarter(number)
    case .half where number <= 2: part = .half(number)
    default: return nil
    }
    let year = yearOfPart(at: word.end)
    if year == nil, case .half = part, !holdsWords("of the year", at: word.end + 1),
      !["this", "last", "next", "that", "each", "every"].contains(where: {
        holdsWords("of " + $0 + " year", at: word.end + 1)
      })
    {
      return nil
    }
    guard let date = FigureDate(year: year?.year, part: part) else { return nil }
    return Found(place, year?.end ?? word.end, .date(date))
  }

  private func yearOfPart(at place: Int) -> (year: Int, end: Int)? {
    guard text[place] == 32 else { return nil }
    let next = holdsWords("of", at: place + 1) ? place + 4 : place + 1
    guard let year = shortNumber(at: next), year.end == next + 4, isYear(year.value) else {
      return nil
    }
    return (year.value, year.end)
  }

  /// *the 21st century*.
  func century(from place: Int, _ number: Int, end: Int) -> Found? {
    guard text[end] == 32 || text[end] == 45, holdsWords("century", at: end + 1),
      let date = FigureDate(year: number, part: .century)
    else { return nil }
    return Found(place, end + 8, .date(date))
  }

  /// Q3 2021, H1 2021, Q3.
  func quarterSign(at place: Int) -> Found? {
    let number = Int(text[place + 1]) - 48
    guard text[place] == 0x51 || text[place] == 0x48, (1...4).contains(number),
      !text.isDigit(place + 2), !text.isLetter(place + 2), text[place + 2] != 45
    else { return nil }
    let isQuarter = text[place] == 0x51
    guard isQuarter || number <= 2 else { return nil }
    let next = holdsWords("of", at: place + 3) ? place + 6 : place + 3
    let year = shortNumber(at: next).flatMap { $0.end == next + 4 && isYear($0.value) ? $0 : nil }
    guard isQuarter || year != nil,
      let date = FigureDate(year: year?.value, part: isQuarter ? .quarter(number) : .half(number))
    else { return nil }
    return Found(place, year?.end ?? place + 2, .date(date))
  }
}
