import TextAnalysis

/// How the numbered parts of a text are called, by place and kind of text.
///
/// | | 条 | 款 | 项 | 目 | 节 | 章 | 编 |
/// | --- | --- | --- | --- | --- | --- | --- | --- |
/// | mainland | article | paragraph | item, subparagraph | subitem | section | chapter | part |
/// | Taiwan | article | 項 paragraph | 款 subparagraph | item | section | chapter | part |
/// | Hong Kong | section | subsection, paragraph | | | division | part | |
///
/// For the mainland by the Legislation Law (Article 65: 编, 章, 节, 条, 款, 项, 目) and the English
/// texts of the National People's Congress; for Taiwan by the Standard Act for Laws and Regulations
/// (Article 8) and the laws in its English law database; for Hong Kong by its bilingual ordinances.
struct ClauseWords {
  private let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  /// The level of a clause, in the sense of the profile where the language does not say of which
  /// place it is.
  func level(of clause: Clause, in text: AnalysedText) -> Clause.Level {
    guard text.isChinese, text.language.region == nil else { return clause.level }
    switch (profile.region, clause.level) {
    case (.taiwan, .paragraph): return .item
    case (.taiwan, .item): return .paragraph
    case (.hongkong, .article): return .section
    default: return clause.level
    }
  }

  /// Whether words for two levels translate each other.
  func translate(_ one: Clause.Level, _ other: Clause.Level) -> Bool {
    if one == other { return true }
    let pair: Set<Clause.Level> = [one, other]
    if pair == [.annex, .attachment] || pair == [.item, .subitem] { return true }
    switch profile.domain {
    case .law: return profile.region == .hongkong && pair.contains(.section)
    case .standard: return pair.isSubset(of: [.section, .article, .chapter, .part])
    case .general, .code:
      // Texts of other countries number sections and parts where Chinese has 条.
      return !pair.isDisjoint(with: [.section, .part])
    }
  }
}
