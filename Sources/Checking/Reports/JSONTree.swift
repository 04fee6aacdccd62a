/// A value of JSON that is written in its order.
enum JSONTree {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONTree])
  case object([(String, JSONTree)])

  /// Adds the value to a text, indented as far as it stands in.
  func write(to text: inout String, depth: Int = 0) {
    switch self {
    case .text(let value): Self.write(value, to: &text)
    case .number(let value): text += String(value)
    case .flag(let value): text += value ? "true" : "false"
    case .list(let values):
      Self.write(values, "[", "]", to: &text, depth) { value, text in
        value.write(to: &text, depth: depth + 1)
      }
    case .object(let fields):
      Self.write(fields, "{", "}", to: &text, depth) { field, text in
        Self.write(field.0, to: &text)
        text += ": "
        field.1.write(to: &text, depth: depth + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ depth: Int,
    _ body: (Element, inout String) -> Void
  ) {
    text += open
    for (place, element) in elements.enumerated() {
      text += place == 0 ? "\n" : ",\n"
      text += String(repeating: " ", count: depth + 1)
      body(element, &text)
    }
    if !elements.isEmpty { text += "\n" + String(repeating: " ", count: depth) }
    text += close
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
