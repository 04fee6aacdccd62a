import Terminology
import Testing
import TextAnalysis

@testable import Interchange

struct CSVHintTests {
  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("utf_16", .utf16), ("GBK", .gb18030), ("gb2312", .gb18030),
    ("Big5-HKSCS", .big5), ("latin1", nil), ("", nil),
  ])
  func `encodings are known by the names in use`(name: String, encoding: TextEncoding?) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test(arguments: TextEncoding.allCases)
  func `an encoding is known by the name that messages give it`(encoding: TextEncoding) {
    #expect(TextEncoding(named: encoding.rawValue) == encoding)
  }

  @Test(arguments: [
    ("agency.samr", ConceptKind.agency), ("policy.x", .policy), ("standard.x", .standard),
    ("term.x", .technical), ("name.x", .name), ("c1", .technical), ("agency", .technical),
  ])
  func `an identifier tells the kind where no column does`(id: String, kind: ConceptKind) throws {
    #expect(try readNative("id,language,term\n\(id),en,x\n").first?.entry.kind == kind)
  }

  @Test func `a thousand notices are kept, the others counted`() throws {
    var text = "id,language,term,since\n"
    for number in 0..<1_500 { text += "a\(number),en,x,2018/3/1\n" }
    var reader = try TableReader(ByteSource(bytes: Array(text.utf8), name: "t.csv"))
    while try reader.next() != nil {}
    #expect(reader.notices.count == 1_000 && reader.noticeCount == 1_500)
    #expect(reader.notices.last?.location.line == 1_001)
  }

  @Test func `a value is shown on one line, cut to 40 characters`() {
    #expect(shortened("two\nlines") == "two lines")
    #expect(shortened(String(repeating: "词", count: 41)) == String(repeating: "词", count: 39) + "…")
    #expect(shortened(String(repeating: "词", count: 40)).count == 40)
  }
}
