import TextAnalysis

/// How a table (CSV, TSV) can break its rules.
public enum TableProblem: Error, Hashable, Sendable {
  /// Bytes are not in the encoding that the file is read as; perhaps they look like another's.
  case notText(TextEncoding, looksLike: TextEncoding?)
  /// The file ends between the bytes of one character.
  case endsInsideCharacter
  /// A NUL byte, which no text has.
  case nul(looksLikeUTF16: Bool)
  /// More than ``CSVReader/cellLimit`` bytes in one cell.
  case cellTooLong(isQuoted: Bool)
  /// More than ``CSVReader/rowLimit`` bytes in one row.
  case rowTooLong
  /// More than ``CSVReader/columnLimit`` cells in one row.
  case tooManyColumns
  /// A quote is opened here and never closed.
  case unclosedQuote
  /// Something follows a closing quote.
  case textAfterQuote
  /// A row has more cells than the header names.
  case rowLonger(columns: Int, header: Int)
  /// The last row has too few cells and no line end.
  case rowCut(columns: Int, header: Int)

  /// The header names a column that nobody knows.
  case unknownColumn(String, known: [String])
  /// A sheet has a heading that is not understood.
  case unknownHeading(String, known: [String])
  /// The header names a column twice.
  case repeatedColumn(String)
  /// The header lacks a column that must be there.
  case missingColumn(String)
  /// The header names no column with terms.
  case noTermColumn
  /// A cell has a value, its column no name.
  case unnamedColumn(String)
  /// A mapping names a column by a number that no column has, or a name that none has.
  case unknownMapping(String, known: [String])
  /// Which of two columns holds which language cannot be told.
  case languagesUnclear

  /// A cell that must say something is empty.
  case missingValue(column: String)
  /// A cell holds none of the values that its column may have.
  case notOneOf(column: String, value: String, allowed: [String])
  /// A cell holds no date.
  case notADate(column: String, value: String)
  /// A date that the calendar does not have.
  case noSuchDay(column: String, value: String)
  /// A revision that is no whole number from 1.
  case notARevision(String)
  /// An identifier that is no XML name.
  case notAnIdentifier(String)
  /// A language tag that is none.
  case notALanguage(String)
  /// The rows of one concept do not stand together, or two concepts share an identifier.
  case repeatedIdentifier(String, line: Int)
  /// A later row of a concept says otherwise than the first.
  case differs(column: String, first: String, line: Int, here: String)
  /// Two cells of one row cannot both be right.
  case contradiction(column: String, value: String, otherColumn: String, otherValue: String)
  /// A file of conflicts has the store's side of a concept and not the file's.
  case onlyStoreSide(String)
  /// A row has neither an identifier nor a term.
  case noTerms
  /// A cell describes a term, and there is none.
  case valueWithoutTerm(column: String)
  /// A relation is of a kind that nobody knows.
  case unknownRelation(String)
  /// A relation has no target.
  case relationWithoutTarget(String)
  /// A relation goes on in a way that cannot be read.
  case relationRest(String)
}

extension TableProblem {
  /// Whether nothing behind can be read: a reader that has thrown such a problem has ended.
  public var endsReading: Bool {
    switch self {
    case .notText, .endsInsideCharacter, .nul, .cellTooLong, .rowTooLong, .tooManyColumns,
      .unclosedQuote, .unknownColumn, .unknownHeading, .repeatedColumn, .missingColumn,
      .noTermColumn,
      .unknownMapping, .languagesUnclear:
      true
    default: false
    }
  }
}
