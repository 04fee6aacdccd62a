/// Documents by their numbers: 国发〔2023〕1号, *Guo Fa [2023] No. 1*, 主席令第八十四号,
/// *Decree No. 745 of the State Council*, 公告2021年第10号, *Announcement No. 10 of 2021*.
extension FigureScanner {
  /// A symbol at its bracketed year; the Han characters before it are its issuer.
  func hanDocument(at bracket: Int) -> Found? {
    guard let year = bracketedYear(at: bracket) else { return nil }
    var next = text.skippingSpace(from: year.end)
    if text[next] == 0x7B2C { next = text.skippingSpace(from: next + 1) }
    guard let numeral = ordinalNumeral(at: next), let number = numeral.value.whole else {
      return nil
    }
    let mark = text.skippingSpace(from: numeral.end)
    guard text[mark] == 0x53F7 else { return nil }
    let start = issuerStart(before: bracket)
    guard start < bracket else { return nil }
    let issuer = text.string(start..<text.skippingSpaces(before: bracket))
    let kind: Identifier.Kind =
      issuer.hasSuffix("公告") || issuer.hasSuffix("通告") ? .announcement : .document(issuer)
    return Found(
      start, mark + 1,
      .identifier(Identifier(kind: kind, number: String(number), year: year.year)))
  }

  private func bracketedYear(at place: Int) -> (year: Int, end: Int)? {
    guard text[place] == 40 || text[place] == 91 || text[place] == 0x3014,
      let year = shortNumber(at: place + 1), year.end == place + 5, isYear(year.value),
      text[year.end] == 41 || text[year.end] == 93 || text[year.end] == 0x3015
    else { return nil }
    return (year.value, year.end + 1)
  }

  private func issuerStart(before bracket: Int) -> Int {
    let end = text.skippingSpaces(before: bracket)
    var start = end
    while start > lastEnd, end - start < 10, let scalar = Unicode.Scalar(text[start - 1]),
      ScriptVariants.isHan(scalar), !Self.endsBefore.contains(scalar)
    {
      start -= 1
    }
    return start
  }

  /// Characters that stand before a symbol and not in it.
  private static let endsBefore = Set("据照和及与在对以的由见号知下合为如即按了《》是从".unicodeScalars)

  /// *Guo Fa [2023] No. 1*, *Guofa [2023] No. 1*.
  func englishDocument(at place: Int) -> Found? {
    var (end, words) = (place, 0)
    while words < 7, text.isCapital(end) {
      let word = PackedWord(in: text, at: end)
      end = word.end
      words += 1
      let next = text.skippingSpace(from: end)
      if let year = bracketedYear(at: next) {
        return documentNumber(from: place, nameEnd: end, words: words, year)
      }
      guard next > end else { return nil }
      end = next
    }
    return nil
  }

  private func documentNumber(
    from place: Int, nameEnd: Int, words: Int, _ year: (year: Int, end: Int)
  ) -> Found? {
    var next = text.skippingSpace(from: year.end)
    if holdsWords("no", at: next) {
      next = text.skippingSpace(from: text[next + 2] == 46 ? next + 3 : next + 2)
    }
    guard let digits = digits(at: next), digits.plainDigitCount > 0, let number = digits.value.whole
    else { return nil }
    let name = text.string(place..<nameEnd).lowercased().filter { $0 != " " }
    let first = PackedWord(in: text, at: place)
    let kind: Identifier.Kind =
      EnglishWords.shared.meaning(of: first.key) == .announcement && words == 1
      ? .announcement : .document(name)
    return Found(
      place, digits.end,
      .identifier(Identifier(kind: kind, number: String(number), year: year.year)))
  }

  /// 令第745号, with 主席 or 国务院 before it, at its 第.
  func hanOrder(at place: Int) -> Found? {
    let end = text.skippingSpaces(before: place)
    guard text[end - 1] == 0x4EE4, end - 1 >= lastEnd,
      let numeral = ordinalNumeral(at: text.skippingSpace(from: place + 1)),
      let number = numeral.value.whole
    else { return nil }
    let mark = text.skippingSpace(from: numeral.end)
    guard text[mark] == 0x53F7 else { return nil }
    let issuers: [(String, Identifier.Issuer)] = [
      ("中华人民共和国主席", .president), ("国家主席", .president), ("主席", .president),
      ("中华人民共和国国务院", .stateCouncil), ("国务院", .stateCouncil),
    ]
    for (name, issuer) in issuers where text.holds(name, before: end - 1) {
      let start = max(lastEnd, end - 1 - name.unicodeScalars.count)
      return Found(
        start, mark + 1, .identifier(Identifier(kind: .order(issuer), number: String(number))))
    }
    return Found(
      end - 1, mark + 1, .identifier(Identifier(kind: .order(nil), number: String(number))))
  }

