/// Numbers written with Han characters: 二千五百, 两, 〇, 廿, 贰仟, 三点五亿, 二〇二一.
extension FigureScanner {
  /// Reads Han numerals from a place on; what they count is not looked at.
  func chineseNumeral(at place: Int) -> Numeral? {
    guard let first = HanNumeral(text[place], trillions: readsTrillions) else { return nil }
    let isFinancial = isFinancialForm(text[place])
    if first.isDigit, let numeral = positionalNumeral(at: place) { return numeral }
    var sum = HanSum()
    var end = place
    while end < place + 40, !isHanUnit(at: end),
      let next = HanNumeral(text[end], trillions: readsTrillions),
      sum.add(next, isZero: isZero(end))
    {
      end += 1
    }
    guard end > place, var value = sum.value else { return nil }
    // 队伍日益: these characters count in amounts of money only.
    if isFinancial, end == place + 1, text[end] != 0x5143, text[end] != 0x5706 { return nil }
    var numeral = Numeral(value: value, end: end, form: isFinancial ? .financial : .chinese)
    if end >= place + 2, text[end - 2] == 0x5341,
      case .digit(let last)? = HanNumeral(text[end - 1], trillions: false),
      case .digit(let more)? = HanNumeral(text[end], trillions: false), last > 0, more == last + 1,
      text[end + 1] == 0x5E74 && text[end + 2] != 0x89C4 || text[end + 1] == 0x5C81
        || text[end + 1] == 0x4E2A || text[end + 1] == 0x5929
    {
      (numeral.high, numeral.end) = (value.adding(.one), end + 1)  // 十四五年
      return numeral
    }
    if text[end] == 0x70B9, let decimal = hanDecimals(at: end + 1) {
      guard let exact = value.adding(decimal.value) else { return numeral }
      value = exact
      (numeral.value, numeral.end) = (value, decimal.end)
      numeral = withHanPowers(numeral)
    } else if vagueMark(at: end) {
      (numeral.isVague, numeral.end) = (true, end + 1)
      numeral = withHanPowers(numeral)
    }
    return numeral
  }

  private func isZero(_ place: Int) -> Bool { text[place] == 0x96F6 || text[place] == 0x3007 }

  private func isFinancialForm(_ value: UInt32) -> Bool {
    characters.row(value) & FigureCharacters.codeMask >= 20
  }

  /// 二〇二一, 一二三: digits one after the other; two neighbours (七八, 两三) are a range.
  private func positionalNumeral(at place: Int) -> Numeral? {
    var (end, value): (Int, Int64) = (place, 0)
    while end - place < 17, case .digit(let digit)? = HanNumeral(text[end], trillions: false) {
      value = value * 10 + digit
      end += 1
    }
    let count = end - place
    guard count >= 2 else { return nil }
    let isNeighbours =
      count == 2 && text[place] != 0x96F6 && text[place] != 0x3007
      && (value / 10 + 1 == value % 10 || value == 35)
    if isNeighbours {
      var numeral = Numeral(value: ExactNumber(value / 10), end: end, form: .chinese)
      numeral.high = ExactNumber(value % 10)
      return withHanPowers(numeral)
    }
    if case .power(_)? = HanNumeral(text[end], trillions: readsTrillions) { return nil }
    guard count >= 3 || text[place + 1] == 0x3007 || text[place] == 0x3007 || text[place] == 0x96F6
    else { return nil }
    var numeral = Numeral(value: ExactNumber(value), end: end, form: .positional)
    numeral.plainDigitCount = count
    return numeral
  }

  private func withHanPowers(_ numeral: Numeral) -> Numeral {
    var numeral = numeral
    while !isHanUnit(at: numeral.end),
      case .power(let power)? = HanNumeral(text[numeral.end], trillions: readsTrillions),
      power >= 1
    {
      numeral.value = numeral.value.scaled(by: power)
      numeral.high = numeral.high?.scaled(by: power)
      numeral.end += 1
    }
    if !numeral.isVague, vagueMark(at: numeral.end) {
      (numeral.isVague, numeral.end) = (true, numeral.end + 1)
    }
    return numeral
  }

  private func hanDecimals(at place: Int) -> (value: ExactNumber, end: Int)? {
    var (end, value): (Int, Int64) = (place, 0)
    while end - place < 12, case .digit(let digit)? = HanNumeral(text[end], trillions: false) {
      value = value * 10 + digit
      end += 1
    }
    // 八点二十 and 三点五分 are times.
    guard end > place, text[end] != 0x5206, text[end] != 0x5341 else { return nil }
    return (ExactNumber(digits: value, exponent: place - end), end)
  }
}

/// The sum of Han numerals in the order in which they are read.
struct HanSum {
  private var total: ExactNumber = .zero
  private var section: Int64 = 0
  private var pending: Int64?
  private var lastPower = 20
  private var lastLarge = 20
  private var sawZero = false
  private var isStarted = false
  private var isClosed = false

  /// Takes one more numeral, or refuses it.
  mutating func add(_ numeral: HanNumeral, isZero: Bool) -> Bool {
    guard !isClosed else { return false }
    switch numeral {
    case .digit(let digit):
      guard pending == nil else { return false }
      if isZero, isStarted {
        sawZero = true
      } else {
        pending = digit
        if lastPower == 1, section == 0 { return false }
      }
    case .tens(let tens):
      guard pending == nil, lastPower > 1 else { return false }
      (section, lastPower, sawZero) = (section + tens, 1, false)
    case .power(let power) where power < 4:
      guard power < lastPower, pending != 0 else { return false }
      guard pending != nil || power == 1 || !isStarted else { return false }
      section += (pending ?? 1) * [1, 10, 100, 1000][power]
      (pending, lastPower, sawZero) = (nil, power, false)
    case .power(let power):
      let low = section + (pending ?? (isStarted ? 0 : 1))
      if low == 0 {
        guard power > 4, total != .zero else { return false }
        total = total.scaled(by: power)
      } else if power > lastLarge {
        guard let sum = total.adding(ExactNumber(low)) else { return false }
        total = sum.scaled(by: power)
      } else {
        guard power < lastLarge, let sum = total.adding(ExactNumber(low).scaled(by: power)) else {
          return false
        }
        total = sum
      }
      (section, pending, lastLarge, lastPower, sawZero) = (0, nil, power, 20, false)
    }
    isStarted = true
    return true
  }

  /// What was read, or nothing where it is too large.
  var value: ExactNumber? {
    guard isStarted else { return nil }
    var rest = ExactNumber(section)
    if let pending {
      let unit = lastPower < 20 ? lastPower : lastLarge
      // 三百五 is 350 and 两万五 is 25,000, but 三百零五 is 305.
      let isShort = !sawZero && unit >= 2 && unit < 20
      let digit = isShort ? ExactNumber(digits: pending, exponent: unit - 1) : ExactNumber(pending)
      guard let sum = rest.adding(digit) else { return nil }
      rest = sum
    }
    return total.adding(rest)
  }
}
