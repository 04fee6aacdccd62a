/// What begins with a digit.
extension FigureScanner {
  mutating func scanDigits(at place: Int) -> Int {
    if hasAt, let figure = email(at: place) { return take(figure, else: place + 1) }
    if let figure = numericDate(at: place) ?? clockTime(at: place) ?? dottedName(at: place) {
      return take(figure, else: place + 1)
    }
    guard let digits = digits(at: place) else { return skippedSerial(at: place) }
    if let decimal = pointFirst(at: place, digits) { return take(decimal, else: digits.end) }
    let numeral = withMagnitude(digits)
    if text.holds("24/7", at: place) { return place + 4 }
    if digits.plainDigitCount == 4, text[place] == 48, let time = fourDigitTime(at: place, digits) {
      return take(time, else: digits.end)
    }
    if digits.plainDigitCount > 0, let figure = plainDigits(at: place, digits) {
      return take(figure, else: digits.end)
    }
    if let tens = tensOfYears(at: place, digits) { return take(tens, else: digits.end) }
    if let thousands = attachedThousand(at: place, numeral) {
      return take(thousands, else: digits.end)
    }
    if let unit = attachedWord(numeral) { return unit }
    if let fraction = slashFraction(at: place, digits) ?? partsOf(numeral, from: place) {
      return take(fraction, else: digits.end)
    }
    let start = signStart(before: place)
    var signed = numeral
    if start < place { signed.value = negated(signed.value) }
    var figure = measured(from: start, signed)
    if isListMark(figure) { figure.isWeak = true }
    if mayBeDecade(figure, digits) {
      (figure.value, figure.isWeak) = (.number(Quantity(digits.value)), true)
    }
    return take(figure, else: digits.end)
  }

  /// Dates, years, ordinals, telephone numbers: what ungrouped whole digits may begin.
  private func plainDigits(at place: Int, _ digits: Numeral) -> Found? {
    if let figure = hanDate(at: place, digits) ?? dayAndMonth(at: place, digits)
      ?? hanTime(at: place, digits) ?? hanQuarter(at: place, digits) ?? ordinalDigits(
        at: place, digits)
      ?? yearSpan(at: place, digits) ?? decade(at: place, digits) ?? serial(at: place, digits)
      ?? numberSign(at: place, digits)
    {
      return figure
    }
    return bareYear(at: place, digits)
  }

  /// 0430, at 0500 hours.
  private func fourDigitTime(at place: Int, _ digits: Numeral) -> Found? {
    guard let number = digits.value.whole, number % 100 < 60, !text.isLetter(digits.end),
      text[digits.end] != 45, text[place - 1] != 45, text[digits.end] < 0x2E80,
      let time = TimeOfDay(hour: number / 100, minute: number % 100)
    else { return nil }
    return Found(place, digits.end, .time(time))
  }

  /// .08 without a zero before its point.
  private func pointFirst(at place: Int, _ digits: Numeral) -> Found? {
    guard text[place - 1] == 46, digits.plainDigitCount > 0,
      place < 2 || text[place - 2] == 32 || text[place - 2] == 40
    else { return nil }
    var numeral = digits
    numeral.value = digits.value.scaled(by: -digits.plainDigitCount)
    numeral.plainDigitCount = 0
    return measured(from: place - 1, withMagnitude(numeral))
  }

  private func negated(_ value: ExactNumber) -> ExactNumber {
    ExactNumber(-1).multiplied(by: value) ?? value
  }

  /// The place of a minus sign that belongs to a number.
  private func signStart(before place: Int) -> Int {
    guard text[place - 1] == 45 else {
      return text.holds("零下", before: place) ? place - 2 : place
    }
    switch text[place - 2] {
    case 0, 40, 0x22, 0x201C, 91, 61, 44: return place - 1
    case 0x5728, 0x81F3, 0x5230, 0x4E8E, 0x4E3A, 0x4ECE, 0x8FBE: return place - 1  // 在 至 到 于 为 从 达
    case 32:
      // "13 -25 %" and "2 - -44" are no negative numbers.
      let before = text[text.skippingSpaces(before: place - 1) - 1]
      return FigureText.isDigit(before) || before == 45 || before == 37 ? place : place - 1
    default: return place
    }
  }

