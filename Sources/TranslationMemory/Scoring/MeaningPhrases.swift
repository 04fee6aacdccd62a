/// The phrases of ``MeaningMarkers``, one table a language.
///
/// Phrases without a sense are there to be skipped: 应用 is not 应, *not only* denies nothing.
struct MeaningPhrases {
  /// A phrase, and when it is meant.
  struct Phrase {
    var words: [String]
    var sense: MeaningMarkers.Sense?
    var condition = Condition.always
    /// How many tokens it has.
    var length: Int { words.count }
  }

  /// When a phrase bears its sense.
  enum Condition {
    case always, beforeNumber, afterNumber, notMonth, notNumeral
  }

  private var phrases: [String: [Phrase]] = [:]

  private init(_ phrases: [Phrase]) {
    self.phrases = Dictionary(grouping: phrases) { $0.words[0] }
      .mapValues { $0.sorted { $0.length > $1.length } }
  }

  /// Returns the longest phrase that begins at a place.
  func longest(at place: Int, in words: [Substring]) -> Phrase? {
    guard let candidates = phrases[String(words[place])] else { return nil }
    return candidates.first { phrase in
      place + phrase.length <= words.count
        && zip(phrase.words, words[place...]).allSatisfy { $0 == $1 }
    }
  }

  private static func phrases(
    _ text: String, _ sense: MeaningMarkers.Sense?, _ condition: Condition = .always,
    cut: (Substring) -> [String]
  ) -> [Phrase] {
    text.split(separator: ",").map {
      Phrase(words: cut($0.trimmed), sense: sense, condition: condition)
    }
  }
}

extension MeaningPhrases {
  /// Words that count as a figure beside a bound.
  static let englishNumerals: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred",
    "thousand", "million", "billion", "half",
  ]

  /// English, by words in small letters.
  static let english: MeaningPhrases = {
    func words(_ phrase: Substring) -> [String] { phrase.split(separator: " ").map(String.init) }
    func list(
      _ text: String, _ sense: MeaningMarkers.Sense?, _ condition: Condition = .always
    ) -> [Phrase] { phrases(text, sense, condition, cut: words) }
    return MeaningPhrases(
      list(
        "not, never, neither, nor, none, without, cannot, isn't, aren't, wasn't, weren't", .denied)
        + list(
          "don't, doesn't, didn't, won't, wouldn't, can't, couldn't, shouldn't, mustn't", .denied)
        + list("hasn't, haven't, hadn't, needn't", .denied) + list("no", .denied, .notNumeral)
        + list("not only, whether or not, no doubt", nil)
        + list("shall, must, is required to, are required to, has to, have to", .obliged)
        + list("should, ought to, is recommended to, are recommended to", .advised)
        + list("may", .allowed, .notMonth)
        + list("can, might, is permitted to, are permitted to, is allowed to", .allowed)
        + list("at least, no less than, not less than, no fewer than, not fewer than", .atLeast)
        + list("not below, no lower than, not lower than, no earlier than, or more", .atLeast)
        + list("or above, or over, a minimum of, not earlier than", .atLeast)
        + list("more than, greater than, higher than, in excess of, exceeding", .moreThan)
        + list("over, above, exceeds, exceed", .moreThan, .beforeNumber)
        + list("at most, no more than, not more than, no later than, not later than", .atMost)
        + list("not exceeding, not exceed, no higher than, not higher than, or less", .atMost)
        + list("or below, or under, a maximum of, no greater than, not greater than", .atMost)
        + list("up to, within", .atMost, .beforeNumber)
        + list("less than, fewer than, lower than", .lessThan)
        + list("under, below", .lessThan, .beforeNumber)
        + list("outside, beyond", .outside, .beforeNumber))
  }()

  /// Chinese, by characters, Simplified and Traditional.
  static let chinese: MeaningPhrases = {
    func characters(_ phrase: Substring) -> [String] { phrase.map(String.init) }
    func list(
      _ text: String, _ sense: MeaningMarkers.Sense?, _ condition: Condition = .always
    ) -> [Phrase] { phrases(text, sense, condition, cut: characters) }
    return MeaningPhrases(
      list("不, 未, 没有, 没, 無, 无, 非, 勿, 沒有, 沒", .denied)
        + list("不断, 不斷, 不仅, 不僅, 不但, 不论, 不論, 不管, 不同, 不久, 不过, 不過, 不良", nil)
        + list("不动产, 不動產, 未来, 未來, 无论, 無論, 无线, 無線, 无人, 無人, 无障碍, 無障礙", nil)
        + list("非常, 非洲, 是非, 除非, 并非不, 無非, 无非, 无形, 無形, 无锡, 不锈钢, 不鏽鋼", nil)
        + list("应当, 應當, 应, 應, 必须, 必須, 须, 須, 不得不", .obliged)
        + list("应用, 應用, 应急, 應急, 应对, 應對, 供应, 供應, 相应, 相應, 适应, 適應", nil)
        + list("响应, 響應, 效应, 效應, 反应, 反應, 对应, 對應, 应收, 應收, 应付, 應付", nil)
        + list("应税, 應稅, 应邀, 應邀, 顺应, 順應, 须知, 須知, 感应, 感應", nil)
        + list("宜", .advised) + list("便宜, 适宜, 適宜, 事宜, 宜居, 宜昌, 宜宾", nil)
        + list("可以, 可", .allowed)
        + list("许可, 許可, 认可, 認可, 可能, 可靠, 可行, 可视, 可視, 可持续, 可持續", nil)
        + list("可再生, 可信, 可控, 可见, 可見, 可追溯, 可用, 可编程, 可穿戴, 可回收", nil)
        + list("可燃, 可操作, 可比, 可复制, 可读, 可读性, 宁可, 不可避免, 不可抗力", nil)
        + list("以上", .atLeast, .afterNumber)
        + list("不少于, 不少於, 不低于, 不低於, 不小于, 不小於, 不早于, 不早於, 至少", .atLeast)
        + list("超过, 超過, 高于, 高於, 大于, 大於, 多于, 多於, 超出", .moreThan)
        + list("以下, 以内, 以內", .atMost, .afterNumber)
        + list("不超过, 不超過, 不高于, 不高於, 不大于, 不大於, 不多于, 不多於, 至多", .atMost)
        + list("不迟于, 不遲於, 不晚于, 不晚於, 不得超过, 不得超過", .atMost)
        + list("不满, 不滿, 未满, 未滿, 不足, 低于, 低於, 小于, 小於, 少于, 少於", .lessThan)
        + list("以外, 之外", .outside, .afterNumber))
  }()
}

extension Substring {
  fileprivate var trimmed: Substring {
    drop { $0 == " " }
  }
}
