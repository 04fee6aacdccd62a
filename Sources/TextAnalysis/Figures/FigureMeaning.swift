extension Figure {
  /// Whether two figures of any languages have one value.
  ///
  /// Units of one dimension are converted (1 km = 1000米), a plain number that is a year means that
  /// year, and documents are the same by their number, year and issuer, in characters or in Pinyin.
  /// Bounds and vagueness are not compared.
  package func means(_ other: Figure) -> Bool { value.means(other.value) }

  /// Whether two figures hold the same number although they differ in kind or unit, as *3* and
  /// *third*, *5 patients* and 5例, *March 5* and 5日 do.
  package func sharesNumber(with other: Figure) -> Bool {
    let own = value.numbers
    return !own.isEmpty && !Set(own).isDisjoint(with: other.value.numbers)
  }
}

extension Figure.Value {
  /// Whether two values are one.
  package func means(_ other: Figure.Value) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.measure(let one, let unit), .measure(let two, let other)):
      return unit.dimension == other.dimension && one.times(unit.factor) == two.times(other.factor)
    case (.number(let number), .date(let date)), (.date(let date), .number(let number)):
      return date.month == nil && date.part == nil && number.high == nil && date.year != nil
        && number.low.whole == date.year
    case (.number(let number), .dateSpan(let from, let to)),
      (.dateSpan(let from, let to), .number(let number)):
      return from.month == nil && to.month == nil && number.low.whole == from.year
        && number.high?.whole == to.year
    case (.date(let one), .date(let two)): return one.means(two)
    case (.identifier(let one), .identifier(let two)): return one.means(two)
    case (.clause(let one), .clause(let two)):
      return one.number == two.number && one.level.isLike(two.level)
    case (.url(let one), .url(let two)): return one == two
    default: return false
    }
  }

  /// The plain numbers in a value.
  var numbers: [ExactNumber] {
    switch self {
    case .number(let quantity), .multiple(let quantity), .amount(let quantity, _),
      .measure(let quantity, _):
      [quantity.low] + (quantity.high.map { [$0] } ?? [])
    case .ordinal(let number), .plan(let number): [ExactNumber(Int64(number))]
    case .date(let date): date.numbers
    case .dateSpan(let from, let to): from.numbers + to.numbers
    case .clause(let clause): Int64(clause.number).map { [ExactNumber($0)] } ?? []
    case .time(let time): [ExactNumber(Int64(time.hour))]
    case .identifier(let identifier): Int64(identifier.number).map { [ExactNumber($0)] } ?? []
    default: []
    }
  }
}

extension Quantity {
  /// Both ends times a factor; nothing where that needs more than 18 digits.
  package func times(_ factor: ExactNumber) -> Quantity? {
    guard let low = low.multiplied(by: factor) else { return nil }
    guard let high else { return Quantity(low) }
    return high.multiplied(by: factor).map { Quantity(low, to: $0) }
  }
}

extension FigureDate {
  /// Whether two dates are one; *early May*, 5月初 and 5月上旬 are.
  func means(_ other: FigureDate) -> Bool {
    guard year == other.year, month == other.month, day == other.day else { return false }
    return part == other.part || part?.isLike(other.part) == true
  }

  var numbers: [ExactNumber] {
    var numbers = [year, month, day].compactMap { $0.map { ExactNumber(Int64($0)) } }
    if case .quarter(let number)? = part { numbers.append(ExactNumber(Int64(number))) }
    if case .half(let number)? = part { numbers.append(ExactNumber(Int64(number))) }
    return numbers
  }
}

extension FigureDate.Part {
  func isLike(_ other: FigureDate.Part?) -> Bool {
    switch (self, other) {
    case (.beginning, .tenDays(1)?), (.tenDays(1), .beginning?), (.end, .tenDays(3)?),
      (.tenDays(3), .end?):
      true
    default: false
    }
  }
}

extension Clause.Level {
  /// Whether two names of one level are mixed by habit: 附录 and 附件, 项 and 目.
  func isLike(_ other: Clause.Level) -> Bool {
    let pair = Set([self, other])
    return pair.count == 1 || pair == [.annex, .attachment]
  }
}

extension Identifier {
  /// Whether two names name one thing.
  func means(_ other: Identifier) -> Bool {
    guard number == other.number, year == other.year else { return false }
    switch (kind, other.kind) {
    case (.order(let one), .order(let two)): return one == two || one == nil || two == nil
    case (.document(let one), .document(let two)): return Self.areOneIssuer(one, two)
    case (.standard(let one), .standard(let two)): return one.uppercased() == two.uppercased()
    default: return kind == other.kind
    }
  }

  /// Whether 国发 and `guofa` are one. A Latin name that is no Pinyin, such as `miit`, may stand for
  /// any issuer.
  private static func areOneIssuer(_ one: String, _ two: String) -> Bool {
    if one == two { return true }
    let (first, second) = (TextScript(of: one), TextScript(of: two))
    guard first != second, first == .han || second == .han else { return false }
    let (han, latin) = first == .han ? (one, two) : (two, one)
    if Pinyin.keys(of: han).full.contains(latin) { return true }
    return !isPinyin(latin)
  }

  /// Whether letters can be cut into syllables of Pinyin.
  private static func isPinyin(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    var reached = [true] + Array(repeating: false, count: letters.count)
    for start in letters.indices where reached[start] {
      for end in start + 1...min(letters.count, start + 6) where isSyllable(letters[start..<end]) {
        reached[end] = true
      }
    }
    return reached[letters.count]
  }

  private static func isSyllable(_ letters: ArraySlice<UInt8>) -> Bool {
    let initials = letters.prefix { !"aeiouv".utf8.contains($0) }
    let final = String(decoding: letters[initials.endIndex...], as: UTF8.self)
    guard finals.contains(final) else { return false }
    if initials.isEmpty { return final.first != "i" && final.first != "u" && final.first != "v" }
    return initials.count == 1
      ? initials != [UInt8(ascii: "v")]
      : ["zh", "ch", "sh"].contains(String(decoding: initials, as: UTF8.self))
  }

  private static let finals = Set(
    """
    a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan \
    un uang v ve ue
    """.split(separator: " ").map(String.init))
}
