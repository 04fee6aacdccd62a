import Testing

@testable import TextAnalysis

struct WordEndingsTests {
  @Test(arguments: [
    ("measures", "measure"), ("agencies", "agency"), ("processes", "process"), ("laws", "law"),
    ("status", "status"), ("statuses", "status"), ("analysis", "analysis"),
    ("analyses", "analysis"),
    ("gas", "gas"), ("gases", "gas"), ("access", "access"), ("series", "series"), ("boxes", "box"),
    ("branches", "branch"), ("caches", "cache"), ("bus", "bus"), ("buses", "bus"), ("use", "use"),
    ("uses", "use"), ("houses", "house"), ("databases", "database"), ("cnas", "cnas"),
    ("areas", "area"), ("metrics", "metric"), ("economics", "economics"), ("indices", "index"),
    ("organisations", "organization"), ("standardised", "standardized"),
    ("digitalising", "digitalizing"), ("organiser", "organizer"), ("realise", "realize"),
    ("enterprise", "enterprise"), ("enterprises", "enterprise"), ("supervised", "supervised"),
    ("advertising", "advertising"), ("precise", "precise"), ("fundraising", "fundraising"),
    ("promise", "promise"), ("noise", "noise"), ("rise", "rise"), ("wise", "wise"),
    ("centre", "center"), ("centres", "center"), ("datacentres", "datacenter"),
    ("kilometres", "kilometer"), ("fibre", "fiber"), ("programmes", "program"),
    ("programmed", "programmed"), ("labelling", "labeling"), ("labelled", "labeled"),
    ("controlling", "controlling"), ("catalogue", "catalog"), ("dialogues", "dialog"),
    ("behavioural", "behavioral"), ("colours", "color"), ("hour", "hour"), ("tour", "tour"),
    ("licence", "license"), ("defences", "defense"), ("practise", "practice"),
    ("analyse", "analyze"), ("peoples", "people"), ("womens", "woman"), ("mens", "men"),
    ("archives", "archive"), ("halves", "half"), ("ties", "ties"), ("the", "the"), ("s", "s"),
  ])
  func `endings are folded`(word: String, key: String) {
    #expect(fold(word) == key)
  }

  @Test func `every rule of the table ends, and a folded word is folded`() {
    let stems = ["", "a", "multi", "data", "is", "ss", "our"]
    for text in [WordTable.plurals, WordTable.spellings] {
      for rule in text.split(whereSeparator: \.isWhitespace) {
        let ending = rule.prefix { $0 != ">" }.drop { $0 == "^" }
        for stem in stems {
          for plural in ["", "s", "es", "ing", "isation"] { check(stem + ending + plural) }
        }
      }
    }
    for stem in WordTable.keptStems.split(whereSeparator: \.isWhitespace) {
      for ending in ["e", "ed", "es", "ing", "ation", "ations"] {
        let word = stem.drop { $0 == "^" } + ending
        check(String(word))
        #expect(fold(String(word)).contains("is"), "\(word)")
      }
    }
  }

  @Test func `what stands before the word is left`() {
    var bytes = Array("centres measures".utf8)
    WordEndings.shared.fold(&bytes, from: 8)
    #expect(String(decoding: bytes, as: UTF8.self) == "centres measure")
  }

  private func check(_ word: String) {
    let once = fold(word)
    #expect(fold(once) == once, "\(word)")
    #expect(!once.isEmpty)
  }

  private func fold(_ word: some StringProtocol) -> String {
    var bytes = Array(word.utf8)
    WordEndings.shared.fold(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
