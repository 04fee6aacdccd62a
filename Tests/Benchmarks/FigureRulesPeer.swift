import Checking
import Foundation
import TestSupport
import TextAnalysis

/// The check `numbers` of translate-toolkit's `pofilter` on the same pairs, from English into
/// Chinese, right and made wrong; it has to be on the path.
struct FigureRulesPeer {
  private let pairs: [FigurePair]
  private let seed: UInt64

  init(_ pairs: [FigurePair], seed: UInt64) {
    self.pairs = pairs.filter { !$0.isFromChinese && $0.holdsFigure }
    self.seed = seed
  }

  /// Prints how many pairs each of both finds something in.
  func run(checker: Checker) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("figure-rules-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try PortableObjects(pairs, seed: seed).write(to: folder.path)
    let mutated = FigureRulesData.mutations(of: pairs, seed: seed)
    guard let right = try reported("right", in: folder),
      let wrong = try reported("wrong", in: folder)
    else { return }
    func own(_ segments: [CheckedSegment]) -> Int {
      Set(checker.findings(in: segments).map(\.segment)).count
    }
    printTable([
      ["findings in", "pairs", "pofilter numbers", "zhengming"],
      [
        "professional translations", String(pairs.count), String(right),
        "\(own(pairs.map(\.segment)))",
      ],
      [
        "with a wrong figure", String(mutated.count), String(wrong),
        "\(own(mutated.map(\.segment)))",
      ],
    ])
  }

  /// How many units of a file pofilter reports; nothing, after a printed line, where it is not
  /// installed.
  private func reported(_ name: String, in folder: URL) throws -> Int? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let output = folder.appendingPathComponent(name + "-found.po")
    process.arguments = [
      "pofilter", "--progress=none", "--language=zh_CN", "--test=numbers",
      folder.appendingPathComponent(name + ".po").path, output.path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      print("skipped: pofilter is not installed")
      return nil
    }
    let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("msgctxt ") }.count
  }
}
