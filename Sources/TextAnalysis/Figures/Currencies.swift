/// A currency by its code of ISO 4217.
package struct Currency: Hashable, Sendable {
  /// `CNY`, `USD`.
  package let code: String

  static let yuan = Currency(code: "CNY")
}

/// The names of currencies in both languages.
struct CurrencyTable: Sendable {
  /// Code; what stands before the number (case counts); English nouns; Chinese nouns.
  private static let rows: [(String, String, String, String)] = [
    ("CNY", "CNY RMB CN¥ ¥ ￥", "yuan renminbi rmb", "元 元人民币 人民币 圆 块钱"),
    ("USD", "USD US$ $ US＄", "dollar dollars bucks", "美元 美金"),
    ("EUR", "EUR €", "euro euros", "欧元"),
    ("GBP", "GBP £", "sterling", "英镑"),
    ("JPY", "JPY JP¥", "yen", "日元 日圆"),
    ("HKD", "HKD HK$", "", "港元 港币 元港币"),
    ("TWD", "TWD NT$ NTD", "", "新台币 元新台币 台币"),
    ("MOP", "MOP", "pataca patacas", "澳门元 澳门币"),
    ("KRW", "KRW ₩", "won", "韩元"),
    ("RUB", "RUB ₽", "rouble roubles ruble rubles", "卢布"),
    ("INR", "INR ₹", "rupee rupees", "印度卢比 卢比"),
    ("CHF", "CHF", "", "瑞士法郎"),
    ("AUD", "AUD A$ AU$", "", "澳元"),
    ("CAD", "CAD C$ CA$", "", "加元"),
    ("SGD", "SGD S$", "", "新加坡元 新元"),
    ("VND", "VND", "dong", "越南盾"),
    ("THB", "THB ฿", "baht", "泰铢"),
  ]

  static let shared = CurrencyTable()

  let currencies: [Currency]
  /// Prefixes by their first scalar, the longest first.
  let prefixes: [UInt32: [(text: [UInt32], row: Int)]]
  /// Chinese nouns by their first scalar, the longest first.
  let chinese: [UInt32: [(text: [UInt32], row: Int)]]
  let words: [UInt64: Int]
  /// For writing: by row, prefixes, English and Chinese nouns.
  let names: [(prefixes: [String], english: [String], chinese: [String])]

  private init() {
    var prefixes: [UInt32: [(text: [UInt32], row: Int)]] = [:]
    var chinese: [UInt32: [(text: [UInt32], row: Int)]] = [:]
    var words: [UInt64: Int] = [:]
    var names: [(prefixes: [String], english: [String], chinese: [String])] = []
    for (row, (_, before, english, han)) in Self.rows.enumerated() {
      let lists = [before, english, han].map { $0.split(separator: " ").map(String.init) }
      names.append((lists[0], lists[1], lists[2]))
      for prefix in lists[0] {
        let text = prefix.unicodeScalars.map(\.value)
        prefixes[text[0], default: []].append((text, row))
      }
      for word in lists[1] { words[PackedWord.key(of: word)] = row }
      for name in lists[2] {
        let text = name.unicodeScalars.map(\.value)
        chinese[text[0], default: []].append((text, row))
      }
    }
    currencies = Self.rows.map { Currency(code: $0.0) }
    (self.words, self.names) = (words, names)
    self.prefixes = prefixes.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    self.chinese = chinese.mapValues { $0.sorted { $0.text.count > $1.text.count } }
  }

  func currency(code: String) -> Currency {
    currencies.first { $0.code == code } ?? .yuan
  }
}
