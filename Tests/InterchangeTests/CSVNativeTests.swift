import Foundation
import Interchange
import Terminology
import TestSupport
import Testing
import TextAnalysis

/// Everything that a file says, read to its end.
func readNative(
  _ text: String, file: String = "t.csv"
) throws(InterchangeError) -> [IncomingConcept] {
  var reader = try NativeCSVReader(ByteSource(bytes: Array(text.utf8), name: file))
  var concepts: [IncomingConcept] = []
  while let concept = try reader.next() { concepts.append(concept) }
  return concepts
}

/// What a reader that is asked on after every error gives: identifiers, and messages.
func readOn(_ text: String) -> [String] {
  var results: [String] = []
  do throws(InterchangeError) {
    var reader = try NativeCSVReader(ByteSource(bytes: Array(text.utf8), name: "t.csv"))
    while true {
      do throws(InterchangeError) {
        guard let concept = try reader.next() else { return results }
        results.append(concept.entry.id)
      } catch {
        results.append(error.description)
      }
    }
  } catch {
    return [error.description]
  }
}

func fixture(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: csvFixtures.appending(path: name)))
}

struct CSVNativeTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what is written is read back field by field`(seed: UInt64) throws {
    var maker = ConceptMaker(generator: SeededGenerator(seed: seed))
    let concepts = (0..<6).map { maker.concept($0) }
    for style in [CSVStyle.plain, .spreadsheet] {
      func write(_ concepts: [(ConceptEntry, Int?)]) throws -> [UInt8] {
        let written = Written()
        var writer = try NativeCSVWriter(written.sink, style: style)
        for (entry, rev) in concepts { try writer.write(entry, rev: rev) }
        try writer.finish()
        return written.bytes
      }
      let bytes = try write(concepts.map { ($0.entry, $0.rev) })
      let read = try readNative(String(decoding: bytes, as: UTF8.self))
      #expect(read.map(\.entry) == concepts.map(\.entry))
      #expect(read.map(\.rev) == concepts.map(\.rev))
      #expect(read.allSatisfy { $0.carries == .all && $0.isIdentified && $0.listsAllTerms })
      // Equal texts may differ in their bytes; the second file would.
      #expect(try write(read.map { ($0.entry, $0.rev) }) == bytes)
    }
  }

  @Test func `the golden file is what is written, and what is read`() throws {
    let golden = try fixture("native.csv")
    let written = Written()
    var writer = try NativeCSVWriter(written.sink)
    for concept in sampleConcepts { try writer.write(concept) }
    try writer.finish()
    #expect(written.text == String(decoding: golden, as: UTF8.self))
    let read = try readNative(String(decoding: golden, as: UTF8.self))
    #expect(read.map(\.entry) == sampleConcepts.map(\.entry))
    #expect(read.map(\.rev) == [3, 1, 12])
    #expect(read.map(\.location.line) == [2, 8, 10])
  }

  @Test func `the starters are written without rev, a file of conflicts with both sides`() throws {
    let starters = Written()
    var writer = try NativeCSVWriter(starters.sink, columns: .withoutRevision)
    try writer.write(sampleConcepts[2])
    try writer.finish()
    #expect(!starters.text.contains("rev"))
    #expect(
      starters.text.hasSuffix("note\nterm.empty,technical\(String(repeating: ",", count: 28))\n"))

    let conflict = Written()
    writer = try NativeCSVWriter(conflict.sink, columns: .withConflict)
    let (mine, theirs) = (sampleConcepts[0], sampleConcepts[1].entry)
    var other = theirs
    other.id = mine.entry.id
    try writer.write(mine.entry, rev: 4, glossary: "agencies", side: .file)
    try writer.write(other, rev: 4, glossary: "agencies", side: .store, decision: .file)
    try writer.finish()
    let read = try readNative(conflict.text)
    #expect(read.map(\.entry) == [mine.entry])
    #expect(read.map(\.decision) == [.file])
    #expect(read.map(\.glossary) == ["agencies"])
    #expect(read.map(\.rev) == [4])
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `line ends and a byte-order mark do not matter`(lineEnd: String, mark: String) throws {
    let text = "id,language,term,note\na,en,x,\"1\n2\"\na,zh,词,\n\nb,en,y,\n"
    let read = try readNative(mark + text.replacing("\n", with: lineEnd))
    #expect(read.map(\.entry.id) == ["a", "b"])
    #expect(read.first?.entry.terms.map(\.text) == ["x", "词"])
    #expect(read.first?.entry.terms.first?.note == "1\(lineEnd)2")
    #expect(read.last?.location == SourceLocation(file: "t.csv", line: 6))
  }

  @Test func `columns stand in any order, and those present are what the file carries`() throws {
    let read = try readNative("Term, LANGUAGE ,kind,Status,ID\nx,en,,preferred,name.a\n")
    let concept = try #require(read.first)
    #expect(concept.carries == [.status])
    #expect(concept.entry.kind == .name)
    #expect(concept.rev == nil)
    #expect(try readNative("id;kind;language;term\na;policy;en;x\n").first?.carries == [.kind])
    #expect(try readNative("id,language,term\n").isEmpty)
  }

  @Test func `a concept has its columns in its first row, blanks in the others clear nothing`()
    throws
  {
    let text = """
      id,rev,definition,language,term
      a,2,what it is,en,x
      a,2,,zh,词
      a,,what it is,zh,字
      """
    let read = try readNative(text + "\n")
    #expect(read.count == 1)
    #expect(read.first?.entry.definition == "what it is")
    #expect(read.first?.entry.terms.count == 3)
  }

  @Test func `missing cells at the end of a row are empty`() throws {
    let read = try readNative("id,language,term,note,seen\na,en,x\nb,en,y,n\n")
    #expect(read.map(\.entry.terms.first?.note) == [nil, "n"])
  }

  @Test func `a gained day is reported, and a word that has no column`() throws {
    let text = "id,language,term,status,since,relations\n"
    let rows = "a,en,x,简称,2018/3/1,\na,en,y,俗称,2018-03-01,related b until 1-Mar-18\n"
    var reader = try NativeCSVReader(
      ByteSource(bytes: Array((text + rows).utf8), name: "t.csv"))
    // The second row says what only the first may.
    #expect(throws: InterchangeError.self) { try reader.next() }
    #expect(
      reader.notices.map(\.description) == [
        """
        t.csv:2: '简称' also says what the type is; the file has no such column, so concepts in the \
        store keep theirs. Add the column.
        """,
        """
        t.csv:2:5: since '2018/3/1' is read as that very day; if a month was meant, a spreadsheet \
        has added the day. Write it as 2018-03.
        """,
      ])
    #expect(reader.noticeCount == 2)
    reader = try NativeCSVReader(
      ByteSource(bytes: Array((text + "a,,,,,related b until 1-Mar-18\n").utf8), name: "t.csv"))
    #expect(try reader.next()?.entry.relations.first?.until == PartialDate("2018-03-01"))
    #expect(reader.notices.first?.location.description == "t.csv:2:6")
  }

  @Test func `proposed in one row is proposed, even without the column`() throws {
    let read = try readNative("id,language,term,status\na,en,x,首选\na,zh,词,待定\nb,en,y,\n")
    #expect(read.map(\.entry.process) == [.proposed, .approved])
    #expect(read.map { $0.carries.contains(.process) } == [true, false])
  }

  @Test func `a spreadsheet's apostrophe is undone in every column`() throws {
    let read = try readNative("id,language,term,since,rev\n'true,en,'=1+1,'2018-03,3\n")
    #expect(read.first?.entry.id == "true")
    #expect(read.first?.entry.terms.first?.text == "=1+1")
    #expect(read.first?.entry.terms.first?.since == PartialDate("2018-03"))
  }
}

