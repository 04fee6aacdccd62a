/// Dates and times in digits only: `2021-09-01`, `2021/9/1`, `2021.9.1`, `10:30`, `2021-2025`.
extension FigureScanner {
  /// Three numbers, the first a year, joined by one and the same sign.
  func numericDate(at place: Int) -> Found? {
    guard let year = shortNumber(at: place), year.end == place + 4, isYear(year.value) else {
      return nil
    }
    let mark = text[year.end]
    guard mark == 45 || mark == 46 || mark == 47, let month = shortNumber(at: year.end + 1),
      month.end <= year.end + 3
    else { return nil }
    guard text[month.end] == mark, let day = shortNumber(at: month.end + 1),
      day.end <= month.end + 3, !text.isLetter(day.end) || text[day.end] | 0x20 == 0x74
    else {
      return mark == 45 && month.end == year.end + 3
        ? yearAndMonth(from: place, year.value, month) : nil
    }
    guard text[day.end] != mark || !text.isDigit(day.end + 1),
      let date = FigureDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return Found(place, day.end, .date(date))
  }

  /// `2021-09`; 2021-12 too, which a span of years would write 2021—2012.
  private func yearAndMonth(
    from place: Int, _ year: Int, _ month: (value: Int, end: Int)
  ) -> Found? {
    guard text[month.end] != 45, !text.isLetter(month.end), text[month.end] != 0x5E74,
      month.value <= 12, month.value + 2000 != year + 1,
      let date = FigureDate(year: year, month: month.value)
    else { return nil }
    return Found(place, month.end, .date(date))
  }

  /// At most four digits.
  func shortNumber(at place: Int) -> (value: Int, end: Int)? {
    var (end, value) = (place, 0)
    while end < place + 5, text.isDigit(end) {
      value = value * 10 + Int(text[end] - 48)
      end += 1
    }
    return end > place && end <= place + 4 ? (value, end) : nil
  }

  func isYear(_ value: Int) -> Bool { (1000...2200).contains(value) }

  /// 10:30, 10:30:05, *10:30 p.m.*, *3 p.m.*
  func clockTime(at place: Int) -> Found? {
    guard let hour = shortNumber(at: place), hour.end <= place + 2 else { return nil }
    var (end, minute, second) = (hour.end, 0, 0)
    let isPoint = text[end] == 46
    if text[end] == 58 || isPoint, let minutes = shortNumber(at: end + 1), minutes.end == end + 3,
      !isPoint || noonMark(at: minutes.end) != nil || isAfternoon(before: place)
    {
      (minute, end) = (minutes.value, minutes.end)
      if text[end] == 58, let seconds = shortNumber(at: end + 1), seconds.end == end + 3 {
        (second, end) = (seconds.value, seconds.end)
      }
      if text[end] == 58 { return nil }
    }
    let noon = noonMark(at: end)
    guard end > hour.end || noon != nil else { return nil }
    var hours = hour.value
    if noon?.isAfter == true || noon == nil && isAfternoon(before: place), hours < 12 {
      hours += 12
    }
    if noon?.isAfter == false, hours == 12 { hours = 0 }
    guard let time = TimeOfDay(hour: hours, minute: minute, second: second) else { return nil }
    return Found(place, noon?.end ?? end, .time(time))
  }

  private func noonMark(at place: Int) -> (isAfter: Bool, end: Int)? {
    let next = text.skippingSpace(from: place)
    let letter = text[next] | 0x20
    guard letter == 0x61 || letter == 0x70 else { return nil }
    if text[next + 1] | 0x20 == 0x6D, !text.isLetter(next + 2) { return (letter == 0x70, next + 2) }
    guard text[next + 1] == 46, text[next + 2] | 0x20 == 0x6D, text[next + 3] == 46 else {
      return nil
    }
    return (letter == 0x70, next + 4)
  }

  func isAfternoon(before place: Int) -> Bool {
    let end = text.skippingSpaces(before: place)
    guard text[end - 1] >= 0x4E00 else { return false }
    return ["下午", "晚上", "傍晚", "晚", "午后"].contains { text.holds($0, before: end) }
  }

  /// 2021-2025, 2021—2025年, *2021 to 2025*, 2021年至2025年.
  func yearSpan(at place: Int, _ digits: Numeral) -> Found? {
    guard digits.plainDigitCount == 4, let first = digits.value.whole, (1800...2200).contains(first)
    else { return nil }
    var end = digits.end
    let yearMark = text.skippingSpace(from: end)
    let hasMark = text[yearMark] == 0x5E74
    if hasMark { end = yearMark + 1 }
    if !hasMark, let short = shortSpan(at: place, first, end: end) { return short }
    if hasMark, let short = shortHanSpan(at: place, first, end: end) { return short }
    guard let next = rangeSeparator(at: end, from: place), let last = shortNumber(at: next),
      last.end == next + 4, last.value > first, last.value <= 2200, !text.isLetter(last.end)
    else { return nil }
    let mark = text.skippingSpace(from: last.end)
    let isHan = text[mark] == 0x5E74
    if hasMark, !isHan { return nil }
    if isHan, text.isDigit(text.skippingSpace(from: mark + 1)) { return nil }
    if !isHan, unit(after: Numeral(value: .one, end: last.end, form: digits.form)) != nil {
      return nil
    }
    guard let from = FigureDate(year: first), let to = FigureDate(year: last.value) else {
      return nil
    }
    return Found(place, isHan ? mark + 1 : last.end, .dateSpan(from, to))
  }

