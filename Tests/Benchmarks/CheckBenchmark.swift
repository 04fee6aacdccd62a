import Checking
import Foundation
import Storage
import TestSupport
import TextAnalysis
import Workbench

/// A whole check: 100,000 bilingual segments of the shared data, the starter glossaries, all rules.
///
/// The figures of whole processes are those of processes of their own (`benchmarks check all FILE
/// STORE`), from opening the store to the report, which is thrown away. The rules one by one are
/// timed in one thread, on segments that are analysed.
struct CheckBenchmark {
  private static let segmentCount = 100_000

  func run(_ arguments: [String]) throws {
    switch arguments.first {
    case "all" where arguments.count == 3: try check(arguments[1], arguments[2], rules: .all)
    case "none" where arguments.count == 3:
      try check(arguments[1], arguments[2], rules: RuleSet.all.keeping { _ in false })
    default: try runAll()
    }
  }

  private func runAll() throws {
    guard let table = Self.table() else { return }
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-check-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (file, store) = (folder + "/pairs.tsv", folder + "/store.sqlite")
    try Data(table.utf8).write(to: URL(fileURLWithPath: file))
    let info = try Self.bench(store).info()
    print(
      "\(Self.segmentCount) segments, \(table.utf8.count / 1_000_000) MB; "
        + "\(info.concepts) concepts, \(info.terms) terms")
    let itself = URL(fileURLWithPath: CommandLine.arguments[0]).path
    var rows = [
      ["whole process", "seconds", "CPU s", "segments/s", "segments per CPU s", "peak MB"]
    ]
    for (what, verb) in [("all rules", "all"), ("reading and report alone", "none")] {
      let costs = try (0..<3).map { _ in try runProcess(itself, ["check", verb, file, store]) }
      guard let cost = costs.sorted(by: { $0.seconds < $1.seconds }).first, cost.status == 0
      else { throw CocoaError(.fileReadUnknown) }
      rows.append([
        what, String(format: "%.2f", cost.seconds), String(format: "%.2f", cost.processorSeconds),
        String(format: "%.0f", Double(Self.segmentCount) / cost.seconds),
        String(format: "%.0f", Double(Self.segmentCount) / cost.processorSeconds),
        String(format: "%.0f", cost.peakMegabytes),
      ])
    }
    printTable(rows)
    try timeRules(file, store)
  }

  /// The rules one by one, in one thread, by processor time.
  private func timeRules(_ file: String, _ store: String) throws {
    let bench = try Self.bench(store)
    var rows = [["one thread", "CPU s", "findings"]]
    func measured<Result>(
      _ what: String, count: (Result) -> Int?, _ body: () throws -> Result
    ) rethrows -> Result {
      let began = clock()
      let result = try body()
      let seconds = Double(clock() - began) / Double(CLOCKS_PER_SEC)
      rows.append([what, String(format: "%.3f", seconds), count(result).map(String.init) ?? ""])
      return result
    }
    let document = try measured("reading", count: { _ in nil }) {
      try bench.segments(of: CheckRequest([.bilingual(.file(file))]))
    }
    let context = CheckContext(termbase: try bench.termbase())
    let segments = measured("figures and terms", count: { _ in nil }) {
      document.enumerated().map { AnalysedSegment($1, number: $0, termbase: context.termbase) }
    }
    for rule in RuleSet.all.segmentRules {
      _ = measured(type(of: rule).id.rawValue, count: { $0 }) {
        segments.reduce(0) { $0 + rule.findings(in: $1, context).count }
      }
    }
    for rule in RuleSet.all.documentRules {
      _ = measured(type(of: rule).id.rawValue + " (document)", count: { $0 }) {
        rule.findings(in: segments, context).count
      }
    }
    printTable(rows)
  }

  private func check(_ file: String, _ store: String, rules: RuleSet) throws {
    let report = try Self.bench(store).check(
      CheckRequest([.bilingual(.file(file))], limit: 200), rules: rules)
    TextReport(report, language: .english).lines { print($0) }
  }

  private static func bench(_ store: String) throws -> Workbench {
    try Workbench.open(.own(store), writing: false, by: "benchmark", cacheFolder: nil) { _ in }
  }

  /// Every fifth pair of the shared memory, line ends and tabs made spaces.
  private static func table() -> String? {
    guard let text = SharedData.text(of: "tm/en-zh.tsv.xz") else { return nil }
    var table = "en\tzh\n"
    var count = 0
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated()
    where number % 5 == 0 && count < segmentCount {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard cells.count == 3, !cells[1].isEmpty, !cells[2].isEmpty else { continue }
      let pair = cells.dropFirst().map { cell in
        String(decoding: cell, as: UTF8.self).replacing("\\n", with: " ")
          .replacing("\\t", with: " ").replacing("\\r", with: " ")
          .replacing("\\\\", with: "\\")
      }
      table += pair.joined(separator: "\t") + "\n"
      count += 1
    }
    return table
  }
}
