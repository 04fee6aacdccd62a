/// Writes an XML document of elements and text, indented by two spaces, in UTF-8.
///
/// An element holds elements, or text with or without markup in it. Characters that XML 1.0 cannot hold (control
/// characters, U+FFFE, U+FFFF) are left out and counted.
struct XMLWriter {
  /// How many characters XML 1.0 had no place for.
  private(set) var illegalCharacterCount = 0

  private var sink: ByteSink
  private var open: [String] = []

  /// Begins a document.
  ///
  /// - Parameter sink: Where the bytes go.
  init(_ sink: ByteSink) { self.sink = sink }

  /// Writes the XML declaration and, where one is named, the document type.
  mutating func declare(
    root: String? = nil, systemIdentifier: String? = nil
  ) throws(InterchangeError) {
    try sink.add(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
    if let root, let systemIdentifier {
      try sink.add("<!DOCTYPE \(root) SYSTEM \"\(systemIdentifier)\">\n")
    }
  }

  /// Begins an element that holds elements.
  mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)] = []
  ) throws(InterchangeError) {
    try sink.add(indentation + tag(name, attributes) + ">\n")
    open.append(name)
  }

  /// Ends the innermost element that is open.
  mutating func end() throws(InterchangeError) {
    guard let name = open.popLast() else { preconditionFailure("No element is open.") }
    try sink.add(indentation + "</\(name)>\n")
  }

  /// Writes an element that holds text, or nothing.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String = ""
  ) throws(InterchangeError) {
    let start = indentation + tag(name, attributes)
    try sink.add(text.isEmpty ? "\(start)/>\n" : "\(start)>\(escaped(text))</\(name)>\n")
  }

  /// Writes an element that holds text and markup side by side.
  mutating func element(
    _ name: String, mixed pieces: [XMLPiece]
  ) throws(InterchangeError) {
    var line = "\(indentation)<\(name)>"
    for piece in pieces {
      switch piece {
      case .text(let text): line += escaped(text)
      case .markup(let markup): line += markup
      }
    }
    try sink.add(line + "</\(name)>\n")
  }

  /// Ends every element that is open, and sends what is pending on its way.
  mutating func finish() throws(InterchangeError) {
    while !open.isEmpty { try end() }
    try sink.flush()
  }

  /// Whether there is anything in a text, beside white space, that XML 1.0 can hold.
  static func canHold(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      !XMLEscaping.isIllegal($0) && !" \t\r\n".unicodeScalars.contains($0)
    }
  }

  private var indentation: String { String(repeating: "  ", count: open.count) }

  private mutating func tag(
    _ name: String, _ attributes: [(name: String, value: String)]
  ) -> String {
    var tag = "<\(name)"
    for (name, value) in attributes { tag += " \(name)=\"\(escaped(value, .attribute))\"" }
    return tag
  }

  private mutating func escaped(_ text: String, _ escaping: XMLEscaping = .text) -> String {
    let (escaped, count) = escaping.escape(text)
    illegalCharacterCount += count
    return escaped
  }
}

/// A part of what an element holds that has text and markup side by side.
enum XMLPiece {
  /// Text, to be escaped.
  case text(String)
  /// Well-formed markup, to be written as it is.
  case markup(String)
}
