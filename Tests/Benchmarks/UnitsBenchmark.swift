import Foundation
import Storage
import TestSupport
import TextAnalysis
import TranslationMemory

/// Import, reading and writing of units in the store, at the size of benchmark data D.
///
/// Each import runs in a process of its own (`benchmarks units-import TABLE STORE`), so that its
/// peak memory is its own. What reads the table costs the same each time and is timed apart.
struct UnitsBenchmark {
  func run() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (table, path) = (folder + "/units.tsv", folder + "/store.sqlite")
    let tool = CommandLine.arguments[0]
    // A child's peak memory begins with its parent's, which is why the table is made by another.
    guard try runProcess(tool, ["units-table", table]).status == 0 else {
      print("skipped: no shared data")
      return
    }
    let reading = try runProcess(tool, ["units-import", table])
    let first = try runProcess(tool, ["units-import", table, path])
    let again = try runProcess(tool, ["units-import", table, path])
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    print("units: benchmark data D")
    let rows = try storeRows(path)
    printTable(
      [
        ["what", "measured", "bound"],
        ["reading the table alone", seconds(reading), ""],
        ["import, whole process", seconds(first), "≤ 6"],
        ["import, peak memory", String(format: "%.0f MB", first.peakMegabytes), "≤ 300"],
        ["import again, unchanged", seconds(again), ""],
        ["store size", String(format: "%.1f MB", Double(size) / 1e6), ""],
      ] + rows)
  }

  private func seconds(_ cost: ProcessCost) -> String {
    String(format: "%.2f s (processor %.2f)", cost.seconds, cost.processorSeconds)
  }

  /// Takes a table of units into a store, or only reads it.
  func importTable(_ table: String, into path: String?) throws {
    let lines = try LineReader(table)
    guard let path else {
      while try lines.next() != nil {}
      return
    }
    let store = try Store.open(path: path, mode: .readWriteCreating)
    let summary = try store.importUnits(
      into: "D", file: FedFile(path: table, digest: "d"), by: "benchmark"
    ) { () throws in try lines.next() }
    print(summary.counts)
  }

  private func storeRows(_ path: String) throws -> [[String]] {
    let store = try Store.open(path: path, mode: .readWrite)
    var generator = SeededGenerator(seed: 20_240_607)
    var (all, units, pairs, remembered) = (
      Measurement(), Measurement(), Measurement(), Measurement()
    )
    var total = 0
    try store.read { snapshot in
      let rows = try snapshot.units(changedAfter: 0).written
      try all.run { try snapshot.forEachUnitPair { total += $0.source.segment.text.utf8.count } }
      for _ in 0..<200 {
        let wanted = (0..<100).compactMap { _ in rows.randomElement(using: &generator) }
        try units.run { total += try snapshot.units(rows: wanted).count }
        try pairs.run { total += try snapshot.unitPairs(rows: wanted).count }
      }
    }
    for number in 0..<100 {
      let unit = TranslationUnit(
        source: UnitVariant(.english, Segment("Remembered unit number \(number)")),
        target: UnitVariant(.simplifiedChinese, Segment("记住的第\(number)个单元")))
      try remembered.run {
        _ = try store.write(by: "benchmark", verb: "remember") {
          try $0.remember(unit, memory: "D")
        }
      }
    }
    // What the disk takes to keep one page, for comparison.
    var synced = Measurement()
    let page = URL(fileURLWithPath: path + ".page")
    try Data().write(to: page)
    let file = try FileHandle(forWritingTo: page)
    for _ in 0..<100 {
      try synced.run {
        try file.write(contentsOf: Data(count: 4_096))
        fdatasync(file.fileDescriptor)
      }
    }
    var undone = Measurement()
    try undone.run { try store.revert(change: 1, by: "benchmark") }
    func micro(_ measurement: Measurement) -> String {
      String(
        format: "p50 %.2f, p99 %.2f µs a unit", measurement.milliseconds(at: 0.5) * 10,
        measurement.milliseconds(at: 0.99) * 10)
    }
    return [
      ["going through all pairs", String(format: "%.2f s", all.milliseconds(at: 1) / 1e3), ""],
      ["100 units by row", micro(units), ""],
      ["100 pairs by row", micro(pairs), "2 to 3"],
      [
        "one unit remembered",
        String(
          format: "p50 %.2f, p99 %.2f ms", remembered.milliseconds(at: 0.5),
          remembered.milliseconds(at: 0.99)), "≤ 10",
      ],
      [
        "one page written and synced, no store",
        String(
          format: "p50 %.2f, p99 %.2f ms", synced.milliseconds(at: 0.5),
          synced.milliseconds(at: 0.99)), "",
      ],
      ["the import undone", String(format: "%.2f s", undone.milliseconds(at: 1) / 1e3), ""],
    ]
  }

  /// Writes the units as lines of two segments: white space folded, sources of 2 to 100 words, each
  /// source once.
  func writeTable(to table: String) throws {
    guard let data = SharedData.text(of: "tm/en-zh.tsv.xz") else { exit(1) }
    var seen: Set<Substring> = []
    var lines: [UInt8] = []
    for line in data.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, fields[1].utf8.count < 60_000, fields[2].utf8.count < 60_000,
        (2...100).contains(fields[1].split(separator: " ").count), !fields[2].isEmpty,
        seen.insert(fields[1]).inserted
      else { continue }
      lines += Array("\(fields[1])\t\(fields[2])\n".utf8)
    }
    try Data(lines).write(to: URL(fileURLWithPath: table))
  }
}

/// The lines of a table as records, read one by one.
@safe
private final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  private let path: String
  private var number = 0

  init(_ path: String) throws {
    guard let file = unsafe fopen(path, "r") else { throw CocoaError(.fileReadNoSuchFile) }
    unsafe (self.file, self.path) = (file, path)
  }

  deinit { unsafe fclose(file) }

  func next() throws -> IncomingUnit? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    let count = unsafe getline(&line, &capacity, file)
    defer { unsafe free(line) }
    guard count > 1, let line = unsafe line else { return nil }
    number += 1
    let text = unsafe String(
      decoding: UnsafeRawBufferPointer(start: line, count: count - 1), as: UTF8.self)
    guard let tab = text.firstIndex(of: "\t") else { return nil }
    return IncomingUnit(
      TranslationUnit(
        source: UnitVariant(.english, Segment(String(text[..<tab]))),
        target: UnitVariant(.simplifiedChinese, Segment(String(text[text.index(after: tab)...])))),
      location: SourceLocation(file: path, line: number))
  }
}
