/// How a segment ends.
enum FinalMark: Equatable {
  /// . 。 ．
  case stop
  /// ? ？
  case question
  /// ! ！
  case exclamation
  /// : ：
  case colon
  /// ; ；
  case semicolon
  /// , ， 、
  case comma
  /// ... … ……
  case ellipsis
  /// No mark.
  case none
  /// A dot that may be an abbreviation's, or something else that nobody can compare.
  case unclear

  /// Reads the end of a text, through the brackets, quotation marks and spaces that close it.
  ///
  /// - Returns: The mark and where it stands, empty where there is none.
  static func of(_ scalars: [Unicode.Scalar]) -> (mark: FinalMark, range: Range<Int>) {
    var end = scalars.count
    var isInside = false
    while end > 0, closes(scalars[end - 1]) {
      isInside = isInside || !scalars[end - 1].isBlank
      end -= 1
    }
    guard end > 0 else { return (.unclear, 0..<0) }
    let last = end - 1
    switch scalars[last] {
    case ".":
      if last > 0, scalars[last - 1] == "." {
        var start = last
        while start > 0, scalars[start - 1] == "." { start -= 1 }
        return (isInside ? .unclear : .ellipsis, start..<end)
      }
      return (isAbbreviation(scalars, dot: last) ? .unclear : .stop, last..<end)
    case "。", "．", "｡":
      return (last > 0 && scalars[last - 1] == scalars[last] ? .ellipsis : .stop, last..<end)
    case "?", "？", "⁇", "⁈": return (.question, last..<end)
    case "!", "！", "⁉":
      // ?! is a question
      let isQuestion = last > 0 && (scalars[last - 1] == "?" || scalars[last - 1] == "？")
      return (isQuestion ? .question : .exclamation, last..<end)
    case ":", "：": return (.colon, last..<end)
    case ";": return (endsEntity(scalars, last) ? .unclear : .semicolon, last..<end)
    case "；": return (.semicolon, last..<end)
    case ",", "，", "、": return (.comma, last..<end)
    case "…", "⋯":
      var start = last
      while start > 0, scalars[start - 1] == scalars[last] { start -= 1 }
      return (.ellipsis, start..<end)
    case "-", "–", "—", "/", "\\", "|", ">", "~", "～", "`", "*", "=", "^", "_", "}", "]":
      return (.unclear, end..<end)
    default: return (isInside ? .unclear : .none, end..<end)
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "”", "’", "\u{200B}", "」", "』", ")", "）", "》", "】", "〕": true
    default: scalar.isBlank
    }
  }

  /// Whether a semicolon ends `&nbsp;`.
  private static func endsEntity(_ scalars: [Unicode.Scalar], _ mark: Int) -> Bool {
    var start = mark
    while start > 0, mark - start < 12, scalars[start - 1].isASCIILetter { start -= 1 }
    return start > 0 && scalars[start - 1] == "&"
  }

  /// Whether a dot may belong to the word before it: *etc.*, *Inc.*, *U.S.*, *p.m.*, *J.*, *3.*
  private static func isAbbreviation(_ scalars: [Unicode.Scalar], dot: Int) -> Bool {
    guard dot > 0 else { return true }
    var start = dot
    while start > 0, dot - start < 10, scalars[start - 1].isLatinLetter || scalars[start - 1] == "."
    {
      start -= 1
    }
    if start == dot { return scalars[dot - 1].isASCIIDigit && dot < 5 }
    let word = scalars[start..<dot]
    if word.count == 1 || word.contains(".") { return true }
    return word.count <= 8
      && abbreviations.contains(word.reduce(UInt64(0)) { $0 << 8 | UInt64($1.value | 0x20) })
  }

  private static let abbreviations = LatinWords.keys(
    of: """
      etc inc ltd co corp jr sr st no vs al dr mr mrs ms prof dept est approx fig vol ed eds jan feb
      mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun sec min max cf llc bros
      """)
}
