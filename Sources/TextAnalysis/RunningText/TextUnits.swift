/// A running text cut into units, folded: what names are looked for in.
///
///     "The State’s Data-Security\nLaw (国家數據安全法)"
///     // the  state  data  security  law  (  国  家  数  据  安  全  法  )
///
/// - A **word** is a run of letters, `_` and digits, with a full stop between digits (*PM2.5*);
///   commas between thousands and apostrophes leave no trace, nor do the possessive *'s* and the
///   stops of *U.S.* Its key is composed, narrow and small; where it is all ASCII letters, plural
///   and spelling are those of ``WordEndings``, but for the words of ``PluralNouns``, and capitals
///   with a small *s* (*SMEs*) lose that.
/// - A **Han character**, kana or Hangul syllable is a unit, Simplified.
/// - Any other mark is a **sign**: narrow, every bracket a round one, every middle dot `·`, several
///   long dashes one.
/// - **Nothing** are spaces, hyphens, one line break, quotation and title marks, and the stars and
///   backquotes of Markdown: they stand between units and in no key. Where a quotation ends and
///   another begins, at a blank line, a tab or a full-width space, a unit ``TextUnit/Traits/startsAnew``.
/// - Invisible characters are skipped, inside words too.
///
/// The buffers are kept from one text to the next.
package struct TextUnits: ~Copyable {
  /// The units of the text read last, in order.
  package internal(set) var units: [TextUnit] = []
  /// The keys of all its words, one behind the other.
  package internal(set) var keys = ByteBuffer()

  /// What was seen since the last unit, where that is more than spaces and hyphens.
  var gap = Gap() { didSet { hasGap = true } }
  var hasGap = false
  /// Whether this is inside a web address, which goes on to the next white space.
  var isInAddress = false

  let table = TokenTable.shared
  let scripts = ScriptMap.shared
  let endings = WordEndings.shared
  let plurals = PluralNouns.shared

  /// What stands between two units.
  struct Gap {
    var parts = false
    var lineBreaks = 0
    var hasClosed = false
    /// The mark that was read last and where it ended, so that `**` is one mark.
    var mark: UInt32 = 0
    var markEnd = 0

    var isBreak: Bool { parts || lineBreaks > 1 }
  }

  /// Prepares to read texts.
  package init() {}

  /// Reads a text.
  ///
  /// - Complexity: O(bytes).
  package mutating func read(_ text: String) {
    var text = text
    text.withUTF8 { unsafe read($0) }
  }

  /// Reads a text of well-formed UTF-8.
  package mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    units.removeAll(keepingCapacity: true)
    keys.count = 0
    gap = Gap()
    hasGap = false
    isInAddress = false
    var cursor = unsafe TextCursor(text)
    while cursor.place < cursor.end {
      let byte = unsafe text[cursor.place]
      if TextCursor.isLetter(byte) {
        takePlainWord(&cursor)
      } else if TextCursor.isDigit(byte) || byte == 0x5F {
        takeWord(&cursor)
      } else if byte == 0x20 {
        cursor.advance()
        isInAddress = false
      } else if byte < 0x80 {
        takeASCII(byte, &cursor)
      } else if byte &- 0xE4 < 6 {
        takeHan(&cursor)
      } else {
        takeScalar(&cursor)
      }
    }
  }

  /// The key of a word.
  @inline(__always)
  package func key(of unit: TextUnit) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: keys.base + Int(unit.keyStart), count: Int(unit.keyEnd &- unit.keyStart))
  }
}

/// A place in a text.
@safe struct TextCursor {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  var place = 0
  var scalar = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe self.text = text
    end = text.count
  }

  /// The byte at a place; 0 where there is none.
  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place >= 0 && place < end ? unsafe text[place] : 0 }

  /// The scalar that begins at a place before the end; a Swift string's UTF-8 is well formed.
  @inline(__always)
  func decode(_ place: Int) -> (value: UInt32, byteCount: Int) {
    let first = UInt32(byte(place))
    if first < 0x80 { return (first, 1) }
    let second = UInt32(byte(place &+ 1)) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(byte(place &+ 2)) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(byte(place &+ 3)) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  @inline(__always)
  mutating func advance(_ byteCount: Int = 1) {
    place &+= byteCount
    scalar &+= 1
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F
  }
}
