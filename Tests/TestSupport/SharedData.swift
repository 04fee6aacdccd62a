import Foundation

/// The folder of real data that some tests read, named by the environment variable
/// `ZHENGMING_DATA`.
public enum SharedData {
  /// Returns the text of a file of that folder, unpacked with `xz` if its name ends in `.xz`; nil,
  /// after a printed line, where no folder is named or the file is not there.
  public static func text(of path: String) -> String? {
    guard let folder = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else {
      print("skipped: no shared data")
      return nil
    }
    let file = folder + "/" + path
    guard path.hasSuffix(".xz") else { return try? String(contentsOfFile: file, encoding: .utf8) }
    let unpacker = Process()
    unpacker.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpacker.arguments = ["xz", "-dc", file]
    let pipe = Pipe()
    unpacker.standardOutput = pipe
    guard (try? unpacker.run()) != nil else {
      print("skipped: xz is not installed")
      return nil
    }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    unpacker.waitUntilExit()
    return data.isEmpty ? nil : String(data: data, encoding: .utf8)
  }
}
