/// The places of a token or of a pair of tokens, ascending; see ``CandidateIndex``.
///
/// They may stand in a damaged file, in any order: nothing may be taken for granted but that
/// `count` of them can be read.
@safe struct PlaceList {
  /// The first place.
  var base: UnsafePointer<UInt32>
  /// How many places can be read.
  var count: Int

  /// Returns the first index from `start` on whose place is not below a value, searched outward
  /// from `hint`; a list that does not ascend gives some index in `start...end`.
  @inline(__always)
  func index(of value: UInt32, from start: Int, hint: Int, end: Int) -> Int {
    var (low, high) = (start, end)
    var step = 4
    if unsafe hint < end && base[hint] < value {
      low = hint &+ 1
      while unsafe low &+ step < end && base[low &+ step] < value {
        low &+= step &+ 1
        step &*= 2
      }
      high = min(end, low &+ step)
    } else {
      high = hint
      while unsafe high &- step > start && base[high &- step] >= value {
        high &-= step
        step &*= 2
      }
      low = max(start, high &- step)
    }
    while low < high {
      let middle = (low &+ high) &>> 1
      if unsafe base[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}

extension CandidateIndex {
  /// Returns the places of a token, none where it is in no segment.
  @inline(__always)
  func places(of token: UInt32) -> PlaceList {
    guard token < tokenLimit else { return unsafe PlaceList(base: tokenPlaces.base, count: 0) }
    let start = Int(unsafe tokenStarts.base[Int(token)])
    let end = Int(unsafe tokenStarts.base[Int(token) &+ 1])
    guard start <= end, end <= tokenPlaces.count else {
      return unsafe PlaceList(base: tokenPlaces.base, count: 0)
    }
    return unsafe PlaceList(base: tokenPlaces.base + start, count: end &- start)
  }

  /// The entries of a bucket of pairs.
  @inline(__always)
  func bucket(_ bucket: Int) -> Range<Int> {
    let start = Int(unsafe bigramBuckets.base[bucket])
    let end = Int(unsafe bigramBuckets.base[bucket &+ 1])
    return start <= end && end <= bigramEntries.count
      ? unsafe Range(uncheckedBounds: (start, end)) : 0..<0
  }

  /// Looks up a pair.
  ///
  /// - Parameters:
  ///   - code: The pair.
  ///   - range: Its bucket.
  ///   - single: Where to put a place that stands in no list; to be kept as long as the result.
  /// - Returns: The places of the pair's first tokens, perhaps with those of a pair of the same code.
  @inline(__always)
  func places(
    of code: BigramCode, in range: Range<Int>, single: UnsafeMutablePointer<UInt32>
  ) -> PlaceList {
    let print = code.print
    var place = range.lowerBound
    while place < range.upperBound {
      let entry = unsafe BigramEntry(bits: bigramEntries.base[place])
      if entry.print == print { return unsafe places(of: entry, single: single) }
      place &+= 1
    }
    return unsafe PlaceList(base: bigramPlaces.base, count: 0)
  }

  @inline(__always)
  private func places(
    of entry: BigramEntry, single: UnsafeMutablePointer<UInt32>
  ) -> PlaceList {
    if entry.count == 1 {
      unsafe single.pointee = entry.payload
      return unsafe PlaceList(base: UnsafePointer(single), count: 1)
    }
    var (start, count) = (Int(entry.payload), entry.count)
    if count == BigramEntry.manyPlaces {
      guard start < bigramPlaces.count else { return unsafe PlaceList(base: single, count: 0) }
      count = Int(unsafe bigramPlaces.base[start])
      start &+= 1
    }
    guard start <= bigramPlaces.count &- count else {
      return unsafe PlaceList(base: single, count: 0)
    }
    return unsafe PlaceList(base: bigramPlaces.base + start, count: count)
  }
}
