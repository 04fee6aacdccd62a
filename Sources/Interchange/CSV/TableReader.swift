public import Terminology
public import TextAnalysis

/// The three forms in which a table of concepts may come.
public enum TableFormat: String, Sendable, CaseIterable {
  /// One row a term: ``NativeCSVReader``.
  case native
  /// One row a concept, ours: ``WideCSVReader``.
  case wide
  /// One row a concept, somebody's: ``SheetReader``.
  case sheet

  /// Tells the form by the names of the columns: `language` and `term` are the native form's, an
  /// `id` beside columns of terms called as ours the wide form's.
  public static func detect(_ header: [String]) -> TableFormat {
    let names = Set(header.map { halfWidth($0).lowercased() })
    if names.intersection(["id", "language", "term"]).count >= 2 { return .native }
    guard names.contains("id"), !names.isDisjoint(with: ["en", "zh"]) else { return .sheet }
    let others = names.subtracting(WideColumn.wide.map(\.name))
    let hasOurs = !names.isDisjoint(with: [
      "en_other", "en_deprecated", "zh_other", "zh_deprecated",
    ])
    return others.subtracting([""]).isEmpty || hasOurs ? .wide : .sheet
  }
}

/// The concepts of a table of whichever form, told by its header.
public struct TableReader {
  /// The form that the table has.
  public let format: TableFormat
  // One of the three.
  private var native: NativeCSVReader?
  private var wide: WideCSVReader?
  private var sheet: SheetReader?

  /// Opens a table and reads its first row.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8, or what a byte-order mark says.
  ///   - columns: Where the columns of a sheet stand: see ``SheetReader``; the table is then read
  ///     as one, whatever its header.
  ///   - from: The language of a sheet's column `source`.
  ///   - to: The language of a sheet's column `target`.
  /// - Throws: ``InterchangeError`` where the header cannot be read; see the readers.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, columns: [String: Int]? = nil,
    from: LanguageTag? = nil, to: LanguageTag? = nil
  ) throws(InterchangeError) {
    let table = try CSVReader(headOf: source, encoding: encoding)
    format = columns == nil ? TableFormat.detect(table.headings) : .sheet
    switch format {
    case .native: native = try NativeCSVReader(headed: table)
    case .wide: wide = try WideCSVReader(headed: table)
    case .sheet: sheet = try SheetReader(headed: table, columns: columns, from: from, to: to)
    }
  }

  /// What somebody should look at, so far: the first thousand.
  public var notices: [Notice] { native?.notices ?? [] }

  /// How many notices there are, so far.
  public var noticeCount: Int { native?.noticeCount ?? 0 }

  /// Reads the next concept.
  ///
  /// - Returns: The concept, or nothing at the end.
  /// - Throws: ``InterchangeError`` where a record breaks the rules; it is then left out, and the
  ///   next call goes on, unless ``TableProblem/endsReading``.
  public mutating func next() throws(InterchangeError) -> IncomingConcept? {
    switch format {
    case .native: try native?.next()
    case .wide: try wide?.next()
    case .sheet: try sheet?.next()
    }
  }
}
