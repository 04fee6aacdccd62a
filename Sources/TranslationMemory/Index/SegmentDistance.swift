/// The distance of a segment from the query.
///
/// The bit-parallel form of Myers (1999) in the blocks of Hyyrö (2003): the *i*-th bit of
/// `positive` and `negative` says whether the distance rises or falls from the *i*-th to the next
/// token of the query. `TestSupport` holds the plain form that defines the answer.
extension SearchState {
  /// Compares a segment in full, and notes it where it is among the best.
  mutating func compare(_ entry: SiftedSegment) {
    let classNumber = Int(entry.classNumber)
    let length = unsafe index.classes[classNumber].length
    let allowed = unsafe allowance.base[classNumber]
    decode(index.tokenOffset(entry), length)
    if count > Self.uncountedLimit, lacksPartners(length, allowed) { return }
    let distance: Int
    if wordCount == 1 {
      distance = distanceInOneWord(length, allowed)
    } else {
      distance = distanceInWords(length, allowed)
    }
    guard distance <= allowed else { return }
    note(
      Candidate(
        row: unsafe index.rows.base[Int(entry.segment)], distance: UInt32(distance),
        longer: UInt32(max(length, count))))
  }

  /// Puts a candidate in its place among the best, and allows fewer edits once there are enough.
  private mutating func note(_ candidate: Candidate) {
    if !excluded.isEmpty, excluded.contains(candidate.row) { return }
    let last = best.count == limit ? best.last : nil
    if let last {
      guard candidate.precedes(last) else { return }
      best.removeLast()
    }
    var (low, high) = (0, best.count)
    while low < high {
      let middle = (low + high) / 2
      if candidate.precedes(best[middle]) { high = middle } else { low = middle + 1 }
    }
    best.insert(candidate, at: low)
    guard best.count == limit, let worst = best.last else { return }
    if let last, last.distance == worst.distance, last.longer == worst.longer { return }
    for place in classRange {
      let longer = UInt32(truncatingIfNeeded: max(count, unsafe index.classes[place].length))
      let useful = Int(UInt64(worst.distance) &* UInt64(longer) / UInt64(worst.longer))
      unsafe allowance.base[place] = min(allowance.base[place], useful)
    }
  }

  /// Writes down the query's number for each token of a segment, 0 for those not in it.
  private mutating func decode(_ start: Int, _ length: Int) {
    decoded.reserve(length)
    let (numbers, decoded) = unsafe (UnsafePointer(numbers.base), decoded.base)
    let bytes = unsafe UnsafeRawPointer(index.tokens.base) + start
    // What is no token of the index, in a damaged one, has the number 0.
    let last = UInt32(truncatingIfNeeded: index.tokenLimit)
    switch index.tokenByteCount {
    case 2:
      for place in 0..<length {
        let token = UInt32(
          unsafe bytes.loadUnaligned(fromByteOffset: 2 &* place, as: UInt16.self))
        unsafe decoded[place] = numbers[Int(min(token, last))]
      }
    case 3:
      for place in 0..<length {
        let token =
          unsafe bytes.loadUnaligned(fromByteOffset: 3 &* place, as: UInt32.self) & 0xFF_FFFF
        unsafe decoded[place] = numbers[Int(min(token, last))]
      }
    default:
      for place in 0..<length {
        let token = unsafe bytes.loadUnaligned(fromByteOffset: 4 &* place, as: UInt32.self)
        unsafe decoded[place] = numbers[Int(min(token, last))]
      }
    }
  }

  /// Whether so many tokens of the segment have no partner in the query that the distance is above
  /// what is allowed. Those without one are inserted or replaced; each deletion, of which there are
  /// at least as many as the segment is shorter, is an edit besides.
  private mutating func lacksPartners(_ length: Int, _ allowed: Int) -> Bool {
    let unpaired = unsafe unpaired.base
    unsafe unpaired.update(from: occurrences.base, count: distinctCount + 1)
    let decoded = unsafe decoded.base
    var alone = 0
    for place in 0..<length {
      let number = unsafe Int(decoded[place])
      let left = unsafe unpaired[number]
      let isAlone: UInt32 = left == 0 ? 1 : 0
      alone &+= Int(isAlone)
      unsafe unpaired[number] = left &- (1 &- isAlone)
    }
    return alone > allowed - max(0, count - length)
  }

