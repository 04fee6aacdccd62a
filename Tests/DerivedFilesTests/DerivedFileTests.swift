import DerivedFiles
import Foundation
import TestSupport
import Testing

struct DerivedFileTests {
  private static let stamp = DerivedFileStamp(
    mark: "ZMTEST01", formatVersion: 3, storeID: "6f1e8a52-6c1e-4f43-9d4c-0a8f5c4b7e11",
    changeNumber: 42, changeDigest: Array(0..<32))

  @Test func `what was written is read`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/deep/er/keys.zm"
      try write(Self.stamp, to: path)
      let file = try #require(try DerivedFile.open(path: path, expecting: Self.stamp))
      try file.verify()
      #expect(file.stamp == Self.stamp)
      let numbers = try #require(file.section(1))
      #expect(numbers.byteCount == 14)
      #expect(numbers.integer(UInt32.self, at: 8) == 0x0102_0304)
      #expect(numbers.integer(UInt16.self, at: 12) == 0xBEEF)
      #expect(numbers.integer(UInt16.self, at: 13) == nil)
      #expect(numbers.integer(UInt32.self, at: -1) == nil)
      #expect(numbers.integer(UInt64.self, at: .max) == nil)
      #expect(numbers.byte(at: 11) == 1)
      #expect(numbers.byte(at: 14) == nil)
      let words = numbers.withElements(of: UInt32.self) { words in words.indices.map { words[$0] } }
      #expect(words == [3, 1, 0x0102_0304])
      #expect(numbers.withBytes { $0.byteCount } == 14)
      let text = try #require(file.section(7))
      #expect(text.text(at: 0, byteCount: text.byteCount) == "网络安全法")
      #expect(text.text(at: 1, byteCount: 3) == nil)
      #expect(text.text(at: 0, byteCount: 99) == nil)
      #expect(text.text(at: 0, byteCount: -1) == nil)
      #expect(file.section(9)?.byteCount == 0)
      #expect(file.section(9)?.withElements(of: UInt64.self) { $0.count } == 0)
      #expect(file.section(2) == nil)
    }
  }

  @Test func `a file that somebody wrote to is known by its time`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      try write(Self.stamp, to: path)
      func opened() throws -> DerivedFile {
        try #require(try DerivedFile.open(path: path, expecting: Self.stamp))
      }
      #expect(try opened().isAsWritten)
      var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let handle = try #require(FileHandle(forUpdatingAtPath: path))
      try handle.seek(toOffset: 130)
      try handle.write(contentsOf: [bytes[130]])
      try handle.close()
      #expect(try !opened().isAsWritten)
      try opened().verify()
      try opened().markAsWritten()
      #expect(try opened().isAsWritten)
      bytes[130] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(try !opened().isAsWritten)
      #expect(throws: DerivedFileError.damaged(path: path, part: .body)) { try opened().verify() }
    }
  }

  @Test func `a section of many megabytes keeps its checksum`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/big.zm"
      var writer = try DerivedFileWriter(path: path, stamp: Self.stamp)
      writer.beginSection(1)
      for value in 0..<UInt32(300_000) { try writer.append(value) }
      try writer.append(Array("tail".utf8))
      writer.beginSection(2)
      try writer.append(contentsOf: [UInt64](repeating: 7, count: 50_000))
      try writer.finish()
      let file = try #require(try DerivedFile.open(path: path, expecting: Self.stamp))
      try file.verify()
      #expect(file.section(1)?.integer(UInt32.self, at: 4 * 299_999) == 299_999)
      #expect(file.section(1)?.text(at: 1_200_000, byteCount: 4) == "tail")
      #expect(file.section(2)?.byteCount == 400_000)
    }
  }

  @Test func `a file of another store, change or version is not used`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      #expect(try DerivedFile.open(path: path, expecting: Self.stamp) == nil)
      try write(Self.stamp, to: path)
      for other in [
        Self.stamp(version: 4), Self.stamp(store: "another"), Self.stamp(change: 43),
        Self.stamp(digest: 9),
      ] {
        #expect(try DerivedFile.open(path: path, expecting: other) == nil)
      }
      let any = try DerivedFile.open(path: path, mark: "ZMTEST01", formatVersion: 3)
      #expect(any?.stamp == Self.stamp)
    }
  }

  @Test func `a file cut at any byte is refused`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      try write(Self.stamp, to: path)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      for count in 0..<whole.count {
        try whole.prefix(count).write(to: URL(fileURLWithPath: path))
        #expect(throws: DerivedFileError.self, "\(count) bytes") {
          try DerivedFile.open(path: path, expecting: Self.stamp)
        }
      }
      try (whole + Data([0])).write(to: URL(fileURLWithPath: path))
      #expect(throws: DerivedFileError.self) {
        try DerivedFile.open(path: path, expecting: Self.stamp)
      }
    }
  }

  @Test func `2,000 flipped bits are refused, noticed or harmless`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      try write(Self.stamp, to: path)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      func put(_ byte: UInt8, at place: Int) throws {
        try handle.seek(toOffset: UInt64(place))
        try handle.write(contentsOf: [byte])
      }
      var generator = SeededGenerator(seed: 1)
      for _ in 0..<2_000 {
        let place = Int.random(in: 0..<whole.count, using: &generator)
        try put(whole[place] ^ 1 << UInt8.random(in: 0..<8, using: &generator), at: place)
        #expect(isRefusedOrNoticed(path), "a bit of byte \(place)")
        try put(whole[place], at: place)
      }
      #expect(!isRefusedOrNoticed(path))
    }
  }

  private func isRefusedOrNoticed(_ path: String) -> Bool {
    do {
      guard let file = try DerivedFile.open(path: path, expecting: Self.stamp) else { return true }
      readEverything(of: file)
      try file.verify()
      return false
    } catch {
      return true
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `random bytes are refused, also behind a header that looks right`(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      var generator = SeededGenerator(seed: seed)
      var bytes = (0..<Int.random(in: 0...600, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      if seed % 2 == 0 { bytes = Array("ZMTEST01".utf8) + [3, 0, 0, 0] + bytes }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(throws: DerivedFileError.self) {
        try DerivedFile.open(path: path, expecting: Self.stamp)
      }
    }
  }

  @Test func `what was opened stays as it was while another takes its place`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      try write(Self.stamp, to: path)
      let old = try #require(try DerivedFile.open(path: path, expecting: Self.stamp))
      let next = Self.stamp(change: 43)
      var writer = try DerivedFileWriter(path: path, stamp: next)
      writer.beginSection(1)
      try writer.append(UInt8(9))
      #expect(try DerivedFile.open(path: path, expecting: next) == nil)
      try writer.finish()
      #expect(try DerivedFile.open(path: path, expecting: next)?.section(1)?.byteCount == 1)
      try old.verify()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keys.zm"])
    }
  }

  @Test func `a writer that is not finished leaves nothing`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      do {
        var writer = try DerivedFileWriter(path: path, stamp: Self.stamp)
        writer.beginSection(1)
        try writer.append(UInt64(1))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `what a killed writer left is cleared away after a day`() throws {
    try withTemporaryFolder { folder in
      let manager = FileManager.default
      for name in ["keys.zm.old.part", "keys.zm.new.part", "other.zm.old.part"] {
        try Data([1]).write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      for name in ["keys.zm.old.part", "other.zm.old.part"] {
        try manager.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -100_000)],
          ofItemAtPath: folder + "/" + name)
      }
      try write(Self.stamp, to: folder + "/keys.zm")
      let left = try manager.contentsOfDirectory(atPath: folder).sorted()
      #expect(left == ["keys.zm", "keys.zm.new.part", "other.zm.old.part"])
    }
  }

  @Test func `folder and file are the user's alone`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/made/for/keys.zm"
      try write(Self.stamp, to: path)
      let manager = FileManager.default
      for (item, mode) in [("/made", 0o700), ("/made/for", 0o700), ("/made/for/keys.zm", 0o600)] {
        let attributes = try manager.attributesOfItem(atPath: folder + item)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
      }
    }
  }

  private static func stamp(
    version: UInt32 = 3, store: String = stamp.storeID, change: UInt64 = 42, digest: UInt8 = 0
  ) -> DerivedFileStamp {
    DerivedFileStamp(
      mark: "ZMTEST01", formatVersion: version, storeID: store, changeNumber: change,
      changeDigest: Array(digest..<(digest + 32)))
  }

  private func write(_ stamp: DerivedFileStamp, to path: String) throws {
    var writer = try DerivedFileWriter(path: path, stamp: stamp)
    writer.beginSection(1)
    try writer.append(contentsOf: [3, 1] as [UInt32])
    try writer.append([4, 3, 2, 1])
    try writer.append(UInt16(0xBEEF))
    writer.beginSection(7)
    try writer.append("网络安全法".utf8)
    writer.beginSection(9)
    try writer.finish()
  }

  private func readEverything(of file: DerivedFile) {
    for number in UInt32(0)..<300 {
      guard let section = file.section(number) else { continue }
      for place in -9..<(min(section.byteCount, 4_096) + 9) {
        _ = section.byte(at: place)
        _ = section.integer(UInt64.self, at: place)
        _ = section.text(at: place, byteCount: 9)
      }
    }
  }
}
