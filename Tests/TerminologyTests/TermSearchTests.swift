import DerivedFiles
import Foundation
@testable import Terminology
import TestSupport
import Testing
import TextAnalysis

struct TermSearchTests {
  private static let stamp = DerivedFileStamp(
    mark: TermSearchFile.mark, formatVersion: TermSearchFile.formatVersion, storeID: "test",
    changeNumber: 1, changeDigest: Array(repeating: 7, count: DerivedFileStamp.digestByteCount))

  private static func file(_ entries: [ConceptEntry]) throws -> TermSearchFile {
    try TermSearchFile.open(in: nil, stamp: stamp) { builder in
      for (row, entry) in entries.enumerated() { builder.add(entry, row: row + 1) }
    }
  }

  private static func entry(_ texts: String...) -> ConceptEntry {
    ConceptEntry(
      id: "term.x", kind: .technical,
      terms: texts.map { text in
        let isChinese = text.unicodeScalars.contains { $0.properties.isIdeographic }
        return TermSection(language: isChinese ? .simplifiedChinese : .english, text: text)
      })
  }

  private static let samples = [
    entry("Measures for the Administration of Railway Radio", "铁路无线电管理办法"),
    entry("railway radio", "铁路无线电"), entry("radio railway", "网络安全法"),
    entry("Cyberspace Administration of China", "国家互联网信息办公室"), entry("5G network", "5G网络"),
    entry("State Administration for Market Regulation", "国家市场监督管理总局"), entry("药监局"),
  ]

  @Test(arguments: [
    (
      "railway radio",
      ["railway radio", "Measures for the Administration of Railway Radio", "radio railway"]
    ),
    (
      "radio",
      ["radio railway", "railway radio", "Measures for the Administration of Railway Radio"]
    ),
    ("无线电", ["铁路无线电", "铁路无线电管理办法"]), ("安全", ["网络安全法"]), ("5g网络", ["5g网络"]),
    ("rail", []), ("无电", []), ("radio 网络", []), ("", []),
  ])
  func `finds whole words and phrases inside terms, phrases first`(
    query: String, expected: [String]
  ) throws {
    let found = try Self.file(Self.samples).termsHolding(query, limit: 10).map(\.text)
    #expect(Set(found) == Set(expected.map { KeyFolder.spaced($0) }))
    if let first = expected.first, query == "railway radio" { #expect(found.first == first) }
  }

  @Test(arguments: [
    ("railwya radio", "railway radio"), ("国家市场监督管里总局", "国家市场监督管理总局"),
    ("Cybersapce Administration", "cyberspace administration of china"), ("药检局", "药监局"),
  ])
  func `finds what was misspelled, as a whole or in a word`(query: String, meant: String) throws {
    let found = try Self.file(Self.samples).termsNear(KeyFolder.folded(query), limit: 10)
    #expect(found.first?.text == KeyFolder.spaced(meant))
  }

  @Test(arguments: ["银监局", "药品局", "rail", "公安部"])
  func `up to four Han characters, another sound and form is another name`(query: String) throws {
    #expect(try Self.file(Self.samples).termsNear(KeyFolder.folded(query), limit: 10).isEmpty)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `finds exactly what a look at every term finds`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = ["data", "date", "safety", "law", "网络", "安全", "法", "数据", "中心", "a", "state"]
    func text() -> String {
      (0..<Int.random(in: 1...5, using: &generator)).compactMap { _ in
        words.randomElement(using: &generator)
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
    }
    let entries = (0..<40).map { _ in Self.entry(text(), text()) }
    let file = try Self.file(entries)
    let terms = entries.enumerated().flatMap { row, entry in
      Set(entry.terms.map { KeyFolder.spaced($0.text) }).map { (row + 1, $0) }
    }
    for _ in 0..<12 {
      let query = text()
      let (spaced, squeezed) = KeyFolder.folded(query)
      let wanted = TermPieces(spaced: spaced)
      let hasKey = wanted.pieces.contains { !$0.isHan || $0.bytes.count > 3 }
      let holding = terms.filter { hasKey && TermPieces(spaced: $0.1).hold(wanted) }
      #expect(
        Set(file.termsHolding(spaced, limit: 1_000).map { "\($0.row) \($0.text)" })
          == Set(holding.map { "\($0.0) \($0.1)" }))
      let letters = squeezed.unicodeScalars.map(\.value)
      let limit = MisspellingLimit(for: letters)
      guard limit.edits > 0, !limit.onlyLookalikes else { continue }
      let near = terms.filter { term in
        let other = term.1.unicodeScalars.filter { $0 != " " }.map(\.value)
        let distance = referenceAlignmentDistance(letters, other)
        return distance > 0 && distance <= limit.edits
      }
      if !near.isEmpty {
        #expect(
          Set(file.termsNear((spaced, squeezed), limit: 1_000).map { "\($0.row) \($0.text)" })
            == Set(near.map { "\($0.0) \($0.1)" }))
      }
    }
  }
}
