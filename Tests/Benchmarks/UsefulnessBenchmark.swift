import Foundation
import TestSupport
import TextAnalysis
import TranslationMemory

/// `benchmarks usefulness [worse] [edits]`: how near the first suggestion comes to the translation that a
/// person wrote, step by step: mean chrF over the held-out English queries that have a match of
/// 50 %, with `zh` over the Chinese ones. With `worse`, the edits that took a suggestion further from it are printed too, with `edits`
/// all of them in a table. A path names a folder that holds the data already; the index is kept
/// there.
struct UsefulnessBenchmark {
  /// What an edit did to a text.
  private struct Sample {
    var query, source, before, after, wanted: String
    var change: Double
  }

  /// The side that is asked for, and the languages of it and of the other.
  private var side = MemorySide.english
  private var from: LanguageTag { side == .english ? .english : .simplifiedChinese }
  private var to: LanguageTag { side == .english ? .simplifiedChinese : .english }

  /// A row of the table.
  private struct Step {
    var name: String
    var scores: [Double] = []
    var (edited, better, worse) = (0, 0, 0)
    var samples: [Sample] = []

    init(_ name: String) { self.name = name }

    var mean: Double { scores.reduce(0, +) / Double(max(1, scores.count)) }

    /// Notes a text and what it was before it was edited.
    mutating func add(
      _ text: String, insteadOf before: String, _ query: UsefulnessData.Row, _ source: String,
      _ reference: CharacterGrams
    ) {
      let score = CharacterGrams(text).score(against: reference)
      scores.append(score)
      guard text != before else { return }
      let change = score - CharacterGrams(before).score(against: reference)
      edited += 1
      better += change > 1e-9 ? 1 : 0
      worse += change < -1e-9 ? 1 : 0
      samples.append(
        Sample(
          query: query.text(.english), source: source, before: before, after: text,
          wanted: query.text(.chinese), change: change))
    }
  }

  private static let kinds: [(name: String, kinds: Set<Adaptation.Kind>)] = [
    ("numbers and dates", [.number, .date]),
    ("placeholders, identifiers", [.placeholder, .identifier]),
    ("words usually kept", [.word]), ("final mark", [.punctuation]),
    ("accelerator", [.accelerator]),
  ]

  /// Prints the table.
  func run(_ arguments: some Collection<String>) throws {
    let words = Array(arguments)
    var benchmark = self
    benchmark.side = words.contains("zh") ? .chinese : .english
    try benchmark.measure(words)
  }

  private func measure(_ words: [String]) throws {
    let folder: String
    let passing = FileManager.default.temporaryDirectory.path + "/zhengming-useful-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: passing) }
    if let kept = words.first(where: { $0.contains("/") }) {
      folder = kept
    } else {
      folder = passing
      guard try MatchBenchmarkData.make(in: folder) else { return }
    }
    let data = try UsefulnessData(in: folder)
    var steps = [Step("(i) token distance, lowest row"), Step("(ii) closeness")]
    steps += Self.kinds.map { Step("(ii), repaired: " + $0.name) }
    steps += [
      Step("every unit repaired, then ordered"), Step("suggestion: + consensus, same origin"),
      Step("reworded where there is one"),
    ]
    let lexicon = PhraseLexicon(data.index, from: side)
    var (whole, consensus, rewording) = (Measurement(), Measurement(), Measurement())
    var found = 0
    for query in data.queries {
      let segment = PreparedSegment(Segment(query.text(side)))
      let pool = data.index.search(
        side, keys: segment.compared.map(\.key), threshold: 50, limit: Matcher.poolSize,
        excluding: .none)
      guard !pool.isEmpty else { continue }
      found += 1
      let units = pool.map { data.unit(Int($0.row)) }
      let reference = CharacterGrams(query.text(side.other))
      add(query, segment, units, data, reference, &steps, &consensus)
      let asked = MatchQuery(
        segment.segment, language: from, targetLanguage: to,
        origin: query.origin)
      let matches = matches(asked, segment, units, data, &whole)
      guard let first = matches.first else { continue }
      let source = first.source.segment.text
      steps[steps.count - 2].add(
        first.suggestion, insteadOf: first.target.segment.text, query, source, reference)
      var reworded: RewordedText?
      rewording.run {
        let repair = WordRepair(for: segment, lexicon: lexicon)
        for (place, match) in matches.enumerated() {
          let text = repair.reworded(match, repair.alignment(match)) {
            data.memory[Int($0)].text(side.other)
          }
          if place == 0 { reworded = text }
        }
      }
      steps[steps.count - 1].add(
        reworded?.text ?? first.suggestion, insteadOf: first.suggestion, query, source,
        reference)
    }
    print("usefulness: benchmark data D, \(found) queries with a match of 50 %")
    printTable(table(steps))
    func mean(_ measurement: Measurement) -> String {
      let sum = Double(measurement.nanoseconds.reduce(0, +))
      return String(format: "%.0f µs", sum / Double(max(1, found)) / 1e3)
    }
    print(
      "mean of a query: pool to matches \(mean(whole)), of that consensus \(mean(consensus));",
      "five of them reworded \(mean(rewording))")
    if words.contains("worse") { for step in steps { printWorse(step) } }
    if words.contains("edits") { for step in steps { printEdits(step) } }
  }

