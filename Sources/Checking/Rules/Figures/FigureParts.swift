import TextAnalysis

extension Figure.Value {
  /// The numbers that a value is written with.
  var parts: [ExactNumber] {
    switch self {
    case .number(let quantity) where quantity.low.isPart && quantity.high == nil:
      quantity.low.fraction.map { [ExactNumber($0.top), ExactNumber($0.bottom)] } ?? []
    case .number(let quantity), .multiple(let quantity), .amount(let quantity, _),
      .measure(let quantity, _):
      [quantity.low] + (quantity.high.map { [$0] } ?? [])
    case .ordinal(let number), .plan(let number): [ExactNumber(Int64(number))]
    case .date(let date): date.parts
    case .dateSpan(let from, let to): from.parts + to.parts
    case .time(let time):
      [time.hour, time.minute].filter { $0 > 0 }.map { ExactNumber(Int64($0)) }
    case .clause(let clause): Int64(clause.number).map { [ExactNumber($0)] } ?? []
    case .identifier(let identifier):
      identifier.number.split { !$0.isNumber }.compactMap { Int64($0).map { ExactNumber($0) } }
    case .serial(let text): 
      text.split { !$0.isNumber }.compactMap { Int64($0).map { ExactNumber($0) } }
    case .url, .email, .version, .placeholder: []
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
  var parts: [ExactNumber] {
    var parts = [year, month, day].compactMap { $0.map { ExactNumber(Int64($0)) } }
    switch part {
    case .quarter(let number)?, .half(let number)?: parts.append(ExactNumber(Int64(number)))
    default: break
    }
    return parts
  }

  /// The year alone where there is one: a plain number may mean the same.
  var key: ExactNumber {
    ExactNumber(Int64(year ?? month.map { -$0 } ?? 0))
  }
}
