import Foundation
import Storage
import TestSupport
import Testing
import TextAnalysis
import TranslationMemory

@testable import Workbench

struct MemoryTwinTests {
  @Test(arguments: 0..<5 as Range<UInt64>)
  func `a memory answers as a comparison with every unit would, whatever became of units`(
    seed: UInt64
  ) throws {
    var run = try MemoryRun(seed: seed, cache: seed % 3 == 2 ? .none : .folder)
    for _ in 0..<9 {
      try run.change()
      if Bool.random(using: &run.generator) { try run.reopen() }
      try run.compare(queries: 2)
    }
  }

  @Test func `the project's own memories are searched as a comparison with every unit would`()
    throws
  {
    let memories = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Memories")
    var run = try MemoryRun(seed: 7, cache: .folder)
    _ = try run.bench.importFiles(ImportRequest(paths: [memories.path], who: "tester"))
    try run.compare(queries: 2)
    try run.change()
    try run.reopen()
    try run.compare(queries: 2)
  }

  @Test func `what is written later is one more index, and the first stays as it is`() throws {
    var run = try MemoryRun(seed: 3, cache: .folder)
    try run.add(1_000)
    try run.compare(queries: 2)
    let first = try run.indexFiles()
    #expect(first.keys.sorted() == ["units"])
    try run.add(150)
    run.bench.keepUpMemoryIndex()
    let second = try run.indexFiles()
    #expect(second.count == 2 && second["units"] == first["units"])
    try run.compare(queries: 2)
    try run.reopen()
    try run.compare(queries: 2)
    #expect(try run.indexFiles() == second)
    try run.add(700)
    run.bench.keepUpMemoryIndex()
    #expect(try run.indexFiles().keys.sorted() == ["units"])
    try run.compare(queries: 2)
  }

  @Test func `a missing or damaged index is made again`() throws {
    var run = try MemoryRun(seed: 5, cache: .folder)
    try run.add(400)
    try run.compare(queries: 1)
    try run.add(120)
    run.bench.keepUpMemoryIndex()
    for name in try run.indexFiles().keys.sorted() {
      let path = run.indexFolder + "/" + name
      try Data("damaged".utf8).write(to: URL(fileURLWithPath: path))
      try run.reopen()
      try run.compare(queries: 3)
      try FileManager.default.removeItem(atPath: path)
      try run.reopen()
      try run.compare(queries: 3)
    }
  }
}

/// A store with random units, changed at random, and compared with its twin.
private struct MemoryRun {
  enum Cache { case folder, none }

  var generator: SeededGenerator
  private(set) var bench: Workbench
  private let seed: UInt64
  private let folder: RemovedFolder
  private let cache: Cache
  private var vocabulary: [MemorySide: [String]]

  init(seed: UInt64, cache: Cache) throws {
    (self.seed, self.cache) = (seed, cache)
    generator = SeededGenerator(seed: seed)
    folder = try RemovedFolder()
    let count = Int.random(in: 8...60, using: &generator)
    vocabulary = [
      .english: (0..<count).map {
        ["law", "data", "Data", "rule"][$0 % 4] + ["", "\($0 / 4)x"][$0 / 4 % 2]
      }
        + ["measures", "measure", "2021", "35", "8", ","],
      .chinese: Array("数据安全法网络信息办理规定条例國国家標标准实施和的在有为").map(String.init) + ["2021", "，"],
    ]
    bench = try Self.open(folder.path, cache)
  }

  private static func open(_ folder: String, _ cache: Cache) throws -> Workbench {
    Workbench(
      store: try Store.open(path: folder + "/store.sqlite", mode: .readWriteCreating),
      name: "store", cacheFolder: cache == .folder ? folder + "/cache" : nil)
  }

  mutating func reopen() throws { bench = try Self.open(folder.path, cache) }

  var indexFolder: String { folder.path + "/cache/" + bench.store.id }

