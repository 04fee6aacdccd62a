/// Identifiers and clauses in the way of the model.
extension FigureWriter {
  /// Puts number and year where the old ones stand; a standard's letters too.
  func identifier(_ new: Identifier, like old: Identifier) -> String? {
    var same = old
    (same.number, same.year) = (new.number, new.year)
    guard (new.year == nil) == (old.year == nil) else { return standard(new) }
    guard new.means(same) else { return standard(new) }
    if case .standard = new.kind { return standard(new) }
    let pieces = numerals(withMagnitude: false)
    guard
      let number = pieces.last(where: {
        $0.numeral.value.whole == Int(old.number) && $0.numeral.value.whole != old.year
      })
    else { return nil }
    guard let value = Int64(new.number) else { return nil }
    let isDigits = text.isDigit(number.range.lowerBound)
    guard let label = isDigits ? String(value) : ChineseDigits.common.written(ExactNumber(value))
    else {
      return nil
    }
    var parts = [(number.range, label)]
    if let year = new.year {
      guard let place = pieces.first(where: { $0.numeral.value.whole == old.year }) else {
        return nil
      }
      parts.append((place.range, String(year)))
    }
    return replacing(parts)
  }

  /// A standard with the spacing and the dash of the model.
  private func standard(_ new: Identifier) -> String? {
    guard case .standard(let kind) = new.kind, case .identifier(let old) = exemplar,
      case .standard = old.kind, !kind.contains("JTC") || new.number == old.number
    else { return nil }
    let firstDigit = (0..<text.count).first {
      text.isDigit($0) && !text.isLetter($0 - 1) || text.isDigit($0) && kind.last?.isLetter == true
    }
    guard let firstDigit else { return nil }
    let space = text[firstDigit - 1] == 32 ? " " : ""
    var dash = "-"
    if let year = old.year {
      let start = model.unicodeScalars.count - 4
      guard start > 0, model.hasSuffix(String(year)) else { return nil }
      let sign = text.skippingSpaces(before: start) - 1
      guard sign > 0 else { return nil }
      dash = replacing([(0..<sign, ""), (start..<text.count, "")])
    } else if kind.hasPrefix("ISO") || kind.hasPrefix("IEC") {
      dash = ":"
    }
    return kind + space + new.number + (new.year.map { dash + String($0) } ?? "")
  }

  func clause(_ new: Clause, like old: Clause) -> String? {
    let number = clauseNumber(new.number)
    guard let number, let place = numberPlace else { return nil }
    if new.level == old.level { return replacing([(place, number)]) }
    if isChinese {
      let names: [Clause.Level: String] = [
        .part: "编", .chapter: "章", .section: "节", .article: "条", .paragraph: "款", .item: "项",
        .subitem: "目",
      ]
      guard let name = names[new.level], model.hasPrefix("第") else { return nil }
      return "第" + number + (language.script == "Hant" ? name.traditional : name)
    }
    guard let first = model.split(separator: " ").first else { return nil }
    let name = new.level.rawValue
    let isUpper = first.first?.isUppercase == true
    return (isUpper ? name.prefix(1).uppercased() + name.dropFirst() : name) + " " + number
  }

  /// Where the number stands, its brackets left out.
  private var numberPlace: Range<Int>? {
    if let piece = numerals(withMagnitude: false).first {
      var end = piece.range.upperBound
      while text[end] == 46, text.isDigit(end + 1) {
        end += 1
        while text.isDigit(end) { end += 1 }
      }
      return piece.range.lowerBound..<end
    }
    var start = text.count
    while start > 0, text.isCapital(start - 1) { start -= 1 }
    return start < text.count && start > 0 ? start..<text.count : nil
  }

  private func clauseNumber(_ number: String) -> String? {
    guard let place = numberPlace, let value = Int64(number) else { return number }
    if text.isDigit(place.lowerBound) { return number }
    if isChinese, !text.isLetter(place.lowerBound) {
      return ChineseDigits.common.written(ExactNumber(value))
    }
    if text.isCapital(place.lowerBound), place.upperBound == text.count, isRoman(place) {
      return (1..<40).contains(value) ? roman(Int(value)) : nil
    }
    return EnglishNames.cardinal(Int(value)) ?? number
  }

  private func isRoman(_ place: Range<Int>) -> Bool {
    place.allSatisfy { [0x49, 0x56, 0x58].contains(text[$0]) }
  }

  private func roman(_ value: Int) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: value / 10) + ones[value % 10]
  }
}
