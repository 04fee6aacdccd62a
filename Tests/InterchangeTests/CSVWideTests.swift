import Foundation
import Terminology
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange

private func readWide(_ text: String) throws(InterchangeError) -> [IncomingConcept] {
  var reader = try WideCSVReader(ByteSource(bytes: Array(text.utf8), name: "w.csv"))
  var concepts: [IncomingConcept] = []
  while let concept = try reader.next() { concepts.append(concept) }
  return concepts
}

/// What the wide form holds of a term.
private struct Held: Hashable {
  let language: LanguageTag
  let text: [UInt8]
  let status: AdministrativeStatus?

  init(_ term: TermSection) {
    language = term.language
    text = Array(term.text.utf8)
    status = term.administrativeStatus
  }
}

struct CSVWideTests {
  @Test func `the golden file is what is written, and says what it cannot hold`() throws {
    let written = Written()
    var writer = try WideCSVWriter(written.sink)
    for concept in sampleConcepts { try writer.write(concept) }
    try writer.finish()
    #expect(written.text == String(decoding: try fixture("wide.csv"), as: UTF8.self))
    let losses = Dictionary(
      uniqueKeysWithValues: writer.losses.losses.map { ($0.what.english, $0.count) })
    #expect(
      losses == [
        "termType": 2, "register": 1, "case": 1, "partOfSpeech": 1, "recognise": 1, "since": 2,
        "until": 1, "authority": 2, "source of a term": 1, "seen": 1, "note of a term": 1,
        "enforce": 1, "relations": 2, "terms in zh-Hant-TW": 1, "process": 1, "issuers": 1,
        "number": 1, "issued": 1, "effective": 1, "force": 1,
      ])
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what the form holds is read back, term by term`(seed: UInt64) throws {
    var maker = ConceptMaker(generator: SeededGenerator(seed: seed))
    let concepts = (0..<6).map { maker.concept($0, tags: ["en", "zh"]) }
    for style in [CSVStyle.plain, .spreadsheet] {
      let written = Written()
      var writer = try WideCSVWriter(written.sink, style: style)
      for concept in concepts { try writer.write(concept) }
      try writer.finish()
      let read = try readWide(written.text)
      #expect(read.map(\.entry.id) == concepts.map(\.entry.id))
      #expect(read.map(\.entry.kind) == concepts.map(\.entry.kind))
      #expect(read.map(\.entry.subjectField) == concepts.map(\.entry.subjectField))
      #expect(read.map(\.entry.definition) == concepts.map(\.entry.definition))
      #expect(read.map(\.entry.source) == concepts.map(\.entry.source))
      #expect(read.map(\.entry.note) == concepts.map(\.entry.note))
      #expect(read.map(\.rev) == concepts.map(\.rev))
      for (one, other) in zip(read, concepts) {
        let left = Dictionary(one.entry.terms.map { (Held($0), 1) }, uniquingKeysWith: +)
        let right = Dictionary(other.entry.terms.map { (Held($0), 1) }, uniquingKeysWith: +)
        #expect(left == right)
        #expect(one.listsAllTerms && one.isIdentified)
      }
    }
  }

  @Test func `a column says status and type, and what the form cannot hold is not carried`() throws
  {
    let text = """
      id,en,en_abbr,en_other,en_deprecated,zh,zh_short,zh_other,zh_deprecated,note
      agency.x,Name,NM | Nm.,Old (superseded),Wrong,名称,简名,又名 (?),错,
      """
    let concept = try #require(try readWide(text + "\n").first)
    #expect(concept.carries == [.status, .conceptNote])
    #expect(concept.entry.kind == .agency && concept.listsAllTerms && concept.rev == nil)
    let terms = concept.entry.terms
    #expect(terms.map(\.text) == ["Name", "NM", "Nm.", "Old", "Wrong", "名称", "简名", "又名", "错"])
    #expect(
      terms.map(\.administrativeStatus) == [
        .preferred, .admitted, .admitted, .superseded, .deprecated, .preferred, .admitted, nil,
        .deprecated,
      ])
    #expect(
      terms.map(\.termType) == [nil, .acronym, .abbreviation, nil, nil, nil, .shortForm, nil, nil])
  }

  @Test func `a file without all columns of terms does not list all terms`() throws {
    let concept = try #require(try readWide("id,kind,en,zh,rev\n,name,a,b,\n").first)
    #expect(!concept.listsAllTerms && !concept.isIdentified && concept.entry.id.isEmpty)
    #expect(concept.entry.kind == .name && concept.carries == [.kind, .status])
  }

  @Test(arguments: [
    ("id,en,zh\nx y,a,b\n", "w.csv:2:1: id 'x y' is not an XML name"),
    ("id,en,zh\nx,a,b\nx,c,d\n", "w.csv:3:1: 'x' stands in line 2 already"),
    ("id,en,zh\n,,\n,a,b,c\n", "w.csv:3:4: the row has 4 columns, the header has 3."),
    ("id,en,zh,kind\n,,,name\n", "w.csv:2:2: the row has no term; one at least is required."),
    ("id,en,zh,kind\n,a,b,law\n", "w.csv:2:4: kind 'law' is not one of agency,"),
    ("id,en,zh,rev\nx,a,b,new\n", "w.csv:2:4: rev 'new' is not a whole number from 1."),
    ("id,en,zh_shrt\n", "w.csv:1:3: there is no column 'zh_shrt';"),
    ("id,kind\n", "w.csv:1: the header names no column of terms;"),
    ("id,en,EN\n", "w.csv:1:3: the column 'EN' stands twice in the header;"),
  ])
  func `a row or a header that breaks the rules has its sentence`(text: String, start: String) {
    do throws(InterchangeError) {
      _ = try readWide(text)
      Issue.record("nothing was thrown")
    } catch { #expect(error.description.hasPrefix(start)) }
  }

  @Test func `the header tells the form`() {
    func detect(_ names: String) -> TableFormat {
      TableFormat.detect(names.split(separator: ",").map(String.init))
    }
    #expect(detect("id,language,term,status") == .native)
    #expect(detect("Term,Language,ID") == .native)
    #expect(detect("language,term") == .native)
    #expect(detect("id,kind,subject,en,zh,rev") == .wide)
    #expect(detect("ID,EN,en_deprecated,zh,more") == .wide)
    #expect(detect("en,zh") == .sheet)
    #expect(detect("id,en,zh,category") == .sheet)
    #expect(detect("英文,中文,备注") == .sheet)
    #expect(detect("") == .sheet)
  }
}

struct CSVSheetTests {
  private func read(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, columns: [String: Int]? = nil,
    from: LanguageTag? = nil
  ) throws(InterchangeError) -> [IncomingConcept] {
    var reader = try TableReader(
      ByteSource(bytes: bytes, name: "s.csv"), encoding: encoding, columns: columns, from: from)
    var concepts: [IncomingConcept] = []
    while let concept = try reader.next() { concepts.append(concept) }
    return concepts
  }

  private func pairs(_ concepts: [IncomingConcept]) -> [[String]] {
    concepts.map { $0.entry.terms.map { "\($0.language): \($0.text)" } }
  }

  @Test func `a colleague's sheet is read by its Chinese headings`() throws {
    let concepts = try read(try fixture("sheet.csv"))
    #expect(
      pairs(concepts) == [
        ["en: digital twin", "zh-Hans: 数字孪生"],
        [
          "en: National Development and Reform Commission", "en: NDRC",
          "zh-Hans: 国家发展和改革委员会", "zh-Hans: 国家发展改革委",
        ],
        ["en: rubbish", "zh-Hans: 垃圾"],
      ])
    let first = try #require(concepts.first)
    #expect(first.entry.note == "=1+1; \"so\"" && first.entry.source == "GB/T 43441.1")
    #expect(!first.isIdentified && !first.listsAllTerms && first.entry.kind == .technical)
    #expect(first.carries == [.conceptNote, .conceptSource, .status])
    #expect(
      concepts.map { $0.entry.terms.first?.administrativeStatus } == [.preferred, nil, .deprecated])
    #expect(concepts[1].entry.terms.last?.termType == .shortForm)
    #expect(concepts.map(\.location.line) == [2, 4, 5])
  }

  @Test func `sheets in other encodings are read`() throws {
    let gb = try read(try fixture("gb18030.csv"), encoding: .gb18030)
    #expect(gb.map(\.entry.note) == ["两行\n的注", nil])
    let big5 = try read(try fixture("big5.csv"), encoding: .big5)
    #expect(pairs(big5).first == ["en: network", "zh-Hans: 網路"])
    let wide = try read(try fixture("utf16.txt"))
    #expect(pairs(wide) == [["en: mushroom 🍄", "zh-Hans: 蘑菇"]])
  }

  @Test func `source and target are told apart by their characters, or by what is said`() throws {
    let text = "Source\tTarget\nnetwork slicing\t网络切片\n5G\t5G\n"
    #expect(
      pairs(try read(Array(text.utf8))) == [
        ["en: network slicing", "zh-Hans: 网络切片"], ["en: 5G", "zh-Hans: 5G"],
      ])
    #expect(throws: InterchangeError.self) { try read(try fixture("pairs.tsv")) }
    let told = try read(try fixture("pairs.tsv"), from: .english)
    #expect(pairs(told).first == ["en: 5G", "zh-Hans: 5G"])
    let other = try read(try fixture("pairs.tsv"), from: .simplifiedChinese)
    #expect(pairs(other).first == ["zh-Hans: 5G", "en: 5G"])
  }

  @Test func `columns are taken by number, with a header or without`() throws {
    let headless = "x,数据,data,whatever\ny,网络,network\n"
    let columns = ["en": 3, "zh": 2]
    let expected = [["zh-Hans: 数据", "en: data"], ["zh-Hans: 网络", "en: network"]]
    #expect(pairs(try read(Array(headless.utf8), columns: columns)) == expected)
    #expect(
      pairs(try read(Array(("a,中文,English\n" + headless).utf8), columns: columns)) == expected)
    let mapped = try read(Array("data,数据\n".utf8), columns: ["source": 1, "target": 2])
    #expect(pairs(mapped) == [["en: data", "zh-Hans: 数据"]])
    let origin = try read(Array("data,数据,GB\n".utf8), columns: ["en": 1, "zh": 2, "source": 3])
    #expect(origin.first?.entry.source == "GB")
  }

  @Test(arguments: [
    (
      "English Term,zh_CN,Remarks\n",
      [WideColumn.terms(.english, .main), .terms(.simplifiedChinese, .main), .note]
    ),
    ("source,en,zh\n", [.source, .terms(.english, .main), .terms(.simplifiedChinese, .main)]),
    ("ｅｎ,简称,领域\n", [.terms(.english, .main), .terms(.simplifiedChinese, .shortened), .subject]),
  ])
  func `headings are known in any case and width`(header: String, columns: [WideColumn]) {
    let names = header.dropLast().split(separator: ",").map { halfWidth(String($0)) }
    #expect(SheetHeadings.columns(of: names) == columns)
  }

  @Test func `no heading means two things`() {
    let names = SheetHeadings.rows.flatMap(\.names).map(foldedWord)
    #expect(Set(names).count == names.count)
    #expect(SheetHeadings.documented.allSatisfy { !$0.column.isEmpty && !$0.names.isEmpty })
  }

  @Test func `sheets of others are read`() throws {
    guard let data = sharedData() else { return }
    func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: data.appending(path: path)))
    }
    let areas = try bytes("terms/un_geo_areas_en_zh.tsv")
    let concepts = try read(areas)
    #expect(concepts.count == areas.count { $0 == lineFeed } - 1)
    #expect(pairs(concepts).first == ["en: Afghanistan", "zh-Hans: 阿富汗"])
    let columns = ["source": 1, "target": 2]
    let pairs = pairs(
      try read(try bytes("csv/omegat-glossaries/test.csv"), columns: columns, from: .english))
    #expect(pairs.contains(["en: \"kde\",\"q\"", "zh-Hans: cdk"]))
    #expect(pairs.contains(["en: kde; question", "zh-Hans: comma"]))
    let wide = try read(
      try bytes("csv/omegat-glossaries/testUTF16LE.txt"), columns: columns, from: .english)
    #expect(wide.first?.entry.terms.first?.text == "UTF")
  }

  @Test func `what cannot be understood is named with what can`() {
    func message(_ text: String, _ columns: [String: Int]? = nil) -> String {
      do throws(InterchangeError) {
        return "\(try read(Array(text.utf8), columns: columns).count)"
      } catch { return error.description }
    }
    let unknown = message("英文,中文,价格\n")
    #expect(unknown.hasPrefix("s.csv:1:3: the heading '价格' is not understood; understood are id,"))
    #expect(unknown.contains("en, 英文"))
    #expect(unknown.hasSuffix("or say which columns count: --columns en=1,zh=2."))
    #expect(message("Englsh term,中文\n").contains("s.csv:1:1: the heading 'Englsh term' is"))
    #expect(message("备注,来源\n").hasPrefix("s.csv:1: the header names no column of terms;"))
    #expect(
      message("5G,5G\n", ["source": 1, "target": 2])
        == "s.csv:1: which column is English and which Chinese cannot be told. Say --from and --to."
    )
    #expect(
      message("a,b\n", ["enn": 1]).hasPrefix("s.csv: --columns: 'enn=1' cannot be understood;"))
    #expect(message("a,b\n", ["en": 0]).hasPrefix("s.csv: --columns: 'en=0' cannot be understood;"))
    #expect(message("a,b\n", ["note": 1]).hasPrefix("s.csv: the header names no column of terms;"))
    #expect(
      message("en,zh,状态\na,b,不知道\n").hasPrefix("s.csv:2:3: status '不知道' is not one of preferred,"))
    #expect(message("") == "s.csv: the file is empty; at least a header is required.")
    #expect(message("en,zh\n") == "0")
  }
}

