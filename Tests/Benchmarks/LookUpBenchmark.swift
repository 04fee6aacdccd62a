import Foundation
import Storage
import TestSupport
import Workbench

/// Import and look-up at the size of CC-CEDICT, against the bounds that the project has set itself.
///
/// Queries are drawn with a fixed seed from the dictionary itself: its headwords and glosses as they
/// are, changed in case, script and hyphens, cut short, misspelled, and as pinyin.
struct LookUpBenchmark {
  func run() throws {
    guard let dictionary = try ChineseEnglishDictionary() else {
      print("skipped: no shared data")
      return
    }
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (table, path) = (folder + "/cedict.csv", folder + "/store.sqlite")
    try dictionary.writeNativeCSV(to: table)
    var rows = [["what", "measured", "bound"]]
    let tool =
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
      + "/zhengming"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("The command is not built. Run: swift build -c release --product zhengming")
      return
    }
    unsafe setenv("XDG_CACHE_HOME", folder + "/cache", 1)
    rows += try importRows(tool, table, path, count: dictionary.entries.count)
    rows += try lookUpRows(dictionary, path, cache: folder + "/cache/zhengming")
    rows += try coldRows(tool, path)
    print("lookup: CC-CEDICT, \(dictionary.entries.count) concepts")
    printTable(rows)
  }

  private func importRows(
    _ tool: String, _ table: String, _ path: String, count: Int
  ) throws -> [[String]] {
    let cost = try runProcess(tool, ["import", table, "--store", path])
    guard cost.status == 0 else { throw CocoaError(.fileWriteUnknown) }
    let again = try runProcess(tool, ["import", table, "--store", path])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes[.size] as? Int) ?? 0
    return [
      [
        "import, whole process", String(format: "%.0f concepts/s", Double(count) / cost.seconds),
        "≥ 25000",
      ],
      ["import, peak memory", String(format: "%.0f MB", cost.peakMegabytes), "≤ 300"],
      ["import again, unchanged", String(format: "%.2f s", again.seconds), ""],
      ["store size", String(format: "%.1f MB", Double(size) / 1e6), "≤ 120"],
    ]
  }

  private func lookUpRows(
    _ dictionary: ChineseEnglishDictionary, _ path: String, cache: String
  ) throws -> [[String]] {
    let store = try Store.open(path: path, mode: .readOnly)
    let bench = Workbench(store: store, name: path, cacheFolder: cache)
    var first = Measurement()
    try first.run { _ = try bench.lookUp(LookUpRequest("zzzzzqqq")) }
    var rows = [
      [
        "search file, made at first need",
        String(format: "%.2f s", first.milliseconds(at: 1) / 1e3),
        "",
      ]
    ]
    for (name, bound, queries) in queries(dictionary) {
      for query in queries.prefix(50) { _ = try bench.lookUp(LookUpRequest(query)) }
      var measurement = Measurement()
      var found = 0
      for query in queries {
        try measurement.run {
          found += try bench.lookUp(LookUpRequest(query)).results.isEmpty ? 0 : 1
        }
      }
      rows.append([
        "look-up, \(name) (\(found) of \(queries.count) found)",
        String(
          format: "p50 %.3f, p99 %.3f ms", measurement.milliseconds(at: 0.5),
          measurement.milliseconds(at: 0.99)),
        "p99 ≤ \(bound)",
      ])
    }
    return rows
  }

  private func coldRows(_ tool: String, _ path: String) throws -> [[String]] {
    var rows: [[String]] = []
    for (query, bound) in [("SAMR", "≤ 40"), ("电影", ""), ("lookpu", "")] {
      var seconds: [Double] = []
      for _ in 0..<21 {
        seconds.append(try runProcess(tool, ["lookup", query, "--store", path]).seconds)
      }
      let median = seconds.sorted()[10] * 1e3
      rows.append([
        "lookup \(query), cold process, median", String(format: "%.1f ms", median), bound,
      ])
    }
    return rows
  }

  private func queries(
    _ dictionary: ChineseEnglishDictionary
  ) -> [(name: String, bound: Int, queries: [String])] {
    var generator = SeededGenerator(seed: 20_240_607)
    func sample(_ body: (ChineseEnglishDictionary.Entry) -> String?) -> [String] {
      var queries: [String] = []
      while queries.count < 1_000 {
        guard let entry = dictionary.entries.randomElement(using: &generator) else { break }
        if let query = body(entry) { queries.append(query) }
      }
      return queries
    }
    func misspelled(_ text: String) -> String? {
      var letters = Array(text)
      guard letters.count >= 6 else { return nil }
      let place = letters.count / 2
      if letters[place].isASCII {
        letters.swapAt(place, place - 1)
      } else {
        letters[place] = "某"
      }
      return String(letters) == text ? nil : String(letters)
    }
    return [
      ("exact", 1, sample { $0.simplified }),
      ("exact, English", 1, sample { $0.glosses.first }),
      ("folded", 1, sample { $0.traditional == $0.simplified ? nil : $0.traditional }),
      ("folded, English", 1, sample { $0.glosses.first?.uppercased() }),
      ("prefix", 1, sample { $0.simplified.count > 3 ? String($0.simplified.prefix(3)) : nil }),
      (
        "prefix, English", 1,
        sample { entry in entry.glosses.first.flatMap { $0.count > 9 ? String($0.prefix(8)) : nil }
        }
      ),
      (
        "pinyin", 10,
        sample {
          $0.pinyin.contains { !$0.isASCII || $0 == ":" || $0 == "," }
            ? nil : $0.pinyin.lowercased()
        }
      ),
      ("misspelled", 10, sample { misspelled($0.simplified) }),
      ("misspelled, English", 10, sample { entry in entry.glosses.first.flatMap(misspelled) }),
    ]
  }
}
