/// What the words around a figure make of it: *at least*, 以上, *about*, 左右.
extension FigureScanner {
  /// The words before and behind a figure that bound it or make it vague.
  func surroundings(of figure: Found) -> (bound: Bound?, isVague: Bool) {
    switch figure.value {
    case .number, .amount, .measure, .multiple, .date, .time, .ordinal: break
    default: return (nil, false)
    }
    let isVague = isVagueBefore(figure.start) || isVagueAfter(figure.end)
    if let bound = hanBound(after: figure.end) ?? englishBound(after: figure.end) {
      return (bound, isVague)
    }
    return (
      hanBound(before: figure.start)
        ?? englishBound(
          before: figure.start, isTime: figure.isTime && !isAge(at: figure.end)),
      isVague
    )
  }

  /// *24 hours a day*, *seven days a week*, said of what is always open.
  func isEveryHour(_ figure: Found) -> Bool {
    guard case .measure(let quantity, let unit) = figure.value, quantity.high == nil else {
      return false
    }
    if quantity.low == ExactNumber(24), unit.factor == ExactNumber(3600) {
      return holdsWords("a day", at: figure.end + 1)
    }
    return quantity.low == ExactNumber(7) && unit == .day
      && holdsWords("a week", at: figure.end + 1)
  }

  /// 以上, with a measure word before it where there is one: 10人以上, 三年以上.
  private func hanBound(after end: Int) -> Bound? {
    var place = text.skippingSpace(from: end)
    if text[place] < 0x4E00 { return text[place] == 43 ? .atLeast : nil }
    for _ in 0..<2 {
      switch (text[place], text[place + 1]) {
      case (0x4EE5, 0x4E0A): return .atLeast
      case (0x4EE5, 0x4E0B): return .atMost
      case (0x4EE5, 0x5185), (0x4E4B, 0x5185): return .atMost
      case (0x4EE5, 0x5916), (0x4E4B, 0x5916): return .moreThan
      case (0x5185, let next) where next != 0x5BB9 && next != 0x90E8 && next != 0x8499:
        return .atMost
      default: break
      }
      place += 1
    }
    return nil
  }

  private func hanBound(before start: Int) -> Bound? {
    let end = text.skippingSpaces(before: start)
    let last = text[end - 1]
    if last < 0x4E00 {
      switch last {
      case 0x2265: return .atLeast
      case 0x2264: return .atMost
      case 0x3E: return .moreThan
      case 0x3C: return .lessThan
      default: return nil
      }
    }
    guard Self.hanEnds.contains(last) else { return nil }
    for (words, bound) in Self.hanBefore where text.holds(words, before: end) {
      return isNegatedHan(before: end - words.unicodeScalars.count) ? bound.negated : bound
    }
    return nil
  }

  /// 不会, 不能, 没有 before 超过 and its like.
  private func isNegatedHan(before place: Int) -> Bool {
    guard Self.negationEnds.contains(text[place - 1]) else { return false }
    return Self.hanNegations.contains { text.holds($0, before: place) }
  }

  private static let hanNegations = [
    "不会", "不能", "不要", "不可", "不应", "不宜", "不应当", "不可以", "没有", "未", "不再", "未曾",
  ]
  private static let negationEnds = Set(hanNegations.compactMap { $0.unicodeScalars.last?.value })

  private static let hanBefore: [(String, Bound)] = [
    ("不得少于", .atLeast), ("不得低于", .atLeast), ("不少于", .atLeast), ("不低于", .atLeast), ("不小于", .atLeast),
    ("至少", .atLeast), ("最少", .atLeast), ("不下", .atLeast), ("不早于", .atLeast), ("起码", .atLeast),
    ("不得超过", .atMost), ("不得多于", .atMost), ("不得高于", .atMost), ("不超过", .atMost), ("不多于", .atMost),
    ("不高于", .atMost), ("不大于", .atMost), ("至多", .atMost), ("最多", .atMost), ("不晚于", .atMost),
    ("不迟于", .atMost), ("多达", .atMost), ("高达", .atMost), ("长达", .atMost),
    ("超过", .moreThan), ("多于", .moreThan), ("高于", .moreThan), ("大于", .moreThan), ("逾", .moreThan),
    ("突破", .moreThan), ("不止", .moreThan), ("不只", .moreThan), ("超", .moreThan), ("晚于", .moreThan),
    ("不满", .lessThan), ("未满", .lessThan), ("不足", .lessThan), ("不到", .lessThan), ("少于", .lessThan),
    ("低于", .lessThan), ("小于", .lessThan), ("早于", .lessThan), ("未达", .lessThan),
  ]
  private static let hanEnds = Set(hanBefore.compactMap { $0.0.unicodeScalars.last?.value })

  /// *or more*, *or less*, *and above*.
  private func englishBound(after end: Int) -> Bound? {
    guard text[end] == 32, text[end + 1] | 0x20 == 0x6F || text[end + 1] | 0x20 == 0x61 else {
      return nil
    }
    let joins = holdsWords("or", at: end + 1) ? 4 : holdsWords("and", at: end + 1) ? 5 : 0
    guard joins > 0 else { return nil }
    for word in ["more", "above", "over", "older", "greater", "longer", "higher"]
    where holdsWords(word, at: end + joins) { return .atLeast }
    for word in ["less", "below", "under", "fewer", "younger", "lower", "shorter"]
    where holdsWords(word, at: end + joins) { return .atMost }
    return nil
  }

