/// Writes an XML document of elements and text, indented by two spaces, in UTF-8.
///
/// An element holds either elements or text. Characters that XML 1.0 cannot hold (control
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

  /// Ends every element that is open, and sends what is pending on its way.
  mutating func finish() throws(InterchangeError) {
    while !open.isEmpty { try end() }
    try sink.flush()
  }

  /// Whether there is anything in a text, beside white space, that XML 1.0 can hold.
  static func canHold(_ text: String) -> Bool {
    text.unicodeScalars.contains { !isIllegal($0) && !" \t\r\n".unicodeScalars.contains($0) }
  }

  private static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": true
    default: false
    }
  }

  private var indentation: String { String(repeating: "  ", count: open.count) }

  private mutating func tag(
    _ name: String, _ attributes: [(name: String, value: String)]
  ) -> String {
    var tag = "<\(name)"
    for (name, value) in attributes { tag += " \(name)=\"\(escaped(value, inAttribute: true))\"" }
    return tag
  }

  private mutating func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where inAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t" where inAttribute, "\n" where inAttribute, "\r":
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      case _ where Self.isIllegal(scalar): illegalCharacterCount += 1
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
