import Testing

@testable import TranslationMemory

struct TextCountTests {
  @Test(arguments: [
    ("", 0, 0, 0), ("本办法自2021年9月1日起施行。", 3, 13, 17), ("Don't panic.", 2, 2, 11),
    ("GB/T 1.1—2020", 2, 3, 12), ("5G 网络", 1, 3, 4), ("“十四五”规划", 0, 5, 7), ("e-mail", 1, 1, 6),
    ("—", 0, 0, 1),
  ])
  func `words, 字数 and characters are counted apart`(
    text: String, words: Int, chineseCharacters: Int, characters: Int
  ) {
    let count = TextCount(text)
    #expect(count.words == words)
    #expect(count.chineseCharacters == chineseCharacters)
    #expect(count.characters == characters)
    #expect(count.segments == 1)
  }
}

struct LeverageTableTests {
  @Test func `each segment is counted once, in the band of its rate`() {
    var table = LeverageTable()
    table.add("one", rate: 100)
    table.add("two", rate: 101)
    table.add("three words here", rate: 84)
    table.add("four", rate: nil)
    table.add("five", rate: 49)
    #expect(table.bands[.exact]?.segments == 1)
    #expect(table.bands[.inContext]?.segments == 1)
    #expect(table.bands[.from75]?.words == 3)
    #expect(table.bands[.new]?.segments == 2)
    #expect(table.total.segments == 5)
  }

  @Test func `a repetition counts as one unless its surroundings are the same`() {
    var table = LeverageTable()
    table.add("Scope", rate: 100)
    table.add("Scope", rate: 100)
    table.add("Scope", rate: 101)
    #expect(table.bands[.exact]?.segments == 1)
    #expect(table.bands[.repetition]?.segments == 1)
    #expect(table.bands[.inContext]?.segments == 1)
  }

  @Test func `likeness inside the documents counts where it is greater`() {
    var table = LeverageTable()
    table.add("a", rate: 60, internalRate: 90)
    table.add("b", rate: 90, internalRate: 80)
    table.add("c", rate: nil, internalRate: 40)
    #expect(table.internalBands[.from85]?.segments == 1)
    #expect(table.bands[.from85]?.segments == 1)
    #expect(table.bands[.new]?.segments == 1)
  }

  @Test(arguments: [
    (101, MatchBand.inContext), (100, .exact), (99, .from95), (95, .from95), (94, .from85),
    (85, .from85), (84, .from75), (75, .from75), (74, .from50), (50, .from50), (49, .new),
  ])
  func `the bands meet without a gap`(rate: Int, band: MatchBand) {
    #expect(MatchBand(rate: rate) == band)
  }
}
