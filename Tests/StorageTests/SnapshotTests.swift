import Terminology
import Testing
import TextAnalysis

@testable import Storage

struct SnapshotTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws { made = try TemporaryStore() }

  @Test func `concepts come glossary by glossary, as they were first added`() throws {
    try store.write(by: "wang", verb: "add") {
      try $0.add(concept("term.z", "z", "子"), glossary: "b")
      try $0.add(concept("term.y", "y", "丑"), glossary: "a")
      try $0.add(concept("term.x", "x", "寅"), glossary: "b")
    }
    try store.edit("term.z") { $0.note = "later" }
    #expect(try store.allConcepts().map(\.entry.id) == ["term.y", "term.z", "term.x"])
    #expect(
      try store.read { try $0.glossaries() } == [
        GlossaryCount(name: "a", conceptCount: 1), GlossaryCount(name: "b", conceptCount: 2),
      ])
  }

  @Test func `concepts are chosen by glossary, kind, subject and process`() throws {
    try store.write(by: "wang", verb: "add") {
      try $0.add(
        with(concept("term.a", "a", "甲")) { $0.subjectField = "law" }, glossary: "one")
      try $0.add(with(concept("term.b", "b", "乙")) { $0.kind = .policy }, glossary: "one")
      try $0.add(with(concept("term.c", "c", "丙")) { $0.process = .retired }, glossary: "two")
    }
    func chosen(
      _ glossaries: Set<String>? = nil, kinds: Set<ConceptKind>? = nil,
      subjects: Set<String>? = nil, processes: Set<ProcessStatus>? = nil
    ) throws -> [String] {
      var ids: [String] = []
      try store.read {
        try $0.forEachConcept(
          glossaries: glossaries, kinds: kinds, subjects: subjects, processes: processes
        ) { ids.append($0.entry.id) }
      }
      return ids
    }
    #expect(try chosen() == ["term.a", "term.b", "term.c"])
    #expect(try chosen(["one", "none"]) == ["term.a", "term.b"])
    #expect(try chosen(kinds: [.policy]) == ["term.b"])
    #expect(try chosen(subjects: ["law"]) == ["term.a"])
    #expect(try chosen(processes: [.retired, .rejected]) == ["term.c"])
    #expect(try chosen(["two"], kinds: [.policy]).isEmpty)
    #expect(
      try store.read { try $0.concepts(ids: ["term.c", "term.no", "term.a"]) }.map(\.entry.id)
        == ["term.c", "term.a"])
  }

  @Test func `a key leads to all its terms, the better ranked first`() throws {
    try store.feed([twin, concept("term.second", "digital twin", "双胞胎")])
    let hits = try store.read { try $0.keyHits(equalTo: "digitaltwin") }
    #expect(hits.count == 2)
    #expect(hits.map(\.key) == ["digitaltwin", "digitaltwin"])
    #expect(hits.map(\.term) == [0, 0])
    #expect(hits.allSatisfy { $0.kind == .name })
    let ids = try store.read { snapshot in
      try hits.map { try snapshot.concept(row: $0.row)?.entry.id }
    }
    #expect(ids == [twin.id, "term.second"])
    #expect(try store.read { try $0.conceptRow(id: twin.id) } == hits[0].row)
  }

  @Test func `a prefix finds the keys that go on after it, short ones first`() throws {
    let names = ["net", "nets", "network", "net work", "nest", "ne", "网", "网络", "网络安全"]
    try store.feed(
      names.enumerated().map { place, name in
        ConceptEntry(
          id: "term.n\(place)", kind: .technical,
          terms: [TermSection(language: .english, text: name)])
      })
    func keys(_ prefix: String, _ limit: Int = 9) throws -> [String] {
      try store.read { try $0.keyHits(withPrefix: prefix, limit: limit) }.map(\.key)
    }
    #expect(
      try keys("net")
        == ["nets", "network", "net work"].sorted { a, b in
          (a.count, a) < (b.count, b)
        })
    #expect(try keys("net", 1) == ["nets"])
    #expect(try keys("网") == ["网络", "网络安全"])
    #expect(try keys("x").isEmpty)
    #expect(try keys("").isEmpty)
    #expect(try keys("net", 0).isEmpty)
  }

  @Test(
    arguments: [
      ("a", "b"), ("网", "罒"), ("a\u{10FFFF}", "b"), ("\u{D7FF}", "\u{E000}"), ("\u{10FFFF}", nil),
      ("", nil),
    ] as [(String, String?)])
  func `a range of keys ends before the first text that does not begin so`(
    prefix: String, end: String?
  ) {
    #expect(Snapshot.end(ofKeysWithPrefix: prefix) == end)
  }

  @Test func `all keys are gone through in their order`() throws {
    try store.feed([twin, cloud])
    var rows: [(key: String, row: Int, term: Int)] = []
    try store.read {
      try $0.forEachTerm { key, row, term, _ in
        var bytes: [UInt8] = []
        for place in key.indices { bytes.append(key[place]) }
        rows.append((String(decoding: bytes, as: UTF8.self), row, term))
      }
    }
    #expect(rows.map(\.key) == ["cloudcomputing", "digitaltwin", "云计算", "数字孪生"])
    #expect(rows.map(\.row) == [2, 1, 2, 1])
    #expect(rows.map(\.term) == [0, 0, 1, 1])
  }

  @Test func `numbers are told`() throws {
    try store.feed([twin, cloud])
    try store.write(by: "wang", verb: "retire") { try $0.retire(twin.id) }
    let statistics = try store.read { try $0.statistics() }
    #expect(statistics.conceptCount == 2)
    #expect(statistics.conceptsByProcess == ["approved": 1, "retired": 1])
    #expect(statistics.conceptsByKind == ["technical": 1])
    #expect(statistics.keyCount == 2)
    #expect(statistics.changeCount == 2)
    #expect(statistics.versionCount == 1)
    #expect(statistics.byteCount > 0)
  }
}
