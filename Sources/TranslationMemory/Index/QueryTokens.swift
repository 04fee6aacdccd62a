/// The query's tokens, numbered from 1 in the order in which they first occur; 0 is any other.
extension SearchState {
  /// The most words of positions for each token that are kept as a table; for a longer query they
  /// are put together anew for each token of a segment.
  static let tabledWordLimit = 32

  /// Whether the positions of each token stand in a table.
  var positionsAreTabled: Bool { wordCount <= Self.tabledWordLimit }

  /// Numbers the tokens and notes where each stands.
  mutating func take(_ tokens: [UInt32]) {
    wordCount = (count + 63) / 64
    let tokenLimit = index.tokenLimit
    query.reserve(count)
    occurrences.reserve(count + 1)
    unpaired.reserve(count + 1)
    previousPosition.reserve(count + 1)
    lastPosition.reserve(count + 1)
    positive.reserve(wordCount)
    negative.reserve(wordCount)
    let tableCount = positionsAreTabled ? (count + 1) * wordCount : wordCount
    positions.reserve(tableCount)
    unsafe positions.base.update(repeating: 0, count: tableCount)
    let starts = unsafe index.tokenStarts.base
    let (query, numbers) = unsafe (query.base, numbers.base)
    let (occurrences, positions) = unsafe (occurrences.base, positions.base)
    (distinctCount, unknownCount) = (0, 0)
    unsafe occurrences[0] = 0
    for place in 0..<count {
      let token = tokens[place]
      let isKnown =
        unsafe Int(token) < tokenLimit && starts[Int(token)] != starts[Int(token) + 1]
      guard isKnown else {
        unsafe query[place] = CandidateSearcher.unknownToken
        unknownCount += 1
        continue
      }
      unsafe query[place] = token
      var number = unsafe Int(numbers[Int(token)])
      if number == 0 {
        distinctCount += 1
        number = distinctCount
        unsafe numbers[Int(token)] = UInt32(number)
        unsafe occurrences[number] = 0
        unsafe lastPosition.base[number] = 0
      }
      unsafe occurrences[number] += 1
      if positionsAreTabled {
        unsafe positions[number &* wordCount &+ place &>> 6] |= 1 &<< UInt64(place & 63)
      } else {
        unsafe previousPosition.base[place] = lastPosition.base[number]
        unsafe lastPosition.base[number] = UInt32(place + 1)
      }
    }
  }

  /// Takes the tokens' numbers back, so that all are 0 for the next query.
  mutating func forgetTokens() {
    for place in 0..<count {
      let token = unsafe query.base[place]
      if token != CandidateSearcher.unknownToken { unsafe numbers.base[Int(token)] = 0 }
    }
  }

  /// Looks up the list of each token and of each pair of neighbours, and what they cost.
  ///
  /// All buckets are read first, so that the processor waits for them together.
  mutating func lookUpLists() {
    lists.reserve(2 * count)
    hints.reserve(2 * count)
    singles.reserve(count)
    buckets.reserve(count)
    singleCosts.reserve(count)
    pairCosts.reserve(count)
    costWidth = 0
    cheapest.removeAll(keepingCapacity: true)
    let (query, lists, hints) = unsafe (query.base, lists.base, hints.base)
    let unknown = CandidateSearcher.unknownToken
    for place in 0..<count {
      let list = unsafe index.places(of: query[place])
      unsafe lists[2 &* place] = list
      unsafe singleCosts.base[place] = Self.cost(list.count)
      unsafe hints[2 &* place] = -1
      unsafe hints[2 &* place &+ 1] = -1
      let isPair =
        unsafe place + 1 < count && query[place] != unknown && query[place + 1] != unknown
      guard isPair else {
        unsafe buckets.base[place] = 0
        continue
      }
      let code = unsafe BigramCode(query[place], query[place + 1])
      let bucket = index.bucket(code.bucket(bits: index.bucketBits))
      unsafe buckets.base[place] = bucket.lowerBound &<< 24 | min(bucket.count, 0xFF_FFFF)
    }
    touchBuckets()
    for place in 0..<count {
      let isPair =
        unsafe place + 1 < count && query[place] != unknown && query[place + 1] != unknown
      guard isPair else {
        unsafe lists[2 &* place &+ 1] = PlaceList(base: singles.base, count: 0)
        unsafe pairCosts.base[place] = place + 1 < count ? 0 : 1e12
        continue
      }
      let packed = unsafe buckets.base[place]
      let bucket = packed &>> 24..<(packed &>> 24 &+ packed & 0xFF_FFFF)
      let list = unsafe index.places(
        of: BigramCode(query[place], query[place + 1]), in: bucket, single: singles.base + place)
      unsafe lists[2 &* place &+ 1] = list
      unsafe pairCosts.base[place] = Self.cost(list.count)
    }
  }

  /// Loads the first entry of each bucket, so that all are on their way before one is needed.
  private mutating func touchBuckets() {
    let last = index.bigramEntries.count - 1
    var touched: UInt64 = 0
    for place in 0..<count {
      touched ^= unsafe index.bigramEntries.base[min(buckets.base[place] &>> 24, last)]
    }
    self.touched ^= touched
  }

  /// What it costs to walk through a list: as much as a number of places.
  private static func cost(_ count: Int) -> Float { count == 0 ? 0 : Float(count &+ 24) }
}
