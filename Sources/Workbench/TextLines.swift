import Checking

/// Where the lines of a text begin, in Unicode scalars: after a line feed, or a carriage return that
/// none follows.
struct TextLines {
  /// The beginning of each line, the first at 0.
  let starts: [Int]

  /// Finds the lines of a text.
  init(of scalars: some Sequence<Unicode.Scalar>) {
    var starts = [0]
    var last: Unicode.Scalar = " "
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\n", last == "\r" {
        starts[starts.count - 1] = place + 1
      } else if scalar == "\n" || scalar == "\r" {
        starts.append(place + 1)
      }
      last = scalar
    }
    self.starts = starts
  }

  /// The line and column of a scalar.
  ///
  /// - Complexity: O(log lines).
  func position(of offset: Int) -> TextPosition {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return TextPosition(line: low + 1, column: offset - starts[low] + 1)
  }
}