  /// Returns the distance of the decoded segment, or one more than is allowed where it is above
  /// that, for queries of at most 64 tokens.
  private func distanceInOneWord(_ length: Int, _ allowed: Int) -> Int {
    let (positions, decoded) = unsafe (UnsafePointer(positions.base), UnsafePointer(decoded.base))
    var (vp, vn): (UInt64, UInt64) = (.max, 0)
    let shift = UInt64(count &- 1)
    var score = count
    // Each token still to come lowers the score by at most one.
    let bound = allowed &+ length
    for place in 0..<length {
      let pm = unsafe positions[Int(decoded[place])]
      let d0 = (((pm & vp) &+ vp) ^ vp) | pm | vn
      var hp = vn | ~(d0 | vp)
      var hn = d0 & vp
      score &+= Int(truncatingIfNeeded: hp &>> shift & 1)
      score &-= Int(truncatingIfNeeded: hn &>> shift & 1)
      if score &+ place &+ 1 > bound { return allowed &+ 1 }
      hp = hp &<< 1 | 1
      hn = hn &<< 1
      vp = hn | ~(d0 | hp)
      vn = hp & d0
    }
    return score
  }

  /// The same for queries of any length.
  private mutating func distanceInWords(_ length: Int, _ allowed: Int) -> Int {
    let wordCount = wordCount
    let (positive, negative) = unsafe (positive.base, negative.base)
    unsafe positive.update(repeating: .max, count: wordCount)
    unsafe negative.update(repeating: 0, count: wordCount)
    let isTabled = positionsAreTabled
    let positions = unsafe positions.base
    let shift = UInt64((count &- 1) & 63)
    var score = count
    let bound = allowed &+ length
    for place in 0..<length {
      let number = unsafe Int(decoded.base[place])
      let row = unsafe positions + (isTabled ? number &* wordCount : 0)
      if !isTabled { setPositions(of: number) }
      var (carriedUp, carriedDown): (UInt64, UInt64) = (1, 0)
      var (lastUp, lastDown): (UInt64, UInt64) = (0, 0)
      for word in 0..<wordCount {
        let pm = unsafe row[word] | carriedDown
        let (vp, vn) = unsafe (positive[word], negative[word])
        let d0 = (((pm & vp) &+ vp) ^ vp) | pm | vn
        var hp = vn | ~(d0 | vp)
        var hn = d0 & vp
        (lastUp, lastDown) = (hp, hn)
        let (up, down) = (hp &>> 63, hn &>> 63)
        hp = hp &<< 1 | carriedUp
        hn = hn &<< 1 | carriedDown
        (carriedUp, carriedDown) = (up, down)
        unsafe positive[word] = hn | ~(d0 | hp)
        unsafe negative[word] = hp & d0
      }
      if !isTabled { clearPositions(of: number) }
      score &+= Int(truncatingIfNeeded: lastUp &>> shift & 1)
      score &-= Int(truncatingIfNeeded: lastDown &>> shift & 1)
      if score &+ place &+ 1 > bound { return allowed &+ 1 }
    }
    return score
  }

  /// Sets the bits of a token's positions, for a query too long for a table of them.
  private mutating func setPositions(of number: Int) {
    guard number > 0 else { return }
    var position = unsafe lastPosition.base[number]
    while position > 0 {
      let place = Int(position) - 1
      unsafe positions.base[place >> 6] |= 1 << UInt64(place & 63)
      position = unsafe previousPosition.base[place]
    }
  }

  /// Clears them again.
  private mutating func clearPositions(of number: Int) {
    guard number > 0 else { return }
    var position = unsafe lastPosition.base[number]
    while position > 0 {
      let place = Int(position) - 1
      unsafe positions.base[place >> 6] = 0
      position = unsafe previousPosition.base[place]
    }
  }
}
