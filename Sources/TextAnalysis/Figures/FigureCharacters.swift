/// What a figure may begin with, and which characters count: one table over the characters of the
/// Basic Multilingual Plane.
struct FigureCharacters: Sendable {
  /// What may begin at a character.
  enum Start: UInt16 {
    case nothing, digit, letter, hanNumeral, ordinalMark, half, doubling, money, sign, quote
    case label, tenths
  }

  /// Characters that count, by their place in this text; then what they count.
  static let numerals: [(characters: String, codes: [UInt16])] = [
    ("〇零一二三四五六七八九两", [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("十百千万亿兆廿卅", [12, 13, 14, 15, 16, 17, 18, 19]),
    ("壹贰叁肆伍陆柒捌玖拾佰仟弍", [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 21]),
  ]

  /// Characters before which a single Han numeral is a number: measure words, and a few nouns that
  /// take none.
  static let classifiers =
    "个名人位家条件项座所台辆架艘只头株棵份张本册部篇卷场届次批期轮级类种款层栋幢套间户组队班支"
    + "枚颗粒根块片道处例步国省市县区校村社倍折包票瓶盒箱袋杯剂版天页集季门段句笔双幅排站"

  static let codeMask: UInt16 = 0x1F
  static let classifierBit: UInt16 = 0x20
  static let startShift: UInt16 = 8

  static let shared = FigureCharacters()

  let table: [UInt16]

  private init() {
    var table = [UInt16](repeating: 0, count: 0x10000)
    func mark(_ characters: String, _ start: Start) {
      for scalar in characters.unicodeScalars {
        table[Int(scalar.value)] |= start.rawValue << Self.startShift
      }
    }
    for (characters, codes) in Self.numerals {
      for (scalar, code) in zip(characters.unicodeScalars, codes) {
        table[Int(scalar.value)] |= code
      }
      mark(characters, .hanNumeral)
    }
    for scalar in Self.classifiers.unicodeScalars { table[Int(scalar.value)] |= Self.classifierBit }
    mark("0123456789", .digit)
    mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", .letter)
    mark("第", .ordinalMark)
    mark("半", .half)
    mark("翻", .doubling)
    mark("¥£€₩₽₹฿", .money)
    mark("%{$&\\_[(〔", .sign)
    mark("“\"「‘『", .quote)
    mark("附表图上下首前", .label)
    mark("加双成", .doubling)
    self.table = table
  }

  @inline(__always)
  func row(_ value: UInt32) -> UInt16 { value < 0x10000 ? table[Int(value)] : 0 }

  func start(_ value: UInt32) -> Start {
    Start(rawValue: row(value) >> Self.startShift) ?? .nothing
  }

  func isClassifier(_ value: UInt32) -> Bool { row(value) & Self.classifierBit != 0 }
}

/// A Han character that counts.
enum HanNumeral {
  case digit(Int64)
  case power(Int)
  case tens(Int64)

  var isDigit: Bool { if case .digit = self { true } else { false } }

  /// The digit that a character is, else -1.
  static func digit(_ value: UInt32) -> Int64 {
    if case .digit(let digit)? = HanNumeral(value, trillions: false) { return digit }
    return -1
  }

  /// The numeral of a character; 兆 where it is a power of ten in the text's region.
  init?(_ value: UInt32, trillions: Bool) {
    switch FigureCharacters.shared.row(value) & FigureCharacters.codeMask {
    case 0: return nil
    case 11: self = .digit(2)
    case let code where code <= 10: self = .digit(Int64(code) - 1)
    case 12, 29: self = .power(1)
    case 13, 30: self = .power(2)
    case 14, 31: self = .power(3)
    case 15: self = .power(4)
    case 16: self = .power(8)
    case 17:
      guard trillions else { return nil }
      self = .power(12)
    case 18: self = .tens(20)
    case 19: self = .tens(30)
    case let code: self = .digit(Int64(code) - 19)
    }
  }
}