struct CSVNativeMessageTests {
  static let messages: [(String, String)] = [
    ("", "t.csv: the file is empty; at least a header is required."),
    ("id,term\n", "t.csv:1: the header has no column 'language'; it is required. Add it."),
    (
      "id,language,term,id\n",
      "t.csv:1:4: the column 'id' stands twice in the header; once is allowed."
    ),
    (
      "id,language,term\n,en,x\n",
      "t.csv:2:1: 'id' is empty; every row requires it. Fill it in."
    ),
    (
      "id,language,term\na b,en,x\n",
      """
      t.csv:2:1: id 'a b' is not an XML name; required are letters, digits, '.', '-' and '_', a \
      letter first.
      """
    ),
    (
      "id,language,term\na,en,x\nb,en,y\na,zh,词\n",
      """
      a|b|t.csv:4:1: 'a' stands in line 2 already; the rows of a concept stand together, and each \
      concept has an id of its own.
      """
    ),
    (
      "id,language,term,status\na,en,x,prefered\n",
      """
      t.csv:2:4: status 'prefered' is not one of preferred, admitted, deprecated, superseded. \
      Did you mean 'preferred'?
      """
    ),
    (
      "id,language,term,case\na,en,x,maybe\n",
      "t.csv:2:4: case 'maybe' is not one of yes, no."
    ),
    (
      "id,language,term,since\na,en,x,soon\n",
      """
      t.csv:2:4: since 'soon' is not a date; required is 2018, 2018-03 or 2018-03-17 (ISO 8601).
      """
    ),
    (
      "id,language,term,since\na,en,x,2021-02-30\n",
      """
      t.csv:2:4: since '2021-02-30' is not in the calendar; a day that exists is required.
      """
    ),
    (
      "id,language,term,rev\na,en,x,0\n",
      "t.csv:2:4: rev '0' is not a whole number from 1. Leave it as it was exported."
    ),
    (
      "id,language,term\na,english,x\n",
      "t.csv:2:2: language 'english' is not a language tag of BCP 47, such as en or zh-Hans."
    ),
    (
      "id,language,term\na,,x\n",
      "t.csv:2:2: 'language' is empty; every row requires it. Fill it in."
    ),
    ("id,language,term\na,en,\n", "t.csv:2:3: 'term' is empty; every row requires it. Fill it in."),
    (
      "id,language,term,note\na,,,n\n",
      "t.csv:2:4: 'note' describes a term, but the row has none. Give 'term' and 'language'."
    ),
    (
      "id,language,term,definition\na,en,x,one\na,zh,词,\"two\nlines\"\n",
      """
      t.csv:3:4: definition is 'two lines' here and 'one' in line 2; a concept has one, in its \
      first row. Remove one of them.
      """
    ),
    (
      "id,language,term,rev\na,en,x,\na,zh,词,2\n",
      """
      t.csv:3:4: rev is '2' here and empty in line 2; a concept has one, in its first row. Remove \
      one of them.
      """
    ),
    (
      "id,language,term,type,status\na,en,x,俗称,admitted\n",
      """
      t.csv:2:4: type '俗称' and status 'admitted' cannot both be right. Remove one of them.
      """
    ),
    (
      "id,language,term,process,status\na,en,x,approved,待定\n",
      """
      t.csv:2:4: process 'approved' and status '待定' cannot both be right. Remove one of them.
      """
    ),
    (
      "id,language,term,relations\na,en,x,\"related b | replace c\"\n",
      """
      t.csv:2:4: relations: 'replace' is not one of replaces, replacedBy, partOf, related. Did \
      you mean 'replaces'?
      """
    ),
    (
      "id,language,term,relations\na,en,x,replaces\n",
      "t.csv:2:4: relations: 'replaces' names no concept; required is 'replaces agency.aqsiq'."
    ),
    (
      "id,language,term,relations\na,en,x,replaces b (c\n",
      """
      t.csv:2:4: relations: 'replaces b (c' cannot be read; required is 'replaces agency.aqsiq \
      since 2018-03 until 2020-01 (scope)', and a bar inside is written '\\|'.
      """
    ),
    (
      "id,language,term\na,en,x,y\n",
      """
      t.csv:2:4: the row has 4 columns, the header has 3. Put quotes round a cell that holds a \
      delimiter.
      """
    ),
    (
      "id,language,term\na,en,x\nb,en",
      """
      a|t.csv:3:2: the file ends inside this row: it has 2 columns, the header has 3. Get the file \
      whole, or end it with a line end.
      """
    ),
    (
      "id,language,term,\na,en,x,\nb,en,y,z\n",
      "a|t.csv:3:4: 'z' stands in a column without a name; the header must name it."
    ),
    (
      "id,language,term,side\na,en,x,store\n",
      """
      t.csv:2: 'a' has only rows of the side 'store'; those of the side 'file' are required.
      """
    ),
    (
      "id,language,term,decision\na,en,x,mine\n",
      "t.csv:2:4: decision 'mine' is not one of file, store."
    ),
  ]

