import TextAnalysis

extension TranslationUnit {
  /// The unit's sides as a query in a language sees them: its own language first. Nothing where the
  /// unit does not hold that language on exactly one side.
  func sides(
    from language: LanguageTag
  ) -> (source: UnitVariant, target: UnitVariant, isReversed: Bool)? {
    let hasSource = source.language.language == language.language
    let hasTarget = target.language.language == language.language
    guard hasSource != hasTarget else { return nil }
    return hasSource ? (source, target, false) : (target, source, true)
  }
}

extension LanguageTag {
  /// Whether a text in another variant would not do: another script, or another region where both
  /// name one.
  func isOtherVariant(than other: LanguageTag) -> Bool {
    language != other.language || script != other.script
      || (region != nil && other.region != nil && region != other.region)
  }
}
