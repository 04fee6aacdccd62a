import Testing

@testable import TextAnalysis

struct NearestWordTests {
  private let verbs = ["lookup", "import", "export", "history", "completions", "add"]

  @Test(arguments: [
    ("lokup", "lookup"), ("imprt", "import"), ("exprot", "export"), ("LOOKUP", "lookup"),
    ("comp", "completions"), ("histroy", "history"), ("ad", "add"), ("lookups", "lookup"),
  ])
  func `a mistyped word finds the one that was meant`(word: String, meant: String) {
    #expect(nearestWord(to: word, among: verbs) == meant)
  }

  @Test(arguments: ["", "zzz", "translate", "查", String(repeating: "lookup", count: 1000)])
  func `a word like none finds none`(word: String) {
    #expect(nearestWord(to: word, among: verbs) == nil)
  }

  @Test func `of two equally near the first is taken`() {
    #expect(nearestWord(to: "xxport", among: ["import", "export"]) == "export")
    #expect(nearestWord(to: "mport", among: ["import", "export"]) == "import")
    #expect(nearestWord(to: "cat", among: ["bat", "hat"]) == "bat")
  }
}