  /// 2021年第10号, with 公告 before or behind it, from its year on.
  func hanAnnouncement(year: Int, from place: Int, end: Int) -> Found? {
    guard text[end] == 0x7B2C, let numeral = ordinalNumeral(at: text.skippingSpace(from: end + 1)),
      let number = numeral.value.whole
    else { return nil }
    var mark = text.skippingSpace(from: numeral.end)
    guard text[mark] == 0x53F7 else { return nil }
    var start = place
    if text.holds("公告", before: place), place - 2 >= lastEnd { start = place - 2 }
    mark = text.end(ofAnyOf: ["公告", "通告"], at: mark + 1) ?? mark + 1
    return Found(
      start, mark,
      .identifier(Identifier(kind: .announcement, number: String(number), year: year)))
  }

  /// *Order No. 5*, *Decree No. 745 of the State Council*, *Order of the President … No. 84*.
  func order(at place: Int, _ wordEnd: Int) -> Found? {
    guard text.isCapital(place) else { return nil }
    var issuer: Identifier.Issuer?
    var next = wordEnd
    if let led = orderIssuer(at: next) { (issuer, next) = (led.issuer, led.end) }
    guard let number = orderNumber(at: next) else { return nil }
    var end = number.end
    if issuer == nil, let led = orderIssuer(at: end) { (issuer, end) = (led.issuer, led.end) }
    if let year = yearOfDocument(at: end) {
      return Found(
        place, year.end,
        .identifier(Identifier(kind: .order(issuer), number: number.text, year: year.year)))
    }
    return Found(place, end, .identifier(Identifier(kind: .order(issuer), number: number.text)))
  }

  /// *Presidential Order No. 84*, *State Council Decree No. 745*.
  func ledOrder(at place: Int, _ wordEnd: Int) -> Found? {
    let isState = holdsWords("state council", at: place)
    guard isState || text.isCapital(place) && !holdsWords("state", at: place) else { return nil }
    let next = isState ? place + 13 : wordEnd
    guard text[next] == 32 else { return nil }
    let word = PackedWord(in: text, at: next + 1)
    guard EnglishWords.shared.meaning(of: word.key) == .order,
      let number = orderNumber(at: word.end)
    else { return nil }
    return Found(
      place, number.end,
      .identifier(
        Identifier(kind: .order(isState ? .stateCouncil : .president), number: number.text)))
  }

  private func orderNumber(at place: Int) -> (text: String, end: Int)? {
    var next = text.skippingSpace(from: place)
    if text[next] == 40 { next += 1 }
    guard holdsWords("no", at: next) else { return nil }
    next = text.skippingSpace(from: text[next + 2] == 46 ? next + 3 : next + 2)
    guard let digits = digits(at: next), digits.plainDigitCount > 0, let number = digits.value.whole
    else { return nil }
    let isClosed = text[digits.end] == 41 && text[text.skippingSpace(from: place)] == 40
    return (String(number), isClosed ? digits.end + 1 : digits.end)
  }

  private func orderIssuer(at place: Int) -> (issuer: Identifier.Issuer, end: Int)? {
    guard text[place] == 32 else { return nil }
    var end: Int
    let issuer: Identifier.Issuer
    if holdsWords("of the president", at: place + 1) {
      (issuer, end) = (.president, place + 17)
    } else if holdsWords("of the state council", at: place + 1) {
      (issuer, end) = (.stateCouncil, place + 21)
    } else {
      return nil
    }
    for tail in [" of the people's republic of china", " of the prc"]
    where text[end] == 32 && holdsWords(String(tail.dropFirst()), at: end + 1) {
      end += tail.utf8.count
    }
    return (issuer, end)
  }

  /// *Announcement No. 10 of 2021*, *Notice [2021] No. 10*.
  func announcement(at place: Int, _ wordEnd: Int) -> Found? {
    guard text.isCapital(place), text[wordEnd] == 32, let number = orderNumber(at: wordEnd),
      let year = yearOfDocument(at: number.end)
    else { return nil }
    return Found(
      place, year.end,
      .identifier(Identifier(kind: .announcement, number: number.text, year: year.year)))
  }

  /// *of 2021*, *, 2021*, *[2021]* behind a number.
  func yearOfDocument(at place: Int) -> (year: Int, end: Int)? {
    let next = text.skippingSpace(from: place)
    if let year = bracketedYear(at: next) { return year }
    let start: Int
    if next > place, holdsWords("of", at: next) {
      start = next + 3
    } else if text[place] == 44, text[place + 1] == 32 {
      start = place + 2
    } else {
      return nil
    }
    guard let year = shortNumber(at: start), year.end == start + 4,
      (1949...2100).contains(year.value),
      !text.isLetter(year.end), text[year.end] != 44 || !text.isDigit(year.end + 1)
    else { return nil }
    return (year.value, year.end)
  }
}
