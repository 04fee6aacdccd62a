import Terminology
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange

struct CSVWordsTests {
  @Test(arguments: [
    ("规范名词", TerminologyWords.Meaning(status: .preferred)),
    ("首选", .init(status: .preferred)), ("推荐", .init(status: .preferred)),
    ("全称", .init(type: .fullForm)), ("简称", .init(type: .shortForm)),
    ("又称", .init(status: .admitted)), ("别称", .init(status: .admitted)),
    ("通称", .init(status: .admitted)), ("许用", .init(status: .admitted)),
    ("俗称", .init(status: .deprecated, register: .colloquial)),
    ("不推荐", .init(status: .deprecated)), ("停用", .init(status: .deprecated)),
    ("禁用", .init(status: .deprecated)), ("拒用", .init(status: .deprecated)),
    ("曾称", .init(status: .superseded)), ("旧称", .init(status: .superseded)),
    ("原名", .init(status: .superseded)), ("缩写", .init(type: .abbreviation)),
    ("字母词", .init()), ("待定", .init(process: .proposed)),
  ])
  func `words of Chinese terminologists mean the same in three columns`(
    word: String, meaning: TerminologyWords.Meaning
  ) throws {
    #expect(TerminologyWords.meaning(of: word) == meaning)
    for column in ["status", "type", "process"] {
      let text = "id,kind,language,term,register,status,type,process\n"
      let cells = ["status", "type", "process"].map { $0 == column ? " \(word)　" : "" }
      let concepts = try readNative(text + "a,name,zh,词,," + cells.joined(separator: ",") + "\n")
      let term = try #require(concepts.first?.entry.terms.first)
      #expect(term.administrativeStatus == meaning.status)
      #expect(term.termType == meaning.type)
      #expect(term.register == meaning.register ?? .neutral)
      #expect(concepts.first?.entry.process == meaning.process ?? .approved)
    }
  }

  @Test func `the table of Chinese words has each word once`() {
    let words = TerminologyWords.rows.flatMap(\.words)
    #expect(words.count == 20 && Set(words).count == words.count)
  }

  @Test(arguments: [
    ("preferred", AdministrativeStatus.preferred), ("Preferred", .preferred),
    (" DEPRECATED ", .deprecated), ("ｐｒｅｆｅｒｒｅｄ", .preferred), ("　admitted", .admitted),
  ])
  func `English words are read in any case and width`(word: String, status: AdministrativeStatus) {
    #expect(pick(word) == status)
  }

  @Test func `two words in one are read with spaces and hyphens too`() {
    #expect(pick("Full Form", as: TermType.self) == .fullForm)
    #expect(pick("short-form", as: TermType.self) == .shortForm)
    #expect(pick("in_force", as: Force.self) == .inForce)
    #expect(pick("full forms", as: TermType.self) == nil)
  }

  @Test(arguments: [
    ("yes", true), ("NO", false), ("True", true), ("false", false), ("1", true), ("０", false),
    ("是", true), ("否", false), (" yes ", true), ("y", nil), ("", nil), ("对", nil),
  ])
  func `yes and no are read in both languages`(word: String, truth: Bool?) {
    #expect(yesOrNo(word) == truth)
  }

  @Test(arguments: [
    ("2018", "2018"), ("2018-03", "2018-03"), ("2018-03-17", "2018-03-17"),
    ("2018年3月", "2018-03"), ("2018年3月17日", "2018-03-17"), ("2018年", "2018"),
    ("2018 年 3 月 17 号", "2018-03-17"), ("２０１８年３月", "2018-03"), ("2018/3", "2018-03"),
    ("2018/3/17", "2018-03-17"), ("2018.3", "2018-03"), ("2018.03.17", "2018-03-17"),
    ("2018-3-7", "2018-03-07"), ("Mar-18", "2018-03"), ("mar-2018", "2018-03"),
    ("March 2018", "2018-03"), ("Sep-54", "1954-09"), ("17-Mar-18", "2018-03-17"),
    (" 2018-03\u{3000}", "2018-03"), ("Jan-29", "2029-01"), ("Jan-30", "1930-01"),
  ])
  func `dates are read as people and spreadsheets write them`(cell: String, date: String) throws {
    #expect(WrittenDate(cell) == .date(try #require(PartialDate(date))))
  }

  @Test func `a first of the month in a spreadsheet's form may have gained its day`() throws {
    let day = try #require(PartialDate("2018-03-01"))
    #expect(WrittenDate("2018/3/1") == .gainedDay(day))
    #expect(WrittenDate("2018/03/01") == .gainedDay(day))
    #expect(WrittenDate("1-Mar-18") == .gainedDay(day))
    #expect(WrittenDate("2018-03-01") == .date(day))
    #expect(WrittenDate("2018年3月1日") == .date(day))
  }

  @Test(arguments: ["2021-02-30", "2021-13", "2021年2月30日", "2021/2/29", "0000", "31-Jun-20"])
  func `a day that does not exist is told from what is no date`(cell: String) {
    #expect(WrittenDate(cell) == .noSuchDay)
  }

  @Test(arguments: [
    "", "x", "18-03", "2018-", "-2018", "20180317", "2018-03-17T00:00", "3/1/2018", "18-Mar",
    "Mär-18", "Mar-018", "2018-3/17", "2018年3", "99999", "2018-03-17-1", "二〇一八年", "2018\u{301}",
    "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
  ])
  func `what is no date is none`(cell: String) { #expect(WrittenDate(cell) == .unreadable) }
}

struct CSVNotationTests {
  private func relation(_ text: String) throws(TableProblem) -> Relation {
    try RelationNotation.read(text) { _, cell throws(TableProblem) in
      guard let date = PartialDate(cell) else { throw .notADate(column: "since", value: cell) }
      return date
    }
  }

