import Foundation
import Storage
import TestSupport
import Testing
import TextAnalysis

@testable import Workbench

/// What becomes of answers when somebody or something has changed the index of the memory.
struct MemoryIndexDamageTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `bits flipped anywhere in an index change no answer`(seed: UInt64) throws {
    let store = try DamagedStore()
    var generator = SeededGenerator(seed: seed)
    try store.damage { bytes in
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
    }
    try store.expectSameAnswers()
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `bits flipped in an index too big to be read whole change no answer`(seed: UInt64) throws {
    let store = try DamagedStore(alwaysVerified: 0)
    var generator = SeededGenerator(seed: seed)
    try store.damage { bytes in
      bytes[Int.random(in: 128..<bytes.count, using: &generator)] ^=
        1 << UInt8.random(in: 0..<8, using: &generator)
    }
    try store.expectSameAnswers()
  }

  @Test func `an index that was copied is read whole once`() throws {
    let store = try DamagedStore(alwaysVerified: 0)
    let written = try store.timeOfIndex
    try store.damage { _ in }
    #expect(try store.timeOfIndex != written)
    try store.expectSameAnswers()
    #expect(try store.timeOfIndex == written)
  }

  @Test(arguments: [0, 7, 64, 127, 128, 129, 1_000])
  func `an index cut short changes no answer`(length: Int) throws {
    let store = try DamagedStore()
    try store.damage { $0 = Array($0.prefix(length)) }
    try store.expectSameAnswers()
  }

  @Test func `an index cut at its end or grown changes no answer`() throws {
    let store = try DamagedStore()
    try store.damage { $0.removeLast() }
    try store.expectSameAnswers()
    try store.damage { $0 += [0, 0, 0, 0, 0, 0, 0, 0] }
    try store.expectSameAnswers()
  }

  @Test func `a folder in the place of an index changes no answer`() throws {
    let store = try DamagedStore()
    try store.putFolderInPlace()
    try store.expectSameAnswers()
    #expect(throws: WorkbenchError.self) { try store.open().validate() }
  }

  @Test func `another file in the place of an index changes no answer`() throws {
    let store = try DamagedStore()
    try store.damage { $0 = Array("SQLite format 3\0".utf8) + $0.dropFirst(16) }
    try store.expectSameAnswers()
  }

  @Test func `the index of another store or of another version changes no answer`() throws {
    let (store, other) = (try DamagedStore(), try DamagedStore(sentence: "Nothing is the same."))
    let foreign = try Data(contentsOf: other.index)
    try store.damage { $0 = Array(foreign) }
    try store.expectSameAnswers()
    // The number of the layout stands at 8.
    try store.damage { $0[8] &+= 1 }
    try store.expectSameAnswers()
  }

  @Test(arguments: [200, -1, 40])
  func `a check finds a damaged index, mends it and says so once`(place: Int) throws {
    let store = try DamagedStore()
    try store.damage { $0[place < 0 ? $0.count - 1 : place] ^= 0x10 }
    let answer = try store.open().validate()
    #expect(answer.faults.isEmpty && !answer.damaged)
    #expect(answer.mended.count == 1)
    #expect(answer.mended.first?.english.contains("was made again") == true)
    #expect(answer.mended.first?.chinese.contains("已重新生成") == true)
    #expect(try store.open().validate().mended.isEmpty)
    try store.expectSameAnswers()
  }
}

/// A small store with an index that is then changed from outside.
private final class DamagedStore {
  private let folder: URL
  private let fresh: [String]
  private let alwaysVerified: Int

  private static let queries = [
    "Section 7 of the rules applies.", "规则第9条适用。", "Annex 3 is informative.",
  ]

  init(
    sentence: String = "Annex 4 is informative.",
    alwaysVerified: Int = Workbench.alwaysVerifiedByteCount
  ) throws {
    self.alwaysVerified = alwaysVerified
    folder = FileManager.default.temporaryDirectory
      .appending(path: "zhengming-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var table = "en\tzh\n\(sentence)\t附录4为资料性附录。\n"
    for number in 1...24 {
      table += "Section \(number) of the rules applies to part \(number % 5).\t"
      table += "规则第\(number)条适用于第\(number % 5)部分。\n"
    }
    try Data(table.utf8).write(to: folder.appending(path: "units.tsv"))
    let bench = try Self.bench(folder, alwaysVerified)
    _ = try bench.importFiles(
      ImportRequest(
        paths: [folder.appending(path: "units.tsv").path], memory: "house", who: "tester"))
    fresh = try Self.answers(of: bench)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The file of the index.
  var index: URL {
    get throws {
      let cache = folder.appending(path: "cache")
      let names = try FileManager.default.subpathsOfDirectory(atPath: cache.path)
      return cache.appending(path: try #require(names.first { $0.hasSuffix("/units") }))
    }
  }

  /// The fraction of a second of the time at which the index was written, in microseconds.
  var timeOfIndex: Int {
    get throws {
      let facts = try FileManager.default.attributesOfItem(atPath: try index.path)
      let seconds = (facts[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
      return Int(((seconds - seconds.rounded(.down)) * 1_000_000).rounded())
    }
  }

  func open() throws -> Workbench { try Self.bench(folder, alwaysVerified) }

  /// Changes the bytes of the index; who has it open is not to see that.
  func damage(_ change: (inout [UInt8]) -> Void) throws {
    _ = try Self.answers(of: try open())
    let place = try index
    var bytes = Array(try Data(contentsOf: place))
    change(&bytes)
    try FileManager.default.removeItem(at: place)
    try Data(bytes).write(to: place)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
  }

  /// Puts a folder where the index stands.
  func putFolderInPlace() throws {
    let place = try index
    try FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
  }

  /// Expects what was answered before anything was changed, and that it stays so.
  func expectSameAnswers() throws {
    #expect(try Self.answers(of: try open()) == fresh)
    #expect(try Self.answers(of: try open()) == fresh)
  }

  private static func bench(_ folder: URL, _ alwaysVerified: Int) throws -> Workbench {
    Workbench(
      store: try Store.open(
        path: folder.appending(path: "store.sqlite").path, mode: .readWriteCreating),
      name: "store", cacheFolder: folder.appending(path: "cache").path,
      alwaysVerified: alwaysVerified)
  }

  private static func answers(of bench: Workbench) throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try queries.flatMap { query -> [String] in
      let match = try bench.match(MatchRequest(.segment(query), fragments: .always))
      let words = try bench.concordance(ConcordanceRequest(query))
      return [
        String(decoding: try encoder.encode(match), as: UTF8.self),
        String(decoding: try encoder.encode(words), as: UTF8.self),
      ]
    }
  }
}
