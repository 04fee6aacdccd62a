import TextAnalysis

/// The tags, placeholders and escapes that stand in a text as text.
struct TextCodes {
  /// What a code is.
  enum Kind: Equatable {
    case tag
    /// `<b>`, `<i>`, `<br>`: where English slants, Chinese makes bold or does nothing, and its lines
    /// end elsewhere.
    case layout
    /// `%s`, `%1$d`, with its number and type.
    case format(number: Int?, type: String)
    /// `%%`
    case percent
    /// `{0}`, `${x}`, `%(name)s`, `$HOME`
    case named
    /// `\n`, `\t`
    case escape
    /// `&F`, `_F`
    case accelerator
  }

  /// A code.
  struct Item {
    var kind: Kind
    /// What it is compared by.
    var key: String
    /// How it is written.
    var text: String
    var range: Range<Int>
  }

  /// The codes in order.
  var items: [Item] = []

  /// Whether a text may have any.
  static func mayHave(_ text: AnalysedText) -> Bool {
    for figure in text.figures where figure.kind == .placeholder { return true }
    return text.scalars.contains { $0 == "<" || $0 == "%" }
  }

  /// Finds them.
  ///
  /// - Complexity: O(scalars).
  init(_ text: AnalysedText) {
    let isPattern = Self.isPluralPattern(text)
    // How lines are broken is the translator's affair, whether they are is not: each escape counts
    // once.
    var escapes: Set<String> = []
    var end = 0
    for figure in text.figures {
      guard case .placeholder(let written) = figure.value, !figure.isWeak,
        let item = Self.item(
          written, figure.scalars, text.scalars, isPattern: isPattern,
          isJoined: end == figure.scalars.lowerBound)
      else { continue }
      end = figure.scalars.upperBound
      // So does a variable of a shell or of a formula, which is named as often as it pleases.
      if item.kind == .escape || item.key.first == "$" && item.key.dropFirst().first != "{" {
        guard escapes.insert(item.key).inserted else { continue }
      }
      items.append(item)
    }
    readNumbers(text.scalars)
    if !isPattern { readTags(text) }
    // Letters that only formats of dates have: "10 %The" is no format.
    if !isDateFormat {
      items.removeAll { item in
        guard case .format(_, let type) = item.kind else { return false }
        return "TYyHMIBbjUWZ".contains(type)
      }
    }
  }

  /// `{n, plural, one {…} other {…}}`, and lists of many parts: what stands in their braces is text.
  private static func isPluralPattern(_ text: AnalysedText) -> Bool {
    // A grammar: main={prefix}{suffix}|{prefix}
    if text.scalars.reduce(0, { $0 + ($1 == "|" ? 1 : 0) }) > 5 { return true }
    return text.scalars.contains("{")
      && [", plural,", ", select,", ",plural,", ",select,", ", selectordinal,", "{{PLURAL"]
        .contains { text.text.contains($0) }
  }

  private static func item(
    _ written: String, _ range: Range<Int>, _ scalars: [Unicode.Scalar], isPattern: Bool,
    isJoined: Bool
  ) -> Item? {
    let parts = Array(written.unicodeScalars)
    guard parts.count > 1, !isCode(scalars, range) else { return nil }
    switch parts[0] {
    case "%":
      if parts[1] == "%" { return Item(kind: .percent, key: "%%", text: written, range: range) }
      if parts[1] == "(" || parts[1] == "{" { break }
      if parts[1].isASCIIDigit, parts[1] != "0" || parts.count == 2, !parts.contains("$") {
        return nil
      }
      // doesn%'t, and %2$C, whose letter nobody knows
      if parts.contains("'") || parts.last == "$" { return nil }
      // 50 % of, 百分之%d
      if parts.count == 2, range.lowerBound > 0, scalars[range.lowerBound - 1].isASCIIDigit {
        return nil
      }
      // %-format is no placeholder
      if parts.last?.isLatinLetter ?? false, parts.contains("-"),
        scalars.at(range.upperBound)?.isSmallASCIILetter ?? false
      {
        return nil
      }
      return format(parts, written, range)
    case "{":
      if isPattern || isProse(parts) { return nil }
      // \begin{verbatim}
      if let previous = scalars.at(range.lowerBound - 1), previous.isLatinLetter,
        parts[1].isLatinLetter
      {
        return nil
      }
    case "\\":
      guard parts[1] == "n" || parts[1] == "t" else { return nil }
      // C:\new, \neq
      if let next = scalars.at(range.upperBound), next.isSmallASCIILetter { return nil }
      return Item(kind: .escape, key: written, text: written, range: range)
    case "&", "_":
      return Item(kind: .accelerator, key: String(written.prefix(1)), text: written, range: range)
    case "$":
      // A$AP, US$
      if let previous = scalars.at(range.lowerBound - 1), previous.isLatinLetter, !isJoined {
        return nil
      }
    default: break
    }
    return Item(kind: .named, key: withoutSpaces(written), text: written, range: range)
  }

