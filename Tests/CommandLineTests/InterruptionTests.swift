import Foundation
import Testing

@testable import CommandLineTool

struct InterruptionTests {
  @Test func `an interruption ends the command with status 130`() async {
    await #expect(processExitsWith: .exitCode(130)) {
      Interruption.install()
      InterruptionTests.interrupt()
    }
  }

  @Test func `an interruption wipes the line of a progress bar`() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(130), observing: [\.standardErrorContent]
    ) {
      Interruption.install()
      Interruption.wipesLine()
      InterruptionTests.interrupt()
    }
    #expect(Array(result.standardErrorContent.suffix(4)) == Array("\r\u{1B}[K".utf8))
  }

  @Test func `an interruption removes a file that is not whole`() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(130), observing: [\.standardOutputContent]
    ) {
      let folder = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      FileHandle.standardOutput.write(Data("\n\(folder)".utf8))
      Interruption.install()
      try ReplacedFile.writing(folder + "/names.csv") { (_) throws -> Void in
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
        InterruptionTests.interrupt()
      }
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    let folder = String(try #require(output.split(separator: "\n").last))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Worker threads block signals, so this one is sent to the process, which does not return.
  fileprivate static func interrupt() {
    kill(getpid(), SIGINT)
    while true { pause() }
  }
}
