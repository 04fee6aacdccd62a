import Foundation

@testable import TextAnalysis

/// The slow, obvious form of ``Tokenizer``: one pattern of ICU's that says what a token is, and a
/// key made by Foundation, layer by layer.
struct ReferenceTokenizer {
  private let pattern: NSRegularExpression

  private static let han = """
    \\u3005-\\u3007\\u3021-\\u3029\\u3041-\\u3096\\u309D-\\u309F\\u30A1-\\u30FA\\u30FC-\\u312F\
    \\u3131-\\u318E\\u31A0-\\u31BF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\u1100-\\u115F\
    \\uA960-\\uA97C\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFF66-\\uFF9F\\U00020000-\\U000323AF
    """

  init() throws {
    let mark = "[\\p{M}\\u1160-\\u11FF\\uD7B0-\\uD7FB\\U0001F3FB-\\U0001F3FF]"
    let ignorable = "\\p{Cf}"
    let figures = "\\u00B2\\u00B3\\u00B9\\u2070-\\u2079\\u2080-\\u2089"
    let letter = "[[\\p{L}\\p{Nl}_\\uFF3F\(figures)]-[\(Self.han)\\u1160-\\u11FF\\uD7B0-\\uD7FB]]"
    let digit = "\\p{Nd}"
    let rest = "(?:\(ignorable)*\(mark))*+"
    let inside = "(?:\(ignorable)|\(mark))*+"
    let apostrophe = "(?:['\\u2019\\uFF07](?=\(letter)))?+"
    let word =
      "(?:\(digit)\(inside))*+\(letter)\(inside)\(apostrophe)"
      + "(?:\(letter)\(inside)\(apostrophe)|\(digit)\(inside))*+"
    let grouping =
      "\\.(?=\(digit))\(digit)|[,\\u00A0\\u2009\\u202F]\(digit){3}(?!\(digit))"
      + "|(?<=[０-９])．[０-９]|(?<=[０-９])，[０-９]{3}(?![０-９])"
    let number = "\(digit)(?:\(inside)\(digit)|\(grouping))*+\(rest)"
    let emoji = "[\\p{Emoji}-[\\u0000-\\u007F]]"
    let joined = "(?:\(ignorable)*?\(mark)|\(ignorable)*?\\u200D\(emoji))*"
    let flag = "[\\U0001F1E6-\\U0001F1FF]{2}\(joined)"
    let symbol = "[^\\p{Z}\\p{Cc}\(ignorable)]\(joined)"
    pattern = try NSRegularExpression(
      pattern: "(\(word))|(\(number))|([\(Self.han)]\(rest))|(\(flag)|\(symbol))")
  }

  func tokens(of text: String) -> [Token] {
    let whole = text as NSString
    let range = NSRange(location: 0, length: whole.length)
    return pattern.matches(in: text, range: range).map { match in
      let kinds: [Token.Kind] = [.word, .number, .han, .punctuation]
      let group = (1...4).first { match.range(at: $0).location != NSNotFound } ?? 4
      var scalars = Array(whole.substring(with: match.range).unicodeScalars)
      while scalars.count > 1, scalars.last?.properties.generalCategory == .format {
        scalars.removeLast()
      }
      let before = whole.substring(to: match.range.location)
      let piece = String(String.UnicodeScalarView(scalars))
      let (scalarStart, byteStart) = (before.unicodeScalars.count, before.utf8.count)
      return Token(
        kind: kinds[group - 1], scalars: scalarStart..<scalarStart + scalars.count,
        bytes: byteStart..<byteStart + piece.utf8.count,
        key: key(of: piece, kind: kinds[group - 1]))
    }
  }

  private func key(of text: String, kind: Token.Kind) -> String {
    if kind == .number { return "0" }
    var key = text
    for _ in 0..<8 {
      key = key.precomposedStringWithCanonicalMapping
      key = String(String.UnicodeScalarView(key.unicodeScalars.filter { isVisible($0) }))
      key = narrowed(key)
      key = key.lowercased().replacingOccurrences(of: "ς", with: "σ", options: .literal)
      if kind == .word {
        key = key.replacingOccurrences(of: "’", with: "'", options: .literal)
      }
      key = String(
        String.UnicodeScalarView(key.unicodeScalars.map { ScriptVariants.simplified($0) }))
      key = key.precomposedStringWithCanonicalMapping
    }
    if key.isEmpty { return text.precomposedStringWithCanonicalMapping }
    guard kind == .word else { return key }
    let owner = key.hasSuffix("'s") && key.count >= 6 ? String(key.dropLast(2)) : key
    let isPlain = owner.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isPlain ? KeyFolder.spaced(owner) : key
  }

  private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .format && !scalar.properties.isVariationSelector
  }

  /// Full-width and half-width forms as Foundation knows them; half-width kana stay.
  private func narrowed(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E, 0xFFE0...0xFFE6:
        String(scalar).applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? String(scalar)
      case 0xFF61...0xFF65:
        String(scalar).applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? String(scalar)
      default: String(scalar)
      }
    }.joined()
  }
}
