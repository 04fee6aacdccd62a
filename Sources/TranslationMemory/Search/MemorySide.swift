package import TextAnalysis

/// A side of a translation memory.
package enum MemorySide: UInt32, CaseIterable, Hashable, Sendable {
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

  /// The number of the first section of the side's index.
  var candidateSection: UInt32 { 16 + 32 * rawValue }
  /// The number of the first section of the side's vocabulary.
  var vocabularySection: UInt32 { 32 + 32 * rawValue }
}
