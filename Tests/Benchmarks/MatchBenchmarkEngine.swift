import DerivedFiles
import Foundation
import TestSupport
import TranslationMemory

/// An index made for a benchmark, and what it cost.
struct MatchBenchmarkIndex {
  let index: CandidateIndex
  let path: String
  let seconds: Double
  let bytesPerSegment: Double

  static let stamp = DerivedFileStamp(
    mark: "ZMBENCH!", formatVersion: 1, storeID: "benchmark", changeNumber: 1,
    changeDigest: [UInt8](repeating: 0, count: DerivedFileStamp.digestByteCount))

  init(_ segments: [[UInt32]], path: String) throws {
    var measurement = Measurement()
    try measurement.run {
      var builder = CandidateIndexBuilder()
      for (row, tokens) in segments.enumerated() { builder.add(row: UInt32(row), tokens: tokens) }
      var writer = try DerivedFileWriter(path: path, stamp: Self.stamp)
      try builder.write(to: &writer, firstSection: 0)
      try writer.finish()
    }
    guard let file = try DerivedFile.open(path: path, expecting: Self.stamp),
      let index = CandidateIndex(file, firstSection: 0)
    else { throw DerivedFileError.damaged(path: path, part: .body) }
    (self.index, self.path) = (index, path)
    seconds = measurement.milliseconds(at: 1) / 1e3
    bytesPerSegment = Double(file.byteCount) / Double(max(1, segments.count))
  }
}

/// How long queries took, each one apart, in microseconds.
struct QueryTimes {
  private(set) var microseconds: [Double] = []

  /// Runs all queries twice and keeps the times of the second round.
  init(_ queries: [[UInt32]], _ search: ([UInt32]) -> [Candidate]) {
    for query in queries { _ = search(query) }
    for query in queries {
      let began = DispatchTime.now().uptimeNanoseconds
      _ = search(query)
      microseconds.append(Double(DispatchTime.now().uptimeNanoseconds - began) / 1e3)
    }
  }

  var mean: Double { microseconds.reduce(0, +) / Double(max(1, microseconds.count)) }

  func at(_ share: Double) -> Double {
    let sorted = microseconds.sorted()
    return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}

/// `benchmarks match engine`: the engine alone, token ids in, rows out, against the prototype, the
/// comparison with every segment and the plain inverted list, all in this run.
struct MatchBenchmarkEngine {
  static let thresholds = [70, 50]
  static let limit = 5
  /// How often prototype and engine take turns; the best mean of each counts.
  static let rounds = 5
  /// How many queries the slow searches are given.
  static let subset = 60

  let folder: String

  func run() throws {
    guard try MatchBenchmarkData.make(in: folder) else { return }
    let prototype = try MatchPrototype(in: folder)
    var rows = [
      [
        "µs a query, top \(Self.limit)", "mean", "median", "p99", "prototype", "median", "p99",
        "ratio", "scan", "inverted", "equal",
      ]
    ]
    var sizes = [["index", "bytes a segment", "prototype", "ratio", "made in"]]
    for language in ["en", "zh"] {
      let data = try MatchBenchmarkData(language, in: folder)
      let made = try MatchBenchmarkIndex(data.segments, path: "\(folder)/index.\(language)")
      let results = try measure(data, made, prototype)
      rows += slowColumns(language, data, made, results.map(\.columns))
      let theirs = results.first?.bytes ?? .nan
      sizes.append([
        "\(language), \(data.segments.count) segments", format(made.bytesPerSegment),
        format(theirs), String(format: "%.2f", made.bytesPerSegment / theirs),
        String(format: "%.2f s", made.seconds),
      ])
    }
    print(
      "match engine: best of \(Self.rounds) rounds; scan and inverted list on the first"
        + " \(Self.subset) queries, whose results are compared with the scan's")
    printTable(rows)
    printTable(sizes)
  }

  private func measure(
    _ data: MatchBenchmarkData, _ made: MatchBenchmarkIndex, _ prototype: MatchPrototype?
  ) throws -> [(columns: [String], bytes: Double)] {
    var ours: [QueryTimes?] = Self.thresholds.map { _ in nil }
    var theirs: [MatchPrototype.Figures?] = Self.thresholds.map { _ in nil }
    var bytes = Double.nan
    let searcher = CandidateSearcher(made.index)
    for _ in 0..<Self.rounds {
      let run = try prototype?.run(data, thresholds: Self.thresholds, limit: Self.limit)
      bytes = run?.bytesPerSegment ?? bytes
      for (place, threshold) in Self.thresholds.enumerated() {
        if let figures = run?.figures, figures.indices.contains(place),
          figures[place].mean < theirs[place]?.mean ?? .infinity
        {
          theirs[place] = figures[place]
        }
        let times = QueryTimes(data.queries) {
          searcher.search($0, threshold: threshold, limit: Self.limit)
        }
        if times.mean < ours[place]?.mean ?? .infinity { ours[place] = times }
      }
    }
    return zip(ours, theirs).map { ours, theirs in
      let mean = ours?.mean ?? .nan
      return (
        [
          format(mean), format(ours?.at(0.5) ?? .nan), format(ours?.at(0.99) ?? .nan),
          format(theirs?.mean ?? .nan), format(theirs?.median ?? .nan),
          format(theirs?.ninetyNinth ?? .nan),
          String(format: "%.2f", mean / (theirs?.mean ?? .nan)),
        ], bytes
      )
    }
  }

  private func slowColumns(
    _ language: String, _ data: MatchBenchmarkData, _ made: MatchBenchmarkIndex,
    _ columns: [[String]]
  ) -> [[String]] {
    let queries = Array(data.queries.prefix(Self.subset))
    let scan = PlainScan(segments: data.segments)
    let inverted = PlainInvertedList(data.segments)
    let searcher = CandidateSearcher(made.index)
    return zip(Self.thresholds, columns).map { threshold, columns in
      var equal = 0
      var scanTime = Measurement()
      var invertedTime = Measurement()
      for query in queries {
        var expected: [Candidate] = []
        scanTime.run {
          expected = scan.search(query, threshold: threshold, limit: Self.limit)
        }
        invertedTime.run {
          _ = inverted.search(query, threshold: threshold, limit: Self.limit)
        }
        let found = searcher.search(query, threshold: threshold, limit: Self.limit)
        equal += found == expected ? 1 : 0
      }
      return ["\(language), \(threshold) %"] + columns
        + [format(mean(scanTime)), format(mean(invertedTime)), "\(equal) of \(queries.count)"]
    }
  }

  private func mean(_ measurement: Measurement) -> Double {
    Double(measurement.nanoseconds.reduce(0, +)) / 1e3
      / Double(max(1, measurement.nanoseconds.count))
  }

  private func format(_ value: Double) -> String { String(format: "%.1f", value) }
}
