/// Numbers written with digits: `2021`, `1,234.5`, `2.5 million`, `3000亿`.
extension FigureScanner {
  /// Reads digits with their separators and decimals.
  func digits(at place: Int) -> Numeral? {
    var (end, value, count): (Int, Int64, Int) = (place, 0, 0)
    while text.isDigit(end), count < 18 {
      value = value * 10 + Int64(text[end] - 48)
      (end, count) = (end + 1, count + 1)
    }
    guard count > 0, !text.isDigit(end) else { return nil }
    var (isGrouped, total) = (false, count)
    if count <= 3, let mark = groupMark(at: end) {
      while text[end] == mark, text.isDigit(end + 1), text.isDigit(end + 2), text.isDigit(end + 3),
        !text.isDigit(end + 4), total <= 15
      {
        for offset in 1...3 { value = value * 10 + Int64(text[end + offset] - 48) }
        (end, total, isGrouped) = (end + 4, total + 3, true)
      }
    }
    while total <= 12, text[end] == 32, text.holds("000", at: end + 1), !text.isDigit(end + 4),
      isGrouped || count <= 3, value > 0
    {
      (value, end, total, isGrouped) = (value * 1000, end + 4, total + 3, true)  // 2 000
    }
    var decimals = 0
    if text[end] == 46 || text[end] == 0xB7 && isGrouped, text.isDigit(end + 1) {
      var next = end + 1
      while text.isDigit(next), total + decimals < 18 {
        value = value * 10 + Int64(text[next] - 48)
        (next, decimals) = (next + 1, decimals + 1)
      }
      guard !text.isDigit(next) else { return nil }
      end = next
    }
    var numeral = Numeral(
      value: ExactNumber(digits: value, exponent: -decimals), end: end,
      form: .digits(isGrouped: isGrouped))
    if !isGrouped, decimals == 0 { numeral.plainDigitCount = count }
    return numeral
  }

  private func groupMark(at place: Int) -> UInt32? {
    let mark = text[place]
    guard mark == 44 || mark == 0x2C else { return nil }
    return text.isDigit(place + 1) ? mark : nil
  }

  /// Adds what multiplies the digits: *million*, *dozen*, 万, 亿, 余.
  func withMagnitude(_ numeral: Numeral) -> Numeral {
    var numeral = numeral
    // "300+ billion", 20+万
    if text[numeral.end] == 43, text[numeral.end + 1] == 32, scaleWord(at: numeral.end + 2) != nil {
      return scaled(numeral, by: scaleWord(at: numeral.end + 2) ?? (0, numeral.end))
    }
    let mark = text.skippingSpace(from: numeral.end)
    if vagueMark(at: mark) { (numeral.isVague, numeral.end) = (true, mark + 1) }
    let next = text.skippingSpace(from: numeral.end)
    if HanNumeral(text[next], trillions: readsTrillions) != nil {
      return withHanMagnitude(numeral, at: next)
    }
    guard next < text.count else { return numeral }
    if next > numeral.end || text[next] == 45,
      let scale = scaleWord(at: next == numeral.end ? next + 1 : next)
    {
      return scaled(numeral, by: scale)
    }
    return numeral
  }

  private func scaled(_ numeral: Numeral, by scale: (power: Int, end: Int)) -> Numeral {
    var numeral = numeral
    numeral.value = numeral.value.scaled(by: scale.power)
    (numeral.power, numeral.end, numeral.plainDigitCount) = (scale.power, scale.end, 0)
    // "5 thousand million", "10 hundred thousand"
    if text[scale.end] == 32, let more = scaleWord(at: scale.end + 1), more.power > scale.power {
      numeral.value = numeral.value.scaled(by: more.power)
      (numeral.power, numeral.end) = (numeral.power + more.power, more.end)
    }
    return numeral
  }

  /// *hundred* to *trillion* and their short forms.
  func scaleWord(at place: Int) -> (power: Int, end: Int)? {
    guard text.isLetter(place) else { return nil }
    let word = PackedWord(in: text, at: place)
    guard case .scale(let power)? = EnglishWords.shared.meaning(of: word.key) else { return nil }
    return (power, word.end)
  }

  private func withHanMagnitude(_ numeral: Numeral, at place: Int) -> Numeral {
    var numeral = numeral
    var next = place
    var power = 0
    while !isHanUnit(at: next),
      case .power(let more)? = HanNumeral(text[next], trillions: readsTrillions),
      power == 0 || power + more <= 16, more > 1 || next == place
    {
      power += more
      next += 1
    }
    guard power > 0 else { return numeral }
    if vagueMark(at: next) { (numeral.isVague, next) = (true, next + 1) }
    while numeral.isVague, !isHanUnit(at: next),
      case .power(let more)? = HanNumeral(text[next], trillions: readsTrillions)
    {
      power += more
      next += 1
    }
    let before = numeral
    numeral.value = numeral.value.scaled(by: power)
    (numeral.power, numeral.end, numeral.plainDigitCount) = (power, next, 0)
    guard power >= 3, before.partsPower == nil, let rest = digits(at: next),
      rest.plainDigitCount > 0
    else { return numeral }
    let tail = withHanMagnitude(rest, at: rest.end)
    guard tail.power < power, tail.value.approximate < numeral.value.approximate,
      tail.power > 0 || rest.plainDigitCount == 4, let sum = numeral.value.adding(tail.value)
    else { return numeral }
    (numeral.value, numeral.end, numeral.power) = (sum, tail.end, max(tail.power, 1))
    return numeral
  }

  /// Whether 余, 多 or 几 at a place says that the number before it is not exact.
  func vagueMark(at place: Int) -> Bool {
    switch text[place] {
    case 0x4F59: true  // 余
    case 0x591A:  // 多, but not 多于, 多数, 多次, 多方, 多边
      ![0x4E8E, 0x6570, 0x65B9, 0x8FB9, 0x5C11].contains(text[place + 1])
    case 0x6765:  // 来, as in 十来个
      characters.isClassifier(text[place + 1]) && place > 0 && !text.isDigit(place - 1)
    default: false
    }
  }

  /// Whether a unit such as 千米 or 兆瓦 begins at a place, so that its first character is no
  /// power of ten.
  func isHanUnit(at place: Int) -> Bool {
    switch text[place] {
    case 0x5343, 0x5146, 0x767E:  // 千 兆 百
      guard let match = text.entry(of: UnitTable.shared.chinese, at: place) else { return false }
      return match.end > place + 1
    default: return false
    }
  }
}
