import Foundation
import TestSupport

/// `benchmarks memory scale FOLDER`: a whole store of five million units made from benchmark data D,
/// and a first answer from it by a process that has just begun.
///
/// The units beyond those of D are recombined: the first half of the words of one source and the
/// second half of another's, with the first half of the characters of the one's target and the second
/// half of the other's, both drawn with a fixed seed.
struct MemoryBenchmarkScale {
  static let unitCount = 5_000_000
  let folder: String

  func run() throws {
    print("memory scale: load \(MemoryBenchmark.load())")
    let files = FileManager.default
    let large = MemoryBenchmark(folder: folder + "/large")
    if !files.fileExists(atPath: large.documentPath) {
      guard try MatchBenchmarkData.make(in: folder) else { return }
      try files.createDirectory(atPath: large.folder, withIntermediateDirectories: true)
      try files.copyItem(
        atPath: folder + "/queries.tsv", toPath: large.folder + "/queries.tsv")
      let tool = CommandLine.arguments[0]
      guard try runProcess(tool, ["memory", "recombine", folder]).status == 0 else { return }
    }
    var rows = [["what", "measured", "bound"]]
    if !files.fileExists(atPath: large.storePath) {
      let cost = try runProcess(CommandLine.arguments[0], ["memory", "import", large.folder])
      guard cost.status == 0 else { return print("the import failed") }
      rows.append([
        "import with its index, whole process",
        String(format: "%.1f s (processor %.1f)", cost.seconds, cost.processorSeconds), "",
      ])
      rows.append(["its peak memory", String(format: "%.0f MB", cost.peakMegabytes), ""])
    }
    let size = try files.attributesOfItem(atPath: large.storePath)[.size] as? Int ?? 0
    rows.append(["store", String(format: "%.0f MB", Double(size) / 1e6), ""])
    let bench = try large.open()
    rows += try MemoryBenchmarkMatching(bench: bench, folder: large.folder).rows()
    rows.append(try MemoryBenchmarkSearches(bench: bench, folder: large.folder).openingRow())
    printTable(rows)
    print("load \(MemoryBenchmark.load())")
  }

  /// Writes the table of the units, in a process of its own so that its memory is not the others'.
  func recombine() throws {
    let table = try String(contentsOfFile: folder + "/tm.tsv", encoding: .utf8)
    let units: [(source: [Substring], target: Substring)] = table.split(separator: "\n").compactMap
    {
      let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
      return fields.count == 3 ? (fields[1].split(separator: " "), fields[2]) : nil
    }
    let path = folder + "/large/D.tmx"
    guard files.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { return }
    var generator = SeededGenerator(seed: 20_261_124)
    var text = "en\tzh-CN\n"
    for number in 0..<Self.unitCount {
      if number < units.count {
        text += units[number].source.joined(separator: " ") + "\t" + units[number].target + "\n"
      } else {
        let one = units[Int.random(in: 0..<units.count, using: &generator)]
        let other = units[Int.random(in: 0..<units.count, using: &generator)]
        let words =
          one.source.prefix((one.source.count + 1) / 2)
          + other.source.suffix(other.source.count / 2)
        text += words.joined(separator: " ") + "\t"
        text += one.target.prefix((one.target.count + 1) / 2)
        text += other.target.suffix(other.target.count / 2) + "\n"
      }
      if text.utf8.count > 1 << 20 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private var files: FileManager { .default }
}
