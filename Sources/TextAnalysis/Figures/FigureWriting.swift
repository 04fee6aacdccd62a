extension Figure {
  /// Writes this value in the way in which another figure stands in a text.
  ///
  /// Where 2021年9月1日 stands, *1 October 2021* is written 2021年10月1日; where 二〇二一年九月一日
  /// stands, 二〇二一年十月一日; `CNY 250 billion` where 3000亿元 stands is 2500亿元. The text that
  /// comes out is read again in its place, and given only if it means this value there.
  ///
  /// - Parameters:
  ///   - language: The language of the text.
  ///   - exemplar: A figure of the text; of the same kind, or a number that is a year.
  ///   - text: The text that the exemplar was found in.
  /// - Returns: What to put in place of the exemplar's scalars, or nothing where that is not sure.
  package func written(
    in language: LanguageTag, like exemplar: Figure, in text: String
  ) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard exemplar.scalars.upperBound <= scalars.count else { return nil }
    let model = Self.string(scalars[exemplar.scalars])
    if value == exemplar.value { return model }
    let before = Self.string(scalars[..<exemplar.scalars.lowerBound])
    let after = Self.string(scalars[exemplar.scalars.upperBound...])
    let writer = FigureWriter(model: model, exemplar: exemplar.value, language: language)
    for candidate in writer.candidates(for: value) where !candidate.isEmpty {
      let start = exemplar.scalars.lowerBound
      let place = start..<start + candidate.unicodeScalars.count
      let found = Figures.find(in: before + candidate + after, language: language)
      if found.contains(where: { $0.scalars == place && $0.means(self) }) { return candidate }
    }
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Writes values in the way of one figure of a text.
struct FigureWriter {
  let model: String
  let exemplar: Figure.Value
  let language: LanguageTag
  let scanner: FigureScanner

  init(model: String, exemplar: Figure.Value, language: LanguageTag) {
    (self.model, self.exemplar, self.language) = (model, exemplar, language)
    scanner = FigureScanner(FigureText(model), language: language)
  }

  var text: FigureText { scanner.text }
  var isChinese: Bool { language.isChinese }

  /// What may be written, the best first; each is read again before it counts.
  func candidates(for value: Figure.Value) -> [String] {
    switch (value, exemplar) {
    case (.number(let new), .number(let old)): return [number(new, like: old)].compactMap { $0 }
    case (.multiple(let new), .multiple(let old)): return multiples(new, like: old)
    case (.amount(let new, let currency), .amount(let old, let other)):
      return [amount(new, currency, like: old, other)].compactMap { $0 }
    case (.measure(let new, let unit), .measure(let old, let other)):
      return [measure(new, unit, like: old, other)].compactMap { $0 }
    case (.ordinal(let new), .ordinal), (.plan(let new), .plan):
      return [ordinal(new)].compactMap { $0 }
    case (.date(let new), .date), (.date(let new), .number):
      return DateStyle(text, language: language).map { [$0.written(new)].compactMap { $0 } } ?? []
    case (.number(let new), .date(let old)):
      guard old.month == nil, old.part == nil, let year = new.low.whole, new.high == nil else {
        return []
      }
      return candidates(for: .date(FigureDate(year: year) ?? old))
    case (.dateSpan(let from, let to), .dateSpan(let oldFrom, let oldTo)):
      return [span(from, to, like: oldFrom, oldTo)].compactMap { $0 }
    case (.time(let new), .time(let old)): return [time(new, like: old)].compactMap { $0 }
    case (.identifier(let new), .identifier(let old)):
      return [identifier(new, like: old)].compactMap { $0 }
    case (.clause(let new), .clause(let old)): return [clause(new, like: old)].compactMap { $0 }
    case (.url(let new), .url), (.email(let new), .email), (.serial(let new), .serial),
      (.placeholder(let new), .placeholder):
      return model.hasPrefix("(") ? ["(" + new + ")"] : [new]
    case (.version(let new), .version):
      let first = model.first.map(String.init) ?? ""
      return first.lowercased() == "v" ? [first + new] : [new]
    default: return []
    }
  }

  /// The model with other texts in place of parts of it.
  func replacing(_ parts: [(range: Range<Int>, text: String)]) -> String {
    let scalars = Array(model.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where part.range.lowerBound >= place {
      result.append(contentsOf: scalars[place..<part.range.lowerBound])
      result.append(contentsOf: part.text.unicodeScalars)
      place = part.range.upperBound
    }
    result.append(contentsOf: scalars[place...])
    return String(result)
  }

  /// The numbers that stand in the model, in their order; 百分之 is none.
  func numerals(withMagnitude: Bool = true) -> [(range: Range<Int>, numeral: Numeral)] {
    var (place, list): (Int, [(Range<Int>, Numeral)]) = (0, [])
    while place < text.count {
      if text.holds("分之", at: place + 1), !text.isDigit(place),
        case .power(_)? = HanNumeral(text[place], trillions: false)
      {
        place += 3
        continue
      }
      let numeral =
        text.isDigit(place) && !withMagnitude
        ? scanner.digits(at: place)
        : text.isLetter(place) && text.isLetter(place - 1) ? nil : scanner.numeral(at: place)
      guard let numeral else {
        place += 1
        continue
      }
      list.append((place..<numeral.end, numeral))
      place = numeral.end
    }
    return list
  }
}
