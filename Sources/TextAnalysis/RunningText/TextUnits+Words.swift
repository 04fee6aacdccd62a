/// What is known of a word while it is read.
private struct OpenWord {
  let keyStart: Int
  let startByte: Int
  let startScalar: Int
  /// Where it ends as far as it is known.
  var lastByte: Int
  var lastScalar: Int
  var capitals = 0
  var smalls = 0
  /// Whether it has anything but ASCII letters.
  var isMixed = false
  var needsComposition = false
  /// Where the key stood when the last apostrophe was read, and where that begins.
  var apostrophe: (key: Int, byte: Int, scalar: Int)?
  /// Whether stops between single letters were left out.
  var hasStops = false

  init(_ cursor: TextCursor, keyStart: Int) {
    self.keyStart = keyStart
    (startByte, startScalar) = (cursor.place, cursor.scalar)
    (lastByte, lastScalar) = (cursor.place, cursor.scalar)
  }

  mutating func extend(to cursor: TextCursor) {
    (lastByte, lastScalar) = (cursor.place, cursor.scalar)
  }
}

extension TextUnits {
  /// The most letters of a word in capitals that may be an acronym.
  package static let acronymLimit = 6

  /// Takes the word that begins here.
  mutating func takeWord(_ cursor: inout TextCursor) {
    var word = OpenWord(cursor, keyStart: keys.count)
    while cursor.place < cursor.end {
      let byte = unsafe cursor.text[cursor.place]
      if TextCursor.isLetter(byte) {
        let first = cursor.place
        var place = first &+ 1
        while unsafe place < cursor.end && TextCursor.isLetter(cursor.text[place]) { place &+= 1 }
        let capitals = unsafe keys.appendLowered(
          UnsafeBufferPointer(rebasing: cursor.text[first..<place]))
        cursor.scalar &+= place &- first
        cursor.place = place
        word.capitals &+= capitals
        word.smalls &+= place &- first &- capitals
        word.extend(to: cursor)
      } else if TextCursor.isDigit(byte) || byte == 0x5F {
        word.isMixed = true
        keys.append(byte)
        cursor.advance()
        word.extend(to: cursor)
      } else if byte == 0x20 || !continues(&word, byte, &cursor) {
        break
      }
    }
    close(word, &cursor)
  }

  /// Takes what is neither ASCII letter nor digit, if the word goes on with or after it.
  @inline(never)
  private mutating func continues(
    _ word: inout OpenWord, _ byte: UInt8, _ cursor: inout TextCursor
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "'"): return takeApostrophe(&word, byteCount: 1, &cursor)
    case UInt8(ascii: "."): return takeStop(&word, &cursor)
    case UInt8(ascii: ","):
      let place = cursor.place
      guard TextCursor.isDigit(cursor.byte(place - 1)),
        (1...3).allSatisfy({ TextCursor.isDigit(cursor.byte(place + $0)) }),
        !TextCursor.isDigit(cursor.byte(place + 4))
      else { return false }
      cursor.advance()
      return true
    case 0x80...: return takeScalar(&word, &cursor)
    default: return false
    }
  }

  private func takeApostrophe(
    _ word: inout OpenWord, byteCount: Int, _ cursor: inout TextCursor
  ) -> Bool {
    let next = cursor.place + byteCount
    guard word.lastByte == cursor.place, next < cursor.end,
      isLetter(cursor.decode(next).value)
    else { return false }
    word.apostrophe = (keys.count, cursor.place, cursor.scalar)
    cursor.advance(byteCount)
    return true
  }

  /// Takes a full stop between digits, or leaves out one between single letters.
  private mutating func takeStop(_ word: inout OpenWord, _ cursor: inout TextCursor) -> Bool {
    let place = cursor.place
    let (last, next) = (cursor.byte(place - 1), cursor.byte(place + 1))
    if TextCursor.isDigit(last), TextCursor.isDigit(next) {
      keys.append(0x2E)
      cursor.advance()
      return true
    }
    let isSingle =
      place - 1 == word.startByte
      || word.hasStops && cursor.byte(place - 2) == UInt8(ascii: ".")
    guard isSingle, TextCursor.isLetter(last), TextCursor.isLetter(next),
      !TextCursor.isWordByte(cursor.byte(place + 2)), cursor.byte(place + 2) < 0x80
    else { return false }
    word.hasStops = true
    cursor.advance()
    return true
  }

  /// Takes a letter or digit that is not ASCII, or something invisible.
  private mutating func takeScalar(_ word: inout OpenWord, _ cursor: inout TextCursor) -> Bool {
    let (value, byteCount) = cursor.decode(cursor.place)
    if TokenScalar.isApostrophe(value) {
      return takeApostrophe(&word, byteCount: byteCount, &cursor)
    }
    if value == 0xFF0E, takeWideStop(byteCount, &cursor) { return true }
    switch kind(value) {
    case .letter, .digit:
      append(value, &word)
      cursor.advance(byteCount)
      word.extend(to: cursor)
      return true
    case .mark:
      (word.needsComposition, word.isMixed) = (true, true)
      cursor.advance(byteCount)
      word.extend(to: cursor)
      return true
    case .ignorable:
      cursor.advance(byteCount)
      return true
    default: return false
    }
  }

  private mutating func takeWideStop(_ byteCount: Int, _ cursor: inout TextCursor) -> Bool {
    guard cursor.place >= 3, cursor.place + byteCount < cursor.end,
      (0xFF10...0xFF19).contains(cursor.decode(cursor.place - 3).value),
      (0xFF10...0xFF19).contains(cursor.decode(cursor.place + byteCount).value)
    else { return false }
    keys.append(0x2E)
    cursor.advance(byteCount)
    return true
  }

  /// Appends the folded form of a letter or digit.
  private mutating func append(_ value: UInt32, _ word: inout OpenWord) {
    let narrow = TokenScalar.narrowed(value)
    if narrow < 0x80 {
      let byte = UInt8(truncatingIfNeeded: narrow)
      if TextCursor.isLetter(byte) {
        if byte & 0x20 == 0 { word.capitals += 1 } else { word.smalls += 1 }
        keys.append(byte | 0x20)
      } else {
        word.isMixed = true
        keys.append(byte)
      }
      return
    }
    word.isMixed = true
    if ScalarClass.mayCompose(value) {
      word.needsComposition = true
      return
    }
    guard let scalar = Unicode.Scalar(narrow) else { return }
    let lowered = TokenKey.lowered(scalar)
    if lowered != String(scalar) { word.capitals += 1 } else { word.smalls += 1 }
    keys.append(contentsOf: lowered.utf8)
  }

  func isLetter(_ value: UInt32) -> Bool { kind(value) == .letter && value != 0x5F }

  /// What a scalar is.
  @inline(__always)
  func kind(_ value: UInt32) -> TokenScalar {
    if value < TokenTable.end { return table.kinds[Int(value)] }
    return Unicode.Scalar(value).map(TokenScalar.of) ?? .symbol
  }
}

