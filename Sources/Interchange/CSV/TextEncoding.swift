/// The encodings in which a table may be written.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8
  /// UTF-16 of either byte order; little-endian where no byte-order mark says otherwise.
  case utf16
  /// GB 18030, which holds GBK and GB 2312.
  case gb18030
  /// Big5, as in use in Taiwan and Hong Kong.
  case big5

  /// Reads the name of an encoding as people write it: `UTF-8`, `gbk`, `GB2312`, `big5-hkscs`.
  public init?(named name: String) {
    switch foldedWord(name) {
    case "utf8": self = .utf8
    case "utf16", "utf16le", "utf16be", "unicode": self = .utf16
    case "gb18030", "gbk", "gb2312", "cp936", "936": self = .gb18030
    case "big5", "big5hkscs", "cp950", "950": self = .big5
    default: return nil
    }
  }

  /// What messages call it.
  var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .gb18030: "GB18030 (GBK)"
    case .big5: "Big5"
    }
  }

  /// What `iconv` calls it; nothing where no conversion by the system is needed.
  var systemName: String? {
    switch self {
    case .utf8, .utf16: nil
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    }
  }
}

extension TextEncoding {
  /// The encoding that bytes which are not UTF-8 look like, by their pairs of bytes.
  ///
  /// Common characters stand in GB 2312 between `B0A1` and `F7FE`, both bytes high, and in Big5
  /// between `A440` and `C67E`, every third second byte low. Both are guesses, for a message only.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init?(lookOf bytes: some Sequence<UInt8>) {
    var (chinese, traditional, neither) = (0, 0, 0)
    var first: UInt8?
    for byte in bytes {
      guard let lead = first else {
        if byte >= 0x80 { first = byte }
        continue
      }
      first = nil
      switch byte {
      case 0xA1...0xFE where (0xA1...0xA9).contains(lead) || (0xB0...0xF7).contains(lead):
        chinese += 1
        if (0xA4...0xC6).contains(lead) { traditional += 1 }
      case 0x40...0x7E where (0xA4...0xC6).contains(lead): traditional += 3
      case 0x40...0x7E, 0x80...0xFE: if (0x81...0xFE).contains(lead) { chinese += 1 }
      case 0x30...0x39 where (0x81...0x84).contains(lead): chinese += 1
      default: neither += 1
      }
    }
    if first != nil { neither += 1 }
    guard neither * 8 <= chinese + traditional, chinese + traditional > 0 else { return nil }
    self = traditional > chinese ? .big5 : .gb18030
  }
}

/// Returns where bytes stop being UTF-8, or nothing where all of them are.
///
/// Overlong forms, surrogates and what lies past U+10FFFF are no UTF-8 (RFC 3629).
///
/// - Complexity: O(*n*) for *n* bytes.
func firstFault(inUTF8 bytes: Span<UInt8>) -> Int? {
  var place = 0
  let count = bytes.count
  while place < count {
    let lead = bytes[place]
    if lead < 0x80 {
      place &+= 1
      continue
    }
    let length: Int
    var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return place
    }
    guard place &+ length <= count, low <= bytes[place &+ 1], bytes[place &+ 1] <= high
    else { return place }
    for next in 2..<max(2, length) where bytes[place &+ next] & 0xC0 != 0x80 { return place }
    place &+= length
  }
  return nil
}
