import Foundation
import TestSupport
import Testing
import TextAnalysis
import TranslationMemory

@testable import Interchange

struct TMXRoundTripTests {
  @Test func `our own file is its golden file, byte for byte`() throws {
    let (bytes, losses) = try TMXSamples.written(TMXSamples.units)
    #expect(losses.isEmpty)
    let golden = TMXSamples.fixtures.appending(path: "units.tmx")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(bytes).write(to: golden)
      Issue.record("recorded \(golden.path)")
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test(arguments: TMXWriter.LanguageStyle.allCases)
  func `units come back as they were`(languages: TMXWriter.LanguageStyle) throws {
    let (bytes, _) = try TMXSamples.written(TMXSamples.units, languages: languages)
    let (units, reader) = try TMXSamples.readUnits(ByteSource(bytes: bytes, name: "t.tmx"))
    #expect(units == TMXSamples.units)
    #expect(reader.losses.isEmpty)
    #expect(reader.notices.isEmpty)
    #expect(try TMXSamples.written(units, languages: languages).bytes == bytes)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `arbitrary units come back as they were`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let units = (0..<8).map { arbitraryUnit($0, &generator) }
    let (bytes, losses) = try TMXSamples.written(units)
    #expect(losses.isEmpty)
    let (read, _) = try TMXSamples.readUnits(ByteSource(bytes: bytes, name: "t.tmx"))
    #expect(read == units)
  }

  @Test(arguments: ["compliance-kit", "samples"])
  func `what was read is read again from what is written of it`(folder: String) throws {
    guard let files = SharedFolder.files(in: "tmx/\(folder)", endingIn: ".tmx") else { return }
    #expect(files.count > 20)
    for file in files {
      let (header, units, _) = try TMXSamples.read(ByteSource(path: file))
      let (bytes, _) = try TMXSamples.written(header, units)
      let again = try TMXSamples.read(ByteSource(bytes: bytes, name: "again.tmx"))
      #expect(again.units == units, "\(file)")
      #expect(again.header.notes == header.notes, "\(file)")
      #expect(again.header.properties == header.properties, "\(file)")
      #expect(again.header.encodings == header.encodings, "\(file)")
      #expect(again.header.attributes.starts(with: header.attributes), "\(file)")
      #expect(again.losses.isEmpty, "\(file)")
      #expect(try TMXSamples.written(again.header, again.units).bytes == bytes, "\(file)")
      try expectValid(bytes, "\(file)")
    }
  }

  @Test func `what is written is valid by the DTD`() throws {
    try expectValid(try TMXSamples.written(TMXSamples.units).bytes, "units")
    try expectValid(try TMXSamples.written([]).bytes, "none")
    var odd = TMXSamples.units[0]
    odd.source.segment.codes = [
      InlineCode(scalarOffset: 1, kind: .opening, markup: "<b>"),
      InlineCode(scalarOffset: 2, kind: .opening, markup: "<hi>"),
      InlineCode(scalarOffset: 3, kind: .closing, markup: "</b>"),
      InlineCode(scalarOffset: 3, kind: .standalone, markup: "{1}\u{1}"),
      InlineCode(scalarOffset: 99, kind: .closing, markup: "</hi></seg>"),
    ]
    odd.source.segment.text = "a\u{0}b\u{FFFE}cd"
    let (bytes, losses) = try TMXSamples.written([odd])
    try expectValid(bytes, "odd")
    #expect(losses.losses.map(\.what.english) == ["character"])
    let (units, _) = try TMXSamples.readUnits(ByteSource(bytes: bytes, name: "t.tmx"))
    #expect(
      units.first?.source.segment
        == Segment(
          "abcd",
          codes: [
            InlineCode(scalarOffset: 1, kind: .opening, markup: "<bpt i=\"1001\">&lt;b&gt;</bpt>"),
            InlineCode(scalarOffset: 1, kind: .opening, markup: "<bpt i=\"1002\">&lt;hi&gt;</bpt>"),
            InlineCode(scalarOffset: 2, kind: .closing, markup: "<ept i=\"1001\">&lt;/b&gt;</ept>"),
            InlineCode(scalarOffset: 2, kind: .standalone, markup: "<ph>{1}</ph>"),
            InlineCode(
              scalarOffset: 4, kind: .closing,
              markup: "<ept i=\"1005\">&lt;/hi&gt;&lt;/seg&gt;</ept>"),
          ]))
  }

