/// The one pass of ``Tokenizer`` over the UTF-8 of a text.
///
/// A token stays *open* until white space or something that does not belong to it follows; its key
/// grows as its scalars are read. Where NFC may change something, or a mark stands, the key is made
/// by ``TokenKey`` instead.
@safe struct TokenPass {
  /// What is open.
  enum Open { case nothing, word, digits, separatedNumber, ideograph, symbol }

  /// What was found.
  var tokens: [Token] = []

  let text: UnsafeBufferPointer<UInt8>
  /// Where the text ends for now.
  var end = 0
  var place = 0
  var scalarPlace = 0

  var open = Open.nothing
  var startByte = 0
  var startScalar = 0
  /// Where the open token ends as far as it is known.
  var lastByte = 0
  var lastScalar = 0
  var key: [UInt8] = []
  /// The key of a Han character in the block of the common ones; else 0, and ``key`` holds it.
  var ideograph: UInt32 = 0
  /// Whether the key is made of small ASCII letters and apostrophes.
  var isPlain = true
  var hasApostrophe = false
  var needsSlowKey = false
  var endsInLetter = false
  var endsInDigit = false

  let table = TokenTable.shared
  let scripts = ScriptMap.shared
  let endings = WordEndings.shared

  /// Prepares a pass over a text, which must outlive it.
  init(over text: UnsafeBufferPointer<UInt8>) {
    unsafe self.text = text
    tokens.reserveCapacity(text.count / 4 + 2)
    key.reserveCapacity(40)
  }

  /// Reads on to a place, where every token ends.
  mutating func run(upTo end: Int) {
    self.end = end
    while place < end {
      let byte = unsafe text[place]
      if Self.isLetter(byte) {
        takeLetters()
      } else if byte == 0x20 {
        close()
        place &+= 1
        scalarPlace &+= 1
      } else if byte < 0x80 {
        takeASCII(byte)
      } else if byte &- 0xE4 < 6 {
        takeHan()
      } else {
        takeScalar()
      }
    }
    close()
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension TokenPass {
  /// Takes the ASCII letters that stand here.
  @inline(__always)
  private mutating func takeLetters() {
    beginOrJoinWord()
    let first = place
    repeat {
      key.append(unsafe text[place] | 0x20)
      place &+= 1
    } while unsafe place < end && Self.isLetter(text[place])
    scalarPlace &+= place &- first
    (lastByte, lastScalar) = (place, scalarPlace)
    (endsInLetter, endsInDigit) = (true, false)
  }

  /// Takes an ASCII character that is neither letter nor space.
  @inline(__always)
  private mutating func takeASCII(_ byte: UInt8) {
    if Self.isDigit(byte) {
      beginOrJoinDigits()
      key.append(byte)
      extend(byteCount: 1)
      (endsInLetter, endsInDigit) = (false, true)
    } else if byte < 0x20 || byte == 0x7F {
      close()
      place &+= 1
      scalarPlace &+= 1
    } else if byte == 0x5F {
      beginOrJoinWord()
      isPlain = false
      key.append(byte)
      extend(byteCount: 1)
      (endsInLetter, endsInDigit) = (true, false)
    } else {
      if takeInnerSign(UInt32(byte), byteCount: 1) { return }
      close()
      begin(.symbol)
      key.append(byte)
      extend(byteCount: 1)
    }
  }

  /// Takes a scalar between 4000 and 9FFF (hexadecimal), which is seldom no Han character.
  @inline(__always)
  private mutating func takeHan() {
    let value = decode(at: place).value
    guard value >= 0x4E00 else {
      takeScalar()
      return
    }
    close()
    begin(.ideograph)
    ideograph = scripts.simplified(value)
    extend(byteCount: 3)
  }

  /// Takes a scalar of more than one byte.
  private mutating func takeScalar() {
    let (value, length) = decode(at: place)
    let kind: TokenScalar
    if value < TokenTable.end {
      kind = table.kinds[Int(value)]
    } else if let scalar = Unicode.Scalar(value) {
      kind = TokenScalar.of(scalar)
    } else {
      kind = .symbol
    }
    switch kind {
    case .space:
      if takeInnerSign(value, byteCount: length) { return }
      close()
      place &+= length
      scalarPlace &+= 1
    case .ignorable: passOver(value, byteCount: length)
    case .mark:
      if open == .nothing { begin(.symbol) }
      needsSlowKey = true
      endsInDigit = false
      extend(byteCount: length)
    case .letter:
      beginOrJoinWord()
      append(value)
      isPlain = isPlain && TokenScalar.narrowed(value) < 0x80 && value != 0xFF3F
      extend(byteCount: length)
      (endsInLetter, endsInDigit) = (true, false)
    case .digit:
      beginOrJoinDigits()
      append(value)
      extend(byteCount: length)
      (endsInLetter, endsInDigit) = (false, true)
    case .ideograph:
      close()
      begin(.ideograph)
      append(value)
      extend(byteCount: length)
    case .symbol: takeSymbol(value, byteCount: length)
    }
  }

  private mutating func takeSymbol(_ value: UInt32, byteCount: Int) {
    if takeInnerSign(value, byteCount: byteCount) { return }
    close()
    begin(.symbol)
    append(value)
    extend(byteCount: byteCount)
    guard TokenScalar.isRegionalIndicator(value), place < end else { return }
    let (next, length) = decode(at: place)
    guard TokenScalar.isRegionalIndicator(next) else { return }
    append(next)
    extend(byteCount: length)
  }

  /// Passes over an invisible character, or takes a joiner and the emoji that it joins.
  private mutating func passOver(_ value: UInt32, byteCount: Int) {
    if value == 0x200D, open == .symbol, place + byteCount < end {
      let (next, length) = decode(at: place + byteCount)
      if let scalar = Unicode.Scalar(next), TokenScalar.isJoinable(scalar) {
        needsSlowKey = true
        extend(byteCount: byteCount)
        extend(byteCount: length)
        return
      }
    }
    place &+= byteCount
    scalarPlace &+= 1
  }
}

extension TokenPass {
  /// Takes an apostrophe between letters or a separator between digits; false where this is
  /// neither.
  @inline(__always)
  private mutating func takeInnerSign(_ value: UInt32, byteCount: Int) -> Bool {
    switch open {
    case .word: takeApostrophe(value, byteCount: byteCount)
    case .digits, .separatedNumber: takeSeparator(value, byteCount: byteCount)
    default: false
    }
  }

  private mutating func takeApostrophe(_ value: UInt32, byteCount: Int) -> Bool {
    guard endsInLetter, TokenScalar.isApostrophe(value), kind(at: place + byteCount) == .letter
    else { return false }
    key.append(0x27)
    hasApostrophe = true
    extend(byteCount: byteCount)
    endsInLetter = false
    return true
  }

  private mutating func takeSeparator(_ value: UInt32, byteCount: Int) -> Bool {
    guard endsInDigit, lastByte == place else { return false }
    let next = place + byteCount
    let isSeparator =
      switch value {
      case 0x2E: kind(at: next) == .digit
      case 0x2C, 0xA0, 0x2009, 0x202F: isGroup(at: next)
      case 0xFF0E: isWideDigit(at: place - 3) && isWideDigit(at: next)
      case 0xFF0C: isWideDigit(at: place - 3) && isWideGroup(at: next)
      default: false
      }
    guard isSeparator else { return false }
    open = .separatedNumber
    extend(byteCount: byteCount)
    endsInDigit = false
    return true
  }
}
