import DerivedFiles
import Foundation
import TestSupport
import Testing
import TranslationMemory

struct CandidateSearchTests {
  /// Compares search and twin on random segments; returns how many queries differ.
  private func differences(
    seed: UInt64, segments count: Int, queries: Int, longest: Int
  ) throws -> Int {
    var sampler = TokenSampler(seed: seed, longest: longest)
    let segments = sampler.segments(count)
    let folder = IndexFolder()
    let index = try #require(try folder.index(of: segments))
    let searcher = CandidateSearcher(index)
    var twin = BruteForceMatcher()
    for (row, tokens) in segments.enumerated() { twin.add(row: UInt32(row), tokens: tokens) }
    var wrong = 0
    for _ in 0..<queries {
      let query = sampler.query(near: segments)
      let threshold = Int.random(in: 50...100, using: &sampler.generator)
      let limit = [1, 5, 100].randomElement(using: &sampler.generator) ?? 5
      let excluded: Set<UInt32> =
        Bool.random(using: &sampler.generator)
        ? [] : [UInt32.random(in: 0..<UInt32(count), using: &sampler.generator), 0]
      let found = searcher.search(
        query, threshold: threshold, limit: limit, excluding: excluded)
      let expected = twin.search(
        query, threshold: threshold, limit: limit, excluding: excluded
      ).map {
        Candidate(
          row: $0.row, distance: UInt32($0.distance), longer: UInt32($0.longer))
      }
      if found != expected { wrong += 1 }
    }
    return wrong
  }

  @Test(arguments: 1...90 as ClosedRange<UInt64>)
  func `finds what a comparison with every short segment finds`(seed: UInt64) throws {
    #expect(try differences(seed: seed, segments: 12, queries: 55, longest: 20) == 0)
  }

  @Test(arguments: 100...120 as ClosedRange<UInt64>)
  func `finds what a comparison with every long segment finds`(seed: UInt64) throws {
    #expect(try differences(seed: seed, segments: 5, queries: 12, longest: 300) == 0)
  }

  @Test func `queries and segments of thousands of tokens are compared as all others`() throws {
    var generator = SeededGenerator(seed: 5)
    let long = (0..<2_300).map { _ in UInt32.random(in: 0..<900, using: &generator) }
    var near = long
    near[7] = 901
    near.remove(at: 2_000)
    let folder = IndexFolder()
    let index = try #require(try folder.index(of: [[1], near, [2, 3]]))
    let found = CandidateSearcher(index).search(long, threshold: 90, limit: 5)
    #expect(found == [Candidate(row: 1, distance: 2, longer: 2_300)])
  }

  @Test func `an index of nothing opens and finds nothing`() throws {
    let folder = IndexFolder()
    let index = try #require(try folder.index(of: []))
    #expect(index.segmentCount == 0)
    #expect(CandidateSearcher(index).search([1], threshold: 50, limit: 5) == [])
  }

  @Test func `segments without a token are left out`() throws {
    let folder = IndexFolder()
    let index = try #require(try folder.index(of: [[], [7], []]))
    let searcher = CandidateSearcher(index)
    #expect(index.segmentCount == 1)
    #expect(
      searcher.search([7], threshold: 100, limit: 5)
        == [Candidate(row: 1, distance: 0, longer: 1)])
    #expect(searcher.search([], threshold: 50, limit: 5) == [])
    #expect(searcher.search([7], threshold: 50, limit: 0) == [])
  }

  @Test func `a token that no segment holds equals none, not even itself`() throws {
    let folder = IndexFolder()
    let index = try #require(try folder.index(of: [[1, 2, 3, 4]]))
    let unknown = CandidateSearcher.unknownToken
    let found = CandidateSearcher(index).search(
      [1, 2, unknown, unknown], threshold: 50, limit: 5)
    #expect(found == [Candidate(row: 0, distance: 2, longer: 4)])
  }

  @Test func `equal shares of edits stand in the order of their rows`() throws {
    let folder = IndexFolder()
    // Half of two tokens, of four, of six: one and the same share.
    let index = try #require(
      try folder.index(of: [[1, 2, 3, 9, 9, 9], [1, 2], [1, 2, 9, 9], [1, 9]]))
    let found = CandidateSearcher(index).search([1, 2], threshold: 50, limit: 3)
    #expect(found.map(\.row) == [1, 2, 3])
  }
}

struct CandidateIndexFileTests {
  private func bytes(_ folder: IndexFolder) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/index")))
  }

  /// Writes the sections of an index with some bytes changed, or cut short, under a header that
  /// fits: what a file looks like to somebody who does not verify it.
  private func write(
    _ sections: [(number: UInt32, bytes: [UInt8])], to folder: IndexFolder, name: String
  ) throws {
    var writer = try DerivedFileWriter(
      path: folder.path + "/" + name, stamp: IndexFolder.stamp)
    for section in sections {
      writer.beginSection(section.number, alignment: 64)
      try writer.append(contentsOf: section.bytes)
    }
    try writer.finish()
  }

  private func sections(_ folder: IndexFolder) throws -> [(number: UInt32, bytes: [UInt8])] {
    let file = try #require(
      try DerivedFile.open(path: folder.path + "/index", expecting: IndexFolder.stamp))
    return (3..<(3 + CandidateIndex.sectionCount)).compactMap { number in
      file.section(number).flatMap { section in
        section.withBytes { bytes in
          (number, (0..<bytes.byteCount).map { section.byte(at: $0) ?? 0 })
        }
      }
    }
  }

  @Test func `a damaged index never ends the process`() throws {
    let folder = IndexFolder()
    var sampler = TokenSampler(seed: 77, longest: 90)
    sampler.vocabularyCount = 20
    let segments = sampler.segments(300)
    _ = try folder.index(of: segments)
    let whole = try sections(folder)
    var generator = SeededGenerator(seed: 78)
    var opened = 0
    for round in 0..<240 {
      var damaged = whole
      let number = round % damaged.count
      let count = damaged[number].bytes.count
      if Int.random(in: 0..<4, using: &generator) == 0 {
        damaged[number].bytes.removeLast(Int.random(in: 0...count, using: &generator))
      } else {
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
          let place = Int.random(in: 0..<count, using: &generator)
          damaged[number].bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        }
      }
      try write(damaged, to: folder, name: "damaged")
      guard let index = try folder.index(name: "damaged") else { continue }
      opened += 1
      let searcher = CandidateSearcher(index)
      for _ in 0..<6 {
        let query = sampler.query(near: segments)
        for found in searcher.search(query, threshold: 50, limit: 100) {
          #expect(found.distance <= found.longer)
        }
      }
    }
    #expect(opened > 60)
  }

  @Test func `a file that was cut or changed is refused or opens, and never ends the process`()
    throws
  {
    let folder = IndexFolder()
    var sampler = TokenSampler(seed: 79, longest: 40)
    let segments = sampler.segments(60)
    _ = try folder.index(of: segments)
    let whole = try bytes(folder)
    let path = URL(fileURLWithPath: folder.path + "/index")
    var generator = SeededGenerator(seed: 80)
    for round in 0..<200 {
      var damaged = whole
      if round % 2 == 0 {
        damaged.removeLast(Int.random(in: 1...whole.count, using: &generator))
      } else {
        damaged[Int.random(in: 0..<whole.count, using: &generator)] ^= 1 << UInt8(round % 8)
      }
      try Data(damaged).write(to: path)
      guard let index = try? folder.index() else { continue }
      _ = CandidateSearcher(index).search(
        sampler.query(near: segments), threshold: 50, limit: 5)
    }
  }
}
