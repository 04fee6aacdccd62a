/// Which tokens a segment holds, and how often, as a set of bits whose size grows with the
/// segment.
///
/// Each pair of a token and its how-many-th occurrence sets one bit. A segment of at most 16
/// tokens has one word of 64 bits; of 32, 64, 128 or more two, four, eight or sixteen.
///
/// **Why it may refuse.** Let at most *d* edits turn a query of *n* tokens into a segment of *l*.
/// The edits leave at most *d* − max(0, *l* − *n*) tokens of the query without a partner, for an
/// insertion costs it none and there are at least *l* − *n* of them; and likewise at most
/// *d* − max(0, *n* − *l*) of the segment. As multisets, the two therefore differ in at most
/// 2*d* − |*l* − *n*| elements. Of these, *u* belong to tokens of the query that stand in no
/// segment and set no bit. Equal elements set the same bit on both sides, so each bit that differs
/// comes from an element that differs, and elements that share a bit only lower the count:
///
///     differing bits + u + |l − n| ≤ 2 d
///
/// holds in every match, and what breaks it is none.
enum TokenSketch {
  /// How many sizes there are.
  static let sizeCount = 5
  /// The most words of a sketch.
  static let wordLimit = 1 << (sizeCount - 1)

  /// The size of the sketch of a segment with a number of tokens: *s* for 2ˢ words.
  static func size(tokenCount: Int) -> Int {
    switch tokenCount {
    case ...16: 0
    case ...32: 1
    case ...64: 2
    case ...128: 3
    default: 4
    }
  }

  /// The bit of a token's occurrence, counted from 0, in a sketch of a size.
  @inline(__always)
  static func bit(token: UInt32, occurrence: UInt32, size: Int) -> Int {
    var hash = (token &+ occurrence &* 0x51ED_270B) &* 0x9E37_79B1
    hash ^= hash &>> 15
    hash = hash &* 0x85EB_CA6B
    return Int(hash &>> UInt32(truncatingIfNeeded: 26 &- size))
  }
}