  /// The files of the indexes, and which files they are.
  func indexFiles() throws -> [String: Int] {
    let names = try FileManager.default.contentsOfDirectory(atPath: indexFolder)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasPrefix("units") }.map { name in
        let facts = try FileManager.default.attributesOfItem(atPath: indexFolder + "/" + name)
        return (name, (facts[.systemFileNumber] as? Int) ?? 0)
      })
  }

  private mutating func segment(_ side: MemorySide) -> String {
    // Now and then numbers alone.
    let hasWords = side == .chinese || Int.random(in: 0..<6, using: &generator) > 0
    let words = hasWords ? vocabulary[side] ?? [] : ["2021", "35", "8"]
    let count = Int.random(in: 1...14, using: &generator)
    let chosen = (0..<count).compactMap { _ in words.randomElement(using: &generator) }
    return chosen.joined(separator: side == .english ? " " : "")
  }

  /// A text near that of a unit.
  private mutating func edited(_ text: String, _ side: MemorySide) -> String {
    var words =
      side == .english ? text.split(separator: " ").map(String.init) : text.map(String.init)
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      let place = Int.random(in: 0...words.count, using: &generator)
      let word = vocabulary[side]?.randomElement(using: &generator) ?? "?"
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: words.insert(word, at: place)
      case 1 where place < words.count: words[place] = word
      case _ where place < words.count && words.count > 1: words.remove(at: place)
      default: break
      }
    }
    return words.joined(separator: side == .english ? " " : "")
  }

  private mutating func unit() -> TranslationUnit {
    let isEnglish = Int.random(in: 0..<4, using: &generator) > 0
    let english = UnitVariant(.english, Segment(segment(.english)))
    let chinese = UnitVariant(.simplifiedChinese, Segment(segment(.chinese)))
    return isEnglish
      ? TranslationUnit(source: english, target: chinese)
      : TranslationUnit(source: chinese, target: english)
  }

  mutating func add(_ count: Int) throws {
    let units = (0..<count).map { _ in unit() }
    try bench.store.write(by: "tester", verb: "add") { transaction in
      for (place, unit) in units.enumerated() {
        try transaction.remember(unit, memory: place % 3 == 0 ? "other" : "random")
      }
    }
  }

  /// Changes the store in one of the ways that there are.
  mutating func change() throws {
    let rows = try MemoryTwin(bench.store).rows
    func some(_ count: Int) -> [Int] {
      (0..<count).compactMap { _ in rows.randomElement(using: &generator) }
    }
    switch rows.isEmpty ? 0 : Int.random(in: 0..<8, using: &generator) {
    case 0: try add(Int.random(in: 1...90, using: &generator))
    case 1: try add(Int.random(in: 90...200, using: &generator))
    case 2:
      _ = try bench.remember(
        RememberRequest(
          source: segment(.english), target: segment(.chinese), from: .english, memory: "random",
          who: "tester"))
    case 3:
      let units = Dictionary(some(30).map { ($0, unit()) }) { first, _ in first }
      try bench.store.write(by: "tester", verb: "correct") { transaction in
        for (row, unit) in units.sorted(by: { $0.key < $1.key }) {
          try transaction.correct(unit: row) {
            $0.source = unit.source; $0.target = unit.target
          }
        }
      }
    case 4: for row in Set(some(3)) { _ = try bench.forget(row, by: "tester") }
    case 5:
      let gone = Set(some(80))
      try bench.store.write(by: "tester", verb: "forget") { transaction in
        for row in gone.sorted() { try transaction.forget(unit: row) }
      }
    case 6:
      let last = try bench.store.read { try $0.lastChange.number }
      // A change that others build on is refused.
      _ = try? bench.revert(Int.random(in: 1...last, using: &generator), by: "tester")
    default:
      let path = folder.path + "/some.tsv"
      let lines = (0..<40).map { _ in "\(segment(.english))\t\(segment(.chinese))" }
      try Data(("en\tzh-Hans\n" + lines.joined(separator: "\n")).utf8)
        .write(to: URL(fileURLWithPath: path))
      _ = try bench.importFiles(ImportRequest(paths: [path], memory: "table", who: "tester"))
    }
  }

  /// Compares answers with the twin's, in both languages.
  mutating func compare(queries: Int) throws {
    let twin = try MemoryTwin(bench.store)
    for side in MemorySide.allCases {
      for _ in 0..<queries {
        var text = segment(side)
        if Int.random(in: 0..<3, using: &generator) > 0,
          let row = twin.rows.randomElement(using: &generator)
        {
          text = edited(twin.text(of: row, side) ?? text, side)
        }
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        try compareMatches(text, side, twin)
        try compareConcordance(text, side, twin)
      }
    }
  }

  private mutating func compareMatches(
    _ text: String, _ side: MemorySide, _ twin: MemoryTwin
  ) throws {
    let threshold = [50, 60, 70, 85, 100].randomElement(using: &generator) ?? 50
    let place: Comment = "seed \(seed), '\(text)' at \(threshold)"
    let language: LanguageTag = side == .english ? .english : .simplifiedChinese
    let answer = try bench.match(
      MatchRequest(
        .segment(text), from: language,
        settings: MatchSettings(threshold: threshold, limit: 200), fragments: .always))
    let found = answer.segments[0]
    #expect(
      found.matches.map { MemoryTwin.Rated(row: $0.unit, base: $0.base, rate: $0.rate) }.sorted()
        == twin.matches(text, side, threshold: threshold), place)
    compare(found.fragments, of: text, twin.fragments(text, side), place)
    guard try bench.info().memories.contains(where: { $0.name == "other" }) else { return }
    let part = try bench.match(
      MatchRequest(
        .segment(text), from: language, memories: ["other"],
        settings: MatchSettings(threshold: threshold, limit: 200), fragments: .always))
    let runs = twin.fragments(text, side, memory: "other")
    compare(part.segments[0].fragments, of: text, runs, "\(place), in one memory")
  }

  private func compare(
    _ fragments: [MatchAnswer.Fragment], of text: String, _ runs: [MemoryTwin.Run],
    _ place: Comment
  ) {
    let prepared = PreparedSegment(Segment(text))
    #expect(fragments.map(\.unit) == runs.map(\.row), place)
    #expect(
      fragments.map(\.query) == runs.map { prepared.scalars(of: $0.query).bounds }, place)
    for (fragment, run) in zip(fragments, runs) {
      let source = PreparedSegment(Segment(fragment.source))
      let end = run.position + run.query.count
      #expect(fragment.sourceRange == source.scalars(of: run.position..<end).bounds, place)
    }
  }

  private mutating func compareConcordance(
    _ text: String, _ side: MemorySide, _ twin: MemoryTwin
  ) throws {
    let words =
      side == .english ? text.split(separator: " ").map(String.init) : text.map(String.init)
    let start = Int.random(in: 0..<words.count, using: &generator)
    let count = Int.random(in: 1...2, using: &generator)
    let wanted = words[start..<min(words.count, start + count)]
    let phrase = wanted.joined(separator: side == .english ? " " : "")
    let part = String(phrase.dropFirst(phrase.count > 2 ? 1 : 0))
    for query in [phrase, "\"\(phrase)\"", "\"\(part)\""] {
      for order in [ConcordanceRequest.Order.phrase, .allWords] {
        let form = ConcordanceQuery(query, order: order == .phrase ? .phrase : .allWords)
        guard !form.keys.isEmpty else { continue }
        let language: LanguageTag = side == .english ? .english : .simplifiedChinese
        let answer = try bench.concordance(
          ConcordanceRequest(query, from: language, order: order, limit: 100_000))
        #expect(
          answer.hits.map(\.unit).sorted() == twin.concordance(form, side),
          "seed \(seed), \(query), \(order)")
      }
    }
  }
}

/// A folder of its own, removed afterwards.
private final class RemovedFolder {
  let path = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
