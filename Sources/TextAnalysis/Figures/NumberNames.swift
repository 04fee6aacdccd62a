/// Numbers spelt with Han characters.
struct ChineseDigits {
  let digits: [String]
  let units: [String]
  var two: String { digits[2] }

  static let common = ChineseDigits(
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], units: ["", "十", "百", "千"])
  static let financial = ChineseDigits(
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], units: ["", "拾", "佰", "仟"])

  /// 二〇二一.
  static func positional(_ value: Int) -> String {
    String(value).utf8.map { $0 == 48 ? "〇" : common.digits[Int($0 - 48)] }.joined()
  }

  /// 二千五百, 三点五, 二百五十万; nothing above 10¹⁶ or below zero.
  func written(_ value: ExactNumber) -> String? {
    guard value.denominator == 1, value.numerator >= 0, value.approximate < 1e16 else { return nil }
    if let whole = value.whole { return written(whole) }
    let decimal = DecimalDigits(value)
    if let places = value.scaled(by: -8).decimalPlaces, value.approximate >= 1e8, places <= 2 {
      return written(value.scaled(by: -8)).map { $0 + "亿" }
    }
    guard let whole = Int(decimal.whole), let head = written(whole),
      decimal.fraction.utf8.count <= 6
    else { return nil }
    return head + "点" + decimal.fraction.utf8.map { digits[Int($0 - 48)] }.joined()
  }

  private func written(_ value: Int) -> String? {
    if value < 10 { return digits[value] }
    if value < 10_000 {
      let text = section(value)
      return value < 20 && digits[1] == "一" ? String(text.dropFirst()) : text
    }
    let (unit, name) = value >= 100_000_000 ? (100_000_000, "亿") : (10_000, "万")
    guard let head = written(value / unit) else { return nil }
    let rest = value % unit
    guard rest > 0 else { return head + name }
    guard let tail = rest < 10_000 ? section(rest) : written(rest) else { return nil }
    let gap = rest < unit / 10 ? digits[0] : ""
    return head + name + gap + tail
  }

  private func section(_ value: Int) -> String {
    var (text, gap) = ("", false)
    for (place, unit) in [1000, 100, 10, 1].enumerated() {
      let digit = value / unit % 10
      if digit == 0 {
        gap = !text.isEmpty
        continue
      }
      if gap { text += digits[0] }
      gap = false
      text += digits[digit] + units[3 - place]
    }
    return text
  }
}

/// Numbers spelt with English words.
enum EnglishNames {
  /// *seven*, *twenty-five*; nothing above 99.
  static func cardinal(_ value: Int) -> String? {
    if (0..<20).contains(value) { return EnglishWords.smallNames[value] }
    guard (20..<100).contains(value) else { return nil }
    let tens = EnglishWords.tensNames[value / 10]
    return value % 10 == 0 ? tens : tens + "-" + EnglishWords.smallNames[value % 10]
  }

  /// *seventh*, *twenty-fifth*; nothing above 99.
  static func ordinal(_ value: Int) -> String? {
    if (1..<20).contains(value) { return EnglishWords.ordinalNames[value] }
    guard (20..<100).contains(value) else { return nil }
    let tens = EnglishWords.tensNames[value / 10]
    if value % 10 == 0 { return tens.dropLast() + "ieth" }
    return tens + "-" + EnglishWords.ordinalNames[value % 10]
  }

  /// 1st, 22nd, 113th.
  static func suffix(of value: Int) -> String {
    if (11...13).contains(value % 100) { return "th" }
    return switch value % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}
