@testable import Terminology
import TestSupport
import Testing
import TextAnalysis

/// Recognition on real terms and sentences.
struct RealTermsTests {
  @Test func `equals the slow twin on public-health terms and sentences`() {
    guard let table = SharedData.text(of: "terms/tico19_terms_en_zh_CN.tsv"),
      let memory = SharedData.text(of: "tm/tico19.en-zh.tmx")
    else { return }
    var concepts: [(Int, ConceptEntry)] = []
    for line in table.split(separator: "\n") {
      let terms = line.split(separator: "\t").prefix(3).map { text in
        let language: LanguageTag =
          TextLanguage.guess(of: String(text)) == .chinese ? .simplifiedChinese : .english
        return TermSection(language: language, text: String(text))
      }
      concepts.append(
        (concepts.count, ConceptEntry(id: "term.x", kind: .technical, terms: terms)))
    }
    let fast = TermRecogniser(concepts: concepts)
    let slow = SlowRecogniser(concepts)
    var count = 0
    for line in memory.split(separator: "\n") where line.contains("<seg>") {
      count += 1
      guard count % 300 == 0 else { continue }
      let text = String(line)
      let language = TextLanguage.guess(of: text)
      #expect(fast.slowForm(text, language) == slow.occurrences(in: text, language: language))
    }
  }
}
