import TextAnalysis

/// What a column of a bilingual table holds.
enum PairColumn: Hashable, Sendable {
  /// Segments in a language; `isGeneric` where the heading names no particular script or region.
  case language(LanguageTag, isGeneric: Bool)
  /// Segments in the source language, in the target language.
  case source, target
  /// The identifier, the segments before and behind, the origin, the state, remarks.
  case id, previous, next, origin, state, note
  /// Anything else; an attribute of that name.
  case attribute(String)

  /// Whether segments stand in it.
  var holdsSegments: Bool {
    switch self {
    case .language, .source, .target: true
    default: false
    }
  }
}

/// The names that people give to the columns of bilingual tables, in either language.
///
/// Case, width, spaces, hyphens and underscores do not count. Any tag of a form of English or
/// Chinese (`en-GB`, `zh_TW`) names that language.
package enum PairHeadings {
  /// One sort of column and its names, as they are shown.
  static let rows: [(column: PairColumn, names: [String])] = [
    (
      .language(.english, isGeneric: true),
      ["en", "English", "English text", "英文", "英语", "英語", "英文原文", "英文译文"]
    ),
    (
      .language(.simplifiedChinese, isGeneric: true),
      ["zh", "Chinese", "Chinese text", "中文", "汉语", "漢語", "中文原文", "中文译文"]
    ),
    (
      .language(.simplifiedChinese, isGeneric: false),
      ["zh-Hans", "Simplified Chinese", "简体", "简体中文", "简中"]
    ),
    (
      .language(.traditionalChinese, isGeneric: false),
      ["zh-Hant", "Traditional Chinese", "繁体", "繁体中文", "繁體", "繁體中文", "繁中"]
    ),
    (.source, ["source", "source text", "source segment", "原文", "源文", "源语"]),
    (
      .target,
      ["target", "target text", "target segment", "translation", "译文", "譯文", "目标语", "译语"]
    ),
    (.id, ["id", "unit id", "tuid", "标识"]),
    (.previous, ["previous", "previous segment", "context before", "上文", "前文"]),
    (.next, ["next", "next segment", "context after", "下文", "后文"]),
    (.origin, ["origin", "file", "document", "来源", "文件", "出处"]),
    (.state, ["state", "status", "状态"]),
    (.note, ["note", "notes", "comment", "comments", "remark", "remarks", "备注", "注释", "说明"]),
  ]

  /// Returns what the columns of a first row hold, or nothing where it is no header: one names two
  /// columns of segments.
  static func columns(of headings: [String]) -> [PairColumn]? {
    let columns = headings.map { heading -> PairColumn in
      if let known = meanings[foldedWord(heading)] { return known }
      let name = halfWidth(heading)
      let isTag =
        name.utf8.count >= 5 && name.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 }
        && (name.contains("-") || name.contains("_"))
      if isTag, let tag = LanguageTag(name), tag.isEnglish || tag.isChinese {
        return .language(tag, isGeneric: false)
      }
      return .attribute(name)
    }
    let segments = Set(columns.filter(\.holdsSegments))
    return segments.count >= 2 ? columns : nil
  }

  /// The table for readers of the documentation: the column, and its names.
  package static var documented: [(column: String, names: [String])] {
    rows.map { row in
      switch row.column {
      case .language(let tag, _): (tag.description, row.names)
      default: ("\(row.column)", row.names)
      }
    }
  }

  private static let meanings: [String: PairColumn] = Dictionary(
    rows.flatMap { row in row.names.map { (foldedWord($0), row.column) } },
    uniquingKeysWith: { first, _ in first })
}
