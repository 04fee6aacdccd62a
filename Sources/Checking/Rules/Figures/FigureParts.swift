import TextAnalysis

/// A number of a figure, with its unit where it has one.
struct FigurePart: Hashable {
  var number: ExactNumber
  /// The unit or currency; nothing of a plain number, which may have any.
  var unit: Unit?
  var currency: Currency?
  /// What part of a date it is.
  var role: Role?

  enum Role { case year, month, day, period }

  var isPlain: Bool { unit == nil && currency == nil && role == nil }
}

/// The numbers of several figures.
struct FigureParts {
  private var plain: Set<ExactNumber> = []
  private var united: Set<FigurePart> = []
  private var numbers: Set<ExactNumber> = []

  init(_ values: some Sequence<Figure.Value>) {
    for part in values.flatMap(\.parts) {
      numbers.insert(part.number)
      if part.isPlain { plain.insert(part.number) } else { united.insert(part) }
    }
  }

  /// Whether a number is there, with the same unit or where one of both has none.
  func holds(_ part: FigurePart) -> Bool {
    guard numbers.contains(part.number) else { return false }
    return part.isPlain || plain.contains(part.number) || united.contains(part)
  }
}

extension Figure.Value {
  /// The numbers that a value is written with.
  var parts: [FigurePart] {
    switch self {
    case .number(let quantity) where quantity.low.isPart && quantity.high == nil:
      (quantity.low.fraction.map { [ExactNumber($0.top), ExactNumber($0.bottom)] } ?? [])
        .map { FigurePart(number: $0) }
    case .number(let quantity), .multiple(let quantity):
      quantity.ends.map { FigurePart(number: $0) }
    case .amount(let quantity, let currency):
      quantity.ends.map { FigurePart(number: $0, currency: currency) }
    case .measure(let quantity, let unit) where unit == .day:
      // 5日 may be a day of the month that was named.
      quantity.ends.map { FigurePart(number: $0, role: .day) }
    case .measure(let quantity, let unit):
      quantity.ends.map { FigurePart(number: $0, unit: unit) }
    case .date(let date): date.parts
    case .dateSpan(let from, let to): from.parts + to.parts
    case .ordinal(let number), .plan(let number): FigurePart.plain([number])
    case .time(let time): FigurePart.plain([time.hour, time.minute].filter { $0 > 0 })
    case .clause(let clause): FigurePart.plain(Int(clause.number).map { [$0] } ?? [])
    case .serial(let text): FigurePart.plain(text.wholeNumbers)
    case .identifier, .url, .email, .version, .placeholder: []
    }
  }

  /// A plain number that may be a year.
  var isYear: Bool {
    if case .number(let quantity) = self, quantity.high == nil, let number = quantity.low.whole {
      return (1900...2100).contains(number)
    }
    return false
  }

  /// A number or ordinal of one digit.
  var smallNumber: Int? {
    switch self {
    case .number(let quantity) where quantity.high == nil:
      quantity.low.whole.flatMap { (0...9).contains($0) ? $0 : nil }
    case .ordinal(let number) where number < 10: number
    default: nil
    }
  }

  /// Whether it is a date or two.
  var isDate: Bool {
    switch self {
    case .date, .dateSpan: true
    default: false
    }
  }

  /// A number that values of one meaning share.
  var key: ExactNumber {
    switch self {
    case .number(let quantity), .multiple(let quantity), .amount(let quantity, _): quantity.low
    case .measure(let quantity, let unit): quantity.low.multiplied(by: unit.factor) ?? quantity.low
    case .ordinal(let number), .plan(let number): ExactNumber(Int64(number))
    case .date(let date), .dateSpan(let date, _): date.key
    case .time(let time): ExactNumber(Int64(time.hour * 60 + time.minute))
    case .clause(let clause): ExactNumber(Int64(clause.number.hashValue))
    case .identifier(let identifier): ExactNumber(Int64(identifier.number.hashValue))
    case .url(let text), .email(let text), .version(let text), .serial(let text),
      .placeholder(let text):
      ExactNumber(Int64(text.hashValue))
    }
  }
}

extension FigureDate {
  var parts: [FigurePart] {
    var parts: [FigurePart] = []
    func add(_ number: Int?, _ role: FigurePart.Role) {
      if let number { parts.append(FigurePart(number: ExactNumber(Int64(number)), role: role)) }
    }
    add(year, .year)
    add(month, .month)
    add(day, .day)
    switch part {
    case .quarter(let number)?, .half(let number)?: add(number, .period)
    default: break
    }
    return parts
  }

  /// The year alone where there is one: a plain number may mean the same.
  var key: ExactNumber {
    ExactNumber(Int64(year ?? month.map { -$0 } ?? 0))
  }
}

extension Quantity {
  var ends: [ExactNumber] { [low] + (high.map { [$0] } ?? []) }
}

extension FigurePart {
  static func plain(_ numbers: [Int]) -> [FigurePart] {
    numbers.map { FigurePart(number: ExactNumber(Int64($0))) }
  }
}

extension String {
  /// The whole numbers that a name holds.
  fileprivate var wholeNumbers: [Int] { split { !$0.isNumber }.compactMap { Int($0) } }
}
