/// A unit of measure: what it measures, and how many of that dimension's smallest unit it holds.
package struct Unit: Hashable, Sendable {
  /// What is measured; values compare within one dimension only.
  package enum Dimension: UInt8, Hashable, Sendable {
    case ratio, percentagePoint, seconds, months, workingDays, length, area, volume, mass
    case power, energy, voltage, current, charge, frequency, data, celsius, fahrenheit, angle,
      pressure, sound
    case lightYears, coalEquivalent, calories, doses
  }

  /// What is measured.
  package var dimension: Dimension
  /// How many of the dimension's base unit one of this unit is.
  package var factor: ExactNumber
  /// The number of the row of ``UnitTable`` that names it.
  package var row: UInt8

  /// Two units are one where a number means the same with either.
  package static func == (left: Unit, right: Unit) -> Bool {
    left.dimension == right.dimension && left.factor == right.factor
  }

  /// Hashes what is compared.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(dimension)
    hasher.combine(factor)
  }

  static let percent = UnitTable.shared.unit(named: "%")
  static let perMille = UnitTable.shared.unit(named: "‰")
  package static let day = UnitTable.shared.unit(named: "day")
  package static let month = UnitTable.shared.unit(named: "month")
  package static let year = UnitTable.shared.unit(named: "year")
}

