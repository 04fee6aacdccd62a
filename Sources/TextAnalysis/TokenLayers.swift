import Foundation

/// The layers of folding in which two tokens with the same key differ.
///
///     "Measures", "measure"   // case, inflection
///     "網", "网"               // script
///     "１２", "12"             // width
///     "1,000", "1000"         // none: grouping separators are not part of the value
///     "3.14", "314"           // number
///
/// Different composition of the same characters and invisible characters are no difference.
package struct TokenLayers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Capital and small letters.
  package static let letterCase = TokenLayers(rawValue: 1)
  /// Full-width and ordinary forms.
  package static let width = TokenLayers(rawValue: 2)
  /// Traditional and Simplified characters.
  package static let script = TokenLayers(rawValue: 4)
  /// English endings and spelling, the possessive among them.
  package static let inflection = TokenLayers(rawValue: 8)
  /// The figures of a number, or where its decimal point stands.
  package static let number = TokenLayers(rawValue: 16)
  /// The form of an apostrophe.
  package static let punctuation = TokenLayers(rawValue: 32)
}

extension TokenLayers {
  /// Returns the layers in which two tokens with the same key differ.
  ///
  /// - Parameters:
  ///   - first: A token.
  ///   - firstText: The text that it was cut from.
  ///   - second: A token with the same key.
  ///   - secondText: The text that that was cut from.
  /// - Returns: The layers; empty where the two are written alike, or differ in composition only.
  package static func between(
    _ first: Token, of firstText: String, _ second: Token, of secondText: String
  ) -> TokenLayers {
    if first.kind == .code { return [] }
    let (one, other) = (first.text(in: firstText), second.text(in: secondText))
    if one.utf8.elementsEqual(other.utf8) { return [] }
    if first.kind == .number { return betweenNumbers(one, other) }
    return betweenPlainWords(one.utf8, other.utf8) ?? betweenWords(letters(one), letters(other))
  }

  /// Returns the layers in which the equal stretches of two lists of tokens differ.
  package static func across(
    _ blocks: [EditBlock], _ first: [Token], of firstText: String, _ second: [Token],
    of secondText: String
  ) -> TokenLayers {
    var (one, other) = (firstText, secondText)
    let pairs = one.withUTF8 { ours in
      other.withUTF8 { theirs in unsafe Self.unlike(blocks, first, ours, second, theirs) }
    }
    var layers: TokenLayers = []
    for (token, counterpart) in pairs {
      layers.formUnion(between(token, of: firstText, counterpart, of: secondText))
    }
    return layers
  }

  /// The pairs of equal tokens that are not written byte for byte alike.
  private static func unlike(
    _ blocks: [EditBlock], _ first: [Token], _ ours: UnsafeBufferPointer<UInt8>,
    _ second: [Token], _ theirs: UnsafeBufferPointer<UInt8>
  ) -> [(Token, Token)] {
    var unlike: [(Token, Token)] = []
    for block in blocks where block.kind == .equal {
      for (place, other) in zip(block.first, block.second) {
        let (mine, yours) = (first[place].bytes, second[other].bytes)
        var isAlike = mine.count == yours.count
        if isAlike, mine.upperBound <= ours.count, yours.upperBound <= theirs.count {
          for offset in 0..<mine.count {
            let (a, b) = unsafe (
              ours[mine.lowerBound &+ offset], theirs[yours.lowerBound &+ offset]
            )
            if a != b {
              isAlike = false
              break
            }
          }
        }
        if !isAlike { unlike.append((first[place], second[other])) }
      }
    }
    return unlike
  }
}

extension TokenLayers {
  /// A scalar in its stages of folding.
  private struct Letter {
    var isWide: Bool
    var narrow: Unicode.Scalar
    var lowered: String
    var key: String
  }

  private static func letters(_ text: Substring) -> [Letter] {
    let parts = String(text).decomposedStringWithCanonicalMapping.unicodeScalars
    return parts.filter { !TokenKey.isLeftOut($0) }.map { scalar in
      let narrow = Unicode.Scalar(TokenScalar.narrowed(scalar.value)) ?? scalar
      let lowered = TokenKey.lowered(narrow)
      let key =
        TokenScalar.isApostrophe(narrow.value)
        ? "'"
        : String(String.UnicodeScalarView(lowered.unicodeScalars.map(ScriptVariants.simplified)))
      return Letter(isWide: narrow != scalar, narrow: narrow, lowered: lowered, key: key)
    }
  }

  /// What ``betweenWords(_:_:)`` returns where both are printable ASCII; nil where they are not.
  private static func betweenPlainWords(
    _ first: Substring.UTF8View, _ second: Substring.UTF8View
  ) -> TokenLayers? {
    func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
    func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    guard first.allSatisfy(isPlain), second.allSatisfy(isPlain) else { return nil }
    var layers: TokenLayers = []
    var count = 0
    for (one, other) in zip(first, second) {
      guard lowered(one) == lowered(other) else { break }
      count += 1
      if one != other { layers.insert(.letterCase) }
    }
    if count < max(first.count, second.count) { layers.insert(.inflection) }
    return layers
  }

  private static func betweenWords(_ first: [Letter], _ second: [Letter]) -> TokenLayers {
    var layers: TokenLayers = []
    var count = 0
    for (one, other) in zip(first, second) {
      guard one.key == other.key else { break }
      count += 1
      if one.isWide != other.isWide { layers.insert(.width) }
      if one.narrow == other.narrow { continue }
      if one.key == "'" {
        layers.insert(.punctuation)
      } else if one.lowered == other.lowered {
        layers.insert(.letterCase)
      } else {
        layers.insert(.script)
        let capitals = [one, other].map { $0.lowered != String($0.narrow) }
        if capitals[0] != capitals[1] { layers.insert(.letterCase) }
      }
    }
    if count < max(first.count, second.count) { layers.insert(.inflection) }
    return layers
  }

  private static func betweenNumbers(_ first: Substring, _ second: Substring) -> TokenLayers {
    var layers: TokenLayers = []
    let (one, other) = (figures(first), figures(second))
    if one.isWide != other.isWide { layers.insert(.width) }
    if one.value != other.value { layers.insert(.number) }
    return layers
  }

  /// The digits of a number and its full stops, and whether any is full-width.
  package static func figures(_ text: Substring) -> (value: String, isWide: Bool) {
    var value = ""
    var isWide = false
    for scalar in text.unicodeScalars {
      let narrow = Unicode.Scalar(TokenScalar.narrowed(scalar.value)) ?? scalar
      isWide = isWide || narrow != scalar
      if narrow == "." {
        value += "."
      } else if narrow.properties.generalCategory == .decimalNumber,
        let digit = narrow.properties.numericValue
      {
        value += String(Int(digit))
      }
    }
    return (value, isWide)
  }
}

extension Token {
  /// Returns the text of the token, given that of its segment; empty for a code.
  package func text(in segment: String) -> Substring {
    let utf8 = segment.utf8
    guard bytes.upperBound <= utf8.count else { return "" }
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return segment[start..<utf8.index(start, offsetBy: bytes.count)]
  }
}
