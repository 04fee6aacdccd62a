package import TextAnalysis

/// What parts the cells of a row.
package enum CSVDelimiter: UInt8, Sendable, CaseIterable {
  /// The delimiters in use, the more usual first.
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
}

/// Whether quotation marks enclose cells.
package enum CSVQuoting: Sendable {
  /// They do, as RFC 4180 has it.
  case enclosing
  /// They are characters as others are: every line is a row.
  case literal
}

/// The rows of a table as RFC 4180 has them, one at a time, in constant memory.
///
/// CRLF, LF and a lone CR end a row. A cell in quotes may hold all of these, and a quote doubled; a
/// quote inside a cell that does not begin with one is kept as it stands. Lines with nothing in
/// them are no rows. Text that goes on behind a closing quote is a ``CSVRow/fault`` of its row.
///
/// Refused, and nothing can be read behind: text that is not in the encoding, NUL, a quote that is
/// never closed, a cell of more than ``cellLimit`` bytes, a row of more than ``rowLimit`` bytes or
/// ``columnLimit`` cells.
package struct CSVReader {
  /// The most bytes that a cell may have, in UTF-8: 1 MiB.
  package static let cellLimit = 1 << 20
  /// The most bytes that a row may have: 4 MiB.
  package static let rowLimit = 4 << 20
  /// The most cells that a row may have.
  package static let columnLimit = 1024

  /// The file's name, for messages.
  package let name: String
  /// The row read last.
  package internal(set) var row = CSVRow()
  /// What parts the cells: the one given, else the one that the first line has most of.
  package private(set) var delimiter: CSVDelimiter

  private let quoting: CSVQuoting
  private let decoder: TextDecoder
  private var piece: [UInt8] = []
  private var place = 0
  private var line = 1
  private var quoteLine = 0
  private var isBehindReturn = false
  private var hasEnded = false

  private enum State {
    case cellStart, plain, quoted, quoteInQuoted, rowEnd
  }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - encoding: What they are; nothing means UTF-8, or what a byte-order mark says.
  ///   - delimiter: What parts the cells; nothing means that the first line tells, by a line
  ///     `sep=;` as spreadsheets write it or by what it has most of.
  ///   - quoting: Whether quotation marks enclose cells.
  /// - Throws: What reading the first bytes throws.
  package init(
    _ source: ByteSource, encoding: TextEncoding? = nil, delimiter: CSVDelimiter? = nil,
    quoting: CSVQuoting = .enclosing
  ) throws(InterchangeError) {
    name = source.name
    self.quoting = quoting
    decoder = TextDecoder(source, encoding: encoding)
    piece = try decoder.next()
    hasEnded = piece.isEmpty
    self.delimiter = delimiter ?? .comma
    if delimiter == nil { takeDelimiterFromFirstLine() }
  }

  /// Reads the next row into ``row``.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: What the type's description says; after that there are no more rows.
  package mutating func readRow() throws(InterchangeError) -> Bool {
    guard !hasEnded else { return false }
    var state = State.cellStart
    row.begin(line: line)
    while state != .rowEnd {
      if place == piece.count {
        (piece, place) = (try nextPiece(), 0)
        guard !piece.isEmpty else {
          hasEnded = true
          if state == .cellStart, row.count == 0 { return false }
          if state == .quoted { throw failure(.unclosedQuote, line: quoteLine) }
          try endCell()
          row.isUnended = true
          break
        }
      }
      try scan(&state)
    }
    do {
      try checkEncoding()
    } catch {
      hasEnded = true
      throw error
    }
    return true
  }

  /// Names the place of a cell of ``row``, counted from 0.
  package func location(of cell: Int) -> SourceLocation {
    SourceLocation(file: name, line: row.line(of: cell), column: cell + 1)
  }
}

extension CSVReader {
  /// Goes on through ``piece`` until the row or the piece ends.
  ///
  /// What stands between `run` and `at` belongs to the row and is not in it yet: cells without
  /// quotes are copied together, the delimiters between them included.
  private mutating func scan(_ state: inout State) throws(InterchangeError) {
    let piece = piece
    let bytes = piece.span
    let end = bytes.count
    let delimiter = delimiter.rawValue
    var at = place
    var run = at
    while at < end {
      switch state {
      case .cellStart:
        if bytes[at] == quotationMark, quoting == .enclosing {
          try append(piece[run..<at])
          at &+= 1
          (run, state, quoteLine) = (at, .quoted, line)
          row.quoted.append(row.count)
        } else if bytes[at] == lineFeed, isBehindReturn, row.count == 0 {
          at &+= 1
          run = at
        } else {
          (state, quoteLine) = (.plain, 0)
        }
        isBehindReturn = false
      case .plain:
        while at < end {
          let byte = bytes[at]
          if byte == delimiter {
            guard row.end(at: row.bytes.count &+ at &- run) else {
              throw try tooLarge(adding: piece[run..<at])
            }
            quoteLine = 0
            at &+= 1
            if at < end, bytes[at] != quotationMark { continue }
            state = .cellStart
            break
          }
          if byte <= 13, endsRow(byte) { break }
          at &+= 1
        }
        guard state == .plain, at < end else { continue }
        try append(piece[run..<at])
        if bytes[at] == 0 { throw nul(at: at) }
        try endRow(with: bytes[at], &state)
        at &+= 1
        run = at
        if state == .rowEnd {
          place = at
          return
        }
      case .quoted:
        while at < end, bytes[at] != quotationMark {
          let byte = bytes[at]
          at &+= 1
          if byte > 13 || !endsRow(byte) {
            isBehindReturn = false
            continue
          }
          if byte == 0 { throw nul(at: at &- 1) }
          if byte == carriageReturn || !isBehindReturn { line += 1 }
          isBehindReturn = byte == carriageReturn
        }
        guard at < end else { continue }
        try append(piece[run..<at])
        at &+= 1
        (run, state, isBehindReturn) = (at, .quoteInQuoted, false)
      case .quoteInQuoted:
        // The second of two quotes begins the next run of the cell.
        run = at
        if bytes[at] == quotationMark {
          at &+= 1
          state = .quoted
        } else {
          if bytes[at] != delimiter, !endsRow(bytes[at]), row.fault == nil {
            row.fault = (row.count, .textAfterQuote)
          }
          state = .plain
        }
      case .rowEnd: return
      }
    }
    try append(piece[run..<end])
    place = end
  }