  /// Whether a figure is the number of a line: `1. Scope`, `(2) the`, `3、`.
  private func isListMark(_ figure: Found) -> Bool {
    guard case .number = figure.value else { return false }
    let opens = figure.start == 0 || figure.start == 1 && text[0] == 40
    guard opens else { return false }
    switch text[figure.end] {
    case 0x3001, 41: return true
    case 46: return text[figure.end + 1] == 32 || text[figure.end + 1] >= 0x2E80
    default: return false
    }
  }

  /// Whether *80s* may be degrees or years as well as seconds.
  private func mayBeDecade(_ figure: Found, _ digits: Numeral) -> Bool {
    digits.plainDigitCount == 2 && text[digits.end] == 0x73 && figure.end == digits.end + 1
      && (digits.value.whole ?? 1) % 10 == 0
  }

  /// Letters directly behind digits that make no unit: the whole run is a name (`5G`, `2FA`).
  private func attachedWord(_ numeral: Numeral) -> Int? {
    let end = numeral.end
    guard text.isLetter(end) || text[end] == 0x5F else { return nil }
    if numeral.power > 0 || unit(after: numeral) != nil || currencyName(after: numeral) != nil {
      return nil
    }
    if text[end] | 0x20 == 0x78 || text[end] == 0x70, !text.isLetter(end + 1) { return nil }
    if numeral.value.decimalPlaces ?? 0 > 0, !text.isLetter(end + 1) { return nil }
    var place = end
    while text.isLetter(place) || text.isDigit(place) || text[place] == 0x5F { place += 1 }
    return place
  }

  /// 5k, 100K, which may be a name (4K): the other language need not say it.
  private func attachedThousand(at place: Int, _ numeral: Numeral) -> Found? {
    guard text[numeral.end] | 0x20 == 0x6B, numeral.power == 0, !text.isLetter(numeral.end + 1),
      !text.isDigit(numeral.end + 1)
    else { return nil }
    var thousands = numeral
    (thousands.value, thousands.end) = (numeral.value.scaled(by: 3), numeral.end + 1)
    (thousands.power, thousands.plainDigitCount) = (3, 0)
    var figure = measured(from: place, thousands)
    figure.isWeak = true
    return figure
  }

  /// *in his 40s* (an age), *the 80s*, *the '90s*, 00s (a decade).
  private func tensOfYears(at place: Int, _ digits: Numeral) -> Found? {
    var end = digits.end
    if text[end] == 0x27 || text[end] == 0x2019 { end += 1 }
    guard digits.plainDigitCount == 2, text[end] == 0x73, !text.isLetter(end + 1),
      !text.isDigit(end + 1), let tens = digits.value.whole, tens % 10 == 0
    else { return nil }
    return tensOfYears(tens, from: place, end: end + 1, isSure: end > digits.end || tens == 0)
  }

  /// What tens in the plural mean: years of age behind *his*, else years of the century, unless
  /// they may be seconds.
  func tensOfYears(_ tens: Int, from place: Int, end: Int, isSure: Bool) -> Found? {
    var start = text.skippingSpaces(before: place)
    if text[start - 1] == 45 || text[start - 1] == 0x27 || text[start - 1] == 0x2019 { start -= 1 }
    var before = PackedWord(in: text, before: text.skippingSpaces(before: start))
    var isAge = false
    if Self.partOfTens.contains(before.key), before.end > before.start {
      before = PackedWord(in: text, before: text.skippingSpaces(before: before.start))
      isAge = !isSure && before.key == Self.inWord
    }
    if isAge || before.end > before.start && Self.possessives.contains(before.key) {
      return Found(
        place, end, .measure(Quantity(Int64(tens)), .year), isVague: true)
    }
    let isLed = before.end > before.start && Self.leadsTens.contains(before.key)
    guard isSure || isLed,
      let decade = FigureDate(year: tens < 30 ? 2000 + tens : 1900 + tens, part: .decade)
    else { return nil }
    return Found(place, end, .date(decade))
  }

