import Foundation
import Testing

/// Compares a text with the file in `Snapshots/` that holds what it must be.
///
/// With `RECORD_SNAPSHOTS=1` the file is written anew, which fails the test, so that no recording
/// passes for a comparison.
func expectSnapshot(_ text: String, named name: String, file: String = #filePath) throws {
  let place = URL(fileURLWithPath: file).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots").appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: place)
    Issue.record("\(name) was recorded; look at it and run the tests without RECORD_SNAPSHOTS.")
    return
  }
  let wanted = try String(contentsOf: place, encoding: .utf8)
  #expect(text == wanted, "\(name) has changed")
}
