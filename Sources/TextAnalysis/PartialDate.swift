/// A calendar date of ISO 8601, whole or cut short: `2018-03-17`, `2018-03`, `2018`.
///
/// A reduced date means the whole month or year, so every date is a span of days from
/// ``firstDay`` to ``lastDay``:
///
///     PartialDate("2018-03")?.firstDay  // 20180301
///     PartialDate("2018-03")?.lastDay   // 20180331
public struct PartialDate: Hashable, Sendable {
  /// The year, month (0 where not given) and day (0 where not given) as the digits `yyyymmdd`.
  public let digits: Int32

  /// Makes a date of its parts, or nothing if the calendar has no such day or the year is not in
  /// `1...9999`.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    guard let month else {
      guard day == nil else { return nil }
      digits = Int32(year * 10_000)
      return
    }
    guard (1...12).contains(month) else { return nil }
    if let day, !(1...Self.dayCount(year: year, month: month)).contains(day) { return nil }
    digits = Int32(year * 10_000 + month * 100 + (day ?? 0))
  }

  /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd` and nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
    var numbers: [Int] = []
    for (place, part) in parts.enumerated() {
      guard place == 0 || part.count == 2 else { return nil }
      var number = 0
      for byte in part {
        guard (48...57).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 48)
      }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// Takes back what ``digits`` gave, or nothing if no date is written so.
  public init?(digits: Int32) {
    let (year, month, day) = (Int(digits) / 10_000, Int(digits) / 100 % 100, Int(digits) % 100)
    self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// The year, in `1...9999`.
  public var year: Int { Int(digits) / 10_000 }

  /// The month, in `1...12`, or nothing where the date is a whole year.
  public var month: Int? {
    let month = Int(digits) / 100 % 100
    return month == 0 ? nil : month
  }

  /// The day of the month, or nothing where the date is a whole month or year.
  public var day: Int? {
    let day = Int(digits) % 100
    return day == 0 ? nil : day
  }

  /// The first day that the date covers, as the digits `yyyymmdd`.
  public var firstDay: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day that the date covers, as the digits `yyyymmdd`.
  public var lastDay: Int {
    let month = month ?? 12
    return year * 10_000 + month * 100 + (day ?? Self.dayCount(year: year, month: month))
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible, Codable {
  /// The date as ISO 8601 writes it: `2018-03-17`, `2018-03`, `2018`.
  public var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    var text = padded(year, to: 4)
    if let month { text += "-" + padded(month, to: 2) }
    if let day { text += "-" + padded(day, to: 2) }
    return text
  }

  /// Reads the date from the text that ``description`` writes.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = PartialDate(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is not a date."))
    }
    self = date
  }

  /// Writes the date as ``description``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
