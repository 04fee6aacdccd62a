import TextAnalysis

/// The digits of a text that stand in no figure, such as the 19 of COVID-19: a plain number of the
/// other side may be one of them.
struct FigureEcho {
  private let text: AnalysedText
  private let runs: Set<String>
  /// What stands outside of figures that have to be matched, in lower case.
  private let loose: String

  init(_ text: AnalysedText) {
    self.text = text
    runs = Self.runs(of: text)
    var rest = String.UnicodeScalarView()
    var place = 0
    for figure in text.figures where !figure.isWeak {
      rest.append(contentsOf: text.scalars[place..<figure.scalars.lowerBound])
      rest.append(" ")
      place = figure.scalars.upperBound
    }
    rest.append(contentsOf: text.scalars[place...])
    loose = String(rest).lowercased()
  }

  /// Whether the text says a figure of the other side in letters that are no figure.
  func holds(_ figure: Figure, writtenAs other: String) -> Bool {
    if let number = figure.value.smallNumber, holdsSmall(number) { return true }
    switch figure.value {
    case .number(let quantity):
      if !runs.isEmpty, runs.contains(Self.digits(of: other)) { return true }
      if let number = quantity.low.whole, (1900...2099).contains(number) {
        return holdsHan([number % 100 / 10, number % 10])
      }
      return isAboutTen(quantity) || isDozen(quantity, other)
    case .amount: return other.hasPrefix("$") && text.text.contains(other)  // a placeholder there
    case .measure(let quantity, _): return isAboutTen(quantity)
    case .clause(let clause) where clause.number.contains("."):
      return text.text.contains(clause.number)
    case .ordinal(let number) where number % 10 == 0 && isAboutTens(number): return true
    case .ordinal, .clause, .serial, .version:
      return !runs.isEmpty && runs.contains(Self.digits(of: other))
    case .date(let date):
      guard date.day != nil, date.year == nil, let month = date.month, let day = date.day else {
        return date.month == nil && date.year.map { runs.contains(String($0)) } ?? false
      }
      return month < 10 && day < 10 && holdsHan([month, day])
    default: return false
    }
  }

  /// 三大, 四星, *foursome*, *trio*: what counts nothing by itself.
  private func holdsSmall(_ number: Int) -> Bool {
    guard (2...9).contains(number) else { return false }
    if text.isChinese { return loose.contains(Self.names[number]) }
    return Self.words[number].contains { loose.contains($0) }
  }

  private static let words = [
    [], [], ["two", "bi", "du", "both", "pair"], ["three", "tri"], ["four", "quad"], ["five"],
    ["six"], ["seven"], ["eight", "octet"], ["nine"],
  ]

  /// 十几, 十来, 十多, 十大 for what was rounded to ten or a dozen.
  private func isAboutTen(_ quantity: Quantity) -> Bool {
    guard text.isChinese, let number = quantity.low.whole, (10...20).contains(number) else {
      return false
    }
    return number == 10 && text.text.contains("十")
      || text.text.contains("十几") || text.text.contains("十来") || text.text.contains("十多")
  }

  /// 二十几 for 20th.
  private func isAboutTens(_ number: Int) -> Bool {
    guard text.isChinese, (20...90).contains(number) else { return false }
    let name = Self.names[number / 10] + "十"
    return text.text.contains(name + "几") || text.text.contains(name + "多")
  }

  /// 十多 for *a dozen*.
  private func isDozen(_ quantity: Quantity, _ other: String) -> Bool {
    !text.isChinese && quantity.low == ExactNumber(10) && other.hasPrefix("十")
      && text.text.contains("dozen")
  }

  private static let names = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 六四 for 4 June, 九二 for 1992.
  private func holdsHan(_ digits: [Int]) -> Bool {
    guard text.isChinese else { return false }
    return text.text.contains(digits.map { Self.names[$0] }.joined())
  }

  /// Whether two numbers are written with the same digits in groups, one in the European way:
  /// 10.700 and 10,700.
  static func areSameGroups(_ one: String, _ other: String) -> Bool {
    func form(_ text: String) -> String {
      String(text.map { $0 == "." || $0 == "," ? "," : $0 })
    }
    guard one != other, one.contains(".") != other.contains(".") else { return false }
    let digits = form(one).split(separator: ",", omittingEmptySubsequences: false)
    return digits.count > 1 && digits.dropFirst().allSatisfy { $0.count == 3 }
      && digits.allSatisfy { $0.allSatisfy(\.isNumber) } && form(one) == form(other)
  }

  private static func digits(of text: String) -> String {
    String(
      text.unicodeScalars.compactMap { scalar -> Character? in
        switch scalar.value {
        case 48...57: Character(scalar)
        case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) }
        case 46: "."
        default: nil
        }
      })
  }

  private static func runs(of text: AnalysedText) -> Set<String> {
    var (runs, run): (Set<String>, String) = ([], "")
    var figures = text.figures[...]
    for (place, scalar) in text.scalars.enumerated() {
      while let first = figures.first, first.scalars.upperBound <= place { figures.removeFirst() }
      let isDigit = (48...57).contains(scalar.value)
      if figures.first?.scalars.contains(place) != true,
        isDigit || scalar == "." && !run.isEmpty
      {
        run.unicodeScalars.append(scalar)
      } else if !run.isEmpty {
        runs.insert(run.hasSuffix(".") ? String(run.dropLast()) : run)
        run = ""
      }
    }
    if !run.isEmpty { runs.insert(run.hasSuffix(".") ? String(run.dropLast()) : run) }
    return runs
  }
}
