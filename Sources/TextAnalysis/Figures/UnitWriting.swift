/// Amounts, measures, multiples, ordinals and times in the way of the model.
extension FigureWriter {
  func measure(_ new: Quantity, _ unit: Unit, like old: Quantity, _ oldUnit: Unit) -> String? {
    guard
      unit.dimension == oldUnit.dimension || unit.dimension != .ratio && oldUnit.dimension != .ratio
    else { return nil }
    if oldUnit.dimension == .ratio {
      let power = model.contains("成") ? 1 : 0
      guard unit == oldUnit else { return nil }
      return quantity(new, like: old, power: power).map { replacing($0) }
    }
    guard let numbers = quantity(new, like: old, power: 0), let last = numbers.last else {
      return nil
    }
    if isChinese {
      if unit == oldUnit { return replacing(numbers) }
      guard let name = UnitTable.shared.names[Int(unit.row)].chinese.first else { return nil }
      let start = text.skippingSpace(from: last.range.upperBound)
      return replacing(numbers + [(start..<text.count, name)])
    }
    return englishMeasure(new, unit, isSameUnit: unit == oldUnit, numbers)
  }

  private func englishMeasure(
    _ new: Quantity, _ unit: Unit, isSameUnit: Bool, _ numbers: [(range: Range<Int>, text: String)]
  ) -> String? {
    guard let last = numbers.last else { return nil }
    var start = last.range.upperBound
    let isHyphen = text[start] == 45
    if isHyphen || text[start] == 32 { start += 1 }
    let oldName = replacing([(0..<start, "")])
    let table = UnitTable.shared
    let isOne = new.low == .one && new.high == nil || isHyphen
    for names in table.names {
      for pair in names.english where pair.one == oldName || pair.many == oldName {
        let forms = isSameUnit ? pair : table.names[Int(unit.row)].english.first ?? pair
        return replacing(numbers + [(start..<text.count, isOne ? forms.one : forms.many)])
      }
    }
    if isSameUnit { return replacing(numbers) }
    guard let sign = table.names[Int(unit.row)].symbols.first else { return nil }
    return replacing(numbers + [(start..<text.count, sign)])
  }

  func amount(
    _ new: Quantity, _ currency: Currency, like old: Quantity, _ oldCurrency: Currency
  ) -> String? {
    guard var parts = quantity(new, like: old, power: 0), let first = parts.first,
      let last = parts.last
    else { return nil }
    guard currency != oldCurrency else { return replacing(parts) }
    let table = CurrencyTable.shared
    guard let row = table.currencies.firstIndex(of: currency) else { return nil }
    let names = table.names[row]
    if let match = text.entry(of: table.prefixes, at: 0), match.end <= first.range.lowerBound {
      guard last.range.upperBound == text.count else { return nil }
      let isSign = !text.isLetter(match.end - 1)
      let name = isSign && names.prefixes.count > 1 ? names.prefixes[1] : names.prefixes.first
      parts.append((0..<match.end, name ?? currency.code))
      return replacing(parts)
    }
    let start = text.skippingSpace(from: last.range.upperBound)
    guard let name = isChinese ? names.chinese.first : englishName(names, row) else { return nil }
    parts.append((start..<text.count, name))
    return replacing(parts)
  }

  private func englishName(
    _ names: (prefixes: [String], english: [String], chinese: [String]), _ row: Int
  ) -> String? {
    CurrencyTable.shared.currencies[row].code == "USD" ? "US dollars" : names.english.last
  }

  func multiples(_ new: Quantity, like old: Quantity) -> [String] {
    if model.hasPrefix("翻") {
      guard let times = new.low.whole, times > 1, times & (times - 1) == 0 else { return [] }
      let count = times.trailingZeroBitCount
      let digits = ChineseDigits.common
      let word = count == 2 ? "两" : digits.written(ExactNumber(Int64(count))) ?? ""
      return numerals().first.map { [replacing([($0.range, word)])] } ?? ["翻\(word)番"]
    }
    guard !numerals().isEmpty else {
      let stems = ["", "", "doubl", "tripl", "quadrupl", "quintupl"]
      let folds = ["", "", "twofold", "threefold", "fourfold", "fivefold"]
      guard let times = new.low.whole, let before = old.low.whole, (2...5).contains(times),
        (2...5).contains(before)
      else { return [] }
      if model.hasPrefix(stems[before]) {
        return [stems[times] + model.dropFirst(stems[before].count)]
      }
      return model == folds[before] ? [folds[times]] : []
    }
    // 增长3倍 is ×4: the number that is written may be one less.
    guard let lower = new.low.adding(ExactNumber(-1)) else { return [] }
    let less = Quantity(lower, to: new.high?.adding(ExactNumber(-1)))
    return [new, less].compactMap { quantity($0, like: old, power: 0).map { replacing($0) } }
  }

  func ordinal(_ new: Int) -> String? {
    if model.contains("五”") || isPlanWithoutMark {
      guard case .plan = exemplar, (11...19).contains(new),
        let place = (0..<text.count).first(where: { text[$0] == 0x5341 })
      else { return nil }
      return replacing([(place + 1..<place + 2, ChineseDigits.common.digits[new - 10])])
    }
    guard let piece = numerals(withMagnitude: false).first else { return nil }
    if piece.numeral.isOrdinal {
      guard let words = EnglishNames.ordinal(new) else {
        return replacing([(piece.range, String(new) + EnglishNames.suffix(of: new))])
      }
      let isUpper = text.isCapital(piece.range.lowerBound)
      return replacing([
        (piece.range, isUpper ? words.prefix(1).uppercased() + words.dropFirst() : words)
      ])
    }
    if text.isDigit(piece.range.lowerBound) {
      guard let end = scanner.ordinalSuffix(at: piece.range.upperBound) else {
        return replacing([(piece.range, String(new))])
      }
      let whole = piece.range.lowerBound..<end
      return replacing([(whole, String(new) + EnglishNames.suffix(of: new))])
    }
    return ChineseDigits.common.written(ExactNumber(Int64(new))).map {
      replacing([(piece.range, $0)])
    }
  }

  private var isPlanWithoutMark: Bool {
    guard case .plan = exemplar else { return false }
    return text[0] == 0x5341 && text[2] == 0x4E94 || text[1] == 0x5341 && text[3] == 0x4E94
  }

  func time(_ new: TimeOfDay, like old: TimeOfDay) -> String? {
    let pieces = numerals(withMagnitude: false)
    guard let first = pieces.first, new.second == 0, old.second == 0,
      text.isDigit(first.range.lowerBound)
    else { return nil }
    let isHalf = first.numeral.value.whole != old.hour
    let hour = isHalf && new.hour > 12 ? new.hour - 12 : new.hour
    let isPadded = text[first.range.lowerBound] == 48 && first.range.count == 2
    var parts = [(first.range, isPadded && hour < 10 ? "0\(hour)" : String(hour))]
    if pieces.count > 1 {
      parts.append((pieces[1].range, new.minute < 10 ? "0\(new.minute)" : String(new.minute)))
    } else if new.minute != 0 {
      return nil
    }
    return replacing(parts)
  }
}
