import Storage
import Terminology
import TestSupport
import Testing
import TextAnalysis

@testable import Workbench

struct WordingTests {
  @Test func `every fault of a request is worded in Chinese`() {
    let places: [RequestFault.TermPlace] = [
      .init(language: .english, since: PartialDate("2001-04"), until: PartialDate("2018-03")),
      .init(language: .english, since: nil, until: nil),
    ]
    let faults: [RequestFault] = [
      .noEntry(id: "agency.no", store: "s.sqlite", nearest: nil),
      .noEntry(id: "agency.no", store: "s.sqlite", nearest: "agency.samr"),
      .noGlossary("laws", store: "s.sqlite", known: []),
      .noGlossary("laws", store: "s.sqlite", known: ["agencies", "policies"]),
      .noTerm(id: "term.a", text: "beta", known: ["alpha", "Alpha"]),
      .severalTerms(id: "term.a", text: "alpha", places: places),
      .notProposed(id: "term.a", .approved), .breaksRule(id: "term.a", .noTerm),
      .sameNames(id: "term.a", names: ["alpha", "beta"]),
      .noFiles(folder: "empty", endings: [".csv", ".tbx"]), .emptyText,
      .noMemory("laws", store: "s.sqlite", known: []),
      .noMemory("laws", store: "s.sqlite", known: ["house", "own"]), .sameLanguage(.english),
      .sameDirection(from: .english, to: .english), .namelessMemory,
    ]
    for fault in faults {
      #expect(wordingFaults(of: fault) == [])
      let error = WorkbenchError.request(fault)
      #expect(error.message(in: .chinese) == fault.message(in: .chinese))
    }
    #expect(caseNames(faults).count == 13)
  }

  @Test func `every warning is worded in Chinese`() {
    let warnings: [EntryWarning] = [
      .breaksRule(id: "term.a", .unresolved("term.b")),
      .sharesNames(id: "term.a", names: ["alpha", "beta"]),
    ]
    for warning in warnings { #expect(wordingFaults(of: warning) == []) }
    #expect(warnings[1].description == "term.a is called 'alpha' and 'beta' too.")
  }

  @Test func `every notice on opening is worded in Chinese`() {
    let notices: [OpeningNotice] = [
      .made(path: "s.sqlite", folders: ["Glossaries/", "Memories/"], concepts: 597, units: 42),
      .made(path: "s.sqlite", folders: [], concepts: 597, units: 42),
      .takenAgain(file: "a.csv", counts: Phrase("1 added", "新增 1")),
      .newer(file: "a.csv", folder: "Glossaries/"), .refused(Phrase("no.", "不。")),
      .madeMemoryIndex(store: "s.sqlite", duration: .milliseconds(2_340)),
      .madeSearchFile(store: "s.sqlite", duration: .milliseconds(2_340)),
    ]
    for notice in notices { #expect(wordingFaults(of: notice) == []) }
    #expect(caseNames(notices).count == 6)
    #expect(notices.last?.message(in: .chinese) == "已重新生成 s.sqlite 的检索文件，用时 2.3 秒。")
  }

  @Test func `an error keeps its words on the way up`() {
    let below = StoreError.unknownConcept("term.a")
    #expect(WorkbenchError(below).message(in: .chinese) == below.message(in: .chinese))
  }
}
