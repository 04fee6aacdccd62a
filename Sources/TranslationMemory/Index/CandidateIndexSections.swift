/// The sections of a ``CandidateIndex``, counted from the number at which it begins.
enum CandidateIndexSection: UInt32, CaseIterable {
  case facts, classes, rows, tokens, sketches
  case tokenStarts, tokenPlaces, bigramBuckets, bigramEntries, bigramPlaces

  /// The number of the section in a file whose index begins at a number.
  func number(from first: UInt32) -> UInt32 { first + rawValue }
}

/// The segments of one length, which stand together.
struct SegmentClass {
  /// The number of tokens of each.
  var length: Int
  /// The number of the first segment.
  var first: UInt32
  /// How many there are; one or more.
  var count: UInt32
  /// Where their tokens start, and their places: both count tokens.
  var tokenStart: UInt32
  /// 2⁶⁴ / `count` rounded up, for remainders without a division; `count` is two or more.
  var reciprocal: UInt64
  /// Where their sketches start, in words.
  var sketchStart: Int
  /// The size of each sketch: *s* for 2ˢ words.
  var sketchSize: Int

  /// Makes the class that follows another, or begins the index.
  init(length: Int, count: UInt32, after last: SegmentClass?) {
    self.length = length
    self.count = count
    first = last.map { $0.first + $0.count } ?? 0
    tokenStart = last.map(\.tokenEnd) ?? 0
    reciprocal = count < 2 ? 0 : UInt64.max / UInt64(count) + 1
    sketchSize = TokenSketch.size(tokenCount: length)
    // No sketch lies across more lines of the processor's memory than it must.
    let alignment = min(8, 1 << sketchSize)
    sketchStart = ((last?.sketchEnd ?? 0) + alignment - 1) / alignment * alignment
  }

  /// Where the tokens of the next class start; the builder and the reader keep it below 2³².
  var tokenEnd: UInt32 { tokenStart + count * UInt32(length) }
  /// Where the sketches end, in words.
  var sketchEnd: Int { sketchStart + Int(count) << sketchSize }
}
