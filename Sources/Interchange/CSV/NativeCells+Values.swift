import Terminology
import TextAnalysis

extension NativeCells {
  /// Returns a cell's text, or nothing where there is no such column or the cell is empty.
  func text(_ column: NativeColumn, _ row: CSVRow) -> String? {
    let cell = header[column]
    guard !row.isEmpty(cell) else { return nil }
    return String(decoding: SpreadsheetGuard.withoutMark(row[cell]), as: UTF8.self)
  }

  func picked<Value: RawRepresentable<String> & CaseIterable>(
    _ column: NativeColumn, _ row: CSVRow, _ memo: Memo<Value>
  ) throws(InterchangeError) -> Value? {
    guard let text = text(column, row) else { return nil }
    if let value = memo[text] { return value }
    guard let value = pick(text, as: Value.self) else {
      if isBlank(text) { return nil }
      throw failure(notOneOf(Value.self, column, text), row, column)
    }
    memo[text] = value
    return value
  }

  func words<Value: RawRepresentable<String> & CaseIterable>(
    _ column: NativeColumn, _ row: CSVRow, _ type: Value.Type,
    _ memo: Memo<TerminologyWords.Meaning>, _ meaning: (Value) -> TerminologyWords.Meaning
  ) throws(InterchangeError) -> TerminologyWords.Meaning? {
    guard let text = text(column, row) else { return nil }
    if let value = memo[text] { return value }
    let word = trimmed(text)
    if word.isEmpty { return nil }
    guard let value = pick(word, as: type).map(meaning) ?? TerminologyWords.meaning(of: word)
    else { throw failure(notOneOf(type, column, text), row, column) }
    memo[text] = value
    return value
  }

  func language(in row: CSVRow) throws(InterchangeError) -> LanguageTag? {
    guard let text = text(.language, row) else { return nil }
    if let tag = languages[text] { return tag }
    let word = halfWidth(text)
    if word.isEmpty { return nil }
    guard let tag = LanguageTag(word) else { throw failure(.notALanguage(word), row, .language) }
    languages[text] = tag
    return tag
  }

  func truth(_ column: NativeColumn, _ row: CSVRow) throws(InterchangeError) -> Bool {
    guard let text = text(column, row) else { return false }
    guard let value = yesOrNo(text) else {
      if isBlank(text) { return false }
      let problem = TableProblem.notOneOf(
        column: column.name, value: trimmed(text), allowed: ["yes", "no"])
      throw failure(problem, row, column)
    }
    return value
  }

  mutating func date(
    _ column: NativeColumn, _ row: CSVRow
  ) throws(InterchangeError) -> PartialDate? {
    guard let text = text(column, row), !isBlank(text) else { return nil }
    do throws(TableProblem) {
      let (date, hasGainedDay) = try readDate(text, column: column.name)
      if hasGainedDay {
        notices.add(
          .gainedDay(column: column.name, value: trimmed(text)), at: location(row, column))
      }
      return date
    } catch {
      throw failure(error, row, column)
    }
  }

  func readDate(
    _ text: String, column: String
  ) throws(TableProblem) -> (date: PartialDate, hasGainedDay: Bool) {
    if let known = dates[text] { return known }
    let reading: (date: PartialDate, hasGainedDay: Bool)
    switch WrittenDate(text) {
    case .date(let date): reading = (date, false)
    case .gainedDay(let date): reading = (date, true)
    case .noSuchDay: throw .noSuchDay(column: column, value: trimmed(text))
    case .unreadable: throw .notADate(column: column, value: trimmed(text))
    }
    dates[text] = reading
    return reading
  }

  func notOneOf<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, _ column: NativeColumn, _ text: String
  ) -> TableProblem {
    .notOneOf(
      column: column.name, value: trimmed(text), allowed: Value.allCases.map(\.rawValue))
  }

  func location(_ row: CSVRow, _ column: NativeColumn) -> SourceLocation {
    let cell = max(0, header[column])
    return SourceLocation(file: file, line: row.line(of: cell), column: cell + 1)
  }

  func failure(
    _ problem: TableProblem, _ row: CSVRow, _ column: NativeColumn
  ) -> InterchangeError { .table(location(row, column), problem) }

  func failure(
    _ problem: TableProblem, _ row: CSVRow, cell: Int
  ) -> InterchangeError {
    .table(SourceLocation(file: file, line: row.line(of: cell), column: cell + 1), problem)
  }
}

/// What texts were found to mean; it forgets all when it has grown to some thousands.
final class Memo<Value> {
  private var values: [String: Value] = [:]

  subscript(text: String) -> Value? {
    get { values[text] }
    set {
      if values.count >= 4096 { values.removeAll() }
      values[text] = newValue
    }
  }
}
