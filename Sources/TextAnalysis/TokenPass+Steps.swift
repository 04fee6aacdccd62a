extension TokenPass {
  @inline(__always)
  mutating func beginOrJoinWord() {
    switch open {
    case .word: break
    case .digits: (open, isPlain) = (.word, false)
    default:
      close()
      begin(.word)
    }
  }

  @inline(__always)
  mutating func beginOrJoinDigits() {
    switch open {
    case .word: isPlain = false
    case .digits, .separatedNumber: break
    default:
      close()
      begin(.digits)
    }
  }

  @inline(__always)
  mutating func begin(_ kind: Open) {
    open = kind
    (startByte, startScalar) = (place, scalarPlace)
    key.removeAll(keepingCapacity: true)
    ideograph = 0
    (isPlain, hasApostrophe, needsSlowKey) = (true, false, false)
    (endsInLetter, endsInDigit) = (false, false)
  }

  /// Takes the scalar that stands here into the open token.
  @inline(__always)
  mutating func extend(byteCount: Int) {
    place &+= byteCount
    scalarPlace &+= 1
    (lastByte, lastScalar) = (place, scalarPlace)
  }

  /// Ends what is open.
  @inline(__always)
  mutating func close() {
    if open == .nothing { return }
    let kind: Token.Kind
    let text: String
    switch open {
    case .word: (kind, text) = (.word, wordKey())
    case .digits, .separatedNumber: (kind, text) = (.number, TokenKey.number)
    case .ideograph: (kind, text) = (.han, ideographKey())
    case .symbol, .nothing: (kind, text) = (.punctuation, plainKey(.punctuation))
    }
    tokens.append(
      Token(
        kind: kind, scalars: startScalar..<lastScalar, bytes: startByte..<lastByte, key: text))
    open = .nothing
  }

  @inline(__always)
  private mutating func wordKey() -> String {
    if isPlain, !needsSlowKey {
      if !hasApostrophe {
        endings.fold(&key, from: 0)
      } else {
        TokenKey.foldStem(&key)
      }
    }
    return plainKey(.word)
  }

  @inline(__always)
  private mutating func ideographKey() -> String {
    guard ideograph != 0, !needsSlowKey, let scalar = Unicode.Scalar(ideograph) else {
      return plainKey(.han)
    }
    return String(scalar)
  }

  @inline(__always)
  private func plainKey(_ kind: Token.Kind) -> String {
    needsSlowKey ? slowKey(kind) : String(decoding: key, as: UTF8.self)
  }

  @inline(never)
  private func slowKey(_ kind: Token.Kind) -> String {
    let bytes = unsafe UnsafeBufferPointer(rebasing: text[startByte..<lastByte])
    return TokenKey.folded(unsafe String(decoding: bytes, as: UTF8.self), kind: kind)
  }
}

extension TokenPass {
  /// Appends the folded form of a scalar of more than one byte to the key.
  mutating func append(_ value: UInt32) {
    if ScriptMap.covered.contains(value) {
      appendEncoded(scripts.simplified(value))
      return
    }
    if ScalarClass.mayCompose(value) {
      needsSlowKey = true
      return
    }
    let narrow = TokenScalar.narrowed(value)
    if narrow < TokenTable.end, table.lowered[Int(narrow)] != 0 {
      appendEncoded(UInt32(table.lowered[Int(narrow)]))
    } else if let scalar = Unicode.Scalar(narrow) {
      key.append(contentsOf: TokenKey.lowered(scalar).utf8)
    }
  }

  private mutating func appendEncoded(_ value: UInt32) {
    if value < 0x80 {
      key.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      key.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      key.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else {
      key.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      key.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      key.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }

  /// The scalar that begins at a place before the end; a Swift string's UTF-8 is well formed.
  @inline(__always)
  func decode(at place: Int) -> (value: UInt32, byteCount: Int) {
    let first = unsafe UInt32(text[place])
    if first < 0x80 { return (first, 1) }
    let second = unsafe UInt32(text[place + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = unsafe UInt32(text[place + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = unsafe UInt32(text[place + 3]) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// What stands at a place; nil at the end.
  func kind(at place: Int) -> TokenScalar? {
    guard place < end, let scalar = Unicode.Scalar(decode(at: place).value) else { return nil }
    return TokenScalar.of(scalar)
  }

  /// Whether exactly three digits stand at a place.
  func isGroup(at place: Int) -> Bool {
    var place = place
    for _ in 0..<3 {
      guard kind(at: place) == .digit else { return false }
      place += decode(at: place).byteCount
    }
    return kind(at: place) != .digit
  }

  /// Whether a full-width digit stands at a place.
  func isWideDigit(at place: Int) -> Bool {
    place >= 0 && place < end && (0xFF10...0xFF19).contains(decode(at: place).value)
  }

  /// Whether exactly three full-width digits stand at a place.
  func isWideGroup(at place: Int) -> Bool {
    (0..<3).allSatisfy { isWideDigit(at: place + 3 * $0) } && !isWideDigit(at: place + 9)
  }
}
