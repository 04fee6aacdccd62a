/// Gives each concept of a file an identifier that is an XML name and its alone.
struct TBXIdentifiers {
  private let exported: Set<String>
  private var mended: [String: String] = [:]
  private var taken: Set<String>
  private var written: Set<String> = []

  /// Readies the identifiers of a file, so that a reference can come before what it refers to.
  ///
  /// - Parameter exported: The identifiers of all concepts that the file will hold.
  init(exported: Set<String>) {
    self.exported = exported
    taken = exported
    for identifier in exported.filter({ !Self.isXMLName($0) }).sorted() {
      mended[identifier] = takeName(like: identifier)
    }
  }

  /// What a reference to a concept says, or nothing where the file does not hold the concept.
  func reference(to identifier: String) -> String? {
    exported.contains(identifier) ? mended[identifier] ?? identifier : nil
  }

  /// Whether a concept of the file has the name, or will have it.
  func isTaken(_ name: String) -> Bool { taken.contains(name) }

  /// What the file calls a concept that is written now; never the same for two of them.
  mutating func name(for identifier: String) -> String {
    if let planned = reference(to: identifier), written.insert(planned).inserted { return planned }
    return takeName(like: identifier)
  }

  private mutating func takeName(like identifier: String) -> String {
    let nearest = Self.xmlName(for: identifier)
    var (name, number) = (nearest, 2)
    while !taken.insert(name).inserted {
      name = "\(nearest)-\(number)"
      number += 1
    }
    return name
  }
}

extension TBXIdentifiers {
  /// Whether a text is a name without colon in every edition of XML 1.0: letters of ASCII or Han
  /// characters, digits, `.`, `-`, `_`, the first no digit, `.` or `-`.
  static func isXMLName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, begins(first) else { return false }
    return text.unicodeScalars.allSatisfy(continues)
  }

  /// The name that is nearest to an identifier.
  private static func xmlName(for identifier: String) -> String {
    var name = String.UnicodeScalarView(
      identifier.unicodeScalars.map { continues($0) ? $0 : "_" })
    if name.first.map(begins) != true { name.insert("_", at: name.startIndex) }
    return String(name)
  }

  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "\u{4E00}"..."\u{9FA5}": true
    default: false
    }
  }

  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", ".", "-": true
    default: begins(scalar)
    }
  }
}
