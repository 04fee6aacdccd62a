import Foundation
import TestSupport
import TextAnalysis
import TranslationMemory
import Workbench

/// `benchmarks memory [FOLDER]`: the translation memory as a person uses it, over a store with the
/// units of benchmark data D; with a folder, what is made there is kept and used again.
struct MemoryBenchmark {
  let folder: String
  var tablePath: String { folder + "/tm.tsv" }
  var documentPath: String { folder + "/D.tmx" }
  var storePath: String { folder + "/store.sqlite" }
  var cachePath: String { folder + "/cache" }

  /// Runs all of it, or a part in a process of its own.
  static func run(_ arguments: some Collection<String>) throws {
    let words = Array(arguments)
    switch (words.first, words.count) {
    case ("document", 2): return try MemoryBenchmark(folder: words[1]).writeDocument()
    case ("import", 2): return try MemoryBenchmark(folder: words[1]).importDocument()
    case ("first", 3): return try MemoryBenchmark(folder: words[1]).answerFirst(words[2])
    case ("scale", 2): return try MemoryBenchmarkScale(folder: words[1]).run()
    case ("recombine", 2): return try MemoryBenchmarkScale(folder: words[1]).recombine()
    case ("answers", 2): return try MemoryBenchmark(folder: words[1]).printAnswers()
    case ("repeat", 5):
      return try MemoryBenchmark(folder: words[1]).repeatMatches(
        words[2], threshold: Int(words[3]) ?? 70, times: Int(words[4]) ?? 1)
    default: break
    }
    let kept = words.first
    let folder =
      kept ?? FileManager.default.temporaryDirectory.path + "/zhengming-benchmark-\(getpid())"
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: folder) } }
    try MemoryBenchmark(folder: folder).run()
  }

  private func run() throws {
    print("memory: load \(Self.load())")
    let files = FileManager.default
    if !files.fileExists(atPath: tablePath) {
      guard try MatchBenchmarkData.make(in: folder) else { return }
    }
    let tool = CommandLine.arguments[0]
    var rows = [["what", "measured", "bound"]]
    if !files.fileExists(atPath: documentPath) {
      guard try runProcess(tool, ["memory", "document", folder]).status == 0 else { return }
    }
    if !files.fileExists(atPath: storePath) {
      let cost = try runProcess(tool, ["memory", "import", folder])
      guard cost.status == 0 else { return print("the import failed") }
      rows.append([
        "import from TMX with its index, whole process",
        String(format: "%.1f s (processor %.1f)", cost.seconds, cost.processorSeconds), "≤ 12 s",
      ])
      rows.append([
        "its peak memory", String(format: "%.0f MB", cost.peakMegabytes), "≤ 500 MB",
      ])
    }
    let bench = try open()
    rows += try MemoryBenchmarkMatching(bench: bench, folder: folder).rows()
    rows += try MemoryBenchmarkSearches(bench: bench, folder: folder).rows()
    printTable(rows)
    print("load \(Self.load())")
  }

  /// Opens the store.
  func open() throws -> Workbench {
    try Workbench.open(
      .named(storePath), writing: true, by: "benchmark", cacheFolder: cachePath,
      notify: { FileHandle.standardError.write(Data("\($0)\n".utf8)) })
  }

  /// How many processes want the processor: over one, five and fifteen minutes.
  static func load() -> String {
    var loads = [Double](repeating: 0, count: 3)
    _ = unsafe getloadavg(&loads, 3)
    return loads.map { String(format: "%.1f", $0) }.joined(separator: " ")
  }

  /// The queries held out: English and Chinese.
  func queries() throws -> [(english: String, chinese: String)] {
    try String(contentsOfFile: folder + "/queries.tsv", encoding: .utf8)
      .split(separator: "\n").map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return (String(fields[1]), String(fields[2]))
      }
  }

  private func writeDocument() throws {
    let table = try String(contentsOfFile: tablePath, encoding: .utf8)
    var bytes = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4"><header creationtool="benchmarks" creationtoolversion="1" \
      segtype="sentence" o-tmf="tsv" adminlang="en" srclang="en" datatype="plaintext"/><body>

      """.utf8)
    func add(_ text: Substring) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
        case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
        case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
        case 0..<0x20: bytes.append(0x20)
        default: bytes.append(byte)
        }
      }
    }
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      bytes += Array("<tu><tuv xml:lang=\"en\"><seg>".utf8)
      add(fields[1])
      bytes += Array("</seg></tuv><tuv xml:lang=\"zh-CN\"><seg>".utf8)
      add(fields[2])
      bytes += Array("</seg></tuv></tu>\n".utf8)
    }
    bytes += Array("</body></tmx>\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: documentPath))
  }

  private func importDocument() throws {
    let answer = try open().importFiles(
      ImportRequest(paths: [documentPath], memory: "D", who: "benchmark"))
    for file in answer.files { print(file.counts) }
  }

  private func answerFirst(_ text: String) throws {
    let answer = try open().match(MatchRequest(.segment(text)))
    print(answer.segments.first?.matches.count ?? 0)
  }

  /// Prints what 500 queries find, in both languages and at two thresholds: to be compared before
  /// and after a change.
  private func printAnswers() throws {
    let bench = try open()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for query in try queries().prefix(125) {
      for text in [query.english, query.chinese] {
        for threshold in [70, 50] {
          let answer = try bench.match(
            MatchRequest(
              .segment(text), settings: MatchSettings(threshold: threshold), fragments: .always))
          print(String(decoding: try encoder.encode(answer.segments), as: UTF8.self))
        }
      }
    }
  }

  /// Asks the same queries again and again, for a profiler.
  private func repeatMatches(_ language: String, threshold: Int, times: Int) throws {
    let bench = try open()
    let queries = try queries().map { language == "en" ? $0.english : $0.chinese }
    var count = 0
    for _ in 0..<times {
      for text in queries {
        count += try bench.match(
          MatchRequest(.segment(text), settings: MatchSettings(threshold: threshold))
        ).segments[0].matches.count
      }
    }
    print(count)
  }
}
