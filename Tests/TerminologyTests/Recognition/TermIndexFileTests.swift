import DerivedFiles
import Foundation
@testable import Terminology
import TestSupport
import Testing
import TextAnalysis

struct TermIndexFileTests {
  private static let text = "SAMR issued the Measures for Data Security; 国家市场监督管理总局（SAMR）发布數據安全辦法。"

  private static let concepts = ["SAMR", "Data Security Measures", "measures", "data security"]
    .enumerated().map { number, term in
      ConceptEntry(
        id: "term.t\(number)", kind: .technical,
        terms: [
          TermSection(language: .english, text: term),
          TermSection(
            language: .simplifiedChinese,
            text: ["国家市场监督管理总局", "数据安全办法", "办法", "数据安全"][number]),
        ])
    }

  private static func stamp(_ change: UInt64 = 1) -> DerivedFileStamp {
    DerivedFileStamp(
      mark: TermIndex.mark, formatVersion: TermIndex.formatVersion, storeID: "test",
      changeNumber: change,
      changeDigest: Array(repeating: 7, count: DerivedFileStamp.digestByteCount))
  }

  private static func make(in folder: String?) throws -> TermIndex {
    try TermIndex.make(in: folder, stamp: stamp()) { builder in
      for (row, entry) in concepts.enumerated() { builder.add(entry, row: row) }
    }
  }

  private static func found(_ index: TermIndex) -> [String] {
    let recogniser = TermRecogniser(index)
    return [TextLanguage.english, .chinese].flatMap { language in
      recogniser.occurrences(in: text, language: language).map {
        "\($0.scalars) \(recogniser.references(of: $0).map { [$0.concept, $0.term] })"
      }
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/zhengming-terms-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `a file finds what the index in memory finds`() throws {
    try withFolder { folder in
      let memory = try Self.make(in: nil)
      #expect(memory.stamp == nil)
      #expect(Self.found(memory).count == 12)
      #expect(Self.found(try Self.make(in: folder)) == Self.found(memory))
      let again = try #require(TermIndex.existing(in: folder, storeID: "test"))
      #expect(again.stamp == Self.stamp())
      #expect(Self.found(again) == Self.found(memory))
      #expect(TermIndex.existing(in: folder, storeID: "other") == nil)
    }
  }

  @Test func `a folder that cannot be written leaves the index in memory`() throws {
    let index = try Self.make(in: "/dev/null/nowhere")
    #expect(Self.found(index).count == 12)
  }

  @Test(arguments: 0..<24)
  func `damage anywhere is noticed when the file is opened`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    try withFolder { folder in
      _ = try Self.make(in: folder)
      let path = folder + "/test/recognition"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      if seed % 4 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
      }
      try bytes.write(to: URL(fileURLWithPath: path))
      let index = TermIndex.existing(in: folder, storeID: "test")
      // The digest and the number of the change are the header's, which has a checksum too.
      #expect(index == nil, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<30)
  func `tables that make no sense give wrong terms at worst`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var builder = TermIndexBuilder()
    for (row, entry) in Self.concepts.enumerated() { builder.add(entry, row: row) }
    var tables = builder.tables()
    func spoil<Value: FixedWidthInteger>(_ values: inout [Value]) {
      for _ in 0..<min(400, values.count / 4) {
        let place = Int.random(in: values.indices, using: &generator)
        values[place] ^= Value.random(in: .min ... .max, using: &generator)
      }
      if Bool.random(using: &generator), !values.isEmpty { values.removeLast() }
    }
    spoil(&tables.cells)
    spoil(&tables.roots)
    spoil(&tables.ideographs)
    spoil(&tables.wordStarts)
    spoil(&tables.wordBytes)
    spoil(&tables.referenceStarts)
    spoil(&tables.references)
    for place in tables.words.indices where Int.random(in: 0..<8, using: &generator) == 0 {
      tables.words[place] ^= UInt64.random(in: .min ... .max, using: &generator)
    }
    #expect(Self.found(TermIndex(tables)).count <= 2 * Self.text.unicodeScalars.count)
  }
}
