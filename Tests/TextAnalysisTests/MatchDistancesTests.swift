import TestSupport
import Testing
import TextAnalysis

struct MatchDistancesTests {
  @Test func `the examples of the documentation are true`() {
    #expect(tokenDistance([7, 3, 9], [7, 9], limit: 2) == 1)
    let query = SequencePattern([7, 3, 9])
    #expect(query.distance(to: [1, 2], limit: 1) == nil)
    #expect(query.insertionsAndDeletions(to: [7, 4, 9]) == 2)
    #expect(characterRate("colour", "color") == 1 - 1.0 / 11)
    #expect(
      SequencePattern([1, 2, 3]).blocks(to: [1, 4, 5, 3]) == [
        EditBlock(kind: .equal, first: 0..<1, second: 0..<1),
        EditBlock(kind: .replace, first: 1..<2, second: 1..<3),
        EditBlock(kind: .equal, first: 2..<3, second: 3..<4),
      ])
  }

  @Test func `empty sequences are compared`() {
    #expect(tokenDistance([], []) == 0)
    #expect(tokenDistance([], [1, 2], limit: 1) == nil)
    #expect(SequencePattern([]).blocks(to: []).isEmpty)
    #expect(
      SequencePattern([]).blocks(to: [4]) == [
        EditBlock(kind: .insert, first: 0..<0, second: 0..<1)
      ])
    #expect(
      SequencePattern([4]).blocks(to: []) == [
        EditBlock(kind: .delete, first: 0..<1, second: 0..<0)
      ])
    #expect(characterRate("", "") == 1)
    #expect(characterRate("", "ab") == 0)
    let nothing = WeightedTokens(tokens: [], weights: [])
    #expect(weightedRate(nothing, nothing) == 1)
  }

  @Test(arguments: 0..<240 as Range<UInt64>)
  func `agrees with the reference`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let longest = [8, 20, 70, 200][Int(seed % 4)]
    let first = sequence(upTo: longest, using: &generator)
    let second =
      Bool.random(using: &generator)
      ? sequence(upTo: longest, using: &generator) : edited(first, using: &generator)
    let pattern = SequencePattern(first)
    let distance = referenceEditTable(first, second)[first.count][second.count]
    for limit in [0, 1, 3, distance - 1, distance, .max] where limit >= 0 {
      #expect(pattern.distance(to: second, limit: limit) == (distance <= limit ? distance : nil))
    }
    let expected = referenceInsertionsAndDeletions(first, second)
    #expect(pattern.insertionsAndDeletions(to: second) == expected)
    #expect(pattern.blocks(to: second) == blocks(of: referenceEdits(first, second)))
    func weight(_ token: UInt32) -> Double { Double(token % 7) / 4 }
    let cost = weightedDistance(
      WeightedTokens(tokens: first, weights: first.map(weight)),
      WeightedTokens(tokens: second, weights: second.map(weight)))
    #expect(cost == referenceWeightedDistance(first, second, weight: weight))
  }

  @Test func `lengths about whole machine words are right`() {
    var generator = SeededGenerator(seed: 1)
    for count in [63, 64, 65, 127, 128, 129] {
      let first = (0..<count).map { _ in UInt32.random(in: 0...2, using: &generator) }
      let second = edited(first, using: &generator)
      let pattern = SequencePattern(first)
      #expect(pattern.distance(to: second) == referenceEditTable(first, second).last?.last)
      #expect(
        pattern.insertionsAndDeletions(to: second)
          == referenceInsertionsAndDeletions(first, second))
      #expect(pattern.blocks(to: second) == blocks(of: referenceEdits(first, second)))
    }
  }

  private func sequence(upTo count: Int, using generator: inout SeededGenerator) -> [UInt32] {
    let kinds: [UInt32] = [0, 1, 2, 16, 0x4E2D, .max]
    return (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      kinds[Int.random(in: 0..<kinds.count, using: &generator)]
    }
  }

  private func edited(_ elements: [UInt32], using generator: inout SeededGenerator) -> [UInt32] {
    var elements = elements
    for _ in 0..<Int.random(in: 0...9, using: &generator) where !elements.isEmpty {
      let place = Int.random(in: 0..<elements.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: elements.remove(at: place)
      case 1: elements.insert(2, at: place)
      default: elements[place] = 16
      }
    }
    return elements
  }

  private func blocks(of edits: String) -> [EditBlock] {
    var blocks: [EditBlock] = []
    var (row, column) = (0, 0)
    for run in edits.split(separator: "=", omittingEmptySubsequences: false).dropLast(0)
      .enumerated()
    {
      let rows = run.element.count { $0 != "+" }
      let columns = run.element.count { $0 != "-" }
      if run.offset > 0 {
        if blocks.last?.kind == .equal {
          blocks[blocks.count - 1].first = (blocks.last?.first.lowerBound ?? 0)..<row + 1
          blocks[blocks.count - 1].second = (blocks.last?.second.lowerBound ?? 0)..<column + 1
        } else {
          blocks.append(
            EditBlock(kind: .equal, first: row..<row + 1, second: column..<column + 1))
        }
        (row, column) = (row + 1, column + 1)
      }
      guard rows + columns > 0 else { continue }
      let kind: EditBlock.Kind = rows == 0 ? .insert : columns == 0 ? .delete : .replace
      blocks.append(
        EditBlock(kind: kind, first: row..<row + rows, second: column..<column + columns))
      (row, column) = (row + rows, column + columns)
    }
    return blocks
  }
}
