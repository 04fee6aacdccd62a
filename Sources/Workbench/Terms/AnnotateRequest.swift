public import TextAnalysis

/// A text whose terms are to be shown.
public struct AnnotateRequest: Sendable {
  /// Where the text comes from.
  public typealias Text = GivenText

  /// The text.
  public var text: Text
  /// Its language; nothing lets each segment's script tell.
  public var from: LanguageTag?
  /// The language of the equivalents; nothing means English for Chinese and Simplified Chinese for
  /// English.
  public var to: LanguageTag?
  /// Only terms of these glossaries; empty means all.
  public var glossaries: Set<String>
  /// The day, month or year whose equivalents are wanted.
  public var asOf: PartialDate?

  /// Asks for the terms of a text; what is not given does not restrict.
  public init(
    _ text: Text, from: LanguageTag? = nil, to: LanguageTag? = nil, glossaries: Set<String> = [],
    asOf: PartialDate? = nil
  ) {
    self.text = text
    self.from = from
    self.to = to
    self.glossaries = glossaries
    self.asOf = asOf
  }
}
