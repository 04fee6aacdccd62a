/// The comparison of sketches; see ``TokenSketch`` for why it loses no match.
extension SearchState {
  /// Keeps of the segments that were gathered those whose sketches are near enough.
  mutating func sift() {
    sifted.grow(siftedCount + metCount + 1)
    for number in 0..<runCount {
      let run = unsafe runs.base[number]
      let entry = unsafe index.classes + Int(run.classNumber)
      let size = unsafe entry.pointee.sketchSize
      let surplus = unsafe abs(entry.pointee.length - count)
      let most = unsafe 2 * allowance.base[Int(run.classNumber)] - surplus - unknownCount
      guard most >= 0 else { continue }
      if sketchedSizes & 1 << UInt8(size) == 0 { sketchQuery(size) }
      switch size {
      case 0: sift(run, most, wordCount: 1)
      case 1: sift(run, most, wordCount: 2)
      case 2: sift(run, most, wordCount: 4)
      case 3: sift(run, most, wordCount: 8)
      default: sift(run, most, wordCount: 16)
      }
    }
    (runCount, metCount) = (0, 0)
  }

  /// Compares the sketches of one size, without a branch: each segment is written down, and the
  /// next one over it where it was too far.
  @inline(__always)
  private mutating func sift(_ run: MetRun, _ most: Int, wordCount: Int) {
    let entry = unsafe index.classes + Int(run.classNumber)
    let size = unsafe entry.pointee.sketchSize
    let sketches = unsafe index.sketches.base + entry.pointee.sketchStart
    let first = unsafe Int(entry.pointee.first)
    let wanted = unsafe UnsafePointer(querySketches.base) + size &* TokenSketch.wordLimit
    let (met, sifted) = unsafe (UnsafePointer(met.base), sifted.base)
    let classNumber = UInt32(truncatingIfNeeded: run.classNumber)
    var kept = siftedCount
    var place = Int(run.start)
    let end = Int(run.end)
    while place < end {
      let segment = unsafe met[place]
      let sketch = unsafe sketches + (Int(segment) &- first) &* wordCount
      var differing = 0
      for word in 0..<wordCount {
        differing &+= unsafe (sketch[word] ^ wanted[word]).nonzeroBitCount
      }
      unsafe sifted[kept] = SiftedSegment(segment: segment, classNumber: classNumber)
      kept &+= differing <= most ? 1 : 0
      place &+= 1
    }
    siftedCount = kept
  }

  /// Makes the query's own sketch of a size.
  private mutating func sketchQuery(_ size: Int) {
    sketchedSizes |= 1 << UInt8(size)
    let sketch = unsafe querySketches.base + size * TokenSketch.wordLimit
    unsafe sketch.update(repeating: 0, count: TokenSketch.wordLimit)
    let seen = unsafe unpaired.base
    unsafe seen.update(repeating: 0, count: distinctCount + 1)
    for place in 0..<count {
      let token = unsafe query.base[place]
      guard token != CandidateSearcher.unknownToken else { continue }
      let number = unsafe Int(numbers.base[Int(token)])
      let bit = unsafe TokenSketch.bit(token: token, occurrence: seen[number], size: size)
      unsafe seen[number] += 1
      unsafe sketch[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Compares in full what the sketches let through, each segment once.
  mutating func compare() {
    guard siftedCount > 0 else { return }
    let (sifted, marks, epoch) = unsafe (sifted.base, marks.base, epoch)
    var kept = siftedCount
    if count <= Self.lateMarkLimit {
      kept = 0
      for place in 0..<siftedCount {
        let entry = unsafe sifted[place]
        unsafe sifted[kept] = entry
        kept &+= unsafe marks[Int(entry.segment)] != epoch ? 1 : 0
        unsafe marks[Int(entry.segment)] = epoch
      }
    }
    var touched: UInt64 = 0
    for place in 0..<kept {
      let entry = unsafe sifted[place]
      let start = index.tokenOffset(entry)
      let length = unsafe index.classes[Int(entry.classNumber)].length
      let last = start &+ (length &- 1) &* index.tokenByteCount
      touched ^= unsafe UInt64(index.tokens.base[start] ^ index.tokens.base[last])
    }
    self.touched ^= touched
    for place in 0..<kept { unsafe compare(sifted[place]) }
    siftedCount = 0
  }
}

extension CandidateIndex {
  /// Where the tokens of a segment start, in bytes.
  @inline(__always)
  func tokenOffset(_ entry: SiftedSegment) -> Int {
    let segmentClass = unsafe classes + Int(entry.classNumber)
    let local = unsafe Int(entry.segment &- segmentClass.pointee.first)
    let offset =
      unsafe Int(segmentClass.pointee.tokenStart) &+ local &* segmentClass.pointee.length
    return offset &* tokenByteCount
  }
}
