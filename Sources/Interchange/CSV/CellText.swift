// What people type into cells, brought to one form before it is compared.

/// Returns the value of a closed list that a cell means: its own word in any case and width, with
/// or without spaces and hyphens inside (`full form` is `fullForm`).
func pick<Value: RawRepresentable<String> & CaseIterable>(
  _ cell: String, as type: Value.Type = Value.self
) -> Value? {
  if let value = Value(rawValue: cell) { return value }
  let folded = foldedWord(cell)
  return Value.allCases.first { $0.rawValue.lowercased() == folded }
}

/// Returns what a cell with yes or no means.
func yesOrNo(_ cell: String) -> Bool? {
  switch foldedWord(cell) {
  case "yes", "true", "1", "是": true
  case "no", "false", "0", "否": false
  default: nil
  }
}

/// Returns a word in lower case and half width, without spaces, hyphens and underscores.
func foldedWord(_ word: String) -> String {
  halfWidth(word).lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
}

/// Returns a text with ASCII for the full-width forms of ASCII, and without spaces at its ends.
func halfWidth(_ text: String) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000: folded.append(" ")
    default: folded.append(scalar)
    }
  }
  return trimmed(String(folded))
}

/// Returns a text without the spaces at its ends, ideographic ones included.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last)
  else { return text }
  let start = scalars.firstIndex { !isSpace($0) } ?? scalars.endIndex
  let end = scalars.lastIndex { !isSpace($0) }.map(scalars.index(after:))
  return String(scalars[start..<(end ?? start)])
}

/// Whether a text is nothing but spaces.
func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isSpace) }

/// Whether Unicode calls a character white space.
func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 9...13, 32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
    true
  default: false
  }
}
