import Foundation
import Storage
import TextAnalysis
import TranslationMemory
import Workbench

/// Matching in process: the engine alone, and whole matches with the texts of the pool put right.
///
/// Times of single queries are of the processor, so that others on the machine count for less; those
/// of two threads against one are of the clock.
struct MemoryBenchmarkMatching {
  let bench: Workbench
  let folder: String

  func rows() throws -> [[String]] {
    let benchmark = MemoryBenchmark(folder: folder)
    _ = try bench.match(MatchRequest(.segment("to open the store")))
    guard let index = MemoryIndex.existing(in: benchmark.cachePath, storeID: bench.store.id) else {
      return [["no index"]]
    }
    var rows: [[String]] = []
    for (side, name) in [(MemorySide.english, "English"), (.chinese, "Chinese")] {
      let texts = try benchmark.queries().map { side == .english ? $0.english : $0.chinese }
      for threshold in [70, 50] {
        let engine = engineTimes(texts, index, side, threshold)
        // The first round brings what is read from the disk into memory.
        _ = try poolTimes(texts, index, side, threshold)
        let pools = try poolTimes(texts, index, side, threshold)
        var whole: [Double] = []
        for text in texts {
          whole.append(
            try processorMicroseconds {
              _ = try bench.match(
                MatchRequest(.segment(text), settings: MatchSettings(threshold: threshold)))
            })
        }
        let label = "\(name), \(threshold) %"
        rows.append(["\(label): engine alone, top 5", figures(engine), ""])
        rows.append([
          "\(label): match without consensus", figures(pools.others),
          String(format: "≤ %.0f µs", mean(engine) + (threshold == 70 ? 60 : 300)),
        ])
        rows.append(["\(label): consensus", figures(pools.consensus), "≤ 2000 µs"])
        rows.append(["\(label): match as asked, with fragments", figures(whole), ""])
      }
    }
    return rows + [try threadRow()]
  }

  private func engineTimes(
    _ texts: [String], _ index: MemoryIndex, _ side: MemorySide, _ threshold: Int
  ) -> [Double] {
    let searcher = CandidateSearcher(index.candidates(side))
    let queries = texts.map { text in
      PreparedSegment(Segment(text)).compared.map {
        index.token(of: $0.key, side) ?? CandidateSearcher.unknownToken
      }
    }
    for query in queries { _ = searcher.search(query, threshold: threshold, limit: 5) }
    return queries.map { query in
      processorMicroseconds { _ = searcher.search(query, threshold: threshold, limit: 5) }
    }
  }

  /// Times what a match is made of, in one snapshot: all of it but consensus, and consensus.
  private func poolTimes(
    _ texts: [String], _ index: MemoryIndex, _ side: MemorySide, _ threshold: Int
  ) throws -> (others: [Double], consensus: [Double]) {
    let language: LanguageTag = side == .english ? .english : .simplifiedChinese
    let settings = MatchSettings(threshold: threshold)
    let statistics = Matcher.Statistics(
      weight: { index.weight(of: $0, side) }, keepRate: { index.keepRate(of: $0, side) })
    var (others, consensus): ([Double], [Double]) = ([], [])
    try bench.store.read { snapshot in
      let names = try snapshot.memoryNames()
      for text in texts {
        let query = MatchQuery(
          Segment(text), language: language,
          targetLanguage: side == .english ? .simplifiedChinese : .english)
        var pool: [MemoryUnit] = []
        var all = 0.0
        all = try processorMicroseconds {
          let prepared = PreparedSegment(query.segment)
          let found = index.search(
            side, keys: prepared.compared.map(\.key), threshold: threshold,
            limit: Matcher.poolSize)
          pool = try snapshot.unitPairs(rows: found.map { Int($0.row) }).map {
            MemoryUnit(
              row: $0.row, memory: names[$0.memory] ?? "", source: $0.source, target: $0.target,
              state: $0.state)
          }
          guard !pool.isEmpty else { return }
          let matches = Matcher(settings: settings, statistics: statistics)
            .matches(for: query, prepared: prepared, pool: pool)
          _ = try snapshot.units(rows: matches.map(\.row))
        }
        let agreement = agreement(query, pool, threshold, statistics)
        others.append(all - agreement)
        consensus.append(agreement)
      }
    }
    return (others, consensus)
  }

  /// Times the consensus of a pool alone.
  private func agreement(
    _ query: MatchQuery, _ pool: [MemoryUnit], _ threshold: Int, _ statistics: Matcher.Statistics
  ) -> Double {
    let prepared = PreparedSegment(query.segment)
    let matches = Matcher(
      settings: MatchSettings(threshold: threshold, limit: .max), statistics: statistics
    ).matches(for: query, prepared: prepared, pool: pool)
    let closeness = Closeness(ComparableQuery(prepared), weight: statistics.weight)
    let near = matches.map { closeness.of(PreparedSegment($0.source.segment)) }
    let targets = matches.map(\.suggestion)
    return processorMicroseconds { _ = Consensus.of(targets, closeness: near) }
  }

  private func threadRow() throws -> [String] {
    let texts = try MemoryBenchmark(folder: folder).queries().map(\.english)
    let bench = bench
    @Sendable func ask(_ texts: ArraySlice<String>) {
      for text in texts { _ = try? bench.match(MatchRequest(.segment(text))) }
    }
    // What the machine has to spare at the moment: work that shares nothing.
    @Sendable func spin(_ count: Int) {
      var sum: UInt64 = 1
      for number in 0..<UInt64(count) { sum = (sum ^ number) &* 0x9E37_79B9_7F4A_7C15 }
      if sum == 0 { print(sum) }
    }
    func ratio(_ count: Int, _ work: @Sendable (Range<Int>) -> Void) -> Double {
      let one = microseconds { work(0..<count) }
      let two = microseconds {
        DispatchQueue.concurrentPerform(iterations: 2) { half in
          work(half == 0 ? 0..<count / 2 : count / 2..<count)
        }
      }
      return one / two
    }
    let rounds = (0..<5).map { _ in
      (ratio(200_000_000) { spin($0.count) }, ratio(texts.count) { ask(texts[$0]) })
    }
    return [
      "two threads against one, best of 5 (a loop that shares nothing)",
      String(
        format: "%.2f (%.2f)", rounds.map(\.1).max() ?? .nan, rounds.map(\.0).max() ?? .nan),
      "≥ 1.8",
    ]
  }
}

/// How much of the processor something took on this thread, whoever else wanted it.
func processorMicroseconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
  let began = now()
  try body()
  return Double(now() - began) / 1e3
}

/// How long something took.
func microseconds(_ body: () throws -> Void) rethrows -> Double {
  let began = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - began) / 1e3
}

/// The mean of some durations.
func mean(_ times: [Double]) -> Double { times.reduce(0, +) / Double(max(1, times.count)) }

/// Some durations in microseconds, in words.
func figures(_ times: [Double]) -> String {
  let sorted = times.sorted()
  guard !sorted.isEmpty else { return "none" }
  func at(_ share: Double) -> Double {
    sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
  return String(format: "mean %.0f, p50 %.0f, p99 %.0f µs", mean(times), at(0.5), at(0.99))
}
