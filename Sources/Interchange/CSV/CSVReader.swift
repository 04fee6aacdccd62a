package import TextAnalysis

/// What parts the cells of a row.
package enum CSVDelimiter: UInt8, Sendable, CaseIterable {
  /// The delimiters in use, the more usual first.
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
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
  /// - Throws: What reading the first bytes throws.
  package init(
    _ source: ByteSource, encoding: TextEncoding? = nil, delimiter: CSVDelimiter? = nil
  ) throws(InterchangeError) {
    name = source.name
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
  private mutating func scan(_ state: inout State) throws(InterchangeError) {
    let piece = piece
    let bytes = piece.span
    let end = bytes.count
    let delimiter = delimiter.rawValue
    while place < end {
      let byte = bytes[place]
      switch state {
      case .cellStart:
        if byte == delimiter {
          place &+= 1
          try endCell()
        } else if byte == quotationMark {
          place &+= 1
          (state, quoteLine) = (.quoted, line)
        } else if byte == lineFeed, isBehindReturn, row.count == 0 {
          place &+= 1
        } else {
          (state, quoteLine) = (.plain, 0)
        }
        isBehindReturn = false
      case .plain:
        var stop = place
        while stop < end, bytes[stop] != delimiter, bytes[stop] > 13 || !endsRun(bytes[stop]) {
          stop &+= 1
        }
        try append(piece[place..<stop])
        place = stop
        guard stop < end else { return }
        try endPlain(at: bytes[stop], &state)
        if state == .rowEnd { return }
      case .quoted:
        var stop = place
        while stop < end,
          bytes[stop] > 34 || (bytes[stop] != quotationMark && !endsRun(bytes[stop]))
        { stop &+= 1 }
        if stop > place {
          try append(piece[place..<stop])
          isBehindReturn = false
          place = stop
          guard stop < end else { return }
        }
        place &+= 1
        switch bytes[stop] {
        case quotationMark:
          state = .quoteInQuoted
          isBehindReturn = false
        case 0: throw nul(at: stop)
        case let lineEnd:
          if lineEnd == carriageReturn || !isBehindReturn { line += 1 }
          isBehindReturn = lineEnd == carriageReturn
          try append(piece[stop...stop])
        }
      case .quoteInQuoted:
        if byte == quotationMark {
          place &+= 1
          try append(piece[(place - 1)..<place])
          state = .quoted
        } else if byte == delimiter || endsRun(byte) {
          try endPlain(at: byte, &state)
          if state == .rowEnd { return }
        } else {
          if row.fault == nil { row.fault = (row.count, .textAfterQuote) }
          state = .plain
        }
      case .rowEnd: return
      }
    }
  }

  /// Takes the byte that ends a run of a cell's bytes: a delimiter, a line end, a NUL.
  private mutating func endPlain(at byte: UInt8, _ state: inout State) throws(InterchangeError) {
    let isEmptyLine = state == .plain && row.count == 0 && row.bytes.isEmpty
    place &+= 1
    switch byte {
    case 0: throw nul(at: place - 1)
    case delimiter.rawValue:
      try endCell()
      state = .cellStart
    default:
      line += 1
      isBehindReturn = byte == carriageReturn
      if isEmptyLine {
        row.begin(line: line)
        state = .cellStart
      } else {
        try endCell()
        state = .rowEnd
      }
    }
  }

  private mutating func append(_ run: ArraySlice<UInt8>) throws(InterchangeError) {
    row.bytes.append(contentsOf: run)
    let start = row.ends.last ?? 0
    guard row.bytes.count - start <= Self.cellLimit else {
      let isQuoted = quoteLine > 0
      throw failure(.cellTooLong(isQuoted: isQuoted), line: row.line(of: row.count))
    }
    guard row.bytes.count <= Self.rowLimit else { throw failure(.rowTooLong, line: row.line) }
  }

  private mutating func endCell() throws(InterchangeError) {
    row.ends.append(row.bytes.count)
    guard row.ends.count <= Self.columnLimit else {
      throw failure(.tooManyColumns, line: line, back: 1)
    }
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

/// Whether a byte that is neither quote nor delimiter has to be looked at: LF, CR, NUL.
@inline(__always)
private func endsRun(_ byte: UInt8) -> Bool {
  byte == lineFeed || byte == carriageReturn || byte == 0
}

extension CSVReader {
  /// Ends the reading; the place is the cell that is being read.
  private mutating func failure(
    _ problem: TableProblem, line: Int, back: Int = 0
  ) -> InterchangeError {
    hasEnded = true
    return .table(
      SourceLocation(file: name, line: line, column: row.count + 1 - back), problem)
  }

  private mutating func nul(at place: Int) -> InterchangeError {
    let sample = piece[max(0, place - 100)..<min(piece.count, place + 100)]
    let count = sample.count { $0 == 0 }
    return failure(.nul(looksLikeUTF16: count * 4 > sample.count), line: line)
  }

  private func checkEncoding() throws(InterchangeError) {
    let bytes = row.bytes.span
    var fault = firstFault(inUTF8: bytes)
    // A character cannot be split between two cells.
    if fault == nil {
      var start = 0
      for end in row.ends where fault == nil {
        if end > start, bytes[start] & 0xC0 == 0x80 {
          fault = row.bytes[..<start].lastIndex { $0 & 0xC0 != 0x80 }
        }
        start = end
      }
    }
    guard let fault else { return }
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
