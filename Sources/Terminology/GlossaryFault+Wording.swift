public import TextAnalysis

extension GlossaryFault: Worded {
  /// What is wrong and what is required, in a sentence.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .identifier(let id, let kind):
      Phrase(
        "the identifier '\(id)' is not lower-case ASCII letters, digits and '.-_' beginning with "
          + "'\(kind.identifierPrefix)', as a \(kind.rawValue) requires.",
        "标识符“\(id)”不合要求；\(kind.rawValue) 类的标识符只用小写 ASCII 字母、数字和“.-_”，"
          + "并以“\(kind.identifierPrefix)”开头。")
    case .twoPreferred(let language, let first, let second):
      Phrase(
        "'\(first)' and '\(second)' are both preferred in \(language) on the same day; one may be.",
        "“\(first)”和“\(second)”在同一天都是 \(language) 的首选术语；只能有一个。")
    case .repeatedTerm(let language, let text):
      Phrase(
        "'\(text)' stands twice in \(language) with the same dates.",
        "“\(text)”在 \(language) 中以相同日期出现两次。")
    case .noTerm: Phrase("the entry has no term.", "该词条没有术语。")
    case .unresolved(let id):
      Phrase("'\(id)' is named and does not exist.", "提及的“\(id)”不存在。")
    case .unmirrored(let kind, let target):
      Phrase(
        "it says '\(kind.rawValue) \(target)', and \(target) does not say "
          + "'\(kind.mirror?.rawValue ?? "")' with the same date and scope.",
        "其中写有“\(kind.rawValue) \(target)”，而 \(target) 未以相同的日期和范围写明"
          + "“\(kind.mirror?.rawValue ?? "")”。")
    case .selfRelation(let kind):
      Phrase("it says '\(kind.rawValue)' of itself.", "其中写有指向自身的“\(kind.rawValue)”。")
    case .datesReversed(let first, let firstDate, let second, let secondDate):
      Phrase(
        "\(first) \(firstDate) is after \(second) \(secondDate).",
        "\(first) \(firstDate) 晚于 \(second) \(secondDate)。")
    case .latinPunctuation(let mark, let text):
      Phrase(
        "'\(mark)' stands in the Chinese '\(text)'; Chinese punctuation is required.",
        "中文“\(text)”中有“\(mark)”；须用中文标点。")
    case .outerTitleMarks(let text):
      Phrase(
        "'\(text)' bears its outer 《》; a title is kept without.",
        "“\(text)”带有最外层的《》；标题不带书名号保存。")
    case .spaceAtEnd(let text):
      Phrase("'\(text)' begins or ends with space.", "“\(text)”以空格开头或结尾。")
    case .authorityWithoutSource(let text):
      Phrase(
        "'\(text)' claims an authority without naming a source.", "“\(text)”注明了依据，却没有出处。")
    case .preferredAndWrong(let language, let text):
      Phrase(
        "'\(text)' is both preferred and deprecated in \(language) on the same day.",
        "“\(text)”在 \(language) 中同一天既是首选又是不推荐。")
    }
  }
}
