public import TextAnalysis

/// What was read in a text: numbers, amounts, dates, identifiers, addresses, placeholders.
public struct QuantitiesAnswer: Sendable, Codable, Equatable {
  /// The segments of the text in order.
  public var segments: [Segment]

  /// A segment and what was read in it.
  public struct Segment: Sendable, Codable, Equatable {
    /// The segment as written.
    public var text: String
    /// The language that it was read in.
    public var language: LanguageTag
    /// What was read, in order.
    public var quantities: [Quantity]
  }

  /// Something that is compared by its value.
  public struct Quantity: Sendable, Codable, Equatable {
    /// Where it stands: its first Unicode scalar and the one behind its last.
    public var range: [Int]
    /// The text of that range.
    public var text: String
    /// `number`, `amount`, `measure`, `date` and so on.
    public var kind: String
    /// Its value in one form for both languages: `CNY 250,000,000,000`, `2021-09-01`.
    public var value: String
    /// `atLeast` and `atMost` include the figure, `moreThan` and `lessThan` do not.
    @ExplicitNull public var bound: String?
    /// Whether it is said to be about right: *about*, 约, 余.
    public var vague: Bool
    /// Whether a translation may leave it out by habit: 一年 (*a year*), *first*.
    public var optional: Bool
  }
}
