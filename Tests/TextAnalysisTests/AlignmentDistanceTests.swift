import TestSupport
import Testing
import TextAnalysis

struct AlignmentDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abcd", "acbd", 1), ("ca", "abc", 3),
    ("Cybersapce", "Cyberspace", 1), ("国家市场监督管里总局", "国家市场监督管理总局", 1),
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("abab", "baba", 2),
  ])
  func `counts insertions, deletions, replacements and exchanges`(
    one: String, other: String, distance: Int
  ) {
    let (first, second) = (scalars(one), scalars(other))
    #expect(referenceAlignmentDistance(first, second) == distance)
    #expect(alignmentDistance(first, second, limit: 20) == distance)
    #expect(alignmentDistance(second, first, limit: 20) == distance)
    if distance > 0 { #expect(alignmentDistance(first, second, limit: distance - 1) == nil) }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `agrees with the reference at every limit`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let longest = seed % 3 == 0 ? 90 : 12
    let first = randomScalars(upTo: longest, using: &generator)
    let second =
      Bool.random(using: &generator)
      ? randomScalars(upTo: longest, using: &generator)
      : edited(first, times: Int.random(in: 0...6, using: &generator), using: &generator)
    let distance = referenceAlignmentDistance(first, second)
    let pattern = AlignmentPattern(first)
    for limit in [0, 1, 2, 3, 4, 7, 40, 100] {
      let expected = distance <= limit ? distance : nil
      #expect(pattern.distance(to: second.span, limit: limit) == expected)
    }
  }

  @Test func `texts of exactly one word and one more are compared`() {
    for count in [63, 64, 65, 128, 129] {
      var generator = SeededGenerator(seed: UInt64(count))
      let first = (0..<count).map { _ in UInt32.random(in: 97...99, using: &generator) }
      for _ in 0..<20 {
        let second = edited(first, times: 5, using: &generator)
        let distance = referenceAlignmentDistance(first, second)
        #expect(alignmentDistance(first, second, limit: 5) == (distance <= 5 ? distance : nil))
      }
    }
  }

  @Test func `scalars that share a slot are told apart`() {
    let first: [UInt32] = [0x4E00, 0x4F00, 0x5000, 0x100, 0, 0x10FF00]
    #expect(alignmentDistance(first, first.reversed(), limit: 9) == 5)
    #expect(alignmentDistance(first, first, limit: 0) == 0)
    #expect(alignmentDistance([0], [256], limit: 1) == 1)
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private func randomScalars(upTo count: Int, using generator: inout SeededGenerator) -> [UInt32] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      [97, 98, 99, 0x4E2D, 0x4F2D][Int.random(in: 0..<5, using: &generator)]
    }
  }

  private func edited(
    _ scalars: [UInt32], times: Int, using generator: inout SeededGenerator
  ) -> [UInt32] {
    var scalars = scalars
    for _ in 0..<times where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(98, at: place)
      case 2: scalars[place] = 97
      default: scalars.swapAt(place, max(0, place - 1))
      }
    }
    return scalars
  }
}
