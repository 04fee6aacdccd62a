/// The letter that a menu answers to, with the mark before it: `_F` in `_File`, `&F` in `文件(&F)`.
struct AcceleratorKey: Hashable {
  /// The mark and the letter as a capital.
  let text: String
  /// The word that it stands in, without the mark, where that is not the word's first letter.
  let word: String?

  /// The accelerator of a text in Latin letters: nothing where there is none or more than one mark.
  static func find(in text: String) -> AcceleratorKey? {
    guard text.utf8.count(where: isMark) == 1 else { return nil }
    let bytes = Array(text.utf8)
    guard let place = bytes.firstIndex(where: isMark), place + 1 < bytes.count else { return nil }
    let next = bytes[place + 1]
    guard isAlphanumeric(next), !isEntity(bytes[place...]) else { return nil }
    var word: String?
    if place > 0, WrittenForm.isWordByte(bytes[place - 1]) {
      guard isLetter(bytes[place - 1]), isLetter(next) else { return nil }
      var (start, end) = (place, place + 1)
      while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      word = String(decoding: bytes[start..<place] + bytes[place + 1..<end], as: UTF8.self)
    }
    return AcceleratorKey(
      text: String(decoding: [bytes[place]], as: UTF8.self)
        + String(decoding: [next], as: UTF8.self).uppercased(), word: word)
  }

  /// The mark alone.
  var mark: String { String(text.prefix(1)) }

  /// Before which byte of an English text the mark belongs: that of the first word that begins with
  /// the letter, else of the first letter that is it; nothing where the text does not have it.
  func place(in english: String) -> Int? {
    let bytes = Array(english.utf8)
    guard let letter = text.utf8.last.map({ $0 | 0x20 }) else { return nil }
    let places = bytes.indices.filter { bytes[$0] | 0x20 == letter }
    return places.first { $0 == 0 || !WrittenForm.isWordByte(bytes[$0 - 1]) } ?? places.first
  }

  /// Whether a text without accelerators bears out that this is one: a mark inside a word is one
  /// only where the text has the word without it.
  func isPart(of text: String) -> Bool {
    word.map { text.lowercased().contains($0.lowercased()) } ?? true
  }

  /// Where a text names its key in brackets, with the space before it: the bytes of ` (_F)`.
  static func bracketed(in text: String) -> Range<Int>? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 4 else { return nil }
    var start = 0
    for place in 0...(scalars.count - 4) {
      if scalars[place] == "(" || scalars[place] == "（",
        scalars[place + 1] == "_" || scalars[place + 1] == "&", scalars[place + 2].isASCII,
        isAlphanumeric(UInt8(truncatingIfNeeded: scalars[place + 2].value)),
        scalars[place + 3] == ")" || scalars[place + 3] == "）"
      {
        let end = start + scalars[place..<place + 4].reduce(0) { $0 + UTF8.width($1) }
        let hasSpace = place > 0 && scalars[place - 1] == " "
        return (hasSpace ? start - 1 : start)..<end
      }
      start += UTF8.width(scalars[place])
    }
    return nil
  }

  /// The bytes of the mark and the letter in a bracketed key.
  static func keyBytes(in text: String, bracketed place: Range<Int>) -> Range<Int> {
    let bytes = Array(text.utf8)
    let start = place.first { isMark(bytes[$0]) } ?? place.lowerBound
    return start..<start + 2
  }

  /// Whether an ampersand begins a character of mark-up: `&raquo;`.
  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "&")
      && bytes.dropFirst().drop(while: isAlphanumeric).first == UInt8(ascii: ";")
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "&")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
