public import TextAnalysis

/// A text whose figures are to be shown.
public struct QuantitiesRequest: Sendable {
  /// What is read.
  public typealias Text = GivenText

  /// What is read.
  public var text: Text
  /// Its language; nothing lets each segment's script tell.
  public var from: LanguageTag?

  /// Asks what is read in a text.
  public init(_ text: Text, from: LanguageTag? = nil) { (self.text, self.from) = (text, from) }
}

extension Workbench {
  /// Shows what a check reads in a text; no store takes part.
  ///
  /// Segments of a document in which nothing is read are left out.
  public static func quantities(_ request: QuantitiesRequest) -> QuantitiesAnswer {
    let segments = request.text.segments.map { segment($0.text, from: request.from) }
    if case .segment = request.text { return QuantitiesAnswer(segments: segments) }
    return QuantitiesAnswer(segments: segments.filter { !$0.quantities.isEmpty })
  }

  private static func segment(_ text: String, from: LanguageTag?) -> QuantitiesAnswer.Segment {
    let language = from ?? LanguageTag(guessedFor: text)
    let scalars = Array(text.unicodeScalars)
    let quantities = Figures.find(in: text, language: language).map { figure in
      QuantitiesAnswer.Quantity(
        range: [figure.scalars.lowerBound, figure.scalars.upperBound],
        text: String(String.UnicodeScalarView(scalars[figure.scalars])),
        kind: figure.kind.rawValue, value: figure.value.normalForm, bound: figure.bound?.rawValue,
        vague: figure.isVague, optional: figure.isWeak)
    }
    return QuantitiesAnswer.Segment(text: text, language: language, quantities: quantities)
  }
}
