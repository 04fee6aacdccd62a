/// A text as it is written, byte by byte: for tables of many, where comparing as `String` does, by
/// canonical equivalence, would cost ten times as much outside ASCII. Keys are composed, so that
/// nothing is lost.
package struct WrittenText: Hashable, Sendable {
  private let text: String

  /// Takes a text.
  package init(_ text: String) { self.text = text }

  package static func == (first: WrittenText, second: WrittenText) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
