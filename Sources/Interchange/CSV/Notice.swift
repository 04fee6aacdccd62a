public import TextAnalysis

/// Something that a reader read and that somebody should look at.
public struct Notice: Hashable, Sendable {
  /// What there is to look at.
  public enum Matter: Hashable, Sendable {
    /// A date that a spreadsheet may have made whole: `2018/3/1` of `2018-03`.
    case gainedDay(column: String, value: String)
    /// A word that says more than the file has columns for, so that stored concepts keep theirs.
    case noColumn(String, word: String)
    /// What a file of translation units says that cannot be taken as it is.
    case units(UnitNotice)
  }

  /// Where it stands.
  public var location: SourceLocation
  /// What it is.
  public var matter: Matter
}

extension Notice: Worded {
  /// The place, and one sentence.
  public func message(in language: MessageLanguage) -> String {
    location.description + Phrase(": ", "：")(in: language) + matter.phrase(in: language)
  }
}

extension Notice.Matter {
  fileprivate var phrase: Phrase {
    switch self {
    case .gainedDay(let column, let value):
      Phrase(
        """
        \(column) '\(value)' is read as that very day; if a month was meant, a \
        spreadsheet has added the day. Write it as 2018-03.
        """,
        """
        \(column) 的值“\(value)”按该日读取；若本意只到月，则日是电子表格软件添上的。\
        请写作 2018-03。
        """)
    case .noColumn(let column, let word):
      Phrase(
        """
        '\(word)' also says what the \(column) is; the file has no such column, so \
        concepts in the store keep theirs. Add the column.
        """,
        """
        “\(word)”还说明了 \(column)；文件没有这一列，库中的概念因而保留原值。请添加该列。
        """)
    case .units(let notice): Phrase(notice)
    }
  }
}

/// The notices of one file: the first thousand, and how many there were in all.
struct NoticeList {
  static let limit = 1_000
  private(set) var first: [Notice] = []
  private(set) var count = 0

  mutating func add(_ matter: Notice.Matter, at location: SourceLocation) {
    count += 1
    if first.count < Self.limit { first.append(Notice(location: location, matter: matter)) }
  }
}
