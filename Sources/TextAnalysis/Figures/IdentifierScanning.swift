/// Standards, committees, resolutions, requests for comments, versions: `GB/T 1.1—2020`,
/// `SAC/TC260`, `A/RES/70/1`, `RFC 9457`, `ISO/IEC JTC 1/SC 42`, `v2.0.1`.
extension FigureScanner {
  /// Bodies whose letters before a number are a name by themselves.
  private static let bodies = keys(
    """
    gb gbz gbt gsb ISO IEC IEEE ITU ETSI RFC YD JJF JJG SAC SJ NIST FIPS ANSI ASTM DIN JIS CEN CENELEC GJB
    CCSA UNSPSC CAS TCVN
    """)
  /// Letters that mean a standard only with `/T` behind them or a year behind the number.
  private static let shortBodies = keys(
    "EN GA GY HJ JR QX NY DL JT YY WS CJ LY SN DB HG JB QB SY BS MH SB ZB AQ RB CY SF MZ WW DA DZ TD"
  )
  /// Words that belong to a body's letters.
  private static let parts = keys("JTC TC SC WG TS TR SP CD DIS FDIS GUIDE PAS STD PUB REC")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { PackedWord.key(of: String($0)) })
  }

  func identifier(at place: Int) -> Found? {
    guard let prefix = prefix(at: place) else { return nil }
    var (kind, next) = (prefix.kind, prefix.end)
    next = text.skippingSpace(from: next)
    while next > prefix.end || text[next] == 45, text.isCapital(next) || text[next] == 45 {
      let start = text[next] == 45 ? next + 1 : next
      let word = PackedWord(in: text, at: start)
      guard Self.parts.contains(word.key) else { break }
      kind += text.string(start..<word.end).uppercased()
      next = text.skippingSpace(from: word.end)
    }
    if text[next] == 45 || kind.hasPrefix("A/") && text[next] == 47 { next += 1 }
    guard let number = identifierNumber(at: next, groupsThousands: kind == "EN" || kind == "ETSIEN")
    else { return nil }
    if prefix.isShort, number.year == nil, kind != "EN" || number.number.utf8.count < 6 {
      return nil
    }
    return Found(
      place, number.end,
      .identifier(Identifier(kind: .standard(kind), number: number.number, year: number.year)))
  }

  /// Letters with slashes: `GB/T`, `ISO/IEC`, `DB11/T`, `ITU-T`, `A/RES`.
  private func prefix(at place: Int) -> (kind: String, end: Int, isShort: Bool)? {
    let first = PackedWord(in: text, at: place)
    guard first.end - place <= 8, text.isCapital(first.end - 1) else { return nil }
    let isKnown = Self.bodies.contains(first.key)
    let isShort = Self.shortBodies.contains(first.key)
    var end = first.end
    if isShort, text.isDigit(end), text.isDigit(end + 1), text[end + 2] == 47 { end += 2 }
    var hasSuffix = false
    while text[end] == 47 || text[end] == 45 && text[end + 1] == 0x54, text.isCapital(end + 1) {
      let word = PackedWord(in: text, at: end + 1)
      guard word.end - end <= 7, text.isCapital(word.end - 1) else { break }
      end = word.end
      hasSuffix = true
    }
    let isResolution = hasSuffix && first.end == place + 1 && (text[end] == 47)
    let isGroup = hasSuffix && first.end == place + 1 && text[place] == 0x54  // T/CCSA
    guard isKnown || isResolution || isGroup || isShort else { return nil }
    if !isKnown, !hasSuffix, !isShort { return nil }
    return (text.string(place..<end), end, isShort && !hasSuffix)
  }

  /// Digits with dots and hyphens; the last four may be the year.
  private func identifierNumber(
    at place: Int, groupsThousands: Bool
  ) -> (number: String, year: Int?, end: Int)? {
    guard text.isDigit(place) else { return nil }
    var (end, number) = (place, "")
    while true {
      let start = end
      while text.isDigit(end) { end += 1 }
      number += text.string(start..<end)
      if groupsThousands, text[end] == 32, text.isDigit(end + 1), text.isDigit(end + 3),
        !text.isDigit(end + 4)
      {
        end += 1
      } else if text[end] == 46, text.isDigit(end + 1) {
        number += "."
        end += 1
      } else if text[end] == 45 || text[end] == 47, text.isDigit(end + 1),
        editionYear(at: end) == nil
      {
        number += text[end] == 45 ? "-" : "/"
        end += 1
      } else if text[end] == 47, text.isCapital(end + 1),
        let part = committeePart(at: end + 1)
      {
        number += part.text
        end = part.end
      } else {
        break
      }
    }
    if let year = editionYear(at: end) { return (number, year.year, year.end) }
    return (number, nil, end)
  }

  /// The SC 42 of `JTC 1/SC 42`.
  private func committeePart(at place: Int) -> (text: String, end: Int)? {
    let word = PackedWord(in: text, at: place)
    let next = text.skippingSpace(from: word.end)
    guard Self.parts.contains(word.key), text.isDigit(next) else { return nil }
    return ("/" + text.string(place..<word.end), next)
  }

  /// `-2020`, `—2020`, `:2022`.
  private func editionYear(at place: Int) -> (year: Int, end: Int)? {
    var next = text.skippingSpace(from: place)
    let isMisread = text[next] == 0x4E00 && next > place && text[next + 1] == 32  // 一 for a dash
    guard text[next] == 45 || text[next] == FigureText.dash || text[next] == 58 || isMisread else {
      return nil
    }
    next = text.skippingSpace(from: text[next + 1] == text[next] ? next + 2 : next + 1)
    guard let year = shortNumber(at: next), year.end == next + 4,
      (1900...2100).contains(year.value),
      !text.isLetter(year.end)
    else { return nil }
    return (year.value, year.end)
  }

  /// `v2.0.1`; the letter is not part of the value.
  func version(at place: Int) -> Found? {
    var end = place + 1
    while text.isDigit(end) || text[end] == 46 && text.isDigit(end + 1) { end += 1 }
    guard !text.isLetter(end), text[end] != 0x5F else { return nil }
    return Found(place, end, .version(text.string(place + 1..<end)))
  }
}
