/// Everything that a search remembers while it runs, and the memory for it.
///
/// The steps stand in extensions, each in a file of its own: the query's tokens (`QueryTokens`),
/// the choice of its chunks (`ChunkChoice`), where a chunk may stand (`ChunkWindow`), the walk
/// through a list (`PlaceScan`), sketches (`SketchSift`), and the distance (`SegmentDistance`).
///
/// Pointers are used without checks inside the loops. What keeps them right: a class and a segment
/// in it come from ``CandidateIndex/classes``, which was checked against the sections when the
/// index was opened; a segment's number is always a remainder by its class's count; a token read
/// from the file is cut to ``CandidateIndex/tokenLimit``; lists are checked when they are looked
/// up.
@safe struct SearchState: ~Copyable {
  let index: CandidateIndex

  // The query.
  var query: ScratchBuffer<UInt32>
  var count = 0
  var unknownCount = 0
  var threshold = 100

  // The result so far.
  var best: [Candidate] = []
  var limit = 0
  var excluded: Set<UInt32> = []

  // For each class: how many edits are still of use; and which classes come into question.
  var allowance: ScratchBuffer<Int>
  var classRange = 0..<0

  // The query's distinct tokens: a small number for each, its occurrences, and the bits of their
  // positions, `wordCount` words each.
  var numbers: ScratchBuffer<UInt32>
  var distinctCount = 0
  var occurrences: ScratchBuffer<UInt32>
  var unpaired: ScratchBuffer<UInt32>
  var positions: ScratchBuffer<UInt64>
  var previousPosition: ScratchBuffer<UInt32>
  var lastPosition: ScratchBuffer<UInt32>
  var wordCount = 1
  var positive: ScratchBuffer<UInt64>
  var negative: ScratchBuffer<UInt64>
  var decoded: ScratchBuffer<UInt32>

  // The query's lists: for each position that of its token, then that of the pair it begins.
  var lists: ScratchBuffer<PlaceList>
  var hints: ScratchBuffer<Int>
  var singles: ScratchBuffer<UInt32>
  var buckets: ScratchBuffer<Int>

  // Chunks.
  var singleCosts: ScratchBuffer<Float>
  var pairCosts: ScratchBuffer<Float>
  var costTable: ScratchBuffer<Float>
  var costWidth = 0
  var chunks: [Chunk] = []
  var cheapest: [(cost: Float, position: Int)] = []

  // Candidates between two steps.
  var marks: ScratchBuffer<UInt8>
  var epoch: UInt8 = 0
  var met: ScratchBuffer<UInt32>
  var metCount = 0
  var runs: ScratchBuffer<MetRun>
  var runCount = 0
  var sifted: ScratchBuffer<SiftedSegment>
  var siftedCount = 0
  var querySketches: ScratchBuffer<UInt64>
  var sketchedSizes: UInt8 = 0
  var touched: UInt64 = 0

  /// How many segments are gathered before they are sifted.
  static let metLimit = 256
  /// The longest query whose candidates are compared by sketch before they are marked as met.
  static let lateMarkLimit = 24
  /// The longest query whose candidates go to the distance without a count of their tokens.
  static let uncountedLimit = 32

  /// Prepares searches of an index; memory is taken, not touched.
  init(_ index: CandidateIndex) {
    self.index = index
    query = ScratchBuffer(capacity: 64)
    allowance = ScratchBuffer(capacity: index.classCount)
    numbers = ScratchBuffer(capacity: index.tokenLimit + 1)
    occurrences = ScratchBuffer(capacity: 64)
    unpaired = ScratchBuffer(capacity: 64)
    positions = ScratchBuffer(capacity: 64)
    previousPosition = ScratchBuffer(capacity: 64)
    lastPosition = ScratchBuffer(capacity: 64)
    positive = ScratchBuffer(capacity: 4)
    negative = ScratchBuffer(capacity: 4)
    decoded = ScratchBuffer(capacity: 256)
    lists = ScratchBuffer(capacity: 128)
    hints = ScratchBuffer(capacity: 128)
    singles = ScratchBuffer(capacity: 64)
    buckets = ScratchBuffer(capacity: 64)
    singleCosts = ScratchBuffer(capacity: 64)
    pairCosts = ScratchBuffer(capacity: 64)
    costTable = ScratchBuffer(capacity: 1_024)
    marks = ScratchBuffer(capacity: index.segmentCount)
    met = ScratchBuffer(capacity: Self.metLimit + 1)
    runs = ScratchBuffer(capacity: Self.metLimit + 1)
    sifted = ScratchBuffer(capacity: 2 * Self.metLimit)
    querySketches = ScratchBuffer(capacity: TokenSketch.sizeCount * TokenSketch.wordLimit)
  }
}

/// Segments of one class among those that were met: which, and their class.
struct MetRun {
  var start: Int32
  var end: Int32
  var classNumber: Int32
}

/// A segment that its sketch let through.
struct SiftedSegment {
  var segment: UInt32
  var classNumber: UInt32
}
