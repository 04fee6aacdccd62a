import TestSupport
import TranslationMemory

/// The comparison with every segment, as fast as plain code is: lengths that cannot match are
/// passed over, and a distance ends where no row of its table can still be near enough.
struct PlainScan {
  let segments: [[UInt32]]

  func search(_ query: [UInt32], threshold: Int, limit: Int) -> [Candidate] {
    var found: [Candidate] = []
    var row = [Int](repeating: 0, count: 1_024)
    for (number, segment) in segments.enumerated() {
      if let candidate = Self.candidate(number, segment, query, threshold, &row) {
        found.append(candidate)
      }
    }
    return Array(found.sorted { $0.precedes($1) }.prefix(limit))
  }

  /// A segment as a candidate, or nil where it is not near enough.
  static func candidate(
    _ number: Int, _ segment: [UInt32], _ query: [UInt32], _ threshold: Int, _ row: inout [Int]
  ) -> Candidate? {
    let longer = max(query.count, segment.count)
    let allowed = (100 - threshold) * longer / 100
    guard abs(query.count - segment.count) <= allowed else { return nil }
    while row.count <= segment.count { row.append(0) }
    for place in 0...segment.count { row[place] = place }
    for done in query.indices {
      let token = query[done]
      var diagonal = done
      row[0] = done + 1
      var least = done + 1
      for place in segment.indices {
        let isEqual = token == segment[place] && token != .max
        let replaced = diagonal + (isEqual ? 0 : 1)
        diagonal = row[place + 1]
        let distance = min(replaced, min(diagonal, row[place]) + 1)
        row[place + 1] = distance
        least = min(least, distance)
      }
      if least > allowed { return nil }
    }
    let distance = row[segment.count]
    guard distance <= allowed else { return nil }
    return Candidate(
      row: UInt32(number), distance: UInt32(distance), longer: UInt32(longer))
  }
}

/// The plain inverted list: how many tokens each segment shares is counted through the lists of all
/// the query's tokens, and every segment that shares enough is compared in full.
final class PlainInvertedList {
  private let segments: [[UInt32]]
  private var lists: [[UInt32]] = []
  private var counts: [Int32]

  init(_ segments: [[UInt32]]) {
    self.segments = segments
    counts = [Int32](repeating: 0, count: segments.count)
    for (number, segment) in segments.enumerated() {
      for token in segment {
        while lists.count <= Int(token) { lists.append([]) }
        lists[Int(token)].append(UInt32(number))
      }
    }
  }

  func search(_ query: [UInt32], threshold: Int, limit: Int) -> [Candidate] {
    // Out of the object while it is written: each write would else be checked.
    var counts: [Int32] = []
    swap(&counts, &self.counts)
    defer { swap(&counts, &self.counts) }
    var met: [UInt32] = []
    for token in Set(query) where Int(token) < lists.count {
      for segment in lists[Int(token)] {
        if counts[Int(segment)] == 0 { met.append(segment) }
        counts[Int(segment)] += 1
      }
    }
    var found: [Candidate] = []
    var row = [Int](repeating: 0, count: 1_024)
    for number in met {
      let segment = segments[Int(number)]
      let longer = max(query.count, segment.count)
      let needed = longer - (100 - threshold) * longer / 100
      if Int(counts[Int(number)]) >= needed,
        let candidate = PlainScan.candidate(Int(number), segment, query, threshold, &row)
      {
        found.append(candidate)
      }
      counts[Int(number)] = 0
    }
    return Array(found.sorted { $0.precedes($1) }.prefix(limit))
  }
}
