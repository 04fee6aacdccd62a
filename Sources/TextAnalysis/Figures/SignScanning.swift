/// Placeholders, escapes, accelerators, addresses: what is compared letter for letter.
extension FigureScanner {
  mutating func scanSign(at place: Int) -> Int {
    let figure: Found? =
      switch text[place] {
      case 0x25: percentPlaceholder(at: place)
      case 0x7B: bracePlaceholder(at: place)
      case 0x24: dollar(at: place)
      case 0x26: ampersand(at: place)
      case 0x5C: escape(at: place)
      case 0x5F: underscore(at: place)
      default: accelerator(at: place) ?? hanDocument(at: place)
      }
    return take(figure, else: place + 1)
  }

  private func placeholder(_ start: Int, _ end: Int) -> Found {
    Found(start, end, .placeholder(text.string(start..<end)))
  }

  /// `%s`, `%1$d`, `%(name)s`, `%5.2f`, `%%`, `%1`, `%{name}`.
  private func percentPlaceholder(at place: Int) -> Found? {
    var end = place + 1
    if text[end] == 0x25 { return placeholder(place, end + 1) }
    if text[end] == 40 || text[end] == 0x7B {
      let close: UInt32 = text[end] == 40 ? 41 : 0x7D
      guard let after = nameEnd(at: end + 1), text[after] == close else { return nil }
      end = after + 1
      if close == 0x7D { return placeholder(place, end) }
    }
    let digitsStart = end
    while text.isDigit(end) { end += 1 }
    let hasDigits = end > digitsStart
    if hasDigits, text[end] == 0x24 { end += 1 }
    while [35, 43, 45, 48, 39].contains(text[end]) { end += 1 }
    while text.isDigit(end) || text[end] == 46 || text[end] == 42 { end += 1 }
    if text.holds("ll", at: end) || text.holds("hh", at: end) {
      end += 2
    } else if [0x6C, 0x68, 0x7A, 0x6A, 0x74, 0x4C, 0x71].contains(text[end]), text.isLetter(end + 1)
    {
      end += 1
    }
    if text.isLetter(end),
      "sdiufFeEgGxXocpqnLSDBbaAmMYHItTyjrVwhkp@".unicodeScalars
        .contains(where: { $0.value == text[end] })
    {
      return placeholder(place, end + 1)
    }
    if text[end] == 0x40 { return placeholder(place, end + 1) }
    // %1 of Qt; "100 %" was read with its number.
    guard hasDigits, end <= digitsStart + 2 else { return nil }
    return placeholder(place, end)
  }

  /// `{0}`, `{name}`, `{{name}}`, `{ -brand-name }`, `{0:.2f}`.
  private func bracePlaceholder(at place: Int) -> Found? {
    let isDouble = text[place + 1] == 0x7B
    var end = isDouble ? place + 2 : place + 1
    let limit = end + 60
    while end < limit, text[end] != 0x7D {
      let value = text[end]
      guard value >= 32, value < 0x7F, value != 0x7B else { return nil }
      end += 1
    }
    guard text[end] == 0x7D else { return nil }
    if isDouble {
      guard text[end + 1] == 0x7D else { return nil }
      end += 1
    }
    return placeholder(place, end + 1)
  }

  /// `$x`, `${x}`, or an amount.
  private func dollar(at place: Int) -> Found? {
    if text[place + 1] == 0x7B {
      var end = place + 2
      while end < place + 60, text[end] > 32, text[end] < 0x7F, text[end] != 0x7D { end += 1 }
      return text[end] == 0x7D ? placeholder(place, end + 1) : nil
    }
    if hasBraces, let number = shortNumber(at: place + 1), number.end <= place + 3,
      text[number.end] != 46 && text[number.end] != 44 || !text.isDigit(number.end + 1)
    {
      return placeholder(place, number.end)
    }
    if let amount = prefixedAmount(at: place) { return amount }
    guard text.isLetter(place + 1) || text[place + 1] == 0x5F, let end = nameEnd(at: place + 1)
    else {
      return nil
    }
    return placeholder(place, end)
  }

