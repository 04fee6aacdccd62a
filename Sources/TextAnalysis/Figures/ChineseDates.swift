/// Dates and times with 年, 月, 日, 时: 2021年9月1日, 二〇二一年九月, 9月中旬, 上半年, 10时30分.
extension FigureScanner {
  /// A date that begins with a number already read.
  func hanDate(at place: Int, _ first: Numeral) -> Found? {
    guard first.high == nil, !first.isVague, first.power == 0, let number = first.value.whole else {
      return nil
    }
    if let months = monthSpan(at: place, first) { return months }
    let mark = text.skippingSpace(from: first.end)
    switch text[mark] {
    case 0x5E74 where text[mark + 1] == 0x4EE3 && number < 100:  // 90年代
      guard number % 10 == 0 else { return nil }
      return FigureDate(year: number < 30 ? 2000 + number : 1900 + number, part: .decade).map {
        Found(place, mark + 2, .date($0))
      }
    case 0x5E74:  // 年
      guard isYear(number), first.plainDigitCount == 4 else { return nil }
      if text.holds("代", at: mark + 1) {
        return FigureDate(year: number / 10 * 10, part: .decade).map {
          Found(place, mark + 2, .date($0))
        }
      }
      if first.form != .positional, let span = yearSpan(at: place, first) { return span }
      return dated(year: number, from: place, end: mark + 1)
    case 0x6708:  // 月
      guard (1...12).contains(number), text[mark + 1] != 0x997C, !first.hasMagnitude else {
        return nil
      }
      return inMonth(year: nil, number, from: place, end: mark + 1)
    case 0x4E16 where text[mark + 1] == 0x7EAA:  // 世纪
      guard number >= 1, number <= 30, text[place - 1] != 0x4E2A,
        number > 1 || ![0x4E0A, 0x4E0B, 0x524D, 0x540E].contains(text[place - 1])
      else { return nil }
      return centuryHan(number, from: place, end: mark + 2)
    default: return nil
    }
  }

  /// 3至6月, 3—6月.
  private func monthSpan(at place: Int, _ first: Numeral) -> Found? {
    guard let low = first.value.whole, (1...12).contains(low),
      let next = rangeSeparator(at: first.end, from: place), let last = ordinalNumeral(at: next),
      let high = last.value.whole, high > low, high <= 12,
      text[text.skippingSpace(from: last.end)] == 0x6708
    else { return nil }
    let mark = text.skippingSpace(from: last.end)
    let day = ordinalNumeral(at: text.skippingSpace(from: mark + 1))
    if let day, [0x65E5, 0x53F7].contains(text[text.skippingSpace(from: day.end)]) { return nil }
    guard let from = FigureDate(month: low), let to = FigureDate(month: high) else { return nil }
    return Found(place, text[mark + 1] == 0x4EFD ? mark + 2 : mark + 1, .dateSpan(from, to))
  }

  /// 21世纪, 20世纪90年代.
  private func centuryHan(_ number: Int, from place: Int, end: Int) -> Found? {
    let next = text.skippingSpace(from: end)
    if let decades = decades(at: next, from: place, century: number) { return decades }
    if let tens = numeral(at: next), let value = tens.value.whole, value % 10 == 0, value < 100,
      tens.high == nil, text.holds("年代", at: text.skippingSpace(from: tens.end))
    {
      return FigureDate(year: (number - 1) * 100 + value, part: .decade).map {
        Found(place, text.skippingSpace(from: tens.end) + 2, .date($0))
      }
    }
    return FigureDate(year: number, part: .century).map { Found(place, end, .date($0)) }
  }

  /// 六七十年代, from its first numeral on.
  func decades(at place: Int, from start: Int, century: Int) -> Found? {
    guard let tens = chineseNumeral(at: place), let low = tens.value.whole,
      let high = tens.high?.whole, low % 10 == 0, high == low + 10, high < 100,
      text.holds("年代", at: tens.end),
      let from = FigureDate(year: (century - 1) * 100 + low, part: .decade),
      let to = FigureDate(year: (century - 1) * 100 + high, part: .decade)
    else { return nil }
    return Found(start, tens.end + 2, .dateSpan(from, to))
  }

  /// What follows 年: a month, a quarter, half a year, 初, 底.
  private func dated(year: Int, from place: Int, end: Int) -> Found? {
    if let announcement = hanAnnouncement(year: year, from: place, end: end) { return announcement }
    let next = text.skippingSpace(from: end)
    if let numeral = ordinalNumeral(at: next), let month = numeral.value.whole {
      let mark = text.skippingSpace(from: numeral.end)
      if text[mark] == 0x6708, (1...12).contains(month) {
        return inMonth(year: year, month, from: place, end: mark + 1)
      }
      if text.holds("季度", at: mark) {
        return FigureDate(year: year, part: .quarter(month)).map {
          Found(place, mark + 2, .date($0))
        }
      }
    }
    if text[next] == 0x7B2C, let numeral = ordinalNumeral(at: next + 1),
      text.holds("季度", at: numeral.end), let quarter = numeral.value.whole
    {
      return FigureDate(year: year, part: .quarter(quarter)).map {
        Found(place, numeral.end + 2, .date($0))
      }
    }
    if let part = partHan(at: next) {
      return FigureDate(year: year, part: part.part).map { Found(place, part.end, .date($0)) }
    }
    return FigureDate(year: year).map { Found(place, end, .date($0)) }
  }

  private func partHan(at place: Int) -> (part: FigureDate.Part, end: Int)? {
    if text.holds("上半年", at: place) { return (.half(1), place + 3) }
    if text.holds("下半年", at: place) { return (.half(2), place + 3) }
    switch text[place] {
    case 0x521D: return (.beginning, place + 1)  // 初
    case 0x5E95, 0x672B: return (.end, place + 1)  // 底 末
    default: return nil
    }
  }