extension TextUnits {
  /// Takes the word that begins here with an ASCII letter: in one step where nothing but ASCII letters
  /// belongs to it.
  @inline(__always)
  mutating func takePlainWord(_ cursor: inout TextCursor) {
    let first = cursor.place
    var place = first &+ 1
    while unsafe place < cursor.end && TextCursor.isLetter(cursor.text[place]) { place &+= 1 }
    let count = place &- first
    let next = cursor.byte(place)
    guard Self.endsPlainWord(next, count: count) else {
      takeWord(&cursor)
      return
    }
    let start = keys.count
    let capitals = unsafe keys.appendLowered(
      UnsafeBufferPointer(rebasing: cursor.text[first..<place]))
    let scalar = cursor.scalar
    cursor.place = place
    cursor.scalar &+= count
    var traits: TextUnit.Traits = []
    if capitals > 0 { traits = capitals == count ? [.hasCapital, .isAllCapitals] : .hasCapital }
    foldEnding(from: start, capitals: capitals, &traits)
    addWord(
      traits, from: start, bytes: (first, place), scalars: (scalar, cursor.scalar), cursor)
  }

  /// Whether a byte behind ASCII letters is certain to be no part of their word.
  @inline(__always)
  private static func endsPlainWord(_ next: UInt8, count: Int) -> Bool {
    if next < 0x80 {
      return !TextCursor.isDigit(next) && next != 0x5F && next != 0x27
        && (next != 0x2E || count > 1)
    }
    return next &- 0xE4 < 6
  }

  /// Ends a word: its ending is folded, and it becomes a unit.
  @inline(__always)
  private mutating func close(_ open: OpenWord, _ cursor: inout TextCursor) {
    var word = open
    if word.apostrophe != nil { foldPossessive(&word, cursor) }
    if word.needsComposition { compose(word, cursor) }
    var traits: TextUnit.Traits = []
    if word.capitals > 0 {
      traits.insert(.hasCapital)
      if word.smalls == 0 { traits.insert(.isAllCapitals) }
    }
    if !word.isMixed { foldEnding(from: word.keyStart, capitals: word.capitals, &traits) }
    if word.hasStops, cursor.byte(cursor.place) == UInt8(ascii: "."), cursor.place == word.lastByte
    {
      cursor.advance()
    }
    addWord(
      traits, from: word.keyStart, bytes: (word.startByte, word.lastByte),
      scalars: (word.startScalar, word.lastScalar), cursor)
  }