  @Test(arguments: messages)
  func `each way to break the rules has its sentence`(text: String, expected: String) {
    #expect(readOn(text).joined(separator: "|") == expected)
  }

  @Test func `an unknown column is answered with the nearest that is known`() {
    let message = readOn("id,language,term,auhtority\n").joined()
    #expect(
      message.hasPrefix("t.csv:1:4: there is no column 'auhtority'; the columns are id, kind,"))
    #expect(message.hasSuffix(". Did you mean 'authority'?"))
  }

  @Test func `a reader goes on with the next concept`() {
    let text = """
      id,language,term,since
      a,en,x,
      b,en,x,never
      b,zh,词,
      ,zh,字,
      c,en,"x"y,
      c,en,z,
      d,en,x,2018
      b,en,again,
      e,en,x,2018
      """
    let results = readOn(text + "\n")
    #expect(results.filter { !$0.hasPrefix("t.csv") } == ["a", "d", "e"])
    #expect(
      results.filter { $0.hasPrefix("t.csv") }.map { $0.prefix { $0 != " " } }
        == ["t.csv:3:4:", "t.csv:6:3:", "t.csv:9:1:"])
  }

  @Test func `what ends the file is said, even behind a broken concept`() {
    let results = readOn("id,language,term\na,xyzw,x\na,en,\"y\nb,en,z\n")
    #expect(results.map { $0.prefix { $0 != " " } } == ["t.csv:2:2:", "t.csv:3:3:"])
    #expect(results.last?.contains("the quote opened here is never closed") == true)
  }

  @Test func `a folder, a missing file and ten megabytes in a cell have their sentences`() {
    func message(_ path: String) -> String {
      do throws(InterchangeError) {
        _ = try NativeCSVReader(ByteSource(path: path))
        return ""
      } catch { return error.description }
    }
    #expect(
      message(csvFixtures.path) == "\(csvFixtures.path): this is a folder; a file is required.")
    #expect(message("nowhere.csv") == "nowhere.csv: there is no such file. Check the name.")
    let cell = String(repeating: "x", count: 10_000_000)
    let results = readOn("id,language,term\na,en,x\nb,en,y\nb,en,\"\(cell)\"\nc,en,y\n")
    #expect(results.count == 2 && results.first == "a")
    #expect(results.last?.hasPrefix("t.csv:4:3: the cell is longer than 1 MiB") == true)
  }
}
