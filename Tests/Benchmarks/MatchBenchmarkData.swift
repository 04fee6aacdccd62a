import Foundation
import TestSupport

/// The data of the benchmark of matching: token sequences of one language, as ids.
struct MatchBenchmarkData {
  /// The segments; a row is its place here.
  var segments: [[UInt32]]
  /// The queries; a token that no segment holds is `UInt32.max`.
  var queries: [[UInt32]]
  /// The files that they were read from.
  var segmentPath: String
  var queryPath: String

  /// Makes the data in a folder from the shared translation memory; false, after a printed line,
  /// where something for it is missing.
  static func make(in folder: String) throws -> Bool {
    guard let shared = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else {
      print("skipped: no shared data")
      return false
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let script = shared + "/../reference/benchmark-data.py"
    guard
      let cost = try? runProcess(
        "/usr/bin/env", ["python3", script, shared + "/tm/en-zh.tsv.xz", folder]),
      cost.status == 0
    else {
      print("skipped: benchmark-data.py did not run; it needs python3 with lzma")
      return false
    }
    return true
  }

  /// Reads a language, "en" or "zh", of the data in a folder.
  init(_ language: String, in folder: String) throws {
    segmentPath = "\(folder)/tm.\(language).tok"
    queryPath = "\(folder)/queries.\(language).tok"
    var ids: [String: UInt32] = [:]
    segments = try Self.lines(of: segmentPath) { word in
      if let id = ids[word] { return id }
      let id = UInt32(ids.count)
      ids[word] = id
      return id
    }
    queries = try Self.lines(of: queryPath) { ids[$0] ?? .max }
  }

  private static func lines(
    of path: String, _ id: (String) -> UInt32
  ) throws -> [[UInt32]] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true).map { line in
      line.split(separator: UInt8(ascii: " ")).map { id(String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// Makes more segments of these, with their lengths and their frequencies: each new one has a
  /// base and a donor. Three in ten take the head of the base and the tail of the donor, cut at one
  /// relative place; the others take each token, at a rate between 15 and 60 %, from the same
  /// relative place of the donor; and one in four then loses one to three tokens, or repeats them.
  func segments(recombinedTo count: Int) -> [[UInt32]] {
    var generator = SeededGenerator(seed: 20_261_123)
    var result = segments
    result.reserveCapacity(count)
    while result.count < count {
      let base = segments[Int.random(in: 0..<segments.count, using: &generator)]
      let donor = segments[Int.random(in: 0..<segments.count, using: &generator)]
      var made = base
      if Int.random(in: 0..<10, using: &generator) < 3 {
        let share = Double.random(in: 0...1, using: &generator)
        made = Array(base[..<Int(share * Double(base.count))])
        made += donor[Int(share * Double(donor.count))...]
      } else {
        let rate = Double.random(in: 0.15...0.6, using: &generator)
        for place in made.indices where Double.random(in: 0..<1, using: &generator) < rate {
          made[place] = donor[place * donor.count / made.count]
        }
      }
      if Int.random(in: 0..<4, using: &generator) == 0, made.count > 3 {
        let span = Int.random(in: 1...3, using: &generator)
        let start = Int.random(in: 0...(made.count - span), using: &generator)
        if Bool.random(using: &generator) {
          made.removeSubrange(start..<(start + span))
        } else {
          made.insert(contentsOf: made[start..<(start + span)], at: start)
        }
      }
      if !made.isEmpty { result.append(made) }
    }
    return result
  }
}
