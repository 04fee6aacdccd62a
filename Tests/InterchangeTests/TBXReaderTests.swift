import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange
@testable import Terminology

struct TBXReaderTests {
  @Test func `a file of another hand gives what the model keeps and counts the rest`() throws {
    let (concepts, losses) = try fixture("foreign-2008")
    let entry = concepts[0].entry
    #expect(entry.id == "IATE-1234567" && entry.kind == .technical && entry.process == .proposed)
    #expect(entry.subjectField == "standards")
    #expect(entry.definition == "a document, established by consensus")
    #expect(entry.source == "ISO/IEC Guide 2\nIATE https://iate.europa.eu/")
    #expect(entry.note == "3.2\nthe first of two")
    #expect(entry.relations == [Relation(.related, "IATE-2")])
    #expect(
      entry.terms == [
        TermSection(
          language: try LanguageTag("en-GB").orThrow(), text: "technical standard",
          termType: .fullForm, administrativeStatus: .preferred, register: .technical,
          source: "GB/T 20000.1", note: "as of 2004"),
        TermSection(
          language: try LanguageTag("zh-Hans-CN").orThrow(), text: "标准", termType: .acronym,
          note: "一\n二"),
      ])
    #expect(concepts[0].rev == nil && concepts[0].glossary == nil && concepts[0].listsAllTerms)
    #expect(concepts[0].location == SourceLocation(file: "t.tbx", line: 7, column: 7))
    #expect(!concepts[1].isIdentified && concepts[1].entry.id.isEmpty)
    #expect(
      losses.losses.map { "\($0.count) \($0.what): \($0.why)" } == [
        "1 productSubset: the model has no place for it",
        "1 definition: the model keeps one a concept, the first",
        "1 mark-up in text: text is kept without it",
        "1 id of a term: terms are told apart by text",
        "1 partOfSpeech: 'nom' is no value that the model knows",
        "1 standardizedTerm-admn-sts: it is read as 'preferred'",
        "1 context: the model has no place for it",
        "1 source of context: the model has no place for it",
        "1 term: it has no text",
        "1 refObject (bibl): what concepts say is kept only",
      ])
  }

  @Test func `the words of Weblate and TermWeb are understood`() throws {
    let (concepts, losses) = try fixture("weblate-2008")
    let entry = try #require(concepts.first).entry
    #expect(entry.note == "said of programs")
    #expect(
      entry.terms.map(\.administrativeStatus) == [nil, .deprecated, .deprecated, .preferred])
    #expect(entry.terms.map(\.note) == [nil, "in Taiwan\nnot here", nil, nil])
    #expect(losses.losses.map(\.what.english) == ["Translation needed", "forbidden", "obsolete"])
  }

  @Test func `a draft's name for the status is read and named`() throws {
    let (concepts, losses) = try TBXSamples.read(
      basic("<termNote type='usageStatus'>deprecated</termNote>"))
    #expect(concepts[0].entry.terms[0].administrativeStatus == .deprecated)
    #expect(losses.losses.map(\.what.english) == ["usageStatus"])
  }

  @Test(
    arguments: [
      ("TBX-Core", "", [.conceptNote, .note]),
      ("TBX-Min", "", [.conceptNote, .note, .subject, .status, .partOfSpeech]),
      ("TBX-Basic", "", basicCategories),
      ("TBX-Linguist", "", basicCategories.union(.register)),
      ("TBX-Core", "<termNote type='termType'>acronym</termNote>", [.conceptNote, .note, .type]),
      ("TBX-Mine", "<termNote type='register'>slang</termNote>", [.conceptNote, .note]),
    ] as [(String, String, DataCategories)])
  func `a record carries what its dialect can say and what it does say`(
    dialect: String, information: String, carried: DataCategories
  ) throws {
    let text = basic(information).replacing("TBX-Basic", with: dialect)
    #expect(try TBXSamples.read(text).concepts[0].carries == carried)
  }

  @Test func `tags and types are understood side by side, whatever the root says`() throws {
    let text = """
      <t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2" xmlns:m="http://www.tbxinfo.net/ns/min"
        xmlns:b="http://www.tbxinfo.net/ns/basic" xmlns:l="http://www.tbxinfo.net/ns/linguist"
        type="TBX-Linguist" style="dca"><t:text><t:body><t:conceptEntry id="c1">
      <m:subjectField>law</m:subjectField>
      <b:crossReference target="c2">see there</b:crossReference>
      <m:externalCrossReference target="https://example.org/a">https://example.org/a</m:externalCrossReference>
      <t:langSec xml:lang="zh-TW"><b:definition>定義</b:definition>
      <t:termSec><t:term>法律</t:term><l:register>colloquialRegister</l:register>
      <t:termNote type="partOfSpeech">properNoun</t:termNote><l:transferComment>x</l:transferComment>
      <b:context>y</b:context><b:source>z</b:source><t:admin type="source">w</t:admin>
      </t:termSec></t:langSec></t:conceptEntry></t:body></t:text></t:tbx>
      """
    let (concepts, losses) = try TBXSamples.read(text)
    #expect(
      concepts.map(\.entry) == [
        ConceptEntry(
          id: "c1", kind: .technical, subjectField: "law", definition: "定義",
          relations: [Relation(.related, "c2")], source: "https://example.org/a",
          terms: [
            TermSection(
              language: try LanguageTag("zh-Hant-TW").orThrow(), text: "法律",
              register: .colloquial, partOfSpeech: .noun, source: "z\nw")
          ])
      ])
    #expect(concepts[0].carries == basicCategories.union([.register, .relations]))
    #expect(losses.losses.map(\.what.english) == ["transferComment", "context"])
  }

  @Test func `relations are carried where all of them are in the record`() throws {
    let text = String(
      decoding: try TBXSamples.written(TBXSamples.concepts, .iso2019, .dca).bytes, as: UTF8.self)
    let concepts = try TBXSamples.read(text).concepts
    #expect(concepts.map { $0.carries.contains(.relations) } == [false, true, true])
    #expect(concepts.map(\.rev) == [3, 1, 1])
    #expect(concepts.map(\.glossary) == ["agencies", "agencies", "technical"])
    #expect(concepts[0].entry.relations == Array(TBXSamples.concepts[0].entry.relations.prefix(1)))
    for category in [DataCategories.since, .until, .authority, .kind, .enforce, .process, .seen] {
      #expect(!concepts[0].carries.contains(category))
    }
  }

  @Test func `a reference says what it says, else that two concepts have to do with each other`() {
    for relation in [
      Relation(.partOf, "a"),
      Relation(
        .replaces, "a", since: PartialDate("2018"), until: PartialDate("2019-02"), scope: "(x) y"),
      Relation(.replacedBy, "a", scope: "since 2018"),
    ] {
      #expect(Relation(referenceText: relation.referenceText, target: "a") == relation)
    }
    for text in [
      "", "replaces", "replaces b", "replaces a since", "see also", "partOf a since 20x",
    ] {
      #expect(Relation(referenceText: text, target: "a") == Relation(.related, "a"))
    }
  }

  @Test(
    arguments: [
      ("rev3.a.b", 3, 0), ("rev12.left2.a.b", 12, 2), ("rev3.left2.a", nil, nil),
      ("rev.a.b", nil, nil),
      ("rev0.a.b", nil, nil), ("rev3", nil, nil), ("rev-1.a.b", nil, nil), ("a.b", nil, nil),
      ("rev99999999999999999999.a.b", nil, nil), ("rev3.leftx.a.b", nil, nil),
    ] as [(String, Int?, Int?)])
  func `a revision is read where it is one of the concept`(
    identifier: String, rev: Int?, leftOutCount: Int?
  ) {
    let revision = TBXRevision(identifier, of: "a.b")
    #expect(revision?.rev == rev && revision?.leftOutCount == leftOutCount)
    #expect(revision == nil || revision?.identifier(of: "a.b") == identifier)
  }

  @Test(arguments: [
    ("<html/>", "t.tbx:1: the outermost element is <html>; TBX begins with <tbx>"),
    (
      "<tbx><conceptEntry id='a'><langSec><termSec/></langSec></conceptEntry></tbx>",
      "t.tbx:1:27: <langSec> has no 'xml:lang'; ISO 30042 requires one. Add it."
    ),
    (
      "<tbx><conceptEntry id='a'><langSec xml:lang='中文'/></conceptEntry></tbx>",
      "t.tbx:1:27: '中文' is not a language tag; BCP 47 requires one such as"
    ),
    (
      """
      <tbx><conceptEntry><langSec xml:lang='en'><termSec><term>a</term>
      <termNote type='administrativeStatus'>forbiden</termNote></termSec></langSec></conceptEntry></tbx>
      """,
      """
      t.tbx:2:1: 'forbiden' is not a value of administrativeStatus; TBX allows \
      preferredTerm-admn-sts, admittedTerm-admn-sts, deprecatedTerm-admn-sts, \
      supersededTerm-admn-sts. Use one of these.
      """
    ),
    (
      "<tbx><conceptEntry id='a'/>\n<conceptEntry id='a'/></tbx>",
      "t.tbx:2:1: the identifier 'a' stands in line 1 already; ISO 30042 requires each"
    ),
    ("<tbx><conceptEntry>", "t.tbx:1:20: the file ends within <conceptEntry>; every element"),
    ("<tbx><body/>", "t.tbx:1:13: the file ends within <tbx>; every element must end."),
  ])
  func `a fault is told with its place`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) { try TBXSamples.read(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func `after a fault in one entry comes the next entry, after another nothing`() throws {
    let text = """
      <tbx><conceptEntry id='a'><langSec/></conceptEntry><conceptEntry id='b'/>
      <conceptEntry id='b'/><conceptEntry id='c'/>
      """
    let reader = TBXReader(ByteSource(bytes: Array(text.utf8), name: "t.tbx"))
    var ids: [String] = []
    var errors: [InterchangeError] = []
    while errors.count < 4 {
      do {
        guard let concept = try reader.next() else { break }
        ids.append(concept.entry.id)
      } catch {
        errors.append(error)
      }
    }
    #expect(ids == ["b", "c"])
    let problems = errors.map { error -> MarkupProblem? in
      if case .markup(_, let problem) = error { problem } else { nil }
    }
    #expect(
      problems == [
        .languageMissing(element: "langSec"), .identifierRepeated("b", firstLine: 1),
        .cutShort(open: "tbx"), .cutShort(open: "tbx"),
      ])
    #expect(problems.map { $0?.isConfinedToEntry } == [true, true, false, false])
  }

  @Test func `a file with endless sorts of data categories fills no report`() throws {
    let many = (0..<2_000).map { "<termNote type='x\($0)'>y</termNote>" }.joined()
    let losses = try TBXSamples.read(basic(many)).losses
    #expect(losses.losses.count == 201)
    #expect(losses.losses.reduce(0) { $0 + $1.count } == 2_000)
  }

  @Test(arguments: [
    ("TBX-Basic_dialect_DCA", 12, 16, 3, 1, 25), ("TBX-Basic_dialect_DCT", 12, 16, 3, 1, 25),
    ("TBX-Core_dialect_Schemas", 0, 0, 0, 0, 0), ("TBX-Min_dialect_DCA", 12, 16, 3, 1, 0),
    ("TBX-Min_dialect_DCT", 12, 16, 3, 1, 0),
  ])
  func `the published examples are read with every term`(
    folder: String, preferred: Int, admitted: Int, deprecated: Int, superseded: Int, typed: Int
  ) throws {
    let name =
      "schemas/\(folder)/Example_Astronomy_\(folder.suffix(3) == "DCT" ? "DCT" : "DCA")_VALID"
    guard let (concepts, _) = try shared(name) else { return }
    let terms = concepts.flatMap(\.entry.terms)
    #expect(concepts.count == 45 && terms.count == 113)
    #expect(languages(of: terms) == ["en": 55, "es": 52, "zu": 6])
    let counts = [.preferred, .admitted, .deprecated, .superseded].map { status in
      terms.count { $0.administrativeStatus == status }
    }
    #expect(counts == [preferred, admitted, deprecated, superseded])
    #expect(terms.count { $0.termType != nil } == typed)
  }

  @Test(arguments: [
    ("ibm_tbx", 5, ["en": 6, "fr": 5]), ("maryland", 1, ["fr": 3, "it": 4, "es": 4, "en": 2]),
    ("omegat-sample", 1, ["en": 1, "hu": 1]), ("oracle_TBX", 2, ["en": 3, "pt": 3]),
    ("test01", 1, ["en": 1, "hu": 1]), ("test02_win1254", 1, ["en": 1, "tr": 1]),
  ])
  func `files of 2008 by known tools are read with every term`(
    name: String, conceptCount: Int, terms: [String: Int]
  ) throws {
    guard let (concepts, _) = try shared("samples-v2/\(name)") else { return }
    #expect(concepts.count == conceptCount)
    #expect(languages(of: concepts.flatMap(\.entry.terms)) == terms)
  }

  @Test(arguments: [("core_structure_good", 0), ("min_good", 32), ("basic_good", 32)])
  func `the good files of LTAC are read, their one fault named`(
    name: String, draftCount: Int
  ) throws {
    guard let (concepts, losses) = try shared("ltac/\(name)") else { return }
    #expect(concepts.count == 45 && concepts.reduce(0) { $0 + $1.entry.terms.count } == 113)
    #expect(losses.count("usageStatus") == draftCount)
  }

  @Test(arguments: [
    ("poorly_formed_xml", "42:16: the XML parser says 'Opening and ending tag mismatch"),
    ("min_bad", "'not an allowed value' is not a value of usageStatus; TBX allows"),
  ])
  func `the bad files of LTAC are refused for what is wrong`(name: String, message: String) throws {
    guard ProcessInfo.processInfo.environment["ZHENGMING_DATA"] != nil else {
      return print("skipped: no shared data")
    }
    let error = #expect(throws: InterchangeError.self) { try shared("ltac/\(name)") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  private func fixture(
    _ name: String
  ) throws -> (concepts: [IncomingConcept], losses: LossReport) {
    let data = try Data(contentsOf: TBXSamples.fixtures.appending(path: "\(name).tbx"))
    return try TBXSamples.read(ByteSource(bytes: Array(data), name: "t.tbx"))
  }

  private func shared(
    _ name: String
  ) throws -> (concepts: [IncomingConcept], losses: LossReport)? {
    guard let data = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else {
      print("skipped: no shared data")
      return nil
    }
    return try TBXSamples.read(ByteSource(path: "\(data)/tbx/\(name).tbx"))
  }

  private func languages(of terms: [TermSection]) -> [String: Int] {
    terms.reduce(into: [:]) { $0[$1.language.description, default: 0] += 1 }
  }

  private func basic(_ information: String) -> String {
    """
    <tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry id="c1">
    <langSec xml:lang="en"><termSec><term>a</term>\(information)</termSec></langSec>
    </conceptEntry></body></text></tbx>
    """
  }
}

private let basicCategories: DataCategories = [
  .conceptNote, .note, .subject, .status, .partOfSpeech, .definition, .conceptSource, .source,
  .type, .region,
]
