/// Numbered parts of a text: 第三条, 第二款, 第（三）项, 附录A, 表1; *Article 3*, *paragraph 2*,
/// *item (3)*, *Annex A*, *Table 1*.
extension FigureScanner {
  /// What a character behind 第…  numbers. In Taiwan 項 is a paragraph and 款 what stands in it; in
  /// Hong Kong 條 is a section.
  private func hanLevel(_ value: UInt32) -> Clause.Level? {
    switch value {
    case 0x7F16: .part  // 编
    case 0x7AE0: .chapter  // 章
    case 0x8282: .section  // 节
    case 0x6761: language.region == "HK" ? .section : .article  // 条
    case 0x6B3E: language.region == "TW" ? .item : .paragraph  // 款
    case 0x9879: language.region == "TW" ? .paragraph : .item  // 项
    case 0x76EE: .subitem  // 目
    case 0x9875: .page  // 页
    case 0x5377: .volume  // 卷
    default: nil
    }
  }

  /// 第三条, 第（三）项, 第三、四、五条, 第三至五条.
  func hanClauses(at place: Int) -> [Found]? {
    var next = text.skippingSpace(from: place + 1)
    var numbers: [(text: String, start: Int, end: Int)] = []
    while numbers.count < 20 {
      let isOpen = text[next] == 40
      let start = isOpen ? next + 1 : next
      guard let numeral = clauseNumeral(at: start) else { return nil }
      var (label, end) = (String(numeral.value), numeral.end)
      while text[end] == 46, let more = shortNumber(at: end + 1) {
        label += ".\(more.value)"
        end = more.end
      }
      if isOpen {
        guard text[end] == 41 else { return nil }
        end += 1
      }
      numbers.append((label, numbers.isEmpty ? place : next, end))
      if text[end] == 0x3001 || text[end] == 0x548C || text[end] == 0x81F3 || text[end] == 0x6216 {
        next = end + 1
        if text[next] == 0x7B2C { next += 1 }
        continue
      }
      let mark = text.skippingSpace(from: end)
      if text.holds("部分", at: mark), numbers.count == 1 {
        return [Found(place, mark + 2, .clause(Clause(.part, label)))]
      }
      guard let level = hanLevel(text[mark]), !isOtherWord(at: mark) else { return nil }
      return numbers.enumerated().map { order, number in
        Found(
          number.start, order == numbers.count - 1 ? mark + 1 : number.end,
          .clause(Clause(level, number.text)))
      }
    }
    return nil
  }

  /// The first of the numbers that points join: 3 of 3.12.5.
  private func clauseNumeral(at place: Int) -> (value: Int, end: Int)? {
    if text.isDigit(place), let number = shortNumber(at: place) { return number }
    guard let numeral = ordinalNumeral(at: place) else { return nil }
    return numeral.value.whole.map { ($0, numeral.end) }
  }

  /// 条 in 条例, 项 in 项目 and the like number nothing here.
  private func isOtherWord(at place: Int) -> Bool {
    switch (text[place], text[place + 1]) {
    case (0x6761, 0x4F8B), (0x6761, 0x4EF6), (0x9879, 0x76EE), (0x7AE0, 0x7A0B), (0x76EE, 0x6807),
      (0x6761, 0x7EBF), (0x8282, 0x8BFE):
      true
    default: false
    }
  }

  /// 附录A, 附件1, 表1, 图2, 上半年, 下半年.
  func hanLabel(at place: Int) -> Found? {
    let (level, end): (Clause.Level, Int)
    switch text[place] {
    case 0x9644 where text[place + 1] == 0x5F55: (level, end) = (.annex, place + 2)
    case 0x9644 where text[place + 1] == 0x4EF6: (level, end) = (.attachment, place + 2)
    case 0x8868 where beginsLabel(place): (level, end) = (.table, place + 1)
    case 0x56FE where beginsLabel(place): (level, end) = (.drawing, place + 1)
    case 0x4E0A, 0x4E0B: return half(at: place)
    case 0x524D: return firstQuarters(at: place)
    default: return nil
    }
    let next = text.skippingSpace(from: end)
    guard let number = labelNumber(at: next) else { return nil }
    if level == .table || level == .drawing {
      guard text.isDigit(next) || text.isCapital(next) && text[next + 1] == 46,
        text[number.end] != 0x5E74, text[number.end] != 0x4E2A
      else { return nil }
    }
    return Found(place, number.end, .clause(Clause(level, number.text)))
  }

  /// Whether 表 or 图 is a word by itself, not the end of 地表, 手表, 插图.
  private func beginsLabel(_ place: Int) -> Bool {
    let end = text.skippingSpaces(before: place)
    guard end == place, text[end - 1] >= 0x4E00 else { return true }
    return Self.beforeLabel.contains(text[end - 1])
  }

  private static let beforeLabel = Set(
    "见如由在从据和与及的以按参对用看附下该此照为是至或到按".unicodeScalars.map(\.value))

  /// 前三季度, the first nine months.
  private func firstQuarters(at place: Int) -> Found? {
    guard let numeral = ordinalNumeral(at: place + 1), text.holds("季度", at: numeral.end),
      let count = numeral.value.whole, (2...4).contains(count)
    else { return nil }
    return Found(
      place, numeral.end + 2, .measure(Quantity(Int64(count * 3)), .month))
  }