  /// What follows 月: a day, 上旬, 中旬, 下旬, 初, 底.
  private func inMonth(year: Int?, _ month: Int, from place: Int, end: Int) -> Found? {
    var end = end
    if text[end] == 0x4EFD, year != nil || text[end + 1] != 0x989D { end += 1 }  // 份
    let next = text.skippingSpace(from: end)
    if let numeral = ordinalNumeral(at: next), let day = numeral.value.whole {
      let mark = text.skippingSpace(from: numeral.end)
      if text[mark] == 0x65E5 || text[mark] == 0x53F7,
        let date = FigureDate(year: year, month: month, day: day)
      {
        return spanHan(from: place, date, end: mark + 1)
      }
    }
    let tenDays: FigureDate.Part? =
      text.holds("上旬", at: next)
      ? .tenDays(1)
      : text.holds("中旬", at: next) ? .tenDays(2) : text.holds("下旬", at: next) ? .tenDays(3) : nil
    if let tenDays {
      return FigureDate(year: year, month: month, part: tenDays).map {
        Found(place, next + 2, .date($0))
      }
    }
    if let part = partHan(at: next), text[next] != 0x4E0A {
      return FigureDate(year: year, month: month, part: part.part).map {
        Found(place, part.end, .date($0))
      }
    }
    return FigureDate(year: year, month: month).map { Found(place, end, .date($0)) }
  }

  /// 9月1日至5日.
  private func spanHan(from place: Int, _ date: FigureDate, end: Int) -> Found {
    if let next = rangeSeparator(at: end, from: place), let last = shortNumber(at: next),
      text[text.skippingSpace(from: last.end)] == 0x65E5, let day = date.day, last.value > day,
      let to = FigureDate(year: date.year, month: date.month, day: last.value)
    {
      return Found(place, text.skippingSpace(from: last.end) + 1, .dateSpan(date, to))
    }
    return Found(place, end, .date(date))
  }

  /// 10时30分, 10点半, 下午3时.
  func hanTime(at place: Int, _ first: Numeral) -> Found? {
    let mark = text.skippingSpace(from: first.end)
    guard text[mark] == 0x65F6 || text[mark] == 0x70B9, let number = first.value.whole,
      (0...24).contains(number), first.power == 0, first.high == nil
    else { return nil }
    let next = mark + 1
    var (end, minute, second, isSure) = (next, 0, 0, isTimeWord(before: place))
    if text[next] == 0x534A {
      (end, minute, isSure) = (next + 1, 30, true)
    } else if text.holds("差一刻", at: next), number > 0,
      let time = TimeOfDay(hour: number - 1, minute: 45)
    {
      return Found(place, next + 3, .time(time))
    } else if text.holds("一刻", at: next) || text.holds("三刻", at: next) {
      (end, minute, isSure) = (next + 2, text[next] == 0x4E00 ? 15 : 45, true)
    } else if text.holds("准时", at: next) {
      isSure = true
    } else if text[next] == 0x6574 || text[next] == 0x949F {
      (end, isSure) = (next + 1, true)
    } else if let minutes = numeral(at: text.skippingSpace(from: next)),
      let value = minutes.value.whole,
      value < 60, text[text.skippingSpace(from: minutes.end)] == 0x5206
    {
      (minute, isSure) = (value, true)
      end = text.skippingSpace(from: minutes.end) + 1
      if let seconds = numeral(at: end), let count = seconds.value.whole,
        text[seconds.end] == 0x79D2
      {
        (second, end) = (count, seconds.end + 1)
      }
    } else if text[mark] == 0x65F6, text[place - 1] == 0x65E5 {
      isSure = true
    }
    let hour = number < 12 && isAfternoon(before: place) ? number + 12 : number
    guard isSure, let time = TimeOfDay(hour: hour, minute: minute, second: second) else {
      return nil
    }
    return Found(place, end, .time(time))
  }

  private func isTimeWord(before place: Int) -> Bool {
    let end = text.skippingSpaces(before: place)
    return isAfternoon(before: place)
      || ["上午", "中午", "凌晨", "早上", "清晨", "早"].contains { text.holds($0, before: end) }
  }

  /// “十四五”规划, 十四五时期: the numeral after 十, then 五.
  func bareplan(at place: Int) -> Found? {
    guard text[place] == 0x5341, text[place + 2] == 0x4E94,
      case .digit(let digit)? = HanNumeral(text[place + 1], trillions: false),
      (1...9).contains(digit)
    else { return nil }
    let next = place + 3
    guard isPlanWord(at: next) else { return nil }
    return Found(place, planEnd(at: next), .plan(10 + Int(digit)))
  }

  /// “十四五”, with what follows of 规划.
  func quotedPlan(at place: Int) -> Found? {
    let start = text.skippingSpace(from: place + 1)
    guard text[start] == 0x5341, text[start + 2] == 0x4E94,
      [0x201D, 0x22, 0x300D, 0x2019, 0x300F].contains(text[text.skippingSpace(from: start + 3)]),
      case .digit(let digit)? = HanNumeral(text[start + 1], trillions: false),
      (1...9).contains(digit)
    else { return nil }
    let end = text.skippingSpace(from: start + 3) + 1
    return Found(place, planEnd(at: end), .plan(10 + Int(digit)))
  }

  private func isPlanWord(at place: Int) -> Bool {
    ["规划", "计划", "时期", "期间", "以来", "末", "开局", "收官", "国家", "纲要", "发展"].contains {
      text.holds($0, at: place)
    }
  }

  private func planEnd(at place: Int) -> Int {
    text.end(ofAnyOf: ["规划", "计划"], at: place) ?? place
  }
}
