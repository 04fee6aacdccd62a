/// The sections of a term search file as integers and bytes, each access checked against the
/// section's end, so that a damaged file gives a wrong candidate at worst.
@safe struct TermSearchSections {
  private let sections: [UnsafeRawBufferPointer]

  /// Takes ten sections in the order of the file.
  init?(_ sections: [UnsafeRawBufferPointer]) {
    guard unsafe sections.count == 10 else { return nil }
    unsafe self.sections = sections
  }

  /// How many terms there are.
  var count: Int { unsafe sections[1].count / 8 }

  /// The longest term, in scalars.
  var longest: Int { unsafe max(0, sections[0].count / 4 - 2) }

  /// The terms whose squeezed text has a number of scalars in a range.
  func places(lengths: ClosedRange<Int>) -> Range<Int> {
    let lower = min(max(0, lengths.lowerBound), longest + 1)
    let upper = min(max(0, lengths.upperBound), longest)
    guard lower <= upper else { return 0..<0 }
    let start = min(integer(0, lower), count)
    return start..<max(start, min(integer(0, upper + 1), count))
  }

  /// Calls a closure with the place of every term in a range whose characters differ from a
  /// query's by at most `limit` on either side.
  func forEach(
    in places: Range<Int>, near query: UInt64, limit: Int, _ body: (Int) -> Void
  ) {
    let signatures = unsafe UnsafeRawBufferPointer(
      rebasing: sections[1][(places.lowerBound * 8)..<(places.upperBound * 8)])
    for place in 0..<places.count {
      let bits = unsafe UInt64(
        littleEndian: signatures.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
      if (query & ~bits).nonzeroBitCount <= limit, (bits & ~query).nonzeroBitCount <= limit {
        body(places.lowerBound + place)
      }
    }
  }

  /// Where the store keeps the concept of a term.
  func row(_ place: Int) -> Int { integer(2, place) }

  /// A term's place in its concept.
  func term(_ place: Int) -> Int { integer(3, place) >> 16 }

  /// A term's rank among hits of the same kind.
  func rank(_ place: Int) -> Int { integer(3, place) & 0xFFFF }

  /// A term's folded text with its spaces.
  func text(_ place: Int) -> String {
    unsafe String(decoding: piece(5, integer(4, place), integer(4, place + 1)), as: UTF8.self)
  }

  /// The terms in which a word or a pair of Han characters occurs, in order.
  func postings(of word: [UInt8]) -> [UInt32] {
    let words = unsafe sections[6].count / 4 - 1
    var (low, high) = (0, max(0, words))
    while low < high {
      let middle = (low + high) / 2
      if unsafe piece(7, integer(6, middle), integer(6, middle + 1)).lexicographicallyPrecedes(word)
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < words,
      unsafe piece(7, integer(6, low), integer(6, low + 1)).elementsEqual(word)
    else { return [] }
    let start = integer(8, low)
    let end = min(integer(8, low + 1), unsafe sections[9].count / 4)
    guard start < end else { return [] }
    return (start..<end).map { UInt32(integer(9, $0)) }.filter { $0 < count }
  }

  private func integer(_ section: Int, _ index: Int) -> Int {
    guard index >= 0, unsafe index * 4 + 4 <= sections[section].count else { return 0 }
    return unsafe Int(
      UInt32(
        littleEndian: sections[section].loadUnaligned(
          fromByteOffset: index * 4, as: UInt32.self)))
  }

  private func piece(_ section: Int, _ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    guard start <= end, unsafe end <= sections[section].count else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeRawBufferPointer(rebasing: sections[section][start..<end])
  }
}
