/// What a stretch of text looks like, letter by letter.
enum WrittenForm {
  /// Whether it is digits with what may stand among them.
  static func isNumber(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "%"),
        UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        break
      default: return false
      }
    }
    return hasDigit
  }

  /// Whether it looks like something that every language writes alike: it holds a digit or a
  /// symbol of programs, two capitals, or a capital after a small letter.
  static func isPlaceable(_ text: String) -> Bool {
    var capitals = 0
    var afterSmall = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
      case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "_"),
        UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "#"),
        UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "*"):
        return true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        capitals += 1
        if capitals == 2 || afterSmall { return true }
        afterSmall = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"): afterSmall = true
      default: afterSmall = false
      }
    }
    return false
  }

  /// Whether a byte is of a word in Latin letters, so that a word beside it is not whole.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
