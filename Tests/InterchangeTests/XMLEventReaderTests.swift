import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange

struct XMLEventReaderTests {
  @Test func `elements, attributes and text come in their order with their places`() throws {
    let events = try events(
      """
      <?xml version="1.0"?>
      <!-- a remark -->
      <a xmlns="urn:x" xmlns:p="urn:p" id="1">
        <p:b
          c="&lt;2&#x4E2D;&amp;amp;&amp;#38;&#38;"/>x<![CDATA[<y>]]>&amp;z
      </a>
      """)
    let place = { SourceLocation(file: "a.xml", line: $0, column: $1) }
    #expect(
      events == [
        .start(
          XMLTag(
            name: "a", namespace: "urn:x",
            attributes: [XMLAttribute(name: "id", namespace: nil, value: "1")], place: place(3, 0))),
        .text("\n  "),
        .start(
          XMLTag(
            name: "b", namespace: "urn:p",
            attributes: [XMLAttribute(name: "c", namespace: nil, value: "<2中&amp;&#38;&")],
            place: place(4, 3))),
        .end, .text("x<y>&z\n"), .end,
      ])
  }

  @Test func `the place of a tag is where it begins`() throws {
    let text = "<a><b>中文</b><b/>\n  <!-- -->  <c><d  ><e/></d></c></a>"
    let places = try events(text).compactMap { event -> String? in
      if case .start(let tag) = event { "\(tag.name) \(tag.place)" } else { nil }
    }
    #expect(
      places == [
        "a a.xml:1", "b a.xml:1:4", "b a.xml:1:13", "c a.xml:2:13", "d a.xml:2:16",
        "e a.xml:2:21",
      ])
  }

  @Test(arguments: [
    ("<a><b></a>", "a.xml:1:11: the XML parser says 'Opening and ending tag mismatch"),
    ("<a>text", "a.xml:1:8: the file ends within <a>; every element must end."),
    ("<a><b/>", "a.xml:1:8: the file ends within <a>; every element must end."),
    ("<a><b", "a.xml:1:6: the XML parser says 'Couldn't find end of Start Tag b'"),
    ("<!-- -->", "a.xml:1:9: the file ends before its first element; every element must end."),
    ("<a/>junk", "a.xml:1:5: the XML parser says 'Extra content at the end of the document'"),
    ("<a/><b/>", "a.xml:1:5: the XML parser says 'Extra content at the end of the document'"),
    ("junk ", "a.xml:1:1: the XML parser says 'Document is empty'"),
    ("     ", "a.xml:1:6: the file ends before its first element"),
    ("<a>", "a.xml:1:1: the file ends before its first element"),
    ("<p:a/>", "a.xml:1:5: the XML parser says 'Namespace prefix p on a is not defined'"),
    ("<a>&nbsp;</a>", "a.xml:1:10: '&nbsp;' has no meaning here; only amp, lt, gt"),
    (
      "<!DOCTYPE a SYSTEM \"a.dtd\"><a>\n&nbsp;</a>",
      "a.xml:2:7: '&nbsp;' has no meaning here; only amp, lt, gt"
    ),
    (
      "<!DOCTYPE a SYSTEM \"a.dtd\"><a b='&nbsp;'/>",
      "a.xml:1:40: '&nbsp;' has no meaning here; only amp, lt, gt"
    ),
    (
      "<!DOCTYPE a [<!ENTITY co 'Company'>]><a>[&co;]</a>",
      "a.xml:1:46: '&co;' has no meaning here; only amp, lt, gt"
    ),
    ("<a>x\u{0}y</a>", "a.xml:1:4: there is a zero byte; XML 1.0 allows none."),
    ("<a>\u{1}</a>", "a.xml:1:4: the XML parser says 'PCDATA invalid Char value 1'"),
    ("<a>&#0;</a>", "a.xml:1:8: the XML parser says"),
    (
      "<?xml version='1.0' encoding='klingon'?><a/>",
      "a.xml:1:39: the file says that its encoding is 'klingon'; one that the system knows"
    ),
    ("", "a.xml: the file is empty"),
  ])
  func `what is not well-formed is refused with its place`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) { try events(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func `a document that is cut after a line is refused, its events given before`() throws {
    let reader = XMLEventReader(ByteSource(bytes: Array("<a>\n<b>x</b>\n".utf8), name: "a.xml"))
    var count = 0
    let error = #expect(throws: InterchangeError.self) {
      while try reader.next() != nil { count += 1 }
    }
    #expect(count == 5)
    let again = #expect(throws: InterchangeError.self) { try reader.next() }
    #expect(again == error)
  }

  @Test func `bytes that are not of the encoding are refused`() {
    for bytes in [
      Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8), [0x3C, 0xFF, 0x3E, 0x3C],
    ] {
      let error = #expect(throws: InterchangeError.self) {
        try allEvents(ByteSource(bytes: bytes, name: "a.xml"))
      }
      #expect(error?.description.contains("the XML parser says") == true)
    }
    let declared = Array("<?xml version='1.0' encoding='GB18030'?><a>中".utf8) + [0xFF, 0xFF, 0xFF]
    let error = #expect(throws: InterchangeError.self) {
      try allEvents(ByteSource(bytes: declared + Array("</a>".utf8), name: "a.xml"))
    }
    #expect(error?.description.contains("not of the encoding that the file declares") == true)
  }

  @Test(arguments: [
    ("UTF-16", String.Encoding.utf16, [UInt8]()),
    ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
    ("UTF-8", .utf8, []), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]),
  ])
  func `Unicode is read with and without its mark`(
    name: String, encoding: String.Encoding, mark: [UInt8]
  ) throws {
    let text = "<?xml version='1.0' encoding='\(name)'?><a>\(manyNames)</a>"
    let bytes = mark + Array(try #require(text.data(using: encoding)))
    #expect(try self.text(of: ByteSource(bytes: bytes, name: "a.xml")) == manyNames)
  }

  @Test func `GB18030 is read where it is declared, across the ends of pieces`() throws {
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    let text = "<?xml version='1.0' encoding='GB18030'?><a>\(manyNames)</a>"
    let bytes = Array(try #require(text.data(using: gb18030)))
    #expect(bytes.count > 65_536)
    #expect(try self.text(of: ByteSource(bytes: bytes, name: "a.xml")) == manyNames)
  }

  @Test func `windows-1254 is read where it is declared`() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='windows-1254'?><a>".utf8) + [0xFD, 0xD0, 0x80]
      + Array("</a>".utf8)
    #expect(try text(of: ByteSource(bytes: bytes, name: "a.xml")) == "ıĞ€")
  }

  @Test func `depth, length of a text and size of an element have limits`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try events(nested(256)).count == 512)
    let tooDeep = #expect(throws: InterchangeError.self) { try events(nested(257)) }
    #expect(tooDeep == .markup(.init(file: "a.xml", line: 1, column: 769), .tooDeep(limit: 256)))

    func long(_ count: Int) -> String { String(repeating: "x", count: count) }
    #expect(try events("<a>\(long(1 << 20))</a>").count == 3)
    let limit = MarkupProblem.textTooLong(limit: 1 << 20)
    for text in ["<a>\(long(1 << 20 + 1))</a>", "<a b='\(long(1 << 20 + 1))'/>"] {
      let tooLong = #expect(throws: InterchangeError.self) { try events(text) }
      if case .markup(_, let problem)? = tooLong { #expect(problem == limit) }
    }

    let million = String(repeating: "<b/>", count: 200_000)
    let reader = XMLEventReader(ByteSource(bytes: Array("<a>\(million)</a>".utf8), name: "a.xml"))
    guard case .start(let tag)? = try reader.next() else { return }
    #expect(
      throws: InterchangeError.markup(
        .init(file: "a.xml", line: 1), .elementTooLong(name: "a", limit: 16 << 20))
    ) { try reader.element(from: tag) }
  }

  @Test func `what a document declares costs no more than a megabyte`() {
    let long = String(repeating: "x", count: 1_000)
    for declaration in [
      "<!ENTITY e0 '\(long)'>", "<!ATTLIST a b0 CDATA '\(long)'>", "<?pi \(long)?>",
    ] {
      let many = (0..<1_200).map { declaration.replacing("0", with: "\($0)") }.joined()
      let text = "<!DOCTYPE a [\(many)]><a/>"
      let error = #expect(throws: InterchangeError.self) { try events(text) }
      guard case .markup(_, .prologTooLong)? = error else {
        Issue.record("\(error?.description ?? "")")
        continue
      }
    }
  }

  @Test func `a comment without end costs no more than some megabytes`() {
    let bytes = Array("<a><!--".utf8) + [UInt8](repeating: 0x78, count: 30 << 20)
    #expect(throws: InterchangeError.self) {
      try allEvents(ByteSource(bytes: bytes, name: "a.xml"))
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `damage anywhere gives events or an error`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY e "x">]>
      <a xmlns:p='urn:p' b="1"><!-- c --><?pi d?><p:e f='&amp;'>国家</p:e><![CDATA[<]]>&#20013;</a>
      """.utf8)
    for _ in 0..<400 {
      let place = Int.random(in: bytes.indices, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
      _ = try? allEvents(ByteSource(bytes: bytes, name: "a.xml"))
      bytes[place] = Array("<&>'\"]-! ".utf8).randomElement(using: &generator) ?? 0
    }
  }

  @Test func `hostile documents are answered or refused`() throws {
    guard let data = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else {
      return print("skipped: no shared data")
    }
    let folder = data + "/hostile/xml"
    let readable = Set([
      "dtd.xml", "simple.xml", "simple-ns.xml", "xalan_exec.xsl", "xalan_write.xsl",
    ])
    var names = Set<String>()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      names.insert(name)
      let source = try ByteSource(path: "\(folder)/\(name)")
      if readable.contains(name) {
        #expect(try !allEvents(source).isEmpty)
      } else {
        let error = #expect(throws: InterchangeError.self) { try allEvents(source) }
        guard case .markup(_, .undefinedEntity)? = error else {
          Issue.record("\(name): \(error?.description ?? "no error")")
          continue
        }
      }
    }
    #expect(names.isSuperset(of: readable) && names.count == 11)
  }

  private var manyNames: String {
    String(repeating: "国家互联网信息办公室 Überprüfung ", count: 2_000)
  }

  private func events(_ text: String) throws -> [XMLEvent] {
    try allEvents(ByteSource(bytes: Array(text.utf8), name: "a.xml"))
  }

  private func text(of source: ByteSource) throws -> String {
    try allEvents(source).reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }
}

/// Everything that a document says.
private func allEvents(_ source: ByteSource) throws -> [XMLEvent] {
  let reader = XMLEventReader(source)
  var events: [XMLEvent] = []
  while let event = try reader.next() { events.append(event) }
  return events
}