  @Test func `a file that is cut anywhere is refused`() throws {
    let bytes = [UInt8](try Data(contentsOf: TMXSamples.fixtures.appending(path: "units.tmx")))
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for count in 0...end {
      #expect(throws: InterchangeError.self, "cut at \(count)") {
        _ = try TMXSamples.readUnits(ByteSource(bytes: Array(bytes[..<count]), name: "t.tmx"))
      }
    }
  }

  @Test func `a file with any byte flipped is read or refused, never a crash`() throws {
    let bytes = [UInt8](try Data(contentsOf: TMXSamples.fixtures.appending(path: "units.tmx")))
    let masks: [UInt8] = [0x01, 0x20, 0x80]
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= masks[place % 3]
      guard let (units, _) = try? TMXSamples.readUnits(ByteSource(bytes: flipped, name: "t.tmx"))
      else { continue }
      // What was read can be written, and is read again.
      let (written, _) = try TMXSamples.written(units)
      let (again, _) = try TMXSamples.readUnits(ByteSource(bytes: written, name: "t.tmx"))
      #expect(again == units, "byte \(place)")
    }
  }

  @Test func `our memories are read whole`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Memories")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".tmx") }
    #expect(!files.isEmpty)
    for file in files {
      let path = folder.appending(path: file).path
      let (units, reader) = try TMXSamples.readUnits(ByteSource(path: path))
      #expect(!units.isEmpty)
      #expect(reader.losses.isEmpty, "\(file): \(reader.losses)")
      #expect(reader.notices.isEmpty)
      #expect(Set(units.map(\.id)).count == units.count)
      let attributes = Set(units.flatMap(\.attributes).map(\.type))
      #expect(units.allSatisfy { $0.id != nil && $0.state == .reviewed })
      #expect(attributes.isSubset(of: ["x-topic"]))
      try expectValid([UInt8](try Data(contentsOf: URL(filePath: path))), file)
    }
  }

  private func arbitraryUnit(_ number: Int, _ generator: inout SeededGenerator) -> TranslationUnit {
    let words = ["a", " ", "<", "&", "\n", "\t", "中", "𠮷", "“", "]]>", "é", "\"", "'", "5 %", "\r"]
    func text(_ generator: inout SeededGenerator) -> String {
      "t"
        + (0..<Int.random(in: 0...9, using: &generator))
        .map { _ in words[Int.random(in: words.indices, using: &generator)] }.joined()
    }
    func segment(_ generator: inout SeededGenerator) -> Segment {
      var segment = Segment(text(&generator))
      let count = segment.text.unicodeScalars.count
      let markups = ["<ph>x</ph>", "<it pos='end'/>", "<bpt i=\"1\">&lt;b&gt;</bpt>"]
      let places = (0..<Int.random(in: 0...3, using: &generator))
        .map { _ in Int.random(in: 0...count, using: &generator) }.sorted()
      segment.codes = places.map { place in
        let pick = Int.random(in: 0..<3, using: &generator)
        return InlineCode(
          scalarOffset: place, kind: pick == 2 ? .opening : .standalone, markup: markups[pick])
      }
      if segment.codes.count > 1, let first = places.first, let last = places.last {
        segment.codes[0] = InlineCode(scalarOffset: first, kind: .opening, markup: "<hi x='1'>")
        segment.codes[places.count - 1] = InlineCode(
          scalarOffset: last, kind: .closing, markup: "</hi>")
      }
      return segment
    }
    func maybe<Value>(_ generator: inout SeededGenerator, _ make: (inout SeededGenerator) -> Value)
      -> Value?
    {
      Bool.random(using: &generator) ? make(&generator) : nil
    }
    func authorship(_ generator: inout SeededGenerator) -> Authorship {
      Authorship(
        who: maybe(&generator, text),
        date: maybe(&generator) {
          let second = Int.random(in: -60_000_000_000...9_000_000_000, using: &$0)
          return Date(timeIntervalSince1970: Double(second))
        })
    }
    let english = ["en", "en-GB", "en-US"].map(TMXSamples.tag)
    let chinese = ["zh-Hans", "zh-Hans-CN", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Hans-TW"]
      .map(TMXSamples.tag)
    var unit = TranslationUnit(
      id: maybe(&generator) { _ in "id \(number)" },
      source: UnitVariant(english[Int.random(in: 0..<3, using: &generator)], segment(&generator)),
      target: UnitVariant(chinese[Int.random(in: 0..<6, using: &generator)], segment(&generator)),
      previous: maybe(&generator, text), next: maybe(&generator, text),
      creation: authorship(&generator), change: authorship(&generator),
      origin: maybe(&generator, text),
      state: UnitState.allCases[Int.random(in: 0..<4, using: &generator)],
      attributes: (0..<Int.random(in: 0...2, using: &generator)).map {
        UnitAttribute(type: "x-\($0)", value: text(&generator))
      },
      notes: (0..<Int.random(in: 0...2, using: &generator)).map { _ in text(&generator) })
    if Bool.random(using: &generator) { swap(&unit.source, &unit.target) }
    return unit
  }
}

/// Has a document judged by `xmllint` and the published DTD, where both are there.
private func expectValid(_ bytes: [UInt8], _ what: String) throws {
  guard let data = SharedFolder.path,
    let tool = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint"]
      .first(where: FileManager.default.isExecutableFile)
  else { return }
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tmx")
  try Data(bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let judge = Process()
  judge.executableURL = URL(filePath: tool)
  judge.arguments = [
    "--noout", "--nonet", "--dtdvalid", data + "/tmx/schemas/tmx14.dtd", file.path,
  ]
  let pipe = Pipe()
  judge.standardError = pipe
  judge.standardOutput = FileHandle.nullDevice
  try judge.run()
  let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  judge.waitUntilExit()
  #expect(judge.terminationStatus == 0, "\(what): \(words.prefix(400))")
}

/// The folder of real data that some tests read.
enum SharedFolder {
  static let path = ProcessInfo.processInfo.environment["ZHENGMING_DATA"]

  /// Returns the files of a folder in it; nothing, after a printed line, where no folder is named.
  static func files(in folder: String, endingIn suffix: String) -> [String]? {
    guard let path else {
      print("skipped: no shared data")
      return nil
    }
    let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
    return names?.filter { $0.hasSuffix(suffix) }.sorted().map { "\(path)/\(folder)/\($0)" }
  }
}
