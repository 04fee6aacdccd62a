import Storage
import Terminology
import TestSupport
import Testing
import TextAnalysis

struct WordingTests {
  private static let place = SourceLocation(file: "terms.csv", line: 14, column: 3)

  @Test func `every error of the store is worded in Chinese`() {
    let errors: [StoreError] = [
      .database("s.sqlite", .other(code: 21, "misuse")), .missing("s.sqlite"),
      .isFolder("folder"), .otherProgram("s.sqlite"),
      .newerVersion("s.sqlite", found: 9, known: 4), .olderVersion("s.sqlite", found: 2, known: 4),
      .foreignOwner("s.sqlite", user: 1001), .networkFileSystem("s.sqlite", kind: "nfs"),
      .backup("s.sqlite", reason: Phrase("it cannot be read", "无法读取")),
      .damagedEntry("s.sqlite", id: "term.a", .cutShort), .unknownConcept("term.a"),
      .conceptExists("term.a"), .unusableIdentifier("a b", nil),
      .unusableIdentifier("a b", Self.place),
      .changedMeanwhile("term.a", expected: 3, found: 5),
      .duplicateIdentifier("term.a", Self.place, first: SourceLocation(file: "old.csv", line: 2)),
      .noTerms(Self.place), .unknownChange(77), .changedSince(change: 77, concepts: ["term.a"]),
      .changedSince(change: 77, concepts: (1...7).map { "term.\($0)" }),
      .pruneUnconfirmed(glossary: "agencies", retired: 31, of: 597),
    ]
    for error in errors { #expect(wordingFaults(of: error) == []) }
    #expect(caseNames(errors).count == 19)
  }

  @Test func `every error of units is worded in Chinese`() {
    let errors: [StoreError] = [
      .damagedUnit("s.sqlite", row: 7, .cutShort), .unknownUnit(7),
      .unitIdentifierTaken("1", memory: "house", row: 7),
      .unitChangedMeanwhile(7, expected: 3, found: 5),
      .unitsChangedSince(change: 77, count: 1, rows: [7]),
      .unitsChangedSince(change: 77, count: 9, rows: [7, 8]),
      .unitPruneUnconfirmed(memory: "house", forgotten: 31, of: 597),
      .emptySegment(.source, Self.place), .emptySegment(.target, nil),
      .sameLanguage(.english, .english, Self.place),
      .segmentTooLong(.source, byteCount: 70_000, Self.place),
      .misplacedCodes(.target, Self.place), .unitIdentifierTooLong(byteCount: 2_000, nil),
      .unitTooLong(byteCount: 2_000_000, Self.place),
    ]
    for error in errors { #expect(wordingFaults(of: error) == []) }
    #expect(caseNames(errors).count == 12)
    let faults: [StoreFault] = [
      .damagedUnit(row: 7, rev: 2, .notUTF8), .unitKeys(row: 7), .unitVersions(row: 7),
      .strayUnit(row: 7),
    ]
    for fault in faults { #expect(wordingFaults(of: fault) == []) }
  }

  @Test func `every error of SQLite is worded in Chinese`() {
    let errors: [SQLiteError] = [
      .busy, .full, .readOnly, .corrupt, .notADatabase, .constraint("UNIQUE"),
      .cannotOpen("no file"), .inputOutput("short read"), .other(code: 21, "misuse"),
    ]
    for error in errors { #expect(wordingFaults(of: error) == []) }
    #expect(caseNames(errors).count == 9)
  }

  @Test func `every fault of a store is worded in Chinese`() {
    let relation = Relation(.replaces, "agency.aqsiq")
    let faults: [StoreFault] = [
      .integrity("row 3 missing"), .danglingRow(table: "term_key", target: "concept"),
      .columns(id: "term.a"), .keys(id: "term.a"), .ties(id: "term.a"), .versions(id: "term.a"),
      .changes(number: 77), .unresolvedRelation(id: "agency.samr", relation),
      .unresolvedIssuer(id: "policy.a", target: "agency.no"),
      .unmirroredRelation(id: "agency.samr", relation), .rule(id: "term.a", .spaceAtEnd("a ")),
    ]
    let damages: [EntryDamage] = [.unknownFormat, .cutShort, .tooLong, .unknownCode, .notUTF8]
    let all = faults + damages.map { .damagedEntry(id: "term.a", rev: 12, $0) }
    for fault in all { #expect(wordingFaults(of: fault) == []) }
    #expect(caseNames(all).count == 12)
    #expect(Set(all.map { $0.message(in: .chinese) }).count == all.count)
  }

  @Test func `what an import did is counted in Chinese`() {
    var summary = ImportSummary()
    (summary.added, summary.changed, summary.removed, summary.unchanged) = (11, 22, 33, 44)
    #expect(summary.counts.chinese == "新增 11，修改 22，停用 33，未变 44")
    summary.kept = 55
    #expect(
      summary.counts
        == Phrase(
          "11 added, 22 changed, 33 removed, 44 unchanged, 55 kept as the store has them",
          "新增 11，修改 22，停用 33，未变 44，保留库中内容 55"))
  }
}
