import Checking
import Terminology
import Testing
import TextAnalysis

struct GlossaryNamesTests {
  private func concept() -> ConceptEntry {
    var ndrc = ConceptEntry("agency.ndrc", .agency, "+国家发展和改革委员会", "国家发展改革委", "发改委", "国家计委")
    for place in 1...3 { ndrc.terms[place].termType = .shortForm }
    return ndrc
  }

  private func count(_ texts: String...) -> Int {
    TermCheck.findings(texts, [concept()]).count { $0.rule == .nameInconsistent }
  }

  @Test func `a full name and its short forms go together`() {
    #expect(count("国家发展和改革委员会", "国家发展改革委", "发改委") == 0)
  }

  @Test func `short forms of which none is in the other do not`() {
    #expect(count("国家发展改革委", "国家计委") == 1)
  }

  @Test func `names that stand side by side explain each other`() {
    let institute = ConceptEntry(
      "agency.institute", .agency, "+Hangzhou Institute of Standardization",
      "Hangzhou International Exchange Center for Standardization")
    let text =
      "Hangzhou Institute of Standardization (Hangzhou International Exchange Center for "
      + "Standardization)"
    #expect(TermCheck.findings([text], [institute]).isEmpty)
  }
}