  /// Whether back-ticks stand on both sides: a text about placeholders.
  private static func isCode(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    scalars.at(range.lowerBound - 1) == "`" && scalars.at(range.upperBound) == "`"
  }

  private static func withoutSpaces(_ text: String) -> String {
    text.contains(" ") ? text.filter { $0 != " " } : text
  }

  /// Whether braces hold words or a program's lines: `{a, b}`, `{# items}`, `{ // return }`.
  private static func isProse(_ parts: [Unicode.Scalar]) -> Bool {
    let content = parts.drop { $0 == "{" || $0 == " " }
    guard let first = content.first else { return true }
    // { and }, but {{ x }}
    if parts[1] == " ", first != "$", first != "-" { return true }
    if first == "$" || first == "-" { return false }
    guard first.isASCIILetter || first.isASCIIDigit || first == "_" || first == ":" || first == "}"
    else { return true }
    var end = content.endIndex
    while end > content.startIndex, content[end - 1] == "}" || content[end - 1] == " " { end -= 1 }
    return content[..<end].contains { $0 == " " || $0 == "," || $0 == ";" || $0 == "|" }
  }

  private static func format(
    _ parts: [Unicode.Scalar], _ written: String, _ range: Range<Int>
  ) -> Item {
    var place = 1
    var number = 0
    while place < parts.count, parts[place].isASCIIDigit, number < 100_000 {
      number = number * 10 + Int(parts[place].value - 0x30)
      place += 1
    }
    let type = String(parts.last.map(Character.init) ?? "%")
    guard place > 1, parts.indices.contains(place), parts[place] == "$" else {
      return Item(
        kind: .format(number: nil, type: type), key: "%" + type, text: written, range: range)
    }
    return Item(
      kind: .format(number: number, type: type), key: "%\(number)$\(type)", text: written,
      range: range)
  }
}

extension TextCodes {
  /// `%1`, `%2` as Qt writes them, whatever letter follows. A width (`%5d`) is read so too.
  private mutating func readNumbers(_ scalars: [Unicode.Scalar]) {
    guard var place = scalars.firstIndex(of: "%") else { return }
    while place < scalars.count {
      guard scalars[place] == "%", let digit = scalars.at(place + 1), digit.isASCIIDigit,
        digit != "0"
          || !(scalars.at(place + 2).map { $0.isASCIIDigit || $0.isASCIILetter } ?? false),
        !(scalars.at(place - 1).map { $0.isASCIIDigit || $0 == "%" } ?? false)
      else {
        place += 1
        continue
      }
      var end = place + 2
      if let next = scalars.at(end), next.isASCIIDigit { end += 1 }
      if scalars.at(end) != "$", !(scalars.at(end)?.isASCIIDigit ?? false) {
        let name = String(String.UnicodeScalarView(scalars[place..<end]))
        items.append(Item(kind: .named, key: name, text: name, range: place..<end))
      }
      place = end
    }
  }

