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

  /// Worker threads block signals, so this one is sent to the process, which does not return.
  fileprivate static func interrupt() {
    kill(getpid(), SIGINT)
    while true { pause() }
  }
}
