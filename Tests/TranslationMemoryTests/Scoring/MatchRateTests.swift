import Testing

@testable import TranslationMemory

struct MatchRateTests {
  @Test(arguments: [
    (0, 5, 100), (1, 5, 80), (1, 3, 66), (2, 3, 33), (3, 3, 0), (0, 0, 100), (1, 200, 99),
  ])
  func `the base is rounded down`(distance: Int, longer: Int, base: Int) {
    #expect(MatchRate.base(distance: distance, longer: longer) == base)
  }

  @Test func `the most edits that reach a threshold are exact`() {
    for threshold in 50...100 {
      for longer in 1...300 {
        let most = MatchRate.mostEdits(threshold: threshold, longer: longer)
        #expect(MatchRate.base(distance: most, longer: longer) >= threshold)
        if most < longer {
          #expect(MatchRate.base(distance: most + 1, longer: longer) < threshold)
        }
      }
    }
  }
}

struct PenaltyTests {
  @Test func `each kind has a word and is found by it`() {
    for kind in PenaltyKind.general + [.memory("house: old")] {
      #expect(PenaltyKind(name: kind.name) == kind)
    }
    #expect(PenaltyKind(name: "memory:") == nil)
    #expect(PenaltyKind(name: "letterCase") == nil)
  }

  @Test func `points keep within a hundred`() {
    var table = PenaltyTable()
    #expect(table[.machine] == 10)
    #expect(table[.memory("a")] == 0)
    table[.memory("a")] = 300
    #expect(table[.memory("a")] == 100)
  }
}
