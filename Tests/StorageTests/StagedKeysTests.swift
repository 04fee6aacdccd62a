import Terminology
import TestSupport
import Testing

@testable import Storage

struct StagedKeysTests {
  /// Some keys, many of them alike, with records that turn out not to be new.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `keys arrive the same from memory and from the disk`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var keys: [(TermKey, Int)] = []
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          pick(["a", "b", "\u{0}", "网", "𠮷"] as [Character], &generator)
        })
      keys.append(
        (
          TermKey(
            text: text, kind: pick(TermKeyKind.allCases, &generator),
            term: Int.random(in: 0...2, using: &generator),
            rank: Int.random(in: 0...3, using: &generator)),
          Int.random(in: 1...9, using: &generator)
        ))
    }
    var results: [[String]] = []
    for memoryLimit in [1 << 20, 2_000, 0] {
      let made = try TemporaryStore()
      let connection = try made.store.openWriter()
      try connection.execute(
        """
        CREATE TEMP TABLE staged(ordinal INTEGER PRIMARY KEY, isNew INT);
        INSERT INTO staged VALUES (1, 1), (2, 0), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 0), (9, 1)
        """)
      let staged = try StagedKeys(connection, memoryLimit: memoryLimit)
      for (key, ordinal) in keys { try staged.add(key, ordinal: ordinal) }
      try staged.move(isFiltered: true, offset: 100)
      results.append(try contents(of: connection))
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
    #expect(results[0] == expected(keys.filter { $0.1 != 2 && $0.1 != 8 }))
  }

  private func contents(of connection: Connection) throws -> [String] {
    var rows: [String] = []
    let statement = try connection.statement("SELECT key, kind, concept, term, rank FROM term_key")
    while try statement.step() {
      rows.append(
        "\(Array(statement.text(0).utf8)) \((1...4).map { statement.integer(Int32($0)) })")
    }
    return rows
  }

  /// Each key once, with its best rank, in the order of bytes.
  private func expected(_ keys: [(TermKey, Int)]) -> [String] {
    var best: [[UInt8]: [[Int]: Int]] = [:]
    for (key, ordinal) in keys {
      let place = [key.kind.rawValue, ordinal + 100, key.term]
      let bytes = Array(key.text.utf8)
      best[bytes, default: [:]][place] = min(best[bytes]?[place] ?? .max, key.rank)
    }
    return best.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { bytes, places in
      places.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { "\(bytes) \($0.key + [$0.value])" }
    }
  }
}
