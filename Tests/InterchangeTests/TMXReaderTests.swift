import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange

struct TMXReaderTests {
  @Test func `everything that the format knows is kept`() throws {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4">
       <header creationtool="t" srclang="en-us"><note xml:lang="en">about</note>
        <ude name="u" base="M"><map unicode="#xF8FF" code="#xF0"/></ude><prop type="p">v</prop>
       </header>
       <body><!-- none --><tu tuid="1" usagecount="2"><prop type="x-a" lang="fr">b</prop><note>n</note>
        <tuv xml:lang="EN-us" changeid="ann"><note>m</note><seg> Two  words </seg></tuv>
        <tuv lang="fr"><prop type="q">r</prop><seg/></tuv></tu></body></tmx>
      """
    let (header, units, losses) = try TMXSamples.read(
      ByteSource(bytes: Array(text.utf8), name: "t.tmx"))
    #expect(losses.isEmpty)
    #expect(header.sourceLanguage == "en-us")
    #expect(header.attributes.map(\.name) == ["creationtool", "srclang"])
    #expect(header.notes == [TMXNote("about", attributes: [TMXAttribute("xml:lang", "en")])])
    #expect(header.properties == [TMXProperty(type: "p", value: "v")])
    #expect(
      header.encodings == [
        TMXEncoding(
          attributes: [TMXAttribute("name", "u"), TMXAttribute("base", "M")],
          maps: [[TMXAttribute("unicode", "#xF8FF"), TMXAttribute("code", "#xF0")]])
      ])
    let unit = try #require(units.first)
    #expect(unit.id == "1")
    #expect(unit.attributes["usagecount"] == "2")
    #expect(
      unit.properties == [
        TMXProperty(type: "x-a", value: "b", attributes: [TMXAttribute("lang", "fr")])
      ])
    #expect(
      unit.variants == [
        TMXVariant(
          language: "EN-us", attributes: [TMXAttribute("changeid", "ann")], notes: [TMXNote("m")],
          segment: " Two  words "),
        TMXVariant(
          language: "fr", properties: [TMXProperty(type: "q", value: "r")], segment: ""),
      ])
    #expect(unit.variants[0].languageTag?.description == "en-US")
  }

  /// The markup of codes, as written.
  static let codes = [
    "<bpt i = '1'\tx=\"2\" >&lt;b></bpt>", "<ept i='1'>&#60;/b></ept>", "<ph/>",
    "<ph x=\"3\">&lt;img alt=\"<sub>Start <ph>é</ph>中</sub>\"/></ph>",
    "<it\n pos=\"begin\"><![CDATA[<i>]]></it >", "<ut><!-- r -->&apos;</ut>",
    "<hi type=\"a&gt;b\">", "</hi\n>", "<hi/>",
  ]

  enum Encoding: CaseIterable { case plain, marked, ascii, utf16LE, utf16BE, utf16LEUnmarked }

  @Test(arguments: Encoding.allCases)
  func `the markup of codes is kept letter for letter`(_ encoding: Encoding) throws {
    var content = "中文"
    for (place, code) in Self.codes.enumerated() { content += code + "x\(place)𠮷" }
    var text = TMXSamples.document("<tuv xml:lang=\"en\"><seg>\(content)</seg></tuv>")
    // Past the pieces in which a document is read.
    let filler = "<tuv xml:lang=\"de\"><seg>" + String(repeating: "abc d", count: 13_100)
    for shift in [0, 7, 3_990] {
      text = TMXSamples.document(
        filler + String(repeating: "e", count: shift) + "</seg></tuv>"
          + "<tuv xml:lang=\"en\"><seg>\(content)</seg></tuv>")
      let source = ByteSource(bytes: try bytes(text, encoding), name: "t.tmx")
      let segment = try #require(try TMXSamples.read(source).units.first?.variants.last?.segment)
      let expected =
        encoding == .ascii
        ? Self.codes.map { $0.replacing("é", with: "&#233;").replacing("中", with: "&#20013;") }
        : Self.codes
      #expect(segment.codes.map(\.markup) == expected)
      #expect(segment.text == "中文" + (0..<9).map { "x\($0)𠮷" }.joined())
      #expect(segment.codes.map(\.scalarOffset) == (0..<9).map { 2 + 3 * $0 })
      #expect(
        segment.codes.map(\.kind) == [
          .opening, .closing, .standalone, .standalone, .standalone, .standalone, .opening,
          .closing, .standalone,
        ])
    }
  }

  private func bytes(_ text: String, _ encoding: Encoding) throws -> [UInt8] {
    switch encoding {
    case .plain: return Array(text.utf8)
    case .marked: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .ascii:
      let head = text.replacing(
        "<?xml version=\"1.0\"?>", with: "<?xml version='1.0' encoding='us-ascii'?>")
      return head.unicodeScalars.flatMap { scalar -> [UInt8] in
        Array((scalar.isASCII ? String(scalar) : "&#\(scalar.value);").utf8)
      }
    case .utf16LE: return [0xFF, 0xFE] + littleEndian(text)
    case .utf16LEUnmarked: return littleEndian(text)
    case .utf16BE:
      return [0xFE, 0xFF]
        + text.utf16.flatMap { unit -> [UInt8] in
          [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
    }
  }

  private func littleEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  }

  @Test func `in another encoding and a foreign namespace markup is written anew`() throws {
    var text = TMXSamples.document(
      "<tuv xml:lang=\"en\"><seg>a<ph  x='1' >\u{e9}&apos;<sub/></ph></seg></tuv>")
    text = text.replacing(
      "<?xml version=\"1.0\"?>", with: "<?xml version=\"1.0\" encoding=\"windows-1252\"?>")
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let units = try TMXSamples.read(ByteSource(bytes: bytes, name: "t.tmx")).units
    #expect(
      units.first?.variants.first?.segment.codes.map(\.markup) == [
        "<ph x=\"1\">é'<sub></sub></ph>"
      ])

    let foreign = try TMXSamples.segment("<ph xmlns:o=\"urn:o\" o:k='1' x='2'>t</ph>")
    #expect(foreign?.codes.map(\.markup) == ["<ph x=\"2\">t</ph>"])
  }

  @Test func `an element that TMX does not have becomes a code that holds it`() throws {
    let text = TMXSamples.document(
      "<tuv xml:lang=\"en\"><seg>a<x id='1'>b<ph/></x>c<x/></seg></tuv>")
    let (_, units, losses) = try TMXSamples.read(
      ByteSource(bytes: Array(text.utf8), name: "t.tmx"))
    let segment = try #require(units.first?.variants.first?.segment)
    #expect(segment.text == "ac")
    #expect(
      segment.codes.map(\.markup) == [
        "<ph>&lt;x id='1'&gt;b&lt;ph/&gt;&lt;/x&gt;</ph>", "<ph>&lt;x/&gt;</ph>",
      ])
    #expect(losses.losses.map(\.what.english) == ["<x> in a segment"])
    #expect(losses.losses.map(\.count) == [2])
  }

  @Test(arguments: [
    (
      "<xliff/>",
      "t.tmx:1: the outermost element is <xliff>; TMX 1.4b requires <tmx>. Is it another format?"
    ),
    ("<tmx><body><tu/></body></tmx>", "t.tmx:1:12: <tu> has no <tuv>; TMX 1.4b requires one."),
    (
      "<tmx><body><tu><tuv><seg/></tuv></tu></body></tmx>",
      "t.tmx:1:16: <tuv> has no 'xml:lang'; TMX 1.4b requires one. Add it."
    ),
    (
      "<tmx><body><tu><tuv lang='en'/></tu></body></tmx>",
      "t.tmx:1:16: <tuv> has no <seg>; TMX 1.4b requires one. Add it."
    ),
    (
      "<tmx><body><tu><tuv lang='en'><seg/><seg/></tuv></tu></body></tmx>",
      "t.tmx:1:37: <tuv> has a second <seg>; TMX 1.4b allows one."
    ),
    (
      "<tmx><body><tu><tuv lang='en'><seg>a&#xD800;</seg></tuv></tu></body></tmx>",
      "t.tmx:1:45: the XML parser says 'xmlParseCharRef: invalid xmlChar value 55296'"
    ),
    (
      "<tmx><body><tu><tuv lang='en'><seg>&#0;</seg></tuv></tu></body></tmx>",
      "t.tmx:1:40: the XML parser says 'xmlParseCharRef: invalid xmlChar value 0'"
    ),
    (
      "<!DOCTYPE tmx [<!ENTITY co 'Co.'>]><tmx><body><tu><tuv lang='en'><seg>&co;</seg></tuv></tu></body></tmx>",
      "t.tmx:1:75: '&co;' has no meaning here; only amp, lt, gt"
    ),
    (
      "<!DOCTYPE tmx [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><tmx><body><tu><tuv lang='en'><seg>&x;</seg></tuv></tu></body></tmx>",
      "t.tmx:1:97: '&x;' has no meaning here"
    ),
    ("<tmx><body><tu>", "t.tmx:1:16: the file ends within <tu>; every element must end."),
  ])
  func `a fault is named with its place`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) {
      _ = try TMXSamples.read(ByteSource(bytes: Array(text.utf8), name: "t.tmx"))
    }
    let description = error?.description ?? ""
    #expect(description.hasPrefix(message), "\(description)")
  }

  @Test func `after a faulty unit the next one is read`() throws {
    let text = """
      <tmx><body><tu><tuv><seg>a</seg></tuv><tuv lang="x"><seg>b</seg></tuv></tu>
      <tu tuid="2"><tuv lang="en"><seg>c</seg></tuv></tu></body></tmx>
      """
    var reader = TMXReader(ByteSource(bytes: Array(text.utf8), name: "t.tmx"))
    #expect(throws: InterchangeError.self) { _ = try reader.next() }
    #expect(try reader.next()?.id == "2")
    #expect(try reader.next() == nil)
  }

  @Test func `lone surrogates in UTF-16 are refused`() {
    let text = TMXSamples.document("<tuv xml:lang=\"en\"><seg>a?</seg></tuv>")
    var broken: [UInt8] = [0xFF, 0xFE] + littleEndian(text)
    let place = broken.indices.last { $0 % 2 == 0 && broken[$0] == UInt8(ascii: "?") } ?? 0
    (broken[place], broken[place + 1]) = (0x00, 0xD8)
    #expect(throws: InterchangeError.self) {
      _ = try TMXSamples.read(ByteSource(bytes: broken, name: "t.tmx"))
    }
  }

  @Test func `a segment of a million characters is read, one past the limit refused`() throws {
    let million = String(repeating: "中", count: 1_000_000)
    #expect(try TMXSamples.segment(million)?.text == million)
    let tooLong = String(repeating: "中", count: TMXReader.textLimit / 3 + 1)
    let error = #expect(throws: InterchangeError.self) { _ = try TMXSamples.segment(tooLong) }
    #expect(
      error?.description.hasSuffix(
        "a text is longer than 4194304 bytes; that is the most that is read. Shorten it.") == true)

    let code = "<ph>" + String(repeating: "0123456789", count: 300_000) + "</ph>"
    let codes = String(repeating: code, count: 6)
    let many = #expect(throws: InterchangeError.self) { _ = try TMXSamples.segment(codes) }
    #expect(many?.description.hasPrefix("t.tmx:4:1: this <tu> holds more than") == true)
  }

  @Test func `hostile documents are refused`() throws {
    for name in ["xmlbomb", "xmlbomb2", "quadratic", "external", "external_file", "cyclic", "dtd"] {
      guard let text = SharedData.text(of: "hostile/xml/\(name).xml") else { return }
      #expect(throws: InterchangeError.self, "\(name)") { _ = try TMXSamples.read(text) }
    }
  }
}
