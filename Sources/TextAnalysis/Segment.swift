/// A stretch of text that is translated as one piece, usually a sentence, with the inline codes that
/// stand in it.
///
///     Segment("Press Start")                                    // no codes
///     Segment("Press Start", codes: [bold at 6, end of bold at 11])
public struct Segment: Hashable, Sendable {
  /// The text without its codes, as it came.
  public var text: String
  /// The codes in the order in which they stand.
  public var codes: [InlineCode]

  /// Joins a text and its codes.
  ///
  /// - Parameters:
  ///   - text: The text without its codes.
  ///   - codes: The codes, their offsets ascending and none past the end of the text.
  public init(_ text: String, codes: [InlineCode] = []) {
    self.text = text
    self.codes = codes
  }
}

extension Segment: ExpressibleByStringLiteral {
  /// A segment without codes.
  public init(stringLiteral value: String) { self.init(value) }
}
