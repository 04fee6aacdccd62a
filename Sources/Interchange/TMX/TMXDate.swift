import Foundation

/// Dates as TMX writes them, in UTC: `20240302T051308Z`.
enum TMXDate {
  /// Reads `20240302T051308Z`, the same with hyphens and colons, or `20240302`; nothing else.
  static func read(_ text: String) -> Date? {
    var digits: [Int] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(Int(byte) - 48)
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "T"), UInt8(ascii: "Z"): break
      default: return nil
      }
      guard digits.count <= 14 else { return nil }
    }
    guard digits.count == 14 || digits.count == 8 else { return nil }
    digits += Array(repeating: 0, count: 14 - digits.count)
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
    guard hour < 24, minute < 60, second < 60,
      let days = daysSince1970(year: year, month: month, day: day)
    else { return nil }
    return Date(
      timeIntervalSince1970: Double(days * 86_400 + hour * 3_600 + minute * 60 + second))
  }

  /// Writes a date to the second; nothing for one outside the years 1 to 9999.
  static func write(_ date: Date) -> String? {
    let seconds = date.timeIntervalSince1970.rounded(.down)
    guard abs(seconds) < 4e11 else { return nil }
    let total = Int(seconds)
    let days = Int((seconds / 86_400).rounded(.down))
    let rest = total - days * 86_400
    let (year, month, day) = civil(daysSince1970: days)
    guard (1...9_999).contains(year) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return padded(year, 4) + padded(month, 2) + padded(day, 2) + "T" + padded(rest / 3_600, 2)
      + padded(rest / 60 % 60, 2) + padded(rest % 60, 2) + "Z"
  }

  /// Counts days in the Gregorian calendar, whose years are taken to begin in March.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let shifted = month > 2 ? year : year - 1
    let (era, place) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = era * 146_097 + place * 365 + place / 4 - place / 100 + dayOfYear - 719_468
    // A day that the month does not have falls into the next.
    let back = civil(daysSince1970: days)
    return back.month == month && back.day == day ? days : nil
  }

  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let place =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * place + place / 4 - place / 100)
    let monthPlace = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthPlace + 2) / 5 + 1
    let month = monthPlace < 10 ? monthPlace + 3 : monthPlace - 9
    return (place + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
