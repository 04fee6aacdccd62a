import DerivedFiles
import Foundation
import Synchronization
import TestSupport
import TranslationMemory

/// `benchmarks verify [random|data]`: the engine against the comparison with every segment, on
/// hundreds of thousands of random queries and on all held-out queries of the real data. Prints
/// each query whose results differ, and ends with a status other than 0 if there is one.
struct MatchVerification {
  static let randomRounds = 60
  static let randomSegments = 2_000
  static let randomQueries = 4_000

  func run(_ arguments: some Collection<String>) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-verify-\(getpid())"
    let part = arguments.first
    var wrong = 0
    if part == nil || part == "random" { wrong += try random(folder) }
    if part == nil || part == "data" { wrong += try real(folder) }
    try? FileManager.default.removeItem(atPath: folder)
    if wrong > 0 { exit(1) }
  }

  private func random(_ folder: String) throws -> Int {
    let wrong = Atomic(0)
    let asked = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: Self.randomRounds) { round in
      do {
        let (count, differing) = try randomRound(round, folder)
        asked.add(count, ordering: .relaxed)
        wrong.add(differing, ordering: .relaxed)
      } catch { failure.withLock { $0 = error } }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let count = wrong.load(ordering: .relaxed)
    print(
      "verify: \(asked.load(ordering: .relaxed)) random queries against up to"
        + " \(Self.randomSegments) segments: \(count) differ")
    return count
  }

  private func randomRound(
    _ round: Int, _ folder: String
  ) throws -> (count: Int, differing: Int) {
    var sampler = TokenSampler(seed: UInt64(round), longest: round % 10 == 0 ? 300 : 16)
    let isLong = round % 10 == 0
    let segments = sampler.segments(isLong ? Self.randomSegments / 20 : Self.randomSegments)
    let made = try MatchBenchmarkIndex(segments, path: "\(folder)/random.\(round)")
    let searcher = CandidateSearcher(made.index)
    var twin = BruteForceMatcher()
    for (row, tokens) in segments.enumerated() { twin.add(row: UInt32(row), tokens: tokens) }
    var wrong = 0
    let count = isLong ? Self.randomQueries / 20 : Self.randomQueries
    for number in 0..<count {
      let query = sampler.query(near: segments)
      let threshold = Int.random(in: 50...100, using: &sampler.generator)
      let limit = [1, 5, 100].randomElement(using: &sampler.generator) ?? 5
      let found = searcher.search(query, threshold: threshold, limit: limit)
      let expected = twin.search(query, threshold: threshold, limit: limit).map {
        Candidate(
          row: $0.row, distance: UInt32($0.distance), longer: UInt32($0.longer))
      }
      if found != expected {
        wrong += 1
        print("differs: round \(round), query \(number), threshold \(threshold), limit \(limit)")
      }
    }
    return (count, wrong)
  }

  private func real(_ folder: String) throws -> Int {
    guard try MatchBenchmarkData.make(in: folder) else { return 0 }
    var total = 0
    for language in ["en", "zh"] {
      let data = try MatchBenchmarkData(language, in: folder)
      let made = try MatchBenchmarkIndex(data.segments, path: "\(folder)/index.\(language)")
      let scan = PlainScan(segments: data.segments)
      let wrong = Atomic(0)
      let block = 25
      DispatchQueue.concurrentPerform(iterations: (data.queries.count + block - 1) / block) {
        part in
        let searcher = CandidateSearcher(made.index)
        for number in (part * block)..<min(data.queries.count, (part + 1) * block) {
          let query = data.queries[number]
          let all = scan.search(query, threshold: 50, limit: .max)
          for threshold in [50, 60, 70, 85] {
            let near = all.filter {
              $0.distance <= UInt32(100 - threshold) * $0.longer / 100
            }
            for limit in [5, 100] {
              let found = searcher.search(query, threshold: threshold, limit: limit)
              if found != Array(near.prefix(limit)) {
                wrong.add(1, ordering: .relaxed)
                print("differs: \(language), query \(number), threshold \(threshold), top \(limit)")
              }
            }
          }
        }
      }
      let count = wrong.load(ordering: .relaxed)
      print(
        "verify: \(language), \(data.queries.count) held-out queries against"
          + " \(data.segments.count) segments at 50, 60, 70, 85 %, top 5 and 100: \(count) differ")
      total += count
    }
    return total
  }
}
