/// How a piece of text is to stand out.
enum TextStyle: Int, Sendable, CaseIterable {
  case bold = 1
  case dim = 2
  case underline = 4
  case strike = 9
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36
}

/// Puts styles on text, or leaves it alone where styles are off.
struct Palette: Sendable, Hashable {
  let isOn: Bool

  /// Returns the text in these styles, which end with it.
  func callAsFunction(_ text: String, _ styles: TextStyle...) -> String {
    self(text, styles)
  }

  func callAsFunction(_ text: String, _ styles: [TextStyle]) -> String {
    guard isOn, !styles.isEmpty, !text.isEmpty else { return text }
    let codes = styles.map { String($0.rawValue) }.joined(separator: ";")
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }
}
