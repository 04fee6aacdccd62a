public import TextAnalysis

/// Something that a reader read and that somebody should look at.
public struct Notice: Hashable, Sendable, CustomStringConvertible {
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

  /// The place, and one sentence.
  public var description: String {
    switch matter {
    case .gainedDay(let column, let value):
      """
      \(location): \(column) '\(value)' is read as that very day; if a month was meant, a \
      spreadsheet has added the day. Write it as 2018-03.
      """
    case .noColumn(let column, let word):
      """
      \(location): '\(word)' also says what the \(column) is; the file has no such column, so \
      concepts in the store keep theirs. Add the column.
      """
    case .units(let notice): "\(location): \(notice.message)"
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