/// The names of units in both languages, and how they are found.
struct UnitTable: Sendable {
  /// One line a unit: dimension, factor (digits, then `e` and the power of ten), and the names:
  /// symbols after `sym:`, English singular/plural after `en:`, Chinese after `zh:`; the first of
  /// each is how the unit is written where no other way is shown.
  private static let rows: [(Unit.Dimension, Int64, Int, String, String, String)] = [
    (.ratio, 1, -2, "% ％", "percent/percent per_cent/per_cent pct/pct", ""),
    (.ratio, 1, -3, "‰", "per_mille/per_mille per_mil/per_mil", ""),
    (.ratio, 1, -4, "‱", "basis_point/basis_points", "个基点 基点"),
    (
      .percentagePoint, 1, 0, "", "percentage_point/percentage_points percent_point/percent_points",
      "个百分点 百分点"
    ),
    (.seconds, 1, 0, "s", "second/seconds sec/secs", "秒 秒钟"),
    (.seconds, 1, -3, "ms", "millisecond/milliseconds", "毫秒"),
    (.seconds, 60, 0, "min", "minute/minutes min/mins", "分钟"),
    (.seconds, 3600, 0, "h hrs", "hour/hours hr/hrs", "小时 个小时 个钟头 钟头"),
    (.seconds, 86_400, 0, "", "day/days", "天 日"),
    (.seconds, 604_800, 0, "", "week/weeks", "周 星期 个星期 礼拜 个礼拜"),
    (.seconds, 1_209_600, 0, "", "fortnight/fortnights", ""),
    (.months, 1, 0, "", "month/months", "个月 个月份"),
    (.months, 3, 0, "", "quarter/quarters", "个季度"),
    (.months, 12, 0, "", "year/years yr/yrs", "年 岁 周岁 个年头 周年"),
    (.months, 120, 0, "", "decade/decades", "个十年"),
    (.months, 1200, 0, "", "century/centuries", "个世纪"),
    (
      .workingDays, 1, 0, "",
      "working_day/working_days business_day/business_days workday/workdays work_day/work_days",
      "个工作日 工作日"
    ),
    (.length, 1, 0, "m", "metre/metres meter/meters", "米 公尺"),
    (.length, 1, 3, "km", "kilometre/kilometres kilometer/kilometers", "公里 千米"),
    (.length, 1, -2, "cm", "centimetre/centimetres centimeter/centimeters", "厘米 公分"),
    (.length, 1, -3, "mm", "millimetre/millimetres millimeter/millimeters", "毫米"),
    (.length, 1, -6, "μm µm", "micrometre/micrometres micron/microns micrometer/micrometers", "微米"),
    (.length, 1, -9, "nm", "nanometre/nanometres nanometer/nanometers", "纳米 奈米"),
    (.length, 9144, -4, "", "yard/yards", "码"),
    (.length, 3048, -4, "ft", "foot/feet", "英尺 英呎"),
    (.length, 254, -4, "in", "inch/inches", "英寸 吋"),
    (.length, 1_609_344, -3, "", "mile/miles", "英里 哩"),
    (.length, 1_609_344, -3, "mph", "mph/mph", ""),
    (.length, 1, 3, "kph kmh", "kph/kph", ""),
    (.length, 1852, 0, "", "nautical_mile/nautical_miles", "海里"),
    (.length, 500, 0, "", "", "华里"),
    (.area, 1, 0, "m² m2 ㎡", "square_metre/square_metres square_meter/square_meters", "平方米"),
    (
      .area, 1, 6, "km² km2",
      "square_kilometre/square_kilometres square_kilometer/square_kilometers",
      "平方公里 平方千米"
    ),
    (.area, 1, 4, "ha", "hectare/hectares", "公顷"),
    (.area, 1, -4, "cm² cm2", "square_centimetre/square_centimetres", "平方厘米"),
    (.area, 2000, 0, "", "mu/mu", "亩"),
    (.area, 40_468_564_224, -7, "", "acre/acres", "英亩"),
    (.area, 2_589_988_110_336, -6, "", "square_mile/square_miles", "平方英里"),
    (.area, 9_290_304, -8, "", "square_foot/square_feet", "平方英尺"),
    (.volume, 1, 0, "m³ m3", "cubic_metre/cubic_metres cubic_meter/cubic_meters", "立方米"),
    (.volume, 1, -3, "L l", "litre/litres liter/liters", "升 公升"),
    (.volume, 1, -6, "mL ml ML", "millilitre/millilitres milliliter/milliliters", "毫升"),
    (.volume, 158_987_294_928, -12, "", "barrel/barrels", "桶"),
    (.mass, 1, 0, "g", "gram/grams gramme/grammes", "克"),
    (.mass, 1, 3, "kg", "kilogram/kilograms kilo/kilos", "公斤 千克"),
    (.mass, 1, -3, "mg", "milligram/milligrams", "毫克"),
    (.mass, 1, -6, "μg µg mcg", "microgram/micrograms", "微克"),
    (.mass, 1, 6, "t", "tonne/tonnes ton/tons metric_ton/metric_tons", "吨 公吨"),
    (.mass, 500, 0, "", "jin/jin", "斤 市斤"),
    (.mass, 45_359_237, -5, "lb lbs", "pound/pounds", "磅"),
    (.mass, 28_349_523_125, -9, "", "ounce/ounces", "盎司"),
    (.power, 1, 0, "W", "watt/watts", "瓦 瓦特"),
    (.power, 1, 3, "kW", "kilowatt/kilowatts", "千瓦"),
    (.power, 1, 6, "MW", "megawatt/megawatts", "兆瓦"),
    (.power, 1, 9, "GW", "gigawatt/gigawatts", "吉瓦"),
    (
      .energy, 1, 3, "kWh", "kilowatt_hour/kilowatt_hours kilowatthour/kilowatthours", "千瓦时 度电 千瓦小时"
    ),
    (.energy, 1, 6, "MWh", "megawatt_hour/megawatt_hours", "兆瓦时 兆瓦小时"),
    (.energy, 1, 9, "GWh", "gigawatt_hour/gigawatt_hours", "吉瓦时"),
    (.energy, 1, 12, "TWh", "terawatt_hour/terawatt_hours", "太瓦时"),
    (.current, 1, -3, "mA", "milliampere/milliamperes milliamp/milliamps", "毫安"),
    (.current, 1, 0, "A", "ampere/amperes amp/amps", "安培"),
    (.charge, 1, -3, "mAh", "", "毫安时"),
    (.voltage, 1, 0, "V", "volt/volts", "伏 伏特"),
    (.voltage, 1, 3, "kV", "kilovolt/kilovolts", "千伏"),
    (.frequency, 1, 0, "Hz", "hertz/hertz", "赫兹 赫"),
    (.frequency, 1, 3, "kHz", "kilohertz/kilohertz", "千赫 千赫兹"),
    (.frequency, 1, 6, "MHz", "megahertz/megahertz", "兆赫 兆赫兹"),
    (.frequency, 1, 9, "GHz", "gigahertz/gigahertz", "吉赫 吉赫兹"),
    (.data, 1, 0, "", "byte/bytes", "字节 个字节 位元组"),
    (.data, 1, 3, "KB kB KBs kBs", "kilobyte/kilobytes", "千字节"),
    (.data, 1, 6, "MB MBs", "megabyte/megabytes", "兆字节"),
    (.data, 1, 9, "GB GBs", "gigabyte/gigabytes", "吉字节"),
    (.data, 1, 12, "TB TBs", "terabyte/terabytes", "太字节"),
    (
      .celsius, 1, 0, "°C ℃", "degree_Celsius/degrees_Celsius degree_centigrade/degrees_centigrade",
      "摄氏度"
    ),
    (.fahrenheit, 1, 0, "°F ℉", "degree_Fahrenheit/degrees_Fahrenheit", "华氏度"),
    (.angle, 1, 0, "°", "degree/degrees", "度"),
    (.pressure, 1, 0, "Pa", "pascal/pascals", "帕 帕斯卡"),
    (.pressure, 1, 2, "hPa", "", "百帕"),
    (.pressure, 1, 3, "kPa", "kilopascal/kilopascals", "千帕"),
    (.pressure, 1, 6, "MPa", "megapascal/megapascals", "兆帕"),
    (.sound, 1, 0, "dB", "decibel/decibels", "分贝"),
    (.lightYears, 1, 0, "", "light_year/light_years", "光年"),
    (.calories, 1, 0, "", "calorie/calories", "卡路里"),
    (.calories, 1, 3, "kcal", "kilocalorie/kilocalories", "千卡 大卡"),
  ]

