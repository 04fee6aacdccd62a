package import Terminology

/// The words by which Chinese terminologists say what a term is, and what each of them sets.
///
/// They are understood in the columns `status`, `type` and `process`, whichever they stand in.
package enum TerminologyWords {
  /// One line of the table.
  package struct Row: Sendable {
    /// Words of one meaning.
    package let words: [String]
    /// What they set.
    package let meaning: Meaning
  }

  /// What a word sets; what is absent it does not speak of.
  package struct Meaning: Sendable, Hashable {
    package var status: AdministrativeStatus?
    package var type: TermType?
    package var register: Register?
    package var process: ProcessStatus?

    /// Names what a word sets.
    package init(
      status: AdministrativeStatus? = nil, type: TermType? = nil, register: Register? = nil,
      process: ProcessStatus? = nil
    ) {
      (self.status, self.type, self.register, self.process) = (status, type, register, process)
    }
  }

  /// The whole table.
  package static let rows: [Row] = [
    Row(words: ["规范名词", "首选", "推荐"], meaning: Meaning(status: .preferred)),
    Row(words: ["全称"], meaning: Meaning(type: .fullForm)),
    Row(words: ["简称"], meaning: Meaning(type: .shortForm)),
    Row(words: ["又称", "别称", "通称", "许用"], meaning: Meaning(status: .admitted)),
    Row(words: ["俗称"], meaning: Meaning(status: .deprecated, register: .colloquial)),
    Row(words: ["不推荐", "停用", "禁用", "拒用"], meaning: Meaning(status: .deprecated)),
    Row(words: ["曾称", "旧称", "原名"], meaning: Meaning(status: .superseded)),
    Row(words: ["缩写"], meaning: Meaning(type: .abbreviation)),
    // A term with Latin letters: that says nothing about its status, nor which type it is.
    Row(words: ["字母词"], meaning: Meaning()),
    Row(words: ["待定"], meaning: Meaning(process: .proposed)),
  ]

  /// Returns what a word of the table sets.
  package static func meaning(of word: String) -> Meaning? { meanings[word] }

  private static let meanings: [String: Meaning] = Dictionary(
    uniqueKeysWithValues: rows.flatMap { row in row.words.map { ($0, row.meaning) } })
}
