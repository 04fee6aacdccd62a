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

  var message: String {
    switch self {
    case .notText(let encoding, let look):
      if let look {
        """
        these bytes are not \(encoding.title); they look like \(look.title). \
        Say --encoding \(look.rawValue), or save the file as UTF-8.
        """
      } else {
        """
        these bytes are not \(encoding.title); a table is read as UTF-8 unless --encoding says \
        otherwise. Say --encoding \(others(than: encoding)), or save the file as UTF-8.
        """
      }
    case .endsInsideCharacter:
      "the file ends inside a character; it was cut off. Get it whole."
    case .nul(looksLikeUTF16: true):
      """
      a NUL byte; the file looks like UTF-16 without a byte-order mark. Say --encoding utf16, or \
      save the file as UTF-8.
      """
    case .nul(looksLikeUTF16: false):
      "a NUL byte; text has none. This is no table, or it is damaged."
    case .cellTooLong(let isQuoted):
      "the cell is longer than 1 MiB, the most that a cell may have."
        + (isQuoted ? " Perhaps its quote is never closed." : " Perhaps this is no table.")
    case .rowTooLong:
      "the row is longer than 4 MiB, the most that a row may have. Perhaps a quote is never closed."
    case .tooManyColumns:
      "the row has more than \(CSVReader.columnLimit) columns, the most that it may have."
    case .unclosedQuote:
      """
      the quote opened here is never closed; RFC 4180 requires it. Close it, and double every \
      quote inside.
      """
    case .textAfterQuote:
      """
      text follows the closing quote; by RFC 4180 a cell ends there. Double every quote inside \
      the cell.
      """
    case .rowLonger(let columns, let header):
      """
      the row has \(columns) columns, the header has \(header). Put quotes round a cell that \
      holds a delimiter.
      """
    case .rowCut(let columns, let header):
      """
      the file ends inside this row: it has \(columns) columns, the header has \(header). Get \
      the file whole, or end it with a line end.
      """
    case .unknownColumn(let name, let known):
      """
      there is no column '\(shortened(name))'; the columns are \(known.joined(separator: ", ")).\
      \(hint(name, known))
      """
    case .unknownHeading(let name, let known):
      """
      the heading '\(shortened(name))' is not understood; understood are \
      \(known.joined(separator: ", ")). Rename it, or say which columns count: \
      --columns en=1,zh=2.\(hint(name, known))
      """
    case .repeatedColumn(let name):
      "the column '\(shortened(name))' stands twice in the header; once is allowed."
    case .missingColumn(let name):
      "the header has no column '\(name)'; it is required. Add it."
    case .noTermColumn:
      """
      the header names no column of terms; at least one such as 'en' or 'zh' is required. Say \
      which is which: --columns en=1,zh=2.
      """
    case .unnamedColumn(let value):
      "'\(shortened(value))' stands in a column without a name; the header must name it."
    case .unknownMapping(let name, let known):
      """
      --columns: '\(shortened(name))' cannot be understood; required is a name and the column's \
      number, and the names are \(known.joined(separator: ", ")).\(hint(name, known))
      """
    case .languagesUnclear:
      "which column is English and which Chinese cannot be told. Say --from and --to."
    default: valueMessage
    }
  }

  private var valueMessage: String {
    switch self {
    case .missingValue(let column): "'\(column)' is empty; every row requires it. Fill it in."
    case .notOneOf(let column, let value, let allowed):
      """
      \(column) '\(shortened(value))' is not one of \(allowed.joined(separator: ", ")).\
      \(hint(value, allowed))
      """
    case .notADate(let column, let value):
      """
      \(column) '\(shortened(value))' is not a date; required is 2018, 2018-03 or 2018-03-17 \
      (ISO 8601).
      """
    case .noSuchDay(let column, let value):
      "\(column) '\(shortened(value))' is not in the calendar; a day that exists is required."
    case .notARevision(let value):
      "rev '\(shortened(value))' is not a whole number from 1. Leave it as it was exported."
    case .notAnIdentifier(let value):
      """
      id '\(shortened(value))' is not an XML name; required are letters, digits, '.', '-' and \
      '_', a letter first.
      """
    case .notALanguage(let value):
      "language '\(shortened(value))' is not a language tag of BCP 47, such as en or zh-Hans."
    case .repeatedIdentifier(let id, let line):
      """
      '\(shortened(id))' stands in line \(line) already; the rows of a concept stand together, \
      and each concept has an id of its own.
      """
    case .differs(let column, let first, let line, let here):
      """
      \(column) is '\(shortened(here))' here and \(first.isEmpty ? "empty" : "'\(shortened(first))'") \
      in line \(line); a concept has one, in its first row. Remove one of them.
      """
    case .contradiction(let column, let value, let other, let otherValue):
      """
      \(column) '\(shortened(value))' and \(other) '\(shortened(otherValue))' cannot both be \
      right. Remove one of them.
      """
    case .noTerms: "the row has no term; one at least is required. Fill it in, or remove the row."
    case .onlyStoreSide(let id):
      "'\(shortened(id))' has only rows of the side 'store'; those of the side 'file' are required."
    case .valueWithoutTerm(let column):
      "'\(column)' describes a term, but the row has none. Give 'term' and 'language'."
    case .unknownRelation(let value):
      """
      relations: '\(shortened(value))' is not one of \(relationWords.joined(separator: ", ")).\
      \(hint(value, relationWords))
      """
    case .relationWithoutTarget(let value):
      "relations: '\(shortened(value))' names no concept; required is 'replaces agency.aqsiq'."
    case .relationRest(let value):
      """
      relations: '\(shortened(value))' cannot be read; required is 'replaces agency.aqsiq since \
      2018-03 until 2020-01 (scope)', and a bar inside is written '\\|'.
      """
    default: ""
    }
  }
}

private let relationWords = ["replaces", "replacedBy", "partOf", "related"]

private func others(than encoding: TextEncoding) -> String {
  let names = TextEncoding.allCases.filter { $0 != encoding }.map(\.rawValue)
  return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
}

private func hint(_ word: String, _ known: [String]) -> String {
  nearestWord(to: word, among: known).map { " Did you mean '\($0)'?" } ?? ""
}

/// A value as messages show it: on one line, 40 characters at most.
func shortened(_ value: String) -> String {
  let line = value.map { $0.isNewline ? " " : $0 }
  return line.count <= 40 ? String(line) : String(line.prefix(39)) + "…"
}
