/// Names without the words that only say whose they are: *of the People's Republic of China*,
/// 中华人民共和国, 国家.
///
///     Qualifier.stripped("Data Security Law of the People's Republic of China")
///       // "Data Security Law"
///     Qualifier.forms(of: "中华人民共和国国家发展和改革委员会")
///       // ["国家发展和改革委员会", "发展和改革委员会"]
///
/// What would be left with fewer than two Han characters or three Latin letters is not stripped.
package enum Qualifier {
  /// Returns a name without all its qualifiers, or nil where it has none.
  package static func stripped(_ text: String) -> String? { forms(of: text).last }

  /// Returns every form that is shorter by a qualifier, the longest first; none where the name
  /// has no qualifier.
  package static func forms(of text: String) -> [String] {
    guard mayBeQualified(text) else { return [] }
    var forms: [String] = []
    var current = Array(text)
    while let shorter = withoutOne(current), isName(shorter) {
      forms.append(String(shorter))
      current = shorter
    }
    return forms
  }

  /// Whether a text has what every qualifier begins with: cheap, and a no for nearly every name.
  private static func mayBeQualified(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      func lowered(_ place: Int) -> UInt8 {
        unsafe place < bytes.count ? bytes[place] | 0x20 : 0
      }
      for place in bytes.indices {
        switch unsafe bytes[place] {
        case UInt8(ascii: "P"), UInt8(ascii: "p"):
          let isInside = unsafe place > 0 && isLetter(bytes[place - 1])
          if isInside { continue }
          switch (lowered(place + 1), lowered(place + 2)) {
          case (UInt8(ascii: "."), _), (UInt8(ascii: "e"), UInt8(ascii: "o")): return true
          case (UInt8(ascii: "r"), let third) where !isLetter(third): return true
          case (UInt8(ascii: "r"), UInt8(ascii: "c")): return true
          default: continue
          }
        case 0xE4, 0xE5:
          // 中, 国 and 國, in a text that begins with them or with a mark.
          if place > 9 { continue }
          switch (lowered(place + 1), lowered(place + 2)) {
          case (0xB8, 0xAD), (0xBB, 0xBD), (0xBC, 0xAB): return true
          default: continue
          }
        default: continue
        }
      }
      return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func withoutOne(_ text: [Character]) -> [Character]? {
    withoutChinese(text) ?? withoutTrailingEnglish(text) ?? withoutLeadingEnglish(text)
  }

  private static func isName(_ text: [Character]) -> Bool {
    var (hanCount, letterCount) = (0, 0)
    for character in text {
      for scalar in character.unicodeScalars {
        if ScriptVariants.isHan(scalar) {
          hanCount += 1
        } else if scalar.properties.isAlphabetic {
          letterCount += 1
        }
      }
    }
    return hanCount >= 2 || letterCount >= 3
  }
}

extension Qualifier {
  private static let republic: [[Character]] = [Array("中华人民共和国"), Array("中華人民共和國")]
  private static let state: [[Character]] = [Array("国家"), Array("國家")]
  /// What makes 国家 part of another word: 国家级, 国家的, 国家间, 国家队.
  private static let wordsOfState: Set<Character> = ["级", "級", "的", "间", "間", "队", "隊", "化"]
  private static let openingMarks: Set<Character> = ["《", "〈", "“", "「", "『", "\"", "‘"]

  /// Takes 中华人民共和国 or 国家 away where it begins the name or the title in marks.
  private static func withoutChinese(_ text: [Character]) -> [Character]? {
    let start = text.firstIndex { !openingMarks.contains($0) } ?? 0
    for qualifier in republic where text[start...].starts(with: qualifier) {
      return Array(text[..<start] + text[(start + qualifier.count)...])
    }
    for qualifier in state where text[start...].starts(with: qualifier) {
      let rest = text[(start + qualifier.count)...]
      if let next = rest.first, wordsOfState.contains(next) { return nil }
      return Array(text[..<start] + rest)
    }
    return nil
  }
}

extension Qualifier {
  /// The names of the state in English, in lower case without full stops, longest first; spaces
  /// in the text are optional where it has full stops (*P.R.China*).
  private static let names: [[Character]] = [
    Array("people's republic of china"), Array("peoples republic of china"), Array("pr of china"),
    Array("pr china"), Array("prchina"), Array("prc"),
  ]

  /// Takes the state's name away with the words and marks before it: *of the*, *, *, *(*. With
  /// *of* it may stand anywhere, without only at the end.
  private static func withoutTrailingEnglish(_ text: [Character]) -> [Character]? {
    for start in text.indices.dropFirst() where isWordBoundary(text, start) {
      guard let end = endOfName(in: text, from: start) else { continue }
      var head = start
      var hasOf = false
      if let before = dropWord("the", from: text, endingAt: head) { head = before }
      if let before = dropWord("of", from: text, endingAt: head) { (head, hasOf) = (before, true) }
      let rest = text[end...]
      let isLast = rest.allSatisfy { !$0.isLetter && !$0.isNumber }
      guard hasOf || isLast else { continue }
      return joined(text[..<head], rest)
    }
    return nil
  }

  /// Takes away the state's name, and *the* before it, where it begins the text.
  private static func withoutLeadingEnglish(_ text: [Character]) -> [Character]? {
    var start = text.firstIndex { $0.isLetter } ?? 0
    if let space = text[start...].firstIndex(of: " "),
      String(text[start..<space]).lowercased() == "the"
    {
      start = space + 1
    }
    guard let end = endOfName(in: text, from: start), end < text.count else { return nil }
    var rest = text[end...]
    if rest.starts(with: Array("'s")) || rest.starts(with: Array("’s")) { rest = rest.dropFirst(2) }
    guard rest.first.map({ !$0.isLetter }) ?? false else { return nil }
    let name = rest.drop { !$0.isLetter && !$0.isNumber && !"《“\"(（".contains($0) }
    return name.isEmpty ? nil : Array(name)
  }

  private static func isWordBoundary(_ text: [Character], _ place: Int) -> Bool {
    !text[place - 1].isLetter && "Pp".contains(text[place])
  }

  /// Matches a name of the state from a place on and returns where it ends: before a letter that
  /// would make it another word it does not match.
  private static func endOfName(in text: [Character], from start: Int) -> Int? {
    for name in names {
      var (place, matched) = (start, 0)
      while place < text.count, matched < name.count {
        let character = text[place] == "’" ? "'" : Character(text[place].lowercased())
        if character == name[matched] {
          matched += 1
        } else if character != ".", !(character == " " && place > start && text[place - 1] == ".") {
          break
        }
        place += 1
      }
      guard matched == name.count else { continue }
      if place < text.count, text[place] == ".", text[start + 1] == "." { place += 1 }
      if place == text.count || !text[place].isLetter { return place }
    }
    return nil
  }

  /// Where a word begins that ends, with spaces after it, at a place; nil if another stands there.
  private static func dropWord(
    _ word: String, from text: [Character], endingAt end: Int
  ) -> Int? {
    var end = end
    while end > 0, text[end - 1] == " " { end -= 1 }
    let start = end - word.count
    guard start >= 0, String(text[start..<end]).lowercased() == word,
      start == 0 || !text[start - 1].isLetter
    else { return nil }
    return start
  }

  /// Puts what stands before and after a name together again, without a bracket pair that held
  /// nothing else and without a comma or space left hanging.
  private static func joined(
    _ head: ArraySlice<Character>, _ rest: ArraySlice<Character>
  ) -> [Character] {
    var (head, rest) = (head, rest)
    while let last = head.last, last == " " || last == "," || last == "，" { head.removeLast() }
    if let last = head.last, "([（".contains(last), let first = rest.first, ")]）".contains(first) {
      head.removeLast()
      rest.removeFirst()
      while head.last == " " { head.removeLast() }
    }
    return Array(head + rest)
  }
}
