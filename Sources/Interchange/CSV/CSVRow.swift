/// One row of a table: the bytes of its cells without their quotes, a delimiter between each two,
/// and where each ends. A row is filled again and again by ``CSVReader``; strings are made of the
/// cells that are wanted.
package struct CSVRow {
  /// The line of the file in which the row begins, counted from 1.
  package internal(set) var line = 1
  /// Whether the file ends right behind the row, without a line end.
  package internal(set) var isUnended = false
  /// What breaks the rules of quoting, and the cell where; the next row can be read nevertheless.
  package internal(set) var fault: (cell: Int, problem: TableProblem)?
  var bytes: [UInt8] = []
  var ends: [Int] = []
  /// The cells that stand in quotes, ascending.
  var quoted: [Int] = []

  /// How many cells there are.
  package var count: Int { ends.count }

  /// Returns the place of a cell in ``bytes``; of a cell past the last, an empty one.
  func range(of cell: Int) -> Range<Int> {
    guard cell >= 0, cell < ends.count else { return bytes.count..<bytes.count }
    return (cell == 0 ? 0 : ends[cell - 1] + 1)..<ends[cell]
  }

  /// Tells whether a cell holds nothing at all; cells past the last do.
  package func isEmpty(_ cell: Int) -> Bool {
    guard cell >= 0, cell < ends.count else { return true }
    return ends[cell] == (cell == 0 ? 0 : ends[cell - 1] + 1)
  }

  /// Whether all cells hold nothing.
  package var isBlank: Bool { bytes.count < ends.count }

  /// Returns the bytes of a cell.
  package subscript(cell: Int) -> ArraySlice<UInt8> { bytes[range(of: cell)] }

  /// Tells whether a cell holds these bytes.
  func holds(_ text: [UInt8], in cell: Int) -> Bool {
    let range = range(of: cell)
    guard range.count == text.count else { return false }
    for place in text.indices where bytes[range.lowerBound &+ place] != text[place] {
      return false
    }
    return true
  }

  /// Returns a cell as it stands in the file, without its quotes.
  package func text(_ cell: Int) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// Returns the line of the file in which a cell begins, line ends inside earlier cells counted.
  ///
  /// - Complexity: O(*n*) for the *n* bytes before the cell.
  package func line(of cell: Int) -> Int {
    var line = line
    for earlier in 0..<min(max(0, cell), count) {
      line += lineEndCount(in: bytes[range(of: earlier)])
    }
    return line
  }

  /// Where the cell begins that has not ended yet.
  var openStart: Int { ends.last.map { $0 + 1 } ?? 0 }

  /// Ends the open cell, unless it or the row is too large then.
  mutating func end(at place: Int) -> Bool {
    guard place - openStart <= CSVReader.cellLimit, ends.count < CSVReader.columnLimit else {
      return false
    }
    ends.append(place)
    return true
  }

  mutating func begin(line: Int) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    quoted.removeAll(keepingCapacity: true)
    (self.line, isUnended, fault) = (line, false, nil)
  }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let quotationMark = UInt8(ascii: "\"")

/// Counts line ends: LF, CR, and both together as one.
func lineEndCount(in bytes: ArraySlice<UInt8>) -> Int {
  var count = 0
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == lineFeed ? previous != carriageReturn : byte == carriageReturn { count += 1 }
    previous = byte
  }
  return count
}
