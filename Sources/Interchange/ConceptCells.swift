public import Terminology
import TextAnalysis

/// A new value of one column of the native CSV, as its cells are written.
public struct CellEdit: Sendable, Hashable {
  /// The column.
  public var column: String
  /// The value; an empty one clears the cell.
  public var value: String

  /// Sets a column.
  public init(column: String, value: String) { (self.column, self.value) = (column, value) }
}

/// One cell in which two versions of a concept differ.
public struct CellDifference: Sendable, Hashable {
  /// The column, after the term where it is a term's: `zh-Hans 工信部: status`.
  public var what: String
  /// The cell before; nothing where it was empty.
  public var before: String?
  /// The cell after; nothing where it is empty.
  public var after: String?
}

/// A concept as the cells of the native CSV, for those who edit or compare single ones.
public struct ConceptCells {
  private let name: String
  private let header: [String]
  private var rows: [[String]]

  /// Writes an entry into cells.
  public init(_ entry: ConceptEntry) throws(InterchangeError) {
    name = entry.id
    let gathered = ByteGathering()
    var writer = try NativeCSVWriter(gathered.sink, columns: .withoutRevision)
    try writer.write(entry, rev: nil)
    try writer.finish()
    var table = try CSVReader(ByteSource(bytes: gathered.bytes, name: entry.id))
    var rows: [[String]] = []
    while try table.readRow() {
      rows.append(
        (0..<table.row.count).map { cell in
          String(decoding: SpreadsheetGuard.withoutMark(table.row[cell]), as: UTF8.self)
        })
    }
    (header, self.rows) = (rows.first ?? [], Array(rows.dropFirst()))
  }

  private final class ByteGathering {
    var bytes: [UInt8] = []
    var sink: ByteSink { ByteSink { (piece) throws(InterchangeError) in self.bytes += piece } }
  }
}

extension ConceptCells {
  /// Returns an entry with cells set, their values read as the native CSV reads them.
  ///
  /// - Parameters:
  ///   - entry: The entry as it is.
  ///   - term: The place of the term whose cells are set; nothing means the concept's own.
  ///   - edits: The cells.
  /// - Returns: The entry as it is to be.
  /// - Throws: ``InterchangeError`` where there is no such column or a value is none of its
  ///   column's.
  public static func edited(
    _ entry: ConceptEntry, term: Int? = nil, _ edits: [CellEdit]
  ) throws(InterchangeError) -> ConceptEntry {
    var cells = try ConceptCells(entry)
    for edit in edits { try cells.set(edit, term: term) }
    return try cells.entry()
  }

  private mutating func set(_ edit: CellEdit, term: Int?) throws(InterchangeError) {
    let language = header.firstIndex(of: "language") ?? 0
    let columns = term == nil ? header[1..<language] : header[language...]
    guard let place = columns.firstIndex(of: edit.column) else {
      throw .table(
        SourceLocation(file: name), .unknownColumn(edit.column, known: Array(columns)))
    }
    rows[term ?? 0][place] = edit.value
  }

  private func entry() throws(InterchangeError) -> ConceptEntry {
    let gathered = ByteGathering()
    var table = try CSVWriter(gathered.sink, style: .plain)
    for row in [header] + rows {
      for cell in row { table.add(cell) }
      try table.endRow()
    }
    try table.finish()
    var reader = try NativeCSVReader(ByteSource(bytes: gathered.bytes, name: name))
    guard let concept = try reader.next() else { throw .file(name, .empty) }
    return concept.entry
  }
}

extension ConceptCells {
  /// Returns the cells in which two versions of a concept differ.
  ///
  /// - Parameters:
  ///   - before: The earlier version; nothing where the concept was added.
  ///   - after: The later one.
  /// - Returns: The concept's own cells first, then those of terms removed, changed and added.
  /// - Throws: ``InterchangeError`` where the versions cannot be written as cells.
  public static func differences(
    from before: ConceptEntry?, to after: ConceptEntry
  ) throws(InterchangeError) -> [CellDifference] {
    let old = try before.map { (entry) throws(InterchangeError) in try ConceptCells(entry).named }
    let new = try ConceptCells(after).named
    let names =
      (old ?? []).map(\.0)
      + new.map(\.0).filter { name in
        !(old ?? []).contains { $0.0 == name }
      }
    return names.compactMap { name in
      let (was, now) = (
        old?.first { $0.0 == name }?.1 ?? "", new.first { $0.0 == name }?.1 ?? ""
      )
      guard was != now else { return nil }
      return CellDifference(
        what: name, before: was.isEmpty ? nil : was, after: now.isEmpty ? nil : now)
    }
  }

  /// Every cell that is not empty with a name of its own; a term's text stands under its name.
  private var named: [(String, String)] {
    guard let language = header.firstIndex(of: "language"),
      let term = header.firstIndex(of: "term")
    else { return [] }
    var cells: [(String, String)] = []
    for (place, value) in (rows.first ?? []).prefix(language).enumerated() where place > 0 {
      if !value.isEmpty { cells.append((header[place], value)) }
    }
    var counts: [String: Int] = [:]
    for row in rows where !row[term].isEmpty {
      var name = row[language] + " " + row[term]
      counts[name, default: 0] += 1
      if let count = counts[name], count > 1 { name += " (\(count))" }
      cells.append((name, row[term]))
      for place in (term + 1)..<header.count where !row[place].isEmpty {
        cells.append((name + ": " + header[place], row[place]))
      }
    }
    return cells
  }
}
