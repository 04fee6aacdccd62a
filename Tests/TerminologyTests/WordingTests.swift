import Terminology
import TestSupport
import Testing
import TextAnalysis

struct WordingTests {
  @Test func `every fault of a glossary is worded in Chinese`() throws {
    let early = try #require(PartialDate("2001-04"))
    let late = try #require(PartialDate("2018-03-17"))
    let faults: [GlossaryFault] = [
      .identifier("SAMR", .agency), .twoPreferred(.english, "one", "two"),
      .repeatedTerm(.english, "one"), .noTerm, .unresolved("agency.no"),
      .unmirrored(.replaces, "agency.aqsiq"), .selfRelation(.partOf),
      .datesReversed("since", late, "until", early), .latinPunctuation(",", "甲,乙"),
      .outerTitleMarks("《甲》"), .spaceAtEnd("a "), .authorityWithoutSource("SAMR"),
      .preferredAndWrong(.english, "one"),
    ]
    for fault in faults {
      // The one that quotes a Latin mark beside Chinese is right to do so.
      if case .latinPunctuation = fault { continue }
      #expect(wordingFaults(of: fault) == [])
    }
    #expect(
      GlossaryFault.latinPunctuation(",", "甲,乙").message(in: .chinese)
        == "中文“甲,乙”中有“,”；须用中文标点。")
    #expect(caseNames(faults).count == 13)
  }

  @Test func `every reason for a conflict is worded in Chinese`() {
    let reasons: [ConflictReason] = [
      .olderRevision(file: 11, store: 22), .newerRevision(file: 33, store: 22),
      .editedSince(["definition", "note"]), .madeByHand(["definition", "note"]),
      .otherGlossary("agencies"), .outOfUse(.retired), .outOfUse(.rejected), .otherName,
    ]
    for reason in reasons { #expect(wordingFaults(of: reason, as: .clause) == []) }
    #expect(caseNames(reasons).count == 7)
  }

  @Test func `a difference names what differs`() {
    let change = EntryChange.termChanged(.english, "SAMR", fields: ["status", "note"])
    #expect(change.message(in: .chinese) == "en SAMR: status, note")
    #expect(EntryChange.termOrder.message(in: .chinese) == "术语的顺序")
  }
}
