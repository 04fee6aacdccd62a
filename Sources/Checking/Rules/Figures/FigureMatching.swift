import TextAnalysis

extension Figure {
  /// Whether a figure that only one side has is worth a word: an amount, a date, a unit, a number
  /// of two digits or more.
  var standsAlone: Bool {
    guard !isWeak else { return false }
    switch value {
    case .number(let quantity): return quantity.isLarge || quantity.low.approximate >= 3
    case .ordinal(let number): return number >= 3
    case .measure(let quantity, let unit):
      // *an hour* is 1小时.
      return quantity != Quantity(1) || unit.dimension == .ratio
    case .multiple, .amount, .date, .dateSpan, .time, .plan, .identifier, .clause, .url, .email,
      .version, .serial:
      return true
    case .placeholder: return false
    }
  }

  /// How likely two figures without counterpart are meant for each other; 0: not at all.
  func likeness(to other: Figure) -> Int {
    guard family == other.family, !isWeak, !other.isWeak else { return 0 }
    let isShared = sharesNumber(with: other)
    let isSameKind = kind == other.kind
    guard isSameKind || isShared || standsAlone || other.standsAlone else { return 0 }
    var likeness = 1
    if isSameKind { likeness += 4 }
    if isShared { likeness += 5 }
    switch (value, other.value) {
    case (.measure(_, let one), .measure(_, let two)):
      guard one == two || isShared || one.dimension == two.dimension else { return 0 }
      if one == two { likeness += 3 }
    case (.amount(_, let one), .amount(_, let two)): if one == two { likeness += 2 }
    case (.clause(let one), .clause(let two)): if one.level == two.level { likeness += 2 }
    default: break
    }
    return likeness
  }

  /// What rule a figure belongs to.
  enum Family {
    case quantity, date, identifier, address
  }

  /// The rule that a figure belongs to.
  var family: Family {
    switch value {
    case .number, .ordinal, .multiple, .amount, .measure, .plan: .quantity
    case .date, .dateSpan, .time: .date
    case .identifier, .clause, .serial: .identifier
    case .url, .email, .version, .placeholder: .address
    }
  }
}

extension Quantity {
  /// Whether it has two digits or more, a decimal or a fraction, or is a range.
  var isLarge: Bool {
    high != nil || low.whole == nil || abs(low.approximate) >= 10
  }
}
