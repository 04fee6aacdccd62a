/// A number with what is counted: unit, currency, percent, 倍; and ranges of two numbers.
extension FigureScanner {
  /// Reads a number in any writing.
  func numeral(at place: Int) -> Numeral? {
    if text.isDigit(place) { return digits(at: place).map(withMagnitude) }
    if text.isLetter(place) { return englishNumeral(at: place) }
    return chineseNumeral(at: place)
  }

  /// Makes the figure that a number begins: with its unit or currency, or with a second number as
  /// a range.
  func measured(
    from start: Int, _ first: Numeral, currency: Currency? = nil
  ) -> Found {
    var last = first
    var quantity = Quantity(first.value, to: first.high)
    let firstUnit = currency == nil ? unit(after: first) : nil
    if first.high == nil, !first.isOrdinal,
      let range = rangeEnd(
        after: first, unitEnd: firstUnit?.end, currency: currency, from: start)
    {
      (quantity, last) = (range.quantity, range.last)
      last.isVague = last.isVague || first.isVague
    }
    return counted(from: start, quantity, last, currency: currency)
  }

  /// Gives a quantity the unit that stands behind its last number.
  private func counted(
    from start: Int, _ quantity: Quantity, _ last: Numeral, currency: Currency?
  ) -> Found {
    var end = last.end
    if let currency {
      if let more = currencyName(after: last), more.currency == currency { end = more.end }
      return Found(start, end, .amount(quantity, currency), isVague: last.isVague)
    }
    if let money = currencyName(after: last) {
      return Found(start, money.end, .amount(quantity, money.currency), isVague: last.isVague)
    }
    if let unit = unit(after: last) {
      var quantity = quantity
      end = unit.end
      if text[end] == 0x534A, let sum = quantity.low.adding(.oneHalf), quantity.high == nil,
        unit.unit.dimension == .months || unit.unit.dimension == .seconds
      {
        (quantity, end) = (Quantity(sum), end + 1)  // 一年半
      }
      return Found(start, end, .measure(quantity, unit.unit), isVague: last.isVague)
    }
    if let tenths = tenths(after: last), let low = quantity.low.multiplied(by: ExactNumber(10)) {
      let quantity = Quantity(low, to: quantity.high?.multiplied(by: ExactNumber(10)))
      return Found(start, tenths, .measure(quantity, .percent), isVague: last.isVague)
    }
    if let multiple = multiple(from: start, quantity, last) { return multiple }
    if let half = halfAfterClassifier(last), let sum = quantity.low.adding(.oneHalf) {
      return unitAfterHalf(from: start, Quantity(sum), end: half)
    }
    return Found(start, end, .number(quantity), isVague: last.isVague)
  }

  /// 两个半小时, 三个半月.
  private func halfAfterClassifier(_ last: Numeral) -> Int? {
    text[last.end] == 0x4E2A && text[last.end + 1] == 0x534A ? last.end + 2 : nil
  }

  private func unitAfterHalf(from start: Int, _ quantity: Quantity, end: Int) -> Found {
    if text[end] == 0x6708 { return Found(start, end + 1, .measure(quantity, .month)) }
    if let match = text.entry(of: UnitTable.shared.chinese, at: end) {
      return Found(start, match.end, .measure(quantity, UnitTable.shared.units[match.row]))
    }
    return Found(start, end, .number(quantity))
  }

  /// 三成, but not 三成为.
  private func tenths(after last: Numeral) -> Int? {
    guard text[last.end] == 0x6210, last.value.approximate <= 10,
      !"为立功本员果都熟分人长绩就语品型年交套".unicodeScalars.contains(where: {
        $0.value == text[last.end + 1]
      })
    else { return nil }
    return last.end + 1
  }

  /// 3倍, *3 times as many*, *threefold*, 3-fold.
  private func multiple(from start: Int, _ quantity: Quantity, _ last: Numeral) -> Found? {
    let mark = text.skippingSpace(from: last.end)
    if text[mark] == 0x500D {
      var quantity = quantity
      if isIncrease(before: start), let low = quantity.low.adding(.one) {
        quantity = Quantity(low, to: quantity.high?.adding(.one))
      }
      return Found(start, mark + 1, .multiple(quantity), isVague: last.isVague)
    }
    if text[last.end] | 0x20 == 0x78, !text.isLetter(last.end + 1), !text.isDigit(last.end + 1) {
      return Found(start, last.end + 1, .multiple(quantity), isVague: last.isVague)
    }
    guard text[last.end] == 32 || text[last.end] == 45 else { return nil }
    if holdsWords("fold", at: last.end + 1) {
      return Found(start, last.end + 5, .multiple(quantity), isVague: last.isVague)
    }
    if holdsWords("times", at: last.end + 1),
      [
        "as", "more", "higher", "larger", "greater", "the", "that", "faster", "bigger", "those",
        "of", "longer", "what", "its",
      ]
      .contains(where: { holdsWords($0, at: last.end + 7) })
    {
      return Found(start, last.end + 6, .multiple(quantity), isVague: last.isVague)
    }
    return nil
  }