  /// The steps before the matcher, each by itself.
  private func add(
    _ query: UsefulnessData.Row, _ segment: PreparedSegment, _ units: [MemoryUnit],
    _ data: UsefulnessData, _ reference: CharacterGrams, _ steps: inout [Step],
    _ consensus: inout Measurement
  ) {
    let comparable = ComparableQuery(segment)
    let closeness = Closeness(comparable, weight: { data.index.weight(of: $0, side) })
    let sources = units.map { PreparedSegment(variant($0, side).segment) }
    let target = variant(units[0], side.other).segment.text
    steps[0].add(target, insteadOf: target, query, sources[0].segment.text, reference)

    let best = first(units, sources.map { closeness.of($0) })
    let text = variant(units[best], side.other).segment.text
    steps[1].add(text, insteadOf: text, query, sources[best].segment.text, reference)
    var mark = UsualMark(for: query.text(side), origin: query.origin)
    for unit in units {
      mark.count(
        variant(unit, side).segment.text, variant(unit, side.other).segment.text,
        origin: unit.origin)
    }
    var kinds: Set<Adaptation.Kind> = []
    for (number, kind) in Self.kinds.enumerated() {
      kinds.formUnion(kind.kinds)
      let repaired = repaired(units[best], sources[best], comparable, data, mark, kinds)
      steps[2 + number].add(
        repaired.target, insteadOf: text, query, sources[best].segment.text, reference)
    }
    let all = units.indices.map { repaired(units[$0], sources[$0], comparable, data, mark, kinds) }
    let scores = all.map { closeness.of(PreparedSegment($0.source)) }
    let nearest = first(units, scores)
    consensus.run { _ = Consensus.of(all.map(\.target), closeness: scores) }
    steps[2 + Self.kinds.count].add(
      all[nearest].target, insteadOf: variant(units[nearest], side.other).segment.text, query,
      sources[nearest].segment.text, reference)
  }

  private func variant(_ unit: MemoryUnit, _ side: MemorySide) -> UnitVariant {
    unit.variant(side) ?? unit.source
  }

  /// The place of the greatest score, of equals that of the lowest row.
  private func first(_ units: [MemoryUnit], _ scores: [Double]) -> Int {
    var best = 0
    for place in units.indices {
      let gain = scores[place] - scores[best]
      if gain > 1e-9 || (abs(gain) <= 1e-9 && units[place].row < units[best].row) { best = place }
    }
    return best
  }

  private func repaired(
    _ unit: MemoryUnit, _ source: PreparedSegment, _ query: ComparableQuery,
    _ data: UsefulnessData, _ mark: UsualMark, _ kinds: Set<Adaptation.Kind>
  ) -> RepairedUnit {
    VerbatimRepair(
      kinds: kinds, usualMark: mark, keepRate: { data.index.keepRate(of: $0, side) }
    ).repair(
      SegmentAlignment(query: query, source: source),
      queryFigures: Figures.find(in: query.prepared.segment.text, language: from),
      target: variant(unit, side.other).segment.text, sourceLanguage: from, targetLanguage: to)
  }

  private func matches(
    _ query: MatchQuery, _ segment: PreparedSegment, _ units: [MemoryUnit],
    _ data: UsefulnessData, _ cost: inout Measurement
  ) -> [Match] {
    // No penalty takes a unit of the pool out of the answer.
    let matcher = Matcher(
      settings: MatchSettings(threshold: 30),
      statistics: Matcher.Statistics(
        weight: { data.index.weight(of: $0, side) },
        keepRate: { data.index.keepRate(of: $0, side) }))
    var matches: [Match] = []
    cost.run { matches = matcher.matches(for: query, prepared: segment, pool: units) }
    return matches
  }
}

extension UsefulnessBenchmark {
  private func table(_ steps: [Step]) -> [[String]] {
    [["first suggestion", "chrF", "gain", "95 %", "edited", "better", "worse"]]
      + steps.map { step in
        let gains = zip(step.scores, steps[0].scores).map { $0 - $1 }
        let (low, high) = Self.interval(gains)
        return [
          step.name, String(format: "%.2f", step.mean),
          String(format: "%+.2f", step.mean - steps[0].mean),
          String(format: "%.1f..%.1f", low, high), "\(step.edited)", "\(step.better)",
          "\(step.worse)",
        ]
      }
  }

  /// Between what a mean lies in 95 of 100 samples drawn from its own values.
  private static func interval(_ values: [Double]) -> (Double, Double) {
    guard !values.isEmpty else { return (0, 0) }
    var generator = SeededGenerator(seed: 20_261_123)
    let means = (0..<1_000).map { _ in
      var sum = 0.0
      for _ in values.indices { sum += values[Int.random(in: values.indices, using: &generator)] }
      return sum / Double(values.count)
    }.sorted()
    return (means[25], means[974])
  }

  private func printWorse(_ step: Step) {
    guard step.worse > 0 else { return }
    print("\n\(step.name): \(step.worse) edits made it worse")
    for sample in step.samples.sorted(by: { $0.change < $1.change }) where sample.change < -1e-9 {
      print(
        String(format: "%+.1f", sample.change), "  query   " + sample.query,
        "  source  " + sample.source, "  before  " + sample.before, "  after   " + sample.after,
        "  wanted  " + sample.wanted, separator: "\n")
    }
  }

  private func printEdits(_ step: Step) {
    for sample in step.samples {
      print(
        step.name, String(format: "%+.1f", sample.change), sample.query, sample.source,
        sample.before, sample.after, sample.wanted, separator: "\t")
    }
  }
}