  /// 1986年到88年.
  private func shortHanSpan(at place: Int, _ first: Int, end: Int) -> Found? {
    guard let next = rangeSeparator(at: end, from: place), let last = shortNumber(at: next),
      last.end == next + 2
    else { return nil }
    let mark = text.skippingSpace(from: last.end)
    let year = first / 100 * 100 + last.value
    guard text[mark] == 0x5E74, text[mark + 1] != 0x4EE3, year > first,
      let from = FigureDate(year: first), let to = FigureDate(year: year)
    else { return nil }
    return Found(place, mark + 1, .dateSpan(from, to))
  }

  /// 2019–20, 1968/69: the second year by its last two digits.
  private func shortSpan(at place: Int, _ first: Int, end: Int) -> Found? {
    guard text[end] == 45 || text[end] == 47 || text[end] == FigureText.dash,
      let last = shortNumber(at: end + 1), last.end == end + 3, !text.isLetter(last.end),
      text[last.end] != 45, text[last.end] != 47, text[last.end] != 37
    else { return nil }
    let year = first / 100 * 100 + last.value
    let mark = text.skippingSpace(from: last.end)
    guard year > first, year <= first + 15,
      text[end] != 45 || last.value > 12 || text[mark] == 0x5E74
    else { return nil }
    guard let from = FigureDate(year: first), let to = FigureDate(year: year) else { return nil }
    return Found(place, text[mark] == 0x5E74 ? mark + 1 : last.end, .dateSpan(from, to))
  }

  /// 1990s, the '90s.
  func decade(at place: Int, _ digits: Numeral) -> Found? {
    let end = text[digits.end] == 0x27 || text[digits.end] == 0x2019 ? digits.end + 1 : digits.end
    guard text[end] == 0x73, !text.isLetter(end + 1), !text.isDigit(end + 1),
      let year = digits.value.whole, year % 10 == 0, digits.plainDigitCount == 4,
      let date = FigureDate(year: year, part: .decade)
    else { return nil }
    // "the 2000s" may be a decade, a century or 本世纪初.
    return Found(place, end + 1, .date(date), isWeak: year % 100 == 0)
  }

  /// Four digits that are a year by their size and by what stands beside them.
  func bareYear(at place: Int, _ digits: Numeral) -> Found? {
    guard digits.plainDigitCount == 4, let year = digits.value.whole, (1900...2100).contains(year),
      withMagnitude(digits).end == digits.end, unit(after: digits) == nil,
      currencyName(after: digits) == nil, !text.isLetter(digits.end),
      rangeSeparator(at: digits.end, from: place).map({ !text.isDigit($0) }) ?? true
    else { return nil }
    if text[digits.end] == 0x500D || text[digits.end] == 47 || text[digits.end] == 45 { return nil }
    if characters.isClassifier(text[digits.end]) { return nil }
    let before = PackedWord(in: text, before: text.skippingSpaces(before: place))
    let isLed = before.end > before.start && Self.leadsYear.contains(before.key)
    let next = text.skippingSpace(from: digits.end)
    let isClosed =
      text[next] == 0 || !text.isLetter(next) && !text.isDigit(next) && next == digits.end
    guard isLed || isClosed, let date = FigureDate(year: year) else { return nil }
    return Found(place, digits.end, .date(partOfYear(before: place, date)), isWeak: false)
  }

  private static let leadsYear = Set(
    """
    in since by of from until till to after before during year early late mid circa and through \
    around spring summer autumn fall winter for
    """.split(separator: " ").map { PackedWord.key(of: String($0)) })

  /// *the end of 2021*, *early 2021*, *mid-September*: what the words before say of the date.
  func partOfYear(before place: Int, _ date: FigureDate) -> FigureDate {
    guard date.day == nil, date.part == nil else { return date }
    var end = text.skippingSpaces(before: place)
    if text[end - 1] == 45 { end -= 1 }
    let word = PackedWord(in: text, before: end)
    guard word.end == end, word.end > word.start else { return date }
    var date = date
    if word.key == Self.of {
      let noun = PackedWord(in: text, before: text.skippingSpaces(before: word.start))
      date.part = Self.endNouns[noun.key]
    } else {
      date.part = Self.partWords[word.key]
    }
    return date
  }

  private static let of = PackedWord.key(of: "of")
  private static let endNouns: [UInt64: FigureDate.Part] = [
    PackedWord.key(of: "end"): .end, PackedWord.key(of: "beginning"): .beginning,
    PackedWord.key(of: "start"): .beginning,
  ]
  private static let partWords: [UInt64: FigureDate.Part] = [
    PackedWord.key(of: "early"): .beginning, PackedWord.key(of: "mid"): .tenDays(2),
    PackedWord.key(of: "late"): .end,
  ]
}
