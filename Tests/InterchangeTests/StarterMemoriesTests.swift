import Foundation
import Testing

@testable import Interchange

/// The project's own `Memories/`: what a reviser would strike out at sight must not be in them.
struct StarterMemoriesTests {
  private static let units = Result { try StarterUnit.all() }

  @Test func `hold hundreds of units, each with a name of its own`() throws {
    let units = try Self.units.get()
    #expect(units.count >= 400)
    #expect(Set(units.map(\.id)).count == units.count)
  }

  @Test func `give each unit in English and in Simplified Chinese, reviewed, under a topic`() throws
  {
    for unit in try Self.units.get() {
      #expect(unit.languages == ["en", "zh-Hans"], "\(unit.id)")
      #expect(unit.properties["x-state"] == "reviewed", "\(unit.id)")
      #expect(unit.properties["x-topic"]?.isEmpty == false, "\(unit.id)")
    }
  }

  @Test func `say nothing twice, and two ways only with a note`() throws {
    let units = try Self.units.get()
    let texts: [(StarterUnit) -> String] = [\.english, \.chinese]
    for text in texts {
      for same in Dictionary(grouping: units, by: text).values where same.count > 1 {
        #expect(Set(same.map { [$0.english, $0.chinese] }).count == same.count, "\(same[0].id)")
        #expect(same.map(\.hasNote).contains(true), "\(same[0].id)")
      }
    }
  }

  @Test func `keep the marks of each language`() throws {
    let foreignToChinese = /\p{Han}[,;:?!.()'"]|[,;?!'"]\p{Han}/
    let foreignToEnglish = /\p{Han}|[，。；：！？（）《》、　‘’"]/
    for unit in try Self.units.get() {
      #expect(unit.chinese.firstMatch(of: foreignToChinese) == nil, "\(unit.id)")
      #expect(unit.english.firstMatch(of: foreignToEnglish) == nil, "\(unit.id)")
    }
  }

  @Test func `close what they open and end without white space`() throws {
    for unit in try Self.units.get() {
      for text in [unit.english, unit.chinese] {
        #expect(text == text.trimmingCharacters(in: .whitespacesAndNewlines), "\(unit.id)")
        #expect(!text.isEmpty && !text.contains("  "), "\(unit.id)")
        for (opening, closing) in ["“": "”", "《": "》", "（": "）", "(": ")"] as [Character: Character]
        {
          #expect(
            text.count(where: { $0 == opening }) == text.count(where: { $0 == closing }),
            "\(unit.id)")
        }
      }
    }
  }
}

/// A unit as far as these tests look at it.
private struct StarterUnit {
  var id = ""
  var languages: [String] = []
  var segments: [String] = []
  var properties: [String: String] = [:]
  var hasNote = false

  var english: String { segments.first ?? "" }
  var chinese: String { segments.last ?? "" }

  init(_ element: XMLElement) {
    id = element.tag["tuid"] ?? ""
    for part in element.children {
      switch part.tag.name {
      case "note": hasNote = true
      case "prop": properties[part.tag["type"] ?? ""] = part.text
      default:
        languages.append(part.tag.language ?? "")
        segments += part.children.map(\.text)
      }
    }
  }

  static func all() throws -> [StarterUnit] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Memories")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { $0.hasSuffix(".tmx") }.flatMap { name in
      let reader = XMLEventReader(try ByteSource(path: folder.path + "/" + name))
      var units: [StarterUnit] = []
      while let event = try reader.next() {
        if case .start(let tag) = event, tag.name == "tu" {
          units.append(StarterUnit(try reader.element(from: tag)))
        }
      }
      return units
    }
  }
}

extension XMLElement {
  /// The text directly in it.
  fileprivate var text: String {
    nodes.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }
}
