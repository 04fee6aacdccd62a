import Foundation

/// How an answer in JSON stands on the lines.
enum JSONLayout: Sendable {
  /// Indented, for one answer.
  case indented
  /// On one line, for one of many.
  case oneLine
}

/// Answers in JSON as text.
enum JSONText {
  /// Returns an answer in JSON and a line feed, its fields in the order of their names, so that the
  /// same answer is always the same text.
  static func of(_ answer: some Encodable, layout: JSONLayout = .indented) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if layout == .indented { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(answer), as: UTF8.self) + "\n"
  }
}

extension OutputChannel {
  /// Writes an answer as ``JSONText`` has it.
  func json(_ answer: some Encodable, layout: JSONLayout = .indented) throws {
    try write(try JSONText.of(answer, layout: layout))
  }
}
