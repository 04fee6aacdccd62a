public import TextAnalysis
public import TranslationMemory

/// The forms in which translation units are read.
public enum UnitFormat: String, Sendable, Codable, CaseIterable {
  /// TMX of version 1.1 to 1.4b.
  case tmx
  /// A table of two languages, TSV or CSV.
  case table
}

/// The translation units of a file in any form that is understood, told apart by content.
public struct UnitReader {
  /// The form that the file has.
  public let format: UnitFormat
  private let name: String
  private let from: LanguageTag?
  private let to: LanguageTag?
  private let state: UnitState
  private let use: UnitUse
  // One of the two is there; each is changed in place, for a copy of a reader would copy its buffers.
  private var table: PairTableReader?
  private var tmx: TMXReader?
  private var reduction: UnitReduction?
  /// Units of the same unit of the file that were not given yet, the last first.
  private var waiting: [IncomingUnit] = []

  /// Looks at a file and begins to read it.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What the bytes of a table are; nothing means UTF-8, or what a mark says.
  ///   - from: The language of the source; nothing means that the file tells.
  ///   - to: The language of the target; nothing means that the file tells.
  ///   - state: What units are that do not say so.
  ///   - use: What they are read for.
  /// - Throws: ``InterchangeError`` where the file is empty or begins like nothing understood.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, from: LanguageTag? = nil,
    to: LanguageTag? = nil, state: UnitState = .reviewed, use: UnitUse = .memory
  ) throws(InterchangeError) {
    (name, self.from, self.to, self.state) = (source.name, from, to, state)
    self.use = use
    if try FileKind.looksLikeMarkup(source.peek(256)) {
      (format, tmx) = (.tmx, TMXReader(source, use: use))
    } else {
      format = .table
      table = try PairTableReader(
        source, encoding: encoding, from: from, to: to, state: state, use: use)
    }
  }

  /// Reads the next unit.
  ///
  /// - Returns: The unit, or nothing at the end.
  /// - Throws: ``InterchangeError`` where a record breaks the rules of its form, and at the end of a
  ///   TMX file with units, if none of them has both languages.
  public mutating func next() throws(InterchangeError) -> IncomingUnit? {
    if table != nil { return try table?.next() }
    if reduction == nil, let header = try tmx?.readHeader() {
      reduction = UnitReduction(header: header, from: from, to: to, state: state, use: use)
    }
    while true {
      if let unit = waiting.popLast() { return unit }
      guard let unit = try tmx?.next() else { break }
      waiting = incoming(unit)
    }
    if let lack = reduction?.lack {
      throw .markup(SourceLocation(file: name), .tmx(lack))
    }
    return nil
  }

  /// The units that one unit of a TMX file is, the last first.
  private mutating func incoming(_ unit: TMXUnit) -> [IncomingUnit] {
    let made = reduction?.units(of: unit) ?? []
    var incoming = made.map { IncomingUnit($0, at: unit.location, memory: unit.memory) }
    if use == .check {
      for (place, variants) in (reduction?.madeOf ?? []).enumerated() {
        incoming[place].sourceRuns = unit.variants[variants.source].runs
        incoming[place].targetRuns = unit.variants[variants.target].runs
      }
    }
    return incoming.reversed()
  }

  /// What somebody should look at, so far.
  public var notices: [Notice] { reduction?.notices ?? [] }

  /// What the file holds and a memory cannot, so far.
  public var losses: LossReport {
    if let table { return table.losses }
    var losses = reduction?.report ?? LossReport()
    for loss in tmx?.losses.losses ?? [] {
      losses.add(loss.what, because: loss.why, count: loss.count)
    }
    return losses
  }
}
