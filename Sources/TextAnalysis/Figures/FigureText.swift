/// A text as the scanner of figures reads it: one number a scalar, full width made half, each
/// Traditional character made Simplified, every kind of space a space, every kind of dash one.
struct FigureText {
  /// As many as the text has scalars, so that offsets are those of the text.
  let scalars: [UInt32]
  /// Where full-width punctuation stands, ascending, in a text that may hold an address: there it
  /// ends one.
  private let wideMarks: [Int]

  init(_ text: String) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    let map = ScriptMap.shared
    let mayHoldAddress = text.utf8.contains { $0 == 0x2F || $0 == 0x77 }
    var wideMarks: [Int] = []
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if mayHoldAddress, 0xFF01...0xFF20 ~= value, !(0xFF10...0xFF19 ~= value) {
        wideMarks.append(scalars.count)
      }
      scalars.append(value < 0x80 ? value : Self.folded(value, by: map))
    }
    (self.scalars, self.wideMarks) = (scalars, wideMarks)
  }

  /// Whether the punctuation mark at a place is full width, in a text that may hold an address.
  func isWideMark(_ place: Int) -> Bool {
    var (low, high) = (0, wideMarks.count)
    while low < high {
      let middle = (low + high) / 2
      if wideMarks[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < wideMarks.count && wideMarks[low] == place
  }

  static let dash: UInt32 = 0x2014
  static let space: UInt32 = 0x20

  @inline(__always)
  private static func folded(_ value: UInt32, by map: ScriptMap) -> UInt32 {
    switch value {
    case 0x3400...0x9FFF: map.simplified(value)
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0xA0, 0x2000...0x200B, 0x202F, 0x3000: space
    case 0x2010, 0x2011, 0x2212: 0x2D
    case 0x2012...0x2015, 0x2500, 0xFE58: dash
    case 0x301C: 0x7E
    case 0x25CB: 0x3007
    case 0xFFE5: 0xA5
    case 0xFFE1: 0xA3
    case 0x3016: 0x3014
    case 0x3017: 0x3015
    default: value
    }
  }

  @inline(__always)
  subscript(place: Int) -> UInt32 {
    UInt(bitPattern: place) < UInt(bitPattern: scalars.count) ? scalars[place] : 0
  }

  var count: Int { scalars.count }

  /// Whether the scalars of `words` stand at a place.
  func holds(_ words: String, at place: Int) -> Bool {
    var place = place
    for scalar in words.unicodeScalars {
      guard self[place] == scalar.value else { return false }
      place += 1
    }
    return true
  }

  /// Whether the scalars of `words` end before a place.
  func holds(_ words: String, before place: Int) -> Bool {
    var place = place
    for scalar in words.unicodeScalars.reversed() {
      place -= 1
      guard self[place] == scalar.value else { return false }
    }
    return true
  }

  /// The end of the first of several texts that stands at a place.
  func end(ofAnyOf words: [String], at place: Int) -> Int? {
    for text in words where holds(text, at: place) { return place + text.unicodeScalars.count }
    return nil
  }

  /// The end of the longest entry of a table that stands at a place, with its row.
  func entry(
    of table: [UInt32: [(text: [UInt32], row: Int)]], at place: Int
  ) -> (row: Int, end: Int)? {
    guard let candidates = table[self[place]] else { return nil }
    candidate: for candidate in candidates {
      for (offset, value) in candidate.text.enumerated() where self[place + offset] != value {
        continue candidate
      }
      return (candidate.row, place + candidate.text.count)
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for place in range {
      if let scalar = Unicode.Scalar(self[place]) { text.append(scalar) }
    }
    return String(text)
  }

  /// The place after spaces.
  func skippingSpaces(from place: Int) -> Int {
    var place = place
    while self[place] == Self.space { place += 1 }
    return place
  }

  /// The place after at most one space.
  func skippingSpace(from place: Int) -> Int { self[place] == Self.space ? place + 1 : place }

  /// The place where spaces before a place begin.
  func skippingSpaces(before place: Int) -> Int {
    var place = place
    while place > 0, self[place - 1] == Self.space { place -= 1 }
    return place
  }

  func isDigit(_ place: Int) -> Bool { FigureText.isDigit(self[place]) }
  func isLetter(_ place: Int) -> Bool { FigureText.isLetter(self[place]) }
  func isCapital(_ place: Int) -> Bool { (65...90).contains(self[place]) }

  static func isDigit(_ value: UInt32) -> Bool { value &- 48 < 10 }
  static func isLetter(_ value: UInt32) -> Bool { (value | 0x20) &- 97 < 26 }
}

/// A word of the letters a to z, without regard to case, in one number.
struct PackedWord {
  let key: UInt64
  let start: Int
  let end: Int

  /// Twelve letters fit; a longer word is none that this part of the text is looked up by.
  static let longest = 12

  /// Reads the letters from a place on; the key of a word too long is 0.
  init(in text: FigureText, at place: Int) {
    var (key, end): (UInt64, Int) = (0, place)
    while true {
      let value = text[end] | 0x20
      guard FigureText.isLetter(text[end]) else { break }
      key = key &* 32 &+ UInt64(value - 96)
      end += 1
    }
    (self.key, start, self.end) = (end - place <= Self.longest ? key : 0, place, end)
  }

  /// The word that ends before a place.
  init(in text: FigureText, before place: Int) {
    var start = place
    while start > 0, FigureText.isLetter(text[start - 1]) { start -= 1 }
    self.init(in: text, at: start)
  }

  static func key(of word: String) -> UInt64 {
    var key: UInt64 = 0
    for byte in word.utf8 {
      guard FigureText.isLetter(UInt32(byte)) else { return 0 }
      key = key &* 32 &+ UInt64((byte | 0x20) - 96)
    }
    return word.utf8.count <= longest ? key : 0
  }
}
