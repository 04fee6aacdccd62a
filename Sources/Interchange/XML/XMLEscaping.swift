/// How text is written into an XML document.
enum XMLEscaping {
  /// Between tags.
  case text
  /// Between double quotes in a tag.
  case attribute

  /// Returns a text as it is written, and how many of its characters were left out because XML 1.0
  /// cannot hold them.
  ///
  /// - Complexity: O(*n*) for *n* bytes; where nothing needs escaping, the text itself is given.
  func escape(_ text: String) -> (text: String, illegalCount: Int) {
    guard text.utf8.contains(where: Self.isSuspect) else { return (text, 0) }
    var result = String.UnicodeScalarView()
    var illegalCount = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where self == .attribute: result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t" where self == .attribute, "\n" where self == .attribute, "\r":
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      case _ where Self.isIllegal(scalar): illegalCount += 1
      default: result.append(scalar)
      }
    }
    return (String(result), illegalCount)
  }

  /// Whether XML 1.0 cannot hold a character.
  static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": true
    default: false
    }
  }

  /// Whether a byte may belong to a character that is not written as it is: `EF` begins U+FFFE.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<32, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF:
      true
    default: false
    }
  }
}