  /// `<b>`, `</b>`, `<br/>`, and other elements that have an attribute or an end.
  private mutating func readTags(_ text: AnalysedText) {
    let scalars = text.scalars
    guard var place = scalars.firstIndex(of: "<") else { return }
    var candidates: [(name: String, isClosing: Bool, isSure: Bool, range: Range<Int>)] = []
    while place < scalars.count {
      guard scalars[place] == "<" else {
        place += 1
        continue
      }
      var end = place + 1
      let isClosing = scalars.at(end) == "/"
      if isClosing { end += 1 }
      let nameStart = end
      while end < scalars.count, end - nameStart < 40,
        scalars[end].isASCIILetter || scalars[end].isASCIIDigit || scalars[end] == ":"
      {
        end += 1
      }
      let name = text.text(nameStart..<end).lowercased()
      let endsName = scalars.at(end).map { $0.isBlank || $0 == "/" || $0 == ">" } ?? false
      var hasAttribute = false
      let limit = min(scalars.count, place + 400)
      while end < limit, scalars[end] != ">", scalars[end] != "<" {
        hasAttribute = hasAttribute || scalars[end] == "="
        end += 1
      }
      guard end < limit, scalars[end] == ">", !name.isEmpty, endsName, name.last != ":",
        scalars[nameStart].isASCIILetter
      else {
        place += 1
        continue
      }
      let isSure = isClosing || hasAttribute || scalars[end - 1] == "/" || Self.names.contains(name)
      candidates.append((name, isClosing, isSure, place..<end + 1))
      place = end + 1
    }
    let closed = Set(candidates.lazy.filter(\.isClosing).map(\.name))
    for tag in candidates where tag.isSure || closed.contains(tag.name) {
      let written = tag.isClosing ? "</\(tag.name)>" : "<\(tag.name)>"
      let isSlant = Self.slants.contains(tag.name)
      items.append(
        Item(
          kind: isSlant || Self.layouts.contains(tag.name) ? .layout : .tag,
          key: isSlant ? (tag.isClosing ? "</b>" : "<b>") : written, text: written,
          range: tag.range))
    }
  }

  /// Elements that stress.
  private static let slants: Set<String> = ["b", "i", "u", "em", "strong", "bold", "italic"]
  /// Elements that part lines.
  private static let layouts: Set<String> = ["br", "p", "hr", "tt"]

  /// Elements of HTML that stand in sentences.
  private static let names: Set<String> = [
    "a", "b", "i", "u", "em", "strong", "p", "br", "hr", "img", "span", "div", "tt", "pre", "sub",
    "sup", "small", "big", "font", "h1", "h2", "h3", "h4", "ul", "ol", "li", "td", "tr", "th",
  ]
}

extension TextCodes {
  private var formats: [(index: Int, number: Int?, type: String)] {
    items.indices.compactMap { index in
      guard case .format(let number, let type) = items[index].kind else { return nil }
      return (index, number, type)
    }
  }

  /// Lets `%2$s` count as the second placeholder of a source without numbers.
  mutating func takeNumbersFor(_ source: TextCodes) {
    let expected = source.formats
    guard !expected.isEmpty, expected.allSatisfy({ $0.number == nil }) else { return }
    for own in formats {
      guard let number = own.number, number >= 1, number <= expected.count,
        expected[number - 1].type == own.type
      else { continue }
      items[own.index].key = source.items[expected[number - 1].index].key
    }
  }

  /// Leaves out words in braces where the translation has translated such: {Printername}, {打印机名称}.
  mutating func dropNamesTranslated(in target: AnalysedText) {
    let scalars = target.scalars
    guard
      scalars.indices.contains(where: { scalars[$0] == "{" && scalars.at($0 + 1)?.isHan ?? false })
    else { return }
    items.removeAll { item in
      (item.key.hasPrefix("{") || item.key.hasPrefix("${"))
        && item.key.dropFirst().dropLast().allSatisfy { $0.isLetter || $0 == "-" || $0 == "{" }
    }
  }

  /// The first placeholder that the source has at another place among those of other types.
  func firstOutOfOrder(_ source: TextCodes) -> Range<Int>? {
    let (own, expected) = (formats, source.formats)
    guard own.allSatisfy({ $0.number == nil }), own.count == expected.count else { return nil }
    for (left, right) in zip(own, expected)
    where left.type != right.type && "diouxXeEfFgGcsp@".contains(left.type) {
      return items[left.index].range
    }
    return nil
  }

  /// Whether the placeholders are those of a date or time: `%Y-%m-%d`, `%H:%M`.
  var isDateFormat: Bool {
    let types = formats.map(\.type)
    return types.count > 1 && types.contains { "YmHMIBbAapyjUW".contains($0) }
      && types.allSatisfy { "YymdeHIMSBbAapPZzTDRklj".contains($0) }
  }
}
