import Foundation

/// The keys of tokens, layer by layer; ``TokenPass`` makes those of ordinary text itself.
enum TokenKey {
  /// The key of every number.
  static let number = "0"

  /// The fewest letters before a possessive *'s* that is folded away.
  static let shortestOwner = 4

  /// Returns the key of a token: composed, invisible characters left out, width, case and script
  /// folded, as often as that changes something, and then the ending.
  static func folded(_ text: String, kind: Token.Kind) -> String {
    if kind == .number { return number }
    let key = evened(text, kind: kind)
    if key.isEmpty { return text.precomposedStringWithCanonicalMapping }
    return kind == .word ? stem(key) : key
  }

  /// Folds everything but the ending.
  static func evened(_ text: String, kind: Token.Kind) -> String {
    var text = text
    for _ in 0..<8 {
      let composed = text.precomposedStringWithCanonicalMapping
      var next = String.UnicodeScalarView()
      for scalar in composed.unicodeScalars where !isLeftOut(scalar) {
        let narrow = Unicode.Scalar(TokenScalar.narrowed(scalar.value)) ?? scalar
        for part in lowered(narrow).unicodeScalars {
          let isApostrophe = part == "\u{2019}" && kind == .word
          next.append(isApostrophe ? "'" : ScriptVariants.simplified(part))
        }
      }
      let folded = String(next).precomposedStringWithCanonicalMapping
      if folded.utf8.elementsEqual(text.utf8) { break }
      text = folded
    }
    return text
  }

  /// Whether a scalar leaves no trace in a key.
  static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.generalCategory == .format || properties.isVariationSelector
  }

  /// The lower case of a scalar; that of the final sigma is the sigma.
  static func lowered(_ scalar: Unicode.Scalar) -> String {
    scalar == "\u{3C2}" ? "\u{3C3}" : scalar.properties.lowercaseMapping
  }

  /// Folds the possessive and the ending of a word that is all ASCII letters.
  private static func stem(_ key: String) -> String {
    var bytes = Array(key.utf8)
    foldStem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Folds the possessive *'s* and the ending of a word in lower case, if it is all ASCII letters
  /// but for that.
  static func foldStem(_ bytes: inout [UInt8]) {
    let letters = isPossessive(bytes) ? bytes.dropLast(2) : bytes[...]
    guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return }
    bytes.removeLast(bytes.count - letters.count)
    WordEndings.shared.fold(&bytes, from: 0)
  }

  private static func isPossessive(_ bytes: [UInt8]) -> Bool {
    bytes.count >= shortestOwner + 2 && bytes.suffix(2).elementsEqual("'s".utf8)
  }
}

extension TokenKey {
  /// The key of a code: how it stands to others and its markup without what merely numbers it, the
  /// attributes `i` and `x` of its tag. A control character before it keeps it apart from text.
  static func code(_ code: InlineCode) -> String {
    let side =
      switch code.kind {
      case .opening: "("
      case .closing: ")"
      case .standalone: "/"
      }
    return "\u{1}" + side + withoutNumbers(code.markup)
  }

  private static func withoutNumbers(_ markup: String) -> String {
    let bytes = Array(markup.utf8)
    guard bytes.first == UInt8(ascii: "<") else { return markup }
    var place = 0
    var kept: [UInt8] = []
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xD).contains(byte) }
    func isEnd(_ place: Int) -> Bool {
      place == bytes.count || bytes[place] == UInt8(ascii: ">")
        || bytes[place...].starts(with: "/>".utf8)
    }
    while !isEnd(place), !isSpace(bytes[place]) {
      kept.append(bytes[place])
      place += 1
    }
    while place < bytes.count, isSpace(bytes[place]) {
      while place < bytes.count, isSpace(bytes[place]) { place += 1 }
      let start = place
      while !isEnd(place), !isSpace(bytes[place]) {
        let byte = bytes[place]
        place += 1
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
        while place < bytes.count, bytes[place] != byte { place += 1 }
        if place < bytes.count { place += 1 }
      }
      let attribute = bytes[start..<place]
      let isNumbering = attribute.starts(with: "i=".utf8) || attribute.starts(with: "x=".utf8)
      guard !isNumbering, !attribute.isEmpty else { continue }
      kept.append(UInt8(ascii: " "))
      kept += attribute
    }
    return String(decoding: kept + bytes[place...], as: UTF8.self)
  }
}
