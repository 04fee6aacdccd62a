import Foundation
import Storage
import Workbench

/// A store made of the project's own `Glossaries/` in a folder of its own, removed afterwards.
final class StarterStore: Sendable {
  let folder: String
  let bench: Workbench

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"
    let glossaries = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Glossaries")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: glossaries.path, toPath: folder + "/Glossaries")
    bench = try Workbench.open(
      .made(folder + "/.zhengming/store.sqlite", of: folder), writing: false, by: "tester",
      cacheFolder: folder + "/cache", notify: { print("notice: \($0)") })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
