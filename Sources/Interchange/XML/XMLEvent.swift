import TextAnalysis

/// What an XML document says next.
enum XMLEvent: Hashable, Sendable {
  /// An element begins.
  case start(XMLTag)
  /// The innermost element that is open ends.
  case end
  /// Text, whole between two tags, with its references and CDATA sections resolved.
  case text(String)
}

/// The start of an element.
struct XMLTag: Hashable, Sendable {
  /// The name without its prefix.
  var name: String
  /// The address that the prefix stands for, or nothing where there is none.
  var namespace: String?
  /// What stands in the tag, in its order, without namespace declarations.
  var attributes: [XMLAttribute]
  /// Where the tag begins.
  var place: SourceLocation

  /// The value of an attribute that has no prefix.
  subscript(name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == nil }?.value
  }

  /// The value of `xml:lang`, or of the older `lang`.
  var language: String? {
    attributes.first { $0.name == "lang" && $0.namespace == XMLAttribute.xmlNamespace }?.value
      ?? self["lang"]
  }
}

/// A name and a value in a start tag.
struct XMLAttribute: Hashable, Sendable {
  /// What the prefix `xml` stands for in every document.
  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// The name without its prefix.
  var name: String
  /// The address that the prefix stands for, or nothing where there is none.
  var namespace: String?
  /// The value, with its references resolved.
  var value: String
}

/// An element with all that is in it.
struct XMLElement: Hashable, Sendable {
  /// What an element holds.
  enum Node: Hashable, Sendable {
    /// Another element.
    case element(XMLElement)
    /// Text between tags, of white space also.
    case text(String)
  }

  /// Its start.
  var tag: XMLTag
  /// What it holds, in order.
  var nodes: [Node] = []

  /// The elements directly in it.
  var children: [XMLElement] {
    nodes.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }
}
