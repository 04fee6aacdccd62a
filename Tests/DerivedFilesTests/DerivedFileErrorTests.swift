import DerivedFiles
import Foundation
import TestSupport
import Testing
import TextAnalysis

struct DerivedFileErrorTests {
  @Test func `a file that is not ours is named with what it should begin with`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      try Data(repeating: 65, count: 500).write(to: URL(fileURLWithPath: path))
      #expect(
        message(path)
          == "\(path): it does not begin with 'ZMTEST01'; a derived file of this kind does."
          + " Move it away.")
    }
  }

  @Test func `a short file is named with both lengths`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      try Data(repeating: 65, count: 5).write(to: URL(fileURLWithPath: path))
      #expect(
        message(path)
          == "\(path): it has 5 bytes; its header requires 128. Delete it, and it is made again.")
    }
  }

  @Test func `a folder is no derived file`() throws {
    try withTemporaryFolder { folder in
      #expect(
        message(folder)
          == "\(folder): this is not a regular file; a derived file must be one. Move it away.")
    }
  }

  @Test func `a damaged body is found by verifying`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/keys.zm"
      let stamp = DerivedFileStamp(
        mark: "ZMTEST01", formatVersion: 1, storeID: "", changeNumber: 0,
        changeDigest: Array(repeating: 0, count: 32))
      var writer = try DerivedFileWriter(path: path, stamp: stamp)
      writer.beginSection(1)
      try writer.append(UInt64(1))
      try writer.finish()
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes[128] = 2
      try bytes.write(to: URL(fileURLWithPath: path))
      let file = try #require(try DerivedFile.open(path: path, expecting: stamp))
      #expect(file.section(1)?.integer(UInt64.self, at: 0) == 2)
      let error = #expect(throws: DerivedFileError.damaged(path: path, part: .body)) {
        try file.verify()
      }
      #expect(
        error?.description
          == "\(path): the body does not match its checksum; each part of a derived file must."
          + " Delete it, and it is made again.")
    }
  }

  @Test func `a folder that cannot be made is named`() throws {
    try withTemporaryFolder { folder in
      try Data([1]).write(to: URL(fileURLWithPath: folder + "/file"))
      let stamp = DerivedFileStamp(
        mark: "ZMTEST01", formatVersion: 1, storeID: "", changeNumber: 0,
        changeDigest: Array(repeating: 0, count: 32))
      #expect(
        throws: DerivedFileError.unwritable(path: folder + "/file/keys.zm", code: ENOTDIR)
      ) {
        _ = try DerivedFileWriter(path: folder + "/file/keys.zm", stamp: stamp)
      }
    }
  }

  @Test func `every error is worded in Chinese`() {
    let path = "keys.zm"
    let errors: [DerivedFileError] = [
      .unreadable(path: path, code: EACCES), .unwritable(path: path, code: ENOSPC),
      .notRegular(path: path), .foreignOwner(path: path),
      .truncated(path: path, found: 5, required: 128),
      .unknownMark(path: path, required: "ZMTEST01"), .damaged(path: path, part: .header),
      .damaged(path: path, part: .sectionTable), .damaged(path: path, part: .body),
    ]
    for error in errors { #expect(wordingFaults(of: error) == []) }
    #expect(caseNames(errors).count == 7)
  }

  private func message(_ path: String) -> String? {
    do {
      _ = try DerivedFile.open(path: path, mark: "ZMTEST01", formatVersion: 1)
      return nil
    } catch {
      return error.description
    }
  }
}
