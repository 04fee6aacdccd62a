/// A number as it is read, without unit, and how it is written.
struct Numeral {
  /// How the digits are written.
  enum Form: Equatable {
    /// `1234` or `1,234`.
    case digits(isGrouped: Bool)
    /// 二千五百.
    case chinese
    /// 贰仟伍佰.
    case financial
    /// 二〇二一.
    case positional
    /// *twenty-five*.
    case words
  }

  var value: ExactNumber
  var end: Int
  var form: Form
  /// The power of ten of *million*, 万 and their like that follow digits.
  var power = 0
  /// How many digits a plain whole number is written with, else 0.
  var plainDigitCount = 0
  /// Whether 余, 多 or *-odd* stands in it.
  var isVague = false
  /// *third*, 1st.
  var isOrdinal = false
  /// 两三, 七八: the upper of two neighbours.
  var high: ExactNumber?
  /// Over 百, 千, 万: 百分之三十五 has 2.
  var partsPower: Int?

  var hasMagnitude: Bool { power > 0 }
}
