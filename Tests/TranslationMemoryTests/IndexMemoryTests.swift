import DerivedFiles
import Foundation
import TestSupport
import Testing
import TranslationMemory

struct MemoryIndexTests {
  private static let units: [(row: Int64, english: [String], chinese: [String])] = [
    (3, ["data", "security", "law"], ["数", "据", "安", "全", "法"]),
    (8, ["the", "data", "security", "law", "applies"], ["数", "据", "安", "全", "法", "适", "用"]),
    (9, ["data", "data"], ["数", "据"]),
    (1 << 40, ["law"], []),
  ]

  private static func stamp(change: UInt64) -> DerivedFileStamp {
    DerivedFileStamp(
      mark: MemoryIndex.mark, formatVersion: MemoryIndex.formatVersion, storeID: "store",
      changeNumber: change, changeDigest: [UInt8](repeating: 7, count: 32))
  }

  private func index(in folder: String?, change: UInt64 = 1) throws -> MemoryIndex {
    try MemoryIndex.open(in: folder, stamp: Self.stamp(change: change)) { builder in
      for unit in Self.units {
        builder.add(row: unit.row, english: unit.english, chinese: unit.chinese)
      }
    }
  }

  @Test func `units are found by either side, the nearest first`() throws {
    let index = try index(in: nil)
    #expect(
      index.search(.english, keys: ["data", "security", "law"], threshold: 60, limit: 5)
        == [
          MemoryCandidate(row: 3, distance: 0, longer: 3),
          MemoryCandidate(row: 8, distance: 2, longer: 5),
        ])
    #expect(
      index.search(.chinese, keys: ["数", "据", "法"], threshold: 60, limit: 5).map(\.row)
        == [9, 3])
  }

  @Test func `masked units are not found`() throws {
    let index = try index(in: nil)
    let mask = index.mask([3, 4, 1 << 40, .max])
    let keys = ["data", "security", "law"]
    #expect(
      index.search(.english, keys: keys, threshold: 60, limit: 5, excluding: mask).map(\.row)
        == [8])
    #expect(index.search(.english, keys: ["law"], threshold: 100, limit: 5, excluding: mask) == [])
  }

  @Test func `a key counts once for each segment that holds it`() throws {
    let index = try index(in: nil)
    #expect(index.documentFrequency(of: "data", .english) == 3)
    #expect(index.documentFrequency(of: "law", .english) == 3)
    #expect(index.documentFrequency(of: "数", .chinese) == 3)
    #expect(index.documentFrequency(of: "数", .english) == 0)
    #expect(index.unitCount(.english) == 4)
    #expect(index.unitCount(.chinese) == 3)
  }

  @Test func `phrases are found wherever they stand`() throws {
    let index = try index(in: nil)
    func places(_ phrase: [String], _ side: MemorySide) -> [String] {
      index.occurrences(of: phrase, side).map { "\($0.row):\($0.position)" }
    }
    #expect(places(["data"], .english) == ["9:0", "9:1", "3:0", "8:1"])
    #expect(places(["data", "data"], .english) == ["9:0"])
    #expect(places(["security", "law"], .english) == ["3:1", "8:2"])
    #expect(places(["据", "安", "全", "法"], .chinese) == ["3:1", "8:1"])
    #expect(places(["法", "安"], .chinese) == [])
    #expect(places(["law", "nowhere"], .english) == [])
    #expect(places([], .english) == [])
  }

  @Test func `every segment's tokens and keys can be read back`() throws {
    let index = try index(in: nil)
    let english = index.candidates(.english)
    let read = (0..<UInt32(english.segmentCount)).map { segment in
      english.tokens(of: segment).map { index.key(of: $0, .english) ?? "?" }
    }
    #expect(Set(read) == Set(Self.units.map(\.english)))
    #expect(index.token(of: "nowhere", .english) == nil)
    #expect(index.key(of: 1_000, .english) == nil)
  }

  @Test func `an index is made once for each state of a store`() throws {
    let folder = IndexFolder()
    _ = try index(in: folder.path)
    let again = try MemoryIndex.open(in: folder.path, stamp: Self.stamp(change: 1)) { _ in
      Issue.record("It was made again.")
    }
    #expect(again.unitCount(.english) == 4)
    try again.verify()
    _ = try index(in: folder.path, change: 2)
    let existing = try #require(MemoryIndex.existing(in: folder.path, storeID: "store"))
    #expect(existing.stamp.changeNumber == 2)
    #expect(MemoryIndex.existing(in: folder.path, storeID: "other") == nil)
    #expect(again.search(.english, keys: ["law"], threshold: 100, limit: 1).map(\.row) == [1 << 40])
  }

  @Test func `many threads may ask at once`() throws {
    let index = try index(in: nil)
    DispatchQueue.concurrentPerform(iterations: 200) { _ in
      let found = index.search(.english, keys: ["data", "data"], threshold: 50, limit: 1)
      #expect(found.map(\.row) == [9])
    }
  }

  @Test func `an empty memory finds nothing`() throws {
    let index = try MemoryIndex.open(in: nil, stamp: Self.stamp(change: 3)) { _ in }
    #expect(index.search(.chinese, keys: ["法"], threshold: 50, limit: 5) == [])
    #expect(index.documentFrequency(of: "法", .chinese) == 0)
    #expect(Array(index.occurrences(of: ["法"], .chinese).map(\.row)) == [])
  }

  @Test func `a damaged memory never ends the process`() throws {
    let folder = IndexFolder()
    _ = try index(in: folder.path)
    let path = folder.path + "/store/units"
    let file = try #require(try DerivedFile.open(path: path, expecting: Self.stamp(change: 1)))
    let numbers = (0..<100 as Range<UInt32>).filter { file.section($0) != nil }
    let sections = numbers.map { number in
      (0..<(file.section(number)?.byteCount ?? 0)).compactMap { file.section(number)?.byte(at: $0) }
    }
    var generator = SeededGenerator(seed: 81)
    for _ in 0..<150 {
      var writer = try DerivedFileWriter(path: path, stamp: Self.stamp(change: 1))
      let damaged = Int.random(in: 0..<numbers.count, using: &generator)
      for (place, number) in numbers.enumerated() {
        var bytes = sections[place]
        if place == damaged {
          for _ in 0..<4 {
            let byte = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[byte] = UInt8.random(in: 0...255, using: &generator)
          }
        }
        writer.beginSection(number, alignment: 64)
        try writer.append(contentsOf: bytes)
      }
      try writer.finish()
      guard let index = MemoryIndex.existing(in: folder.path, storeID: "store") else { continue }
      for unit in Self.units {
        _ = index.search(.english, keys: unit.english, threshold: 50, limit: 5)
        _ = index.search(.chinese, keys: unit.chinese, threshold: 50, limit: 5)
        #expect(index.occurrences(of: unit.english, .english).reduce(0) { sum, _ in sum + 1 } < 99)
        _ = index.mask([unit.row])
      }
      for token in 0..<9 as Range<UInt32> {
        _ = index.key(of: token, .chinese)
        _ = index.candidates(.chinese).tokens(of: token)
      }
    }
  }
}
