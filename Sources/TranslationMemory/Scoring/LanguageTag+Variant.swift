import TextAnalysis

extension LanguageTag {
  /// Whether a text in another variant would not do: another script, or another region where both
  /// name one.
  func isOtherVariant(than other: LanguageTag) -> Bool {
    language != other.language || script != other.script
      || (region != nil && other.region != nil && region != other.region)
  }
}
