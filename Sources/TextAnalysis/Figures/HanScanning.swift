/// What begins with a Han character that counts.
extension FigureScanner {
  mutating func scanHanNumeral(at place: Int) -> Int {
    if let figure = bareplan(at: place) { return take(figure, else: place + 1) }
    if let parts = hanParts(at: place) { return take(parts, else: place + 1) }
    if text.holds("百分百", at: place) {
      return take(
        Found(place, place + 3, .measure(Quantity(100), .percent), isWeak: true), else: place + 3)
    }
    guard let numeral = chineseNumeral(at: place) else { return place + 1 }
    if let figure = hanDate(at: place, numeral) ?? hanTime(at: place, numeral)
      ?? hanQuarter(at: place, numeral)
    {
      return take(figure, else: numeral.end)
    }
    if let parts = partsOf(numeral, from: place) { return take(parts, else: numeral.end) }
    guard isNumber(numeral, from: place) else { return numeral.end }
    var figure = measured(from: place, numeral)
    guard figure.end > numeral.end || counts(numeral, from: place) else { return numeral.end }
    if isLight(figure, numeral, from: place) { figure.isWeak = true }
    let isOne = numeral.end == place + 1 && text[place] == 0x4E00
    if isOne || text[place] == 0x5341 && isParenthesised(place, numeral.end) {
      figure.isWeak = true
    }
    if isParenthesised(place, numeral.end) { figure.isWeak = true }
    return take(figure, else: numeral.end)
  }

  /// 百分之三十五, 千分之五, 万分之一.
  private func hanParts(at place: Int) -> Found? {
    guard text[place + 1] == 0x5206,
      let power: Int = [0x767E: 2, 0x5343: 3, 0x4E07: 4][text[place]]
    else { return nil }
    let start = text[place + 2] == 0x4E4B ? place + 3 : place + 2  // 百分二百 is said too
    guard var numeral = numeral(at: start),
      start == place + 3 || power == 2 && numeral.end > start + 1
    else { return nil }
    numeral.partsPower = power
    if numeral.power > 0 { return nil }
    return measuredParts(from: place, numeral)
  }

  private func measuredParts(from place: Int, _ numeral: Numeral) -> Found? {
    guard let unit = unit(after: numeral) else { return nil }
    var end = numeral.end
    var high = numeral.high
    if high == nil, let next = rangeSeparator(at: end, from: place) {
      let start = text.holds("分之", at: next + 1) ? next + 3 : next
      if let last = self.numeral(at: start), last.value.approximate > numeral.value.approximate {
        (high, end) = (last.value, last.end)
      }
    }
    return Found(
      place, end, .measure(Quantity(numeral.value, to: high), unit.unit), isVague: numeral.isVague)
  }

  /// Whether the other language says it by other means: 两 by *both* or *twice*, 四周 by *around*,
  /// 百年 by *centenary*; or it is a list (三四五年级).
  private func isLight(_ figure: Found, _ numeral: Numeral, from place: Int) -> Bool {
    if numeral.end == place + 1 {
      switch text[place] {
      case 0x4E24:  // 两; 21日、22日两日
        if case .number = figure.value { return true }
        if "日号今昨明天".unicodeScalars.contains(where: { $0.value == text[place - 1] }) { return true }
      case 0x4E8C: return text[place + 1] == 0x4EBA  // 二人
      case 0x56DB: return text[place + 1] == 0x5468  // 四周
      default: break
      }
      if case .power(let power)? = HanNumeral(text[place], trillions: readsTrillions), power >= 2 {
        return true
      }
    }
    if text[place] == 0x4E00, text[place + 1] == 0x4E24 { return true }  // 一两天
    if numeral.form == .positional, numeral.end - place >= 3 {
      return zip(text.scalars[place..<numeral.end], text.scalars[(place + 1)..<numeral.end])
        .allSatisfy { HanNumeral.digit($0) < HanNumeral.digit($1) }
    }
    if case .power(let power)? = HanNumeral(text[place], trillions: readsTrillions), power >= 2 {
      return true
    }
    return false
  }

  private func isParenthesised(_ start: Int, _ end: Int) -> Bool {
    text[start - 1] == 40 && text[end] == 41
  }

  /// Whether Han numerals are a number at all: not 千万, 几十, 星期三, 五四, 三国.
  private func isNumber(_ numeral: Numeral, from place: Int) -> Bool {
    let before = text[place - 1]
    if text[numeral.end] == 0x51E0 { return false }  // 十几
    switch before {
    case 0x51E0, 0x6570: return false  // 几十, 数十
    case 0x5468 where text[place - 2] != 0x6BCF:
      return characters.isClassifier(text[numeral.end])  // 周三, but 每周三次, 一周四天
    case 0x671F where text[place - 2] == 0x661F: return false  // 星期三
    case 0x62DC where text[place - 2] == 0x793C: return false  // 礼拜三
    default: break
    }
    if NotFigures.holds(text, at: place) { return false }
    guard case .power(let power)? = HanNumeral(text[place], trillions: readsTrillions), power >= 2
    else { return true }
    // 百万人, 超过百万, 百年 and 近千名 count, 千万 and 百姓 do not.
    if numeral.end >= place + 2, Self.leadsAmount.contains(before) { return true }
    if numeral.end == place + 1 {
      return Self.afterBarePower.contains(text[numeral.end])
        && (text[numeral.end] != 0x5BB6 || Self.leadsAmount.contains(before))
    }
    if numeral.end == place + 2, text[place] == 0x5343, text[place + 1] == 0x4EBF { return true }
    if text[place] == 0x767E, text[place + 1] == 0x4E07 { return true }
    return numeral.end >= place + 2
      && (currencyName(after: numeral) != nil || unit(after: numeral) != nil
        || characters.isClassifier(text[numeral.end]) && text[numeral.end] != 0x5BB6)
  }

