import TextAnalysis

extension Figure.Value {
  /// Whether two values of different kinds or forms are one by habit: 5例 and *5 patients*, 50% and
  /// *half*, 5月 and *May 2020*.
  func isAlike(_ other: Figure.Value) -> Bool {
    isAlikeInOrder(other) || other.isAlikeInOrder(self)
  }

  private func isAlikeInOrder(_ other: Figure.Value) -> Bool {
    switch (self, other) {
    case (.number(let one), .measure(let two, let unit)):
      switch unit.dimension {
      case .ratio: return one == two.times(unit.factor)
      case .months where unit == .month: return false
      default: return one == two
      }
    case (.number(let one), .amount(let two, _)): return one == two
    case (.number(let one), .multiple(let two)): return one == two || one.plusOne == two
    case (.ordinal(let number), .number(let part)) where part.low.isPart:
      return part.high == nil && ExactNumber(1, over: Int64(max(1, number))) == part.low
    case (.number(let number), .date(let date)):
      return date.isShortYear(number) || date.isDayPoint(number)
    case (.ordinal(let number), .date(let date)) where date.part == .century:
      return date.year == number
    case (.measure(let one, let unit), .measure(let two, let other))
    where unit == other && unit == .year && two.high != nil:
      // *in their 50s*, 50—60岁
      return one.high == nil && one.low == two.low && one.low.adding(ExactNumber(10)) == two.high
    case (.date(let one), .date(let two)) where one.part == .decade && two.part == .century:
      return (one.year ?? 0) / 100 + 1 == two.year
    case (.multiple(let one), .measure(let two, let unit)) where unit.dimension == .ratio:
      guard let share = two.times(unit.factor) else { return false }
      return share == one || share.plusOne == one
    case (.multiple(let one), .multiple(let two)): return one.plusOne == two
    case (.ordinal(let number), .number(let quantity)),
      (.ordinal(let number), .measure(let quantity, _)),
      (.ordinal(let number), .multiple(let quantity)):
      return quantity == Quantity(Int64(number))
    case (.ordinal(let number), .clause(let clause)): return clause.number == String(number)
    case (.number(let quantity), .clause(let clause)):
      return quantity.high == nil && quantity.low.description == clause.number
    case (.number(let quantity), .identifier(let identifier)):
      return quantity.high == nil && quantity.low.description == identifier.number
    case (.ordinal(let number), .identifier(let identifier)):
      return identifier.number == String(number)
    case (.ordinal(let number), .plan(let plan)): return number == plan
    case (.date(let date), .measure(let quantity, let unit)):
      // 5日 behind a month that was named before.
      return unit == .day && quantity.high == nil && date.day != nil
        && quantity.low.whole == date.day
    case (.date(let date), .ordinal(let number)): return date.day == number
    case (.date(let one), .date(let two)): return one.agrees(with: two)
    case (.time(let one), .time(let two)):
      return one.hour % 12 == two.hour % 12 && one.minute == two.minute && one.second == two.second
    case (.time(let time), .number(let quantity)):
      guard let number = quantity.low.whole, quantity.high == nil, number <= 24 else {
        return false
      }
      return time.minute == 0 && time.hour % 12 == number % 12
    case (.clause(let one), .clause(let two)):
      return one.number == two.number && one.level.isNear(two.level)
    case (.measure(let one, let unit), .measure(let two, let other)):
      return one == two && unit.isNear(other)
    case (.measure(let one, let unit), .amount(let two, let currency)):
      return one == two && unit.dimension == .mass && currency.code == "GBP"
    case (.amount(let one, let currency), .amount(let two, let other)):
      return one == two && currency.isNear(other)
    default: return false
    }
  }
}

extension ExactNumber {
  /// Whether it is a part of one: a half, a third.
  var isPart: Bool { approximate > 0 && approximate < 1 }
}

extension Quantity {
  /// One more, as *increased by three times* is ×4.
  var plusOne: Quantity? {
    guard let low = low.adding(.one) else { return nil }
    guard let high else { return Quantity(low) }
    return high.adding(.one).map { Quantity(low, to: $0) }
  }
}

extension FigureDate {
  /// Whether a number is the year by its last two digits: 95后.
  func isShortYear(_ number: Quantity) -> Bool {
    guard let year, month == nil, part == nil, number.high == nil else { return false }
    return number.low.whole.map { $0 >= 10 && $0 == year % 100 } ?? false
  }

  /// Whether a number is day and month with a point: 18.12.
  func isDayPoint(_ number: Quantity) -> Bool {
    guard let month, let day, year == nil, number.high == nil else { return false }
    let point = month < 10 ? -1 : -2
    return ExactNumber(Int64(day)).adding(ExactNumber(digits: Int64(month), exponent: point))
      == number.low
  }

  /// Whether one says no more than that it leaves parts of the other out: a year that is known, a
  /// month named before.
  func agrees(with other: FigureDate) -> Bool {
    if let year, let other = other.year, year != other { return false }
    if let month, let other = other.month, month != other { return false }
    if let day, let other = other.day, day != other { return false }
    guard (day == nil) == (other.day == nil), (month == nil) == (other.month == nil) else {
      return false
    }
    guard month != nil || year != nil && other.year != nil || part != nil && part == other.part
    else {
      return false
    }
    switch (part, other.part) {
    case (nil, nil): return true
    case (nil, let part?), (let part?, nil): return part.isLoose
    case (let one?, let two?): return one == two || one.isLoose && two.isLoose
    }
  }
}

extension FigureDate.Part {
  /// Whether the languages take it lightly: *early*, *mid*, *late*, 初, 中, 底.
  var isLoose: Bool {
    switch self {
    case .beginning, .end, .tenDays: true
    case .quarter, .half, .decade, .century: false
    }
  }
}

extension Clause.Level {
  /// Whether two levels may name one thing: a *section* is 条 in one law and 节 in another. What a
  /// profile asks for is another question.
  func isNear(_ other: Clause.Level) -> Bool {
    let divisions: Set<Clause.Level> = [
      .part, .chapter, .section, .article, .paragraph, .item, .subitem,
    ]
    return self == other || divisions.isSuperset(of: [self, other])
      || Set([self, other]) == [.annex, .attachment]
  }
}

extension Unit {
  /// Whether two units have one name by habit: degrees of any kind.
  func isNear(_ other: Unit) -> Bool {
    let degrees: Set<Unit.Dimension> = [.angle, .celsius, .fahrenheit]
    return degrees.contains(dimension) && degrees.contains(other.dimension)
      && (dimension == .angle || other.dimension == .angle)
  }
}

extension Currency {
  /// Whether two currencies share a sign or a name: the dollars, the yuan and the yen.
  func isNear(_ other: Currency) -> Bool {
    let dollars: Set = ["USD", "HKD", "TWD", "AUD", "CAD", "SGD"]
    let yuan: Set = ["CNY", "JPY"]
    return dollars.isSuperset(of: [code, other.code]) || yuan.isSuperset(of: [code, other.code])
  }
}
