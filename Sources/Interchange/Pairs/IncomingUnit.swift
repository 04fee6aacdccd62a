public import TextAnalysis
public import TranslationMemory

/// A unit that a reader has read, on its way into a memory.
public struct IncomingUnit: Hashable, Sendable {
  /// The unit.
  public var unit: TranslationUnit
  /// Where it stands in its file.
  public var location: SourceLocation
  /// The memory that the file says it is of; most files hold one memory and do not say so.
  public var memory: String?
  /// Where its source stands; empty unless the file is read for ``UnitUse/check``.
  public var sourceRuns: [PlacedRun] = []
  /// Where its target stands; empty unless the file is read for ``UnitUse/check``.
  public var targetRuns: [PlacedRun] = []

  /// Joins a unit and its place.
  public init(_ unit: TranslationUnit, at location: SourceLocation, memory: String? = nil) {
    (self.unit, self.location, self.memory) = (unit, location, memory)
  }
}

/// What the units of a file are read for.
public enum UnitUse: Sendable {
  /// To be kept: units without a translation are left out and counted.
  case memory
  /// To be judged: a unit whose target is there and empty is given too, and of both sides the runs
  /// of their text in the file.
  case check
}

/// A run of a segment's text that stands in one line of its file, without anything between that is
/// not text.
public struct PlacedRun: Hashable, Sendable {
  /// How many Unicode scalars of the text stand before it.
  public var scalarOffset: Int
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int

  /// Places a run.
  public init(scalarOffset: Int, line: Int, column: Int) {
    (self.scalarOffset, self.line, self.column) = (scalarOffset, line, column)
  }
}

extension [PlacedRun] {
  /// Adds the runs of a text that begins at a place and is written as it is: the first, and one
  /// behind each line end in it.
  ///
  /// - Returns: How many scalars the text has.
  @discardableResult
  mutating func add(
    _ text: some Sequence<Unicode.Scalar>, at offset: Int, line: Int, column: Int
  ) -> Int {
    var (count, line) = (0, line)
    var isBehindLineEnd = false
    var last: Unicode.Scalar = " "
    append(PlacedRun(scalarOffset: offset, line: line, column: column))
    for scalar in text {
      if scalar == "\n", last == "\r" {
        // The second half of one line end.
      } else if isBehindLineEnd {
        line += 1
        append(PlacedRun(scalarOffset: offset + count, line: line, column: 1))
        isBehindLineEnd = false
      }
      if scalar == "\n" || scalar == "\r" { isBehindLineEnd = true }
      last = scalar
      count += 1
    }
    return count
  }
}