  static let shared = UnitTable()

  /// The names of one unit.
  struct Names: Sendable {
    var symbols: [String]
    var english: [(one: String, many: String)]
    var chinese: [String]
  }

  let units: [Unit]
  let names: [Names]
  /// Symbols by their first scalar, the longest first.
  let symbols: [UInt32: [(text: [UInt32], row: Int)]]
  /// Chinese names by their first scalar, the longest first.
  let chinese: [UInt32: [(text: [UInt32], row: Int)]]
  /// English names of one word.
  let words: [UInt64: Int]
  /// English names of two words.
  let phrases: [UInt64: [(second: UInt64, row: Int)]]

  private init() {
    var (units, names): ([Unit], [Names]) = ([], [])
    var symbols: [UInt32: [(text: [UInt32], row: Int)]] = [:]
    var chinese: [UInt32: [(text: [UInt32], row: Int)]] = [:]
    var (words, phrases): ([UInt64: Int], [UInt64: [(second: UInt64, row: Int)]]) = ([:], [:])
    for (row, (dimension, digits, power, signs, english, han)) in Self.rows.enumerated() {
      let factor = ExactNumber(digits: digits, exponent: power)
      units.append(Unit(dimension: dimension, factor: factor, row: UInt8(row)))
      let signs = signs.split(separator: " ").map(String.init)
      let hanNames = han.split(separator: " ").map(String.init)
      var pairs: [(one: String, many: String)] = []
      for pair in english.split(separator: " ") {
        let forms = pair.split(separator: "/").map {
          $0.split(separator: "_").joined(separator: " ")
        }
        pairs.append((forms[0], forms[forms.count - 1]))
        for form in forms {
          let parts = form.split(separator: " ").map { PackedWord.key(of: String($0)) }
          if parts.count == 1 {
            words[parts[0]] = row
          } else {
            phrases[parts[0], default: []].append((parts[1], row))
          }
        }
      }
      names.append(Names(symbols: signs, english: pairs, chinese: hanNames))
      for sign in signs {
        let text = sign.unicodeScalars.map(\.value)
        symbols[text[0], default: []].append((text, row))
      }
      for name in hanNames {
        let text = name.unicodeScalars.map(\.value)
        chinese[text[0], default: []].append((text, row))
      }
    }
    (self.units, self.names, self.words, self.phrases) = (units, names, words, phrases)
    self.symbols = symbols.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    self.chinese = chinese.mapValues { $0.sorted { $0.text.count > $1.text.count } }
  }

  func unit(named name: String) -> Unit {
    let row = names.firstIndex {
      $0.symbols.contains(name) || $0.english.contains { $0.one == name }
    }
    return units[row ?? 0]
  }
}