  @inline(__always)
  private mutating func addWord(
    _ traits: TextUnit.Traits, from start: Int, bytes: (Int, Int), scalars: (Int, Int),
    _ cursor: TextCursor
  ) {
    add(
      TextUnit(
        kind: .word, traits: traits, code: 0,
        packed: unsafe TextUnits.packed(keys.bytes(from: start)),
        keyStart: UInt32(truncatingIfNeeded: start),
        keyEnd: UInt32(truncatingIfNeeded: keys.count),
        byteStart: UInt32(truncatingIfNeeded: bytes.0),
        byteEnd: UInt32(truncatingIfNeeded: bytes.1),
        scalarStart: UInt32(truncatingIfNeeded: scalars.0),
        scalarEnd: UInt32(truncatingIfNeeded: scalars.1)))
    joinAddress(cursor)
  }

  /// Takes a possessive *'s* off the key and the range.
  @inline(never)
  private mutating func foldPossessive(_ word: inout OpenWord, _ cursor: TextCursor) {
    guard let apostrophe = word.apostrophe, apostrophe.key == keys.count - 1,
      apostrophe.key - word.keyStart >= 2, keys.last == UInt8(ascii: "s")
    else { return }
    keys.count -= 1
    if cursor.byte(word.lastByte - 1) == UInt8(ascii: "s") {
      word.smalls -= 1
    } else {
      word.capitals -= 1
    }
    (word.lastByte, word.lastScalar) = (apostrophe.byte, apostrophe.scalar)
  }

  /// Folds the ending of a word of ASCII letters.
  @inline(__always)
  private mutating func foldEnding(
    from start: Int, capitals: Int, _ traits: inout TextUnit.Traits
  ) {
    let count = keys.count &- start
    let endsInS = keys.last == UInt8(ascii: "s")
    if endsInS, capitals >= 2, count &- capitals == 1 {
      keys.count &-= 1
      traits.insert(.isPluralOfCapitals)
      return
    }
    if count < 4 { return }
    if endsInS, unsafe plurals.contains(keys.bytes(from: start)) { return }
    keys.reserve(WordEndings.longestGrowth)
    let folded = unsafe endings.fold(keys.base + start, count: count)
    keys.count = start &+ folded
    if capitals == count, capitals <= Self.acronymLimit, folded != count {
      traits.insert(.isFoldedAcronym)
    }
  }

  /// Makes the key anew from the text, where letters and marks have to be composed.
  @inline(never)
  private mutating func compose(_ word: OpenWord, _ cursor: TextCursor) {
    keys.count = word.keyStart
    let text = unsafe String(
      decoding: UnsafeBufferPointer(rebasing: cursor.text[word.startByte..<word.lastByte]),
      as: UTF8.self)
    let evened = TokenKey.evened(text, kind: .word).utf8.filter { $0 != UInt8(ascii: "'") }
    keys.append(contentsOf: evened)
    if keys.count == word.keyStart { keys.append(contentsOf: text.utf8) }
    if !evened.isEmpty, evened.allSatisfy(TextCursor.isLetter) {
      keys.reserve(WordEndings.longestGrowth)
      let folded = unsafe endings.fold(keys.base + word.keyStart, count: evened.count)
      keys.count = word.keyStart + folded
    }
  }
}

extension TextUnits {
  /// Adds a unit, and notes what stood before it.
  @inline(__always)
  mutating func add(_ unit: TextUnit) {
    units.append(unit)
    if hasGap || isInAddress { noteSurroundings() }
  }

  @inline(never)
  private mutating func noteSurroundings() {
    let last = units.count - 1
    if gap.isBreak { units[last].traits.insert(.startsAnew) }
    if isInAddress { units[last].traits.formUnion([.isJoinedToPrevious, .isJoinedToNext]) }
    gap = Gap()
    hasGap = false
  }

  /// Marks a word that follows a full stop or an at sign without a space, and what it follows.
  @inline(__always)
  private mutating func joinAddress(_ cursor: TextCursor) {
    let count = units.count
    if count >= 3, units[count &- 2].kind == .sign { joinAfterSign(cursor) }
  }

  @inline(never)
  private mutating func joinAfterSign(_ cursor: TextCursor) {
    let count = units.count
    let (before, sign, word) = (units[count - 3], units[count - 2], units[count - 1])
    guard sign.code == 0x2E || sign.code == 0x40, before.kind == .word,
      before.byteEnd == sign.byteStart, sign.byteEnd == word.byteStart
    else { return }
    // `network.The` is the end of a sentence whose space was lost.
    let first = cursor.byte(Int(word.byteStart))
    if sign.code == 0x2E, first &- 0x41 < 26 { return }
    units[count - 3].traits.insert(.isJoinedToNext)
    units[count - 2].traits.formUnion([.isJoinedToPrevious, .isJoinedToNext])
    units[count - 1].traits.insert(.isJoinedToPrevious)
    if unsafe key(of: before).elementsEqual("www".utf8) {
      isInAddress = true
    }
  }
}
