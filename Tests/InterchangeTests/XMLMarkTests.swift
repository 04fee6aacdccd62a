import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Interchange

/// Marks against what a document was made of, and TMX read on marks against TMX read from trees.
struct XMLMarkTests {
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `a document is read as it was made, wherever its pieces end`(seed: UInt64) throws {
    var maker = DocumentMaker(generator: SeededGenerator(seed: seed))
    let text = maker.document()
    #expect(text.utf8.count > 65_536)
    let wide = try #require(text.data(using: .utf16))
    for bytes in [Array(text.utf8), Array(wide)] {
      let reader = XMLEventReader(
        ByteSource(bytes: bytes, name: "a.xml"), names: ["seg", "b"], located: "seg")
      var place = 0
      while let event = try reader.next() {
        guard place < maker.events.count, event.isSame(as: maker.events[place]) else {
          Issue.record("seed \(seed): event \(place) is \(event)")
          break
        }
        place += 1
      }
      #expect(place == maker.events.count, "seed \(seed)")
    }
  }

  @Test func `TMX is read on marks as it is from whole elements`() throws {
    var folders = [TMXSamples.fixtures, Self.memories]
    if let data = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] {
      folders.append(URL(filePath: data + "/tmx/compliance-kit"))
    } else {
      print("skipped: no shared data")
    }
    var count = 0
    for folder in folders {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      where name.hasSuffix(".tmx") {
        let path = folder.appending(path: name).path
        guard var units = try? TMXSamples.read(ByteSource(path: path)).units else { continue }
        for place in units.indices {
          for variant in units[place].variants.indices {
            units[place].variants[variant].segment.codes = []
          }
        }
        #expect(try Self.slowUnits(ByteSource(path: path)) == units, "\(name)")
        count += units.count
      }
    }
    #expect(count > 400)
  }

  private static let memories = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Memories")

  /// The units of a TMX file without the codes of their segments, from trees of elements.
  private static func slowUnits(_ source: ByteSource) throws -> [TMXUnit] {
    let reader = XMLEventReader(source, textLimit: TMXReader.textLimit)
    var units: [TMXUnit] = []
    while let event = try reader.next() {
      guard case .start(let tag) = event, tag.name == "tu" else { continue }
      let element = try reader.element(from: tag)
      units.append(
        TMXUnit(
          attributes: element.tag.written(without: []), notes: element.notes,
          properties: element.noted,
          variants: element.children.filter { $0.tag.name == "tuv" }.map { variant in
            TMXVariant(
              language: variant.tag.language?.trimmingSpaces ?? "",
              attributes: variant.tag.written(without: ["xml:lang", "lang"]),
              notes: variant.notes, properties: variant.noted,
              segment: Segment(
                variant.children.last { $0.tag.name == "seg" }?.textWithoutCodes ?? ""))
          }))
    }
    return units
  }
}

extension XMLEvent {
  fileprivate func isSame(as other: XMLEvent) -> Bool {
    guard case .start(var tag) = self, case .start(let expected) = other else {
      return self == other
    }
    tag.place = expected.place
    return tag == expected
  }
}

extension XMLTag {
  fileprivate func written(without names: Set<String>) -> [TMXAttribute] {
    attributes.map {
      TMXAttribute($0.namespace == XMLAttribute.xmlNamespace ? "xml:\($0.name)" : $0.name, $0.value)
    }
    .filter { !names.contains($0.name) }
  }
}

extension XMLElement {
  fileprivate var notes: [TMXNote] {
    children.filter { $0.tag.name == "note" }.map {
      TMXNote($0.textWithoutCodes, attributes: $0.tag.written(without: []))
    }
  }

  fileprivate var noted: [TMXProperty] {
    children.filter { $0.tag.name == "prop" && $0.tag["type"] != nil }.map {
      TMXProperty(
        type: $0.tag["type"] ?? "", value: $0.textWithoutCodes,
        attributes: $0.tag.written(without: ["type"]))
    }
  }

  /// Its text, without the elements in it that are codes, with those of a `hi`.
  fileprivate var textWithoutCodes: String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .element(let inner): inner.tag.name == "hi" ? inner.textWithoutCodes : ""
      }
    }
    .joined()
  }
}

/// Makes a document and the events that it is.
private struct DocumentMaker {
  var generator: SeededGenerator
  private(set) var events: [XMLEvent] = []
  private var text = ""
  private var pending = ""

  init(generator: SeededGenerator) { self.generator = generator }

  mutating func document() -> String {
    text = "<?xml version=\"1.0\"?><!-- made -->\n"
    while text.utf8.count < 66_000 {
      if !events.isEmpty { (events, text) = ([], "<?xml version=\"1.0\"?>") }
      element(depth: 0)
    }
    return text
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[number(0...list.count - 1)]
  }

  private mutating func element(depth: Int) {
    endText()
    let name = pick(["a", "b", "seg", "tuv", "一", "name-\(number(0...9_999))"])
    var tag = XMLTag(
      name: name, namespace: nil, attributes: [], place: SourceLocation(file: "a.xml"))
    text += "<\(name)"
    for attribute in ["id", "xml:lang", "x\(number(0...99))"].shuffled(using: &generator)
      .prefix(number(0...3))
    {
      let (value, written) = words(number(0...4), inAttribute: true)
      text += " \(attribute) = \"\(written)\""
      tag.attributes.append(
        attribute == "xml:lang"
          ? XMLAttribute(name: "lang", namespace: XMLAttribute.xmlNamespace, value: value)
          : XMLAttribute(name: attribute, namespace: nil, value: value))
    }
    events.append(.start(tag))
    let childCount = depth == 0 ? 300 : depth > 5 ? 0 : number(0...3)
    if childCount == 0, number(0...1) == 0 {
      text += "/>"
    } else {
      text += ">"
      for _ in 0..<childCount {
        content()
        element(depth: depth + 1)
      }
      content()
      endText()
      text += "</\(name) >"
    }
    events.append(.end)
  }

  private mutating func content() {
    for _ in 0..<number(0...3) {
      switch number(0...9) {
      case 0: text += "<!-- <x> & -->"
      case 1: text += "<?pi <x> ?>"
      case 2:
        text += "<![CDATA[<x>&amp; ]]>"
        pending += "<x>&amp; "
      case 3:
        text += "\n    "
        pending += "\n    "
      default:
        let (value, written) = words(
          number(0...50) == 0 ? 3_000 : number(1...9), inAttribute: false)
        text += written
        pending += value
      }
    }
  }

  private mutating func endText() {
    if !pending.isEmpty { events.append(.text(pending)) }
    pending = ""
  }

  private mutating func words(_ count: Int, inAttribute: Bool) -> (value: String, written: String) {
    var (value, written) = ("", "")
    for _ in 0..<count {
      let (said, spelt) = pick([
        ("a", "a"), (" ", " "), ("国", "国"), ("国", "&#22269;"), ("&", "&amp;"), ("&", "&#x26;"),
        ("<", "&lt;"), ("\"", "&quot;"), ("𠮷", "𠮷"), ("é", "é"), ("&#38;", "&amp;#38;"),
        ("\t", "&#9;"), ("word", "word"),
      ])
      // What libxml2 leaves of an ampersand in an attribute cannot be told from this.
      if inAttribute, said == "&#38;" { continue }
      value += said
      written += spelt
    }
    return (value, written)
  }
}
