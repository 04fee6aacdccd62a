import TextAnalysis

/// The stretches of a text that are no running text: addresses, placeholders, mark-up, code, paths,
/// options. No rule of punctuation or spacing applies there.
///
/// Made only where a rule has something to report, for it costs a pass over the text.
struct NotProse {
  private var spans: [Range<Int>] = []

  /// The longest piece of code between back-ticks, and the longest tag, in scalars.
  private static let longestSpan = 200

  /// Finds the stretches.
  ///
  /// - Complexity: O(scalars).
  init(_ text: AnalysedText) {
    for figure in text.figures {
      switch figure.kind {
      case .url, .email, .placeholder, .version, .identifier, .serial: spans.append(figure.scalars)
      default: break
      }
    }
    read(text.scalars)
    merge()
  }

  /// Whether a place is in one of them.
  ///
  /// - Complexity: O(log spans).
  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(place)
  }

  private mutating func read(_ scalars: [Unicode.Scalar]) {
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "`", let end = codeEnd(scalars, from: place) {
        spans.append(place..<end)
        place = end
      } else if scalar == "<", let end = tagEnd(scalars, from: place) {
        let last = isCodeElement(scalars, from: place) ? elementEnd(scalars, from: end) : end
        spans.append(place..<last)
        place = last
      } else if scalar.value > 0x20, scalar.value < 0x7F {
        place = readToken(scalars, from: place)
      } else {
        place += 1
      }
    }
  }

  /// The end of `code` or ``code``.
  private func codeEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var open = start
    while open < scalars.count, scalars[open] == "`" { open += 1 }
    let limit = min(scalars.count, open + Self.longestSpan)
    var place = open
    while place < limit {
      if scalars[place] == "`" {
        while place < scalars.count, scalars[place] == "`" { place += 1 }
        return place
      }
      place += 1
    }
    return nil
  }

  /// The end of `<b>`, `</b>`, `<a href="…">`.
  private func tagEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard let next = scalars.at(start + 1), next.isASCIILetter || next == "/" || next == "!" else {
      return nil
    }
    let limit = min(scalars.count, start + Self.longestSpan)
    var place = start + 1
    while place < limit, scalars[place] != "<" {
      if scalars[place] == ">" { return place + 1 }
      place += 1
    }
    return nil
  }

  /// Whether `<code>`, `<kbd>`, `<tt>`, `<pre>` or `<samp>` begins at a place.
  private func isCodeElement(_ scalars: [Unicode.Scalar], from place: Int) -> Bool {
    Self.codeElements.contains { name in
      name.count < scalars.count - place && zip(name, scalars[(place + 1)...]).allSatisfy(==)
    }
  }

  private static let codeElements = ["code>", "kbd>", "tt>", "pre>", "samp>", "command>"].map {
    Array($0.unicodeScalars)
  }

  /// The next `<` within reach; what stands before it is code.
  private func elementEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    let limit = min(scalars.count, start + Self.longestSpan)
    return scalars[start..<limit].firstIndex(of: "<") ?? start
  }

  /// Whether a text is a piece of a program more than one of prose: its marks outnumber a quarter
  /// of its Han characters.
  static func isProgram(_ scalars: [Unicode.Scalar]) -> Bool {
    var (marks, han) = (0, 0)
    for scalar in scalars {
      switch scalar {
      case "=", "(", ")", "{", "}", "[", "]", "_", ";", "\\", "|", "#", "$", ">": marks += 1
      default: if scalar.isHan { han += 1 }
      }
    }
    return marks > 5 && marks * 4 > han
  }

  /// Takes a run of ASCII without spaces for code if it has marks that words have not.
  private mutating func readToken(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var place = start
    var isCode = false
    while place < scalars.count {
      let scalar = scalars[place]
      guard scalar.value > 0x20, scalar.value < 0x7F, scalar != "`" else { break }
      if scalar == "<", place > start, tagEnd(scalars, from: place) != nil { break }
      isCode = isCode || Self.isCodeMark(scalar) || Self.joinsCode(scalars, place)
      place += 1
    }
    guard isCode else { return max(place, start + 1) }
    var (low, high) = (start, place)
    while low < high, Self.isOuterMark(scalars[low]) { low += 1 }
    while high > low, Self.isOuterMark(scalars[high - 1]) { high -= 1 }
    if low + 1 < high { spans.append(low..<high) }
    return place
  }

  private static func isCodeMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "=", "{", "}", "|", "#", "$", "~", "^", "@", "_", "*": true
    default: false
    }
  }

  /// `os.path`, `and/or`, `std::string`, `print()`, `--help`.
  private static func joinsCode(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let (previous, next) = (scalars.at(place - 1), scalars.at(place + 1))
    switch scalars[place] {
    case ".":
      guard let previous, let next, previous.isASCIILetter, next.isASCIILetter else { return false }
      return !(previous.isSmallASCIILetter && next.isCapitalASCIILetter)
    case "/": return (next?.isASCIILetter ?? false) || previous?.isASCIILetter ?? false
    case ":": return next == ":" || next.map(\.isASCIILetter) ?? false && previous == nil
    case "(": return next == ")"
    case "-": return next?.isASCIILetter ?? false && !(previous?.isLatinLetter ?? false)
    default: return false
    }
  }

  private static func isOuterMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", ";", ":", "!", "?", "(", ")", "\"", "'", "[", "]": true
    default: false
    }
  }

  private mutating func merge() {
    guard spans.count > 1 else { return }
    spans.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for span in spans {
      if let last = merged.last, span.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    spans = merged
  }
}