  /// 过 破 达 逾 近 约 超.
  private static let leadsAmount: Set<UInt32> = [
    0x8FC7, 0x7834, 0x8FBE, 0x903E, 0x8FD1, 0x7EA6, 0x8D85,
  ]

  /// 年 元 余 名 字 吨 倍 人 家: 百年, 千元, 千余, 万名.
  private static let afterBarePower: Set<UInt32> = [
    0x5E74, 0x5143, 0x4F59, 0x540D, 0x5B57, 0x5428, 0x500D, 0x4EBA, 0x5BB6,
  ]

  /// 一季度, 3季度.
  func hanQuarter(at place: Int, _ numeral: Numeral) -> Found? {
    guard text.holds("季度", at: numeral.end), let number = numeral.value.whole,
      (1...4).contains(number)
    else { return nil }
    return FigureDate(part: .quarter(number)).map { Found(place, numeral.end + 2, .date($0)) }
  }

  /// Whether a number without unit is one: several characters, or one before a measure word.
  private func counts(_ numeral: Numeral, from place: Int) -> Bool {
    if isParenthesised(place, numeral.end) { return true }
    let isSingle = numeral.end == place + 1
    guard isSingle else { return true }
    if text[place] == 0x4E00 || text[place] == 0x96F6 || text[place] == 0x3007 { return false }
    let next = text.skippingSpace(from: numeral.end)
    if text[next] == 0x5B57 { return text[place] == 0x4E07 || text[place] == 0x5343 }  // 万字
    return characters.isClassifier(text[next])
  }

  /// What begins with 第: 第三条, 第（三）项, 第十四个五年规划, 第一季度, 第84号, 第三.
  mutating func scanOrdinalMark(at place: Int) -> Int {
    if NotFigures.holds(text, at: place) { return place + 2 }
    if let order = hanOrder(at: place) { return take(order, else: place + 1) }
    if let clauses = hanClauses(at: place), let last = clauses.last {
      found.append(contentsOf: clauses)
      lastEnd = last.end
      return last.end
    }
    let start = text.skippingSpace(from: place + 1)
    guard let numeral = ordinalNumeral(at: start), let number = numeral.value.whole else {
      return place + 1
    }
    let next = text.skippingSpace(from: numeral.end)
    if let end = text.end(ofAnyOf: ["个五年规划纲要", "个五年规划", "个五年计划"], at: next) {
      return take(Found(place, end, .plan(number)), else: end)
    }
    if text.holds("季度", at: next), let date = FigureDate(part: .quarter(number)) {
      return take(Found(place, next + 2, .date(date)), else: next)
    }
    let isFirst = number == 1 && numeral.form == .chinese
    return take(
      Found(
        place, text[next] == 0x53F7 ? next + 1 : numeral.end, .ordinal(number), isWeak: isFirst),
      else: place + 1)
  }

  func ordinalNumeral(at place: Int) -> Numeral? {
    if text.isDigit(place) {
      guard let digits = digits(at: place), digits.plainDigitCount > 0 else { return nil }
      return digits
    }
    guard let numeral = chineseNumeral(at: place), numeral.high == nil else { return nil }
    return numeral
  }

  /// 半年, 半数, 半天; 一半 is read at 半.
  func halfCharacter(at place: Int) -> Found? {
    let half = Quantity(.oneHalf)
    let start = text[place - 1] == 0x4E00 && place - 1 >= lastEnd ? place - 1 : place
    if text.holds("个月", at: place + 1) {
      let isNamed =
        text[place - 1] == 0x4E0A || text[place - 1] == 0x4E0B || text[place - 1] == 0x524D
      return Found(place, place + 3, .measure(half, .month), isWeak: isNamed)  // 上半个月
    }
    if text[place - 1] == 0x8FD1 || text[place - 1] == 0x8FC7, place - 1 >= lastEnd,
      text.entry(of: UnitTable.shared.chinese, at: place + 1) == nil, text[place + 1] != 0x6570,
      text[place + 1] != 0x4E2A
    {
      return Found(place, place + 1, .number(half), isWeak: true)  // 近半, 过半
    }
    if start < place || text[place + 1] == 0x6570 {
      return Found(start, start < place ? place + 1 : place + 2, .number(half), isWeak: true)
    }
    guard let match = text.entry(of: UnitTable.shared.chinese, at: place + 1) else { return nil }
    let unit = UnitTable.shared.units[match.row]
    guard unit.dimension == .months || unit.dimension == .seconds,
      text[place - 1] != 0x4E0A, text[place - 1] != 0x4E0B
    else { return nil }
    return Found(place, match.end, .measure(half, unit), isWeak: true)
  }

  /// 翻一番, 翻了两番, 翻番.
  func doubling(at place: Int) -> Found? {
    if text[place] != 0x7FFB {
      // 加倍, 双倍, 成倍: *double* may be said in many ways.
      guard text[place + 1] == 0x500D else { return nil }
      return Found(place, place + 2, .multiple(Quantity(2)), isWeak: true)
    }
    let next = text[place + 1] == 0x4E86 ? place + 2 : place + 1
    if text[next] == 0x756A || text[next] == 0x500D {
      return Found(place, next + 1, .multiple(Quantity(2)))
    }
    if text.holds("一倍", at: next) { return Found(place, next + 2, .multiple(Quantity(2))) }
    guard let numeral = numeral(at: next), text[numeral.end] == 0x756A,
      let count = numeral.value.whole, (1...20).contains(count)
    else { return nil }
    return Found(place, numeral.end + 1, .multiple(Quantity(Int64(1) << Int64(count))))
  }
}
