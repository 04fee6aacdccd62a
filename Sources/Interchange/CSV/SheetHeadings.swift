import TextAnalysis

/// The names that people give to the columns of their own sheets, in either language.
///
/// Case, width, spaces, hyphens and underscores do not count.
package enum SheetHeadings {
  /// One sort of column and its names, as they are shown.
  static let rows: [(column: WideColumn, names: [String])] = [
    (.id, ["id", "concept id", "概念标识"]),
    (.kind, ["kind"]),
    (
      .subject,
      ["subject", "subject field", "domain", "field", "category", "领域", "分类", "类别", "专业", "学科"]
    ),
    (
      .terms(.english, .main),
      ["en", "English", "English term", "English name", "英文", "英语", "英文名", "英文名称", "英文术语", "英文全称"]
    ),
    (
      .terms(.english, .shortened),
      ["en abbr", "abbreviation", "abbr", "acronym", "English abbreviation", "英文缩写", "英文简称", "缩写"]
        + ["缩略语"]
    ),
    (.terms(.english, .other), ["en other", "en variants", "synonym", "synonyms", "英文别名", "英文又称"]),
    (.terms(.english, .deprecated), ["en deprecated", "英文停用", "英文禁用"]),
    (
      .terms(.simplifiedChinese, .main),
      ["zh", "zh-CN", "zh-Hans", "Chinese", "Chinese term", "Chinese name", "Simplified Chinese"]
        + ["中文", "汉语", "中文名", "中文名称", "中文术语", "中文全称", "简体", "简体中文"]
    ),
    (.terms(.simplifiedChinese, .shortened), ["zh short", "short form", "简称", "中文简称"]),
    (.terms(.simplifiedChinese, .other), ["zh other", "zh variants", "别名", "别称", "又称", "中文别名"]),
    (.terms(.simplifiedChinese, .deprecated), ["zh deprecated", "停用", "禁用", "不推荐"]),
    (
      .terms(.traditionalChinese, .main),
      ["zh-Hant", "Traditional Chinese", "繁体", "繁体中文", "繁體", "繁體中文"]
    ),
    (.definition, ["definition", "定义", "释义"]),
    (.source, ["source", "reference", "来源", "出处", "依据"]),
    (.note, ["note", "notes", "comment", "comments", "remark", "remarks", "备注", "注释", "附注", "说明"]),
    (.status, ["status", "状态", "术语状态"]),
    (.sourceTerms, ["source term", "source text", "原文", "源文", "源语"]),
    (.targetTerms, ["target", "target term", "target text", "translation", "译文", "译名", "目标语"]),
    (.serial, ["no.", "no", "#", "序号", "编号"]),
  ]

  /// Returns what a heading means. `source` is where an entry is from, but the source language's
  /// term where another column is `target`.
  static func columns(of headings: [String]) -> [WideColumn?] {
    var columns = headings.map { meanings[foldedWord($0)] }
    if columns.contains(.targetTerms), !columns.contains(.sourceTerms) {
      for place in columns.indices where foldedWord(headings[place]) == "source" {
        columns[place] = .sourceTerms
      }
    }
    return columns
  }

  /// The names that messages list: of each column the first in either language.
  static var shownNames: [String] {
    rows.flatMap { row in
      [
        row.names.first { $0.utf8.first ?? 0 < 0x80 },
        row.names.first { $0.utf8.first ?? 0 >= 0x80 },
      ]
      .compactMap { $0 }
    }
  }

  /// The table for readers of the documentation: what the product calls the column, and its names.
  package static var documented: [(column: String, names: [String])] {
    rows.map { row in
      let name =
        switch row.column {
        case .sourceTerms: "source (term)"
        case .targetTerms: "target (term)"
        case .serial: "(passed over)"
        case .status: "status"
        case .terms(.traditionalChinese, _): "zh-Hant"
        default: row.column.wideName ?? ""
        }
      return (name, row.names)
    }
  }

  private static let meanings: [String: WideColumn] = Dictionary(
    rows.flatMap { row in row.names.map { (foldedWord($0), row.column) } },
    uniquingKeysWith: { first, _ in first })
}
