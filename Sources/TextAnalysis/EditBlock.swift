/// A stretch of two sequences that is the same in both, or all of what stands between two such
/// stretches.
package struct EditBlock: Hashable, Sendable {
  /// What happens to the first sequence.
  package enum Kind: String, Sendable, Codable {
    /// It stands in both.
    case equal
    /// It stands in the second only.
    case insert
    /// It stands in the first only.
    case delete
    /// Something else stands in the second.
    case replace
  }

  /// What happens here.
  package var kind: Kind
  /// The elements of the first sequence; empty for an insertion.
  package var first: Range<Int>
  /// Those of the second; empty for a deletion.
  package var second: Range<Int>

  /// Describes a stretch.
  package init(kind: Kind, first: Range<Int>, second: Range<Int>) {
    self.kind = kind
    self.first = first
    self.second = second
  }
}

extension SequencePattern {
  /// Returns the fewest edits that turn this sequence into another, as stretches that cover both
  /// without a gap, equal and unequal ones by turns.
  ///
  /// Of several ways with equally few edits the one is taken that, read from the end, keeps
  /// elements that are equal, else replaces, else deletes, else inserts, whichever is possible
  /// first. An unequal stretch holds all edits between two kept elements, so that a replacement may
  /// be of different lengths.
  ///
  ///     SequencePattern([1, 2, 3]).blocks(to: [1, 4, 5, 3])
  ///     // equal 0..<1 0..<1, replace 1..<2 1..<3, equal 2..<3 3..<4
  ///
  /// - Complexity: O(⌈*m* / 64⌉ · *n*) time and space for *m* elements here and *n* there.
  package func blocks(to other: [UInt32]) -> [EditBlock] {
    var (row, column) = (elements.count, other.count)
    let trace = row > 0 && column > 0 ? Trace(self, other) : nil
    var blocks: [EditBlock] = []
    var (rowEnd, columnEnd) = (row, column)
    var isEqual = row > 0 && column > 0 && elements[row - 1] == other[column - 1]
    func end(_ row: Int, _ column: Int) {
      let (first, second) = (row..<rowEnd, column..<columnEnd)
      (rowEnd, columnEnd) = (row, column)
      guard !first.isEmpty || !second.isEmpty else { return }
      let kind: EditBlock.Kind =
        isEqual ? .equal : first.isEmpty ? .insert : second.isEmpty ? .delete : .replace
      blocks.append(EditBlock(kind: kind, first: first, second: second))
    }
    while row > 0 || column > 0 {
      let areEqual = row > 0 && column > 0 && elements[row - 1] == other[column - 1]
      if areEqual != isEqual {
        end(row, column)
        isEqual = areEqual
      }
      if areEqual {
        row -= 1
        column -= 1
        continue
      }
      switch trace?.step(row, column) ?? (row > 0 ? .delete : .insert) {
      case .delete: row -= 1
      case .insert: column -= 1
      default:
        row -= 1
        column -= 1
      }
    }
    end(0, 0)
    return blocks.reversed()
  }
}

/// What the columns of a comparison were, so that its edits can be read from the end.
private struct Trace {
  /// For each column, a bit for each row: whether the distance is that of the cell diagonally
  /// before it.
  private var keeps: [UInt64] = []
  /// Whether it is by one more than that of the row before it.
  private var grows: [UInt64] = []
  private let blockCount: Int

  init(_ pattern: SequencePattern, _ other: [UInt32]) {
    blockCount = pattern.blockCount
    keeps.reserveCapacity(blockCount * other.count)
    grows.reserveCapacity(blockCount * other.count)
    var VP = [UInt64](repeating: ~0, count: blockCount)
    var VN = [UInt64](repeating: 0, count: blockCount)
    for element in other {
      _ = pattern.column(of: element, &VP, &VN) { _, D0 in keeps.append(D0) }
      grows.append(contentsOf: VP)
    }
  }

  /// The edit that leads to a cell whose two elements differ; rows and columns count from 1.
  func step(_ row: Int, _ column: Int) -> EditBlock.Kind {
    if row == 0 { return .insert }
    if column == 0 { return .delete }
    let word = (column - 1) * blockCount + (row - 1) >> 6
    let bit = UInt64(1) << UInt64((row - 1) & 63)
    if keeps[word] & bit == 0 { return .replace }
    return grows[word] & bit != 0 ? .delete : .insert
  }
}
