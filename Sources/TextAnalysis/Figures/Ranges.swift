/// Two numbers that make one figure: 10—20, *10 to 20*, *between 10 and 20*, 5至10万元.
extension FigureScanner {
  /// The second number of a range, with the quantity that both make.
  func rangeEnd(
    after first: Numeral, unitEnd: Int?, currency: Currency?, from start: Int
  ) -> (quantity: Quantity, last: Numeral)? {
    for place in [unitEnd, first.end] {
      guard let place, let next = rangeSeparator(at: place, from: start) else { continue }
      var second = next
      if currency != nil, let again = text.entry(of: CurrencyTable.shared.prefixes, at: next) {
        second = text.skippingSpace(from: again.end)
      }
      guard let last = numeral(at: second), last.high == nil, !last.isOrdinal else { continue }
      if place == unitEnd, place != first.end, !hasSameUnit(first, last) { continue }
      guard isPlausible(first, last, hyphen: text[place] == 45) else { continue }
      var low = first.value
      if first.power == 0, last.power > 0, unitEnd == nil || place == first.end,
        low.approximate < last.value.scaled(by: -magnitude(of: last)).approximate,
        !isWords(first, last)
      {
        low = low.scaled(by: magnitude(of: last))
      }
      guard low.approximate < last.value.approximate else { continue }
      return (Quantity(low, to: last.value), last)
    }
    return nil
  }

  private func isWords(_ first: Numeral, _ last: Numeral) -> Bool {
    first.form == .chinese && last.form == .chinese && first.value.approximate >= 10
  }

  private func hasSameUnit(_ first: Numeral, _ last: Numeral) -> Bool {
    if let one = unit(after: first), let other = unit(after: last) { return one.unit == other.unit }
    if let one = currencyName(after: first), let other = currencyName(after: last) {
      return one.currency == other.currency
    }
    return false
  }

  /// Whether digits on both sides of a hyphen are a range, not a name, a date or a subtraction.
  private func isPlausible(_ first: Numeral, _ last: Numeral, hyphen: Bool) -> Bool {
    guard hyphen else { return true }
    if first.form == .words || last.form == .words { return false }
    if text[last.end] == 45, text.isDigit(last.end + 1) { return false }
    return first.plainDigitCount <= 4 || first.plainDigitCount == last.plainDigitCount
  }

  /// The place behind a sign or word that joins the ends of a range.
  func rangeSeparator(at place: Int, from start: Int) -> Int? {
    let next = text.skippingSpace(from: place)
    switch text[next] {
    case 45, 0x7E, FigureText.dash:
      let after = text.skippingSpace(from: next + 1)
      let isEven = (next > place) == (after > next + 1)
      if text[next] == 45, holdsWords("to", at: next + 2), text[next + 1] == 32 { return next + 5 }
      return text[next + 1] == text[next] ? doubled(next, after: place) : isEven ? after : nil
    case 0x81F3, 0x5230:  // 至 到
      return text.skippingSpace(from: next + 1)
    case 0x74 where next > place && holdsWords("to", at: next):
      guard text[next + 2] == 32 || text.isDigit(next + 2), !isChange(before: start) else {
        return nil
      }
      return text.skippingSpace(from: next + 2)
    case 0x6F where next > place && holdsWords("or", at: next) && text[next + 2] == 32:
      return isNeighbour(at: next + 3, after: place) ? next + 3 : nil
    case 0x4E00 where next > place && text[next + 1] == 32 && text.isDigit(next + 2):
      return next + 2  // 一 read for a dash
    case 0x61 where next > place && holdsWords("and", at: next):
      return isBetween(before: start) && text[next + 3] == 32 ? next + 4 : nil
    case 0x548C:  // 和, as in 介于10和20之间
      return text.holds("介于", before: start) ? next + 1 : nil
    default: return nil
    }
  }

  /// Whether a change is told, as in *rose from 49 to 73*, which makes two figures.
  private func isChange(before start: Int) -> Bool {
    let from = PackedWord(in: text, before: text.skippingSpaces(before: start))
    guard from.key == Self.from else { return false }
    let verb = PackedWord(in: text, before: text.skippingSpaces(before: from.start))
    return Self.changes.contains(verb.key) && verb.end > verb.start
  }

  private static let from = PackedWord.key(of: "from")
  private static let changes = Set(
    """
    increase increased increases increasing rise rose risen rising rises decrease decreased decreasing \
    drop dropped dropping fall fell fallen falling grow grew grown growing decline declined reduced \
    slowed raised lowered cut changed extended expanded reduce raise
    """.split(separator: " ").map { PackedWord.key(of: String($0)) })

  /// Whether *or* joins two numbers one after the other: *one or two*, *three or four hundred*.
  private func isNeighbour(at next: Int, after end: Int) -> Bool {
    guard let last = numeral(at: next), !last.isOrdinal else { return false }
    var start = end
    while start > 0, text.isLetter(start - 1) || text.isDigit(start - 1) { start -= 1 }
    guard start < end, let first = numeral(at: start), first.end == end, first.power == 0 else {
      return false
    }
    let upper = last.power > 0 ? last.value.scaled(by: -magnitude(of: last)) : last.value
    if first.value.adding(.one) == upper { return true }
    // 500 or 600, 70% or 80%
    return [10, 100].contains { step in
      first.value.adding(ExactNumber(step)) == upper && (first.value.whole ?? 1) % Int(step) == 0
    }
  }

  private func magnitude(of numeral: Numeral) -> Int {
    guard numeral.form == .words else { return numeral.power }
    return numeral.value.approximate >= 1e9
      ? 9 : numeral.value.approximate >= 1e6 ? 6 : numeral.value.approximate >= 1e3 ? 3 : 2
  }

  private func doubled(_ place: Int, after: Int) -> Int? {
    text.isDigit(place + 2) || HanNumeral(text[place + 2], trillions: false) != nil
      ? place + 2 : nil
  }

  private func isBetween(before start: Int) -> Bool {
    var place = text.skippingSpaces(before: start)
    if place < start { place = max(0, place) }
    let word = PackedWord(in: text, before: place)
    return word.key == Self.between
  }

  private static let between = PackedWord.key(of: "between")
}
