package import TextAnalysis

/// The side of a memory's units that is searched.
package enum MemorySide: Int, Sendable, CaseIterable {
  /// The English segments.
  case english
  /// The Chinese segments.
  case chinese

  /// The side of a language; nothing for any other language.
  package init?(_ language: LanguageTag) {
    if language.isEnglish {
      self = .english
    } else if language.isChinese {
      self = .chinese
    } else {
      return nil
    }
  }

  /// The side across.
  package var other: MemorySide { self == .english ? .chinese : .english }
}
