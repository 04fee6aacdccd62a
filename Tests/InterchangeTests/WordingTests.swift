import Interchange
import Terminology
import TestSupport
import Testing
import TextAnalysis

struct WordingTests {
  private static let place = SourceLocation(file: "terms.csv", line: 14, column: 3)

  @Test func `every problem of a table is worded in Chinese`() {
    let problems: [TableProblem] = [
      .notText(.utf8, looksLike: .gb18030), .notText(.utf8, looksLike: nil), .endsInsideCharacter,
      .nul(looksLikeUTF16: true), .nul(looksLikeUTF16: false), .cellTooLong(isQuoted: true),
      .cellTooLong(isQuoted: false), .rowTooLong, .tooManyColumns, .unclosedQuote, .textAfterQuote,
      .rowLonger(columns: 7, header: 5), .rowCut(columns: 4, header: 5),
      .unknownColumn("langauge", known: ["id", "language"]),
      .unknownHeading("Englich", known: ["English", "中文"]), .repeatedColumn("term"),
      .missingColumn("term"), .noTermColumn, .unnamedColumn("alpha"),
      .unknownMapping("xx", known: ["en", "zh"]), .languagesUnclear,
      .missingValue(column: "term"),
      .notOneOf(column: "status", value: "prefered", allowed: ["preferred", "admitted"]),
      .notADate(column: "since", value: "soon"), .noSuchDay(column: "since", value: "2021-02-30"),
      .notARevision("x"), .notAnIdentifier("a b"), .notALanguage("Klingon!"),
      .repeatedIdentifier("term.a", line: 22),
      .differs(column: "subject", first: "law", line: 22, here: "trade"),
      .differs(column: "subject", first: "", line: 22, here: "trade"),
      .contradiction(column: "type", value: "acronym", otherColumn: "status", otherValue: "曾称"),
      .onlyStoreSide("term.a"), .noTerms, .valueWithoutTerm(column: "status"),
      .unknownRelation("replacs agency.a"), .relationWithoutTarget("replaces"),
      .relationRest("replaces agency.a on Monday"),
    ]
    for problem in problems { #expect(wordingFaults(of: problem) == []) }
    #expect(caseNames(problems).count == 34)
  }

  @Test func `every problem of markup is worded in Chinese`() {
    let problems: [MarkupProblem] = [
      .malformed("tag mismatch"), .cutShort(open: "tbx"), .cutShort(open: nil),
      .undefinedEntity("nbsp"), .unknownEncoding("x-klingon"), .nulCharacter, .tooDeep(limit: 64),
      .prologTooLong(limit: 65_536), .textTooLong(limit: 1_048_576),
      .elementTooLong(name: "conceptEntry", limit: 8_388_608), .notTBX(root: "html"),
      .languageMissing(element: "langSec"), .languageUnknown("Klingon!"),
      .valueUnknown(category: "administrativeStatus", value: "good", allowed: ["a", "b"]),
      .identifierRepeated("c1", firstLine: 22),
    ]
    for problem in problems { #expect(wordingFaults(of: problem) == []) }
    #expect(caseNames(problems).count == 14)
  }

  @Test func `what refuses a file as a whole is worded in Chinese, behind its name`() {
    let problems: [FileProblem] = [.missing, .isFolder, .refused("No space left"), .empty]
    for problem in problems {
      #expect(wordingFaults(of: problem) == [])
      let error = InterchangeError.file("terms.csv", problem)
      #expect(error.message(in: .chinese) == "terms.csv：" + problem.message(in: .chinese))
      #expect(error.description == "terms.csv: \(problem)")
    }
    #expect(
      InterchangeError.table(Self.place, .missingValue(column: "term")).message(in: .chinese)
        == "terms.csv:14:3：“term”为空；每一行都须有值。请填写。")
    #expect(
      wordingFaults(of: InterchangeError.markup(Self.place, .languageUnknown("Klingon!"))) == [])
  }

  @Test func `every notice is worded in Chinese`() throws {
    var reader = try NativeCSVReader(
      ByteSource(
        bytes: Array(
          "id,kind,language,term,status,since\nterm.a,technical,en,alpha,简称,2018/3/1\n".utf8),
        name: "t.csv"))
    while try reader.next() != nil {}
    #expect(reader.notices.count == 2)
    for notice in reader.notices {
      #expect(wordingFaults(of: notice) == [])
      #expect(notice.message(in: .chinese).hasPrefix("t.csv:2"))
    }
  }

  @Test func `every loss is worded in Chinese`() throws {
    let (_, written) = try TBXSamples.written(TBXSamples.concepts, .iso2008, .dca)
    let (_, read) = try TBXSamples.read(
      """
      <tbx type='TBX-Basic' style='dca' xmlns='urn:iso:std:iso:30042:ed-2'><text><body>
      <conceptEntry id='c1'><langSec xml:lang='en'><termSec><term id='t1'>a</term>
      <termNote type='partOfSpeech'>nom</termNote><admin type='mood'>good</admin>
      </termSec><termSec><term/></termSec></langSec></conceptEntry></body></text></tbx>
      """)
    let losses = written.losses + read.losses
    #expect(losses.count >= 8)
    for loss in losses { #expect(wordingFaults(of: loss.why, as: .clause) == []) }
  }
}
