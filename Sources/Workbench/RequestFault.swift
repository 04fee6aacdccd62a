public import Terminology
public import TextAnalysis

/// Why what was asked of the workbench makes no sense.
public enum RequestFault: Sendable, Hashable {
  /// The store has no such entry; perhaps another was meant.
  case noEntry(id: String, store: String, nearest: String?)
  /// The store has no such glossary.
  case noGlossary(String, store: String, known: [String])
  /// The entry has no such term.
  case noTerm(id: String, text: String, known: [String])
  /// The entry has the term several times, in these places.
  case severalTerms(id: String, text: String, places: [TermPlace])
  /// An entry that is not proposed cannot be rejected.
  case notProposed(id: String, ProcessStatus)
  /// The entry would break a rule of the glossary.
  case breaksRule(id: String, GlossaryFault)
  /// Another entry has all of these names already.
  case sameNames(id: String, names: [String])
  /// A folder has no file with one of these endings.
  case noFiles(folder: String, endings: [String])
  /// There is nothing to look for.
  case emptyText
  /// The store has no such memory.
  case noMemory(String, store: String, known: [String])
  /// Both sides of a translation are in one language.
  case sameLanguage(LanguageTag)
  /// Translations from a language into itself were asked for.
  case sameDirection(from: LanguageTag, to: LanguageTag)
  /// A memory without a name.
  case namelessMemory

  /// What tells a term from others of the same text.
  public struct TermPlace: Sendable, Hashable {
    /// Its language.
    public var language: LanguageTag
    /// Since when it has been in use.
    public var since: PartialDate?
    /// Until when it was in use.
    public var until: PartialDate?
  }
}

extension RequestFault: Worded {
  /// What was found, what is required, and what to do, in one sentence or two.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .noEntry(let id, let store, let nearest):
      Phrase("There is no entry '\(id)' in \(store).", "在 \(store) 中没有词条“\(id)”。")
        + (nearest.map { Phrase(" Did you mean '\($0)'?", "是否指“\($0)”？") } ?? Phrase(""))
    case .noGlossary(let name, let store, let known):
      Phrase(
        "There is no glossary '\(name)' in \(store); it has "
          + "\(known.isEmpty ? "none" : known.joined(separator: ", ")).",
        "在 \(store) 中没有术语表“\(name)”；"
          + (known.isEmpty ? "其中没有任何术语表。" : "现有 \(known.joined(separator: "、"))。"))
    case .noTerm(let id, let text, let known):
      Phrase(
        "\(id) has no term '\(text)'; it has "
          + "\(known.map { "'\($0)'" }.joined(separator: ", ")).",
        "\(id) 没有术语“\(text)”；现有\(known.map { "“\($0)”" }.joined())。")
    case .severalTerms(let id, let text, let places):
      Phrase(
        "\(id) has '\(text)' \(places.count) times: "
          + "\(places.map(\.phrase.english).joined(separator: "; ")). "
          + "Edit it through an exported CSV.",
        "\(id) 有 \(places.count) 个“\(text)”：\(places.map(\.phrase.chinese).joined(separator: "；"))。"
          + "请通过导出的 CSV 修改。")
    case .notProposed(let id, let process):
      Phrase(
        "\(id) is \(process.rawValue); only a proposed entry is rejected. "
          + "To take one out of use: zhengming retire \(id)",
        "\(id) \(process.phrase.chinese)；只有待定词条才能否决。要停用词条，请运行“zhengming retire \(id)”。")
    case .breaksRule(let id, let fault): Phrase("\(id): ", "\(id)：") + Phrase(fault)
    case .sameNames(let id, let names):
      Phrase(
        "\(id) is called \(names.quotedPhrase.english) already. Edit that entry, or give the new "
          + "one a term of its own.",
        "\(id) 已有名称\(names.quotedPhrase.chinese)。请修改该词条，或给新词条一个自己的术语。")
    case .noFiles(let folder, let endings):
      Phrase(
        "\(folder): the folder has no file that ends in \(endings.joined(separator: ", ")). "
          + "Name the files.",
        "\(folder)：文件夹中没有以 \(endings.joined(separator: "、")) 结尾的文件。请指定文件。")
    case .emptyText:
      Phrase("The text is empty; a word at least is required.", "文字为空；至少须有一个词。")
    case .noMemory(let name, let store, let known):
      Phrase(
        "There is no memory '\(name)' in \(store); it has "
          + "\(known.isEmpty ? "none" : known.joined(separator: ", ")).",
        "在 \(store) 中没有记忆库“\(name)”；"
          + (known.isEmpty ? "其中没有任何记忆库。" : "现有 \(known.joined(separator: "、"))。"))
    case .sameLanguage(let language):
      Phrase(
        "Both texts are in \(language); one has to be English and one Chinese. Say which with "
          + "--from and --to.",
        "两段文字都是 \(language)；须一为英文、一为中文。请用 --from 和 --to 指明。")
    case .sameDirection(let from, let to):
      Phrase(
        "The text is to be translated from \(from) to \(to); a memory holds English with Chinese. "
          + "Leave one out, or correct it.",
        "所要求的是从 \(from) 到 \(to)；翻译记忆库中英文与中文相对。请去掉其一，或加以更正。")
    case .namelessMemory:
      Phrase(
        "The name of the memory is empty; a memory has a name. Give it one.",
        "记忆库名称为空；记忆库须有名称。请给出名称。")
    }
  }
}

/// What a careful person would mend, though it was written.
public enum EntryWarning: Sendable, Hashable {
  /// The entry breaks a rule that another entry may come to mend.
  case breaksRule(id: String, GlossaryFault)
  /// Another entry has these names too.
  case sharesNames(id: String, names: [String])
}

extension EntryWarning: Worded {
  /// What was found, in a sentence.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .breaksRule(let id, let fault): Phrase("\(id): ", "\(id)：") + Phrase(fault)
    case .sharesNames(let id, let names):
      Phrase(
        "\(id) is called \(names.quotedPhrase.english) too.",
        "\(id) 也有名称\(names.quotedPhrase.chinese)。")
    }
  }
}

extension RequestFault.TermPlace {
  fileprivate var phrase: Phrase {
    Phrase(
      ([language.description]
        + [since.map { "from \($0)" }, until.map { "until \($0)" }]
        .compactMap(\.self)).joined(separator: " "),
      ([language.description]
        + [since.map { "自 \($0)" }, until.map { "至 \($0)" }]
        .compactMap(\.self)).joined(separator: " "))
  }
}

extension [String] {
  /// Names in quotes, one behind the other.
  fileprivate var quotedPhrase: Phrase {
    Phrase(map { "'\($0)'" }.joined(separator: " and "), map { "“\($0)”" }.joined())
  }
}
