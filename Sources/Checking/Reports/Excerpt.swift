import TextAnalysis

/// A line of text, cut around what is meant, and the marks to print under it.
///
///     Excerpt("基金总额为2500亿元。", [5..<11], width: 20)
///     // 基金总额为2500亿元。
///     //           ^^^^^^^^
struct Excerpt {
  /// The text, nothing in it acting on a terminal.
  private(set) var text = ""
  /// The marks under it, as wide as what they mark; empty where nothing is meant.
  private(set) var marks = ""

  /// Cuts a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - ranges: What is meant, in Unicode scalars.
  ///   - width: The columns that the excerpt may take, at least 8.
  init(_ text: String, _ ranges: [Range<Int>], width: Int) {
    let scalars = Array(text.unicodeScalars)
    let ranges = ranges.map { $0.clamped(to: 0..<scalars.count) }
    let window = Self.window(of: scalars, around: ranges.first ?? 0..<0, width: max(8, width))
    if window.lowerBound > 0 { (self.text, marks) = ("…", " ") }
    for place in window {
      let (piece, columns) = Self.shown(scalars[place])
      self.text += piece
      let isMeant = ranges.contains { $0.contains(place) }
      // What is missing has a place and no width: one mark under what stands there.
      let isPlace = ranges.contains { $0.isEmpty && $0.lowerBound == place && place > 0 }
      let mark = isMeant ? "^" : " "
      marks +=
        isPlace && columns > 0
        ? "^" + String(repeating: mark, count: columns - 1)
        : String(repeating: mark, count: columns)
    }
    if window.upperBound < scalars.count { self.text += "…" }
    marks = String(marks.reversed().drop { $0 == " " }.reversed())
  }

  private static func shown(_ scalar: Unicode.Scalar) -> (String, Int) {
    let piece = DisplayWidth.visible(String(scalar))
    return (piece, DisplayWidth.of(piece))
  }

  /// The longest stretch around a range that fits, a third of what is left before it.
  private static func window(
    of scalars: [Unicode.Scalar], around range: Range<Int>, width: Int
  ) -> Range<Int> {
    func columns(_ place: Int) -> Int { shown(scalars[place]).1 }
    var rest = width - 2
    var (low, high) = (range.lowerBound, range.lowerBound)
    func grow(to end: Int) {
      while high < end, rest >= columns(high) {
        rest -= columns(high)
        high += 1
      }
    }
    grow(to: range.upperBound)
    guard high == range.upperBound else { return low..<high }
    var before = rest / 3
    while low > 0, before >= columns(low - 1) {
      before -= columns(low - 1)
      rest -= columns(low - 1)
      low -= 1
    }
    grow(to: scalars.count)
    // Near the end of the text there is room left for what stands before.
    while low > 0, rest >= columns(low - 1) {
      rest -= columns(low - 1)
      low -= 1
    }
    return low..<high
  }
}
