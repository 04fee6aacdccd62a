package import DerivedFiles

/// A read-only index that names the stored segments near a query without reading their text:
/// every one of them, at any threshold from 50 %.
///
/// It is an accelerator, never a source of truth. Opening it reads a few hundred bytes and decodes
/// nothing. What it holds is checked where it is used: a damaged index may cost time and give
/// wrong candidates, and never ends the process. Ask it through a ``CandidateSearcher``.
///
/// Segments are numbered by length, those of one length form a *class*, and inside a class they
/// keep the order in which they were added. A *place* is where a token stands: in a class of *c*
/// segments of *l* tokens, whose tokens start at *b*, the token at position *p* of the class's
/// *i*-th segment has the place *b* + *p*·*c* + *i*. So places of one token, ascending, are in
/// the order of length, then position, then segment, and those of one length between two positions
/// are one contiguous piece of a list.
///
/// ## Sections
///
/// Integers are little-endian. Sections are counted from the number at which the index begins;
/// each ends with at least one element that is zero.
///
/// | No | Contents                                                                          |
/// | -- | --------------------------------------------------------------------------------- |
/// | 0  | number of token ids, bytes of a stored token, bits of a bucket, number of classes (8 each) |
/// | 1  | for each class: length in tokens, number of segments (4 each)                     |
/// | 2  | for each segment: its row (4)                                                     |
/// | 3  | the tokens of each segment (2, 3 or 4 each, as section 0 says)                    |
/// | 4  | the sketches, see ``TokenSketch``: 1, 2, 4, 8 or 16 words a segment (8); a class starts at a multiple of its sketch's size, at most 64 bytes |
/// | 5  | for each token, and once more: where its places start in section 6 (4)            |
/// | 6  | the places of each token, ascending (4)                                           |
/// | 7  | for each bucket of pairs, and once more: where it starts in section 8 (4)         |
/// | 8  | the pairs, see ``BigramEntry`` (8)                                                |
/// | 9  | the places of the pairs that stand in several, ascending; before 255 or more their number (4) |
///
/// Sendable, though it holds pointers: the memory is mapped read-only and nothing in the object changes
/// after it was made.
@safe package final class CandidateIndex: @unchecked Sendable {
  // Sendable: everything it holds is read-only, the classes from the end of its initialiser on.

  /// How many sections an index takes up.
  package static let sectionCount = UInt32(CandidateIndexSection.allCases.count)

  /// The number of token ids; tokens from it on are in no segment.
  package let tokenLimit: Int
  /// The number of segments.
  package let segmentCount: Int

  let classCount: Int
  let classes: UnsafeMutablePointer<SegmentClass>
  let tokenByteCount: Int
  let bucketBits: Int
  let rows: MappedElements<UInt32>
  let tokens: MappedElements<UInt8>
  let sketches: MappedElements<UInt64>
  let tokenStarts: MappedElements<UInt32>
  let tokenPlaces: MappedElements<UInt32>
  let bigramBuckets: MappedElements<UInt32>
  let bigramEntries: MappedElements<UInt64>
  let bigramPlaces: MappedElements<UInt32>

  /// Takes the sections of an index from an opened file, or gives nothing where they are not those
  /// of one.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - first: The number of its section at which the index begins.
  /// - Complexity: O(number of different lengths).
  package init?(_ file: DerivedFile, firstSection first: UInt32) {
    func section<Element>(_ section: CandidateIndexSection) -> MappedElements<Element>? {
      MappedElements(file.section(section.number(from: first)))
    }
    guard let facts: MappedElements<UInt64> = section(.facts),
      let lengths: MappedElements<UInt32> = section(.classes),
      let rows: MappedElements<UInt32> = section(.rows),
      let tokens: MappedElements<UInt8> = section(.tokens),
      let sketches: MappedElements<UInt64> = section(.sketches),
      let tokenStarts: MappedElements<UInt32> = section(.tokenStarts),
      let tokenPlaces: MappedElements<UInt32> = section(.tokenPlaces),
      let bigramBuckets: MappedElements<UInt32> = section(.bigramBuckets),
      let bigramEntries: MappedElements<UInt64> = section(.bigramEntries),
      let bigramPlaces: MappedElements<UInt32> = section(.bigramPlaces),
      let tokenLimit = Int(exactly: facts[0]), tokenLimit < tokenStarts.count,
      (2...4).contains(facts[1]), facts[2] <= 32,
      1 << Int(facts[2]) < bigramBuckets.count,
      let classCount = Int(exactly: facts[3]), classCount <= lengths.count / 2,
      let classes = Self.classes(lengths, count: classCount)
    else { return nil }
    let segmentCount = classes.last.map { Int($0.first + $0.count) } ?? 0
    // A stored token of three bytes is read as four.
    let tokenBytes = classes.last.map { (Int($0.tokenEnd) + 1) * Int(facts[1]) } ?? 0
    guard segmentCount <= rows.count, tokenBytes <= tokens.count,
      classes.last.map({ $0.sketchEnd <= sketches.count }) ?? true
    else { return nil }

    (self.tokenLimit, self.segmentCount, self.classCount) = (tokenLimit, segmentCount, classCount)
    unsafe self.classes = .allocate(capacity: max(1, classCount))
    for (place, segmentClass) in classes.enumerated() {
      unsafe self.classes[place] = segmentClass
    }
    (tokenByteCount, bucketBits) = (Int(facts[1]), Int(facts[2]))
    (self.rows, self.tokens, self.sketches) = (rows, tokens, sketches)
    (self.tokenStarts, self.tokenPlaces) = (tokenStarts, tokenPlaces)
    (self.bigramBuckets, self.bigramEntries) = (bigramBuckets, bigramEntries)
    self.bigramPlaces = bigramPlaces
  }

  deinit { unsafe classes.deallocate() }

  /// Reads the classes, or gives nothing where they are not ascending or count more segments or
  /// tokens than an index can hold.
  private static func classes(
    _ lengths: MappedElements<UInt32>, count: Int
  ) -> [SegmentClass]? {
    var classes: [SegmentClass] = []
    var tokenCount: UInt64 = 0
    for place in 0..<count {
      let (length, count) = (lengths[2 * place], lengths[2 * place + 1])
      guard length > classes.last?.length ?? 0, count > 0 else { return nil }
      // Each segment has a token, so that this also bounds the number of segments.
      tokenCount += UInt64(length) * UInt64(count)
      guard tokenCount < UInt64(UInt32.max) else { return nil }
      classes.append(SegmentClass(length: Int(length), count: count, after: classes.last))
    }
    return classes
  }
}
