import TextAnalysis

/// Of a unit, what it is judged by.
package struct MemoryUnit: Sendable {
  /// The store's number for it, by which ties are broken; it never changes.
  package var row: Int
  /// The memory that it belongs to.
  package var memory: String
  /// What was translated.
  package var source: UnitVariant
  /// Its translation.
  package var target: UnitVariant
  /// How far it can be trusted.
  package var state: UnitState
  /// The document or catalogue that it is from, where that is asked for.
  package var origin: String?

  /// Describes a unit.
  package init(
    row: Int, memory: String, source: UnitVariant, target: UnitVariant, state: UnitState,
    origin: String? = nil
  ) {
    self.row = row
    self.memory = memory
    self.source = source
    self.target = target
    self.state = state
    self.origin = origin
  }

  /// Takes what a whole unit says.
  package init(row: Int, memory: String, unit: TranslationUnit) {
    self.init(
      row: row, memory: memory, source: unit.source, target: unit.target, state: unit.state,
      origin: unit.origin)
  }

  /// A unit's sides as a query sees them, and whether the unit has them the other way round.
  typealias Sides = (source: UnitVariant, target: UnitVariant, isReversed: Bool)

  /// The unit's sides as a query in a language sees them: its own language first. Nothing where the
  /// unit does not hold that language on exactly one side.
  func sides(from language: LanguageTag) -> Sides? {
    let hasSource = source.language.language == language.language
    let hasTarget = target.language.language == language.language
    guard hasSource != hasTarget else { return nil }
    return hasSource ? (source, target, false) : (target, source, true)
  }

  /// The segment of a side; nothing where the unit has none in its language.
  package func variant(_ side: MemorySide) -> UnitVariant? {
    if MemorySide(source.language) == side { return source }
    return MemorySide(target.language) == side ? target : nil
  }

  /// The keys by which a side is compared; none where the unit has no such side.
  package func keys(_ side: MemorySide) -> [String] {
    variant(side).map { PreparedSegment($0.segment).compared.map(\.key) } ?? []
  }
}