  private static let inWord = PackedWord.key(of: "in")
  private static let possessives = Set(
    ["his", "her", "their", "my", "our", "your", "its"].map(PackedWord.key(of:)))
  private static let partOfTens = Set(["early", "mid", "late"].map(PackedWord.key(of:)))
  private static let leadsTens = Set(["the", "and"].map(PackedWord.key(of:)))

  /// 1st, 22nd.
  private func ordinalDigits(at place: Int, _ digits: Numeral) -> Found? {
    guard let suffix = ordinalSuffix(at: digits.end), let number = digits.value.whole else {
      return nil
    }
    return plan(from: place, number, end: suffix) ?? quarter(from: place, number, end: suffix)
      ?? century(from: place, number, end: suffix) ?? Found(place, suffix, .ordinal(number))
  }

  func ordinalSuffix(at place: Int) -> Int? {
    guard !text.isLetter(place + 2) else { return nil }
    switch (text[place] | 0x20, text[place + 1] | 0x20) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return place + 2
    default: return nil
    }
  }

  /// 1/3, where the first is the smaller.
  private func slashFraction(at place: Int, _ digits: Numeral) -> Found? {
    guard text[digits.end] == 47, digits.plainDigitCount > 0, digits.plainDigitCount <= 2,
      text[place - 1] != 47, let parts = self.digits(at: digits.end + 1),
      parts.plainDigitCount > 0, parts.plainDigitCount <= 3, text[parts.end] != 47,
      let top = digits.value.whole, let bottom = parts.value.whole, top > 0, top < bottom,
      let fraction = ExactNumber(Int64(top), over: Int64(bottom))
    else { return nil }
    return Found(place, parts.end, .number(Quantity(fraction)))
  }

  /// 3分之2, 百分之35.
  func partsOf(_ numeral: Numeral, from start: Int) -> Found? {
    guard text.holds("分之", at: numeral.end), let top = self.numeral(at: numeral.end + 2) else {
      return nil
    }
    guard let inverse = numeral.value.whole.flatMap({ ExactNumber(1, over: Int64($0)) }),
      let fraction = top.value.multiplied(by: inverse)
    else { return nil }
    return Found(start, top.end, .number(Quantity(fraction)), isVague: top.isVague)
  }

  /// Digits too many for a number are a name.
  private mutating func skippedSerial(at place: Int) -> Int {
    var end = place
    while text.isDigit(end) { end += 1 }
    return take(Found(place, end, .serial(text.string(place..<end))), else: end)
  }

  /// 010-12345678, 978-7-111-12345-6: digits joined by hyphens that make no range.
  private func serial(at place: Int, _ digits: Numeral) -> Found? {
    var (end, parts) = (digits.end, 1)
    while text[end] == 45, text.isDigit(end + 1) {
      end += 1
      while text.isDigit(end) { end += 1 }
      parts += 1
    }
    guard parts >= 2, !text.isLetter(end) else { return nil }
    if parts == 2, text[place] != 48 || digits.plainDigitCount == 1,
      let second = self.digits(at: digits.end + 1),
      second.value.approximate > digits.value.approximate,
      second.plainDigitCount <= digits.plainDigitCount + 2 || second.plainDigitCount == 0
    {
      return nil
    }
    if parts == 2, withMagnitude(digits).end != digits.end { return nil }
    if parts == 2, let second = self.digits(at: digits.end + 1), second.plainDigitCount == 0 {
      return nil
    }
    return Found(place, end, .serial(text.string(place..<end)))
  }

  /// 2.0.1, 192.168.0.1: two dots or more.
  private func dottedName(at place: Int) -> Found? {
    var (end, dots) = (place, 0)
    while true {
      while text.isDigit(end) { end += 1 }
      guard text[end] == 46, text.isDigit(end + 1) else { break }
      (end, dots) = (end + 1, dots + 1)
    }
    guard dots >= 2 else { return nil }
    return Found(place, end, .version(text.string(place..<end)))
  }

  /// 5号, #5.
  private func numberSign(at place: Int, _ digits: Numeral) -> Found? {
    guard let number = digits.value.whole else { return nil }
    let next = text.skippingSpace(from: digits.end)
    if text[next] == 0x53F7, text[next + 1] != 0x7801, text[next + 1] != 0x79F0 {
      return Found(place, next + 1, .ordinal(number))
    }
    return nil
  }
}
