package import TextAnalysis

/// A figure of a text made wrong, as a tired translator makes it wrong.
///
/// One figure is drawn among those that a reader would miss (no weak ones, no placeholders, no
/// addresses), then one of the changes that its writing allows:
/// - `digit`: one of its digits, Han numerals or number words becomes another;
/// - `power`: 万 becomes 亿, *million* becomes *billion*, and the like;
/// - `unit`: its unit, currency or percent sign becomes another;
/// - `decimal`: its decimal point moves one place, or is lost;
/// - `date`: its month or day becomes another.
package struct FigureMutation: Sendable {
  /// What is changed.
  package enum Kind: String, Sendable, CaseIterable {
    case digit, power, unit, decimal, date
  }

  /// What was changed.
  package var kind: Kind
  /// The text with the wrong figure.
  package var text: String
  /// Where the figure stood, in scalars of the text as it was.
  package var place: Range<Int>

  /// Changes a figure at random; nothing where the text has none that can be changed.
  package init?(
    _ text: String, figures: [Figure], using generator: inout some RandomNumberGenerator
  ) {
    let scalars = Array(text.unicodeScalars)
    let candidates = figures.filter { !$0.isWeak && Self.families.contains($0.kind) }
    guard let figure = candidates.randomElement(using: &generator) else { return nil }
    let written = String(String.UnicodeScalarView(scalars[figure.scalars]))
    let isDate = figure.kind == .date || figure.kind == .dateSpan || figure.kind == .time
    for kind in Kind.allCases.shuffled(using: &generator) {
      let changed: String? =
        switch kind {
        case .digit: Self.digitChanged(written, using: &generator)
        case .power: isDate ? nil : Self.wordChanged(written, Self.powers, using: &generator)
        case .unit: isDate ? nil : Self.unitChanged(written)
        case .decimal: isDate ? nil : Self.pointMoved(written)
        case .date: isDate ? Self.wordChanged(written, Self.months, using: &generator) : nil
        }
      guard let changed, changed != written else { continue }
      self.kind = kind
      place = figure.scalars
      var result = scalars
      result.replaceSubrange(figure.scalars, with: Array(changed.unicodeScalars))
      self.text = String(String.UnicodeScalarView(result))
      return
    }
    return nil
  }

  private static let families: Set<Figure.Kind> = [
    .number, .ordinal, .multiple, .amount, .measure, .date, .dateSpan, .time, .plan, .clause,
    .identifier,
  ]

  private static let han = Array("一二三四五六七八九")
  private static let words = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  private static let powers = [
    ["万", "亿"], ["千", "万"], ["thousand", "million"], ["million", "billion"],
    ["billion", "trillion"],
  ]
  private static let units = [
    ["%", "‰"], ["个百分点", "%"], ["percent", "per mille"], ["per cent", "per mille"],
    ["美元", "欧元"], ["欧元", "美元"], ["英镑", "美元"], ["人民币", "美元"], ["元", "美元"],
    ["$", "€"], ["£", "€"], ["dollars", "euros"], ["yuan", "euros"], ["天", "周"], ["日", "周"],
    ["周", "天"], ["年", "天"], ["个月", "年"], ["个小时", "分钟"], ["小时", "分钟"], ["分钟", "秒"],
    ["岁", "个月"], ["个工作日", "周"], ["days", "weeks"], ["weeks", "months"], ["months", "years"],
    ["years", "months"], ["year", "month"], ["day", "week"], ["hours", "minutes"],
    ["minutes", "hours"], ["平方公里", "公顷"], ["公里", "米"], ["英里", "公里"], ["米", "公里"],
    ["厘米", "毫米"], ["毫米", "厘米"], ["公斤", "克"], ["克", "公斤"], ["km", "m"],
    ["miles", "kilometers"], ["kg", "g"], ["cm", "mm"], ["mm", "cm"], ["吨", "公斤"],
    ["feet", "meters"], ["英尺", "米"], ["英寸", "厘米"], ["GB", "MB"],
  ]
  private static let months: [[String]] = {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return zip(names, names.dropFirst() + names.prefix(1)).map { [$0, $1] }
  }()

  private static func digitChanged(
    _ text: String, using generator: inout some RandomNumberGenerator
  ) -> String? {
    var characters = Array(text)
    let places = characters.indices.filter {
      characters[$0].isASCII && characters[$0].isNumber || han.contains(characters[$0])
    }
    if let place = places.randomElement(using: &generator) {
      let old = characters[place]
      let others = (old.isASCII ? Array("123456789") : han).filter { $0 != old }
      guard let new = others.randomElement(using: &generator) else { return nil }
      characters[place] = new
      return String(characters)
    }
    for word in words.shuffled(using: &generator) {
      guard let range = text.range(ofWord: word) else { continue }
      guard let new = words.filter({ $0 != word }).randomElement(using: &generator) else {
        continue
      }
      return text.replacing(range, with: new)
    }
    return nil
  }

  private static func wordChanged(
    _ text: String, _ table: [[String]], using generator: inout some RandomNumberGenerator
  ) -> String? {
    let rows = table.filter { text.range(ofWord: $0[0]) != nil }
    guard let row = rows.randomElement(using: &generator), let range = text.range(ofWord: row[0])
    else { return nil }
    return text.replacing(range, with: row[1])
  }

  /// The longest unit of the table that begins or ends the figure becomes another.
  private static func unitChanged(_ text: String) -> String? {
    for row in units.sorted(by: { $0[0].count > $1[0].count }) {
      if text.hasSuffix(row[0]), !names.contains(where: { text.hasSuffix($0) && $0 != row[0] }) {
        let head = text.dropLast(row[0].count)
        guard
          head.last?.isNumber == true || head.last.map({ !$0.isASCII }) == true
            || head.last == " " || head.last == "-"
        else { continue }
        return String(head) + row[1]
      }
      if text.hasPrefix(row[0]) { return row[1] + text.dropFirst(row[0].count) }
    }
    return nil
  }

  /// Units that end like one of the table.
  private static let names = ["澳元", "加元", "日元", "港元", "韩元", "新元", "平方米", "千米", "华氏度"]

  /// 3.5 becomes 35, 35 becomes 3.5.
  private static func pointMoved(_ text: String) -> String? {
    var characters = Array(text)
    if let point = characters.firstIndex(of: "."), point > 0, point + 1 < characters.count,
      characters[point - 1].isNumber, characters[point + 1].isNumber
    {
      characters.remove(at: point)
      return String(characters)
    }
    guard !text.contains(","),
      let last = characters.lastIndex(where: { $0.isASCII && $0.isNumber }), last > 0,
      characters[last - 1].isASCII, characters[last - 1].isNumber,
      characters.filter({ $0.isNumber }).count <= 3, characters[last] != "0"
    else { return nil }
    characters.insert(".", at: last)
    return String(characters)
  }
}

extension String {
  /// Where a word stands that is no part of a longer one in Latin letters.
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    guard let range = firstRange(of: word) else { return nil }
    guard word.first?.isLetter == true, word.first?.isASCII == true else { return range }
    if range.lowerBound > startIndex, self[index(before: range.lowerBound)].isASCII,
      self[index(before: range.lowerBound)].isLetter
    {
      return nil
    }
    if range.upperBound < endIndex, self[range.upperBound].isASCII, self[range.upperBound].isLetter
    {
      return nil
    }
    return range
  }

  fileprivate func replacing(_ range: Range<String.Index>, with word: String) -> String {
    String(self[..<range.lowerBound]) + word + String(self[range.upperBound...])
  }
}
