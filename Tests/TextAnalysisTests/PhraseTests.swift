import Foundation
import Testing
import TextAnalysis

struct PhraseTests {
  private let empty = Phrase("the file is empty.", "文件为空。")

  @Test func `a phrase is worded in the language of its reader`() {
    #expect(empty(in: .english) == "the file is empty.")
    #expect(empty(in: .chinese) == "文件为空。")
    #expect(empty.description == "the file is empty." && "\(empty)" == "the file is empty.")
    #expect(Phrase("SAMR")(in: .chinese) == "SAMR")
  }

  @Test func `phrases stand behind each other in each language`() {
    let phrase = Phrase("a.csv: ", "a.csv：") + empty
    #expect(phrase == Phrase("a.csv: the file is empty.", "a.csv：文件为空。"))
  }

  @Test func `the words of an error are its own, else Swift's`() {
    struct Wordless: Error {}
    struct Wordy: Error, Worded {
      func message(in language: MessageLanguage) -> String { language == .chinese ? "不" : "no" }
    }
    #expect(Phrase(wordsOf: Wordy()) == Phrase("no", "不"))
    #expect(Phrase(wordsOf: Wordless()) == Phrase("Wordless()"))
  }

  @Test func `in JSON a phrase is its English`() throws {
    let json = try JSONEncoder().encode([empty])
    #expect(String(decoding: json, as: UTF8.self) == #"["the file is empty."]"#)
    let read = try JSONDecoder().decode([Phrase].self, from: json)
    #expect(read == [Phrase("the file is empty.")])
  }
}
