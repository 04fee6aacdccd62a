/// How a date is written: the order of its parts, their numerals, what stands between them.
struct DateStyle {
  private enum Form {
    /// 2021年9月1日.
    case han(Numeral.Form)
    /// 2021-09-01.
    case numeric(separator: Character, isPadded: Bool)
    /// 1 September 2021.
    case dayFirst
    /// September 1, 2021.
    case monthFirst
    /// 2021.
    case year
  }

  private let form: Form
  private let text: String
  private let isShort: Bool
  private let hasPoint: Bool
  private let hasComma: Bool
  private let hasSuffix: Bool
  private let hasSpaces: Bool
  private let isPadded: Bool
  private let dayMark: String

  /// Reads the style of a date; nothing where it is none that can be written.
  init?(_ text: FigureText, language: LanguageTag) {
    let string = text.string(0..<text.count)
    self.text = string
    let scanner = FigureScanner(text, language: language)
    hasSpaces = string.contains(" ")
    hasComma = string.contains(",")
    dayMark = string.contains("号") ? "号" : "日"
    var (month, place): ((month: Int, end: Int, isShort: Bool)?, Int) = (nil, 0)
    while place < text.count, month == nil {
      if text.isCapital(place), !text.isLetter(place - 1) { month = scanner.monthName(at: place) }
      if month == nil { place += 1 }
    }
    isShort = month?.isShort ?? false
    hasPoint = month.map { text[$0.end - 1] == 46 } ?? false
    hasSuffix = (0..<text.count).contains {
      text.isDigit($0) && scanner.ordinalSuffix(at: $0 + 1) != nil
    }
    let marks = ["月0", "年0", "月 0", "年 0"]
    isPadded = marks.contains { string.contains($0) }
    if month != nil {
      form = text.isDigit(0) ? .dayFirst : .monthFirst
    } else if string.contains("年") || string.contains("月") {
      guard let numeral = scanner.ordinalNumeral(at: 0) else { return nil }
      form = .han(numeral.form)
    } else if let mark = string.first(where: { "-./".contains($0) }), text.isDigit(0) {
      let isPadded = (0..<text.count).allSatisfy {
        ![45, 46, 47].contains(text[$0]) || text.isDigit($0 + 2)
      }
      form = .numeric(separator: mark, isPadded: isPadded)
    } else if text.count == 4, text.isDigit(0) {
      form = .year
    } else {
      return nil
    }
  }

  /// Writes a date in this style, as far as it has year, month and day.
  func written(_ date: FigureDate) -> String? {
    guard date.part == nil else { return han(part: date) }
    switch form {
    case .han(let numerals): return han(date, numerals)
    case .numeric(let separator, let isPadded):
      guard let year = date.year, date.month != nil else { return date.year.map { String($0) } }
      let parts = [date.month, date.day].compactMap { $0 }.map {
        isPadded && $0 < 10 ? "0\($0)" : String($0)
      }
      return ([String(year)] + parts).joined(separator: String(separator))
    case .dayFirst, .monthFirst: return english(date)
    case .year: return date.month == nil ? date.year.map { String($0) } : nil
    }
  }

  private func han(_ date: FigureDate, _ numerals: Numeral.Form) -> String? {
    let space = hasSpaces ? " " : ""
    var parts: [String] = []
    let isDigits: Bool
    if case .digits = numerals { isDigits = true } else { isDigits = false }
    func small(_ value: Int) -> String {
      isDigits
        ? isPadded && value < 10 ? "0\(value)" : String(value)
        : ChineseDigits.common.written(ExactNumber(Int64(value))) ?? String(value)
    }
    if let year = date.year {
      parts.append((isDigits ? String(year) : ChineseDigits.positional(year)) + space + "年")
    }
    if let month = date.month { parts.append(small(month) + space + "月") }
    if let day = date.day { parts.append(small(day) + space + dayMark) }
    return parts.isEmpty ? nil : parts.joined(separator: space)
  }

  /// 2021年第一季度, 2021年上半年, 6月底, 9月中旬.
  private func han(part date: FigureDate) -> String? {
    guard case .han(let numerals) = form, let part = date.part else { return nil }
    var whole = date
    whole.part = nil
    let head = date.year == nil && date.month == nil ? "" : han(whole, numerals) ?? ""
    switch part {
    case .quarter(let number):
      return ChineseDigits.common.written(ExactNumber(Int64(number))).map { head + $0 + "季度" }
    case .half(let number): return head + (number == 1 ? "上半年" : "下半年")
    case .tenDays(let number) where date.month != nil && (1...3).contains(number):
      return head + ["", "上旬", "中旬", "下旬"][number]
    case .beginning: return head + "初"
    case .end: return head + "底"
    default: return nil
    }
  }

  private func english(_ date: FigureDate) -> String? {
    guard let month = date.month else { return date.year.map { String($0) } }
    let name = monthName(month)
    guard let day = date.day else {
      return date.year.map { name + " " + String($0) } ?? name
    }
    let number = String(day) + (hasSuffix ? EnglishNames.suffix(of: day) : "")
    if case .dayFirst = form {
      let joint = text.contains(" of ") && hasSuffix ? " of " : " "
      return number + joint + name + (date.year.map { (hasComma ? ", " : " ") + String($0) } ?? "")
    }
    let comma = hasComma || !text.contains(where: { $0 == " " }) || date.year != nil && !hasYear
    return name + " " + number + (date.year.map { (comma ? ", " : " ") + String($0) } ?? "")
  }

  private var hasYear: Bool {
    text.split(whereSeparator: { !"0123456789".contains($0) }).contains { $0.count == 4 }
  }

  private func monthName(_ month: Int) -> String {
    let name = EnglishWords.monthNames[month - 1]
    guard isShort, name.count > 4 else { return name }
    let short = month == 9 && text.contains("Sept") ? "Sept" : String(name.prefix(3))
    return hasPoint ? short + "." : short
  }
}

extension FigureWriter {
  /// Years in the way of years; other spans are not written.
  func span(
    _ from: FigureDate, _ to: FigureDate, like oldFrom: FigureDate, _ oldTo: FigureDate
  ) -> String? {
    guard from.month == nil, to.month == nil, oldFrom.month == nil, oldTo.month == nil,
      let first = from.year, let last = to.year
    else { return nil }
    let pieces = numerals(withMagnitude: false)
    guard pieces.count == 2, pieces[0].range.count == 4 else { return nil }
    func year(_ value: Int, _ piece: (range: Range<Int>, numeral: Numeral)) -> String {
      let digits =
        piece.numeral.form == .positional ? ChineseDigits.positional(value) : String(value)
      return String(digits.suffix(piece.range.count))
    }
    return replacing([
      (pieces[0].range, year(first, pieces[0])), (pieces[1].range, year(last, pieces[1])),
    ])
  }
}
