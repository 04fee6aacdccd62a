import Testing

@testable import TranslationMemory

struct CharacterGramsTests {
  @Test func `a text agrees with itself wholly, and with another of no shared letter not at all`() {
    let text = CharacterGrams("网络安全审查办法")
    #expect(text.score(against: text) == 100)
    #expect(text.score(against: CharacterGrams("abc")) == 0)
    #expect(CharacterGrams("").score(against: text) == 0)
  }

  @Test func `white space does not count`() {
    #expect(CharacterGrams("a b c").score(against: CharacterGrams("abc")) == 100)
  }

  /// Worked out by hand: ab against abc has runs a, b (1), ab (2); precision 1 and 1, recall 2/3
  /// and 1/2, averaged over both lengths.
  @Test func `the score is the F-score of the averages with recall counting four times`() {
    let recall = (2.0 / 3 + 1.0 / 2) / 2
    let expected = 500 * recall / (4 + recall)
    let score = CharacterGrams("ab").score(against: CharacterGrams("abc"))
    #expect(abs(score - expected) < 1e-9)
  }
}

struct ConsensusTests {
  @Test func `the target that the others resemble agrees most`() {
    let scores = Consensus.of(
      ["关于印发实施方案的通知", "关于印发实施方案的公告", "天气晴"], closeness: [0.8, 0.8, 0.8])
    #expect(scores[0] > scores[2])
    #expect(scores[1] > scores[2])
  }

  @Test func `one target agrees with itself`() {
    #expect(Consensus.of(["甲"], closeness: [0.5]) == [1])
    #expect(Consensus.of([], closeness: []).isEmpty)
  }

  @Test func `equal targets have equal scores`() {
    let scores = Consensus.of(["甲乙", "甲丙", "甲乙"], closeness: [0.9, 0.7, 0.5])
    #expect(scores[0] == scores[2])
  }
}
