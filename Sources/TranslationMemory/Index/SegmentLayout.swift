/// Segments in the order of a ``CandidateIndex``: by length, and of one length as they were added.
struct SegmentLayout {
  private(set) var classes: [SegmentClass] = []
  private(set) var rows: [UInt32]
  private(set) var tokens: [UInt32]

  /// Puts segments in order.
  ///
  /// - Parameters:
  ///   - rows: Their rows.
  ///   - ends: Where the tokens of each end.
  ///   - tokens: The tokens of all, one segment after the other.
  init(rows: [UInt32], ends: [UInt32], tokens: [UInt32]) {
    var counts: [Int: UInt32] = [:]
    var start = 0
    for end in ends {
      counts[Int(end) - start, default: 0] += 1
      start = Int(end)
    }
    var next: [Int: (segment: Int, token: Int)] = [:]
    for (length, count) in counts.sorted(by: { $0.key < $1.key }) {
      let made = SegmentClass(length: length, count: count, after: classes.last)
      next[length] = (Int(made.first), Int(made.tokenStart))
      classes.append(made)
    }
    self.rows = [UInt32](repeating: 0, count: rows.count)
    self.tokens = [UInt32](repeating: 0, count: tokens.count)
    start = 0
    for (number, end) in ends.enumerated() {
      let length = Int(end) - start
      guard let place = next[length] else { continue }
      self.rows[place.segment] = rows[number]
      for offset in 0..<length { self.tokens[place.token + offset] = tokens[start + offset] }
      next[length] = (place.segment + 1, place.token + length)
      start = Int(end)
    }
  }

  /// The sketches of all segments, each class at its place.
  func sketches(tokenLimit: Int) -> [UInt64] {
    var sketches = [UInt64](repeating: 0, count: classes.last?.sketchEnd ?? 0)
    var seen = [UInt32](repeating: 0, count: tokenLimit)
    for entry in classes {
      for local in 0..<Int(entry.count) {
        let start = Int(entry.tokenStart) + local * entry.length
        let sketch = entry.sketchStart + local << entry.sketchSize
        for place in start..<(start + entry.length) {
          let token = tokens[place]
          let bit = TokenSketch.bit(
            token: token, occurrence: seen[Int(token)], size: entry.sketchSize)
          sketches[sketch + bit >> 6] |= 1 << UInt64(bit & 63)
          seen[Int(token)] += 1
        }
        for place in start..<(start + entry.length) { seen[Int(tokens[place])] = 0 }
      }
    }
    return sketches
  }

  /// Calls a function with each place, ascending, and where its token stands in `tokens`.
  ///
  /// - Parameters:
  ///   - length: How many tokens from each position on must be in the segment.
  ///   - body: The function.
  @inline(__always)
  func forEachPlace(holding length: Int, _ body: (_ place: UInt32, _ index: Int) -> Void) {
    for entry in classes where entry.length >= length {
      for position in 0...(entry.length - length) {
        var place = entry.tokenStart + UInt32(position) * entry.count
        var index = Int(entry.tokenStart) + position
        for _ in 0..<entry.count {
          body(place, index)
          place &+= 1
          index &+= entry.length
        }
      }
    }
  }
}