  private func englishBound(before start: Int, isTime: Bool) -> Bound? {
    let end = text.skippingSpaces(before: start)
    guard end < start || start > 0, text.isLetter(end - 1) else { return nil }
    let word = PackedWord(in: text, before: end)
    guard let meaning = Self.englishBefore[word.key] else { return nil }
    let before = PackedWord(in: text, before: text.skippingSpaces(before: word.start))
    let isNegated = before.end > before.start && Self.negations.contains(before.key)
    switch meaning {
    case .than:
      guard let inner = Self.comparatives[before.key], before.end > before.start else { return nil }
      var outer = PackedWord(in: text, before: text.skippingSpaces(before: before.start))
      if outer.key == Self.be {  // should not be more than
        outer = PackedWord(in: text, before: text.skippingSpaces(before: outer.start))
      }
      let isNegated = outer.end > outer.start && Self.negations.contains(outer.key)
      return isNegated ? inner.negated : inner
    case .least: return before.key == Self.at ? .atLeast : nil
    case .most: return before.key == Self.at ? .atMost : nil
    case .to: return before.key == Self.up ? .atMost : nil
    case .plain(let bound): return isNegated ? bound.negated : bound
    case .fixed(let bound): return bound
    case .over:
      // "over three years" is "during" as well as "more than".
      guard isTime, !Self.beforeOver.contains(before.key) else {
        return isNegated ? .atMost : .moreThan
      }
      return nil
    }
  }

  private func isAge(at end: Int) -> Bool {
    ["old", "of age", "ago"].contains { holdsWords($0, at: end + 1) }
  }

  private enum BoundWord {
    case than, least, most, to, over, plain(Bound), fixed(Bound)
  }

  private static func table<Value>(_ rows: [(String, Value)]) -> [UInt64: Value] {
    Dictionary(
      rows.flatMap { words, value in
        words.split(separator: " ").map { (PackedWord.key(of: String($0)), value) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let englishBefore: [UInt64: BoundWord] = table([
    ("than", .than), ("least", .least), ("most", .most), ("to", .to),
    ("over", .over), ("above exceed exceeds exceeding exceeded beyond", .plain(.moreThan)),
    ("under below", .plain(.lessThan)), ("within maximum", .fixed(.atMost)),
    ("minimum", .fixed(.atLeast)),
  ])
  private static let comparatives: [UInt64: Bound] = table([
    ("more greater higher larger longer later older rather better", .moreThan),
    ("less fewer lower smaller shorter earlier younger", .lessThan),
  ])
  private static let beforeOver = Set(
    """
    for aged just well lasted lasting is was are were been those people all of a not and spanning took \
    children adults persons anyone patients men women everyone
    """.split(separator: " ").map { PackedWord.key(of: String($0)) })
  private static let negations = Set(["no", "not", "nor"].map(PackedWord.key(of:)))
  private static let at = PackedWord.key(of: "at")
  private static let be = PackedWord.key(of: "be")
  private static let up = PackedWord.key(of: "up")

  private func isVagueBefore(_ start: Int) -> Bool {
    let end = text.skippingSpaces(before: start)
    if text[end - 1] >= 0x4E00 {
      // 约 近
      // 约有, 约为, 约达
      if text[end - 2] == 0x7EA6, [0x6709, 0x4E3A, 0x8FBE].contains(text[end - 1]) { return true }
      return text[end - 1] == 0x7EA6 || text[end - 1] == 0x8FD1 || text.holds("大概", before: end)
    }
    guard text.isLetter(end - 1) else { return false }
    let word = PackedWord(in: text, before: end)
    return Self.vagueWords.contains(word.key) && word.end > word.start
  }

  private static let vagueWords = Set(
    ["about", "around", "nearly", "almost", "roughly", "circa", "some"].map(PackedWord.key(of:)))

  private func isVagueAfter(_ end: Int) -> Bool {
    guard text[end] >= 0x4E00 || text[end] == 45 else { return false }
    if text[end] == 0x591A || text[end] == 0x4F59 {  // 七年多
      return ![0x4E8E, 0x6570, 0x6B21, 0x65B9].contains(text[end + 1])
    }
    return text.holds("左右", at: end) || text.holds("上下", at: end) || text.holds("左右", at: end + 1)
      || text.holds("-odd", at: end)
  }
}

extension FigureScanner.Found {
  /// Whether it is a length of time.
  fileprivate var isTime: Bool {
    guard case .measure(_, let unit) = value else { return false }
    return unit.dimension == .seconds || unit.dimension == .months
      || unit.dimension == .workingDays
  }
}

extension Bound {
  /// *not more than* for *more than*.
  var negated: Bound {
    switch self {
    case .atLeast: .lessThan
    case .moreThan: .atMost
    case .atMost: .moreThan
    case .lessThan: .atLeast
    }
  }
}
