import TextAnalysis

/// A value of a JSON document and where it stands, so that what is wrong with it can be said with
/// its line and column.
struct LocatedJSON {
  /// What a value is.
  indirect enum Value {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([LocatedJSON])
    /// The fields in their order; of a name that stands twice both.
    case object([Field])
  }

  /// A name and a value.
  struct Field {
    var name: String
    var line: Int
    var column: Int
    var value: LocatedJSON
  }

  var value: Value
  /// The line, counted from 1.
  var line: Int
  /// The column, counted from 1 in Unicode scalars.
  var column: Int

  /// What kind of value it is, in words.
  var kind: Phrase {
    switch value {
    case .null: Phrase("null", "null")
    case .flag: Phrase("true or false", "true 或 false")
    case .number: Phrase("a number", "数字")
    case .text: Phrase("a text", "文字")
    case .list: Phrase("a list", "列表")
    case .object: Phrase("an object", "对象")
    }
  }
}

/// What breaks the rules of JSON (RFC 8259), and where.
struct JSONSyntaxError: Error {
  var line: Int
  var column: Int
  var found: Phrase
}

/// Reads JSON.
struct LocatedJSONReader {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var line = 1
  private var lineStart = 0
  /// How many lists and objects may stand in each other.
  private static let depthLimit = 32

  /// Reads a document of one value.
  ///
  /// - Throws: ``JSONSyntaxError`` at the first thing that is no JSON.
  /// - Complexity: O(scalars).
  static func read(_ text: String) throws(JSONSyntaxError) -> LocatedJSON {
    var reader = LocatedJSONReader(scalars: Array(text.unicodeScalars))
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == reader.scalars.count else {
      throw reader.fault(Phrase("text behind the last bracket", "末尾括号之后还有文字"))
    }
    return value
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func fault(_ found: Phrase) -> JSONSyntaxError {
    JSONSyntaxError(line: line, column: place - lineStart + 1, found: found)
  }

  private var strange: JSONSyntaxError {
    guard let next else { return fault(Phrase("the end of the file", "文件结束")) }
    let shown = DisplayWidth.visible(String(next))
    return fault(Phrase("'\(shown)'", "“\(shown)”"))
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
      place += 1
      if scalar == "\n" { (line, lineStart) = (line + 1, place) }
    }
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> LocatedJSON {
    skipSpace()
    guard depth < Self.depthLimit else {
      throw fault(Phrase("brackets in each other without end", "括号嵌套过深"))
    }
    let (line, column) = (line, place - lineStart + 1)
    let value: LocatedJSON.Value
    switch next {
    case "{": value = .object(try fields(depth: depth))
    case "[": value = .list(try elements(depth: depth))
    case "\"": value = .text(try text())
    case "t": value = try word("true", .flag(true))
    case "f": value = try word("false", .flag(false))
    case "n": value = try word("null", .null)
    default: value = .number(try number())
    }
    return LocatedJSON(value: value, line: line, column: column)
  }

  private mutating func word(
    _ word: String, _ value: LocatedJSON.Value
  ) throws(JSONSyntaxError) -> LocatedJSON.Value {
    guard scalars[place...].starts(with: word.unicodeScalars) else { throw strange }
    place += word.unicodeScalars.count
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> Double {
    let digits = scalars[place...].prefix {
      ("0"..."9").contains($0) || "+-.eE".unicodeScalars.contains($0)
    }
    guard digits.count <= 40, let number = Double(String(String.UnicodeScalarView(digits))),
      number.isFinite
    else { throw strange }
    place += digits.count
    return number
  }
}

extension LocatedJSONReader {
  private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [LocatedJSON] {
    place += 1
    var elements: [LocatedJSON] = []
    skipSpace()
    if next == "]" {
      place += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth + 1))
      if try ends(with: "]") { return elements }
    }
  }

  private mutating func fields(depth: Int) throws(JSONSyntaxError) -> [LocatedJSON.Field] {
    place += 1
    var fields: [LocatedJSON.Field] = []
    skipSpace()
    if next == "}" {
      place += 1
      return fields
    }
    while true {
      skipSpace()
      let (line, column) = (line, place - lineStart + 1)
      guard next == "\"" else { throw strange }
      let name = try text()
      skipSpace()
      guard next == ":" else { throw strange }
      place += 1
      fields.append(
        LocatedJSON.Field(
          name: name, line: line, column: column, value: try value(depth: depth + 1)))
      if try ends(with: "}") { return fields }
    }
  }

  /// Takes a comma, or the bracket that ends a list.
  private mutating func ends(with bracket: Unicode.Scalar) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    if next == bracket {
      place += 1
      return true
    }
    guard next == "," else { throw strange }
    place += 1
    return false
  }

  private mutating func text() throws(JSONSyntaxError) -> String {
    place += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      switch scalar {
      case "\"":
        place += 1
        return String(text)
      case "\\": text.append(try escape())
      case _ where scalar.value < 0x20: throw strange
      default:
        text.append(scalar)
        place += 1
      }
    }
    throw strange
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    place += 1
    guard let mark = next else { throw strange }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}", "/": "/", "\\": "\\",
      "\"": "\"",
    ]
    if let scalar = plain[mark] {
      place += 1
      return scalar
    }
    guard mark == "u", let first = hexadecimal() else { throw strange }
    if let scalar = Unicode.Scalar(first) { return scalar }
    // The two halves of a character beyond the first plane.
    guard (0xD800..<0xDC00).contains(first), next == "\\", place + 1 < scalars.count,
      scalars[place + 1] == "u"
    else { throw strange }
    place += 1
    guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw strange }
    return scalar
  }

  /// Reads the four digits behind a `u`.
  private mutating func hexadecimal() -> UInt32? {
    let digits = scalars[(place + 1)...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else {
      return nil
    }
    place += 5
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
  }
}
