public import Terminology
public import TextAnalysis

/// The forms in which concepts are read.
public enum ConceptFormat: String, Sendable, Codable, CaseIterable {
  /// The native CSV: everything, one row a term.
  case csv
  /// The wide CSV: one row a concept.
  case wide
  /// Any other table with headers that are understood.
  case sheet
  /// TBX of 2019 or 2008.
  case tbx
}

/// The concepts of a file in any form that is understood, told apart by content.
public struct ConceptReader {
  /// The form that the file has.
  public let format: ConceptFormat
  // One of them is there; each is changed in place, for a copy of a reader would copy its buffers.
  private var table: TableReader?
  private var tbx: TBXReader?

  /// Looks at a file and begins to read it.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What the bytes of a table are; nothing means UTF-8, or what a mark says.
  ///   - columns: Where the columns of a table without known headers stand, from 1.
  ///   - from: The language of a table's column `source`.
  ///   - to: The language of a table's column `target`.
  /// - Throws: ``InterchangeError`` where the file is empty or begins like nothing understood.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, columns: [String: Int]? = nil,
    from: LanguageTag? = nil, to: LanguageTag? = nil
  ) throws(InterchangeError) {
    if try FileKind.looksLikeMarkup(source.peek(256)) {
      (format, tbx) = (.tbx, TBXReader(source))
      return
    }
    let table = try TableReader(source, encoding: encoding, columns: columns, from: from, to: to)
    switch table.format {
    case .native: format = .csv
    case .wide: format = .wide
    case .sheet: format = .sheet
    }
    self.table = table
  }

  /// Reads the next concept.
  ///
  /// - Returns: The concept, or nothing at the end.
  /// - Throws: ``InterchangeError`` where a record breaks the rules of its form.
  public mutating func next() throws(InterchangeError) -> IncomingConcept? {
    if table != nil { return try table?.next() }
    return try tbx?.next()
  }

  /// What somebody should look at, so far.
  public var notices: [Notice] { table?.notices ?? [] }

  /// What the file holds and the model cannot, so far.
  public var losses: LossReport { tbx?.losses ?? LossReport() }
}
