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

  /// Whether a text looks like something written alike everywhere as another does that it stands
  /// for: piece by piece, a symbol of programs for a symbol, capitals for capitals.
  static func isPlaceable(_ text: String, like other: String) -> Bool {
    // A number is no name, and an underscore may be no more than the mark of an accelerator.
    guard isNumber(text) == isNumber(other) else { return false }
    let text = other.contains("_") ? text : text.replacing("_", with: "")
    let pieces = text.split { " /".contains($0) }.map(String.init).filter { piece in
      piece.unicodeScalars.contains { isWord($0) }
    }
    guard isPlaceable(text), pieces.allSatisfy({ isPlaceable($0) }) else { return false }
    // Names of programs are often translated; those that replace one of their kind are kept.
    return hasSymbol(text) == hasSymbol(other) && isMixed(text) == isMixed(other)
      && (!isMixed(text) || text.contains(where: \.isNumber) == other.contains(where: \.isNumber))
  }

  /// Whether it holds a symbol of programs.
  static func hasSymbol(_ text: String) -> Bool {
    text.utf8.contains { "%{}$<>@\\=#~^|*".utf8.contains($0) }
  }

  /// Whether a capital follows a small letter.
  private static func isMixed(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($1)
    }
  }

  /// Whether a scalar is a letter, a digit or a character of a word.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? isWordByte(UInt8(truncatingIfNeeded: scalar.value)) : scalar.properties.isAlphabetic
  }

  /// Whether two texts begin and end with the same marks of a sentence, if with any, and each
  /// closes the brackets that it opens.
  static func isBounded(_ first: String, like second: String) -> Bool {
    edge(first.unicodeScalars.first) == edge(second.unicodeScalars.first)
      && edge(first.unicodeScalars.last) == edge(second.unicodeScalars.last)
      && isBalanced(first) && isBalanced(second)
  }

  /// A mark of a sentence that may stand at the edge of a stretch; nothing for all else.
  private static func edge(_ scalar: Unicode.Scalar?) -> Unicode.Scalar? {
    scalar.flatMap { ".,;:?!()[]\"'`“”‘’«»…—".unicodeScalars.contains($0) ? $0 : nil }
  }

  private static func isBalanced(_ text: String) -> Bool {
    var open: [Unicode.Scalar] = []
    var marks: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", "[", "{", "“", "‘", "«": open.append(scalar)
      case ")", "]", "}", "”", "»":
        let pairs: [Unicode.Scalar: Unicode.Scalar] = [
          ")": "(", "]": "[", "}": "{", "”": "“", "»": "«",
        ]
        guard let last = open.popLast(), last == pairs[scalar] else { return false }
      case "\"", "`": marks[scalar, default: 0] += 1
      default: break
      }
    }
    return open.isEmpty && marks.values.allSatisfy { $0 % 2 == 0 }
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
