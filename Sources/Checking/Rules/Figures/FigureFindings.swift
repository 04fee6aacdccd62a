import TextAnalysis

/// Makes findings of the figures that have no counterpart.
struct FigureFindings {
  /// How long a target may be, in scalars, for suggestions to be made: each reads it anew.
  private static let longest = 5_000

  private let segment: AnalysedSegment
  private let rule: RuleID

  init(_ segment: AnalysedSegment, rule: RuleID) { (self.segment, self.rule) = (segment, rule) }

  /// What is to say of the figures of a family.
  func mismatches(of family: Figure.Family) -> [Finding] {
    guard let source = segment.source, let pairing = segment.figures else { return [] }
    return pairing.mismatches.compactMap { mismatch in
      let left = mismatch.source.map { source.figures[$0] }
      let right = mismatch.target.map { segment.target.figures[$0] }
      guard (left ?? right)?.family == family else { return nil }
      switch (left, right) {
      case (let left?, let right?): return differing(left, right, source)
      case (let left?, nil): return missing(left, source)
      case (nil, let right?): return added(right)
      case (nil, nil): return nil
      }
    }
  }

  private func differing(_ left: Figure, _ right: Figure, _ source: AnalysedText) -> Finding {
    let (one, two) = (source.text(left.scalars), segment.target.text(right.scalars))
    return Finding(
      rule, .error, segment: segment.number, source: [left.scalars], target: [right.scalars],
      suggestion: suggestion(for: left, like: right),
      Phrase(
        "the source says \(Self.words(one, left).english), the target "
          + "\(Self.words(two, right).english).",
        "原文为\(Self.words(one, left).chinese)，译文为\(Self.words(two, right).chinese)。"))
  }

  private func missing(_ figure: Figure, _ source: AnalysedText) -> Finding {
    let words = Self.words(source.text(figure.scalars), figure)
    return Finding(
      rule, figure.isGrave ? .error : .warning, segment: segment.number, source: [figure.scalars],
      suggestion: suggestion(for: figure),
      Phrase(
        "\(words.english) of the source is not in the target.", "译文没有原文的\(words.chinese)。"))
  }

  private func added(_ figure: Figure) -> Finding {
    let words = Self.words(segment.target.text(figure.scalars), figure)
    return Finding(
      rule, figure.isGrave ? .error : .warning, segment: segment.number, target: [figure.scalars],
      Phrase(
        "\(words.english) of the target is not in the source.", "译文的\(words.chinese)不见于原文。"))
  }

  /// A figure as written, with its value where that says more.
  private static func words(_ text: String, _ figure: Figure) -> Phrase {
    let value = figure.value.normalForm
    return value == text || value.filter({ $0 != "," }) == text
      ? Phrase("'\(text)'", "“\(text)”")
      : Phrase("'\(text)' (\(value))", "“\(text)”（\(value)）")
  }

  /// A figure of the source written the way of one of the target.
  func suggestion(for figure: Figure, like other: Figure) -> String? {
    let target = segment.target
    guard target.scalars.count <= Self.longest else { return nil }
    let written = figure.written(in: target.language, like: other, in: target.text)
    return written == target.text(other.scalars) ? nil : written
  }

  /// A missing figure written the way of one of its kind that the target has.
  private func suggestion(for figure: Figure) -> String? {
    if figure.family == .address { return figure.value.normalForm }
    guard segment.target.scalars.count <= Self.longest else { return nil }
    let models = segment.target.figures.filter { $0.kind == figure.kind && !$0.isWeak }.prefix(3)
    for model in models {
      if let written = suggestion(for: figure, like: model) { return written }
    }
    return nil
  }
}

extension Figure {
  /// Whether its lack is an error: an amount, a date, a unit, a number of two digits or more.
  var isGrave: Bool {
    switch value {
    case .number(let quantity): quantity.isLarge
    case .ordinal(let number): number >= 10
    default: true
    }
  }
}
