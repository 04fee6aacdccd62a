/// Numbers in the way of a number.
extension FigureWriter {
  func number(_ new: Quantity, like old: Quantity) -> String? {
    if new.low.denominator > 1 || old.low.denominator > 1 { return fraction(new) }
    return quantity(new, like: old, power: 0).map { replacing($0) }
  }

  /// The numbers of the model, written anew; 10 to the `power` is what they are multiplied by to be
  /// the figure's (1 for 三成).
  func quantity(
    _ new: Quantity, like old: Quantity, power: Int
  ) -> [(range: Range<Int>, text: String)]? {
    let pieces = numerals()
    guard let first = pieces.first, (new.high == nil) == (old.high == nil) else { return nil }
    guard let high = new.high else {
      return written(new.low.scaled(by: -power), like: first.numeral, at: first.range)
        .map { [(first.range, $0)] }
    }
    guard pieces.count >= 2 else { return nil }
    let last = pieces[1]
    let isShared = first.numeral.value != old.low.scaled(by: -power)
    let low = new.low.scaled(by: -power - (isShared ? last.numeral.power : 0))
    guard let lower = written(low, like: first.numeral, at: first.range),
      let upper = written(high.scaled(by: -power), like: last.numeral, at: last.range)
    else { return nil }
    return [(first.range, lower), (last.range, upper)]
  }

  /// One number in the way of another.
  private func written(_ value: ExactNumber, like old: Numeral, at range: Range<Int>) -> String? {
    guard value.denominator == 1 else { return nil }
    switch old.form {
    case .digits: return digits(value, like: old, at: range)
    case .chinese: return chinese(value, range, digits: ChineseDigits.common)
    case .financial: return chinese(value, range, digits: ChineseDigits.financial)
    case .positional: return value.whole.map { ChineseDigits.positional($0) }
    case .words: return words(value, like: old, at: range)
    }
  }

  private func digits(_ value: ExactNumber, like old: Numeral, at range: Range<Int>) -> String? {
    var end = range.lowerBound
    while text.isDigit(end) || (text[end] == 44 || text[end] == 46) && text.isDigit(end + 1) {
      end += 1
    }
    let tail = replacing([(0..<end, ""), (range.upperBound..<text.count, "")])
    let isWide = model.unicodeScalars.contains { (0xFF10...0xFF19).contains($0.value) }
    let scaled = value.scaled(by: -old.power)
    var result: String
    if old.power == 0 {
      let size = abs(value.approximate)
      if old.plainDigitCount > 0, old.plainDigitCount <= 3 || old.plainDigitCount > 8,
        size >= (isChinese ? 1e8 : 1e9), tail.isEmpty, let natural = natural(value)
      {
        return natural
      }
      result = plain(scaled, like: old)
    } else {
      let size = abs(scaled.approximate)
      let isKept = (scaled.decimalPlaces ?? 9) <= 4 && size >= 0.1 && size < (isChinese ? 1e5 : 1e4)
      guard isKept else { return old.isVague ? nil : natural(value) }
      result = plain(scaled, like: old)
    }
    if isWide {
      let wide = result.unicodeScalars.map { scalar in
        scalar.value < 0x7F ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
      }
      result = String(String.UnicodeScalarView(wide))
    }
    return result + tail
  }

  private func plain(_ value: ExactNumber, like old: Numeral) -> String {
    var isGrouped = false
    if case .digits(true) = old.form { isGrouped = true }
    let digits = DecimalDigits(value)
    if !isChinese, old.plainDigitCount != 4, old.value.approximate < 1000 || old.power > 0,
      digits.whole.utf8.count > 3
    {
      isGrouped = true
    }
    return digits.text(grouped: isGrouped)
  }

  /// The largest magnitude in which the number is short: 2500亿, 2.5 million.
  private func natural(_ value: ExactNumber) -> String? {
    let names: [(Int, String)] =
      isChinese
      ? [(12, "万亿"), (8, "亿"), (4, "万")]
      : [(12, " trillion"), (9, " billion"), (6, " million")]
    for (power, name) in names where abs(value.approximate) >= value.scaled(by: 0).threshold(power)
    {
      let scaled = value.scaled(by: -power)
      guard let places = scaled.decimalPlaces, places <= 4 else { continue }
      let word = language.script == "Hant" ? name.traditional : name
      return DecimalDigits(scaled).text(grouped: false) + word
    }
    let digits = DecimalDigits(value)
    return digits.text(grouped: !isChinese && digits.whole.utf8.count > 3)
  }

  private func chinese(
    _ value: ExactNumber, _ range: Range<Int>, digits: ChineseDigits
  ) -> String? {
    let isTwo = value == ExactNumber(2)
    let usesPair = model.contains("两") || model.contains("兩")
    guard var written = digits.written(value) else { return nil }
    if isTwo, digits.two == "二", takesPair { written = language.script == "Hant" ? "兩" : "两" }
    if usesPair, !isTwo,
      written.hasPrefix("二千") || written.hasPrefix("二万") || written.hasPrefix("二亿")
    {
      written = "两" + written.dropFirst()
    }
    return language.script == "Hant" ? written.traditional : written
  }

  /// Whether 2 is 两 here: before what is counted, not in 第二, 二月 or 百分之二.
  private var takesPair: Bool {
    switch exemplar {
    case .number, .amount: true
    case .measure(_, let unit): unit.dimension != .ratio && unit.dimension != .percentagePoint
    default: false
    }
  }

  private func words(_ value: ExactNumber, like old: Numeral, at range: Range<Int>) -> String? {
    if old.value.whole == nil { return nil }
    if let whole = value.whole, let words = EnglishNames.cardinal(whole) {
      let isUpper = text.isCapital(range.lowerBound)
      return isUpper ? words.prefix(1).uppercased() + words.dropFirst() : words
    }
    return natural(value)
  }

  /// 三分之二, *two thirds*, 2/3.
  private func fraction(_ new: Quantity) -> String? {
    guard new.high == nil, let parts = new.low.fraction, parts.top > 0, parts.bottom > 1 else {
      return nil
    }
    let (top, bottom) = (Int(parts.top), Int(parts.bottom))
    if model.contains("/") { return "\(top)/\(bottom)" }
    if model.contains("分之") {
      guard !text.isDigit(0) else { return "\(bottom)分之\(top)" }
      let digits = ChineseDigits.common
      guard let over = digits.written(ExactNumber(Int64(bottom))),
        let number = digits.written(ExactNumber(Int64(top)))
      else { return nil }
      return over + "分之" + number
    }
    guard bottom >= 3, let part = EnglishNames.ordinal(bottom),
      let number = EnglishNames.cardinal(top)
    else { return nil }
    let joint = model.contains("-") ? "-" : " "
    return number + joint + part + (top > 1 ? "s" : "")
  }
}

extension ExactNumber {
  fileprivate func threshold(_ power: Int) -> Double {
    ExactNumber.one.scaled(by: power).approximate
  }
}

extension String {
  /// The numerals and units of this part of the text in Traditional characters.
  var traditional: String {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
      "万": "萬", "亿": "億", "两": "兩", "条": "條", "项": "項", "节": "節", "号": "號", "贰": "貳", "陆": "陸",
    ]
    return String(String.UnicodeScalarView(unicodeScalars.map { pairs[$0] ?? $0 }))
  }
}