struct CSVHostileTests {
  private func readToTheEnd(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) {
    guard
      var reader = try? TableReader(ByteSource(bytes: bytes, name: "x"), encoding: encoding)
    else { return }
    // Each call that throws passes over a row at least, so there are no more calls than bytes.
    for _ in 0...bytes.count {
      do { if try reader.next() == nil { return } } catch { continue }
    }
    Issue.record("the reader does not end")
  }

  static let files = [
    "native.csv", "wide.csv", "sheet.csv", "pairs.tsv", "gb18030.csv", "big5.csv", "utf16.txt",
  ]

  @Test(arguments: files)
  func `a file cut at any byte gives an error or an end`(name: String) throws {
    let bytes = try fixture(name)
    let encoding = TextEncoding(named: String(name.prefix { $0 != "." }))
    for count in bytes.indices { readToTheEnd(Array(bytes[..<count]), encoding) }
  }

  @Test(arguments: files)
  func `a file with any byte changed gives an error or an end`(name: String) throws {
    let bytes = try fixture(name)
    let encoding = TextEncoding(named: String(name.prefix { $0 != "." }))
    for place in bytes.indices {
      let flips = [0x80, bytes[place] ^ 0x22, bytes[place]]
      for flip in bytes.count > 500 ? [flips[place % 3]] : flips {
        var damaged = bytes
        damaged[place] ^= flip
        readToTheEnd(damaged, encoding)
      }
    }
  }

  @Test func `naughty strings are read back as terms`() throws {
    guard let data = sharedData() else { return }
    let file = try Data(contentsOf: data.appending(path: "hostile/naughty-strings.txt"))
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains("\0") && !isBlank($0) }
    let terms = lines.map { TermSection(language: .english, text: $0, note: $0) }
    let entry = ConceptEntry(id: "a", kind: .name, issuers: lines, terms: terms)
    for style in [CSVStyle.plain, .spreadsheet] {
      let written = Written()
      var writer = try NativeCSVWriter(written.sink, style: style)
      try writer.write(entry, rev: 1)
      try writer.finish()
      let read = try readNative(written.text)
      #expect(read.count == 1)
      let same = read.first?.entry.terms.map { Array($0.text.utf8) } == lines.map { Array($0.utf8) }
      #expect(same && read.first?.entry.issuers.count == lines.count)
    }
  }
}
