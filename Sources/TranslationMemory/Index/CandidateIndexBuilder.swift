package import DerivedFiles

/// Gathers segments and lays them out as a ``CandidateIndex``.
///
/// Memory while gathering is 4 bytes a token; while writing about 16 more, and 16 for each
/// different pair of neighbours.
package struct CandidateIndexBuilder {
  private var rows: [UInt32] = []
  private var ends: [UInt32] = []
  private var tokens: [UInt32] = []
  private var tokenLimit: UInt32 = 0

  /// The most tokens that an index can hold.
  package static let tokenCountLimit = Int(UInt32.max) - 1

  /// Starts with no segment.
  package init() {}

  /// The number of segments that were added and are not empty.
  package var segmentCount: Int { rows.count }

  /// Adds a segment. An empty one is left out, for nothing is near it.
  ///
  /// - Parameters:
  ///   - row: Its number. Where two segments are equally near, the smaller comes first.
  ///   - tokens: Its token ids, each below 2³² − 1.
  /// - Returns: Whether the index has room for it.
  @discardableResult
  package mutating func add(row: UInt32, tokens: some Collection<UInt32>) -> Bool {
    guard !tokens.isEmpty else { return true }
    guard self.tokens.count + tokens.count <= Self.tokenCountLimit else { return false }
    rows.append(row)
    for token in tokens {
      self.tokens.append(token)
      tokenLimit = max(tokenLimit, token + 1)
    }
    ends.append(UInt32(self.tokens.count))
    return true
  }

  /// Lays out everything added, and lets go of it.
  ///
  /// - Parameters:
  ///   - writer: Takes the sections.
  ///   - first: The number of the first of them.
  /// - Throws: ``DerivedFileError`` where the file cannot be written.
  package mutating func write(
    to writer: inout DerivedFileWriter, firstSection first: UInt32
  ) throws(DerivedFileError) {
    let layout = SegmentLayout(rows: rows, ends: ends, tokens: tokens)
    let tokenLimit = Int(tokenLimit)
    self = CandidateIndexBuilder()

    try writer.write(.classes, first, layout.classes.flatMap { [UInt32($0.length), $0.count] })
    try writer.write(.rows, first, layout.rows)
    let tokenByteCount = tokenLimit < 1 << 16 ? 2 : tokenLimit < 1 << 24 ? 3 : 4
    try writer.write(tokens: layout.tokens, byteCount: tokenByteCount, first)
    try writer.write(.sketches, first, layout.sketches(tokenLimit: tokenLimit))
    let single = TokenPlaces(layout, tokenLimit: tokenLimit)
    try writer.write(.tokenStarts, first, single.starts)
    try writer.write(.tokenPlaces, first, single.places)
    let pairs = BigramPlaces(layout)
    try writer.write(.bigramBuckets, first, pairs.buckets)
    try writer.write(.bigramEntries, first, pairs.entries)
    try writer.write(.bigramPlaces, first, pairs.places)
    try writer.write(
      .facts, first,
      [tokenLimit, tokenByteCount, pairs.bucketBits, layout.classes.count].map { UInt64($0) })
  }
}

extension DerivedFileWriter {
  /// Writes a section: a list, and a zero.
  fileprivate mutating func write<Value: FixedWidthInteger & BitwiseCopyable>(
    _ section: CandidateIndexSection, _ first: UInt32, _ values: [Value]
  ) throws(DerivedFileError) {
    beginSection(section.number(from: first), alignment: 64)
    // Piece by piece: what is appended in one call is copied as a whole first.
    var start = 0
    while start < values.count {
      let end = min(values.count, start + 1 << 15)
      try append(contentsOf: Array(values[start..<end]))
      start = end
    }
    try append(Value.zero)
  }

  /// Writes the tokens of all segments, each with a number of bytes, and a zero.
  fileprivate mutating func write(
    tokens: [UInt32], byteCount: Int, _ first: UInt32
  ) throws(DerivedFileError) {
    beginSection(CandidateIndexSection.tokens.number(from: first), alignment: 64)
    var bytes: [UInt8] = []
    for token in tokens {
      var rest = token
      for _ in 0..<byteCount {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
      if bytes.count >= 1 << 15 {
        try append(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try append(contentsOf: bytes)
    try append(UInt64.zero)
  }
}