  /// Whether 增长3倍 is said, an increase by three, not to three.
  private func isIncrease(before place: Int) -> Bool {
    let end = text[place - 1] == 0x4E86 ? place - 1 : place  // 了
    return ["增长", "增加", "提高", "上升", "扩大", "增多"].contains { text.holds($0, before: end) }
  }
}

extension ExactNumber {
  static let oneHalf = ExactNumber(digits: 5, exponent: -1)
}

extension FigureScanner {
  /// The unit behind a number.
  func unit(after numeral: Numeral) -> (unit: Unit, end: Int)? {
    let table = UnitTable.shared
    if let power = numeral.partsPower {
      return (power == 2 ? .percent : power == 3 ? .perMille : perMyriad, numeral.end)
    }
    let place = numeral.end
    let next = text.skippingSpace(from: place)
    let value = text[next]
    if value >= 0x4E00 {
      guard let match = text.entry(of: table.chinese, at: next),
        isWholeHanUnit(match.end, from: next)
      else { return unitAfterMore(at: next) }
      return (table.units[match.row], match.end)
    }
    if let match = text.entry(of: table.symbols, at: next),
      isWholeSymbol(match.end, from: next, numeral)
    {
      return (table.units[match.row], match.end)
    }
    let wordStart = next == place && value == 45 ? next + 1 : next
    guard text.isLetter(wordStart), wordStart > place else { return nil }
    return wordUnit(at: wordStart)
  }

  /// 两个多小时, 三个多月, 两分多钟.
  private func unitAfterMore(at place: Int) -> (unit: Unit, end: Int)? {
    if text.holds("分多钟", at: place) { return (UnitTable.shared.unit(named: "min"), place + 3) }
    guard text[place] == 0x4E2A, text[place + 1] == 0x591A || text[place + 1] == 0x6765 else {
      return nil
    }
    if text[place + 2] == 0x6708 { return (.month, place + 3) }
    return text.entry(of: UnitTable.shared.chinese, at: place + 2).map {
      (UnitTable.shared.units[$0.row], $0.end)
    }
  }

  private var perMyriad: Unit {
    UnitTable.shared.unit(named: "‱")
  }

  /// Words that stand between a number and a unit of time: *seven consecutive months*.
  private static let beforeUnits = Set(
    """
    straight consecutive more additional full whole calendar extra successive further long
    """.split(separator: " ").map { PackedWord.key(of: String($0)) })

  /// An English unit of one or two words.
  private func wordUnit(at place: Int) -> (unit: Unit, end: Int)? {
    let table = UnitTable.shared
    let word = PackedWord(in: text, at: place)
    guard word.key != 0 else { return nil }
    if Self.beforeUnits.contains(word.key), text[word.end] == 32 {
      let next = PackedWord(in: text, at: word.end + 1)
      guard let row = table.words[next.key] else { return nil }
      let unit = table.units[row]
      return unit.dimension == .seconds || unit.dimension == .months ? (unit, next.end) : nil
    }
    if let seconds = table.phrases[word.key], text[word.end] == 32 || text[word.end] == 45 {
      let next = PackedWord(in: text, at: word.end + 1)
      if let match = seconds.first(where: { $0.second == next.key }) {
        return (table.units[match.row], next.end)
      }
    }
    guard let row = table.words[word.key], !text.isDigit(word.end) else { return nil }
    return (table.units[row], word.end)
  }

  /// Whether a symbol such as `m` is not the beginning of a word, and `%` none of a placeholder.
  private func isWholeSymbol(_ end: Int, from start: Int, _ numeral: Numeral) -> Bool {
    guard text.isLetter(end - 1) || text.isDigit(end - 1) else { return true }
    if text.isLetter(end) || text.isDigit(end) || text[end] == 0x27 || text[end] == 0x2019 {
      return false
    }
    // "6in", but "6 in"; "5 A" and "18 GB/T 13000" are names.
    if text[start] == 0x69 || text[start] == 0x41 { return start == numeral.end }
    if text[start] == 0x47, text[end] == 47 || text[end] == 32 && text.isDigit(end + 1) {
      return false
    }
    // "5 t" and "3 s" need more than a letter on its own where a space parts them.
    if end == start + 1, start > numeral.end, text[end] == 46 || text[end] == 45 || text[end] == 58
    {
      return false
    }
    return true
  }

