import Foundation

/// What a term and a query are compared by: the text without what does not tell names apart.
///
/// The layers are Unicode NFC, width, case, script (Traditional to Simplified, one character at a
/// time), English plural and spelling (``WordTable``), a leading *the*, and punctuation. Quotation
/// marks, apostrophes, brackets and title marks go; `/ . + # & % @` and symbols stay, because
/// *C++* is not *C*; dashes and hyphens are spaces; `&amp;` is `&`.
///
///     KeyFolder.spaced("The Data-Centres of “5G 網絡”")   // "data center of 5g网络"
///     KeyFolder.squeezed("data centre")                  // "datacenter"
///     KeyFolder.squeezed("People’s")                     // "people"
///
/// Folding a folded text again changes nothing as long as its words stay apart. A text of
/// punctuation alone is its own key, so that no text but an empty one has an empty key.
package enum KeyFolder {
  /// Returns the folded text with its words parted by single spaces, for whole-word search. No
  /// space stands beside a Han character: *5G 网络* and *5G网络* are the same.
  package static func spaced(_ text: String) -> String {
    String(decoding: spacedBytes(text), as: UTF8.self)
  }

  /// Returns the folded text without any space, for looking up: *data centre*, *data-center* and
  /// *datacenter* are the same. It is always ``spaced(_:)`` with the spaces taken out.
  package static func squeezed(_ text: String) -> String { folded(text).squeezed }

  /// Returns both forms, folded in one pass.
  ///
  /// - Complexity: O(bytes), about 10 ns a byte; combining marks add what Foundation's NFC costs.
  package static func folded(_ text: String) -> (spaced: String, squeezed: String) {
    var bytes = spacedBytes(text)
    let spaced = String(decoding: bytes, as: UTF8.self)
    let space = UInt8(ascii: " ")
    guard bytes.contains(space) else { return (spaced, spaced) }
    bytes.removeAll { $0 == space }
    return (spaced, String(decoding: bytes, as: UTF8.self))
  }

  private static func spacedBytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8]
    switch pass(over: text) {
    case .folded(let folded): bytes = folded
    case .needsComposition: bytes = composed(text)
    }
    if bytes.isEmpty { bytes = punctuation(text) }
    return bytes
  }

  private static func pass(over text: String) -> FoldingPass.Outcome {
    var text = text
    return text.withUTF8 { buffer in
      var pass = FoldingPass(capacity: buffer.count)
      return unsafe pass.run(over: buffer)
    }
  }

  /// Folds a text that holds combining marks: composed first, and again as long as what was
  /// dropped or lower-cased has brought letter and mark together.
  private static func composed(_ text: String) -> [UInt8] {
    var text = text.precomposedStringWithCanonicalMapping
    for _ in 0..<8 {
      var pass = FoldingPass(capacity: text.utf8.count)
      let bytes = text.withUTF8 { unsafe pass.runOverComposed($0) }
      let next = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
      if next.utf8.elementsEqual(text.utf8) { return bytes }
      text = next
    }
    return Array(text.utf8)
  }

  /// The text itself, composed, its white space made single spaces: the key of what has neither
  /// letter nor digit.
  private static func punctuation(_ text: String) -> [UInt8] {
    let words = text.precomposedStringWithCanonicalMapping.unicodeScalars
      .split { $0.properties.isWhitespace }
    return Array(words.map { String($0) }.joined(separator: " ").utf8)
  }
}
