import Foundation

extension TextUnits {
  /// Takes a scalar between 4000 and 9FFF (hexadecimal), which is seldom no Han character.
  @inline(__always)
  mutating func takeHan(_ cursor: inout TextCursor) {
    let value = cursor.decode(cursor.place).value
    guard value >= 0x4E00 else {
      takeScalar(&cursor)
      return
    }
    addSymbol(.ideograph, scripts.simplified(value), byteCount: 3, &cursor)
  }

  /// Takes an ASCII character that is neither letter, digit nor space.
  mutating func takeASCII(_ byte: UInt8, _ cursor: inout TextCursor) {
    switch byte {
    case 0x0A: takeLineBreak(&cursor)
    case 0x0D:
      if cursor.byte(cursor.place + 1) == 0x0A { cursor.advance() } else { takeLineBreak(&cursor) }
    case 0x09, 0x0B, 0x0C: takeBreak(1, &cursor)
    case 0...0x1F, 0x7F, UInt8(ascii: "-"): cursor.advance()
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "`"):
      takeMark(UInt32(byte), .either, 1, &cursor)
    case UInt8(ascii: "["), UInt8(ascii: "{"): addSymbol(.sign, 0x28, byteCount: 1, &cursor)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): addSymbol(.sign, 0x29, byteCount: 1, &cursor)
    case UInt8(ascii: "&"): takeAmpersand(&cursor)
    case UInt8(ascii: ":"):
      if cursor.byte(cursor.place + 1) == UInt8(ascii: "/"),
        cursor.byte(cursor.place + 2) == UInt8(ascii: "/")
      {
        isInAddress = true
        if let last = units.indices.last { units[last].traits.insert(.isJoinedToNext) }
      }
      addSymbol(.sign, 0x3A, byteCount: 1, &cursor)
    default:
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { isInAddress = false }
      addSymbol(.sign, UInt32(byte), byteCount: 1, &cursor)
    }
  }

  /// Takes a scalar of more than one byte that goes on no word.
  @inline(never)
  mutating func takeScalar(_ cursor: inout TextCursor) {
    let (value, byteCount) = cursor.decode(cursor.place)
    switch value {
    case 0x2018, 0x201B, 0x201C, 0x201F, 0x201A, 0x201E, 0xAB, 0x2039, 0x3008, 0x300A, 0x300C,
      0x300E, 0x301D, 0xFF62:
      takeMark(value, .opening, byteCount, &cursor)
    case 0x2019, 0x201D, 0xBB, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F, 0x301E, 0x301F, 0xFF63:
      takeMark(value, .closing, byteCount, &cursor)
    case 0xFF02, 0xFF07: takeMark(value, .either, byteCount, &cursor)
    case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: cursor.advance(byteCount)
    case 0x2014, 0x2015, 0x2E3A, 0x2E3B: takeLongDash(byteCount, &cursor)
    case 0x3010, 0x3014, 0x3016, 0x3018, 0xFF3B, 0xFF5B:
      addSymbol(.sign, 0x28, byteCount: byteCount, &cursor)
    case 0x3011, 0x3015, 0x3017, 0x3019, 0xFF3D, 0xFF5D:
      addSymbol(.sign, 0x29, byteCount: byteCount, &cursor)
    case 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65:
      addSymbol(.sign, 0xB7, byteCount: byteCount, &cursor)
    case 0x3000: takeBreak(byteCount, &cursor)
    case 0x85, 0x2028:
      gap.lineBreaks += 1
      isInAddress = false
      cursor.advance(byteCount)
    case 0x2029: takeBreak(byteCount, &cursor)
    default: takeOther(value, byteCount, &cursor)
    }
  }

  private mutating func takeOther(
    _ value: UInt32, _ byteCount: Int, _ cursor: inout TextCursor
  ) {
    switch kind(value) {
    case .space:
      isInAddress = false
      cursor.advance(byteCount)
    case .ignorable: cursor.advance(byteCount)
    case .letter, .digit: takeWord(&cursor)
    case .mark: takeLooseMark(byteCount, &cursor)
    case .ideograph:
      addSymbol(.ideograph, scripts.simplified(value), byteCount: byteCount, &cursor)
      if ScalarClass.mayCompose(value) { recompose(cursor) }
    case .symbol:
      addSymbol(.sign, TokenScalar.narrowed(value), byteCount: byteCount, &cursor)
    }
  }

  /// Takes a mark that stands on a character or sign, whose code point is made anew.
  private mutating func takeLooseMark(_ byteCount: Int, _ cursor: inout TextCursor) {
    let follows = units.last.map { Int($0.byteEnd) == cursor.place } ?? false
    cursor.advance(byteCount)
    guard follows, let last = units.indices.last else { return }
    units[last].byteEnd = UInt32(truncatingIfNeeded: cursor.place)
    units[last].scalarEnd = UInt32(truncatingIfNeeded: cursor.scalar)
    recompose(cursor)
  }

  /// Folds the last unit, a character or sign, anew from the text, composed; what is then more than
  /// one scalar becomes a word.
  private mutating func recompose(_ cursor: TextCursor) {
    guard let last = units.indices.last, units[last].kind != .word else { return }
    let bytes = Int(units[last].byteStart)..<Int(units[last].byteEnd)
    let text = unsafe String(
      decoding: UnsafeBufferPointer(rebasing: cursor.text[bytes]), as: UTF8.self)
    let key = TokenKey.evened(text, kind: .han)
    let scalars = key.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first {
      units[last].code = scalar.value
      return
    }
    guard !key.isEmpty else { return }
    let start = keys.count
    keys.append(contentsOf: key.utf8)
    units[last].kind = .word
    units[last].code = 0
    (units[last].keyStart, units[last].keyEnd) = (UInt32(start), UInt32(keys.count))
    units[last].packed = unsafe TextUnits.packed(keys.bytes(from: start))
  }
}