  /// Whether a Chinese unit is not the beginning of another word: 天 in 天津, 日 in 日本.
  private func isWholeHanUnit(_ end: Int, from start: Int) -> Bool {
    guard end == start + 1 else { return true }
    let next = text[end]
    switch text[start] {
    case 0x5929: return next != 0x6D25 && next != 0x7136 && next != 0x6C14  // 天: 津 然 气
    case 0x65E5: return next != 0x672C && next != 0x5E38 && next != 0x5143  // 日: 本 常 元
    case 0x5E74: return next != 0x7EA7 && next != 0x4EE3 && next != 0x8F7B  // 年: 级 代 轻
    case 0x7C73: return next != 0x7C89 && next != 0x996D  // 米: 粉 饭
    case 0x5347: return next != 0x81F3 && next != 0x7EA7 && next != 0x9AD8  // 升: 至 级 高
    case 0x5E15, 0x74E6, 0x4F0F, 0x8D6B, 0x7801: return !ScriptVariants.isHan(next)
    case 0x5468: return next != 0x8FB9 && next != 0x56F4  // 周: 边 围
    case 0x5EA6: return next != 0x8FC7 && next != 0x5047  // 度: 过 假
    case 0x514B: return next != 0x670D  // 克: 服
    default: return true
    }
  }

  /// The currency behind a number: 元, 美元, *yuan*, *US dollars*, *RMB*.
  func currencyName(after numeral: Numeral) -> (currency: Currency, end: Int)? {
    let table = CurrencyTable.shared
    let next = text.skippingSpace(from: numeral.end)
    if text[next] >= 0x4E00 {
      guard let match = text.entry(of: table.chinese, at: next), !isOtherWord(yuan: match) else {
        return nil
      }
      if match.row == 0, match.end == next + 1 {
        if language.region == "TW" { return (table.currency(code: "TWD"), match.end) }
        if language.region == "HK" { return (table.currency(code: "HKD"), match.end) }
      }
      return (table.currencies[match.row], match.end)
    }
    let start = text[next] == 45 ? next + 1 : next
    guard text.isLetter(start) else { return nil }
    return englishCurrency(at: start)
  }

  private func englishCurrency(at start: Int) -> (currency: Currency, end: Int)? {
    let table = CurrencyTable.shared
    if isYearOfMoney(start) { return nil }
    for (words, code) in Self.longCurrencies where holdsWords(words, at: start) {
      return (table.currency(code: code), start + words.utf8.count)
    }
    let word = PackedWord(in: text, at: start)
    if let row = table.words[word.key] { return (table.currencies[row], word.end) }
    if text.isCapital(start), word.end == start + 3,
      let match = text.entry(of: table.prefixes, at: start), match.end == word.end
    {
      return (table.currencies[match.row], match.end)
    }
    return nil
  }

  /// Whether 元 begins another word: 元宇宙, 三元组, 元素.
  private func isOtherWord(yuan match: (row: Int, end: Int)) -> Bool {
    match.row == 0 && text[match.end - 1] == 0x5143
      && "宇组素论化件老旦帅首气".unicodeScalars.contains { $0.value == text[match.end] }
  }

  /// *in 2013 dollars*.
  private func isYearOfMoney(_ start: Int) -> Bool {
    guard text[start - 1] == 32, let year = shortNumber(at: start - 5), year.end == start - 1,
      isYear(year.value), text[start - 6] == 32
    else { return false }
    let before = PackedWord(in: text, before: start - 6)
    return before.key == PackedWord.key(of: "in") && holdsWords("dollars", at: start)
  }

  private static let longCurrencies = [
    ("us dollars", "USD"), ("u.s. dollars", "USD"), ("us dollar", "USD"), ("u.s. dollar", "USD"),
    ("hong kong dollars", "HKD"), ("hk dollars", "HKD"), ("chinese yuan", "CNY"),
    ("new taiwan dollars", "TWD"), ("pounds sterling", "GBP"), ("japanese yen", "JPY"),
    ("australian dollars", "AUD"), ("canadian dollars", "CAD"), ("singapore dollars", "SGD"),
    ("swiss francs", "CHF"), ("south korean won", "KRW"), ("korean won", "KRW"),
  ]

  /// An amount whose currency stands before it: `CNY 250 billion`, `US$5`, `€3.5 million`.
  func prefixedAmount(at place: Int) -> Found? {
    guard let match = text.entry(of: CurrencyTable.shared.prefixes, at: place) else { return nil }
    if text.isLetter(match.end - 1), text.isLetter(match.end) { return nil }
    let next = text.skippingSpace(from: match.end)
    guard text.isDigit(next), let digits = digits(at: next) else { return nil }
    var numeral = withMagnitude(digits)
    if numeral.power == 0, text.isLetter(numeral.end) {
      let word = PackedWord(in: text, at: numeral.end)
      let power: Int? =
        [PackedWord.key(of: "m"): 6, PackedWord.key(of: "k"): 3][word.key]
        ?? scaleWord(at: numeral.end)?.power
      guard let power else { return nil }
      numeral.value = numeral.value.scaled(by: power)
      (numeral.power, numeral.end) = (power, word.end)
    }
    return measured(from: place, numeral, currency: CurrencyTable.shared.currencies[match.row])
  }
}
