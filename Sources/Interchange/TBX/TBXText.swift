import TextAnalysis
import Terminology

extension XMLElement {
  private static let classed: Set<String> = [
    "admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote",
    "xref",
  ]

  /// The data category that the element gives a value of, empty where it does not say which; nothing
  /// for an element of TBX's structure.
  ///
  /// In DCA style that is its `type`, in DCT style its name in a module's namespace. Both are
  /// understood, whatever the root says.
  var dataCategory: String? {
    if tag.namespace?.hasPrefix("http://www.tbxinfo.net/ns/") == true { return tag.name }
    return Self.classed.contains(tag.name) ? tag["type"] ?? "" : nil
  }

  /// The text in the element, white space made single; ``inlineCodeCount`` tells what it leaves out.
  var plainText: String {
    if nodes.count == 1, case .text(let only) = nodes[0] { return only.whiteSpaceCollapsed }
    var text = ""
    add(to: &text)
    return text.whiteSpaceCollapsed
  }

  /// How many elements stand in the text.
  var inlineCodeCount: Int {
    nodes.reduce(0) { count, node in
      if case .element(let child) = node { count + 1 + child.inlineCodeCount } else { count }
    }
  }

  private func add(to text: inout String) {
    for node in nodes {
      switch node {
      case .text(let piece): text += piece
      case .element(let inner) where !["ph", "bpt", "ept", "it"].contains(inner.tag.name):
        inner.add(to: &text)
      case .element: break
      }
    }
  }
}

extension String {
  /// The text with every run of XML's white space made one space, none at its ends.
  ///
  /// TBX files are indented, so a line's end and the spaces after it are no part of the text.
  var whiteSpaceCollapsed: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...10).contains(byte) || byte == 13 }
    var followsSpace = true
    let isCollapsed = utf8.allSatisfy { byte in
      defer { followsSpace = byte == 32 }
      return byte == 32 ? !followsSpace : !isSpace(byte)
    }
    if isCollapsed, isEmpty || !followsSpace { return self }
    return utf8.split(whereSeparator: isSpace).map { String($0) ?? "" }.joined(separator: " ")
  }

  /// The lines of the text that are not blank, the white space in them made single.
  var collapsedLines: [String] {
    utf8.split(separator: 10).map { (String($0) ?? "").whiteSpaceCollapsed }
      .filter { !$0.isEmpty }
  }
}

extension Relation {
  /// The relation as the text of a `crossReference`: the words of the native CSV.
  ///
  /// `replaces agency.aqsiq since 2018-03 (quality supervision)`
  var referenceText: String {
    var text = "\(kind.rawValue) \(target)"
    if let since { text += " since \(since)" }
    if let until { text += " until \(until)" }
    if let scope { text += " (\(scope))" }
    return text
  }

  /// Reads what ``referenceText`` gives, or else takes a reference to be to something related.
  ///
  /// - Parameters:
  ///   - text: The text of a `crossReference`, white space made single.
  ///   - target: The identifier that it refers to.
  init(referenceText text: String, target: String) {
    self.init(.related, target)
    var words = text.split(separator: " ")
    guard words.count >= 2, let kind = Kind(rawValue: String(words[0])),
      words[1] == target || !TBXIdentifiers.isXMLName(words[1])
    else { return }
    var relation = Relation(kind, String(words[1]))
    words.removeFirst(2)
    if words.count >= 2, words[0] == "since", let since = PartialDate(words[1]) {
      relation.since = since
      words.removeFirst(2)
    }
    if words.count >= 2, words[0] == "until", let until = PartialDate(words[1]) {
      relation.until = until
      words.removeFirst(2)
    }
    if let first = words.first, let last = words.last {
      guard first.hasPrefix("("), last.hasSuffix(")") else { return }
      relation.scope = String(text[first.startIndex...].dropFirst().dropLast())
    }
    self = relation
  }
}
