import TextAnalysis

/// The figures of one side while they are paired.
struct FigureSide {
  let figures: [Figure]
  /// What figures of one value have in common, so that few of them need to be compared.
  let keys: [ExactNumber]
  var isFree: [Bool]

  init(_ text: AnalysedText, hiding hidden: Set<Int>) {
    figures = text.figures
    keys = text.figures.map(\.value.key)
    isFree = text.figures.enumerated().map { place, figure in
      figure.kind != .placeholder && !hidden.contains(place)
    }
  }

  var count: Int { figures.count }
  var free: [Int] { figures.indices.filter { isFree[$0] } }
  var hasFree: Bool { isFree.contains(true) }
  subscript(place: Int) -> Figure { figures[place] }

  /// Takes out the figures that the other side has in another form: paired with an equal one, or
  /// spread over several, at least one of which was left over.
  mutating func settle(against other: FigureSide, free: [Int], limit: Int) {
    let all = FigureParts(other.figures.prefix(1000).map(\.value))
    let dates = FigureParts(other.figures.prefix(1000).map(\.value).filter(\.isDate))
    let open = FigureParts(free.prefix(limit).map { other[$0].value })
    let joined = FigureParts(
      free.prefix(limit).map { other[$0].value }.filter { $0.parts.count > 1 })
    for place in self.free.prefix(limit) {
      let value = figures[place].value
      let parts = value.parts
      let isKnown = (value.isDate || value.isYear) && parts.allSatisfy(dates.holds)
      let isSpread =
        parts.count > 1
        ? parts.allSatisfy(all.holds) && parts.contains(where: open.holds)
        : parts.contains(where: joined.holds)
      if isKnown || isSpread || isRepeated(place, in: other) { isFree[place] = false }
    }
  }

  /// Whether a figure has an equal one on the other side that is paired with another.
  private func isRepeated(_ place: Int, in other: FigureSide) -> Bool {
    other.figures.indices.contains { candidate in
      guard !other.isFree[candidate] else { return false }
      return other.keys[candidate] == keys[place] && other[candidate].means(figures[place])
        || figures[place].value.isAlike(other[candidate].value)
    }
  }
}

extension FigureSide {
  /// Takes out what the other side says in letters and digits that are no figure.
  mutating func dropEchoes(of text: AnalysedText, in echo: FigureEcho, limit: Int) {
    for place in free.prefix(limit)
    where echo.holds(figures[place], writtenAs: text.text(figures[place].scalars)) {
      isFree[place] = false
    }
  }
}

/// The figures that stand in the name of a concept that both sides mention.
struct HiddenFigures {
  private(set) var source: Set<Int> = []
  private(set) var target: Set<Int> = []

  init(_ source: AnalysedText, _ target: AnalysedText) {
    guard !source.terms.isEmpty, !target.terms.isEmpty else { return }
    func concepts(_ text: AnalysedText) -> Set<Int64> {
      Set(text.terms.flatMap { $0.readings.map(\.concept) })
    }
    let shared = concepts(source).intersection(concepts(target))
    guard !shared.isEmpty else { return }
    self.source = Self.figures(of: source, in: shared)
    self.target = Self.figures(of: target, in: shared)
  }

  private static func figures(of text: AnalysedText, in concepts: Set<Int64>) -> Set<Int> {
    var hidden: Set<Int> = []
    var place = 0
    for mention in text.terms
    where mention.readings.contains(where: { concepts.contains($0.concept) }) {
      while place < text.figures.count,
        text.figures[place].scalars.lowerBound < mention.scalars.lowerBound
      {
        place += 1
      }
      while place < text.figures.count,
        text.figures[place].scalars.upperBound <= mention.scalars.upperBound
      {
        hidden.insert(place)
        place += 1
      }
    }
    return hidden
  }
}
