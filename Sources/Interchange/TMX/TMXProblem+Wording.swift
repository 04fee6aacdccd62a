public import TextAnalysis

extension TMXProblem: Worded {
  /// What was found, what is required, and what to do; the place is put in front by
  /// ``InterchangeError``.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .notTMX(let root):
      Phrase(
        """
        the outermost element is <\(root.shortened())>; TMX 1.4b requires <tmx>. Is it another \
        format?
        """,
        "最外层的元素是 <\(root.shortened())>；TMX 1.4b 要求 <tmx>。是否为其他格式？")
    case .languageMissing:
      Phrase(
        "<tuv> has no 'xml:lang'; TMX 1.4b requires one. Add it.",
        "<tuv> 没有“xml:lang”；TMX 1.4b 要求注明。请补上。")
    case .segmentMissing:
      Phrase(
        "<tuv> has no <seg>; TMX 1.4b requires one. Add it.",
        "<tuv> 没有 <seg>；TMX 1.4b 要求有一个。请补上。")
    case .segmentRepeated:
      Phrase(
        "<tuv> has a second <seg>; TMX 1.4b allows one. Put it into a <tuv> of its own.",
        "<tuv> 有第二个 <seg>；TMX 1.4b 只允许一个。请另放入一个 <tuv>。")
    case .noVariants:
      Phrase(
        "<tu> has no <tuv>; TMX 1.4b requires one. Remove it.",
        "<tu> 没有 <tuv>；TMX 1.4b 要求至少有一个。请将其删去。")
    case .noPair(let lack, let count):
      Phrase(
        """
        no unit \(lack.phrase.english) (\(count) read); a memory holds English with Chinese. Is it \
        the right file?
        """,
        "没有单元\(lack.phrase.chinese)（已读 \(count) 个）；翻译记忆库存放英汉对照的语段。文件是否正确？")
    }
  }
}

extension TMXProblem.PairLack {
  fileprivate var phrase: Phrase {
    switch self {
    case .chinese: Phrase("has Chinese", "含有中文")
    case .english: Phrase("has English", "含有英文")
    case .both: Phrase("has both English and Chinese", "兼有英文和中文")
    case .asked(let from, let to):
      Phrase("has both \(from) and \(to)", "兼有 \(from) 和 \(to)")
    }
  }
}

extension UnitNotice: Worded {
  /// What was found, and what to do; the place is put in front by ``Notice``.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .sourceLanguage(let written?):
      Phrase(
        """
        the source language is '\(written.shortened())', neither English nor Chinese; English is \
        taken for it. If that is wrong, say --from zh.
        """,
        "原文语言为“\(written.shortened())”，既非英文也非中文；按英文处理。若有误，请加上 --from zh。")
    case .sourceLanguage(nil):
      Phrase(
        """
        no 'srclang' says what the source language is; English is taken for it. If that is wrong, \
        say --from zh.
        """,
        "没有“srclang”说明原文语言；按英文处理。若有误，请加上 --from zh。")
    }
  }
}
