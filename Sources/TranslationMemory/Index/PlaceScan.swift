/// The walk through a chunk's list: only those places are read that lie in a class of a possible
/// length and in the window of positions.
extension SearchState {
  /// Loads, of each chunk's list that was not yet begun, the place where a block of classes begins
  /// in the average list: lists share roughly one distribution of lengths. A hint below zero is
  /// such a place, less one and negated.
  mutating func touchLists(_ block: Range<Int>) {
    let classes = unsafe index.classes
    let blockStart = unsafe UInt64(classes[block.lowerBound].tokenStart)
    let total = unsafe UInt64(classes[index.classCount - 1].tokenEnd)
    let share = (blockStart &<< 32) / total
    var touched: UInt64 = 0
    for chunk in chunks {
      let listNumber = 2 &* chunk.position &+ chunk.length &- 1
      let list = unsafe lists.base[listNumber]
      guard list.count > 0, unsafe hints.base[listNumber] < 0 else { continue }
      let place = Int(UInt64(list.count) &* share &>> 32)
      unsafe hints.base[listNumber] = -1 &- min(place, list.count &- 1)
      touched ^= unsafe UInt64(list.base[min(place, list.count &- 1)])
    }
    self.touched ^= touched
  }

  /// Walks through the list of a chunk and compares what it meets.
  mutating func scan(_ number: Int, shape: ChunkWindow.Shape, in block: Range<Int>) {
    let chunk = chunks[number]
    let listNumber = 2 * chunk.position + chunk.length - 1
    let list = unsafe lists.base[listNumber]
    guard list.count > 0 else { return }
    let classes = unsafe index.classes
    let blockStart = unsafe classes[block.lowerBound].tokenStart
    let blockEnd = unsafe classes[block.upperBound - 1].tokenEnd
    var place = unsafe hints.base[listNumber]
    if place < 0 {
      place = list.index(of: blockStart, from: 0, hint: -1 &- place, end: list.count)
    }
    var classNumber = block.lowerBound
    while unsafe place < list.count && list.base[place] < blockEnd {
      let first = unsafe list.base[place]
      while unsafe classNumber < block.upperBound && classes[classNumber].tokenEnd <= first {
        classNumber &+= 1
      }
      guard classNumber < block.upperBound else { break }
      let entry = unsafe classes + classNumber
      let length = unsafe entry.pointee.length
      let allowed = unsafe allowance.base[classNumber]
      let surplus = length &- count
      let shifts = ChunkWindow.shifts(
        shape, number: number, allowed: allowed, surplus: surplus)
      let from = max(0, chunk.position &+ shifts.first)
      let through = min(length &- chunk.length, chunk.position &+ shifts.last)
      let classEnd = unsafe entry.pointee.tokenEnd
      if from <= through && abs(surplus) <= allowed {
        let (classStart, classCount) = unsafe (entry.pointee.tokenStart, entry.pointee.count)
        let windowStart = classStart &+ UInt32(truncatingIfNeeded: from) &* classCount
        let windowEnd = classStart &+ UInt32(truncatingIfNeeded: through &+ 1) &* classCount
        let start =
          first >= windowStart
          ? place : list.index(of: windowStart, from: place, hint: place, end: list.count)
        let end = list.index(of: windowEnd, from: start, hint: start, end: list.count)
        if start < end {
          meet(list, start..<end, classNumber: classNumber, windowStart: windowStart)
        }
        place = end
      }
      if unsafe place < list.count && list.base[place] < classEnd {
        place = list.index(of: classEnd, from: place, hint: place, end: list.count)
      }
    }
    unsafe hints.base[listNumber] = place
    sift()
    compare()
  }

  /// Gathers the segments of a piece of a list, all of one class.
  @inline(__always)
  private mutating func meet(
    _ list: PlaceList, _ piece: Range<Int>, classNumber: Int, windowStart: UInt32
  ) {
    let entry = unsafe index.classes + classNumber
    let (first, classCount, reciprocal) = unsafe (
      entry.pointee.first, entry.pointee.count, entry.pointee.reciprocal
    )
    let sketches = unsafe index.sketches.base + entry.pointee.sketchStart
    let size = unsafe entry.pointee.sketchSize
    let (met, marks, epoch) = unsafe (met.base, marks.base, epoch)
    let marksEarly = count > Self.lateMarkLimit
    var place = piece.lowerBound
    while place < piece.upperBound {
      let start = metCount
      let end = min(piece.upperBound, place &+ (Self.metLimit &- start))
      var filled = start
      if classCount == 1 {
        unsafe met[filled] = first
        filled &+= 1
        place = end
      } else {
        while place < end {
          // The place less whole rows of the class: which of its segments this is.
          let offset = unsafe list.base[place] &- windowStart
          let quotient = UInt32(
            truncatingIfNeeded: reciprocal.multipliedFullWidth(by: UInt64(offset)).high)
          unsafe met[filled] = first &+ offset &- quotient &* classCount
          filled &+= 1
          place &+= 1
        }
      }
      if marksEarly {
        var kept = start
        for number in start..<filled {
          let segment = unsafe met[number]
          unsafe met[kept] = segment
          kept &+= unsafe marks[Int(segment)] != epoch ? 1 : 0
          unsafe marks[Int(segment)] = epoch
        }
        filled = kept
      }
      // Early loads: the sketches are on their way while others are gathered.
      var touched: UInt64 = 0
      for number in start..<filled {
        touched ^= unsafe sketches[Int(met[number] &- first) &<< size]
      }
      self.touched ^= touched
      metCount = filled
      if filled > start {
        unsafe runs.base[runCount] = MetRun(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: filled),
          classNumber: Int32(truncatingIfNeeded: classNumber))
        runCount &+= 1
      }
      if filled == Self.metLimit { sift() }
    }
  }
}
