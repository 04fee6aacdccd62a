import Storage
import TextAnalysis
import TranslationMemory

@testable import Workbench

/// The slow, obvious form of what a memory answers: every unit of the store, plain dynamic
/// programming, no index.
struct MemoryTwin {
  /// A match by what defines it.
  struct Rated: Hashable, Comparable {
    var row: Int
    var base: Int
    var rate: Int

    static func < (first: Rated, second: Rated) -> Bool { first.row < second.row }
  }

  /// A fragment by what defines it, in tokens.
  struct Run: Hashable {
    var query: Range<Int>
    var row: Int
    var position: Int
  }

  private let units: [MemoryUnit]

  init(_ store: Store) throws {
    var units: [MemoryUnit] = []
    try store.read { snapshot in
      let names = try snapshot.memoryNames()
      try snapshot.forEachUnitPair(memory: nil) { units.append(MemoryUnit($0, memories: names)) }
    }
    self.units = units
  }

  var rows: [Int] { units.map(\.row) }

  func text(of row: Int, _ side: MemorySide) -> String? {
    units.first { $0.row == row }?.variant(side)?.segment.text
  }

  /// The matches of a text at a threshold, by row.
  func matches(_ text: String, _ side: MemorySide, threshold: Int) -> [Rated] {
    let prepared = PreparedSegment(Segment(text))
    let keys = prepared.compared.map(\.key)
    var near: [(unit: MemoryUnit, distance: Int, longer: Int)] = []
    for unit in units {
      let other = unit.keys(side)
      guard !keys.isEmpty, !other.isEmpty else { continue }
      let (distance, longer) = (Self.distance(keys, other), max(keys.count, other.count))
      if 100 * (longer - distance) >= threshold * longer { near.append((unit, distance, longer)) }
    }
    near.sort { first, second in
      let (left, right) = (first.distance * second.longer, second.distance * first.longer)
      return left != right ? left < right : first.unit.row < second.unit.row
    }
    let pool = near.prefix(100)
    let language: LanguageTag = side == .english ? .english : .simplifiedChinese
    let query = MatchQuery(
      Segment(text), language: language,
      targetLanguage: side == .english ? .simplifiedChinese : .english)
    let matches = Matcher(
      settings: MatchSettings(threshold: threshold, limit: .max),
      statistics: Matcher.Statistics(weight: { _ in 1 }, keepRate: { _ in 0 })
    ).matches(for: query, prepared: prepared, pool: pool.map(\.unit))
    let bases = Dictionary(
      uniqueKeysWithValues: pool.map {
        ($0.unit.row, 100 * ($0.longer - $0.distance) / $0.longer)
      })
    return matches.map { Rated(row: $0.row, base: bases[$0.row] ?? -1, rate: $0.rate) }.sorted()
  }

  /// The least number of insertions, deletions and replacements.
  private static func distance(_ query: [String], _ segment: [String]) -> Int {
    var row = Array(0...segment.count)
    for (done, token) in query.enumerated() {
      var diagonal = done
      row[0] = done + 1
      for place in segment.indices {
        let replaced = diagonal + (token == segment[place] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, diagonal + 1, row[place] + 1)
      }
    }
    return row[segment.count]
  }

  /// The runs of a text that stand in some unit of a memory, or of any, none inside another, the
  /// longest first; of the first 16 places of a run the first with the numbers that the text has,
  /// else the first, or none for a run of numbers alone.
  func fragments(_ text: String, _ side: MemorySide, memory: String? = nil) -> [Run] {
    let prepared = PreparedSegment(Segment(text))
    let keys = prepared.compared.map(\.key)
    let segments = units.filter { memory == nil || $0.memory == memory }
      .sorted { $0.row < $1.row }
      .map { unit in
        (row: unit.row, segment: PreparedSegment(unit.variant(side)?.segment ?? Segment("")))
      }
      .map { (row: $0.row, segment: $0.segment, keys: $0.segment.compared.map(\.key)) }
    func numbers(_ segment: PreparedSegment, _ range: Range<Int>) -> [String] {
      segment.compared[range].filter { $0.kind == .number }.map { token in
        segment.text(of: token).compactMap { $0.wholeNumberValue.map(String.init) }.joined()
      }
    }
    func place(of range: Range<Int>) -> (row: Int, position: Int)? {
      let run = keys[range]
      var places: [(row: Int, position: Int, numbers: [String])] = []
      for segment in segments where segment.keys.count >= run.count {
        for position in 0...(segment.keys.count - run.count)
        where segment.keys[position..<position + run.count].elementsEqual(run) {
          let numbers = numbers(segment.segment, position..<position + run.count)
          places.append((segment.row, position, numbers))
        }
      }
      let same = places.prefix(16).first { $0.numbers == numbers(prepared, range) }
      return (same ?? places.first).map { ($0.row, $0.position) }
    }
    var runs: [Run] = []
    for start in keys.indices {
      var end = start + (side == .english ? 4 : 6)
      var longest: Run?
      while end <= keys.count, let found = place(of: start..<end) {
        longest = Run(query: start..<end, row: found.row, position: found.position)
        end += 1
      }
      if let longest { runs.append(longest) }
    }
    let outer = runs.filter { run in
      !runs.contains {
        $0.query != run.query && $0.query.lowerBound <= run.query.lowerBound
          && run.query.upperBound <= $0.query.upperBound
      }
    }
    var seen: Set<[String]> = []
    return outer.sorted {
      ($1.query.count, $0.query.lowerBound) < ($0.query.count, $1.query.lowerBound)
    }.filter { seen.insert(Array(keys[$0.query])).inserted }
      .filter { run in
        guard prepared.compared[run.query].allSatisfy({ $0.kind == .number }) else { return true }
        let unit = segments.first { $0.row == run.row }
        let range = run.position..<run.position + run.query.count
        return unit.map { numbers($0.segment, range) } == numbers(prepared, run.query)
      }
  }

  /// The rows of the units that hold what is looked for.
  func concordance(_ query: ConcordanceQuery, _ side: MemorySide) -> [Int] {
    units.filter { unit in
      unit.variant(side).map { !query.ranges(in: $0.segment).isEmpty } ?? false
    }.map(\.row).sorted()
  }
}