  private func nameEnd(at place: Int) -> Int? {
    var end = place
    while text.isLetter(end) || text.isDigit(end) || text[end] == 0x5F
      || text[end] == 46 && text.isLetter(end + 1)
    {
      end += 1
    }
    return end > place ? end : nil
  }

  /// `&File` (as `&F`), `&amp;`.
  private func ampersand(at place: Int) -> Found? {
    if let end = nameEnd(at: place + 1), text[end] == 0x3B {
      var entity = placeholder(place, end + 1)
      entity.isWeak = true
      return entity
    }
    guard text.isLetter(place + 1) || text.isDigit(place + 1) && !text.isDigit(place - 1),
      text[place - 1] != 0x26,
      !text.isCapital(place - 1) || !text.isCapital(place + 1)
    else { return nil }
    return key(text[place + 1], sign: "&", place, place + 2)
  }

  /// `_File` (as `_F`), but not `file_name` or `__init__`.
  private func underscore(at place: Int) -> Found? {
    guard text.isLetter(place + 1), text[place - 1] != 0x5F, !text.isDigit(place - 1),
      !text.isLetter(place - 1), text[place - 1] != 46
    else { return nil }
    return key(text[place + 1], sign: "_", place, place + 2)
  }

  private func key(_ letter: UInt32, sign: String, _ start: Int, _ end: Int) -> Found? {
    let upper = FigureText.isLetter(letter) ? letter & ~0x20 : letter
    guard let scalar = Unicode.Scalar(upper) else { return nil }
    return Found(start, end, .placeholder(sign + String(Character(scalar))))
  }

  /// `(&F)` and `(_F)`, as translations into Chinese write accelerators.
  private func accelerator(at place: Int) -> Found? {
    guard text[place] == 40, text[place + 1] == 0x26 || text[place + 1] == 0x5F,
      text[place + 3] == 41,
      text.isLetter(place + 2) || text.isDigit(place + 2)
    else { return nil }
    return key(text[place + 2], sign: text[place + 1] == 0x26 ? "&" : "_", place, place + 4)
  }

  /// `\n`, `\t`, `\u00e9`.
  private func escape(at place: Int) -> Found? {
    switch text[place + 1] {
    case 0x6E, 0x74, 0x72, 0x22, 0x5C, 0x27, 0x30: return placeholder(place, place + 2)
    default: return nil
    }
  }

  /// An address that begins with a scheme or `www.`.
  func address(at place: Int) -> Found? {
    let word = PackedWord(in: text, at: place)
    guard text.holds("://", at: word.end) || text[word.end] == 46 && holdsWords("www", at: place)
    else {
      return nil
    }
    var end = word.end
    var openBrackets = 0
    loop: while true {
      let value = text[end]
      if text.isWideMark(end) { break }
      switch value {
      case 0...32, 0x22, 0x3C, 0x3E, 0x7F...0xA0, 0x2018...0x201F, 0x2E80...: break loop
      case 40: openBrackets += 1
      case 41:
        if openBrackets == 0 { break loop }
        openBrackets -= 1
      default: break
      }
      end += 1
    }
    while end > place, [46, 44, 59, 58, 33, 63, 39].contains(text[end - 1]) { end -= 1 }
    guard end > word.end + 3 else { return nil }
    return Found(place, end, .url(text.string(place..<end)))
  }

  /// A mail address from its first character on.
  func email(at place: Int) -> Found? {
    var end = place
    while end - place < 65, isMailCharacter(end) { end += 1 }
    guard text[end] == 64, end > place, text.isLetter(end + 1) || text.isDigit(end + 1) else {
      return nil
    }
    end += 1
    var hasDot = false
    while text.isLetter(end) || text.isDigit(end) || text[end] == 45
      || text[end] == 46 && (text.isLetter(end + 1) || text.isDigit(end + 1))
    {
      if text[end] == 46 { hasDot = true }
      end += 1
    }
    return hasDot ? Found(place, end, .email(text.string(place..<end))) : nil
  }

  private func isMailCharacter(_ place: Int) -> Bool {
    text.isLetter(place) || text.isDigit(place) || [46, 95, 45, 43, 37].contains(text[place])
  }
}
