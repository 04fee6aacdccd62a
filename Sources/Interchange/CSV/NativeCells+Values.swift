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
    if row.isEmpty(header[column]) { return nil }
    if let value = memo.value(of: header[column], in: row) { return value }
    guard let text = text(column, row) else { return nil }
    guard let value = pick(text, as: Value.self) else {
      if isBlank(text) { return nil }
      throw failure(notOneOf(Value.self, column, text), row, column)
    }
    memo.remember(value, of: header[column], in: row)
    return value
  }

  func words<Value: RawRepresentable<String> & CaseIterable>(
    _ column: NativeColumn, _ row: CSVRow, _ type: Value.Type,
    _ memo: Memo<TerminologyWords.Meaning>, _ meaning: (Value) -> TerminologyWords.Meaning
  ) throws(InterchangeError) -> TerminologyWords.Meaning? {
    if row.isEmpty(header[column]) { return nil }
    if let value = memo.value(of: header[column], in: row) { return value }
    guard let text = text(column, row) else { return nil }
    let word = trimmed(text)
    if word.isEmpty { return nil }
    guard let value = pick(word, as: type).map(meaning) ?? TerminologyWords.meaning(of: word)
    else { throw failure(notOneOf(type, column, text), row, column) }
    memo.remember(value, of: header[column], in: row)
    return value
  }

  func language(in row: CSVRow) throws(InterchangeError) -> LanguageTag? {
    if row.isEmpty(header[.language]) { return nil }
    if let tag = languages.value(of: header[.language], in: row) { return tag }
    guard let text = text(.language, row) else { return nil }
    let word = halfWidth(text)
    if word.isEmpty { return nil }
    guard let tag = LanguageTag(word) else { throw failure(.notALanguage(word), row, .language) }
    languages.remember(tag, of: header[.language], in: row)
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
    if row.isEmpty(header[column]) { return nil }
    if let date = dates.value(of: header[column], in: row) { return date }
    guard let text = text(column, row), !isBlank(text) else { return nil }
    do throws(TableProblem) {
      let (date, hasGainedDay) = try readDate(text, column: column.name)
      if hasGainedDay {
        notices.add(
          .gainedDay(column: column.name, value: trimmed(text)), at: location(row, column))
      } else {
        dates.remember(date, of: header[column], in: row)
      }
      return date
    } catch {
      throw failure(error, row, column)
    }
  }

  func readDate(
    _ text: String, column: String
  ) throws(TableProblem) -> (date: PartialDate, hasGainedDay: Bool) {
    switch WrittenDate(text) {
    case .date(let date): return (date, false)
    case .gainedDay(let date): return (date, true)
    case .noSuchDay: throw .noSuchDay(column: column, value: trimmed(text))
    case .unreadable: throw .notADate(column: column, value: trimmed(text))
    }
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

/// What cells of some columns were found to mean, the latest sixteen of them.
final class Memo<Value> {
  private var known: [(cell: [UInt8], value: Value)] = []
  private var oldest = 0

  /// Returns what a cell with the same bytes meant before.
  func value(of cell: Int, in row: CSVRow) -> Value? {
    for entry in known where row.holds(entry.cell, in: cell) { return entry.value }
    return nil
  }

  /// Notes what a cell means, in the place of the oldest.
  func remember(_ value: Value, of cell: Int, in row: CSVRow) {
    guard row[cell].count <= 64 else { return }
    if known.count < 16 {
      known.append((Array(row[cell]), value))
    } else {
      known[oldest] = (Array(row[cell]), value)
      oldest = (oldest + 1) % 16
    }
  }
}