  /// Takes a line end; one with nothing before it ends no row.
  private mutating func endRow(with byte: UInt8, _ state: inout State) throws(InterchangeError) {
    line += 1
    isBehindReturn = byte == carriageReturn
    if row.count == 0, row.bytes.isEmpty, quoteLine == 0 {
      row.begin(line: line)
      state = .cellStart
    } else {
      try endCell()
      state = .rowEnd
    }
  }

  private mutating func append(_ run: ArraySlice<UInt8>) throws(InterchangeError) {
    row.bytes.append(contentsOf: run)
    guard row.bytes.count - row.openStart <= Self.cellLimit else {
      throw failure(.cellTooLong(isQuoted: quoteLine > 0), line: row.line(of: row.count))
    }
    guard row.bytes.count <= Self.rowLimit else { throw failure(.rowTooLong, line: row.line) }
  }

  private mutating func endCell() throws(InterchangeError) {
    guard row.end(at: row.bytes.count) else { throw try tooLarge(adding: []) }
  }

  /// Says which limit a cell breaks whose last bytes are given.
  private mutating func tooLarge(
    adding run: ArraySlice<UInt8>
  ) throws(InterchangeError) -> InterchangeError {
    try append(run)
    return failure(.tooManyColumns, line: line)
  }

  private mutating func nextPiece() throws(InterchangeError) -> [UInt8] {
    do {
      return try decoder.next()
    } catch {
      hasEnded = true
      throw error
    }
  }
}

/// Whether a byte ends a row, or everything: LF, CR, NUL.
@inline(__always)
private func endsRow(_ byte: UInt8) -> Bool {
  byte == lineFeed || byte == carriageReturn || byte == 0
}

extension CSVReader {
  /// Ends the reading; the place is the cell that is being read.
  private mutating func failure(
    _ problem: TableProblem, line: Int
  ) -> InterchangeError {
    hasEnded = true
    return .table(
      SourceLocation(file: name, line: line, column: row.count + 1), problem)
  }

  private mutating func nul(at place: Int) -> InterchangeError {
    let sample = piece[max(0, place - 100)..<min(piece.count, place + 100)]
    let count = sample.count { $0 == 0 }
    return failure(.nul(looksLikeUTF16: count * 4 > sample.count), line: line)
  }

  private func checkEncoding() throws(InterchangeError) {
    guard let fault = firstFault(inUTF8: row.bytes.span) else { return }
    let cell = row.ends.firstIndex { $0 > fault } ?? 0
    let start = row.range(of: cell).lowerBound
    let line = row.line(of: cell) + lineEndCount(in: row.bytes[start..<fault])
    let place = SourceLocation(file: name, line: line, column: cell + 1)
    if row.isUnended, row.bytes.count - fault < 4, cell == row.count - 1,
      row.bytes[fault] >= 0xC2, row.bytes[(fault + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 }),
      decoder.encoding == .utf8
    {
      throw .table(place, .endsInsideCharacter)
    }
    let look = decoder.encoding == .utf8 ? TextEncoding(lookOf: row.bytes) : nil
    throw .table(place, .notText(decoder.encoding, looksLike: look))
  }

  private mutating func takeDelimiterFromFirstLine() {
    let first = piece.prefix { $0 != lineFeed && $0 != carriageReturn }
    if first.count == 5, first.starts(with: Array("sep=".utf8)),
      let named = first.last.flatMap(CSVDelimiter.init)
    {
      delimiter = named
      place = first.count
      return
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in first {
      if byte == quotationMark {
        isQuoted.toggle()
      } else if !isQuoted {
        counts[byte, default: 0] += 1
      }
    }
    for candidate in CSVDelimiter.allCases
    where counts[candidate.rawValue, default: 0] > counts[delimiter.rawValue, default: 0] {
      delimiter = candidate
    }
  }
}