extension TextUnits {
  /// Which way a mark of quotation opens.
  private enum Side { case opening, closing, either }

  private mutating func takeMark(
    _ mark: UInt32, _ side: Side, _ byteCount: Int, _ cursor: inout TextCursor
  ) {
    let isRepeated = gap.mark == mark && gap.markEnd == cursor.place
    if !isRepeated {
      if side != .closing, gap.hasClosed { gap.parts = true }
      if side != .opening { gap.hasClosed = true }
    }
    cursor.advance(byteCount)
    (gap.mark, gap.markEnd) = (mark, cursor.place)
    isInAddress = false
  }

  private mutating func takeLineBreak(_ cursor: inout TextCursor) {
    gap.lineBreaks += 1
    isInAddress = false
    cursor.advance()
  }

  private mutating func takeBreak(_ byteCount: Int, _ cursor: inout TextCursor) {
    gap.parts = true
    isInAddress = false
    cursor.advance(byteCount)
  }

  private mutating func takeAmpersand(_ cursor: inout TextCursor) {
    let (start, startScalar) = (cursor.place, cursor.scalar)
    cursor.advance()
    while cursor.byte(cursor.place) | 0x20 == UInt8(ascii: "a"),
      cursor.byte(cursor.place + 1) | 0x20 == UInt8(ascii: "m"),
      cursor.byte(cursor.place + 2) | 0x20 == UInt8(ascii: "p"),
      cursor.byte(cursor.place + 3) == UInt8(ascii: ";")
    {
      for _ in 0..<4 { cursor.advance() }
    }
    addSign(0x26, from: (start, startScalar), cursor)
  }

  private mutating func takeLongDash(_ byteCount: Int, _ cursor: inout TextCursor) {
    if let last = units.last, last.code == 0x2014, Int(last.byteEnd) == cursor.place {
      cursor.advance(byteCount)
      units[units.count - 1].byteEnd = UInt32(truncatingIfNeeded: cursor.place)
      units[units.count - 1].scalarEnd = UInt32(truncatingIfNeeded: cursor.scalar)
    } else {
      addSymbol(.sign, 0x2014, byteCount: byteCount, &cursor)
    }
  }

  @inline(__always)
  private mutating func addSymbol(
    _ kind: TextUnit.Kind, _ code: UInt32, byteCount: Int, _ cursor: inout TextCursor
  ) {
    let (start, startScalar) = (cursor.place, cursor.scalar)
    cursor.advance(byteCount)
    if kind == .ideograph { isInAddress = false }
    add(
      TextUnit(
        kind: kind, traits: [], code: code, packed: 0, keyStart: 0, keyEnd: 0,
        byteStart: UInt32(truncatingIfNeeded: start),
        byteEnd: UInt32(truncatingIfNeeded: cursor.place),
        scalarStart: UInt32(truncatingIfNeeded: startScalar),
        scalarEnd: UInt32(truncatingIfNeeded: cursor.scalar)))
  }

  private mutating func addSign(
    _ code: UInt32, from start: (byte: Int, scalar: Int), _ cursor: TextCursor
  ) {
    add(
      TextUnit(
        kind: .sign, traits: [], code: code, packed: 0, keyStart: 0, keyEnd: 0,
        byteStart: UInt32(truncatingIfNeeded: start.byte),
        byteEnd: UInt32(truncatingIfNeeded: cursor.place),
        scalarStart: UInt32(truncatingIfNeeded: start.scalar),
        scalarEnd: UInt32(truncatingIfNeeded: cursor.scalar)))
  }
}

extension TextUnits {
  /// The key of a word in the case in which it is written: what a name that is bound to its case is
  /// compared by.
  ///
  /// An ending that was folded away is not part of it (*SMEs* is *SME*, *Parties* is *Party*), but
  /// a short word in capitals keeps its own: *SARS* is not *SAR*.
  package func written(_ unit: TextUnit, in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let bytes = unsafe text[Int(unit.byteStart)..<Int(unit.byteEnd)]
    var raw = unsafe Array(bytes)
    if raw.contains(where: { $0 >= 0x80 || $0 == 0x27 }) {
      raw = Self.composedKeepingCase(raw)
    }
    let key = unsafe Array(self.key(of: unit))
    raw.removeAll { $0 == UInt8(ascii: ",") }
    if !key.contains(UInt8(ascii: ".")) { raw.removeAll { $0 == UInt8(ascii: ".") } }
    if unit.traits.contains(.isFoldedAcronym) { return raw }
    var count = 0
    while count < raw.count, count < key.count, Self.lowered(raw[count]) == key[count] {
      count += 1
    }
    guard count < key.count else { return Array(raw[..<count]) }
    // What is not ASCII stays as it is: only the ending of an ASCII word was replaced.
    guard count > 0, key.allSatisfy({ $0 < 0x80 }) else { return raw }
    let isCapital = raw[count - 1] &- 0x41 < 26
    return raw[..<count]
      + key[count...].map { isCapital && TextCursor.isLetter($0) ? $0 & 0xDF : $0 }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func composedKeepingCase(_ raw: [UInt8]) -> [UInt8] {
    var kept = String.UnicodeScalarView()
    for scalar in String(decoding: raw, as: UTF8.self).precomposedStringWithCanonicalMapping
      .unicodeScalars
    where !TokenKey.isLeftOut(scalar) && !TokenScalar.isApostrophe(scalar.value) {
      kept.append(Unicode.Scalar(TokenScalar.narrowed(scalar.value)) ?? scalar)
    }
    return Array(String(kept).utf8)
  }
}
