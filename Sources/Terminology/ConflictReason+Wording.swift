public import TextAnalysis

extension ConflictReason: Worded {
  /// The reason in a clause, to stand behind the concept's name.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .olderRevision(let file, let store):
      Phrase(
        "the record was exported at rev \(file), the store is at rev \(store)",
        "该记录导出时修订号为 \(file)，库中修订号为 \(store)")
    case .newerRevision(let file, let store):
      Phrase(
        "the record has rev \(file) of another store, this one is at rev \(store)",
        "该记录的修订号 \(file) 出自另一个库，本库的修订号为 \(store)")
    case .editedSince(let names):
      Phrase(
        "edited in the store since the file was taken in: \(names.joined(separator: ", "))",
        "上次导入该文件之后在库中改过：\(names.joined(separator: "、"))")
    case .madeByHand(let names):
      Phrase(
        "made in the store, and different there: \(names.joined(separator: ", "))",
        "在库中新建，且内容不同：\(names.joined(separator: "、"))")
    case .otherGlossary(let name):
      Phrase("the concept belongs to glossary '\(name)'", "该概念属于术语表“\(name)”")
    case .outOfUse(let process):
      Phrase(
        "the concept is \(process.rawValue) in the store", "该概念在库中\(process.phrase.chinese)")
    case .otherName:
      Phrase(
        "the names of one language are this concept's, those of the other language are not",
        "一种语言的名称属于该概念，另一种语言的名称则不属于")
    }
  }
}

extension ProcessStatus {
  /// What people call it.
  package var phrase: Phrase {
    switch self {
    case .proposed: Phrase("proposed", "待定")
    case .approved: Phrase("approved", "已批准")
    case .rejected: Phrase("rejected", "已否决")
    case .retired: Phrase("retired", "已停用")
    }
  }
}