  private func half(at place: Int) -> Found? {
    if text.holds("上世纪", at: place),
      let decades = decades(at: place + 3, from: place, century: 20)
    {
      return decades
    }
    if text.holds("上世纪", at: place), let tens = numeral(at: place + 3),
      let value = tens.value.whole,
      value < 100, text.holds("年代", at: tens.end)
    {
      return FigureDate(year: 1900 + value, part: .decade).map {
        Found(place, tens.end + 2, .date($0))
      }
    }
    guard text.holds("半年", at: place + 1) else { return nil }
    return FigureDate(part: .half(text[place] == 0x4E0A ? 1 : 2)).map {
      Found(place, place + 3, .date($0))
    }
  }

  /// `3`, `3.1`, `A`, `A.1`, 一; a letter alone is a capital.
  private func labelNumber(at place: Int) -> (text: String, end: Int)? {
    var (end, label) = (place, "")
    if text.isCapital(place), !text.isLetter(place + 1) {
      label = text.string(place..<place + 1)
      end = place + 1
      let isOwner = text[end] == 0x27 || text[end] == 0x2019
      guard !text.isDigit(end), !isOwner || text[end + 1] == 0x73 && place > 1 else { return nil }
      if isOwner { return (label, end) }
    } else if let number = shortNumber(at: place) {
      (label, end) = (String(number.value), number.end)
    } else if let numeral = chineseNumeral(at: place), let number = numeral.value.whole {
      return (String(number), numeral.end)
    } else {
      return nil
    }
    while text[end] == 46, let more = shortNumber(at: end + 1) {
      label += ".\(more.value)"
      end = more.end
    }
    guard !text.isLetter(end), !text.isDigit(end) else { return nil }
    return (label, end)
  }

  /// *Article 3*, *Articles 3, 5 and 7*, *item (3)*, *Chapter IV*.
  func englishClauses(at place: Int, _ level: Clause.Level, wordEnd: Int) -> [Found]? {
    var next = wordEnd
    if text[next] == 46 { next += 1 }
    guard text[next] == 32 else { return nil }
    next += 1
    guard let first = englishLabel(at: next, level) else { return nil }
    var clauses = [Found(place, first.end, .clause(Clause(level, first.text)))]
    let isPlural = text[wordEnd - 1] | 0x20 == 0x73
    var end = first.end
    while isPlural, clauses.count < 20, let start = nextInList(at: end),
      let more = englishLabel(at: start, level)
    {
      clauses.append(Found(start, more.end, .clause(Clause(level, more.text))))
      end = more.end
    }
    return clauses
  }

  private func nextInList(at place: Int) -> Int? {
    var next = place
    if text[next] == 44 { next += 1 }
    guard text[next] == 32 else {
      return text[next] == 45 || text[next] == FigureText.dash ? next + 1 : nil
    }
    for word in ["and", "to", "or"] where holdsWords(word, at: next + 1) {
      return next + word.utf8.count + 2
    }
    return next > place ? next + 1 : nil
  }

  private func englishLabel(at place: Int, _ level: Clause.Level) -> (text: String, end: Int)? {
    if text[place] == 40, let number = labelNumber(at: place + 1), text[number.end] == 41 {
      return (number.text, number.end + 1)
    }
    if let roman = roman(at: place) { return roman }
    if text.isDigit(place) || text.isCapital(place) && !text.isLetter(place + 1) {
      let takesLetter = level == .annex || level == .table || level == .drawing || level == .part
      guard text.isDigit(place) || takesLetter, let number = labelNumber(at: place) else {
        return nil
      }
      // "page 5 million" and "table 3 times" do not happen, "part 2 years" neither; 5-7 is read on.
      return withMagnitudeWord(at: number.end) ? nil : number
    }
    guard let numeral = englishNumeral(at: place), !numeral.isOrdinal,
      let number = numeral.value.whole,
      numeral.power == 0, number < 100, number > 0, !isUnitWord(at: numeral.end)
    else { return nil }
    return (String(number), numeral.end)
  }

  private func isUnitWord(at place: Int) -> Bool {
    guard text[place] == 32, text.isLetter(place + 1) else { return false }
    let word = PackedWord(in: text, at: place + 1)
    return !(EnglishWords.shared.meaning(of: word.key) == .and)
  }

  private func withMagnitudeWord(at place: Int) -> Bool {
    text[place] == 37 || text[place] == 32 && scaleWord(at: place + 1) != nil
  }

  /// Roman numerals up to 39, in capitals.
  func roman(at place: Int) -> (text: String, end: Int)? {
    var (end, total, last) = (place, 0, 100)
    while end < place + 7 {
      let value: Int
      switch text[end] {
      case 0x49: value = 1
      case 0x56: value = 5
      case 0x58: value = 10
      default: value = 0
      }
      guard value > 0 else { break }
      total += value > last ? value - 2 * last : value
      last = value
      end += 1
    }
    guard end > place, !text.isLetter(end), !text.isDigit(end) else { return nil }
    return (String(total), end)
  }
}
