import Checking
import Terminology
import Testing
import TextAnalysis

struct GlossaryTermbaseTests {
  private let termbase = GlossaryTermbase([
    (7, ConceptEntry("term.digital-twin", "+digital twin", "+数字孪生")),
    (9, ConceptEntry("term.twin", "+twin", "+孪生")),
  ])

  @Test func `a mention has the row of its concept and the longest term`() {
    #expect(
      termbase.mentions(in: "two digital twins", language: .english)
        == [TermMention(scalars: 4..<17, readings: [TermReading(concept: 7, term: 0)])])
    #expect(
      termbase.mentions(in: "数字孪生", language: .simplifiedChinese)
        == [TermMention(scalars: 0..<4, readings: [TermReading(concept: 7, term: 1)])])
  }

  @Test func `an entry is found by reading and by identifier`() {
    #expect(termbase.entry(TermReading(concept: 9, term: 0))?.id == "term.twin")
    #expect(termbase.entry(TermReading(concept: 8, term: 0)) == nil)
    #expect(termbase.entry(id: "term.digital-twin")?.terms.count == 2)
  }

  @Test func `many threads may ask at once`() async {
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          (0..<50).reduce(0) { sum, _ in
            sum + termbase.mentions(in: "a twin and a digital twin", language: .english).count
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 100, count: 16))
  }
}
