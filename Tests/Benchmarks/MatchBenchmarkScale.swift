import DerivedFiles
import Foundation
import TranslationMemory

/// `benchmarks match scale`: the engine at five million segments against the memory that they were
/// made from, two threads against one, and a first answer from a process that has just begun.
struct MatchBenchmarkScale {
  static let segmentCount = 5_000_000
  let folder: String

  func run() throws {
    guard try MatchBenchmarkData.make(in: folder) else { return }
    print("match scale: English, \(Self.segmentCount) segments recombined from the memory")
    let data = try MatchBenchmarkData("en", in: folder)
    let small = try MatchBenchmarkIndex(data.segments, path: folder + "/index.small")
    let large = try MatchBenchmarkIndex(
      data.segments(recombinedTo: Self.segmentCount), path: folder + "/index.large")
    var rows = [["what", "\(data.segments.count)", "\(Self.segmentCount)", "growth", "bound"]]
    for threshold in [70, 50] {
      let (few, many) = (mean(small.index, data, threshold), mean(large.index, data, threshold))
      rows.append([
        "mean at \(threshold) %, µs", String(format: "%.1f", few), String(format: "%.1f", many),
        String(format: "%.1f", many / few), threshold == 70 ? "≤ 8" : "",
      ])
      rows.append([
        "two threads against one at \(threshold) %",
        String(format: "%.2f", gain(small.index, data, threshold)),
        String(format: "%.2f", gain(large.index, data, threshold)), "", "≥ 1.8",
      ])
    }
    rows.append([
      "bytes a segment", String(format: "%.1f", small.bytesPerSegment),
      String(format: "%.1f", large.bytesPerSegment), "", "",
    ])
    rows.append([
      "made in, s", String(format: "%.1f", small.seconds), String(format: "%.1f", large.seconds),
      "", "",
    ])
    rows.append([
      "first answer, whole process, median ms", try firstAnswer(small), try firstAnswer(large), "",
      "≤ 60",
    ])
    printTable(rows)
  }

  /// `benchmarks match open INDEX`: opens an index and searches it once.
  static func open(_ path: String) throws {
    guard let file = try DerivedFile.open(path: path, expecting: MatchBenchmarkIndex.stamp),
      let index = CandidateIndex(file, firstSection: 0)
    else { exit(1) }
    let query = index.tokens(of: UInt32(index.segmentCount / 2))
    let found = CandidateSearcher(index).search(query, threshold: 70, limit: 5)
    exit(found.isEmpty ? 1 : 0)
  }

  private func mean(
    _ index: CandidateIndex, _ data: MatchBenchmarkData, _ threshold: Int
  ) -> Double {
    let searcher = CandidateSearcher(index)
    return (0..<3).map { _ in
      QueryTimes(data.queries) { searcher.search($0, threshold: threshold, limit: 5) }.mean
    }.min() ?? .nan
  }

  /// How many times as many queries two threads answer in a time as one does; the best of three.
  private func gain(
    _ index: CandidateIndex, _ data: MatchBenchmarkData, _ threshold: Int
  ) -> Double {
    let queries = data.queries
    let repetitions = 10
    func seconds(threads: Int) -> Double {
      var measurement = Measurement()
      measurement.run {
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
          let searcher = CandidateSearcher(index)
          for number in 0..<(repetitions * queries.count) where number % threads == thread {
            _ = searcher.search(
              queries[number % queries.count], threshold: threshold, limit: 5)
          }
        }
      }
      return measurement.milliseconds(at: 1)
    }
    return (0..<3).map { _ in seconds(threads: 1) / seconds(threads: 2) }.max() ?? .nan
  }

  private func firstAnswer(_ made: MatchBenchmarkIndex) throws -> String {
    let times = try (0..<21).map { _ in
      try runProcess(CommandLine.arguments[0], ["match", "open", made.path]).seconds * 1e3
    }
    return String(format: "%.1f", times.sorted()[10])
  }
}
