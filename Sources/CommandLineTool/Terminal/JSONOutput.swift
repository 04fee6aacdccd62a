import Foundation

/// How an answer in JSON stands on the lines.
enum JSONLayout: Sendable {
  /// Indented, for one answer.
  case indented
  /// On one line, for one of many.
  case oneLine
}

extension OutputChannel {
  /// Writes an answer in JSON and a line feed, its fields in the order of their names, so that the
  /// same answer is always the same text.
  func json(_ answer: some Encodable, layout: JSONLayout = .indented) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if layout == .indented { encoder.outputFormatting.insert(.prettyPrinted) }
    try write(bytes: try encoder.encode(answer))
    try line()
  }
}
