import Terminology
import TextAnalysis

/// The columns of the native CSV, in the order in which they are written.
///
/// `id` (and `rev`) stand in every row of a concept, the other columns of concepts in its first.
enum NativeColumn: Int, CaseIterable {
  case id, kind, subject, definition, process, enforce, issuers, number, issued, effective
  case repealed, force, relations, conceptSource, conceptNote, rev
  case language, term, type, status, register, region, caseSensitivity, partOfSpeech, recognise
  case since, until, authority, source, seen, note
  // In files of conflicts only.
  case glossary, side, decision

  /// The names in the header, in the order of the cases.
  static let names = [
    "id", "kind", "subject", "definition", "process", "enforce", "issuers", "number", "issued",
    "effective", "repealed", "force", "relations", "concept_source", "concept_note", "rev",
    "language", "term", "type", "status", "register", "region", "case", "part_of_speech",
    "recognise", "since", "until", "authority", "source", "seen", "note",
    "glossary", "side", "decision",
  ]

  /// What the header calls it.
  var name: String { Self.names[rawValue] }

  /// The columns of a concept that may differ from blank only as its first row has them.
  static let ofConcepts: [Self] =
    [.kind, .subject, .definition, .process, .enforce, .issuers, .number, .issued, .effective]
    + [.repealed, .force, .relations, .conceptSource, .conceptNote, .rev, .glossary]

  /// The columns that describe a term.
  static let ofTerms = allCases.filter {
    $0.rawValue > term.rawValue && $0.rawValue <= note.rawValue
  }

  /// The columns of conflicts.
  static let ofConflicts: [Self] = [.glossary, .side, .decision]
}

/// Which cell of a row holds which column: made from a header.
struct NativeHeader {
  /// How many cells the header has.
  let count: Int
  /// What the columns can say.
  let carries: DataCategories
  private let places: [Int]

  /// Reads a header: names in any order, any case and width.
  init(of table: CSVReader) throws(InterchangeError) {
    let row = table.row
    var places = [Int](repeating: -1, count: NativeColumn.allCases.count)
    var carries: DataCategories = []
    for cell in 0..<row.count {
      let written = halfWidth(
        String(decoding: SpreadsheetGuard.withoutMark(row[cell]), as: UTF8.self))
      // A header may end in delimiters; cells below them must be empty.
      if written.isEmpty { continue }
      guard let index = NativeColumn.names.firstIndex(of: written.lowercased()) else {
        throw .table(
          table.location(of: cell), .unknownColumn(written, known: NativeColumn.names))
      }
      guard places[index] < 0 else {
        throw .table(table.location(of: cell), .repeatedColumn(NativeColumn.names[index]))
      }
      places[index] = cell
      if let category = DataCategories(named: NativeColumn.names[index]) {
        carries.insert(category)
      }
    }
    for column in [NativeColumn.id, .language, .term] where places[column.rawValue] < 0 {
      throw .table(
        SourceLocation(file: table.name, line: row.line), .missingColumn(column.name))
    }
    (self.places, self.carries, count) = (places, carries, row.count)
  }

  /// The cell of a column; -1 where the file has none.
  subscript(column: NativeColumn) -> Int { places[column.rawValue] }

  /// Whether no column stands over a cell.
  func isUnnamed(_ cell: Int) -> Bool { !places.contains(cell) }

  /// Whether every cell has a column.
  var namesAll: Bool { places.count { $0 >= 0 } == count }
}