  @Test(arguments: [
    ("replaces agency.aqsiq", Relation(.replaces, "agency.aqsiq")),
    (
      "replaces agency.aqsiq since 2018-03 (quality supervision; border inspection went to Customs)",
      Relation(
        .replaces, "agency.aqsiq", since: PartialDate("2018-03"),
        scope: "quality supervision; border inspection went to Customs")
    ),
    (
      "partof a until 2020-01 since 2018",
      Relation(.partOf, "a", since: PartialDate("2018"), until: PartialDate("2020-01"))
    ),
    ("Related  a  (b (c) (d))", Relation(.related, "a", scope: "b (c) (d)")),
    ("related a(b)", Relation(.related, "a", scope: "b")),
    ("related a （海关）", Relation(.related, "a", scope: "海关")),
    ("replacedBy a ()", Relation(.replacedBy, "a")),
    ("related a (since 2018)", Relation(.related, "a", scope: "since 2018")),
    ("related a (()", Relation(.related, "a", scope: "(")),
  ])
  func `relations are read as people write them`(text: String, expected: Relation) throws {
    #expect(try relation(text) == expected)
  }

  @Test(arguments: [
    ("succeeds agency.x", TableProblem.unknownRelation("succeeds")),
    ("replaces", .relationWithoutTarget("replaces")),
    ("replaces (all)", .relationWithoutTarget("replaces (all)")),
    ("replaces 1x", .notAnIdentifier("1x")),
    ("replaces a in 2018", .relationRest("replaces a in 2018")),
    ("replaces a (b", .relationRest("replaces a (b")),
    ("replaces a (b) c", .relationRest("replaces a (b) c")),
    ("replaces a (", .relationRest("replaces a (")),
    ("replaces a since 2018 since 2019", .relationRest("replaces a since 2018 since 2019")),
    ("replaces a since", .notADate(column: "since", value: "")),
  ])
  func `a relation that cannot be read says why`(text: String, problem: TableProblem) {
    #expect(throws: problem) { try relation(text) }
  }

  @Test(arguments: [
    ("a | b", ["a", "b"]), ("a|b", ["a", "b"]), (" a  |  b ", ["a", "b"]), ("a \\| b", ["a | b"]),
    ("a\\\\|b", ["a\\", "b"]), ("C:\\dir", ["C:\\dir"]), ("a |  | b |", ["a", "b"]), ("", []),
    ("|", []), ("\\ ", [" "]), ("a\\", ["a\\"]), ("a b", ["a b"]),
  ])
  func `a bar parts values unless a backslash stands before it`(cell: String, values: [String]) {
    #expect(CellList.values(in: cell) == values)
  }

  @Test func `values are joined as people would`() {
    #expect(CellList.joined(["a b", "c"]) == "a b | c")
    #expect(CellList.joined(["a|b", "c\\", " d"]) == "a\\|b | c\\\\ | \\ d")
  }

  @Test(arguments: 0..<500 as Range<UInt64>)
  func `every list of values survives its cell`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters: [Character] = ["|", "\\", " ", "a", "\n", "(", "中", "\"", ","]
    let values = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      String(
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? " "
        })
    }
    #expect(CellList.values(in: CellList.joined(values)) == values)
  }

  @Test(arguments: ["a", "agency.samr", "_x", "A-1", "真.x", "x١"])
  func `an identifier is an XML name`(id: String) { #expect(isXMLName(id)) }

  @Test(arguments: ["", "1a", ".a", "-a", "a b", "a:b", "a/b", "·x", "a\u{301}", "<", "١x"])
  func `what is no XML name is no identifier`(id: String) { #expect(!isXMLName(id)) }
}

struct SpreadsheetGuardTests {
  @Test(arguments: [
    "=1", "+1", "-1", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠1", "2018-03", "3/4", "1.10", "007",
    "1E5", "12:30", "1,000", "12345678901234567", "Mar-18", "MARCH1", "17-Mar", "true", "FALSE",
    "Sept 2", "5%",
  ])
  func `what a spreadsheet would change is at risk`(text: String) {
    #expect(SpreadsheetGuard.isAtRisk(Array(text.utf8)[...]))
  }

  @Test(arguments: [
    "", "a", "'t Hooft", "5G", "2018", "GB/T 1.1", "0", "网络", "market", "Marxism", "truth", "（",
    "3 December Plan", "14th Five-Year Plan", "may be", "é=",
  ])
  func `what a spreadsheet leaves alone is not`(text: String) {
    #expect(!SpreadsheetGuard.isAtRisk(Array(text.utf8)[...]))
  }

  @Test(arguments: 0..<500 as Range<UInt64>)
  func `every text is read back, however many apostrophes it has`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = String(repeating: "'", count: Int.random(in: 0...3, using: &generator))
    text += nastyTexts.randomElement(using: &generator) ?? ""
    for style in [CSVStyle.plain, .spreadsheet] {
      let written = Written()
      var writer = try CSVWriter(written.sink, style: style)
      // Not in the first cell, where U+FEFF would be the file's byte-order mark.
      writer.add("")
      writer.add(text)
      try writer.endRow()
      try writer.finish()
      var reader = try CSVReader(ByteSource(bytes: written.bytes, name: "t.csv"))
      try #require(try reader.readRow())
      let cell = reader.row[1]
      #expect(Array(SpreadsheetGuard.withoutMark(cell)) == Array(text.utf8))
      #expect(style == .plain || !SpreadsheetGuard.isAtRisk(cell))
    }
  }
}
