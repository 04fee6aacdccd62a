/// A rational number without rounding: numerator / denominator · 10 ^ exponent.
///
/// Each value has one form, so that equal numbers are equal values:
///
///     ExactNumber(digits: 2_500, exponent: 8) == ExactNumber(digits: 250, exponent: 9)  // true
///     ExactNumber(1, over: 4) == ExactNumber(digits: 25, exponent: -2)                  // true
package struct ExactNumber: Hashable, Sendable {
  /// The digits, with sign, without zeros at the end.
  package let numerator: Int64
  /// One where the number is a decimal, else what remains without the factors 2 and 5.
  package let denominator: Int64
  /// The power of ten.
  package let exponent: Int

  /// The number 0.
  package static let zero = ExactNumber(0)
  /// The number 1.
  package static let one = ExactNumber(1)

  /// Makes a whole number.
  package init(_ value: Int64) { self.init(digits: value, exponent: 0) }

  /// Makes `digits` · 10 ^ `exponent`.
  package init(digits: Int64, exponent: Int) {
    var (digits, exponent) = (digits, exponent)
    if digits == 0 { exponent = 0 }
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    (numerator, denominator, self.exponent) = (digits, 1, exponent)
  }

  /// Makes a fraction of whole numbers, or nothing where the denominator is not positive or the
  /// decimal has more than 18 digits.
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    var (top, bottom, exponent) = (numerator, denominator, 0)
    let common = Self.greatestCommonDivisor(top.magnitude, bottom.magnitude)
    if common > 1 { (top, bottom) = (top / Int64(common), bottom / Int64(common)) }
    while bottom % 10 == 0 { (bottom, exponent) = (bottom / 10, exponent - 1) }
    while bottom % 2 == 0 || bottom % 5 == 0 {
      let (factor, divisor): (Int64, Int64) = bottom % 2 == 0 ? (5, 2) : (2, 5)
      let (product, overflow) = top.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      (top, bottom, exponent) = (product, bottom / divisor, exponent - 1)
    }
    let digits = ExactNumber(digits: top, exponent: exponent)
    (self.numerator, self.denominator, self.exponent) = (digits.numerator, bottom, digits.exponent)
  }

  private init(numerator: Int64, denominator: Int64, exponent: Int) {
    (self.numerator, self.denominator, self.exponent) = (numerator, denominator, exponent)
  }

  private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}

extension ExactNumber {
  /// The number times ten to a power.
  package func scaled(by power: Int) -> ExactNumber {
    numerator == 0
      ? self
      : ExactNumber(numerator: numerator, denominator: denominator, exponent: exponent + power)
  }

  /// The product, or nothing where it needs more than 18 digits.
  package func multiplied(by other: ExactNumber) -> ExactNumber? {
    let (top, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, overflowBelow) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !overflow, !overflowBelow else { return nil }
    return ExactNumber(top, over: bottom)?.scaled(by: exponent + other.exponent)
  }

  /// The sum, or nothing where it needs more than 18 digits.
  package func adding(_ other: ExactNumber) -> ExactNumber? {
    let least = min(exponent, other.exponent)
    guard let first = shifted(by: exponent - least),
      let second = other.shifted(by: other.exponent - least)
    else { return nil }
    let (left, overflow) = first.multipliedReportingOverflow(by: other.denominator)
    let (right, overflowRight) = second.multipliedReportingOverflow(by: denominator)
    let (bottom, overflowBelow) = denominator.multipliedReportingOverflow(by: other.denominator)
    let (top, overflowSum) = left.addingReportingOverflow(right)
    guard !overflow, !overflowRight, !overflowBelow, !overflowSum else { return nil }
    return ExactNumber(top, over: bottom)?.scaled(by: least)
  }

  private func shifted(by power: Int) -> Int64? {
    var result = numerator
    guard power <= 18 else { return result == 0 ? 0 : nil }
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// The value where it is whole and fits.
  package var whole: Int? {
    guard denominator == 1, exponent >= 0 else { return nil }
    return shifted(by: exponent).map(Int.init)
  }

  /// The value as a fraction in its lowest terms, where both parts fit.
  package var fraction: (top: Int64, bottom: Int64)? {
    guard exponent <= 0, exponent >= -18 else {
      return whole.map { (Int64($0), 1) }
    }
    var (top, bottom) = (numerator, denominator)
    for _ in 0..<(-exponent) {
      let (product, overflow) = bottom.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      bottom = product
    }
    let common = Int64(Self.greatestCommonDivisor(top.magnitude, bottom.magnitude))
    if common > 1 { (top, bottom) = (top / common, bottom / common) }
    return (top, bottom)
  }

  /// How many digits stand after the decimal point, or nothing where the decimal does not end.
  package var decimalPlaces: Int? { denominator == 1 ? max(0, -exponent) : nil }

  /// The nearest floating-point number, for comparisons of size only.
  package var approximate: Double {
    var value = Double(numerator) / Double(denominator)
    var power = exponent
    while power > 0, power < 400 { (value, power) = (value * 10, power - 1) }
    while power < 0, power > -400 { (value, power) = (value / 10, power + 1) }
    return value
  }
}

extension ExactNumber: CustomStringConvertible {
  /// The number in digits: `2500`, `0.25`, `1/3`.
  package var description: String {
    if denominator > 1, let fraction { return "\(fraction.top)/\(fraction.bottom)" }
    let decimal = DecimalDigits(self).text(grouped: false)
    return denominator == 1 ? decimal : "\(decimal)/\(denominator)"
  }
}

/// The digits before and after the point of a decimal.
struct DecimalDigits {
  var isNegative: Bool
  var whole: String
  var fraction: String

  /// Spells the numerator out with its exponent; the denominator is left aside.
  init(_ number: ExactNumber) {
    isNegative = number.numerator < 0
    let digits = String(number.numerator.magnitude)
    let exponent = max(-400, min(400, number.exponent))
    if exponent >= 0 {
      (whole, fraction) = (digits + String(repeating: "0", count: exponent), "")
    } else if digits.utf8.count > -exponent {
      (whole, fraction) = (String(digits.dropLast(-exponent)), String(digits.suffix(-exponent)))
    } else {
      let zeros = String(repeating: "0", count: -exponent - digits.utf8.count)
      (whole, fraction) = ("0", zeros + digits)
    }
  }

  func text(grouped: Bool, separator: Character = ",") -> String {
    var text = isNegative ? "-" : ""
    if grouped {
      for (place, digit) in whole.enumerated() {
        if place > 0, (whole.utf8.count - place) % 3 == 0 { text.append(separator) }
        text.append(digit)
      }
    } else {
      text += whole
    }
    return fraction.isEmpty ? text : text + "." + fraction
  }
}
