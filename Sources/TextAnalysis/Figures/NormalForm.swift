extension Figure {
  /// The value in one form for both languages, with what bounds it or makes it vague.
  ///
  ///     2500亿元        CNY 250,000,000,000
  ///     at least 30 days  ≥ 30 days
  ///     3万多人          ≈ 30,000
  package var normalForm: String {
    let sign: String =
      switch bound {
      case .atLeast?: "≥ "
      case .moreThan?: "> "
      case .atMost?: "≤ "
      case .lessThan?: "< "
      case nil: isVague ? "≈ " : ""
      }
    return sign + value.normalForm
  }
}

extension Figure.Value {
  /// The value in one form for both languages: digits with groups, codes of ISO 4217, dates of
  /// ISO 8601.
  package var normalForm: String {
    switch self {
    case .number(let quantity): quantity.normalForm
    case .ordinal(let number): "no. \(number)"
    case .multiple(let quantity): "×" + quantity.normalForm
    case .amount(let quantity, let currency): currency.code + " " + quantity.normalForm
    case .measure(let quantity, let unit):
      quantity.normalForm + " " + unit.name(isOne: quantity == Quantity(1))
    case .date(let date): date.normalForm
    case .dateSpan(let from, let to): from.normalForm + "/" + to.normalForm
    case .time(let time): time.normalForm
    case .plan(let number): "Five-Year Plan no. \(number)"
    case .identifier(let identifier): identifier.normalForm
    case .clause(let clause): clause.level.rawValue + " " + clause.number
    case .url(let text), .email(let text), .version(let text), .serial(let text),
      .placeholder(let text):
      text
    }
  }
}

extension Quantity {
  /// `10,000,000`, `10–20`.
  fileprivate var normalForm: String {
    low.grouped + (high.map { "–" + $0.grouped } ?? "")
  }
}

extension ExactNumber {
  /// The number in digits with groups of three: `10,000,000`, `1/3`.
  fileprivate var grouped: String {
    denominator > 1 ? description : DecimalDigits(self).text(grouped: true)
  }
}

extension Unit {
  /// What the unit is called where texts of both languages are compared: its sign, else its
  /// English name.
  fileprivate func name(isOne: Bool) -> String {
    let names = UnitTable.shared.names[Int(row)]
    if dimension == .seconds || dimension == .months || names.symbols.isEmpty,
      let pair = names.english.first
    {
      return isOne ? pair.one : pair.many
    }
    return names.symbols.first ?? names.chinese.first ?? ""
  }
}

extension FigureDate {
  /// `2021-09-01`, `2021-Q3`, `1 September`, `2021-06 (end)`.
  fileprivate var normalForm: String {
    if part == .century, let year { return "\(year)\(EnglishNames.suffix(of: year)) century" }
    var text = year.map { String($0) } ?? ""
    if let month {
      text +=
        year == nil ? EnglishWords.monthNames[month - 1] : "-" + Self.twoDigits(month)
    }
    if let day {
      text = year == nil ? "\(day) " + text : text + "-" + Self.twoDigits(day)
    }
    return text + partForm(isAlone: text.isEmpty)
  }

  private func partForm(isAlone: Bool) -> String {
    let joint = isAlone ? "" : "-"
    return switch part {
    case .quarter(let number)?: joint + "Q\(number)"
    case .half(let number)?: joint + "H\(number)"
    case .tenDays(let number)?:
      " (" + ["", "first ten days", "middle", "last ten days"][min(max(number, 0), 3)] + ")"
    case .beginning?: " (beginning)"
    case .end?: " (end)"
    case .decade?: "s"
    case .century?, nil: ""
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension TimeOfDay {
  /// `22:30`, `22:30:05`.
  fileprivate var normalForm: String {
    func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return pair(hour) + ":" + pair(minute) + (second > 0 ? ":" + pair(second) : "")
  }
}

extension Identifier {
  /// `GB/T 1.1-2020`, `国发 [2023] no. 1`.
  fileprivate var normalForm: String {
    switch kind {
    case .standard(let name): name + " " + number + (year.map { "-\($0)" } ?? "")
    case .document(let issuer): issuer + (year.map { " [\($0)]" } ?? "") + " no. " + number
    case .order(let issuer):
      (issuer == .president ? "presidential " : issuer == .stateCouncil ? "State Council " : "")
        + "order no. " + number + (year.map { " of \($0)" } ?? "")
    case .announcement: "announcement no. " + number + (year.map { " of \($0)" } ?? "")
    }
  }
}
