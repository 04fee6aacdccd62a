package import TextAnalysis

/// A segment with all that the rules ask of it, found once.
package struct AnalysedSegment: Sendable {
  /// Its place in the document, from 0.
  package let number: Int
  /// The segment as it came.
  package let segment: CheckedSegment
  /// What was found in the source; nothing where a document in one language is checked.
  package let source: AnalysedText?
  /// What was found in the target.
  package let target: AnalysedText
  /// The figures of both sides with their counterparts; nothing where there is no source.
  package let figures: FigurePairing?

  /// Finds what there is in both sides of a segment.
  package init(_ segment: CheckedSegment, number: Int, termbase: some Termbase) {
    self.number = number
    self.segment = segment
    source = segment.source.map { AnalysedText($0, termbase: termbase) }
    target = AnalysedText(segment.target, termbase: termbase)
    figures = source.map { [target] in FigurePairing($0, target) }
  }
}

/// A text with its figures and terms.
package struct AnalysedText: Sendable {
  /// The text without its codes.
  package let text: String
  /// Its inline codes.
  package let codes: [InlineCode]
  /// Its language.
  package let language: LanguageTag
  /// Its characters; ranges in findings count these.
  package let scalars: [Unicode.Scalar]
  /// Its numbers, dates, identifiers and the like, in order, none inside another.
  package let figures: [Figure]
  /// Its terms in order, none inside another.
  package let terms: [TermMention]

  /// Finds what there is in a text.
  package init(_ text: CheckedText, termbase: some Termbase) {
    self.text = text.segment.text
    codes = text.segment.codes
    language = text.language
    scalars = Array(text.segment.text.unicodeScalars)
    figures = Figures.find(in: text.segment.text, language: text.language)
    terms = termbase.mentions(in: text.segment.text, language: text.language)
  }

  /// Returns the text of a range of its scalars.
  package func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
  }

  /// Whether the language is a form of Chinese.
  package var isChinese: Bool { language.isChinese }
}
